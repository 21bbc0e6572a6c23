#include "sim/stagger/passings.hpp"
#include "tests/egress/building.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

/// The upper classes are told the west and the east stair, sixty seconds apart; everybody else takes the nearest way.
Scenario plan()
{
    Scenario scenario;
    scenario.name = "plan";
    scenario.preMovement = {Distribution::Kind::Constant, 2.0, 0.0};
    Release everybody;
    Release west;
    west.classes = {{"K3"}};
    west.choice = RouteChoice::Given;
    west.rule.stairs = {{"S1"}};
    Release east = west;
    east.classes = {{"K4"}};
    east.time = 60.0;
    east.rule.stairs = {{"S2"}};
    scenario.releases = {everybody, west, east};
    return scenario;
}

const PostPassings* at(const PlanPassings& passings, const std::string& stair, const std::string& storey)
{
    for (const PostPassings& post : passings.posts)
        if (post.post.stair.stair.value == stair && post.post.stair.storey.value == storey) return &post;
    return nullptr;
}

std::vector<std::size_t> classesAt(const PostPassings* post)
{
    std::vector<std::size_t> classes;
    for (const Passing& passing : post->passings) classes.push_back(passing.schoolClass);
    return classes;
}

TEST(Passings, TellWhichClassComesByWhichLandingAndWhen)
{
    const School school = building::Plan().made();
    const PlanPassings passings = passingsOf(school, plan(), {2, 2}, {}, {});
    EXPECT_EQ(passings.runs, 2U);
    EXPECT_EQ(passings.notEmpty, 0U);
    const PostPassings* west = at(passings, "S1", "F2");
    const PostPassings* east = at(passings, "S2", "F2");
    ASSERT_TRUE(west != nullptr && east != nullptr);
    EXPECT_THAT(classesAt(west), ElementsAre(2U));
    EXPECT_THAT(classesAt(east), ElementsAre(3U));
    EXPECT_GE(west->passings[0].people, 45U) << "few ignore the way they were given";
    EXPECT_GT(west->passings[0].to, west->passings[0].from);
    EXPECT_GT(east->passings[0].from, 60.0) << "not before it is released";
}

TEST(Passings, LeaveOutWhoOnlyCrossesALanding)
{
    const School school = building::Plan().made(); // the classes below pass the stairs' feet on their way out
    const PlanPassings passings = passingsOf(school, plan(), {1, 1}, {}, {});
    EXPECT_THAT(classesAt(at(passings, "S1", "F1")), ElementsAre(2U));
    EXPECT_THAT(classesAt(at(passings, "S2", "F1")), ElementsAre(3U));
}

TEST(Passings, CountEverybodyOnceAtTheExits)
{
    const School school = building::Plan().made();
    const PlanPassings passings = passingsOf(school, plan(), {1, 1}, {}, {});
    std::vector<std::size_t> people(school.classes.size(), 0);
    std::vector<std::string> exits;
    for (const PostPassings& post : passings.posts) {
        if (post.post.kind != PassedKind::Exit) continue;
        exits.push_back(post.post.exit.value);
        for (const Passing& passing : post.passings) people[passing.schoolClass] += passing.people;
    }
    EXPECT_THAT(exits, UnorderedElementsAre("west", "east"));
    for (std::size_t c = 0; c < people.size(); ++c) {
        EXPECT_NEAR(static_cast<double>(people[c]), 50.0, 5.0) << c << ": but for a few on their own ways";
        ASSERT_TRUE(passings.out[c]) << c;
    }
    EXPECT_GT(*passings.out[3], 60.0);
}

TEST(Passings, AreTheSameForEveryNumberOfThreads)
{
    const School school = building::Plan().made();
    const PlanPassings one = passingsOf(school, plan(), {3, 1}, {}, {});
    const PlanPassings many = passingsOf(school, plan(), {3, 3}, {}, {});
    ASSERT_EQ(one.posts.size(), many.posts.size());
    for (std::size_t p = 0; p < one.posts.size(); ++p) {
        EXPECT_EQ(one.posts[p].post, many.posts[p].post);
        ASSERT_EQ(one.posts[p].passings.size(), many.posts[p].passings.size());
        for (std::size_t i = 0; i < one.posts[p].passings.size(); ++i) {
            EXPECT_EQ(one.posts[p].passings[i].from, many.posts[p].passings[i].from);
            EXPECT_EQ(one.posts[p].passings[i].to, many.posts[p].passings[i].to);
        }
    }
}

TEST(Passings, CountFromTheSecondSignalOfAnEarthquake)
{
    const School school = building::Plan().made();
    Scenario scenario = plan();
    const double before = *passingsOf(school, scenario, {1, 1}, {}, {}).out[2];
    scenario.situation = Situation::Earthquake;
    scenario.takeCover = 40.0;
    EXPECT_NEAR(*passingsOf(school, scenario, {1, 1}, {}, {}).out[2], before, 1.0);
}

}
}
