#include "editor/model/ensemble.hpp"

#include "editor/model/editor.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace stairwise::editor {
namespace {

// An editor with a short scenario in work.
struct Bottleneck {
    Bottleneck()
    {
        const auto scenarios = std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios";
        Case read = readCase(scenarios / "w1.scenario.json").value();
        editor.emplace(Document{
            std::make_shared<const School>(std::move(read.school)), {{"w1.scenario.json", read.scenario}}, {}});
        editor->folder = folder / "state";
    }
    template <class True> void until(const True& true_)
    {
        for (int i = 0; i < 30000 && !true_(); ++i) {
            tick(*editor, 0.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        tick(*editor, 0.0);
    }
    void untilDone()
    {
        until(
            [&] { return !editor->runner->running() && !editor->ensembling->running() && editor->runsToFollow == 0; });
    }

    OwnFolder folder;
    std::optional<Editor> editor;
};

TEST(Ensemble, FollowsItsRunAndIsThatOfTheLibrary)
{
    Bottleneck at;
    fulfil(*at.editor, StartEnsemble{4});
    EXPECT_TRUE(at.editor->runner->running()) << "what is played is walked first";
    at.untilDone();
    ASSERT_TRUE(at.editor->outcome && at.editor->outcome->result);
    ASSERT_TRUE(at.editor->ensemble.has_value());
    EnsembleOptions options;
    options.runs = 4;
    const EnsembleResult same = ensembleOf(schoolOf(*at.editor), scenarioOf(*at.editor)->scenario, options, {}, {});
    const auto& runs = at.editor->ensemble->result.runs;
    ASSERT_EQ(runs.size(), 4U);
    for (std::size_t i = 0; i < runs.size(); ++i) EXPECT_EQ(runs[i].digest, same.runs[i].digest);
    EXPECT_EQ(at.editor->ensemble->out.median.back(), static_cast<double>(at.editor->outcome->result->people));
    EXPECT_TRUE(says(*at.editor, {"ensemble.walked", {"4"}}));
}

TEST(Ensemble, OfTheRunThatIsShownWalksItNotAgain)
{
    Bottleneck at;
    fulfil(*at.editor, StartRun{});
    at.untilDone();
    const auto result = at.editor->outcome->result;
    fulfil(*at.editor, StartEnsemble{2});
    EXPECT_FALSE(at.editor->runner->running());
    at.untilDone();
    EXPECT_EQ(at.editor->outcome->result, result);
    EXPECT_TRUE(at.editor->ensemble.has_value());
}

TEST(Ensemble, TellsHowFarItIsAndKeepsWhatItHasWhenItIsStopped)
{
    Bottleneck at;
    fulfil(*at.editor, StartEnsemble{400});
    at.until([&] { return at.editor->ensembling->work().report().done >= 2; });
    const ProgressReport report = at.editor->ensembling->work().report();
    EXPECT_EQ(report.total, 400U);
    EXPECT_GT(at.editor->ensembling->work().secondsLeft(), 0.0);
    fulfil(*at.editor, Do{"do.cancel_run"});
    at.untilDone();
    ASSERT_TRUE(at.editor->ensemble.has_value());
    const EnsembleResult& result = at.editor->ensemble->result;
    EXPECT_GE(result.runs.size(), 1U);
    EXPECT_LT(result.runs.size(), 400U);
    EXPECT_TRUE(says(*at.editor, {"ensemble.stopped", {std::to_string(result.runs.size()), "400"}}));
}

TEST(Ensemble, GoesWithItsRun)
{
    Bottleneck at;
    fulfil(*at.editor, StartEnsemble{400});
    at.until([&] { return at.editor->ensembling->running(); });
    fulfil(*at.editor, StartRun{});
    at.untilDone();
    EXPECT_TRUE(at.editor->outcome && at.editor->outcome->result);
    EXPECT_FALSE(at.editor->ensemble.has_value());
    EXPECT_FALSE(at.editor->notice.has_value()) << "nothing is told of what was given up";
}

TEST(Ensemble, IsDrawnAsTheMiddleAndEightOfTen)
{
    const CurveBand band = bandOver({{"E1", {0, 2, 4}}, {"E1", {0, 4}}});
    EXPECT_EQ(band.median, (std::vector{0.0, 3.0, 4.0})); // a run that has ended stays
    EXPECT_DOUBLE_EQ(band.low[1], 2.2);
    EXPECT_DOUBLE_EQ(band.high[1], 3.8);
    EXPECT_TRUE(bandOver({}).median.empty());
}

}
}
