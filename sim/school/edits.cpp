#include "sim/school/edits.hpp"

#include "sim/school/elements.hpp"
#include "sim/school/school_limits.hpp"
#include "sim/school/space_beside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace stairwise {
namespace {

using MovePoint = std::function<Point(Point)>;

// Beyond what 32 bits hold is beyond what a school may have: it is refused when the edit is applied.
std::int32_t held(std::int64_t value)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::clamp(value, -kMost, kMost));
}

Point plus(Point p, Point by, std::int64_t times = 1)
{
    return {held(p.x + by.x * times), held(p.y + by.y * times)};
}

Ring ringMoved(const Ring& ring, const MovePoint& move)
{
    Ring out;
    out.reserve(ring.size());
    for (const Point p : ring) out.push_back(move(p));
    return out;
}

Polygon polygonMoved(const Polygon& polygon, const MovePoint& move)
{
    Polygon out{ringMoved(polygon.outer, move), {}};
    for (const Ring& hole : polygon.holes) out.holes.push_back(ringMoved(hole, move));
    return out;
}

// What is named, with all that stands in a named building or on a named storey and the doors of named spaces; each
// once, in the order of the file.
std::vector<Element> chosen(const School& school, std::span<const std::string> ids)
{
    const std::set<std::string_view> named(ids.begin(), ids.end());
    const auto within = [&named](const Element& element) {
        return (element.building != nullptr && named.contains(element.building->id.value)) ||
               (element.storey != nullptr && named.contains(element.storey->id.value));
    };
    const auto alongWithSpace = [&named](const Element& element) {
        const auto* door = element.as<Door>();
        if (door == nullptr) return false;
        const auto beside = spacesBeside(*element.storey, door->at);
        return std::ranges::any_of(beside, [&named](const SpaceBeside& side) {
            return side.space != nullptr && named.contains(side.space->id.value);
        });
    };
    std::vector<Element> all;
    eachElement(school, [&](std::string_view id, const Element& element) {
        if (named.contains(id) || within(element) || alongWithSpace(element)) all.push_back(element);
    });
    return all;
}

StoreyId storeyIdOf(const Element& element)
{
    return element.storey == nullptr ? StoreyId{} : element.storey->id;
}

