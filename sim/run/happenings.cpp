#include "sim/run/happenings.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <iterator>

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

bool changesLight(const Event& event)
{
    return event.kind == EventKind::Dark || event.kind == EventKind::Dim || event.kind == EventKind::Light;
}

Visibility visibilityIn(const Scenario& scenario, Lighting lighting)
{
    if (lighting == Lighting::Normal) return {};
    return lighting == Lighting::Dim ? scenario.inDim : scenario.inDark;
}

void apply(const Event& event, const Walkable& walkable, std::vector<Lighting>& lighting)
{
    const Lighting now = event.kind == EventKind::Dark  ? Lighting::Dark
                         : event.kind == EventKind::Dim ? Lighting::Dim
                                                        : Lighting::Normal;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        const bool meant = !event.on.empty()     ? surface.element == event.on
                           : !event.stair.none() ? surface.stair == event.stair
                                                 : true;
        if (meant) lighting[s] = now;
    }
}

Light lightFrom(double time, const Scenario& scenario, const Walkable& walkable, const std::vector<Lighting>& lighting)
{
    Light light{time, {}};
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Visibility visibility = visibilityIn(scenario, lighting[s]);
        const bool stair = walkable.surfaces[s].kind != SurfaceKind::Space;
        light.share.push_back(static_cast<float>(stair ? visibility.stairs : visibility.level));
    }
    return light;
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

std::vector<Light> lightsOf(const Scenario& scenario, const Walkable& walkable)
{
    std::vector<Event> events;
    std::ranges::copy_if(scenario.events, std::back_inserter(events), changesLight);
    if (events.empty() && scenario.lighting == Lighting::Normal) return {};
    std::ranges::stable_sort(events, {}, &Event::time);
    std::vector<Lighting> lighting(walkable.surfaces.size(), scenario.lighting);
    std::vector<Light> lights{lightFrom(0.0, scenario, walkable, lighting)};
    for (const Event& event : events) {
        apply(event, walkable, lighting);
        lights.push_back(lightFrom(event.time, scenario, walkable, lighting)); // of several at once the last holds
    }
    return lights;
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
