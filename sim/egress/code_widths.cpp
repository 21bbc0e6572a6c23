#include "sim/egress/code_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace stairwise {
namespace {

// How people count for stairs and exits: the fullest storey at or above a stair, of the whole building for exits
// (GB 50016-2014 5.5.21 items 1 and 2; from memory, check).
constexpr std::string_view k50099 = "GB 50099-2011 8.2.3 (figure from memory, check)";
constexpr std::string_view k50016 = "GB 50016-2014 5.5.21";
constexpr std::string_view k55037 = "GB 55037-2022 7.4.7 (figure from memory, check)";

/// Metres for 100 persons; by fire grade I/II, III, IV. Zero: not allowed, or no figure.
struct Widths {
    int upTo; // storeys
    double byGrade[3];
};
constexpr Widths kByPlace[] = {{0, {0.80, 0.0, 0.0}},
                               {2, {0.70, 0.80, 1.05}},
                               {3, {0.80, 1.05, 0.0}},
                               {99, {1.05, 1.30, 0.0}}}; // GB 50099: the storey's own number
constexpr Widths kByHeight[] = {{0, {0.75, 0.75, 0.75}},
                                {2, {0.65, 0.75, 1.00}},
                                {3, {0.75, 1.00, 0.0}},
                                {99, {1.00, 1.25, 0.0}}}; // GB 50016, 55037: the storeys of the building

double widthIn(std::span<const Widths> table, int storeys, int fireGrade)
{
    for (const Widths& row : table)
        if (storeys <= row.upTo) return row.byGrade[fireGrade <= 2 ? 0 : std::min(fireGrade, 4) - 2];
    return 0.0;
}

std::map<SpaceId, int> peopleBySpace(const School& school)
{
    std::map<SpaceId, int> people;
    for (const SchoolClass& each : school.classes) people[each.homeroom] += each.pupils;
    for (const Staff& each : school.staff) people[each.place] += 1;
    return people;
}

int peopleOn(const Storey& storey, const std::map<SpaceId, int>& people)
{
    int sum = 0;
    for (const Space& space : storey.spaces)
        if (const auto found = people.find(space.id); found != people.end()) sum += found->second;
    return sum;
}

int storeysAboveGround(const Building& building)
{
    int highest = 0;
    for (const auto& storey : building.storeys) highest = std::max(highest, storey->number);
    return highest;
}

double exitsOn(const Storey& storey)
{
    double metres = 0.0;
    for (const Door& door : storey.doors)
        if (door.exit && door.state != DoorState::Locked) metres += door.clearWidth / 1000.0;
    return metres;
}

/// Of the stairs by which one leaves the storey downward.
double stairsDownFrom(const Building& building, const Storey& storey)
{
    double metres = 0.0;
    for (const Stair& stair : building.stairs) {
        const auto at = std::ranges::find(stair.storeys, storey.id);
        if (at != stair.storeys.end() && at != stair.storeys.begin()) metres += stair.clearWidth / 1000.0;
    }
    return metres;
}

std::optional<Clause> strictestWidth(const Site& site, const WidthQuestion& question)
{
    std::vector<Clause> clauses;
    for (const Code code : site.codes)
        if (const auto clause = widthPer100(code, question)) clauses.push_back(*clause);
    return strictest(clauses, site.codes);
}

void hold(const Saying& saying, const Place& place, double measured, double required, std::vector<Finding>& findings)
{
    if (measured >= required - 1e-6) return;
    Finding finding = findingOf(saying, place);
    finding.measured = metresText(measured);
    finding.required = "≥ " + metresText(required);
    findings.push_back(std::move(finding));
}

void checkBuilding(const Site& site, const Building& building, std::vector<Finding>& findings)
{
    const auto people = peopleBySpace(site.school);
    const int storeys = storeysAboveGround(building);
    const int grade = site.school.code.fireGrade;
    int fullest = 0;
    double exits = 0.0;
    for (auto it = building.storeys.rbegin(); it != building.storeys.rend(); ++it) {
        const Storey& storey = **it;
        fullest = std::max(fullest, peopleOn(storey, people));
        exits += exitsOn(storey);
        const auto limit = strictestWidth(site, {grade, storey.number, storeys});
        if (storey.number < 2 || fullest == 0 || !limit) continue;
        const Saying saying{Severity::Warning,
                            "storey.stairs",
                            std::string(limit->source),
                            {"check.storey_stairs", {storey.name, std::to_string(fullest)}},
                            {"check.storey_stairs.mend", {}}};
        hold(saying, {building.id.value, storey.id.value, {}}, stairsDownFrom(building, storey) + exitsOn(storey),
             fullest / 100.0 * limit->limit, findings);
    }
    const auto limit = strictestWidth(site, {grade, 1, storeys});
    if (fullest == 0 || !limit) return;
    const Saying saying{Severity::Warning,
                        "building.exits",
                        std::string(limit->source),
                        {"check.building_exits", {std::to_string(fullest)}},
                        {"check.building_exits.mend", {}}};
    hold(saying, {building.id.value, {}, {}}, exits, fullest / 100.0 * limit->limit, findings);
}

}

std::optional<Clause> widthPer100(Code code, const WidthQuestion& question)
{
    const bool school = code == Code::Gb50099;
    const int storeys = school || question.storey < 1 ? question.storey : question.storeys;
    const double metres = widthIn(school ? std::span<const Widths>(kByPlace) : kByHeight, storeys, question.fireGrade);
    if (metres <= 0.0) return std::nullopt;
    return Clause{code, metres, school ? k50099 : (code == Code::Gb50016 ? k50016 : k55037)};
}

void checkTotalWidths(const Site& site, std::vector<Finding>& findings)
{
    for (const Building& building : site.school.buildings) checkBuilding(site, building, findings);
}

void checkStoreys(const Site& site, std::vector<Finding>& findings)
{
    if (!site.holds(Code::Gb50099)) return;
    const int highest = site.school.code.kind == SchoolKind::Primary ? 4 : 5;
    for (const Building& building : site.school.buildings)
        for (const auto& storey : building.storeys) {
            const bool teaching =
                std::ranges::find(storey->spaces, SpaceKind::Classroom, &Space::kind) != storey->spaces.end();
            if (!teaching || storey->number <= highest) continue;
            const Saying saying{Severity::Warning,
                                "storey.height",
                                "GB 50099-2011 4.3.2 (figure from memory, check)",
                                {"check.storey_height", {storey->name}},
                                {"check.storey_height.mend", {}}};
            Finding finding = findingOf(saying, {building.id.value, storey->id.value, {}});
            finding.measured = std::to_string(storey->number);
            finding.required = "≤ " + std::to_string(highest);
            findings.push_back(std::move(finding));
        }
}

}