// An element as a change that puts it elsewhere; nothing for what has no place of its own.
class Placer {
public:
    Placer(const MovePoint& move, const Turning& turning) : move_(move), turning_(turning) {}
    std::optional<Change> placed(const Element& element) const
    {
        return std::visit([&](const auto* thing) { return change(element, *thing); }, element.what);
    }

private:
    Segment moved(const Segment& s) const { return {move_(s.a), move_(s.b)}; }
    bool mirrors() const
    {
        const auto& m = turning_.matrix;
        return m[0] * m[3] - m[1] * m[2] < 0;
    }
    std::optional<Change> change(const Element& at, Space space) const
    {
        space.polygon = polygonMoved(space.polygon, move_);
        return PutSpace{storeyIdOf(at), std::move(space)};
    }
    std::optional<Change> change(const Element& at, Door door) const
    {
        door.at = moved(door.at);
        if (mirrors()) std::swap(door.at.a, door.at.b); // the leaf still opens into the space on the left
        return PutDoor{storeyIdOf(at), std::move(door)};
    }
    std::optional<Change> change(const Element& at, Obstacle obstacle) const
    {
        obstacle.polygon = ringMoved(obstacle.polygon, move_);
        return PutObstacle{storeyIdOf(at), std::move(obstacle)};
    }
    std::optional<Change> change(const Element& at, Equipment equipment) const
    {
        equipment.at = move_(equipment.at);
        return PutEquipment{storeyIdOf(at), equipment};
    }
    std::optional<Change> change(const Element& at, Stair stair) const
    {
        constexpr std::array<Point, 4> kWays{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
        const auto& m = turning_.matrix;
        const Point way = kWays.at(static_cast<std::size_t>((stair.direction / 90) & 3));
        const Point turned{m[0] * way.x + m[1] * way.y, m[2] * way.x + m[3] * way.y};
        const auto found = std::ranges::find(kWays, turned);
        if (found != kWays.end()) stair.direction = 90 * static_cast<int>(found - kWays.begin());
        if (mirrors()) stair.turn = stair.turn == Turn::Left ? Turn::Right : Turn::Left;
        stair.origin = move_(stair.origin);
        return PutStair{at.building->id, std::move(stair)};
    }
    std::optional<Change> change(const Element&, Gate gate) const
    {
        gate.at = moved(gate.at);
        return gate;
    }
    std::optional<Change> change(const Element&, AssemblyArea area) const
    {
        area.polygon = ringMoved(area.polygon, move_);
        return area;
    }
    template <class T> std::optional<Change> change(const Element&, const T&) const { return {}; }

    const MovePoint& move_;
    const Turning& turning_;
};

void placeAll(Edit& edit, std::span<const Element> elements, const MovePoint& move, const Turning& turning)
{
    const Placer placer(move, turning);
    for (const Element& element : elements)
        if (auto change = placer.placed(element)) edit.changes.push_back(std::move(*change));
}

// Gives what a change puts an id of its own.
struct Renamer {
    FreeIds& ids;
    void operator()(PutSpace& put) const { put.space.id.value = ids.like(put.space.id.value); }
    void operator()(PutDoor& put) const { put.door.id.value = ids.like(put.door.id.value); }
    void operator()(PutObstacle& put) const { put.obstacle.id.value = ids.like(put.obstacle.id.value); }
    void operator()(PutEquipment& put) const { put.equipment.id.value = ids.like(put.equipment.id.value); }
    void operator()(PutStair& put) const { put.stair.id.value = ids.like(put.stair.id.value); }
    void operator()(Gate& gate) const { gate.id.value = ids.like(gate.id.value); }
    void operator()(AssemblyArea& area) const
    {
        area.id.value = ids.like(area.id.value);
        area.classes.clear();
    }
    template <class T> void operator()(T&) const {}
};

// Puts copies of what is named beside it.
class Copier {
public:
    Copier(const School& school, std::span<const std::string> ids) : elements_(chosen(school, ids)), free_(school) {}
    // False: nothing can be copied, or a school could not hold it.
    bool copy(Point by)
    {
        const std::size_t first = edit_.changes.size();
        if (first + elements_.size() > kMostItems) return false;
        placeAll(edit_, elements_, [by](Point p) { return plus(p, by); }, {});
        for (std::size_t i = first; i < edit_.changes.size(); ++i) std::visit(Renamer{free_}, edit_.changes[i]);
        return edit_.changes.size() > first;
    }
    Edit take(std::int64_t copies)
    {
        edit_.name = {"edit.array", {fmt::to_string(copies)}};
        return std::move(edit_);
    }

private:
    std::vector<Element> elements_;
    FreeIds free_;
    Edit edit_;
};

}

Edit moved(const School& school, std::span<const std::string> ids, Point by)
{
    Edit edit{{"edit.move", {}}, {}};
    const auto elements = chosen(school, ids);
    placeAll(edit, elements, [by](Point p) { return plus(p, by); }, {});
    return edit;
}

Turning quarterTurn(Point centre)
{
    return {{0, -1, 1, 0}, centre};
}

Turning mirrorAcross(Point centre)
{
    return {{-1, 0, 0, 1}, centre};
}

Edit turned(const School& school, std::span<const std::string> ids, const Turning& turning)
{
    const auto& m = turning.matrix;
    Edit edit{{"edit.turn", {}}, {}};
    if (m[0] * m[3] - m[1] * m[2] < 0) edit.name = {"edit.mirror", {}};
    const MovePoint move = [&turning, &m](Point p) {
        const std::int64_t x = std::int64_t{p.x} - turning.centre.x;
        const std::int64_t y = std::int64_t{p.y} - turning.centre.y;
        return Point{held(turning.centre.x + m[0] * x + m[1] * y), held(turning.centre.y + m[2] * x + m[3] * y)};
    };
    placeAll(edit, chosen(school, ids), move, turning);
    return edit;
}

Edit arrayed(const School& school, std::span<const std::string> ids, Point by, int count)
{
    Copier copier(school, ids);
    int copy = 1;
    while (copy <= count && copier.copy(plus({}, by, copy))) ++copy;
    return copier.take(std::max(count, 0));
}

Edit arrayed(const School& school, std::span<const std::string> ids, const Rows& rows)
{
    Copier copier(school, ids);
    bool more = true;
    for (int row = 0; row < rows.rows && more; ++row)
        for (int column = row == 0 ? 1 : 0; column < rows.columns && more; ++column)
            more = copier.copy({plus({}, rows.by, column).x, plus({}, rows.by, row).y});
    return copier.take(std::int64_t{std::max(rows.columns, 1)} * std::max(rows.rows, 1) - 1);
}

}
