// Where a wall ends between the way in and the way on.
#include "sim/crowd/crowd.hpp"
#include "sim/validate/lab.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

constexpr double kMouth = 3.0; // metres: both passages open here into the hall
constexpr double kWide = 0.83;

// Two passages side by side with `wall` metres between them, joined by a hall; the upper one leads out.
Walkable sideBySide(double wall)
{
    const double upper = kWide + wall;
    return walkableOf(oneStorey(
        {hallOf("in", Rect{0.0, 0.0, kMouth, kWide}), hallOf("turn", Rect{kMouth, 0.0, kMouth + 1.5, upper + kWide}),
         hallOf("on", Rect{0.0, upper, kMouth, upper + kWide})},
        {gapOf("mouth", {kMouth, 0.0}, {kMouth, kWide}), gapOf("onward", {kMouth, upper}, {kMouth, upper + kWide}),
         wayOut("out", {0.0, upper}, {0.0, upper + kWide})}));
}

double secondsToGetOut(const Walkable& walkable, const Network& network, const Walker& walker)
{
    CrowdDef def;
    def.walkable = &walkable;
    def.network = &network;
    def.walkers = {walker};
    def.wishes = {Wish{}};
    Crowd crowd{std::move(def)};
    Workers workers{1};
    while (crowd.inside() > 0 && crowd.time() < 60.0) crowd.step(workers);
    return crowd.time();
}

TEST(WallEnds, SendNobodyBackThroughThePassageJustComeBy)
{
    for (const double wall : {0.02, 0.1, 0.2}) {
        const Walkable walkable = sideBySide(wall);
        const Network network = networkOf(walkable);
        for (int n = 0; n < 200; ++n) { // as a crowd leaves somebody: on the wrong side of the line, against the wall
            Walker walker;
            walker.at = {kMouth - 0.1 + 0.02 * (n % 10), kWide - 0.01 - 0.02 * (n / 10)};
            walker.surface = walker.at.x < kMouth ? 0 : 1;
            EXPECT_LT(secondsToGetOut(walkable, network, walker), 20.0)
                << wall << " m of wall, from " << walker.at.x << ' ' << walker.at.y;
        }
    }
}

}
}
