#include "sim/run/vary.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// What chance is drawn for (random.hpp): the unknowns of a run, and who ignores the way given.
enum : std::uint32_t { kPurposeUnknown = 201, kPurposeIgnores = 202, kPurposeRows = 203 };

// The well takes up what the flights give or take, so that the stair still fits its place.
School withStairs(const School& school, std::int32_t change)
{
    School changed = school;
    for (Building& building : changed.buildings)
        for (Stair& stair : building.stairs) {
            const std::int32_t most = stair.kind == StairKind::DogLeg && change > 0 ? stair.well / 2 : change;
            const std::int32_t by = change > 0 ? std::min(change, most) : change;
            stair.clearWidth += by;
            if (stair.kind == StairKind::DogLeg) stair.well -= 2 * by;
        }
    return changed;
}

bool sameFloors(const Walkable& a, const Walkable& b)
{
    return std::ranges::equal(a.surfaces, b.surfaces, {}, &Surface::element, &Surface::element) &&
           a.portals.size() == b.portals.size();
}

// Who comes row by row is let out by a clock: each class is late or quick by itself.
double afterRelease(const Person& person, double planned, std::uint64_t seed, const Varied& varied)
{
    const auto drawn = [&](std::uint32_t what) { return uniform({seed, *person.schoolClass, kPurposeRows, what}); };
    return varied.late * drawn(0) + planned * (1.0 + varied.rows * (2.0 * drawn(1) - 1.0));
}

void slowDown(Start& start, std::uint64_t seed, const Draw& draw, const Varied& varied)
{
    for (std::size_t i = 0; i < start.walkers.size(); ++i) {
        Walker& walker = start.walkers[i];
        for (double* speed : {&walker.levelSpeed, &walker.downSpeed, &walker.upSpeed})
            *speed *= draw[static_cast<std::size_t>(Unknown::Speed)];
        const Person& person = start.persons[i];
        const double planned = walker.start - person.released;
        walker.start =
            person.released + (person.inRows ? afterRelease(person, planned, seed, varied)
                                             : planned * draw[static_cast<std::size_t>(Unknown::PreMovement)]);
    }
}

void ignoreWays(Start& start, std::uint64_t seed, double share)
{
    if (share <= 0.0) return;
    for (std::size_t i = 0; i < start.walkers.size(); ++i) {
        Walker& walker = start.walkers[i];
        if (start.persons[i].part != Part::Pupil || start.wishes[walker.wish].rule == RouteRule{}) continue;
        if (uniform({seed, walker.key, kPurposeIgnores, 0}) >= share) continue;
        Wish wish = start.wishes[walker.wish];
        wish.rule = {};
        const auto known = std::ranges::find(start.wishes, wish);
        walker.wish = static_cast<std::uint32_t>(known - start.wishes.begin());
        if (known == start.wishes.end()) start.wishes.push_back(wish);
    }
}

}

Draw VariedSettings::drawOf(std::size_t run) const
{
    const auto draw = [&](Unknown unknown) {
        return uniform({scenario_.seed, run, kPurposeUnknown, static_cast<std::uint32_t>(unknown)});
    };
    const auto factor = [&](Unknown unknown, double around) { return 1.0 + around * (2.0 * draw(unknown) - 1.0); };
    const double third = std::floor(3.0 * draw(Unknown::StairWidth)) - 1.0;
    return {factor(Unknown::Speed, varied_.speed), factor(Unknown::PreMovement, varied_.preMovement),
            third * varied_.stairWidth / 1000.0, draw(Unknown::Ignoring) * varied_.ignoring};
}

namespace {

Setting sharing(Setting setting, const Scenario& scenario)
{
    setting.terrain = sharedTerrain(crowdOf(scenario, setting.walkable, setting.network, setting.start));
    return setting;
}

}

Setting& VariedSettings::floorFor(double widthChange)
{
    const std::size_t which = widthChange < 0.0 ? 0 : widthChange > 0.0 ? 2 : 1;
    std::optional<Setting>& floor = floors_[which];
    if (floor) return *floor;
    if (which == 1) return floor.emplace(sharing(settingOf(school_, scenario_), scenario_));
    const auto change = static_cast<std::int32_t>(std::lround(1000.0 * widthChange));
    Setting changed = settingOf(withStairs(school_, change), scenario_);
    Setting& drawn = floorFor(0.0);
    if (!sameFloors(changed.walkable, drawn.walkable)) return floor.emplace(drawn);
    return floor.emplace(sharing(std::move(changed), scenario_));
}

const Setting& VariedSettings::settingFor(const Scenario& scenario, const Draw& draw)
{
    Setting& setting = floorFor(draw[static_cast<std::size_t>(Unknown::StairWidth)]);
    setting.start = startOf(school_, scenario, setting.walkable, setting.network);
    slowDown(setting.start, scenario.seed, draw, varied_);
    ignoreWays(setting.start, scenario.seed, draw[static_cast<std::size_t>(Unknown::Ignoring)]);
    return setting;
}

}
