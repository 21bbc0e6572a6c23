#include "editor/model/making.hpp"
#include "editor/model/picking.hpp"
#include "editor/model/snapping.hpp"
#include "editor/model/tool_set.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/school/edits.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace stairwise::editor {
namespace {

bool takesBoxes(ToolKind tool)
{
    return tool == ToolKind::Room || tool == ToolKind::Obstacle || tool == ToolKind::Ground ||
           tool == ToolKind::AssemblyArea;
}

Point placeMeant(const Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    const bool box = takesBoxes(drawing.tool); // its sides may be thin: its own corner must not hold the other
    Point at = toMillimetres(pointer.at);
    if (!pointer.alt && drawing.tool != ToolKind::Backdrop) // whose picture knows no grid
        at = snap(pointer.at, kReachPixels * pointer.pixel, scene, box ? std::vector<Point>{} : drawing.points,
                  drawing.hand)
                 .at;
    if (!pointer.shift || drawing.points.empty()) return at;
    const Point last = drawing.points.back();
    const bool across = std::abs(at.x - last.x) >= std::abs(at.y - last.y);
    return across ? Point{at.x, last.y} : Point{last.x, at.y};
}

Outcome hinted(Message hint)
{
    Outcome outcome;
    outcome.hint = std::move(hint);
    return outcome;
}

void begin(Drawing& drawing)
{
    drawing.points.clear();
    drawing.typed.clear();
    drawing.pressed.reset();
    drawing.hand.reset();
}

Outcome boxMade(Drawing& drawing, Point second, const Scene& scene)
{
    Ring ring = rectangle(drawing.points.front(), second);
    if (!largeEnough(ring)) return hinted({"tool.too_small", {}});
    begin(drawing);
    Outcome outcome;
    switch (drawing.tool) {
    case ToolKind::Obstacle:
        outcome.step = obstacleMade(scene, std::move(ring));
        break;
    case ToolKind::Ground:
        outcome.step = groundMade(scene, std::move(ring));
        break;
    case ToolKind::AssemblyArea:
        outcome.step = areaMade(scene, std::move(ring));
        break;
    default:
        if (scene.storey.none()) return hinted({"tool.rooms_on_storeys", {}});
        outcome.step = roomMade(scene, std::move(ring), scene.settings.roomKind);
    }
    return outcome;
}

Outcome roomByCornersMade(Drawing& drawing, const Scene& scene)
{
    Ring ring = drawing.points;
    if (ring.size() < 3 || selfCrossing(ring)) return hinted({"tool.crosses_itself", {}});
    if (scene.storey.none()) return hinted({"tool.rooms_on_storeys", {}});
    begin(drawing);
    Outcome outcome;
    outcome.step = roomMade(scene, std::move(ring), scene.settings.roomKind);
    return outcome;
}

Outcome corridorMade(Drawing& drawing, const Scene& scene)
{
    if (drawing.points.size() < 2) return {};
    Ring ring = aroundLine(drawing.points, scene.settings.corridorWidth);
    if (ring.size() < 3 || selfCrossing(ring)) return hinted({"tool.crosses_itself", {}});
    if (scene.storey.none()) return hinted({"tool.rooms_on_storeys", {}});
    begin(drawing);
    Outcome outcome;
    outcome.step = roomMade(scene, std::move(ring), SpaceKind::Corridor);
    return outcome;
}

Outcome wallMade(Drawing& drawing, const Scene& scene)
{
    const Segment line{drawing.points[0], drawing.points[1]};
    begin(drawing);
    const Vec2 middle = (toMetres(line.a) + toMetres(line.b)) * 0.5;
    for (const Space* space : elementsOf(*scene.document.school, scene.storey).spaces) {
        if (space->kind == SpaceKind::Outdoor || !contains(space->polygon, middle)) continue;
        Edit edit = wallThrough(*scene.document.school, space->id, line, scene.settings.wallThickness);
        if (edit.changes.empty()) break;
        Outcome outcome;
        outcome.step = stepOf(std::move(edit));
        return outcome;
    }
    return hinted({"tool.wall_needs_room", {}});
}

Outcome lineMade(Drawing& drawing, const Scene& scene)
{
    if (drawing.tool == ToolKind::Wall) return wallMade(drawing, scene);
    return {}; // a measure stays to be read; a backdrop waits for the length
}

Outcome chainPointAdded(Drawing& drawing, Point at, const Pointer& pointer, const Scene& scene)
{
    const double reach = kReachPixels * pointer.pixel;
    const bool closes = drawing.tool == ToolKind::RoomByCorners && drawing.points.size() > 2 &&
                        length(toMetres(at) - toMetres(drawing.points.front())) <= reach;
    if (closes) return chainEnded(drawing, scene);
    if (drawing.points.empty() || drawing.points.back() != at) drawing.points.push_back(at);
    drawing.hand = pointer.at;
    return {};
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0.0 || value > 10'000.0)
        return std::nullopt;
    return value;
}

// The picture larger or smaller, so that the line between the two points is as long as typed; the first stays.
Outcome backdropScaled(Drawing& drawing, double metres, const Scene& scene)
{
    const auto found = std::ranges::find(scene.document.backdrops, scene.storey, &Backdrop::storey);
    if (found == scene.document.backdrops.end() || drawing.points.size() != 2) return hinted({"tool.no_backdrop", {}});
    const Vec2 fixed = toMetres(drawing.points[0]);
    const double drawn = length(toMetres(drawing.points[1]) - fixed);
    if (drawn <= 0.0) return {};
    const double factor = metres / drawn;
    Backdrop backdrop = *found;
    backdrop.metresPerPixel *= factor;
    backdrop.at = toMillimetres(fixed + (toMetres(backdrop.at) - fixed) * factor);
    begin(drawing);
    if (backdrop.metresPerPixel < kFinestPixel || backdrop.metresPerPixel > kCoarsestPixel)
        return hinted({"tool.scale_odd", {}});
    Outcome outcome;
    outcome.step = Step{{"edit.scale_backdrop", {}}, {PutBackdrop{std::move(backdrop)}}};
    return outcome;
}

// As far as typed from the last point, where the hand points.
std::optional<Point> pointAlong(const Drawing& drawing, double metres)
{
    if (drawing.points.empty() || !drawing.hover) return std::nullopt;
    const Vec2 from = toMetres(drawing.points.back());
    const Vec2 way = toMetres(*drawing.hover) - from;
    const double whole = length(way);
    if (whole <= 0.0) return std::nullopt;
    return toMillimetres(from + way * (metres / whole));
}

// "9.0,6.6": the corner opposite, on the side where the hand points.
std::optional<Point> cornerTyped(const Drawing& drawing, std::string_view text)
{
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || drawing.points.empty()) return std::nullopt;
    const auto across = numberOf(text.substr(0, comma));
    const auto up = numberOf(text.substr(comma + 1));
    if (!across || !up) return std::nullopt;
    const Point from = drawing.points.front();
    const Point hand = drawing.hover.value_or(Point{from.x + 1, from.y + 1});
    const double x = hand.x < from.x ? -*across : *across;
    const double y = hand.y < from.y ? -*up : *up;
    return toMillimetres(toMetres(from) + Vec2{x, y});
}

}

