#include "sim/run/vary.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// What chance is drawn for (random.hpp): the unknowns of a run, and who ignores the way given.
enum : std::uint32_t { kPurposeUnknown = 201, kPurposeIgnores = 202 };

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

void slowDown(Start& start, const Draw& draw)
{
    for (std::size_t i = 0; i < start.walkers.size(); ++i) {
        Walker& walker = start.walkers[i];
        for (double* speed : {&walker.levelSpeed, &walker.downSpeed, &walker.upSpeed})
            *speed *= draw[static_cast<std::size_t>(Unknown::Speed)];
        const double released = start.persons[i].released;
        walker.start = released + (walker.start - released) * draw[static_cast<std::size_t>(Unknown::PreMovement)];
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

Setting& VariedSettings::floorFor(double widthChange)
{
    const std::size_t which = widthChange < 0.0 ? 0 : widthChange > 0.0 ? 2 : 1;
    std::optional<Setting>& floor = floors_[which];
    if (floor) return *floor;
    if (which == 1) return floor.emplace(settingOf(school_, scenario_));
    const auto change = static_cast<std::int32_t>(std::lround(1000.0 * widthChange));
    Setting changed = settingOf(withStairs(school_, change), scenario_);
    Setting& drawn = floorFor(0.0);
    return floor.emplace(sameFloors(changed.walkable, drawn.walkable) ? std::move(changed) : drawn);
}

const Setting& VariedSettings::settingFor(const Scenario& scenario, const Draw& draw)
{
    Setting& setting = floorFor(draw[static_cast<std::size_t>(Unknown::StairWidth)]);
    setting.start = startOf(school_, scenario, setting.walkable, setting.network);
    slowDown(setting.start, draw);
    ignoreWays(setting.start, scenario.seed, draw[static_cast<std::size_t>(Unknown::Ignoring)]);
    return setting;
}

}
