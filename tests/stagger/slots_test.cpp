#include "sim/base/random.hpp"
#include "sim/stagger/slots.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace stairwise {
namespace {

// A way over one place: there after `walk` ticks, for `stay` ticks, with this load.
SlotOption over(std::uint32_t place, std::uint32_t walk, std::size_t stay, float load)
{
    return {{{place, walk, std::vector<float>(stay, load)}}, 0.0, static_cast<double>(walk + stay), 0.0};
}

SlotProblem stairs(std::size_t count)
{
    SlotProblem problem;
    problem.bears.assign(count, 1.5);
    return problem;
}

// Six classes, two stairs: each class has its own walk to either, and takes as long as it has pupils.
SlotProblem drawn(std::uint64_t seed)
{
    SlotProblem problem = stairs(2);
    for (std::uint64_t c = 0; c < 6; ++c) {
        const auto draw = [&](std::uint32_t purpose, double low, double high) {
            return low + (high - low) * uniform({seed, c, purpose, 0});
        };
        const auto stay = static_cast<std::size_t>(draw(1, 15, 35));
        SlotJob job;
        job.options = {over(0, static_cast<std::uint32_t>(draw(2, 5, 40)), stay, 1.0F),
                       over(1, static_cast<std::uint32_t>(draw(3, 5, 40)), stay, 1.0F)};
        problem.jobs.push_back(job);
    }
    return problem;
}

// Every way and moment of every class, by plain intervals: with loads of 1 and limits of 1.5 two classes may not be on
// a stair at one time.
double leastByEnumeration(const SlotProblem& problem, double bound)
{
    struct Stay {
        std::uint32_t place;
        double from, to;
    };
    std::vector<Stay> stays;
    double best = bound;
    const std::function<void(std::size_t, double)> next = [&](std::size_t job, double last) {
        if (job == problem.jobs.size()) {
            best = std::min(best, last);
            return;
        }
        for (const SlotOption& option : problem.jobs[job].options)
            for (double time = 0.0; time + option.last < best; time += problem.step) {
                const Stay stay{option.uses[0].place, time + option.uses[0].first, time + option.last};
                const bool free = std::ranges::all_of(stays, [&](const Stay& other) {
                    return other.place != stay.place || other.to <= stay.from || stay.to <= other.from;
                });
                if (!free) continue;
                stays.push_back(stay);
                next(job + 1, std::max(last, stay.to));
                stays.pop_back();
            }
    };
    next(0, 0.0);
    return best;
}

TEST(Slots, FindTheOptimumOfSmallCases)
{
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        const SlotProblem problem = drawn(seed);
        const auto found = bestSlots(problem, 200, seed, {});
        ASSERT_TRUE(found);
        EXPECT_TRUE(keepsAll(problem, *found)) << seed;
        EXPECT_EQ(leastByEnumeration(problem, found->last + 1.0), found->last) << seed;
    }
}

// The search alone, without the exact tree, as it works for many classes.
TEST(Slots, TheSearchComesNearTheOptimumOfSmallCases)
{
    std::size_t same = 0;
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        SlotProblem problem = drawn(seed);
        const auto exact = bestSlots(problem, 200, seed, {});
        problem.together = {{0}}; // a group of one changes nothing but that the tree is left out
        const auto searched = bestSlots(problem, 4000, seed, {});
        ASSERT_TRUE(exact && searched);
        EXPECT_GE(searched->last, exact->last);
        EXPECT_LE(searched->last, exact->last + problem.step) << seed;
        same += searched->last == exact->last ? 1 : 0;
    }
    EXPECT_GE(same, 18U);
}

TEST(Slots, ReleaseInStepsAndKeepTheLimit)
{
    SlotProblem problem = stairs(1);
    for (int i = 0; i < 12; ++i) problem.jobs.push_back({{over(0, 3, 14, 1.0F)}, 0.0, 1e9, {}});
    const auto plan = bestSlots(problem, 50, 1, {});
    ASSERT_TRUE(plan);
    for (const double time : plan->times) EXPECT_EQ(time, 10.0 * std::floor(time / 10.0));
    EXPECT_LE(sharesOf(problem, *plan)[0], 1.0);
    EXPECT_EQ(plan->last, 11 * 20.0 + 17.0); // fourteen seconds in steps of ten: every twenty
}

TEST(Slots, KeepOrdersWindowsAndWhoGoesTogether)
{
    SlotProblem problem = stairs(2);
    for (int i = 0; i < 8; ++i) problem.jobs.push_back({{over(0, 2, 20, 0.7F), over(1, 9, 20, 0.7F)}, 0.0, 1e9, {}});
    problem.jobs[0].earliest = 25.0;
    problem.jobs[7].earliest = problem.jobs[7].latest = 45.0; // a bus
    problem.together = {{1, 2}};
    problem.orders = {{3, 4, 30.0}};
    const auto plan = bestSlots(problem, 100, 1, {});
    ASSERT_TRUE(plan);
    EXPECT_TRUE(keepsAll(problem, *plan));
    EXPECT_EQ(plan->times[0], 30.0);
    EXPECT_EQ(plan->times[7], 45.0);
    EXPECT_EQ(plan->times[1], plan->times[2]);
    EXPECT_GE(plan->times[4], plan->times[3] + 30.0);
}

