#include "sim/school/edit.hpp"

#include "sim/base/json.hpp"
#include "sim/school/elements.hpp"
#include "sim/school/lost_hold.hpp"
#include "sim/school/school_check.hpp"
#include "sim/school/school_limits.hpp"

#include <fmt/format.h>

namespace stairwise {
namespace {

// The values that a file of this school holds at most: those of a door, the largest of small things, for each element,
// and three for each corner.
constexpr std::size_t kValuesPerElement = 32;
constexpr std::size_t kValuesPerCorner = 3;

std::size_t cornersOf(const Polygon& polygon)
{
    std::size_t corners = polygon.outer.size();
    for (const Ring& hole : polygon.holes) corners += hole.size();
    return corners;
}

std::size_t flightsOf(const Stair& stair)
{
    std::size_t flights = stair.steps.size();
    for (const auto& rise : stair.steps) flights += rise.size();
    return flights;
}

std::size_t cornersOf(const Element& element)
{
    if (const auto* stair = element.as<Stair>()) return stair->storeys.size() + flightsOf(*stair);
    if (const auto* space = element.as<Space>()) return cornersOf(space->polygon);
    if (const auto* obstacle = element.as<Obstacle>()) return obstacle->polygon.size();
    if (const auto* area = element.as<AssemblyArea>()) return area->polygon.size() + area->classes.size();
    return 0;
}

// Each list alone is held by the sum of all: far more elements than kMostItems have too many values.
static_assert(kMostItems * kValuesPerElement > kMostJsonValues);

Done smallEnoughForAFile(const School& school)
{
    std::size_t values = school.guesses.size() * kValuesPerElement;
    eachElement(school, [&values](std::string_view, const Element& element) {
        values += kValuesPerElement + kValuesPerCorner * cornersOf(element);
    });
    if (values <= kMostJsonValues) return done();
    return Fault{{}, {}, {"edit.too_large", {fmt::to_string(kMostJsonValues)}}, {"edit.too_large.mend", {}}};
}

}

Result<School> apply(const School& school, const Edit& edit)
{
    Draft draft(school);
    for (const Change& change : edit.changes) draft.change(change);
    if (draft.fault()) return *draft.fault();
    letGo(draft);
    if (const Done small = smallEnoughForAFile(draft.school()); !small) return small.fault();
    if (const Done checked = checkSchool(draft.school(), {}); !checked) return checked.fault();
    return std::move(draft.school());
}

std::string freeId(const School& school, std::string_view prefix, int after)
{
    return FreeIds(school).next(prefix, after);
}

std::optional<StoreyId> storeyOf(const School& school, std::string_view id)
{
    std::optional<StoreyId> found;
    eachElement(school, [&](std::string_view other, const Element& element) {
        if (other == id) found = element.storey == nullptr ? StoreyId{} : element.storey->id;
    });
    return found;
}

const Building* buildingOf(const School& school, const StoreyId& storey)
{
    for (const Building& building : school.buildings)
        for (const auto& other : building.storeys)
            if (other->id == storey) return &building;
    return nullptr;
}

}
