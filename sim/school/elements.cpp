#include "sim/school/elements.hpp"

#include "sim/base/json_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace stairwise {
namespace {

template <class Things>
void seeAll(const Things& things, const Building* building, const Storey* storey, const SeeElement& see)
{
    for (const auto& thing : things) see(thing.id.value, {&thing, building, storey});
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

}

void eachOnStorey(const Storey& storey, const Building& building, const SeeElement& see)
{
    seeAll(storey.spaces, &building, &storey, see);
    seeAll(storey.doors, &building, &storey, see);
    seeAll(storey.obstacles, &building, &storey, see);
    seeAll(storey.equipment, &building, &storey, see);
}

void eachElement(const School& school, const SeeElement& see)
{
    for (const Building& building : school.buildings) {
        see(building.id.value, {&building, &building, nullptr});
        for (const auto& storey : building.storeys) {
            see(storey->id.value, {storey.get(), &building, storey.get()});
            eachOnStorey(*storey, building, see);
        }
        seeAll(building.stairs, &building, nullptr, see);
    }
    seeAll(school.grounds.spaces, nullptr, nullptr, see);
    seeAll(school.grounds.gates, nullptr, nullptr, see);
    seeAll(school.grounds.assemblyAreas, nullptr, nullptr, see);
    seeAll(school.grounds.obstacles, nullptr, nullptr, see);
    seeAll(school.grounds.equipment, nullptr, nullptr, see);
    seeAll(school.classes, nullptr, nullptr, see);
    seeAll(school.staff, nullptr, nullptr, see);
}

Elements elementsOf(const School& school)
{
    Elements all;
    eachElement(school, [&all](std::string_view id, const Element& element) { all.emplace(id, element); });
    return all;
}

FreeIds::FreeIds(const School& school)
{
    eachElement(school, [this](std::string_view id, const Element&) { taken_.emplace(id); });
}

bool FreeIds::take(const std::string& id)
{
    return taken_.insert(id).second;
}

void FreeIds::release(const std::string& id)
{
    taken_.erase(id);
    reached_.clear();
}

std::string FreeIds::next(std::string_view prefix, int after)
{
    int& number = reached_.emplace(std::pair(std::string(prefix), after), after).first->second;
    for (;;) {
        std::string id = fmt::format("{}{}", prefix, ++number);
        if (taken_.insert(id).second) return id;
    }
}

std::string FreeIds::like(const std::string& id)
{
    constexpr std::size_t kMostDigits = 8; // of a number that still has room to count on
    std::size_t stem = id.size();
    while (stem > 0 && isDigit(id[stem - 1]) && id.size() - stem < kMostDigits) --stem;
    while (stem < id.size() && id[stem] == '0') ++stem; // R007 → R008
    if (stem + kMostDigits + 2 > kLongestId) return next("N");
    const int number = stem == id.size() ? 0 : std::atoi(id.c_str() + stem);
    return next(id.substr(0, stem), number);
}

}
