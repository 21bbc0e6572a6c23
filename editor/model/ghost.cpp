#include "editor/model/making.hpp"
#include "editor/model/picking.hpp"
#include "editor/model/snapping.hpp"
#include "editor/model/tool_set.hpp"
#include "editor/model/tools.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/school/edits.hpp"
#include "sim/walkable/stair_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

// Blue that stands apart from exit green, heat and ink for the colour-blind too (Okabe and Ito 2008, blue).
constexpr Colour kGhost{0, 114, 178};
constexpr Colour kGhostFill{0, 114, 178, 40};
constexpr Colour kGuide{213, 94, 0}; // their vermilion
constexpr double kLine = 1.5;        // points
constexpr double kThin = 0.8;
constexpr double kText = 10.0;

using Shapes = std::vector<Shape>;

std::vector<Vec2> metresOf(const std::vector<Point>& points)
{
    std::vector<Vec2> all;
    all.reserve(points.size());
    for (const Point p : points) all.push_back(toMetres(p));
    return all;
}

void addRing(Shapes& shapes, const Ring& ring)
{
    if (ring.size() < 2) return;
    shapes.emplace_back(FillShape{{metresOf(ring)}, kGhostFill});
    shapes.emplace_back(LineShape{metresOf(ring), true, kLine, kGhost});
}

void addLine(Shapes& shapes, const std::vector<Point>& points, Colour colour, double width)
{
    if (points.size() > 1) shapes.emplace_back(LineShape{metresOf(points), false, width, colour});
}

// The length beside the middle of a line, in metres with two decimals: a centimetre is what a tape gives.
void addLength(Shapes& shapes, Point a, Point b, double pixel)
{
    const double metres = length(toMetres(b) - toMetres(a));
    if (metres < 0.005) return;
    const Vec2 middle = (toMetres(a) + toMetres(b)) * 0.5 + Vec2{0.0, 6.0 * pixel};
    shapes.emplace_back(TextShape{middle, kText, Anchor::Centre, kGhost, fmt::format("{:.2f} m", metres), 0.0});
}

void addBox(Shapes& shapes, const Drawing& drawing, double pixel)
{
    if (drawing.points.empty() || !drawing.hover) return;
    const Ring ring = rectangle(drawing.points.front(), *drawing.hover);
    addRing(shapes, ring);
    addLength(shapes, ring[2], ring[3], pixel);
    addLength(shapes, ring[1], ring[2], pixel);
    const double square = std::abs(static_cast<double>(doubleArea(ring))) / 2e6;
    const Vec2 middle = (toMetres(ring[0]) + toMetres(ring[2])) * 0.5;
    shapes.emplace_back(TextShape{middle, kText, Anchor::Centre, kGhost, fmt::format("{:.1f} m²", square), 0.0});
}

void addChain(Shapes& shapes, const Drawing& drawing, const Scene& scene, double pixel)
{
    std::vector<Point> points = drawing.points;
    if (drawing.hover && (points.empty() || points.back() != *drawing.hover)) points.push_back(*drawing.hover);
    if (drawing.tool == ToolKind::Corridor && points.size() > 1)
        addRing(shapes, aroundLine(points, scene.settings.corridorWidth));
    addLine(shapes, points, kGhost, kLine);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) addLength(shapes, points[i], points[i + 1], pixel);
    for (const Point p : drawing.points) shapes.emplace_back(DiscShape{toMetres(p), 4.0 * pixel, kGhost});
}

void addWay(Shapes& shapes, const Drawing& drawing, const Scene& scene, double pixel)
{
    if (!drawing.hover) return;
    const auto place = wayPlaced(scene, drawing.tool, toMetres(*drawing.hover), kWallReachPixels * pixel);
    if (!place) return;
    addLine(shapes, {place->at.a, place->at.b}, kGhost, 5.0);
    addLength(shapes, place->at.a, place->at.b, pixel);
}

void addStair(Shapes& shapes, const Drawing& drawing, const Scene& scene)
{
    const auto stair = drawing.hover ? stairFitted(scene, *drawing.hover) : std::nullopt;
    if (!stair) return;
    for (const StairPart& part : partsOf(*stair))
        if (part.rise == 1) addRing(shapes, part.polygon);
}

constexpr double kHandlePixels = 4.0; // half the side of a handle

void addHandles(Shapes& shapes, const Ring& ring, double pixel)
{
    const double half = kHandlePixels * pixel;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 p = toMetres(ring[i]);
        shapes.emplace_back(FillShape{
            {{p + Vec2{-half, -half}, p + Vec2{half, -half}, p + Vec2{half, half}, p + Vec2{-half, half}}}, kGhost});
        shapes.emplace_back(DiscShape{(p + toMetres(ring[(i + 1) % ring.size()])) * 0.5, half, kGhost});
    }
}

