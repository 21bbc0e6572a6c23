#include "sim/school/school.hpp"

#include <algorithm>

namespace stairwise {
namespace {

template <class T, class I> const T* among(const std::vector<T>& list, const I& id)
{
    const auto found = std::ranges::find(list, id, &T::id);
    return found == list.end() ? nullptr : &*found;
}

template <class T, class I, class Of> const T* onStoreys(const School& school, const I& id, const Of& listOf)
{
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            if (const T* found = among(listOf(*storey), id)) return found;
    return nullptr;
}

}

bool operator==(const Building& a, const Building& b)
{
    const auto same = [](const auto& p, const auto& q) { return p == q || *p == *q; };
    return a.id == b.id && a.name == b.name && a.stairs == b.stairs && std::ranges::equal(a.storeys, b.storeys, same);
}

const Space* findSpace(const School& school, const SpaceId& id)
{
    const Space* found = onStoreys<Space>(
        school, id, [](const Storey& storey) -> const auto& { return storey.spaces; });
    return found != nullptr ? found : among(school.grounds.spaces, id);
}

const Door* findDoor(const School& school, const DoorId& id)
{
    return onStoreys<Door>(
        school, id, [](const Storey& storey) -> const auto& { return storey.doors; });
}

const Stair* findStair(const School& school, const StairId& id)
{
    for (const Building& building : school.buildings)
        if (const Stair* found = among(building.stairs, id)) return found;
    return nullptr;
}

const Storey* findStorey(const School& school, const StoreyId& id)
{
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            if (storey->id == id) return storey.get();
    return nullptr;
}

const SchoolClass* findClass(const School& school, const ClassId& id)
{
    return among(school.classes, id);
}

}
