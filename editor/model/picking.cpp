#include "editor/model/picking.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/walkable/stair_parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stairwise::editor {
namespace {

template <class T> void gather(const std::vector<T>& from, std::vector<const T*>& into)
{
    for (const T& one : from) into.push_back(&one);
}

void gatherSpaces(const std::vector<Space>& from, const StoreyId& home, PlanElements& into)
{
    gather(from, into.spaces);
    into.homes.resize(into.spaces.size(), home);
}

void gatherGrounds(const Grounds& grounds, PlanElements& into)
{
    gatherSpaces(grounds.spaces, {}, into);
    gather(grounds.gates, into.gates);
    gather(grounds.assemblyAreas, into.areas);
    gather(grounds.obstacles, into.obstacles);
    gather(grounds.equipment, into.equipment);
}

double distanceTo(Segment line, Vec2 at)
{
    return length(nearestOn(toMetres(line.a), toMetres(line.b), at) - at);
}

// The nearest of lines within reach.
template <class T> const T* nearestLine(const std::vector<const T*>& things, Vec2 at, double reach)
{
    const T* best = nullptr;
    for (const T* thing : things) {
        const double away = distanceTo(thing->at, at);
        if (away > reach) continue;
        reach = away;
        best = thing;
    }
    return best;
}

bool covers(const Ring& ring, Vec2 at)
{
    return ring.size() > 2 && contains(Polygon{ring, {}}, at);
}

Outline lineOutline(Segment line)
{
    return {{line.a, line.b}, false};
}

constexpr std::int32_t kMark = 250; // millimetres: half the side of the box around equipment; assumed

Outline markOutline(Point at)
{
    return {{{at.x - kMark, at.y - kMark},
             {at.x + kMark, at.y - kMark},
             {at.x + kMark, at.y + kMark},
             {at.x - kMark, at.y + kMark}},
            true};
}

template <class T> const T* byId(const std::vector<T>& things, const std::string& id)
{
    const auto found = std::ranges::find_if(things, [&](const T& thing) { return thing.id.value == id; });
    return found == things.end() ? nullptr : &*found;
}

std::optional<Outline> outlineOnStorey(const Storey& storey, const std::string& id)
{
    if (const auto* space = byId(storey.spaces, id)) return Outline{space->polygon.outer, true};
    if (const auto* door = byId(storey.doors, id)) return lineOutline(door->at);
    if (const auto* obstacle = byId(storey.obstacles, id)) return Outline{obstacle->polygon, true};
    if (const auto* equipment = byId(storey.equipment, id)) return markOutline(equipment->at);
    return std::nullopt;
}

std::optional<Outline> outlineOnGrounds(const Grounds& grounds, const std::string& id)
{
    if (const auto* space = byId(grounds.spaces, id)) return Outline{space->polygon.outer, true};
    if (const auto* gate = byId(grounds.gates, id)) return lineOutline(gate->at);
    if (const auto* area = byId(grounds.assemblyAreas, id)) return Outline{area->polygon, true};
    if (const auto* obstacle = byId(grounds.obstacles, id)) return Outline{obstacle->polygon, true};
    if (const auto* equipment = byId(grounds.equipment, id)) return markOutline(equipment->at);
    return std::nullopt;
}

bool inside(const Outline& outline, const Box& box)
{
    return !outline.points.empty() && std::ranges::all_of(outline.points, [&](Point p) {
        return p.x >= box.low.x && p.x <= box.high.x && p.y >= box.low.y && p.y <= box.high.y;
    });
}

template <class T>
void gatherInside(const School& school, const std::vector<const T*>& things, const Box& box,
                  std::vector<std::string>& into)
{
    for (const T* thing : things)
        if (const auto outline = outlineOf(school, thing->id.value); outline && inside(*outline, box))
            into.push_back(thing->id.value);
}

}

