// The list of stampede risk points, what is beside each, and the way to it.
#include "editor/model/risks.hpp"

#include "editor/model/opening.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

RiskPoint pointOn(SurfaceIndex surface, int rank, double peakTime, Vec2 at)
{
    RiskPoint point;
    point.surface = surface;
    point.rank = rank;
    point.from = peakTime - 5.0;
    point.to = peakTime + 5.0;
    point.peakTime = peakTime;
    point.at = at;
    point.classes = {{"7-1", 0.6}, {"7-2", 0.4}};
    point.causes = {{RiskCause::Merging, 0.3, 0.0, {}}};
    return point;
}

// The sample school after a run that nobody walked.
struct AfterRun {
    AfterRun()
    {
        const auto walkable = std::make_shared<const Walkable>(walkableOf(schoolOf(editor)));
        for (const Surface& surface : walkable->surfaces)
            if (surface.kind == SurfaceKind::Flight)
                flights.push_back(static_cast<SurfaceIndex>(&surface - walkable->surfaces.data()));
        writeTrace(traceOver(*walkable, 50, 300), folder / "t.trace");
        editor.playback.emplace(Playback::open(folder / "t.trace").value());
        RunOutcome outcome;
        outcome.order.school = editor.history.now().school;
        outcome.walkable = walkable;
        RunResult result;
        result.classes.emplace_back();
        result.classes.back().id = "7-1";
        result.riskPoints = {pointOn(flights[0], 4, 12.0, {1.0, 2.0}), pointOn(flights[2], 3, 20.0, {3.0, 4.0})};
        outcome.result = std::make_shared<const RunResult>(std::move(result));
        editor.outcome = std::move(outcome);
        listRisks(editor);
        editor.deriver->wait();
    }
    [[nodiscard]] StoreyId storeyOf(std::size_t flight) const
    {
        return editor.outcome->walkable->surfaces[flights[flight]].storey;
    }

    OwnFolder folder;
    Editor editor{sampleDocument()};
    std::vector<SurfaceIndex> flights;
};

TEST(Risks, AreThoseOfTheRunAndHaveNames)
{
    const AfterRun at;
    const auto& risks = at.editor.risks.risks;
    ASSERT_EQ(risks.size(), 2U);
    EXPECT_EQ(risks[0].point.rank, 4);
    EXPECT_TRUE(risks[0].here.has_value());
    EXPECT_FALSE(risks[0].over.has_value());
    EXPECT_EQ(risks[1].storey, at.storeyOf(2));
    const auto named = risksNamed(at.editor);
    ASSERT_EQ(named.size(), 2U);
    EXPECT_FALSE(named[0].place.empty());
    EXPECT_EQ(named[0].classes.size(), 2U);
    EXPECT_EQ(named[0].why.size(), 1U);
    EXPECT_EQ(named[0].help.size(), 1U);
    EXPECT_TRUE(Editor{sampleDocument()}.risks.risks.empty());
}

TEST(Risks, AClickGoesToPlaceAndMoment)
{
    AfterRun at;
    at.editor.playing.playing = true;
    at.editor.looks.view = ViewKind::Stacked;
    const std::uint64_t before = at.editor.aim.number;
    fulfil(at.editor, SeeRisk{2});
    EXPECT_EQ(at.editor.storey, at.storeyOf(2));
    EXPECT_EQ(at.editor.playing.time, 20.0);
    EXPECT_FALSE(at.editor.playing.playing);
    EXPECT_EQ(at.editor.looks.view, ViewKind::Plan);
    EXPECT_GT(at.editor.aim.number, before);
    EXPECT_EQ(at.editor.aim.at, (Vec2{3.0, 4.0}));
    EXPECT_EQ(at.editor.riskSeen, 2U);
    fulfil(at.editor, SeeRisk{3}); // there is none
    EXPECT_EQ(at.editor.riskSeen, 2U);
}

TEST(Risks, WithAnEnsembleSayInHowManyRunsTheyAre)
{
    AfterRun at;
    EnsemblePoint often{pointOn(at.flights[2], 3, 22.0, {3.0, 4.5}), 0.9, 0.0, {}, {}, {}, {}, {}};
    EnsemblePoint seldom{pointOn(at.flights[1], 3, 9.0, {5.0, 6.0}), 0.1, 0.0, {}, {}, {}, {}, {}};
    Ensemble ensemble;
    ensemble.result.points = {often, seldom};
    at.editor.ensemble = std::move(ensemble);
    listRisks(at.editor);
    const auto& risks = at.editor.risks.risks;
    ASSERT_EQ(risks.size(), 3U) << "two of the ensemble, then the one that is in none of its runs";
    EXPECT_EQ(risks[0].over->shareOfRuns, 0.9);
    ASSERT_TRUE(risks[0].here.has_value());
    EXPECT_EQ(risks[0].here->peakTime, 20.0) << "the moment of the run that is played";
    EXPECT_FALSE(risks[1].here.has_value());
    EXPECT_FALSE(risks[2].over.has_value());
    at.editor.playing.time = 1.0;
    fulfil(at.editor, SeeRisk{2});
    EXPECT_EQ(at.editor.playing.time, 1.0) << "in this run there is nothing to be seen at any moment";
    EXPECT_EQ(at.editor.aim.at, (Vec2{5.0, 6.0}));
}

}
}
