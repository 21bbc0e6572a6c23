#include "sim/stagger/stagger.hpp"
#include "sim/stagger/walked_runs.hpp"
#include "tests/stagger/yard.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace stairwise {
namespace {

StaggerOptions few(WalkedRuns& kept)
{
    StaggerOptions options;
    options.seeds = 2;
    options.proof = 2;
    options.improvements = 1;
    options.kept = &kept;
    return options;
}

struct Search {
    School school = rooms::withYard();
    Scenario scenario = rooms::dismissal();
    StaggerRules rules;
    Digest own;

    Search()
    {
        rules.gate = StaggerRules::Gate{{}, {}, 45.0, {}, 20.0};
        const Setting setting = settingOf(school, scenario);
        own = searchOf(school, scenario, setting.walkable, 1.5, gateOf(school, setting, *rules.gate).value());
    }
};

TEST(WalkedRuns, LetAStoppedSearchGoOnToTheSamePlan)
{
    const Search search;
    WalkedRuns whole;
    const auto straight = stagger(search.school, search.scenario, search.rules, few(whole), {}, {});
    ASSERT_TRUE(straight && straight.value().chosen && straight.value().proved);
    WalkedRuns half;
    std::atomic<bool> stop = false;
    StaggerOptions options = few(half);
    std::size_t walks = 0;
    options.walked = [&] {
        if (++walks == whole.size() / 2) stop = true;
    };
    const auto stopped = stagger(search.school, search.scenario, search.rules, options, CancelToken(&stop), {});
    ASSERT_TRUE(stopped);
    EXPECT_TRUE(stopped.value().stopped);
    WalkedRuns again;
    ASSERT_TRUE(fill(again, bytesOf(half, search.own), "f", search.own));
    const std::size_t before = again.size();
    EXPECT_GT(before, 0U);
    EXPECT_LT(before, whole.size());
    const auto went = stagger(search.school, search.scenario, search.rules, few(again), {}, {});
    ASSERT_TRUE(went && went.value().chosen);
    EXPECT_EQ(again.size(), whole.size());
    EXPECT_EQ(bytesOf(again, search.own), bytesOf(whole, search.own));
    const auto& plan = straight.value().plans[*straight.value().chosen];
    EXPECT_EQ(went.value().plans[*went.value().chosen].timetable, plan.timetable);
    EXPECT_EQ(went.value().proved->late, straight.value().proved->late);
}

TEST(WalkedRuns, OfAnotherSearchOrDamagedAreRefused)
{
    const Search search;
    WalkedRuns runs;
    PlanRun run;
    run.peaks = {1.0};
    runs.add(digestOf("a"), run);
    const std::string bytes = bytesOf(runs, search.own);
    WalkedRuns read;
    EXPECT_EQ(fill(read, bytes, "f", digestOf("b")).fault().what.key, "stagger.state.other");
    EXPECT_EQ(fill(read, "nonsense", "f", search.own).fault().what.key, "stagger.state.none");
    for (const std::size_t at : {std::size_t{9}, bytes.size() / 2, bytes.size() - 1}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        EXPECT_FALSE(fill(read, damaged, "f", search.own)) << at;
        EXPECT_FALSE(fill(read, bytes.substr(0, at), "f", search.own)) << at;
    }
    EXPECT_TRUE(fill(read, bytes, "f", search.own));
    EXPECT_EQ(read.plan(digestOf("a"))->peaks, run.peaks);
    EXPECT_FALSE(read.plan(digestOf("b")));
}

TEST(WalkedRuns, AnotherLimitOrGateIsAnotherSearch)
{
    Search search;
    const Setting setting = settingOf(search.school, search.scenario);
    EXPECT_NE(searchOf(search.school, search.scenario, setting.walkable, 1.5, {}), search.own);
    const GateModel gate = gateOf(search.school, setting, *search.rules.gate).value();
    EXPECT_NE(searchOf(search.school, search.scenario, setting.walkable, 1.6, gate), search.own);
    EXPECT_EQ(searchOf(search.school, search.scenario, setting.walkable, 1.5, gate), search.own);
}

}
}