TEST(Slots, LetManyGoInOrderOneAfterAnother)
{
    SlotProblem problem = stairs(2);
    for (int i = 0; i < 12; ++i) problem.jobs.push_back({{over(0, 2, 20, 1.0F), over(1, 9, 20, 1.0F)}, 0.0, 1e9, {}});
    for (std::uint32_t small = 8; small < 12; ++small)
        for (std::uint32_t big = 0; big < 8; ++big) problem.orders.push_back({small, big, 5.0});
    const auto plan = bestSlots(problem, 50, 1, {});
    ASSERT_TRUE(plan);
    EXPECT_TRUE(keepsAll(problem, *plan));
    EXPECT_EQ(*std::max_element(plan->times.begin() + 8, plan->times.end()), 20.0);
    EXPECT_EQ(plan->last, 40.0 + 60.0 + 29.0);
}

TEST(Slots, KeepBrothersAndSistersNear)
{
    SlotProblem problem = stairs(1);
    for (int i = 0; i < 10; ++i) problem.jobs.push_back({{over(0, 2, 20, 1.0F)}, 0.0, 1e9, {}});
    const auto near = [&](std::uint32_t a, std::uint32_t b, double within) {
        problem.orders.push_back({a, b, -within});
        problem.orders.push_back({b, a, -within});
    };
    near(0, 9, 20.0);
    near(4, 7, 40.0);
    near(7, 2, 20.0);
    const auto plan = bestSlots(problem, 50, 1, {});
    ASSERT_TRUE(plan);
    EXPECT_TRUE(keepsAll(problem, *plan));
    EXPECT_EQ(std::abs(plan->times[0] - plan->times[9]), 20.0);
    EXPECT_EQ(std::abs(plan->times[7] - plan->times[2]), 20.0);
    EXPECT_LE(std::abs(plan->times[4] - plan->times[7]), 40.0);
    EXPECT_EQ(plan->last, 9 * 20.0 + 22.0); // no gap is left
    near(0, 1, 20.0);
    near(9, 1, 20.0); // three within 20 s of each other: two may not be on the stair at one time
    EXPECT_FALSE(bestSlots(problem, 50, 1, {}));
}

TEST(Slots, CatchTheBusByTheWayThatIsQuickEnough)
{
    SlotProblem problem = stairs(2);
    for (int i = 0; i < 9; ++i) problem.jobs.push_back({{over(0, 2, 20, 1.0F), over(1, 2, 22, 1.0F)}, 0.0, 1e9, {}});
    for (SlotJob& job : problem.jobs) job.options[1].walk = 200.0;
    problem.jobs[8].due = 42.0;
    problem.jobs[3].due = 22.0;
    const auto plan = bestSlots(problem, 50, 1, {});
    ASSERT_TRUE(plan);
    EXPECT_TRUE(keepsAll(problem, *plan));
    EXPECT_EQ(plan->times[3], 0.0);
    EXPECT_EQ(plan->times[8], 20.0);
    EXPECT_EQ(plan->options[3], 0U);
    problem.jobs[4].due = 30.0;
    EXPECT_FALSE(bestSlots(problem, 50, 1, {}));
}

TEST(Slots, FindRoomWhereTheLastRunOutOfTime)
{
    SlotProblem problem = stairs(1);
    for (int i = 0; i < 10; ++i) problem.jobs.push_back({{over(0, 2, 20, 1.0F)}, 0.0, 20.0 * ((3 * i) % 10), {}});
    const auto plan = bestSlots(problem, 50, 1, {});
    ASSERT_TRUE(plan);
    EXPECT_TRUE(keepsAll(problem, *plan));
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(plan->times[i], problem.jobs[i].latest);
}

TEST(Slots, LeaveRoomForWhoIsOnTheWayAlready)
{
    SlotProblem problem = stairs(1);
    problem.jobs.push_back({{over(0, 2, 10, 1.0F)}, 0.0, 1e9, {}});
    problem.there = {{0, 0, std::vector<float>(31, 1.0F)}};
    const auto plan = bestSlots(problem, 10, 1, {});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->times[0], 30.0);
}

TEST(Slots, PreferTodaysTimesWhereChangesHaveAPrice)
{
    SlotProblem problem = stairs(1);
    for (int i = 0; i < 4; ++i) problem.jobs.push_back({{over(0, 2, 10, 1.0F)}, 0.0, 1e9, 20.0 * (3 - i)});
    problem.changePrice = 100.0;
    const auto plan = bestSlots(problem, 200, 1, {});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->price, 0.0);
    EXPECT_EQ(plan->times, (std::vector<double>{60.0, 40.0, 20.0, 0.0}));
}

TEST(Slots, AreTheSameForTheSameSeedAndNoneWhereNothingFits)
{
    SlotProblem problem = stairs(2);
    for (int i = 0; i < 30; ++i)
        problem.jobs.push_back({{over(0, 2 + i % 5, 10, 0.9F), over(1, 7, 10, 0.9F)}, 0.0, 1e9, {}});
    EXPECT_EQ(bestSlots(problem, 100, 9, {})->times, bestSlots(problem, 100, 9, {})->times);
    for (SlotJob& job : problem.jobs) job.latest = 40.0;
    EXPECT_FALSE(bestSlots(problem, 20, 9, {}));
}

}
}
