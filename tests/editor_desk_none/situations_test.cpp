#include "tests/session/inner_hand.hpp"
#include "tests/session/trial.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

// An editor at a window that nobody sees, and a hand for it.
struct Attended {
    // One for each test: they may run beside one another.
    OwnFolder own;
    std::filesystem::path folder = trialIn(own);

    Result<Window> window = Window::open({"", 1366, 768, 1.0});
    Desk desk{folder / "state", Habits{}, nullptr};

    std::string play(const std::string& session)
    {
        return editor::play(parseSession(session), innerHand(desk, window.value()), namesIn(folder));
    }
    const Scenario& scenario() { return scenarioOf(desk.editor())->scenario; }
};

const Release* ownRelease(const Scenario& scenario, const std::string& id)
{
    const auto found = std::ranges::find_if(
        scenario.releases, [&](const Release& release) { return release.classes == std::vector<ClassId>{{id}}; });
    return found == scenario.releases.end() ? nullptr : &*found;
}

TEST(WayTool, GivesTheClassItsStairAndUndoTakesItBack)
{
    Attended at;
    ASSERT_EQ(at.play("click do.sample\nclick page.classes\nclick class.7-1\nclick tool.way\ntap 2060 13900\n"), "");
    const Release* own = ownRelease(at.scenario(), "7-1");
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(own->choice, RouteChoice::Given);
    ASSERT_EQ(own->rule.stairs.size(), 1U);
    ASSERT_EQ(at.play("key Ctrl+Z\n"), "");
    EXPECT_EQ(ownRelease(at.scenario(), "7-1"), nullptr);
}

TEST(WayTool, AsksForAClassFirst)
{
    Attended at;
    ASSERT_EQ(at.play("click do.sample\nclick tool.way\ntap 2060 13900\n"), "");
    EXPECT_TRUE(at.desk.editor().notice.has_value());
    EXPECT_EQ(at.desk.editor().history.undoName(), nullptr);
}

TEST(Scenarios, AreComparedOnceTwoWereRun)
{
    Attended at;
    ASSERT_EQ(at.play("click do.sample\nclick page.situation\nclick do.scenario_copy\nclick do.run\nwait\n"
                      "click scenario.school.scenario.json\nclick do.run\nwait\nclick page.results\nwait\n"),
              "");
    ASSERT_EQ(at.desk.editor().kept.size(), 2U);
    EXPECT_EQ(at.desk.editor().kept[0].clearance, at.desk.editor().kept[1].clearance);
    EXPECT_TRUE(at.desk.probe().contains("comparison"));
}

TEST(Playback, ReachesTheEndOfTheRun)
{
    Attended at;
    ASSERT_EQ(at.play("click do.sample\nclick do.run\nwait\nwait\n"), "");
    ASSERT_TRUE(at.desk.editor().playback.has_value());
    EXPECT_NEAR(at.desk.editor().playback->duration(), at.desk.editor().outcome->result->endTime, 1.0);
}

TEST(Copies, StandInColumnsAndRowsAndAreOneStep)
{
    Attended at;
    ASSERT_EQ(at.play("click do.sample\ntap 53000 3650\nclick page.element\nfill array.columns 2\nfill array.x 60\n"
                      "fill array.rows 3\nfill array.y -30\nclick array.make\n"),
              "");
    const auto spaces = [&] { return schoolOf(at.desk.editor()).buildings[0].storeys[0]->spaces.size(); };
    const std::size_t with = spaces();
    ASSERT_EQ(at.play("key Ctrl+Z\n"), "");
    EXPECT_EQ(with, spaces() + 5);
}

TEST(Scale, ChangesAtOnce)
{
    Attended at;
    ASSERT_EQ(at.play("click do.sample\n"), "");
    const Place before = at.desk.probe().at("plan");
    ASSERT_EQ(at.play("key Ctrl+=\n"), "");
    EXPECT_EQ(at.window.value().scale(), 1.25);
    EXPECT_LT(at.desk.probe().at("plan").bottom, before.bottom);
}

TEST(UnsavedWork, IsAskedForBeforeAnotherDocumentComes)
{
    Attended at;
    ASSERT_EQ(at.play("click do.sample\ntap 53000 3650\nkey Delete\nkey Ctrl+N\n"), "");
    EXPECT_EQ(at.desk.editor().dialog, Dialog::Unsaved);
    ASSERT_EQ(at.play("click unsaved.drop\n"), "");
    EXPECT_TRUE(schoolOf(at.desk.editor()).classes.empty());
}

}
}
