#include "scenarios/maker/random_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

constexpr int kTries = 40; // places looked at for one stair

int treadsOf(const Stair& stair, int steps)
{
    return (steps - 1) * stair.tread;
}

int longest(const Stair& stair)
{
    const auto& steps = stair.steps.front();
    return treadsOf(stair, std::max(steps.front(), steps.back()));
}

// Steps of one rise, so that they climb the storey's height within what a screed makes good.
std::vector<int> stepsOf(Dice& dice, StairKind kind, int risers)
{
    if (kind == StairKind::Straight) {
        if (risers <= 18 || dice.chance(0.3)) return {risers};
        const int first = risers / 2 + dice.between(-3, 3);
        return {first, risers - first};
    }
    if (kind == StairKind::DogLeg) {
        const int first = risers / 2 + dice.between(-2, 2);
        return {first, risers - first};
    }
    const int middle = dice.between(3, 6);
    const int first = (risers - middle) / 2 + dice.between(-1, 1);
    return {first, middle, risers - middle - first};
}

Stair stairOf(Dice& dice, const Plan& plan, int first, int last)
{
    Stair stair;
    stair.kind = dice.of(std::array{StairKind::DogLeg, StairKind::DogLeg, StairKind::DogLeg, StairKind::ThreeFlight,
                                    StairKind::Straight});
    stair.turn = dice.of(std::array{Turn::Left, Turn::Right});
    stair.clearWidth = dice.between(12, 24) * 100;
    stair.tread = dice.between(26, 30) * 10;
    const int risers = plan.height / dice.between(140, 165);
    stair.riser = (plan.height + risers / 2) / risers;
    stair.floorLandingDepth = stair.clearWidth + dice.between(0, 4) * 100;
    stair.halfLandingDepth = stair.clearWidth + dice.between(0, 3) * 100;
    stair.well = dice.between(1, 4) * 100;
    for (int s = first; s <= last; ++s) stair.storeys.push_back({fmt::format("F{}", s)});
    stair.steps.assign(static_cast<std::size_t>(last - first), stepsOf(dice, stair.kind, risers));
    if (stair.kind == StairKind::ThreeFlight)
        stair.well = std::max(stair.well, treadsOf(stair, stair.steps.front()[1]));
    return stair;
}

int directionOf(int x, int y)
{
    return x > 0 ? 0 : y > 0 ? 90 : x < 0 ? 180 : 270;
}

// A stair that turns runs away from the corridor: open to it, or behind a wall with a door.
bool placeTurning(Shaft& shaft, Dice& dice, const Plan& plan, const Front& front)
{
    Stair& stair = shaft.stair;
    const bool walled = dice.chance(0.4);
    if (!walled && dice.chance(0.25)) stair.floorLandingDepth = 0;
    const int across = 2 * stair.clearWidth + stair.well;
    const int deep = stair.floorLandingDepth + longest(stair) + stair.halfLandingDepth;
    if (front.length < across + 400) return false;
    const int s0 = dice.between(2, (front.length - across) / 100 - 2) * 100;
    const int s1 = s0 + across;
    const int out = walled ? kRandomWall : 0;
    const Box beside = front.box(s0 - kRandomWall, s1 + kRandomWall, 0, out + deep + kRandomWall);
    if (!isFree(plan.taken, beside, 0)) return false;
    stair.origin = front.at(stair.turn == Turn::Right ? s1 : s0, out);
    stair.direction = directionOf(front.uy, -front.ux);
    shaft.box = front.box(s0, s1, out, out + deep);
    for (int s = shaft.first; s <= shaft.last; ++s) {
        if (!walled) {
            shaft.mouths.push_back({front.at(s0, 0), front.at(s1, 0)});
            continue;
        }
        const int clear = std::min(dice.between(9, 18) * 100, across - 600);
        const int from = s0 + 300 + dice.between(0, (across - 600 - clear) / 100) * 100;
        shaft.mouths.push_back({front.at(from, out / 2), front.at(from + clear, out / 2)});
        shaft.doorWidths.push_back(clear);
    }
    return true;
}

// A straight stair runs along the corridor behind a wall, a landing and a way onto it at each storey.
bool placeStraight(Shaft& shaft, Dice& dice, const Plan& plan, const Front& front)
{
    Stair& stair = shaft.stair;
    stair.floorLandingDepth = std::max(stair.floorLandingDepth, 1500);
    const auto& steps = stair.steps.front();
    int run = static_cast<int>(steps.size() - 1) * stair.halfLandingDepth;
    for (const int n : steps) run += treadsOf(stair, n);
    const int rises = shaft.last - shaft.first;
    const int total = stair.floorLandingDepth * (rises + 1) + run * rises;
    if (front.length < total + 400) return false;
    const int s0 = dice.between(2, (front.length - total) / 100 - 2) * 100;
    const int s1 = s0 + total;
    shaft.box = front.box(s0, s1, kRandomWall, kRandomWall + stair.clearWidth);
    if (!isFree(plan.taken, shaft.box, kRandomWall)) return false;
    const bool onward = dice.chance(0.5);
    stair.turn = onward ? Turn::Right : Turn::Left;
    stair.origin = front.at(onward ? s0 : s1, kRandomWall);
    stair.direction = onward ? directionOf(front.ux, front.uy) : directionOf(-front.ux, -front.uy);
    for (int k = 0; k <= rises; ++k) {
        const int clear = std::min(stair.clearWidth, stair.floorLandingDepth - 200);
        const int near = k * (stair.floorLandingDepth + run) + 100;
        const int from = onward ? s0 + near : s1 - near - clear;
        shaft.mouths.push_back({front.at(from, kRandomWall / 2), front.at(from + clear, kRandomWall / 2)});
        shaft.doorWidths.push_back(clear);
    }
    return true;
}

bool placeOne(Plan& plan, Dice& dice, int first, int last)
{
    for (int i = 0; i < kTries; ++i) {
        Shaft shaft{stairOf(dice, plan, first, last), {}, first, last, {}, {}};
        const Front& front =
            plan.fronts[static_cast<std::size_t>(dice.between(0, static_cast<int>(plan.fronts.size()) - 1))];
        const bool placed = shaft.stair.kind == StairKind::Straight ? placeStraight(shaft, dice, plan, front)
                                                                    : placeTurning(shaft, dice, plan, front);
        if (!placed) continue;
        shaft.stair.id = {fmt::format("S{}", plan.shafts.size() + 1)};
        shaft.stair.name = fmt::format("{}号楼梯", plan.shafts.size() + 1);
        plan.taken.push_back(shaft.box);
        plan.shafts.push_back(std::move(shaft));
        return true;
    }
    return false;
}

}

bool placeShafts(Plan& plan, Dice& dice)
{
    if (plan.storeys == 1) return true;
    if (!placeOne(plan, dice, 1, plan.storeys)) return false;
    for (int more = dice.between(0, 3); more > 0; --more) {
        const bool whole = dice.chance(0.6);
        const int first = whole ? 1 : dice.between(1, plan.storeys - 1);
        const int last = whole ? plan.storeys : dice.between(first + 1, plan.storeys);
        (void)placeOne(plan, dice, first, last); // where there is no room it is left out
    }
    return true;
}

}
