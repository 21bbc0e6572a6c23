#include "sim/egress/code_rules.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <queue>

namespace stairwise {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
/// Metres two ways must share before the place they start from counts as a dead end (袋形走道); assumed, the width of a
/// corridor and a little.
constexpr double kSharedWay = 3.0;

struct Reach {
    double twoWays = 0.0; // metres from a room's door to the nearest stair or exit
    double deadEnd = 0.0;
    std::string_view source;
};
/// Schools, one and more storeys, by fire grade I/II, III, IV.
constexpr Reach kReaches[] = {{35.0, 22.0, "GB 50016-2014 5.5.17 (figure of an older edition, check)"},
                              {30.0, 20.0, "GB 50016-2014 5.5.17 (figure from memory, check)"},
                              {25.0, 10.0, "GB 50016-2014 5.5.17 (figure from memory, check)"}};

/// A way to safety on a storey: a stair or an exit, and the portals one reaches it by.
using Havens = std::map<std::string, std::vector<PortalIndex>>;

bool isStair(const Walkable& walkable, SurfaceIndex surface)
{
    return surface != kNowhere && walkable.surfaces[surface].kind != SurfaceKind::Space;
}

Havens havensOf(const Walkable& walkable)
{
    Havens havens;
    for (std::size_t p = 0; p < walkable.portals.size(); ++p) {
        const Portal& portal = walkable.portals[p];
        const auto index = static_cast<PortalIndex>(p);
        if (portal.exit || portal.b == kNowhere) {
            havens["exit " + portal.door.value].push_back(index);
        } else if (isStair(walkable, portal.a) != isStair(walkable, portal.b)) {
            const Surface& stair = walkable.surfaces[isStair(walkable, portal.a) ? portal.a : portal.b];
            havens["stair " + stair.stair.value + " " + stair.storey.value].push_back(index);
        }
    }
    return havens;
}

/// Metres to each portal over spaces indoors.
std::vector<double> metresFrom(const Walkable& walkable, const Network& network, const std::vector<PortalIndex>& start)
{
    std::vector<double> metres(walkable.portals.size(), kInfinite);
    using Entry = std::pair<double, PortalIndex>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (const PortalIndex portal : start) {
        metres[portal] = 0.0;
        queue.emplace(0.0, portal);
    }
    while (!queue.empty()) {
        const auto [so_far, portal] = queue.top();
        queue.pop();
        if (so_far > metres[portal]) continue;
        for (const SurfaceIndex side : {walkable.portals[portal].a, walkable.portals[portal].b}) {
            if (side == kNowhere || isStair(walkable, side) || walkable.surfaces[side].outdoor) continue;
            for (const PortalIndex next : network.surfaces[side].portals) {
                const bool shut = walkable.portals[next].state == DoorState::Locked;
                const double all = so_far + shortestBetween(network, side, portal, next);
                if (shut || all >= metres[next]) continue;
                metres[next] = all;
                queue.emplace(all, next);
            }
        }
    }
    return metres;
}

struct Nearest {
    double metres = kInfinite;
    bool deadEnd = true;
};

/// The nearest haven, and whether the next one lies the same way: of the ways to both, and the way between the two,
/// half the excess is shared.
Nearest nearestTo(PortalIndex door, const Havens& havens, const std::map<std::string, std::vector<double>>& metres)
{
    Nearest nearest;
    const std::string* first = nullptr;
    for (const auto& [name, from] : metres)
        if (from[door] < nearest.metres) {
            nearest.metres = from[door];
            first = &name;
        }
    if (first == nullptr) return nearest;
    for (const auto& [name, from] : metres) {
        if (name == *first || from[door] == kInfinite) continue;
        double apart = kInfinite;
        for (const PortalIndex portal : havens.at(name)) apart = std::min(apart, metres.at(*first)[portal]);
        if (0.5 * (nearest.metres + from[door] - apart) <= kSharedWay) nearest.deadEnd = false;
    }
    return nearest;
}

bool isRoom(const Space* space)
{
    constexpr SpaceKind kRooms[] = {SpaceKind::Classroom, SpaceKind::Auditorium, SpaceKind::DormitoryRoom,
                                    SpaceKind::Canteen,   SpaceKind::Office,     SpaceKind::Other};
    return space != nullptr && std::ranges::find(kRooms, space->kind) != std::end(kRooms);
}

}

void checkDistances(const Site& site, std::vector<Finding>& findings)
{
    const bool strict = site.school.code.edition == CodeEdition::Strictest;
    if (!strict && !site.holds(Code::Gb50016)) return;
    const int grade = site.school.code.fireGrade;
    const Reach& reach = kReaches[grade <= 2 ? 0 : std::min(grade, 4) - 2];
    makeShortest(site.network);
    const Havens havens = havensOf(site.walkable);
    std::map<std::string, std::vector<double>> metres;
    for (const auto& [name, portals] : havens) metres[name] = metresFrom(site.walkable, site.network, portals);

    for (std::size_t i = 0; i < site.walkable.surfaces.size(); ++i) {
        if (!isRoom(findSpace(site.school, site.walkable.surfaces[i].space))) continue;
        Nearest nearest;
        for (const PortalIndex door : site.network.surfaces[i].portals) {
            const Nearest by = nearestTo(door, havens, metres);
            if (by.metres < nearest.metres) nearest = by;
        }
        const double limit = nearest.deadEnd ? reach.deadEnd : reach.twoWays;
        if (nearest.metres == kInfinite || nearest.metres <= limit) continue;
        const Message what = nearest.deadEnd ? Message{"check.distance_dead_end", {}} : Message{"check.distance", {}};
        const Saying saying{
            Severity::Warning, "room.distance", std::string(reach.source), what, {"check.distance.mend", {}}};
        Finding finding = findingOf(saying, placeOf(site.walkable, static_cast<SurfaceIndex>(i)));
        finding.measured = metresText(nearest.metres);
        finding.required = "≤ " + metresText(limit);
        findings.push_back(std::move(finding));
    }
}

}
