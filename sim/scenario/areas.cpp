#include "sim/scenario/areas.hpp"

#include "sim/walkable/stair_parts.hpp"

namespace stairwise {

std::optional<Polygon> areaNamed(const School& school, const std::string& element)
{
    if (const Space* space = findSpace(school, {element})) return space->polygon;
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs) {
            if (!element.starts_with(stair.id.value + "/")) continue;
            for (const StairPart& part : partsOf(stair))
                if (elementOf(stair, part) == element) return Polygon{part.polygon, {}};
        }
    return std::nullopt;
}

}
