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

// A handle of the one chosen element: a corner, or the middle of an edge.
struct Handle {
    enum class Kind { Corner, Edge } kind = Kind::Corner;
    std::size_t index = 0;
    Point at;
};

bool hasHandles(const Scene& scene)
{
    return scene.selection.size() == 1 && withRing(*scene.document.school, scene.selection.front(), {}).has_value();
}

std::vector<Handle> handlesOf(const Ring& ring)
{
    std::vector<Handle> handles;
    for (std::size_t i = 0; i < ring.size(); ++i) handles.push_back({Handle::Kind::Corner, i, ring[i]});
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point next = ring[(i + 1) % ring.size()];
        handles.push_back({Handle::Kind::Edge, i, {(ring[i].x + next.x) / 2, (ring[i].y + next.y) / 2}});
    }
    return handles;
}

Ring ringChosen(const Scene& scene)
{
    const auto outline = outlineOf(*scene.document.school, scene.selection.front());
    return outline ? outline->points : Ring{};
}

std::optional<Handle> handleAt(const Scene& scene, Vec2 at, double reach)
{
    if (!hasHandles(scene)) return std::nullopt;
    std::optional<Handle> best;
    for (const Handle& handle : handlesOf(ringChosen(scene))) {
        const double away = length(toMetres(handle.at) - at);
        if (away > reach) continue;
        reach = away;
        best = handle;
    }
    return best;
}

constexpr std::string_view kCorner = "corner ";
constexpr std::string_view kEdge = "edge ";
constexpr std::string_view kBox = "box";

std::size_t indexOf(std::string_view grabbed)
{
    std::size_t index = 0;
    const auto digits = grabbed.substr(grabbed.find(' ') + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), index);
    return index;
}

bool isChosen(const Scene& scene, const std::string& id)
{
    return std::ranges::count(scene.selection, id) > 0;
}

std::vector<std::string> chosenWith(const Scene& scene, const std::string& id, const Pointer& pointer)
{
    if (!pointer.shift) return isChosen(scene, id) ? scene.selection : std::vector<std::string>{id};
    std::vector<std::string> ids = scene.selection;
    if (std::erase(ids, id) == 0) ids.push_back(id);
    return ids;
}

// The edge of the one chosen shape under the hand.
std::optional<std::size_t> chosenEdgeAt(const Scene& scene, Vec2 at, double reach)
{
    if (!hasHandles(scene)) return std::nullopt;
    const Ring ring = ringChosen(scene);
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (length(nearestOn(toMetres(ring[i]), toMetres(ring[(i + 1) % ring.size()]), at) - at) <= reach) return i;
    return std::nullopt;
}

Outcome grabbed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    const double reach = kReachPixels * pointer.pixel;
    drawing.pressed = pointer.at;
    drawing.dragging = false;
    drawing.points = {toMillimetres(pointer.at)};
    if (const auto handle = handleAt(scene, pointer.at, reach)) {
        const auto word = handle->kind == Handle::Kind::Corner ? kCorner : kEdge;
        drawing.grabbed = std::string(word) + std::to_string(handle->index);
        drawing.points = {handle->at};
        return {};
    }
    const std::string id = elementAt(scene, pointer.at, reach);
    drawing.grabbed = id.empty() || pointer.shift ? std::string(kBox) : id;
    if (!id.empty()) return {{}, chosenWith(scene, id, pointer), {}};
    // The first click of a double one on an edge hits nothing where it falls outside.
    if (pointer.shift || chosenEdgeAt(scene, pointer.at, reach)) return {};
    return {{}, std::vector<std::string>{}, {}};
}

// The corner of what is moved that lies nearest to the hand is what snaps.
Point leadingCorner(const Scene& scene, Vec2 hand)
{
    Point best = toMillimetres(hand);
    double nearest = 1e9;
    for (const std::string& id : scene.selection)
        if (const auto outline = outlineOf(*scene.document.school, id))
            for (const Point corner : outline->points) {
                const double away = length(toMetres(corner) - hand);
                if (away >= nearest) continue;
                nearest = away;
                best = corner;
            }
    return best;
}

// What is moved must not hold itself.
Snapped snapWithoutChosen(Vec2 at, double reach, const Scene& scene)
{
    Edit rest;
    for (const std::string& id : scene.selection) rest.changes.emplace_back(Remove{id});
    auto school = apply(*scene.document.school, rest);
    if (!school) return snap(at, reach, scene, {});
    const Document document{std::make_shared<const School>(std::move(school).value()), {}, {}};
    return snap(at, reach, {document, scene.storey, nullptr, scene.settings, {}, nullptr, {}, {}}, {});
}

void drag(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    const bool far = length(pointer.at - *drawing.pressed) > kDragPixels * pointer.pixel;
    drawing.dragging = drawing.dragging || far;
    if (!drawing.dragging) return;
    if (drawing.grabbed == kBox) {
        drawing.hover = toMillimetres(pointer.at);
        return;
    }
    const bool handle = drawing.grabbed.starts_with(kCorner) || drawing.grabbed.starts_with(kEdge);
    const Point lead = handle ? drawing.points.front() : leadingCorner(scene, *drawing.pressed);
    const Vec2 wanted = toMetres(lead) + (pointer.at - *drawing.pressed);
    const Point held =
        pointer.alt ? toMillimetres(wanted) : snapWithoutChosen(wanted, kReachPixels * pointer.pixel, scene).at;
    drawing.points = {lead};
    drawing.hover = held;
}

