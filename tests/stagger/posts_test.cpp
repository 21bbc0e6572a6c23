#include "sim/stagger/posts.hpp"

#include "sim/run/setting.hpp"
#include "tests/egress/building.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

namespace stairwise {
namespace {

/// Two storeys; everybody above pushes down one stair of two.
School crowded()
{
    building::Plan plan;
    for (const std::size_t upper : {2U, 3U}) plan.school.classes[upper].pupils = 130;
    plan.door("west").clearWidth = 800; // the queue reaches back onto the stair
    plan.door("east").state = DoorState::Locked;
    return plan.made();
}

Scenario downOneStair()
{
    Scenario scenario;
    scenario.motivation = Motivation::Push;
    scenario.preMovement = {Distribution::Kind::Uniform, 0.0, 10.0};
    Release release;
    release.choice = RouteChoice::Given;
    release.rule.stairs = {{"S1"}};
    scenario.releases = {release};
    return scenario;
}

PostsAsk quick()
{
    PostsAsk ask;
    ask.by = RiskCounted::OnStairs;
    ask.seeds = 1;
    ask.threads = 1;
    return ask;
}

PostsResult search(const School& school, const Scenario& scenario, const PostsAsk& ask, CancelToken cancel = {},
                   const Progress& progress = {})
{
    return postsOf(school, scenario, settingOf(school, scenario), ask, cancel, progress);
}

const StairPost kFirst{{"S1"}, {"F2"}};

TEST(Posts, ArePossibleWhereAFlightLeadsDown)
{
    const School school = crowded();
    Scenario scenario;
    const std::vector<StairPost> both{{{"S1"}, {"F2"}}, {{"S2"}, {"F2"}}};
    EXPECT_EQ(possiblePosts(school, scenario), both);
    scenario = withPosts(scenario, {kFirst});
    EXPECT_EQ(possiblePosts(school, scenario), (std::vector<StairPost>{both[1]}));
    scenario.wardens[0].classes = {{"K3"}}; // minds one class alone
    EXPECT_EQ(possiblePosts(school, scenario), both);
    School flat = school;
    flat.buildings[0].stairs.clear();
    EXPECT_TRUE(possiblePosts(flat, scenario).empty());
}

TEST(Posts, PromiseMoreTheNearerTheyStandAboveACrowd)
{
    const School school = crowded();
    const Walkable walkable = walkableOf(school);
    const auto crowdOn = [&](const std::string& element) {
        PlaceRisk place;
        place.index = 100.0;
        place.typical.surface = static_cast<SurfaceIndex>(
            std::ranges::find(walkable.surfaces, element, &Surface::element) - walkable.surfaces.begin());
        return std::vector<PlaceRisk>{place};
    };
    const auto promise = [&](const StairPost& post, const std::string& element) {
        return promiseOf(school, walkable, post, crowdOn(element));
    };
    EXPECT_DOUBLE_EQ(promise(kFirst, "S1/1/flight1"), 100.0);
    EXPECT_DOUBLE_EQ(promise(kFirst, "S1/2/landing"), 100.0); // which is kept free
    EXPECT_DOUBLE_EQ(promise(kFirst, "S2/1/flight1"), 0.0);
    EXPECT_DOUBLE_EQ(promise(kFirst, "C1"), 25.0); // a corridor below, which another stair may fill
    EXPECT_DOUBLE_EQ(promise(kFirst, "C2"), 0.0);
}

TEST(Posts, AreWhereTheCrowdIsAndSayWhatTheyLower)
{
    const PostsResult result = search(crowded(), downOneStair(), quick());
    ASSERT_GT(result.without.onStairs, 0.0);
    ASSERT_EQ(result.chosen.size(), 1U);
    const ChosenPost& chosen = result.chosen[0];
    EXPECT_EQ(chosen.post, kFirst);
    EXPECT_LT(chosen.with.onStairs, 0.95 * result.without.onStairs);
    ASSERT_TRUE(chosen.lowered);
    EXPECT_LT(chosen.lowered->after, chosen.lowered->before);
    EXPECT_EQ(chosen.with.notEmpty, 0U);
    EXPECT_TRUE(chosen.with.clearance);
    EXPECT_NE(result.end, PostsEnd::AllPlaced); // nobody walks down the other stair
    ASSERT_EQ(result.absences.size(), 1U);
    EXPECT_FALSE(result.absences[0].from); // there is no other who could cover
    EXPECT_EQ(result.absences[0].empty.risk, result.without.risk);
}

TEST(Posts, AreTheSameForEveryNumberOfThreads)
{
    const School school = crowded();
    PostsAsk ask = quick();
    ask.seeds = 2;
    const PostsResult one = search(school, downOneStair(), ask);
    ask.threads = 3;
    const PostsResult three = search(school, downOneStair(), ask);
    ASSERT_EQ(one.chosen.size(), three.chosen.size());
    EXPECT_EQ(one.without.risk, three.without.risk);
    for (std::size_t i = 0; i < one.chosen.size(); ++i) {
        EXPECT_EQ(one.chosen[i].post, three.chosen[i].post);
        EXPECT_EQ(one.chosen[i].with.risk, three.chosen[i].with.risk);
        EXPECT_EQ(one.chosen[i].with.clearance, three.chosen[i].with.clearance);
    }
    EXPECT_EQ(one.walked, three.walked);
}

TEST(Posts, EndWhereNothingIsLeftToLower)
{
    School few = crowded();
    for (SchoolClass& schoolClass : few.classes) schoolClass.pupils = 3;
    const PostsResult result = search(few, {}, quick());
    EXPECT_EQ(result.end, PostsEnd::NoRisk);
    EXPECT_TRUE(result.chosen.empty());
    EXPECT_TRUE(result.absences.empty());
    EXPECT_EQ(result.walked, 1U);
}

TEST(Posts, EndWhereTheNextLowersTooLittle)
{
    PostsAsk ask = quick();
    ask.leastGain = 1.01; // more than all of it
    const PostsResult result = search(crowded(), downOneStair(), ask);
    EXPECT_EQ(result.end, PostsEnd::LittleGain);
    EXPECT_TRUE(result.chosen.empty());
    ASSERT_TRUE(result.next);
    EXPECT_EQ(result.next->posts, (std::vector<StairPost>{kFirst}));
}

TEST(Posts, ThatAreStoppedHoldWhatIsSettled)
{
    std::atomic<bool> stop = false;
    const Progress afterTheFirst = [&](const ProgressReport& report) {
        EXPECT_LE(report.done, report.total);
        stop = report.done >= 1;
    };
    const PostsResult result = search(crowded(), downOneStair(), quick(), CancelToken(&stop), afterTheFirst);
    EXPECT_EQ(result.end, PostsEnd::Stopped);
    EXPECT_EQ(result.without.runs, 1U);
    EXPECT_TRUE(result.chosen.empty());
    const PostsResult nothing = search(crowded(), downOneStair(), quick(), CancelToken(&stop));
    EXPECT_EQ(nothing.end, PostsEnd::Stopped);
    EXPECT_EQ(nothing.without.runs, 0U);
}

}
}
