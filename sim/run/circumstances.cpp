#include "sim/run/circumstances.hpp"

#include "sim/base/steady_math.hpp"
#include "sim/run/happenings.hpp"

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

std::vector<Mishap> darkPlaces(const Scenario& scenario, const Walkable& walkable)
{
    std::vector<Mishap> dark;
    const std::vector<Light> lights = lightsOf(scenario, walkable);
    for (std::size_t i = 0; i < lights.size(); ++i) {
        const double until = i + 1 < lights.size() ? lights[i + 1].from : scenario.timeLimit;
        for (SurfaceIndex s = 0; s < lights[i].share.size(); ++s)
            if (lights[i].share[s] < 1.0F) dark.push_back({s, walkable.surfaces[s].element, lights[i].from, until});
    }
    return dark;
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
    ground.day.dark = darkPlaces(scenario, walkable);
    ground.day.shut = shutWays(scenario, walkable);
    return ground;
}

std::vector<Mishap> fallenIn(const Scenario& scenario, const Walkable& walkable, const Crowd& crowd)
{
    const std::vector<Fall> falls = fallsOf(scenario, walkable);
    std::vector<Mishap> fallen;
    for (const Fallen& one : crowd.fallen()) {
        const SurfaceIndex surface = falls[one.fall].surface;
        fallen.push_back({surface, walkable.surfaces[surface].element, one.from, one.until});
    }
    return fallen;
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
