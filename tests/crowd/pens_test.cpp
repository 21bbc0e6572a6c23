// Closed pens so full that bodies give way.
#include "tests/crowd/pen.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

using namespace pen;

constexpr double kSide = 4.0; // metres

// So many of the oldest pupils to the square metre, nearly in rows, who want nowhere.
std::vector<Walker> packed(int perSquareMetre)
{
    const int count = static_cast<int>(perSquareMetre * kSide * kSide);
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    const int rows = (count + columns - 1) / columns;
    std::vector<Walker> walkers;
    for (int n = 0; n < count; ++n) {
        const double x = 0.2 + (kSide - 0.4) * (n % columns + 0.5) / columns;
        const double y = 0.2 + (kSide - 0.4) * (n / columns + 0.5) / rows;
        walkers.push_back(bodyAt(x + 0.02 * (n * 7 % 5 - 2), y + 0.02 * (n * 11 % 5 - 2)));
    }
    return walkers;
}

double meanOf(const Forces& forces, std::size_t people)
{
    double sum = 0.0;
    for (const Forces::OnPerson& person : forces.people) sum += person.newtons;
    return sum / static_cast<double>(people);
}

// Joules in the rims and cores of bodies pressed together, from their places alone.
double elasticEnergy(const Crowd& crowd, double apart, const Manner& manner)
{
    const Frame frame = crowd.frame();
    double joules = 0.0;
    for (std::size_t i = 0; i < frame.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double dx = (frame.x[i] - frame.x[j]) / 1000.0, dy = (frame.y[i] - frame.y[j]) / 1000.0;
            const double overlap = std::max(apart - std::sqrt(dx * dx + dy * dy), 0.0);
            const double core = std::max(overlap - manner.rim * apart, 0.0);
            joules += 0.5 * (manner.rimStiffness * overlap * overlap + manner.coreStiffness * core * core);
        }
    return joules;
}

class Pens : public testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(TimeSteps, Pens, testing::Values(0.1, 0.05, 0.025));

TEST_P(Pens, HoldSixSevenAndEightToTheSquareMetreWhoPressTheMoreTheDenser)
{
    const Pen pen = penOf(kSide, kSide);
    double less = -1.0;
    for (const int density : {6, 7, 8}) {
        CrowdDef def = standing(pen, packed(density));
        def.timeStep = GetParam();
        const std::size_t people = def.walkers.size();
        Crowd crowd(std::move(def));
        walkFor(crowd, 40.0);
        ASSERT_EQ(crowd.inside(), people) << density;
        EXPECT_EQ(peopleWithin(crowd, pen), people) << density;
        const double newtons = meanOf(crowd.forces(), people);
        EXPECT_GT(newtons, less) << density;
        EXPECT_LT(newtons, 3000.0) << density; // six neighbours with all their rims spent: 7,200 N
        less = newtons;
    }
    EXPECT_GT(less, 500.0) << "eight bodies of 0.2 m have no room to the square metre without pressing";
}

TEST_P(Pens, StandStill)
{
    const Pen pen = penOf(kSide, kSide);
    for (const int density : {7, 8}) {
        CrowdDef def = standing(pen, packed(density));
        def.timeStep = GetParam();
        Crowd crowd(std::move(def));
        walkFor(crowd, 40.0);
        const Frame before = crowd.frame();
        const double newtons = meanOf(crowd.forces(), before.size());
        walkFor(crowd, 20.0);
        const Frame after = crowd.frame();
        EXPECT_NEAR(meanOf(crowd.forces(), after.size()), newtons, 0.01 * newtons) << density;
        for (std::size_t i = 0; i < before.size(); ++i) {
            EXPECT_NEAR(after.x[i], before.x[i], 3) << density << ' ' << i;
            EXPECT_NEAR(after.y[i], before.y[i], 3) << density << ' ' << i;
        }
    }
}

TEST_P(Pens, OpenedLoseTheEnergyOfTheirBodiesAndMakeNone)
{
    const Pen pen = penOf(20.0, 20.0);
    auto walkers = packed(8);
    for (Walker& walker : walkers) walker.at = walker.at + Vec2{8.0, 8.0};
    CrowdDef def = standing(pen, walkers);
    def.timeStep = GetParam();
    const Manner manner = def.manner;
    Crowd crowd(std::move(def));
    Workers workers(1);
    const double apart = 2.0 * walkers.front().radius;
    double joules = elasticEnergy(crowd, apart, manner);
    EXPECT_GT(joules, 100.0);
    double gained = 0.0;
    while (crowd.time() < 20.0) {
        crowd.step(workers);
        const double now = elasticEnergy(crowd, apart, manner);
        gained += std::max(now - joules, 0.0);
        joules = now;
    }
    EXPECT_LT(gained, 0.1) << "places are rounded to millimetres";
    EXPECT_LT(joules, 0.5);
}

}
}
