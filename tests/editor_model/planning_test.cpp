#include "editor/model/planning.hpp"

#include "editor/model/editor.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace stairwise::editor {
namespace {

// Two classrooms, each with an exit near by, all released at once.
struct Rooms {
    Rooms()
    {
        Scenario dismissal;
        dismissal.name = "放学";
        dismissal.preMovement = {Distribution::Kind::LogNormal, 10.0, 1.5};
        dismissal.releases.push_back({});
        editor.emplace(Document{
            std::make_shared<const School>(rooms::tworooms()), {{"day.scenario.json", std::move(dismissal)}}, {}});
    }
    void search()
    {
        fulfil(*editor, StartPlanning{{std::nullopt, 2}});
        while (editor->planning->running()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        tick(*editor, 0.0);
    }
    std::optional<Editor> editor;
};

TEST(PlanSearch, FindsPlansForTheSituationInWork)
{
    Rooms at;
    at.search();
    ASSERT_TRUE(at.editor->plans.has_value());
    const StaggerResult& result = at.editor->plans->result.value();
    EXPECT_TRUE(result.chosen.has_value());
    EXPECT_EQ(result.limit, loadLimitOf({}, scenarioOf(*at.editor)->scenario));
    EXPECT_TRUE(says(*at.editor, {"planning.found", {}}));
    EXPECT_TRUE(isOf(*at.editor->plans, at.editor->history.now()));
}

TEST(PlanSearch, MakesASituationOfAPlanThatUndoTakesBack)
{
    Rooms at;
    at.search();
    const std::size_t chosen = *at.editor->plans->result.value().chosen;
    fulfil(*at.editor, TakePlan{chosen});
    ASSERT_EQ(at.editor->history.now().scenarios.size(), 2U);
    const NamedScenario& made = *scenarioOf(*at.editor);
    EXPECT_NE(made.file, "day.scenario.json");
    EXPECT_TRUE(made.scenario.name.starts_with("放学·错峰"));
    EXPECT_EQ(timetableOf(schoolOf(*at.editor), made.scenario),
              at.editor->plans->result.value().plans[chosen].timetable);
    fulfil(*at.editor, Do{"do.undo"});
    EXPECT_EQ(at.editor->history.now().scenarios.size(), 1U);
    fulfil(*at.editor, TakePlan{999}); // there is none
    EXPECT_EQ(at.editor->history.now().scenarios.size(), 1U);
}

TEST(PlanSearch, SaysThatTheSituationWasChangedSince)
{
    Rooms at;
    at.search();
    NamedScenario changed = *scenarioOf(*at.editor);
    changed.scenario.seed += 1;
    fulfil(*at.editor, Make{Step{{"edit.scenario", {}}, {PutScenario{changed}}}});
    EXPECT_FALSE(isOf(*at.editor->plans, at.editor->history.now()));
}

TEST(PlanSearch, TellsWhatIsRefused)
{
    Rooms at;
    NamedScenario changed = *scenarioOf(*at.editor);
    changed.scenario.situation = Situation::Arrival; // the model leads out alone
    fulfil(*at.editor, Make{Step{{"edit.scenario", {}}, {PutScenario{changed}}}});
    at.search();
    EXPECT_FALSE(at.editor->plans.has_value());
    ASSERT_TRUE(at.editor->notice.has_value());
    EXPECT_EQ(at.editor->notice->severity, Severity::Error);
    EXPECT_NE(at.editor->notice->text.find("day.scenario.json"), std::string::npos);
}

}
}
