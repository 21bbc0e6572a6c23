#include "tests/session/inner_hand.hpp"
#include "tests/session/trial.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

// From a run to its risk points, their moments, many runs and a fall: all by the names of widgets.
TEST(RiskPage, LeadsFromTheListToThePlanAndBackToTheScenario)
{
    const OwnFolder own;
    const auto folder = trialIn(own);
    auto window = Window::open({"", 1366, 768, 1.0});
    Desk desk(folder / "state", Habits{}, nullptr);
    ASSERT_EQ(play(parseSession(sessionOf("risks.session")), innerHand(desk, window.value()), namesIn(folder)), "");
    const Editor& editor = desk.editor();
    ASSERT_TRUE(editor.outcome && editor.outcome->result && !editor.outcome->result->riskPoints.empty());
    EXPECT_EQ(editor.playing.time, editor.outcome->result->riskPoints.front().peakTime);
    ASSERT_TRUE(editor.ensemble.has_value());
    EXPECT_EQ(editor.ensemble->result.runs.size(), 2U);
    const auto& events = scenarioOf(editor)->scenario.events;
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events.front().kind, EventKind::Fall);
    EXPECT_NEAR(events.front().time, editor.playing.time, 0.05);
    EXPECT_TRUE(desk.probe().contains("mark.fall.0"));

    const auto more = [&](const std::string& session) {
        return play(parseSession(session), innerHand(desk, window.value()), namesIn(folder));
    };
    ASSERT_EQ(more("fill fall.0.time 33\nfill fall.0.duration 5\n"), "");
    EXPECT_EQ(scenarioOf(editor)->scenario.events.front().time, 33.0);
    EXPECT_EQ(scenarioOf(editor)->scenario.events.front().duration, 5.0);
    ASSERT_EQ(more("click fall.0.remove\n"), "");
    EXPECT_TRUE(scenarioOf(editor)->scenario.events.empty());
}

}
}
