// Where two portals meet at a corner of a floor, single precision must not lead between them.
#include "scenarios/maker/random_school.hpp"
#include "sim/crowd/state.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/run/people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace stairwise {
namespace {

struct Corner {
    SurfaceIndex from = kNowhere;  // the surface before the first portal
    SurfaceIndex floor = kNowhere; // whose corner it is
    Vec2 at;                       // metres
};

// Half landings whose flights meet at the well, and landings at their corners.
std::vector<Corner> cornersOf(const Walkable& walkable)
{
    std::vector<Corner> corners;
    for (const Portal& one : walkable.portals)
        for (const Portal& other : walkable.portals) {
            if (&one == &other || one.b == kNowhere || other.b == kNowhere) continue;
            for (const auto& [floor, from] : {std::pair{one.a, one.b}, std::pair{one.b, one.a}})
                for (const Point end : {one.line.a, one.line.b})
                    if ((other.a == floor || other.b == floor) && (end == other.line.a || end == other.line.b))
                        corners.push_back({from, floor, toMetres(end)});
        }
    return corners;
}

// Outside, and the nearest edge is a portal: it was crossed and not passed.
bool isBehindPortal(const Walkable& walkable, SurfaceIndex floor, Vec2 at)
{
    const auto& area = walkable.surfaces[floor].area;
    if (contains(area, at)) return false;
    const double off = distanceToEdges(area, at);
    return off > 0.005 && std::ranges::any_of(walkable.portals, [&](const Portal& portal) {
               const Vec2 near = nearestOn(toMetres(portal.line.a), toMetres(portal.line.b), at);
               return (portal.a == floor || portal.b == floor) && length(near - at) < off + 1e-6;
           });
}

struct Walk {
    Crowd::Inside in;
    const Walkable& walkable;

    // The place where a step ends; nothing if it is not made.
    std::optional<Vec2> stepFrom(Vec2 at, SurfaceIndex room, double turn, double metres)
    {
        in.now.room[0] = room;
        in.now.way[0] = kWithoutWay;
        Step step{static_cast<float>(at.x), static_cast<float>(at.y), 0.0F, 0.0F};
        step.toX = step.fromX + static_cast<float>(metres * std::cos(turn));
        step.toY = step.fromY + static_cast<float>(metres * std::sin(turn));
        in.cell[0] = in.terrain->cellAt(room, step.fromX, step.fromY);
        if (!passPortal(in, 0, step, AtCap::Granted)) return std::nullopt;
        return Vec2{double{step.toX}, double{step.toY}};
    }
};

TEST(Corner, NobodySlipsBetweenTwoPortalsThatMeet)
{
    const auto made = samples::randomCase(936);
    const Walkable walkable = walkableOf(made.school);
    const Network network = networkOf(walkable);
    const Start start = startOf(made.school, made.scenario, walkable, network);
    Walk walk{beginning(crowdOf(made.scenario, walkable, network, start)), walkable};
    std::size_t passed = 0;
    std::size_t slipped = 0;
    for (const Corner& corner : cornersOf(walkable))
        for (int n = 0; n < 20'000; ++n) { // from 1 to 20 mm before the corner, past it by a few thousandths of one
            const double around = 0.01 * (n % 629);
            const Vec2 out{std::cos(around), std::sin(around)};
            const Vec2 at = corner.at + out * (0.001 * (1 + n % 20));
            if (!contains(walkable.surfaces[corner.from].area, at)) continue;
            const double beside = 1e-6 * (n % 41 - 20);
            const auto on = walk.stepFrom(at, corner.from, around + std::numbers::pi + 50.0 * beside, 0.03);
            if (!on || walk.in.now.room[0] != corner.floor) continue;
            ++passed;
            for (int next = 0; next < 16; ++next) {
                const auto end = walk.stepFrom(*on, corner.floor, 0.3927 * next, 0.05);
                if (end && walk.in.now.room[0] == corner.floor) slipped += isBehindPortal(walkable, corner.floor, *end);
            }
        }
    EXPECT_GT(passed, 1000U);
    EXPECT_EQ(slipped, 0U) << "of " << passed;
}

}
}
