#include "editor/model/making.hpp"

#include "editor/model/picking.hpp"
#include "sim/geometry/polygon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace stairwise::editor {
namespace {

const School& schoolOf(const Scene& scene)
{
    return *scene.document.school;
}

Step single(Message name, Change change)
{
    return {std::move(name), {std::move(change)}};
}

// "203": the lowest number of the storey that no room bears yet.
std::string roomName(const Scene& scene)
{
    const Storey* storey = findStorey(schoolOf(scene), scene.storey);
    if (storey == nullptr) return {};
    for (int i = 1;; ++i) {
        std::string name = fmt::format("{}{:02}", storey->number, i);
        if (std::ranges::find(storey->spaces, name, &Space::name) == storey->spaces.end()) return name;
    }
}

std::int32_t widthFor(const Scene& scene, ToolKind tool)
{
    return tool == ToolKind::Opening || tool == ToolKind::Gate ? scene.settings.openingWidth : scene.settings.doorWidth;
}

constexpr std::int32_t kFromCorner = 50; // millimetres that a door keeps from the end of its wall; assumed

// A piece of the edge of this width, as near to the place as the edge allows.
std::optional<Segment> pieceOf(Segment edge, Vec2 near, double width)
{
    const Vec2 a = toMetres(edge.a);
    const Vec2 b = toMetres(edge.b);
    const double whole = length(b - a);
    const double spare = whole - width - 2.0 * kFromCorner / 1000.0;
    if (spare < 0.0) return std::nullopt;
    const Vec2 along = (b - a) * (1.0 / whole);
    const double edgeOfPlace = width / 2.0 + kFromCorner / 1000.0;
    const double middle = std::clamp(dot(near - a, along), edgeOfPlace, whole - edgeOfPlace);
    return Segment{toMillimetres(a + along * (middle - width / 2.0)),
                   toMillimetres(a + along * (middle + width / 2.0))};
}

struct Risers {
    int steps = 0;
    std::int32_t riser = 0;
};

constexpr int kMoreStepsTried = 5; // to find a whole number of millimetres that fits; assumed

// The fewest steps, none higher than `highest`, whose whole millimetres make up the rise best.
Risers risersOf(std::int32_t rise, std::int32_t highest)
{
    const int fewest = std::max(2, static_cast<int>((rise + highest - 1) / highest));
    Risers best{fewest, static_cast<std::int32_t>(std::lround(static_cast<double>(rise) / fewest))};
    std::int32_t off = std::abs(best.steps * best.riser - rise);
    for (int steps = fewest + 1; steps <= fewest + kMoreStepsTried; ++steps) {
        const auto riser = static_cast<std::int32_t>(std::lround(static_cast<double>(rise) / steps));
        if (std::abs(steps * riser - rise) >= off) continue;
        off = std::abs(steps * riser - rise);
        best = {steps, riser};
    }
    return best;
}

// Steps shared among flights: the lower ones take what is over.
std::vector<int> shared(int steps, StairKind kind)
{
    const int flights = kind == StairKind::Straight ? 1 : kind == StairKind::DogLeg ? 2 : 3;
    std::vector<int> each(static_cast<std::size_t>(flights), steps / flights);
    for (int i = 0; i < steps % flights; ++i) ++each[static_cast<std::size_t>(i)];
    return each;
}

std::int32_t riseOf(const Building& building, const StoreyId& from, const StoreyId& to)
{
    std::int32_t low = 0;
    std::int32_t high = 0;
    for (const auto& storey : building.storeys) {
        if (storey->id == from) low = storey->elevation;
        if (storey->id == to) high = storey->elevation;
    }
    return high - low;
}

}

