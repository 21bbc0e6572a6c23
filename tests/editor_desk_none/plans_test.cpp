#include "tests/session/inner_hand.hpp"
#include "tests/session/trial.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

// A school of two storeys drawn by hand; then wardens, two plans side by side, the atlas: all by the names of widgets.
TEST(Plans, StandBesideOneAnotherAndGoThroughTheAtlas)
{
    const OwnFolder own;
    const auto folder = trialIn(own);
    auto window = Window::open({"", 1366, 768, 1.0});
    Desk desk(folder / "state", Habits{}, nullptr);
    const auto more = [&](const std::string& session) {
        return play(parseSession(session), innerHand(desk, window.value()), namesIn(folder));
    };
    ASSERT_EQ(more(sessionOf("afternoon.session") + sessionOf("plans.session")), "");
    const Editor& editor = desk.editor();

    const auto& wardens = scenarioOf(editor)->scenario.wardens;
    ASSERT_EQ(wardens.size(), 1U);
    EXPECT_EQ(wardens.front().task, WardenTask::Meter);
    EXPECT_FALSE(editor.beside.has_value()) << "a second click ends it";

    ASSERT_TRUE(editor.atlas.has_value());
    EXPECT_EQ(editor.atlas->plan.situations.size(), 2U);
    EXPECT_EQ(editor.atlas->plan.elements.size(), 4U); // nothing, a stair, two exits
    EXPECT_EQ(editor.atlas->result.runs.size(), 8U);
    EXPECT_TRUE(desk.probe().contains("atlas.nothing"));

    ASSERT_EQ(more("click page.results\nclick beside.situation.scenario.json\n"), "");
    ASSERT_TRUE(editor.beside.has_value());
    EXPECT_EQ(editor.beside->file, "situation.scenario.json");
    EXPECT_GE(lastMoment(editor), editor.beside->playback.duration());

    ASSERT_EQ(more("click page.situation\nfill warden.0.from 5\nclick warden.0.task\nclick warden.0.task/0\n"), "");
    EXPECT_EQ(scenarioOf(editor)->scenario.wardens.front().task, WardenTask::Hold);
    EXPECT_TRUE(scenarioOf(editor)->scenario.wardens.front().to.has_value()) << "nobody is held for ever";
    ASSERT_EQ(more("click warden.0.remove\n"), "");
    EXPECT_TRUE(scenarioOf(editor)->scenario.wardens.empty());
}

}
}
