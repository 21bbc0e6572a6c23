#include "sim/egress/check.hpp"

#include "sim/egress/code_rules.hpp"
#include "sim/egress/places.hpp"
#include "sim/egress/ways.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace stairwise {
namespace {

const Goal kOut{};

void add(std::vector<Finding>& findings, const Saying& saying, const Place& place)
{
    findings.push_back(findingOf(saying, place));
}

/// Passages that would do if every lock were opened.
std::vector<bool> unlocked(const Network& network)
{
    std::vector<bool> usable;
    for (const Passage& passage : network.passages)
        usable.push_back(passage.from != kNowhere && passage.width >= kNarrowestWay);
    return usable;
}

/// Locked doors that somebody on the surface comes to, as a list for people.
std::string locksAround(const Walkable& walkable, const Network& network, SurfaceIndex start)
{
    std::set<std::string> doors;
    std::vector<SurfaceIndex> seen{start};
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (const Passage& passage : network.passages) {
            if (passage.from != seen[i] || passage.width < kNarrowestWay) continue;
            const auto portal = portalOf(static_cast<PassageIndex>(&passage - network.passages.data()));
            if (passage.locked)
                doors.insert(walkable.portals[portal].door.value);
            else if (passage.to != kNowhere && std::ranges::find(seen, passage.to) == seen.end())
                seen.push_back(passage.to);
        }
    }
    std::string text;
    for (const std::string& door : doors) text += (text.empty() ? "" : ", ") + door;
    return text;
}

/// By surface: does anybody get from it to the open air?
std::vector<bool> withWayOut(const Walkable& walkable, const Network& network)
{
    const auto toGo = secondsToGo(walkable, network, {}, kOut, {});
    std::vector<bool> out(walkable.surfaces.size());
    for (std::size_t s = 0; s < out.size(); ++s) out[s] = walkable.surfaces[s].outdoor;
    for (std::size_t p = 0; p < toGo.size(); ++p)
        if (toGo[p] < std::numeric_limits<double>::infinity()) out[network.passages[p].from] = true;
    return out;
}

void checkWays(const Walkable& walkable, const Network& network, std::vector<Finding>& findings)
{
    const auto out = withWayOut(walkable, network);
    const auto open = unlocked(network);
    const bool anyExit = [&] {
        for (std::size_t p = 0; p < open.size(); ++p)
            if (open[p] && leadsToGoal(walkable, network.passages[p], static_cast<PassageIndex>(p), kOut)) return true;
        return false;
    }();
    if (!anyExit && std::ranges::find(out, false) != out.end()) {
        add(findings, {Severity::Error, "ways.no_exit", {}, {"check.no_exit", {}}, {"check.no_exit.mend", {}}}, {});
        return;
    }
    const auto ifUnlocked = surfacesWithWay(walkable, network, open, kOut);
    for (std::size_t s = 0; s < out.size(); ++s) {
        if (out[s]) continue;
        const auto surface = static_cast<SurfaceIndex>(s);
        const std::string locks = ifUnlocked[s] ? locksAround(walkable, network, surface) : std::string();
        const Place place = placeOf(walkable, surface);
        if (locks.empty())
            add(findings,
                {Severity::Error, "ways.unreachable", {}, {"check.unreachable", {}}, {"check.unreachable.mend", {}}},
                place);
        else
            add(findings, {Severity::Error, "ways.locked", {}, {"check.locked", {locks}}, {"check.locked.mend", {}}},
                place);
    }
}

void checkNarrowDoors(const School& school, const Walkable& walkable, const Network& network,
                      std::vector<Finding>& findings)
{
    for (std::size_t p = 0; p < walkable.portals.size(); ++p) {
        const double width = network.passages[passageOf(static_cast<PortalIndex>(p), false)].width;
        const Door* door = width < kNarrowestWay ? findDoor(school, walkable.portals[p].door) : nullptr;
        if (door == nullptr) continue;
        const Saying saying{
            Severity::Error, "door.too_narrow", "assumed", {"check.too_narrow", {}}, {"check.too_narrow.mend", {}}};
        Finding finding = findingOf(saying, placeOf(school, *door));
        finding.measured = metresText(width);
        finding.required = "≥ " + metresText(kNarrowestWay);
        findings.push_back(std::move(finding));
    }
}

/// The surface of each class's room.
class Homes {
public:
    explicit Homes(const Walkable& walkable)
    {
        for (SurfaceIndex i = 0; i < walkable.surfaces.size(); ++i)
            if (!walkable.surfaces[i].space.none()) surfaces_.emplace(walkable.surfaces[i].space.value, i);
    }
    [[nodiscard]] SurfaceIndex of(const SchoolClass& each) const
    {
        const auto found = each.homeroom.none() ? surfaces_.end() : surfaces_.find(each.homeroom.value);
        return found == surfaces_.end() ? kNowhere : found->second;
    }

private:
    std::map<std::string_view, SurfaceIndex> surfaces_; // by space
};

