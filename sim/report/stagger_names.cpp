#include "sim/report/stagger_names.hpp"

#include "sim/report/phrases.hpp"
#include "sim/stagger/clock_times.hpp"

#include <algorithm>

namespace stairwise {

std::string className(const School& school, const ClassId& id)
{
    const SchoolClass* own = findClass(school, id);
    return own == nullptr || own->name.empty() ? id.value : own->name;
}

std::string passageName(const School& school, const std::string& id)
{
    std::string name;
    if (const Stair* stair = findStair(school, {id}); stair != nullptr) name = stair->name;
    if (const Door* door = findDoor(school, {id}); door != nullptr) name = door->name;
    for (const Gate& gate : school.grounds.gates)
        if (gate.id.value == id) name = gate.name;
    return name.empty() ? id : name;
}

std::string wayName(const School& school, const ClassWay& way, Language language)
{
    return way == ClassWay{} ? say("stagger.any_way", language) : passageName(school, nameOf(way));
}

std::string placeName(const School& school, const Walkable& walkable, const std::string& element, Language language)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].element == element) return say(nameOf(school, walkable, s), language);
    return passageName(school, element);
}

std::string momentName(double seconds, const std::optional<double>& bell, Language language)
{
    const std::string after = minutes(seconds, language);
    return bell ? say({"stagger.moment", {clockText(*bell + seconds), after}}, language) : after;
}

}
