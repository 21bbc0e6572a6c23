#include "sim/import/stair_chains.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"

#include <algorithm>
#include <set>

namespace stairwise {
namespace {

constexpr double kSameShaft = 0.5; // share of the smaller zone that lies over the other; assumed

using Rise = std::pair<std::size_t, std::size_t>; // lower and upper zone

bool usableZone(const DrawnElement& element)
{
    return element.sign == Sign::Staircase && !element.dropped;
}

// Every pair of zones of two storeys that the drawing links, directly or by a door between them.
std::set<Rise> linkedPairs(const Drawing& drawing, std::vector<bool>& linkOnly)
{
    std::set<Rise> rises;
    const auto add = [&](std::size_t a, std::size_t b) {
        if (drawing.elements[a].storey == drawing.elements[b].storey) return false;
        rises.insert(drawing.elements[a].storey < drawing.elements[b].storey ? Rise{a, b} : Rise{b, a});
        return true;
    };
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        const auto& element = drawing.elements[i];
        if (usableZone(element)) {
            for (const std::size_t other : element.links)
                if (usableZone(drawing.elements[other])) add(i, other);
        } else if (!isSpace(element.sign)) {
            const auto spaces = spacesOf(drawing, element);
            const auto isZone = [&](std::size_t s) { return usableZone(drawing.elements[s]); };
            if (spaces.size() == 2 && std::ranges::all_of(spaces, isZone) && add(spaces[0], spaces[1]))
                linkOnly[i] = true;
        }
    }
    return rises;
}

double sharedShare(const DrawnElement& a, const DrawnElement& b)
{
    double common = 0.0;
    for (const Polygon& piece : intersect({a.polygon}, {b.polygon})) common += area(piece);
    return common / std::min(area(a.polygon), area(b.polygon));
}

struct Neighbours {
    std::vector<std::optional<std::size_t>> above;
    std::vector<std::optional<std::size_t>> below;
};

void join(Neighbours& zones, std::size_t lower, std::size_t upper)
{
    zones.above[lower] = upper;
    zones.below[upper] = lower;
}

// A zone without any link, and a zone of the next storey over or under it that is free on that side.
void joinByPlace(const Drawing& drawing, Neighbours& zones, ImportNotes& notes)
{
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        const auto& zone = drawing.elements[i];
        if (!usableZone(zone) || zones.above[i] || zones.below[i]) continue;
        for (std::size_t other = 0; other < drawing.elements.size(); ++other) {
            const auto& candidate = drawing.elements[other];
            const bool next = candidate.storey == zone.storey + 1 && !zones.below[other] && !zones.above[i];
            const bool previous = candidate.storey + 1 == zone.storey && !zones.above[other] && !zones.below[i];
            if (!usableZone(candidate) || !(next || previous) || sharedShare(zone, candidate) < kSameShaft) continue;
            next ? join(zones, i, other) : join(zones, other, i);
            guess(notes, Severity::Warning, sightingOf(drawing, zone), "storeys",
                  {"import.stair_linked_by_place", {candidate.id}}, {"import.stair_linked_by_place.mend", {}});
        }
        if (!zones.above[i] && !zones.below[i])
            report(notes, Severity::Error, sightingOf(drawing, zone), {"import.stair_links_nothing", {zone.name}},
                   {"import.stair_links_nothing.mend", {}});
    }
}

}

StairChains chainsOf(const Drawing& drawing, ImportNotes& notes)
{
    StairChains result;
    result.linkOnly.resize(drawing.elements.size());
    Neighbours zones{std::vector<std::optional<std::size_t>>(drawing.elements.size()), {}};
    zones.below = zones.above;
    for (const auto& [lower, upper] : linkedPairs(drawing, result.linkOnly)) {
        const auto& zone = drawing.elements[lower];
        const auto& over = drawing.elements[upper];
        if (zones.above[lower] || zones.below[upper]) {
            report(notes, Severity::Error, sightingOf(drawing, zone), {"import.stair_branches", {over.id}},
                   {"import.stair_branches.mend", {}});
            continue;
        }
        if (over.storey != zone.storey + 1)
            report(notes, Severity::Warning, sightingOf(drawing, zone), {"import.stair_skips", {over.id}},
                   {"import.stair_skips.mend", {}});
        join(zones, lower, upper);
    }
    joinByPlace(drawing, zones, notes);
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        if (zones.below[i] || !zones.above[i]) continue;
        StairChain chain = {i};
        while (zones.above[chain.back()]) chain.push_back(*zones.above[chain.back()]);
        result.chains.push_back(std::move(chain));
    }
    return result;
}

}
