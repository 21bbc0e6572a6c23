#include "sim/egress/places.hpp"

#include "sim/geometry/polygon.hpp"

#include <fmt/format.h>

namespace stairwise {
namespace {

std::array<std::int32_t, 2> at(Point point)
{
    return {point.x, point.y};
}

}

Place placeOf(const Walkable& walkable, SurfaceIndex surface)
{
    const Surface& on = walkable.surfaces[surface];
    return {on.element, on.storey.value, at(toMillimetres(centroid(on.area)))};
}

Place placeOf(const School& school, const Door& door)
{
    Place place{door.id.value, {}, at({(door.at.a.x + door.at.b.x) / 2, (door.at.a.y + door.at.b.y) / 2})};
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Door& other : storey->doors)
                if (other.id == door.id) place.storey = storey->id.value;
    return place;
}

Place placeOf(const Stair& stair)
{
    return {stair.id.value, stair.storeys.empty() ? std::string() : stair.storeys.front().value, at(stair.origin)};
}

Place placeOf(const School& school, const SchoolClass& schoolClass)
{
    Place place{schoolClass.id.value, {}, {}};
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Space& space : storey->spaces)
                if (space.id == schoolClass.homeroom && !space.id.none()) {
                    place.storey = storey->id.value;
                    place.at = at(toMillimetres(centroid(space.polygon)));
                }
    return place;
}

Finding findingOf(const Saying& saying, const Place& place)
{
    Finding finding;
    finding.severity = saying.severity;
    finding.rule = saying.rule;
    finding.source = saying.source;
    finding.element = place.element;
    finding.storey = place.storey;
    finding.at = place.at;
    finding.what = saying.what;
    finding.mend = saying.mend;
    return finding;
}

std::string metresText(double metres)
{
    return fmt::format("{:.2f} m", metres);
}

}
