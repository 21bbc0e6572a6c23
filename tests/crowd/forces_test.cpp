// Forces as the contact solver leaves them: what people press with arrives at the wall.
#include "tests/crowd/pen.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace stairwise {
namespace {

using namespace pen;

constexpr double kLength = 8.0; // metres of pen along x; everybody wants to its far end

std::vector<Walker> fileOfTen(double push)
{
    std::vector<Walker> file;
    for (int n = 0; n < 10; ++n) {
        file.push_back(bodyAt(7.6 - 0.5 * n, 0.2));
        file.back().push = push;
    }
    return file;
}

std::vector<Walker> crowdOf64(double push)
{
    std::vector<Walker> crowd;
    for (int n = 0; n < 64; ++n) {
        const int row = n / 8, place = n % 8;
        crowd.push_back(bodyAt(1.0 + 0.7 * row + 0.03 * (place % 3), 0.3 + 0.48 * place + 0.05 * (row % 2)));
        crowd.back().radius = 0.185; // grades 7 to 9
        crowd.back().push = push;
    }
    return crowd;
}

double sumOfPushes(const std::vector<Walker>& walkers)
{
    double sum = 0.0;
    for (const Walker& walker : walkers) sum += walker.push;
    return sum;
}

class AtEachStep : public testing::TestWithParam<std::tuple<double, int>> {
protected:
    [[nodiscard]] CrowdDef defOf(const Pen& pen, std::vector<Walker> walkers) const
    {
        CrowdDef def = towardsTheWall(pen, std::move(walkers));
        def.timeStep = std::get<0>(GetParam());
        def.manner.contactRounds *= std::get<1>(GetParam());
        return def;
    }
};
INSTANTIATE_TEST_SUITE_P(Forces, AtEachStep,
                         testing::Combine(testing::Values(0.1, 0.05, 0.025), testing::Values(1, 2)));

TEST_P(AtEachStep, TenInFileWhoPush100NEachLoadTheWallWith1000N)
{
    const Pen pen = penOf(kLength, 0.4);
    Crowd crowd(defOf(pen, fileOfTen(100.0)));
    walkFor(crowd, 40.0);
    const Forces forces = crowd.forces();
    EXPECT_NEAR(loadAt(forces, kLength), 1000.0, 50.0);
    ASSERT_EQ(forces.people.size(), 10U);
    EXPECT_NEAR(forces.people[0].newtons, 900.0 + 1000.0, 95.0) << "between nine who push and the wall";
    EXPECT_NEAR(forces.people[9].newtons, 100.0, 5.0) << "nobody behind";
}

TEST_P(AtEachStep, ARailTakesUpWhatTheCrowdPushes)
{
    const Pen pen = penOf(kLength, 4.0);
    for (const double push : {50.0, 100.0, 150.0}) {
        const auto walkers = crowdOf64(push);
        Crowd crowd(defOf(pen, walkers));
        walkFor(crowd, 60.0);
        EXPECT_NEAR(loadAt(crowd.forces(), kLength), sumOfPushes(walkers), 0.05 * sumOfPushes(walkers)) << push;
        EXPECT_GE(peopleBetween(crowd, kLength - 1.0, kLength) / pen.width, 6.4) << "as dense as pupils were measured";
    }
}

TEST(Forces, AreGivenByStretchesOfAMetreAtMost)
{
    const Pen pen = penOf(kLength, 4.5);
    Crowd crowd(towardsTheWall(pen, crowdOf64(100.0)));
    walkFor(crowd, 40.0);
    int ofRail = 0;
    for (const Forces::OnWall& wall : crowd.forces().walls) {
        EXPECT_LE(length(wall.b - wall.a), 1.0);
        EXPECT_GT(wall.newtonsPerMetre, 0.0);
        ofRail += std::abs(wall.a.x - kLength) < 1e-3 && std::abs(wall.b.x - kLength) < 1e-3 ? 1 : 0;
    }
    EXPECT_EQ(ofRail, 5);
}

TEST(Forces, WhoWaitsLoadsNothing)
{
    const Pen pen = penOf(kLength, 0.4);
    Crowd crowd(towardsTheWall(pen, fileOfTen(0.0)));
    walkFor(crowd, 40.0);
    EXPECT_LT(loadAt(crowd.forces(), kLength), 200.0) << "the first alone leans on the wall it wants to";
    for (const Forces::OnPerson& person : crowd.forces().people) EXPECT_LT(person.newtons, 400.0);
}

TEST(Forces, AskedForChangeNothing)
{
    const Pen pen = penOf(kLength, 4.0);
    Crowd asked(towardsTheWall(pen, crowdOf64(100.0))), left(towardsTheWall(pen, crowdOf64(100.0)));
    Workers workers(1);
    for (int n = 0; n < 200; ++n) {
        asked.step(workers);
        left.step(workers);
        (void)asked.forces();
        ASSERT_EQ(asked.stateHash(), left.stateHash()) << "step " << n;
    }
}

TEST(Forces, AreTheSameForEveryNumberOfThreads)
{
    const Pen pen = penOf(kLength, 4.0);
    const auto forcesWith = [&](unsigned threads) {
        Crowd crowd(towardsTheWall(pen, crowdOf64(150.0)));
        Workers workers(threads);
        for (int n = 0; n < 400; ++n) crowd.step(workers);
        return crowd.forces();
    };
    const Forces one = forcesWith(1), three = forcesWith(3);
    ASSERT_EQ(one.people.size(), three.people.size());
    ASSERT_EQ(one.walls.size(), three.walls.size());
    for (std::size_t i = 0; i < one.people.size(); ++i) EXPECT_EQ(one.people[i].newtons, three.people[i].newtons);
    for (std::size_t i = 0; i < one.walls.size(); ++i)
        EXPECT_EQ(one.walls[i].newtonsPerMetre, three.walls[i].newtonsPerMetre);
}

}
}