void checkClasses(const School& school, const Walkable& walkable, const Network& network,
                  const std::vector<ClassId>& alone, std::vector<Finding>& findings)
{
    const auto out = withWayOut(walkable, network);
    const Homes homes(walkable);
    for (const SchoolClass& each : school.classes) {
        const Place place = placeOf(school, each);
        const Space* room = each.homeroom.none() ? nullptr : findSpace(school, each.homeroom);
        const SurfaceIndex surface = room == nullptr ? kNowhere : homes.of(each);
        if (room == nullptr)
            add(findings,
                {Severity::Error,
                 "class.place",
                 {},
                 {"check.class_place", {each.name}},
                 {"check.class_place.mend", {}}},
                place);
        else if (surface == kNowhere || area(walkable.surfaces[surface].area) <= 0.0)
            add(findings,
                {Severity::Error,
                 "class.room",
                 {},
                 {"check.class_room", {each.name, each.homeroom.value}},
                 {"check.class_room.mend", {}}},
                place);
        else if (out[surface] && std::ranges::find(alone, each.id) != alone.end())
            add(findings,
                {Severity::Warning,
                 "class.second_way",
                 {},
                 {"check.second_way", {each.name}},
                 {"check.second_way.mend", {}}},
                place);
    }
}

/// Whatever can be lost as one: a door, a flight, an exit. Where two surfaces simply touch there is nothing to lose.
bool canBeLost(const Walkable& walkable, const Passage& passage, PortalIndex portal)
{
    return !walkable.portals[portal].door.none() || passage.exit || passage.to == kNowhere ||
           onFlight(walkable, portal);
}

/// Asked for every class and every door of its route: looks no farther than to the first way out.
class WayLeft {
public:
    WayLeft(const Walkable& walkable, const Network& network, const Barred& barred)
        : walkable_(walkable), network_(network),
          turns_(turnsOf(walkable, network, usablePassages(walkable, network, {}, barred))),
          seen_(walkable.surfaces.size(), 0)
    {
    }
    /// Does somebody on the surface get out when a portal is lost?
    [[nodiscard]] bool from(SurfaceIndex surface, PortalIndex lost)
    {
        next_.assign(1, surface);
        seen_[surface] = ++round_;
        for (std::size_t i = 0; i < next_.size(); ++i)
            for (const PassageIndex passage : turns_.outOf[next_[i]]) {
                if (portalOf(passage) == lost) continue;
                const Passage& by = network_.passages[passage];
                if (leadsToGoal(walkable_, by, passage, kOut)) return true;
                if (seen_[by.to] != round_) next_.push_back(by.to);
                seen_[by.to] = round_;
            }
        return false;
    }

private:
    const Walkable& walkable_;
    const Network& network_;
    Turns turns_;
    std::vector<std::uint32_t> seen_; // by surface: in which round
    std::uint32_t round_ = 0;
    std::vector<SurfaceIndex> next_;
};

}

std::vector<ClassId> withoutSecondWay(const School& school, const Walkable& walkable, const Network& network)
{
    return withoutSecondWay(school, walkable, network, Barred{});
}

std::vector<ClassId> withoutSecondWay(const School& school, const Walkable& walkable, const Network& network,
                                      const Barred& barred)
{
    const auto toGo = secondsToGo(walkable, network, {}, kOut, barred);
    WayLeft wayLeft(walkable, network, barred);
    const Homes homes(walkable);
    std::vector<ClassId> without;
    for (const SchoolClass& each : school.classes) {
        const SurfaceIndex home = homes.of(each);
        if (home == kNowhere || walkable.surfaces[home].outdoor) continue;
        const auto route = follow(walkable, network, home, kOut, toGo).passages;
        const bool second = std::ranges::all_of(route, [&](PassageIndex passage) {
            const PortalIndex portal = portalOf(passage);
            const Passage& by = network.passages[passage];
            return by.from == home || !canBeLost(walkable, by, portal) || wayLeft.from(home, portal);
        });
        if (route.empty() || !second) without.push_back(each.id);
    }
    return without;
}

std::vector<Finding> check(const School& school, const Walkable& walkable, const Network& network)
{
    return check(school, walkable, network, withoutSecondWay(school, walkable, network));
}

std::vector<Finding> check(const School& school, const Walkable& walkable, const Network& network,
                           const std::vector<ClassId>& withoutSecond)
{
    std::vector<Finding> findings = walkable.findings;
    checkWays(walkable, network, findings);
    checkNarrowDoors(school, walkable, network, findings);
    checkClasses(school, walkable, network, withoutSecond, findings);
    std::ranges::move(codeFindings(school, walkable, network), std::back_inserter(findings));
    std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
        return a.severity != b.severity ? a.severity > b.severity : a.element < b.element;
    });
    return findings;
}

}
