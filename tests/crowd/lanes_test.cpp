// The contract on processors that this one is not: whoever has no AVX2 weighs people with the same bits.
#include "sim/base/random.hpp"
#include "sim/crowd/fan.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace stairwise {
namespace {

// Up to ten people within 1.4 m, half of them towards one.
Seen someSeen(std::uint64_t seed)
{
    std::uint32_t draw = 0;
    const auto within = [&](float most) {
        return most * static_cast<float>(2.0 * uniform({seed, 0, 1, draw++}) - 1.0);
    };
    Seen seen;
    seen.count = seed % 11;
    for (std::size_t n = 0; n < seen.count; ++n) {
        seen.dx[n] = within(1.4F);
        seen.dy[n] = within(1.4F);
        seen.vx[n] = within(1.3F);
        seen.vy[n] = within(1.3F);
        const float x = within(1.0F);
        seen.hx[n] = x;
        seen.hy[n] = std::sqrt(1.0F - x * x);
        seen.bodies[n] = 0.4F + within(0.05F);
    }
    return seen;
}

TEST(Lanes, ThisProcessorWeighsPeopleAsEveryProcessorDoes)
{
    if (!wideLanes()) GTEST_SKIP() << "no AVX2: there is one way only";
    ASSERT_NE(weighPeopleHere(), weighPeopleAnywhere());
    std::size_t inTheWay = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const Seen seen = someSeen(seed);
        Fan here;
        spread(here, {0.6F, 0.8F}, {0.6F, 0.8F});
        Fan anywhere = here;
        weighPeopleHere()(here, seen, 0.9F, 0.5F);
        weighPeopleAnywhere()(anywhere, seen, 0.9F, 0.5F);
        for (std::size_t l = 0; l < kLanes; ++l) {
            EXPECT_EQ(here.gap[l], anywhere.gap[l]) << "seed " << seed << ", heading " << l;
            inTheWay += here.gap[l] < 1.0F ? 1 : 0;
        }
    }
    EXPECT_GT(inTheWay, 1000U);
}

}
}
