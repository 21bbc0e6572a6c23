#include "scenarios/maker/random_parts.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>

namespace stairwise::samples {
namespace {

Distribution preMovementOf(Dice& dice)
{
    switch (dice.between(0, 3)) {
    case 0:
        return {Distribution::Kind::Constant, 0.0, 0.0, 0.0, 1.0};
    case 1:
        return {Distribution::Kind::Uniform, 0.0, 20.0, 0.0, 20.0};
    default:
        return {Distribution::Kind::LogNormal, 3.0 + dice.between(0, 17), 1.5, 0.5, 60.0};
    }
}

// Doors that are open when the run begins; so are all stairs.
std::vector<DoorId> openExits(const CaseDraft& draft)
{
    std::vector<DoorId> exits;
    for (const StoreyDraft& storey : draft.storeys)
        for (const std::size_t exit : storey.exits)
            if (storey.storey.doors[exit].state != DoorState::Locked) exits.push_back(storey.storey.doors[exit].id);
    return exits;
}

RouteRule ruleOf(const CaseDraft& draft, Dice& dice)
{
    RouteRule rule;
    for (const Shaft& shaft : draft.plan.shafts)
        if (shaft.first == 1 && shaft.last == draft.plan.storeys && rule.stairs.empty() && dice.chance(0.6))
            rule.stairs.push_back(shaft.stair.id);
    const auto exits = openExits(draft);
    if (dice.chance(0.5))
        rule.exits.push_back(exits[static_cast<std::size_t>(dice.between(0, static_cast<int>(exits.size()) - 1))]);
    return rule;
}

void chooseRoute(Release& release, const CaseDraft& draft, Dice& dice)
{
    release.choice =
        dice.of(std::array{RouteChoice::Nearest, RouteChoice::Nearest, RouteChoice::LeastCrowded, RouteChoice::Given});
    if (release.choice == RouteChoice::Given) release.rule = ruleOf(draft, dice);
}

// Everybody at once, or class after class.
std::vector<Release> releasesOf(const CaseDraft& draft, const School& school, Dice& dice)
{
    std::vector<Release> releases(1);
    chooseRoute(releases.front(), draft, dice);
    if (dice.chance(0.5)) return releases;
    const int apart = dice.between(2, 30);
    for (std::size_t i = 0; i < school.classes.size(); ++i) {
        Release release;
        release.classes = {school.classes[i].id};
        release.time = static_cast<double>(apart) * static_cast<double>(i % 6);
        if (dice.chance(0.3)) release.preMovement = preMovementOf(dice);
        chooseRoute(release, draft, dice);
        releases.push_back(std::move(release));
    }
    return releases;
}

// Halls with up to two people on a square metre; now and then people in the corridor.
std::vector<Fill> fillsOf(const CaseDraft& draft, Dice& dice)
{
    std::vector<Fill> fills;
    const double density = dice.share() * 2.0;
    double halls = 0.0;
    double corridors = 0.0;
    for (const StoreyDraft& storey : draft.storeys)
        for (const Space& space : storey.storey.spaces) {
            if (space.kind == SpaceKind::Hall) halls += area(space.polygon);
            if (space.kind == SpaceKind::Corridor) corridors += area(space.polygon);
        }
    const int grade = dice.of(std::array{2, 5, 8, 11, kStaffGrade});
    if (dice.chance(0.7) && halls > 0.0) fills.push_back({std::min(density, 250.0 / halls), {SpaceKind::Hall}, grade});
    if (dice.chance(0.2)) fills.push_back({std::min(0.5, 60.0 / corridors), {SpaceKind::Corridor}, kStaffGrade});
    return fills;
}

// Slow and quick people on their own, in the middle of rooms that have no tables.
std::vector<ListedPerson> listedOf(const CaseDraft& draft, Dice& dice)
{
    std::vector<ListedPerson> people;
    if (!dice.chance(0.3)) return people;
    for (const StoreyDraft& storey : draft.storeys)
        for (const RoomSite& site : storey.rooms) {
            const Space& space = storey.storey.spaces[site.space];
            if (space.kind != SpaceKind::Office || people.size() >= 10) continue;
            const Box box = boxOf(space.polygon.outer);
            ListedPerson person;
            person.at = {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
            person.storey = storey.storey.id;
            person.speed = 0.4 + 1.4 * dice.share();
            person.radius = dice.between(15, 26) * 10;
            people.push_back(std::move(person));
        }
    return people;
}

}

Scenario randomScenarioOf(const CaseDraft& draft, const School& school)
{
    Dice dice(draft.seed, Part::Scenario);
    Scenario scenario;
    scenario.name = school.name;
    scenario.source = school.source;
    scenario.school = "random.school.json";
    scenario.seed = draft.seed;
    scenario.situation = dice.of(std::array{Situation::Dismissal, Situation::Fire, Situation::Earthquake});
    if (scenario.situation == Situation::Earthquake) scenario.takeCover = dice.between(5, 20);
    scenario.motivation = dice.of(std::array{Motivation::Walk, Motivation::Hurry});
    scenario.timeStep = dice.of(std::array{0.05, 0.05, 0.05, 0.05, 0.025, 0.1});
    scenario.timeLimit = 3600.0;
    scenario.preMovement = preMovementOf(dice);
    if (!school.grounds.assemblyAreas.empty() && dice.chance(0.4)) scenario.destination = Destination::Assembly;
    scenario.releases = releasesOf(draft, school, dice);
    scenario.fills = fillsOf(draft, dice);
    scenario.people = listedOf(draft, dice);
    scenario.events = randomEventsOf(draft, school);
    return scenario;
}

}
