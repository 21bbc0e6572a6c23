#include "sim/stagger/comparison.hpp"

#include "sim/stagger/paired.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

/// Runs that take `first`, `first` + 1, … seconds, one class in each.
EnsembleResult taking(double first, std::size_t runs)
{
    EnsembleResult ensemble;
    for (std::size_t i = 0; i < runs; ++i) {
        RunSketch run;
        run.clearance = first + static_cast<double>(i);
        run.classes = {run.clearance};
        run.outAfter = {0.5 * *run.clearance, *run.clearance};
        ensemble.runs.push_back(run);
    }
    ensemble.asked = runs;
    ensemble.classes = {{"1-1", "class 1", {}}};
    return ensemble;
}

RiskPoint pointOn(SurfaceIndex surface, double index)
{
    RiskPoint point;
    point.surface = surface;
    point.above[2] = index;
    return point;
}

const ComparedFigure& figure(const Comparison& comparison, Compared what)
{
    return *std::ranges::find(comparison.figures, what, &ComparedFigure::what);
}

Case roomsLeaving(double preMovement)
{
    Case made{rooms::tworooms(), {}};
    made.scenario.name = "leaving";
    made.scenario.seed = 5;
    made.scenario.preMovement = {Distribution::Kind::LogNormal, preMovement, 1.5};
    return made;
}

TEST(Comparison, TellsTheDifferenceOverCommonRuns)
{
    const Walkable walkable;
    const EnsembleResult a = taking(100.0, 8);
    EnsembleResult b = taking(90.0, 8);
    b.runs.back().clearance.reset(); // somebody was left: no pair
    const Comparison comparison = comparisonOf({a, walkable}, {b, walkable});
    const ComparedFigure& clearance = figure(comparison, Compared::Clearance);
    ASSERT_TRUE(clearance.difference && clearance.p);
    EXPECT_EQ(clearance.difference->of, 7U);
    EXPECT_EQ(clearance.difference->median, -10.0);
    EXPECT_DOUBLE_EQ(*clearance.p, 2.0 / 128);
    EXPECT_TRUE(isShown(clearance));
    EXPECT_EQ(figure(comparison, Compared::Class).id, "1-1");
    EXPECT_EQ(comparison.pairs, 8U);
}

TEST(Comparison, OfAPlanWithItselfShowsNoDifference)
{
    const Case plan = roomsLeaving(10.0);
    EnsembleOptions options;
    options.runs = 6;
    options.threads = 1;
    const BothEnsembles both = bothEnsembles(plan, plan, options, {}, {});
    const Walkable walkable = walkableOf(plan.school);
    for (const ComparedFigure& one : comparisonOf({both.a, walkable}, {both.b, walkable}).figures) {
        EXPECT_FALSE(isShown(one));
        ASSERT_TRUE(one.difference);
        EXPECT_EQ(one.difference->median, 0.0);
        EXPECT_EQ(one.p, 1.0);
    }
}

TEST(Comparison, SeesThatPeopleWhoSetOutLaterAreOutLater)
{
    const Case soon = roomsLeaving(5.0);
    Case late = roomsLeaving(40.0);
    late.scenario.seed = 99; // the seeds of the first are taken for both
    EnsembleOptions options;
    options.runs = kFewestPairs;
    options.threads = 1;
    const BothEnsembles both = bothEnsembles(soon, late, options, {}, {});
    EXPECT_EQ(both.a.runs[3].seed, both.b.runs[3].seed);
    EXPECT_EQ(both.a.runs[3].draw, both.b.runs[3].draw);
    const Walkable walkable = walkableOf(soon.school);
    const Comparison comparison = comparisonOf({both.a, walkable}, {both.b, walkable});
    const ComparedFigure& clearance = figure(comparison, Compared::Clearance);
    EXPECT_TRUE(isShown(clearance));
    EXPECT_GT(clearance.difference->low, 0.0);
    ASSERT_EQ(comparison.outA.size(), comparison.outB.size());
    for (std::size_t i = 1; i + 1 < comparison.outA.size(); ++i)
        EXPECT_GE(comparison.outA[i].percent.median, comparison.outB[i].percent.median);
    EXPECT_EQ(comparison.outA.front().percent.median, 0.0);
    EXPECT_EQ(comparison.outB.back().percent.high, 100.0);
}

TEST(Comparison, NamesAPlaceByItsElementInBothVersionsOfASchool)
{
    Walkable first;
    Walkable second;
    first.surfaces.resize(2);
    second.surfaces.resize(2);
    first.surfaces[0].element = second.surfaces[1].element = "S1/1/flight1"; // another number in the other version
    first.surfaces[1].element = "hall";
    second.surfaces[0].element = "new wing";
    EnsembleResult a = taking(100.0, 6);
    EnsembleResult b = taking(100.0, 6);
    for (RunSketch& run : a.runs) run.points = {pointOn(0, 80.0), pointOn(0, 20.0), pointOn(1, 5.0)};
    for (RunSketch& run : b.runs) run.points = {pointOn(1, 40.0)};
    for (const SurfaceIndex surface : {0U, 1U}) {
        EnsemblePoint point;
        point.typical.surface = surface;
        a.points.push_back(point);
    }
    EnsemblePoint there;
    there.typical.surface = 1;
    b.points.push_back(there);
    const Comparison comparison = comparisonOf({a, first}, {b, second});
    std::vector<ComparedFigure> places;
    std::ranges::copy_if(comparison.figures, std::back_inserter(places),
                         [](const ComparedFigure& f) { return f.what == Compared::Place; });
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].id, "S1/1/flight1");
    EXPECT_EQ(places[0].difference->median, -60.0); // 100 in both windows of each run, then 40
    EXPECT_EQ(places[0].pointA, 0U);
    EXPECT_EQ(places[0].pointB, 0U);
    EXPECT_TRUE(isShown(places[0]));
    EXPECT_EQ(places[1].id, "hall");
    EXPECT_FALSE(places[1].difference); // the other version has no such place
}

TEST(Comparison, AsksMoreOfManyFiguresThanOfOne)
{
    const Walkable walkable;
    EnsembleResult a = taking(100.0, 6);
    EnsembleResult b = taking(90.0, 6);
    for (EnsembleResult* ensemble : {&a, &b}) {
        ensemble->classes = {{"1-1", "", {}}, {"1-2", "", {}}, {"1-3", "", {}}};
        for (RunSketch& run : ensemble->runs) run.classes.resize(3, run.clearance);
    }
    const Comparison comparison = comparisonOf({a, walkable}, {b, walkable});
    EXPECT_DOUBLE_EQ(*figure(comparison, Compared::Clearance).p, 2.0 / 64);
    EXPECT_DOUBLE_EQ(*figure(comparison, Compared::Class).p, 6.0 / 64); // six runs cannot show it of three classes
}

}
}
