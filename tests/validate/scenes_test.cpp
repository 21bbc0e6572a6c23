#include "sim/geometry/polygon.hpp"
#include "sim/validate/door_flow.hpp"
#include "sim/validate/stair_lab.hpp"
#include "sim/validate/track.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace stairwise {
namespace {

constexpr Track kOval{4.0, 3.0, 0.8};

void expectSound(const Lab& lab)
{
    EXPECT_TRUE(lab.walkable.findings.empty()) << lab.walkable.findings.front().what.key;
}

TEST(Scenes, HaveNoFindings)
{
    expectSound(labOf(kOval));
    expectSound(labOf(DoorCase{}));
    expectSound(labOf(StraightFlight{}, Climb::Down));
    expectSound(labOf(StraightFlight{}, Climb::Up));
}

TEST(Crowds, StandInsideTheirPlaceAndOnNobody)
{
    const Lab lab = labOf(DoorCase{});
    const SurfaceIndex hall = surfaceNamed(lab, "hall");
    const auto people = crowdIn({hall, Rect{-20.0, -4.9, -0.5, 4.9}, 0.575, 180}, 3);
    ASSERT_EQ(people.size(), 180U);
    for (std::size_t i = 0; i < people.size(); ++i) {
        EXPECT_TRUE(contains(lab.walkable.surfaces[hall].area, people[i].at));
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_GE(length(people[i].at - people[j].at), people[i].radius + people[j].radius - 1e-9);
    }
}

TEST(Crowds, AreNoMoreThanFit)
{
    EXPECT_EQ(crowdIn({0, Rect{0.0, 0.0, 2.0, 2.0}, 1.0, 100}, 1).size(), 4U);
}

TEST(Crowds, OfAGradeWalkAsItsProfileSays)
{
    const Profile profile = profileFor({}, 1);
    double sum = 0.0;
    for (std::uint64_t key = 0; key < 400; ++key) sum += personOf(1, 1, key).levelSpeed;
    EXPECT_NEAR(sum / 400.0, profile.levelSpeed.a, 0.03);
    EXPECT_DOUBLE_EQ(personOf(1, 1, 0).radius, profile.radius / 1000.0);
    EXPECT_NE(personOf(1, 1, 0).levelSpeed, personOf(1, 2, 0).levelSpeed) << "another seed, other people";
}

TEST(Track, PlacesAndWaysAlongItFitTogether)
{
    EXPECT_NEAR(metresAround(kOval), 26.85, 0.01);
    for (double along = 0.1; along < metresAround(kOval); along += 0.37) {
        const Vec2 at = onTrack(kOval, along, 0.2);
        EXPECT_NEAR(alongTrack(kOval, at), along, 1e-9) << along;
    }
}

TEST(Track, WhoGoesRoundNeverStopsAndComesBack)
{
    const Lab lab = labOf(kOval);
    Bout bout;
    bout.lab = &lab;
    bout.walkers = aroundTrack(lab, kOval, 1, 1, 1.2, 1);
    bout.wishes = {roundAndRound(lab)};
    bout.limit = 120.0;
    const Record record = walked(bout, {});
    EXPECT_FALSE(record.finished);
    EXPECT_NEAR(record.end, 120.0, 0.06);
    double metres = 0.0;
    for (std::size_t k = 0; k + 1 < record.frames.size(); ++k) {
        const auto at = [&](const Frame& frame) { return toMetres({frame.x[0], frame.y[0]}); };
        metres += length(at(record.frames[k + 1]) - at(record.frames[k]));
    }
    EXPECT_NEAR(metres, 1.2 * 120.0, 4.0);
    EXPECT_GE(record.passings.size(), 10U) << "two cuts a lap, five laps";
}

TEST(Track, BothWaysRoundAreThere)
{
    const Lab lab = labOf(kOval);
    const auto there = roundAndRound(lab).circuit;
    const auto back = roundAndBack(lab).circuit;
    ASSERT_EQ(there.size(), 2U);
    for (const PassageIndex passage : there) {
        ASSERT_NE(passage, kNowhere);
        EXPECT_EQ(std::ranges::count(back, passage ^ 1U), 1) << "the same cut, crossed the other way";
    }
}

TEST(Bouts, EndEarlyWhenCancelled)
{
    const Lab lab = labOf(DoorCase{});
    const std::atomic<bool> flag{true};
    Bout bout;
    bout.lab = &lab;
    bout.walkers = crowdIn({surfaceNamed(lab, "hall"), Rect{-20.0, -4.9, -0.5, 4.9}, 0.6, 100}, 1);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Record record = walked(bout, CancelToken(&flag));
    EXPECT_FALSE(record.finished);
    EXPECT_EQ(record.end, 0.0);
}

TEST(Bouts, AreAllDoneOnceAndTold)
{
    std::vector<int> done(7, 0);
    std::size_t told = 0;
    TrialOptions options;
    options.threads = 2;
    options.progress = [&](const ProgressReport& report) { told = std::max(told, report.done); };
    eachRun(done.size(), options, [&](std::size_t n) { ++done[n]; });
    EXPECT_EQ(done, std::vector<int>(7, 1));
    EXPECT_EQ(told, 7U);
}

TEST(Doors, PassMoreTheWiderTheyAre)
{
    TrialOptions options;
    options.seeds = 1;
    const auto flows = flowsOf({{0.8, 0.4, 0.575, 60}, {1.6, 0.4, 0.575, 60}}, options);
    EXPECT_GT(flows[0].median, 0.4);
    EXPECT_GT(flows[1].median, 1.3 * flows[0].median);
}

}
}