Ring rectangle(Point a, Point b)
{
    const auto [x0, x1] = std::minmax(a.x, b.x);
    const auto [y0, y1] = std::minmax(a.y, b.y);
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

bool largeEnough(const Ring& ring)
{
    constexpr std::int32_t kNarrowest = 100; // millimetres; assumed: less is a slip of the hand
    if (ring.size() < 3 || doubleArea(ring) == 0) return false;
    const Box box = boxOf(ring);
    return box.high.x - box.low.x >= kNarrowest && box.high.y - box.low.y >= kNarrowest;
}

Step roomMade(const Scene& scene, Ring ring, SpaceKind kind)
{
    Space space{{freeId(schoolOf(scene), "R")}, {}, kind, {std::move(ring), {}}};
    if (kind == SpaceKind::Classroom || kind == SpaceKind::DormitoryRoom || kind == SpaceKind::Office)
        space.name = roomName(scene);
    const bool corridor = kind == SpaceKind::Corridor;
    return single({corridor ? "edit.draw_corridor" : "edit.draw_room", {}}, PutSpace{scene.storey, std::move(space)});
}

Step groundMade(const Scene& scene, Ring ring)
{
    Space space{{freeId(schoolOf(scene), "G")}, {}, SpaceKind::Outdoor, {std::move(ring), {}}};
    return single({"edit.draw_ground", {}}, PutSpace{{}, std::move(space)});
}

Step obstacleMade(const Scene& scene, Ring ring)
{
    return single({"edit.draw_obstacle", {}},
                  PutObstacle{scene.storey, {{freeId(schoolOf(scene), "O")}, std::move(ring)}});
}

Step areaMade(const Scene& scene, Ring ring)
{
    const std::string id = freeId(schoolOf(scene), "A");
    return single({"edit.draw_area", {}}, AssemblyArea{{id}, id, std::move(ring), {}});
}

Step equipmentMade(const Scene& scene, Point at)
{
    return single({"edit.put_equipment", {}},
                  PutEquipment{scene.storey, {{freeId(schoolOf(scene), "E")}, scene.settings.equipment, at}});
}

std::optional<WayPlaced> wayPlaced(const Scene& scene, ToolKind tool, Vec2 at, double reach)
{
    const auto found = edgeNear(scene, at, reach);
    if (!found) return std::nullopt;
    if (found->home.none() != (tool == ToolKind::Gate)) return std::nullopt;
    const auto piece = pieceOf(found->edge, found->at, widthFor(scene, tool) / 1000.0);
    if (!piece) return std::nullopt;
    return WayPlaced{found->home, *piece};
}

Step wayMade(const Scene& scene, ToolKind tool, const WayPlaced& place)
{
    const School& school = schoolOf(scene);
    // Rounding to whole millimetres may have taken one from the length.
    const auto spanned =
        static_cast<std::int32_t>(std::floor(length(toMetres(place.at.b) - toMetres(place.at.a)) * 1000.0));
    const std::int32_t width = std::min(widthFor(scene, tool), spanned);
    if (tool == ToolKind::Gate) {
        const std::string id = freeId(school, "M");
        return single({"edit.put_gate", {}}, Gate{{id}, id, place.at, width});
    }
    Door door{{freeId(school, tool == ToolKind::Exit ? "EX" : "D")}, {}, DoorKind::Door, place.at, width};
    door.exit = tool == ToolKind::Exit;
    if (door.exit) {
        door.name = door.id.value;
        door.swing = Swing::Out; // GB 50016 6.4.11: doors on escape ways open in the direction of escape
    } else if (tool == ToolKind::Door) {
        door.swing = Swing::Out;
    } else {
        door.kind = DoorKind::Opening;
    }
    const Message name = door.exit                ? Message{"edit.put_exit", {}}
                         : tool == ToolKind::Door ? Message{"edit.put_door", {}}
                                                  : Message{"edit.put_opening", {}};
    return single(name, PutDoor{place.storey, std::move(door)});
}

void fitSteps(Stair& stair, const Building& building)
{
    stair.steps.clear();
    for (std::size_t i = 0; i + 1 < stair.storeys.size(); ++i) {
        const std::int32_t rise = std::max(riseOf(building, stair.storeys[i], stair.storeys[i + 1]), 2 * stair.riser);
        int steps = static_cast<int>(std::lround(static_cast<double>(rise) / stair.riser));
        if (i == 0) {
            const Risers risers = risersOf(rise, stair.riser);
            stair.riser = risers.riser;
            steps = risers.steps;
        }
        stair.steps.push_back(shared(std::max(steps, 6), stair.kind));
    }
    if (stair.kind != StairKind::ThreeFlight || stair.steps.empty()) return;
    for (const auto& rise : stair.steps) stair.well = std::max(stair.well, (rise[1] - 1) * stair.tread);
}

std::optional<Stair> stairFitted(const Scene& scene, Point origin)
{
    const Building* building = buildingOf(schoolOf(scene), scene.storey);
    if (building == nullptr) return std::nullopt;
    Stair stair = scene.settings.stair;
    stair.id = {freeId(schoolOf(scene), "S")};
    stair.name = stair.id.value;
    stair.origin = origin;
    stair.storeys.clear();
    bool here = false;
    for (const auto& storey : building->storeys) {
        here = here || storey->id == scene.storey;
        if (here) stair.storeys.push_back(storey->id);
    }
    if (stair.storeys.size() < 2) return std::nullopt;
    fitSteps(stair, *building);
    return stair;
}

Step stairMade(const Scene& scene, Stair stair)
{
    const Building* building = buildingOf(schoolOf(scene), scene.storey);
    return single({"edit.put_stair", {}}, PutStair{building->id, std::move(stair)});
}

std::optional<Change> withRing(const School& school, const std::string& id, Ring ring)
{
    const StoreyId home = storeyOf(school, id).value_or(StoreyId{});
    if (const Space* space = findSpace(school, {id})) {
        PutSpace put{home, *space};
        put.space.polygon.outer = std::move(ring);
        return put;
    }
    for (const AssemblyArea& area : school.grounds.assemblyAreas)
        if (area.id.value == id) {
            AssemblyArea changed = area;
            changed.polygon = std::move(ring);
            return changed;
        }
    const Storey* storey = home.none() ? nullptr : findStorey(school, home);
    const auto& obstacles = storey != nullptr ? storey->obstacles : school.grounds.obstacles;
    const bool obstacle = std::ranges::any_of(obstacles, [&](const Obstacle& one) { return one.id.value == id; });
    if (!obstacle) return std::nullopt;
    return PutObstacle{home, {{id}, std::move(ring)}};
}

}