Outcome boxPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    const Point at = placeMeant(drawing, pointer, scene);
    drawing.hover = at;
    if (pointer.kind == PointerKind::Press || pointer.kind == PointerKind::DoublePress) {
        if (!drawing.points.empty()) return boxMade(drawing, at, scene);
        drawing.points = {at};
        drawing.pressed = pointer.at;
        return {};
    }
    if (pointer.kind == PointerKind::Move || !drawing.pressed || drawing.points.empty()) return {};
    const bool pulled = length(pointer.at - *drawing.pressed) > kReachPixels * pointer.pixel;
    drawing.pressed.reset();
    return pulled ? boxMade(drawing, at, scene) : Outcome{};
}

Outcome chainPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    const Point at = placeMeant(drawing, pointer, scene);
    drawing.hover = at;
    if (pointer.kind == PointerKind::DoublePress) return chainEnded(drawing, scene);
    if (pointer.kind != PointerKind::Press) return {};
    return chainPointAdded(drawing, at, pointer, scene);
}

Outcome chainEnded(Drawing& drawing, const Scene& scene)
{
    if (drawing.tool == ToolKind::Corridor) return corridorMade(drawing, scene);
    if (drawing.tool == ToolKind::RoomByCorners && !drawing.points.empty()) return roomByCornersMade(drawing, scene);
    return {};
}

Outcome linePointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    const Point at = placeMeant(drawing, pointer, scene);
    drawing.hover = at;
    if (pointer.kind != PointerKind::Press) return {};
    if (drawing.points.size() >= 2) begin(drawing);
    drawing.points.push_back(at);
    drawing.hand = pointer.at;
    if (drawing.points.size() < 2) return {};
    if (drawing.points[0] == drawing.points[1]) drawing.points.pop_back();
    return drawing.points.size() < 2 ? Outcome{} : lineMade(drawing, scene);
}

Outcome placePointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    drawing.hover = placeMeant(drawing, pointer, scene);
    const bool way = drawing.tool != ToolKind::Stair && drawing.tool != ToolKind::Equipment;
    if (way) drawing.hover = toMillimetres(pointer.at);
    if (pointer.kind != PointerKind::Press) return {};
    Outcome outcome;
    if (drawing.tool == ToolKind::Equipment) {
        outcome.step = equipmentMade(scene, toMillimetres(pointer.at));
    } else if (drawing.tool == ToolKind::Stair) {
        const auto stair = stairFitted(scene, *drawing.hover);
        if (!stair) return hinted({"tool.stair_needs_storey", {}});
        outcome.step = stairMade(scene, *stair);
    } else {
        const auto place = wayPlaced(scene, drawing.tool, pointer.at, kWallReachPixels * pointer.pixel);
        if (!place) return hinted({"tool.no_wall_here", {}});
        outcome.step = wayMade(scene, drawing.tool, *place);
    }
    return outcome;
}

Outcome lengthTyped(Drawing& drawing, const Scene& scene)
{
    const std::string text = std::exchange(drawing.typed, {});
    if (const auto corner = cornerTyped(drawing, text); corner && takesBoxes(drawing.tool))
        return boxMade(drawing, *corner, scene);
    const auto metres = numberOf(text);
    if (!metres) return hinted({"tool.no_number", {text}});
    if (drawing.tool == ToolKind::Backdrop) return backdropScaled(drawing, *metres, scene);
    const auto next = pointAlong(drawing, *metres);
    if (!next) return hinted({"tool.point_first", {}});
    if (takesBoxes(drawing.tool)) return hinted({"tool.two_lengths", {}});
    drawing.points.push_back(*next);
    drawing.hand.reset();
    const bool line = drawing.tool == ToolKind::Wall || drawing.tool == ToolKind::Measure;
    return line ? lineMade(drawing, scene) : Outcome{};
}

}
