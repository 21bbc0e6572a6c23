#include "sim/stagger/class_ways.hpp"

#include "sim/egress/network.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kDetour = 60.0; // seconds

struct Trip {
    double seconds = 0.0;
    bool byStairs = false;
};

// The shortest way out under a rule.
std::optional<Trip> tripBy(const Setting& setting, SurfaceIndex room, const RouteRule& rule)
{
    const Walkable& walkable = setting.walkable;
    const auto seconds = secondsToGo(walkable, setting.network, rule, Goal{}, {});
    const auto route = routeFrom(walkable, setting.network, room, rule, Goal{}, {});
    if (route.empty() || !std::isfinite(seconds[route.front()])) return std::nullopt;
    Trip trip{seconds[route.front()], false};
    for (const PassageIndex passage : route) {
        const SurfaceIndex to = setting.network.passages[passage].to;
        trip.byStairs = trip.byStairs || (to != kNowhere && walkable.surfaces[to].kind == SurfaceKind::Flight);
    }
    return trip;
}

std::vector<ClassWay> candidates(const School& school, const Setting& setting, bool byStairs)
{
    std::vector<ClassWay> ways;
    for (const Building& building : school.buildings) {
        if (byStairs) {
            for (const Stair& stair : building.stairs) ways.push_back({stair.id, {}});
            continue;
        }
        for (const Portal& portal : setting.walkable.portals)
            if (portal.exit && !portal.door.none() && findDoor(school, portal.door) != nullptr)
                if (std::ranges::find(ways, ClassWay{{}, portal.door}) == ways.end()) ways.push_back({{}, portal.door});
    }
    return ways;
}

}

std::vector<WayChoice> waysOf(const School& school, const Setting& setting, const SchoolClass& own,
                              const std::vector<ClassWay>& allowed)
{
    const SurfaceIndex room = surfaceOf(setting.walkable, own.homeroom);
    if (room == kNowhere) return {};
    const auto free = tripBy(setting, room, {});
    if (!free) return {};
    std::vector<WayChoice> choices;
    for (const ClassWay& way : candidates(school, setting, free->byStairs)) {
        if (!allowed.empty() && std::ranges::find(allowed, way) == allowed.end()) continue;
        RouteRule rule;
        if (!way.stair.none()) rule.stairs = {way.stair};
        if (!way.exit.none()) rule.exits = {way.exit};
        if (const auto trip = tripBy(setting, room, rule)) choices.push_back({way, trip->seconds});
    }
    std::ranges::stable_sort(choices, {}, &WayChoice::seconds);
    if (choices.empty()) return choices;
    const double most = choices.front().seconds + kDetour;
    std::erase_if(choices, [&](const WayChoice& choice) { return choice.seconds > most; });
    return choices;
}

}