PlanElements elementsOf(const School& school, const StoreyId& storey)
{
    PlanElements found;
    const Storey* shown = storey.none() ? nullptr : findStorey(school, storey);
    if (shown != nullptr) {
        gatherSpaces(shown->spaces, storey, found);
        gather(shown->doors, found.doors);
        gather(shown->obstacles, found.obstacles);
        gather(shown->equipment, found.equipment);
        if (const Building* building = buildingOf(school, storey))
            for (const Stair& stair : building->stairs)
                if (std::ranges::count(stair.storeys, storey) > 0) found.stairs.push_back(&stair);
    }
    if (shown == nullptr || shown->elevation == 0) gatherGrounds(school.grounds, found);
    return found;
}

std::string elementAt(const Scene& scene, Vec2 at, double reach)
{
    const PlanElements all = elementsOf(*scene.document.school, scene.storey);
    for (const Equipment* one : all.equipment)
        if (length(toMetres(one->at) - at) <= std::max(reach, kMark / 1000.0)) return one->id.value;
    if (const Door* door = nearestLine(all.doors, at, reach)) return door->id.value;
    if (const Gate* gate = nearestLine(all.gates, at, reach)) return gate->id.value;
    for (const Obstacle* one : all.obstacles)
        if (covers(one->polygon, at)) return one->id.value;
    for (const Stair* stair : all.stairs)
        if (covers(footprintOf(*stair), at)) return stair->id.value;
    for (const Space* space : all.spaces)
        if (space->kind != SpaceKind::Outdoor && contains(space->polygon, at)) return space->id.value;
    for (const AssemblyArea* area : all.areas)
        if (covers(area->polygon, at)) return area->id.value;
    for (const Space* space : all.spaces)
        if (contains(space->polygon, at)) return space->id.value;
    return {};
}

std::vector<std::string> elementsIn(const Scene& scene, const Box& box)
{
    const School& school = *scene.document.school;
    const PlanElements all = elementsOf(school, scene.storey);
    std::vector<std::string> ids;
    gatherInside(school, all.spaces, box, ids);
    gatherInside(school, all.doors, box, ids);
    gatherInside(school, all.stairs, box, ids);
    gatherInside(school, all.gates, box, ids);
    gatherInside(school, all.areas, box, ids);
    gatherInside(school, all.obstacles, box, ids);
    gatherInside(school, all.equipment, box, ids);
    return ids;
}

std::optional<Outline> outlineOf(const School& school, const std::string& id)
{
    for (const Building& building : school.buildings) {
        for (const auto& storey : building.storeys)
            if (auto found = outlineOnStorey(*storey, id)) return found;
        if (const Stair* stair = byId(building.stairs, id)) return Outline{footprintOf(*stair), true};
    }
    return outlineOnGrounds(school.grounds, id);
}

std::optional<EdgeFound> edgeNear(const Scene& scene, Vec2 at, double reach)
{
    const PlanElements all = elementsOf(*scene.document.school, scene.storey);
    std::optional<EdgeFound> best;
    for (std::size_t i = 0; i < all.spaces.size(); ++i)
        for (const Segment& edge : edgesOf(all.spaces[i]->polygon)) {
            const Vec2 on = nearestOn(toMetres(edge.a), toMetres(edge.b), at);
            const double away = length(on - at);
            if (away > reach || (best && away >= reach)) continue;
            reach = away;
            best = EdgeFound{all.spaces[i], all.homes[i], edge, on};
        }
    return best;
}

std::optional<std::pair<StoreyId, Vec2>> whereIs(const School& school, const std::string& id)
{
    const auto outline = outlineOf(school, id);
    if (!outline || outline->points.empty()) return std::nullopt;
    StoreyId home = storeyOf(school, id).value_or(StoreyId{});
    if (const Stair* stair = findStair(school, {id}); stair != nullptr && !stair->storeys.empty())
        home = stair->storeys.front();
    const Box box = boxOf(outline->points);
    return std::pair{home, (toMetres(box.low) + toMetres(box.high)) * 0.5};
}

}