void letGo(Drawing& drawing)
{
    drawing.pressed.reset();
    drawing.hover.reset();
    drawing.points.clear();
    drawing.grabbed.clear();
    drawing.dragging = false;
}

Outcome released(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    Outcome outcome;
    if (drawing.dragging && drawing.grabbed == kBox && drawing.pressed) {
        const Ring box = rectangle(toMillimetres(*drawing.pressed), toMillimetres(pointer.at));
        auto ids = elementsIn(scene, {box[0], box[2]});
        if (pointer.shift)
            for (const std::string& id : scene.selection)
                if (std::ranges::count(ids, id) == 0) ids.push_back(id);
        outcome.selection = std::move(ids);
    } else if (drawing.dragging) {
        outcome.step = draggedStep(drawing, scene);
    }
    letGo(drawing);
    return outcome;
}

// A new corner in the edge of the chosen shape under the hand.
Outcome cornerAdded(const Pointer& pointer, const Scene& scene)
{
    const auto edge = chosenEdgeAt(scene, pointer.at, kReachPixels * pointer.pixel);
    if (!edge) return {};
    Ring ring = ringChosen(scene);
    const Vec2 on = nearestOn(toMetres(ring[*edge]), toMetres(ring[(*edge + 1) % ring.size()]), pointer.at);
    ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(*edge) + 1, toMillimetres(on));
    auto change = withRing(*scene.document.school, scene.selection.front(), std::move(ring));
    return {Step{{"edit.add_corner", {}}, {*change}}, {}, {}};
}

// Along the edge's normal, so that neighbours keep their directions where they are at right angles to it.
Point acrossEdge(const Ring& ring, std::size_t edge, Point by)
{
    const Vec2 a = toMetres(ring[edge]);
    const Vec2 b = toMetres(ring[(edge + 1) % ring.size()]);
    const Vec2 along = b - a;
    const double whole = length(along);
    if (whole <= 0.0) return by;
    const Vec2 normal{-along.y / whole, along.x / whole};
    return toMillimetres(normal * dot(toMetres(by), normal));
}

Point plus(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}

// Doors in an edge that moves go with it.
void carryDoors(const Scene& scene, Segment edge, Point by, Step& step)
{
    const Storey* storey = findStorey(*scene.document.school, scene.storey);
    if (storey == nullptr) return;
    const double wall = scene.settings.wallThickness / 1000.0 / 2.0 + 0.01;
    for (const Door& door : storey->doors) {
        const Vec2 a = toMetres(door.at.a);
        const Vec2 b = toMetres(door.at.b);
        const auto onEdge = [&](Vec2 p) {
            return length(nearestOn(toMetres(edge.a), toMetres(edge.b), p) - p) <= wall;
        };
        if (!onEdge(a) || !onEdge(b)) continue;
        PutDoor put{scene.storey, door};
        put.door.at = {plus(door.at.a, by), plus(door.at.b, by)};
        step.changes.emplace_back(Change{std::move(put)});
    }
}

Step reshaped(const Drawing& drawing, const Scene& scene, Point by)
{
    Ring ring = ringChosen(scene);
    const std::size_t index = indexOf(drawing.grabbed) % std::max<std::size_t>(ring.size(), 1);
    Step step{{"edit.reshape", {}}, {}};
    if (drawing.grabbed.starts_with(kCorner)) {
        ring[index] = plus(ring[index], by);
    } else {
        const std::size_t next = (index + 1) % ring.size();
        const Segment edge{ring[index], ring[next]};
        by = acrossEdge(ring, index, by);
        ring[index] = plus(ring[index], by);
        ring[next] = plus(ring[next], by);
        carryDoors(scene, edge, by, step);
    }
    auto change = withRing(*scene.document.school, scene.selection.front(), std::move(ring));
    step.changes.insert(step.changes.begin(), DocumentChange{*change});
    return step;
}

}

std::optional<Step> draggedStep(const Drawing& drawing, const Scene& scene)
{
    if (!drawing.dragging || !drawing.hover || drawing.points.empty() || drawing.grabbed == kBox) return std::nullopt;
    const Point by{drawing.hover->x - drawing.points.front().x, drawing.hover->y - drawing.points.front().y};
    if (by == Point{}) return std::nullopt;
    const bool handle = drawing.grabbed.starts_with(kCorner) || drawing.grabbed.starts_with(kEdge);
    if (handle) return hasHandles(scene) ? std::optional(reshaped(drawing, scene, by)) : std::nullopt;
    return stepOf(moved(*scene.document.school, scene.selection, by));
}

Outcome selectPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    switch (pointer.kind) {
    case PointerKind::Press:
        return grabbed(drawing, pointer, scene);
    case PointerKind::Move:
        if (drawing.pressed) drag(drawing, pointer, scene);
        return {};
    case PointerKind::Release:
        return released(drawing, pointer, scene);
    case PointerKind::DoublePress:
        letGo(drawing);
        return cornerAdded(pointer, scene);
    }
    return {};
}

}
