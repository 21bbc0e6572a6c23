// The last run of each scenario, kept so that scenarios can be compared.
#include "editor/model/comparing.hpp"

#include "editor/model/situations.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

// A floor of 480 people that was emptied once.
struct Emptied {
    explicit Emptied(const std::string& name) : folder(name)
    {
        editor.folder = folder / "";
        fulfil(editor, OpenFile{std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios" / "w1.scenario.json"});
        run();
    }
    void run()
    {
        fulfil(editor, Do{"do.run"});
        editor.runner->wait();
        tick(editor, 0.0);
    }
    [[nodiscard]] bool old() const { return outOfDate(editor.kept.front(), editor.history.now()); }

    TestFolder folder;
    Editor editor{emptyDocument("new")};
};

TEST(Compared, ARunIsOldOnceItsScenarioIsSetOtherwiseUntilThatIsUndoneOrRunAnew)
{
    Emptied emptied("compared-scenario");
    Editor& editor = emptied.editor;
    ASSERT_EQ(editor.kept.size(), 1U);
    EXPECT_FALSE(emptied.old());
    NamedScenario changed = *scenarioOf(editor);
    changed.scenario.seed += 1;
    fulfil(editor, Make{Step{{"edit.scenario", {}}, {PutScenario{changed}}}});
    EXPECT_TRUE(emptied.old());
    fulfil(editor, Do{"do.undo"});
    EXPECT_FALSE(emptied.old());
    fulfil(editor, Do{"do.redo"});
    emptied.run();
    ASSERT_EQ(editor.kept.size(), 1U);
    EXPECT_FALSE(emptied.old());
}

TEST(Compared, ARunIsOldOnceTheSchoolIsDrawnOtherwise)
{
    Emptied emptied("compared-school");
    Editor& editor = emptied.editor;
    ASSERT_EQ(editor.kept.size(), 1U);
    Storey storey = *schoolOf(editor).buildings.front().storeys.front();
    storey.name += " 2";
    fulfil(editor, Make{stepOf({{"edit.change", {}}, {PutStorey{schoolOf(editor).buildings.front().id, storey}}})});
    EXPECT_TRUE(emptied.old());
    fulfil(editor, Do{"do.undo"});
    EXPECT_FALSE(emptied.old());
}

TEST(Compared, TheMostCrowdedPlaceHasANameInBothLanguages)
{
    const Emptied emptied("compared-place");
    ASSERT_EQ(emptied.editor.kept.size(), 1U);
    const KeptRun& kept = emptied.editor.kept.front();
    ASSERT_TRUE(kept.worst.has_value());
    EXPECT_EQ(kept.worst->peak, emptied.editor.outcome->result->crowdedPlaces.front().peak);
    for (const Language language : {Language::Chinese, Language::English}) {
        const auto place = mostCrowded(kept, language);
        ASSERT_TRUE(place.has_value());
        EXPECT_FALSE(place->name.empty());
        EXPECT_FALSE(place->storey.empty());
    }
}

}
}
