// The last run of each scenario, kept so that scenarios can be compared.
#include "editor/model/comparing.hpp"

#include "editor/model/opening.hpp"
#include "tests/editor_model/hand.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

// The sample school, and its scenario kept as if it had been run.
struct Kept {
    Kept() { run(); }
    void run()
    {
        RunOutcome outcome;
        outcome.order.school = editor.history.now().school;
        outcome.order.scenario = scenarioOf(editor)->scenario;
        outcome.order.scenarioFile = scenarioOf(editor)->file;
        outcome.walkable = walkable;
        auto result = std::make_shared<RunResult>();
        result->crowdedPlaces = {{surfaceOf(*walkable, {"101"}), 60.0, 4.5, 10.0, 70.0, {}},
                                 {surfaceOf(*walkable, {"102"}), 30.0, 4.0, 10.0, 40.0, {}}};
        outcome.result = std::move(result);
        keepRun(editor.kept, outcome);
    }
    [[nodiscard]] bool old() const { return outOfDate(editor.kept.front(), editor.history.now()); }

    Editor editor{sampleDocument()};
    std::shared_ptr<const Walkable> walkable = std::make_shared<const Walkable>(walkableOf(schoolOf(editor)));
};

TEST(Compared, ARunIsOldOnceItsScenarioIsSetOtherwiseUntilThatIsUndoneOrRunAnew)
{
    Kept kept;
    EXPECT_FALSE(kept.old());
    NamedScenario changed = *scenarioOf(kept.editor);
    changed.scenario.seed += 1;
    fulfil(kept.editor, Make{Step{{"edit.scenario", {}}, {PutScenario{changed}}}});
    EXPECT_TRUE(kept.old());
    fulfil(kept.editor, Do{"do.undo"});
    EXPECT_FALSE(kept.old());
    fulfil(kept.editor, Do{"do.redo"});
    kept.run();
    EXPECT_EQ(kept.editor.kept.size(), 1U);
    EXPECT_FALSE(kept.old());
}

TEST(Compared, ARunIsOldOnceTheSchoolIsDrawnOtherwise)
{
    Kept kept;
    fulfil(kept.editor, Do{"do.storey_above"});
    EXPECT_TRUE(kept.old());
    fulfil(kept.editor, Do{"do.undo"});
    EXPECT_FALSE(kept.old());
}

TEST(Compared, ARunWithoutItsScenarioIsOld)
{
    Kept kept;
    kept.editor.kept.front().file = "gone.scenario.json";
    EXPECT_TRUE(kept.old());
}

TEST(Compared, TheMostCrowdedPlaceIsTheWorstAndHasAName)
{
    const Kept kept;
    const KeptRun& run = kept.editor.kept.front();
    ASSERT_TRUE(run.worst.has_value());
    EXPECT_EQ(run.worst->peak, 4.5);
    const auto place = mostCrowded(run, Language::Chinese);
    ASSERT_TRUE(place.has_value());
    EXPECT_EQ(place->name, "101 教室");
    EXPECT_NE(place->storey.find("一层"), std::string::npos) << place->storey;
    EXPECT_FALSE(mostCrowded(KeptRun{}, Language::Chinese).has_value());
}

}
}
