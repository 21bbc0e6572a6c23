#include "sim/run/happenings.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>

namespace stairwise {
namespace {

SurfaceIndex surfaceOfElement(const Walkable& walkable, const std::string& element)
{
    const auto found = std::ranges::find(walkable.surfaces, element, &Surface::element);
    return found == walkable.surfaces.end() ? kNowhere : static_cast<SurfaceIndex>(found - walkable.surfaces.begin());
}

// Flights lie over rooms in plan: the level floor of the storey comes first.
SurfaceIndex surfaceUnder(const Walkable& walkable, const StoreyId& storey, Point at)
{
    SurfaceIndex flight = kNowhere;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        if (surface.storey != storey || sideOf(surface.area, at) == Side::Outside) continue;
        if (surface.kind != SurfaceKind::Flight) return s;
        if (flight == kNowhere) flight = s;
    }
    return flight;
}

Finding nobodyFell(const Walkable& walkable, const Fall& fall)
{
    Finding finding;
    finding.severity = Severity::Note;
    finding.rule = "run.nobody_fell";
    finding.element = walkable.surfaces[fall.surface].element;
    finding.what = {"run.nobody_fell", {}};
    finding.mend = {"run.nobody_fell.mend", {}};
    return finding;
}

}

std::optional<Fall> fallOf(const Event& event, const Walkable& walkable)
{
    const SurfaceIndex surface = event.on.empty() ? surfaceUnder(walkable, event.storey, event.at.value_or(Point{}))
                                                  : surfaceOfElement(walkable, event.on);
    if (surface == kNowhere) return std::nullopt;
    const Vec2 at = event.at ? toMetres(*event.at) : centroid(walkable.surfaces[surface].area);
    return Fall{surface, at, event.time, event.duration};
}

std::vector<Fall> fallsOf(const Scenario& scenario, const Walkable& walkable)
{
    std::vector<Fall> falls;
    for (const Event& event : scenario.events) {
        if (event.kind != EventKind::Fall) continue;
        if (const auto fall = fallOf(event, walkable)) falls.push_back(*fall);
    }
    return falls;
}

void tellFalls(RunResult& result, const Scenario& scenario, const Walkable& walkable, const Crowd& crowd)
{
    const std::vector<Fall> falls = fallsOf(scenario, walkable);
    for (const Fallen& fallen : crowd.fallen()) {
        const std::string& group = result.persons[fallen.person].group;
        const std::string& place = walkable.surfaces[falls[fallen.fall].surface].element;
        result.falls.push_back({fallen.person, group, place, fallen.from, fallen.until});
    }
    for (std::uint32_t n = 0; n < falls.size(); ++n)
        if (std::ranges::find(crowd.fallen(), n, &Fallen::fall) == crowd.fallen().end())
            result.findings.push_back(nobodyFell(walkable, falls[n]));
}

}
