#include "editor/model/mending.hpp"

#include "editor/model/making.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <set>
#include <string_view>

namespace stairwise::editor {
namespace {

Step stepFor(Change change)
{
    return {{"edit.mend", {}}, {std::move(change)}};
}

// The first number of "≥ 1.65 m" or "≤ 160 mm", in millimetres where it is a length.
std::optional<std::int32_t> millimetresOf(const std::string& required)
{
    const auto first = std::ranges::find_if(required, [](unsigned char c) { return std::isdigit(c) != 0; });
    if (first == required.end()) return std::nullopt;
    const std::string_view rest(&*first, static_cast<std::size_t>(required.end() - first));
    double value = 0.0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc{}) return std::nullopt;
    const std::string_view unit = rest.substr(static_cast<std::size_t>(end - rest.data()));
    const bool metres = unit.starts_with(" m") && !unit.starts_with(" mm");
    return static_cast<std::int32_t>(std::lround(metres ? value * 1000.0 : value));
}

// Both ends out by as much as is missing.
Segment lengthened(Segment at, std::int32_t wanted)
{
    const Vec2 a = toMetres(at.a);
    const Vec2 b = toMetres(at.b);
    const double whole = length(b - a);
    if (whole <= 0.0 || whole * 1000.0 >= wanted) return at;
    const Vec2 out = (b - a) * ((wanted / 1000.0 + 0.002 - whole) / 2.0 / whole); // a rounding to spare
    return {toMillimetres(a - out), toMillimetres(b + out)};
}

std::optional<Step> doorWidened(const Finding& finding, const School& school)
{
    const Door* door = findDoor(school, {finding.element});
    const auto width = millimetresOf(finding.required);
    const auto home = storeyOf(school, finding.element);
    if (door == nullptr || !width || !home) return std::nullopt;
    PutDoor put{*home, *door};
    put.door.at = lengthened(door->at, *width);
    put.door.clearWidth = std::max(*width, door->clearWidth);
    return stepFor(std::move(put));
}

// A landing is as deep as the stair is wide; the finding's text gives that to the centimetre.
std::int32_t depthOf(const Stair& stair, std::int32_t value)
{
    return std::max(value, stair.clearWidth);
}

using Setter = void (*)(Stair& stair, std::int32_t value);
struct StairMend {
    std::string_view rule;
    Setter set;
    bool countsSteps = false; // the steps must be counted again
};
constexpr StairMend kStairMends[] = {
    {"stair.width", [](Stair& stair, std::int32_t value) { stair.clearWidth = value; }},
    {"stair.tread", [](Stair& stair, std::int32_t value) { stair.tread = value; }},
    {"stair.riser", [](Stair& stair, std::int32_t value) { stair.riser = value; }, true},
    {"stair.half_landing", [](Stair& stair, std::int32_t value) { stair.halfLandingDepth = depthOf(stair, value); }},
    {"stair.floor_landing", [](Stair& stair, std::int32_t value) { stair.floorLandingDepth = depthOf(stair, value); }},
    {"stair.well", [](Stair& stair, std::int32_t value) { stair.well = value; }},
    {"walkable.stair_height", [](Stair&, std::int32_t) {}, true},
};

const Building* buildingHolding(const School& school, const StairId& stair)
{
    for (const Building& building : school.buildings)
        if (std::ranges::find(building.stairs, stair, &Stair::id) != building.stairs.end()) return &building;
    return nullptr;
}

std::optional<Step> stairMended(const Finding& finding, const School& school)
{
    const auto mend = std::ranges::find(kStairMends, std::string_view(finding.rule), &StairMend::rule);
    const std::string id = finding.element.substr(0, finding.element.find('/'));
    const Stair* stair = findStair(school, {id});
    const Building* building = buildingHolding(school, {id});
    const auto value = millimetresOf(finding.required);
    if (mend == std::end(kStairMends) || stair == nullptr || building == nullptr || !value) return std::nullopt;
    PutStair put{building->id, *stair};
    mend->set(put.stair, *value);
    if (mend->countsSteps) fitSteps(put.stair, *building);
    return stepFor(std::move(put));
}

// A classroom that is nobody's, on the class's grade's storey or anywhere: the first in the order of the file.
std::optional<Step> roomGiven(const Finding& finding, const School& school)
{
    const SchoolClass* schoolClass = findClass(school, {finding.element});
    if (schoolClass == nullptr) return std::nullopt;
    std::set<std::string> taken;
    for (const SchoolClass& each : school.classes) taken.insert(each.homeroom.value);
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Space& space : storey->spaces) {
                if (space.kind != SpaceKind::Classroom || taken.contains(space.id.value)) continue;
                SchoolClass changed = *schoolClass;
                changed.homeroom = space.id;
                return stepFor(std::move(changed));
            }
    return std::nullopt;
}

}

std::optional<Step> mendFor(const Finding& finding, const School& school)
{
    const std::string_view rule = finding.rule;
    if (rule == "door.width" || rule == "exit.width" || rule == "door.too_narrow") return doorWidened(finding, school);
    if (rule == "class.place" || rule == "class.room") return roomGiven(finding, school);
    return stairMended(finding, school);
}

}