void addChosen(Shapes& shapes, const School& school, const Scene& scene, double pixel)
{
    for (const std::string& id : scene.selection) {
        const auto outline = outlineOf(school, id);
        if (!outline || outline->points.empty()) continue;
        shapes.emplace_back(LineShape{metresOf(outline->points), outline->closed, 2.5, kGhost});
        if (outline->closed) shapes.emplace_back(FillShape{{metresOf(outline->points)}, kGhostFill});
        if (scene.selection.size() == 1 && withRing(school, id, {})) addHandles(shapes, outline->points, pixel);
    }
}

// Chosen things, and where they would be while they are dragged.
void addSelection(Shapes& shapes, const Drawing& drawing, const Scene& scene, double pixel)
{
    if (const auto step = draggedStep(drawing, scene))
        if (const auto next = apply(scene.document, *step)) {
            addChosen(shapes, *next.value().school, scene, pixel);
            addLength(shapes, drawing.points.front(), *drawing.hover, pixel);
            return;
        }
    addChosen(shapes, *scene.document.school, scene, pixel);
    if (drawing.grabbed == "box" && drawing.dragging && drawing.pressed && drawing.hover)
        shapes.emplace_back(
            LineShape{metresOf(rectangle(toMillimetres(*drawing.pressed), *drawing.hover)), true, kThin, kGhost});
}

void addGuides(Shapes& shapes, const Drawing& drawing, const Scene& scene, double pixel)
{
    if (!drawing.hover) return;
    for (const Segment& guide : snap(toMetres(*drawing.hover), pixel, scene, drawing.points).guides)
        addLine(shapes, {guide.a, guide.b}, kGuide, kThin);
}

}

std::vector<Shape> ghostOf(const Drawing& drawing, const Scene& scene, double pixel)
{
    Shapes shapes;
    switch (drawing.tool) {
    case ToolKind::Select:
        addSelection(shapes, drawing, scene, pixel);
        return shapes;
    case ToolKind::Room:
    case ToolKind::Obstacle:
    case ToolKind::Ground:
    case ToolKind::AssemblyArea:
        addBox(shapes, drawing, pixel);
        break;
    case ToolKind::Door:
    case ToolKind::Opening:
    case ToolKind::Exit:
    case ToolKind::Gate:
        addWay(shapes, drawing, scene, pixel);
        return shapes;
    case ToolKind::Stair:
        addStair(shapes, drawing, scene);
        break;
    case ToolKind::Equipment:
        break;
    default:
        addChain(shapes, drawing, scene, pixel);
    }
    if (drawing.hover) shapes.emplace_back(DiscShape{toMetres(*drawing.hover), 3.0 * pixel, kGuide});
    addGuides(shapes, drawing, scene, pixel);
    return shapes;
}

Message adviceOf(const Drawing& drawing)
{
    const bool begun = !drawing.points.empty();
    switch (drawing.tool) {
    case ToolKind::Select:
        return {"advice.select", {}};
    case ToolKind::Room:
    case ToolKind::Obstacle:
    case ToolKind::Ground:
    case ToolKind::AssemblyArea:
        return begun ? Message{"advice.second_corner", {}} : Message{"advice.first_corner", {}};
    case ToolKind::RoomByCorners:
        return begun ? Message{"advice.next_corner", {}} : Message{"advice.first_corner", {}};
    case ToolKind::Corridor:
        return begun ? Message{"advice.corridor_on", {}} : Message{"advice.corridor", {}};
    case ToolKind::Wall:
        return begun ? Message{"advice.line_end", {}} : Message{"advice.wall", {}};
    case ToolKind::Door:
    case ToolKind::Opening:
    case ToolKind::Exit:
    case ToolKind::Gate:
        return {"advice.on_wall", {}};
    case ToolKind::Stair:
        return {"advice.stair", {}};
    case ToolKind::Equipment:
        return {"advice.equipment", {}};
    case ToolKind::Measure:
        return begun ? Message{"advice.line_end", {}} : Message{"advice.measure", {}};
    case ToolKind::Way:
        return {"advice.way", {}};
    case ToolKind::Fall:
        return {"advice.fall", {}};
    case ToolKind::Warden:
        return {"advice.warden", {}};
    case ToolKind::Backdrop:
        return drawing.points.size() == 2 ? Message{"advice.backdrop_length", {}} : Message{"advice.backdrop", {}};
    }
    return {"advice.select", {}};
}

}
