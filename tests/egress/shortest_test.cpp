#include "sim/egress/shortest.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace stairwise {
namespace {

TEST(ShortestWay, IsStraightInARectangle)
{
    const Polygon room{{{0, 0}, {10000, 0}, {10000, 5000}, {0, 5000}}, {}};
    const auto ways = shortestWays(room, {{{0, 1000}, {0, 2000}}, {{10000, 2000}, {10000, 3000}}});
    EXPECT_NEAR(ways[1], 10.0, 1e-9);
    EXPECT_EQ(ways[0], 0.0);
    EXPECT_EQ(ways[1], ways[2]);
}

TEST(ShortestWay, BendsAtTheCornerOfAnL)
{
    // 2 m wide; from the west end to the north end round the inner corner (8, 2).
    const Polygon l{{{0, 0}, {10000, 0}, {10000, 10000}, {8000, 10000}, {8000, 2000}, {0, 2000}}, {}};
    const auto ways = shortestWays(l, {{{0, 2000}, {0, 0}}, {{10000, 10000}, {8000, 10000}}});
    EXPECT_NEAR(ways[1], 8.0 + 8.0, 1e-9);
}

TEST(ShortestWay, GoesRoundAPillar)
{
    const Polygon room{{{0, 0}, {10000, 0}, {10000, 10000}, {0, 10000}},
                       {{{4000, 1000}, {4000, 9000}, {6000, 9000}, {6000, 1000}}}};
    const auto ways = shortestWays(room, {{{0, 4500}, {0, 5500}}, {{10000, 4500}, {10000, 5500}}});
    const double corner = std::hypot(4.0, 3.5);
    EXPECT_NEAR(ways[1], 2.0 * corner + 2.0, 1e-9);
}

TEST(ShortestWay, IsNotLengthenedByALineBesideItsEdge)
{
    const Polygon room{{{0, 0}, {10000, 0}, {10000, 5000}, {0, 5000}}, {}};
    const auto ways = shortestWays(room, {{{-3, 1000}, {-3, 2000}}, {{10002, 1000}, {10002, 2000}}});
    EXPECT_LE(ways[1], 10.006);
}

}
}
