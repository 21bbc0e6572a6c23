#include "sim/run/circumstances.hpp"

#include "sim/base/steady_math.hpp"

#include <map>
#include <set>

namespace stairwise {
namespace {

// All surfaces of a stair, and those that a door or a stair opens onto.
std::set<SurfaceIndex> touchedBy(const Event& event, const Walkable& walkable)
{
    std::set<SurfaceIndex> touched;
    const auto ofStair = [&](SurfaceIndex s) {
        return s != kNowhere && !event.stair.none() && walkable.surfaces[s].stair == event.stair;
    };
    for (const Portal& portal : walkable.portals) {
        const bool byDoor = !event.door.none() && portal.door == event.door;
        if (!byDoor && !ofStair(portal.a) && !ofStair(portal.b)) continue;
        for (const SurfaceIndex s : {portal.a, portal.b})
            if (s != kNowhere) touched.insert(s);
    }
    return touched;
}

// From the event that shuts a door or stair until the one that opens it again, or the end.
std::vector<Mishap> shutWays(const Scenario& scenario, const Walkable& walkable)
{
    std::vector<Mishap> shut;
    for (const Event& event : scenario.events) {
        if (event.kind != EventKind::Shut) continue;
        double until = scenario.timeLimit;
        for (const Event& other : scenario.events)
            if (other.kind == EventKind::Open && other.door == event.door && other.stair == event.stair &&
                other.time > event.time)
                until = std::min(until, other.time);
        const std::string element = event.door.none() ? event.stair.value : event.door.value;
        for (const SurfaceIndex s : touchedBy(event, walkable)) shut.push_back({s, element, event.time, until});
    }
    return shut;
}

}

RiskGround riskGroundOf(const Scenario& scenario, const Walkable& walkable, const Start& start)
{
    RiskGround ground;
    std::map<std::string, std::uint32_t> groups;
    for (std::size_t i = 0; i < start.persons.size(); ++i) {
        const auto [known, fresh] =
            groups.try_emplace(start.persons[i].group, static_cast<std::uint32_t>(groups.size()));
        if (fresh) ground.day.groups.push_back(start.persons[i].group);
        const double radius = start.walkers[i].radius;
        ground.people.push_back({known->second, start.persons[i].released, steady::kPi * radius * radius});
    }
    ground.day.dark.assign(walkable.surfaces.size(), scenario.lighting != Lighting::Normal);
    ground.day.shut = shutWays(scenario, walkable);
    return ground;
}

Pressing pressingOf(const Scenario& scenario, const Crowd& crowd, const Frame& frame)
{
    Pressing pressing;
    if (scenario.motivation != Motivation::Push) return pressing;
    const Forces forces = crowd.forces();
    pressing.onPerson.assign(frame.size(), 0.0);
    std::size_t row = 0;
    for (const Forces::OnPerson& pressed : forces.people) {
        while (row < frame.size() && frame.person[row] < pressed.person) ++row;
        if (row < frame.size() && frame.person[row] == pressed.person) pressing.onPerson[row] = pressed.newtons;
    }
    for (const Forces::OnWall& wall : forces.walls)
        pressing.walls.push_back({wall.surface, (wall.a + wall.b) * 0.5, wall.newtonsPerMetre});
    return pressing;
}

}
