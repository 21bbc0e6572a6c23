#include "editor/model/atlas.hpp"

#include "editor/model/editor.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "tests/editor_model/hand.hpp"

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
    }
    void walk(std::size_t seeds)
    {
        startAtlas(*editor, seeds);
        while (editor->atlasing->running()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        tick(*editor, 0.0);
    }
    std::optional<Editor> editor;
};

TEST(AtlasInTheBackground, HasACellForEveryElementAndSituation)
{
    Bottleneck at;
    at.walk(1);
    ASSERT_TRUE(at.editor->atlas.has_value());
    EXPECT_EQ(at.editor->atlas->result.cells.size(), 2U); // nothing, the only exit
    EXPECT_EQ(at.editor->atlas->result.cells[1][0].left, 480U);
    EXPECT_TRUE(says(*at.editor, {"atlas.walked", {"2"}}));
}

TEST(AtlasInTheBackground, WalksOnlyWhatIsNotKnownYet)
{
    Bottleneck at;
    at.walk(1);
    const std::vector<AtlasRun> first = at.editor->atlas->result.runs;
    at.walk(2);
    const auto& both = at.editor->atlas->result.runs;
    EXPECT_EQ(both.size(), 4U);
    for (const AtlasRun& run : first) EXPECT_NE(std::ranges::find(both, run), both.end());
}

TEST(AtlasInTheBackground, IsOfASchoolAsItWas)
{
    Bottleneck at;
    at.walk(1);
    EXPECT_TRUE(isOf(*at.editor->atlas, at.editor->history.now()));
    NamedScenario changed = *scenarioOf(*at.editor);
    changed.scenario.seed += 1;
    fulfil(*at.editor, Make{Step{{"edit.scenario", {}}, {PutScenario{changed}}}});
    EXPECT_FALSE(isOf(*at.editor->atlas, at.editor->history.now()));
}

TEST(AtlasInTheBackground, WantsASituation)
{
    Bottleneck at;
    fulfil(*at.editor, Make{Step{{"edit.remove_scenario", {}}, {RemoveScenario{"w1.scenario.json"}}}});
    startAtlas(*at.editor, 1);
    EXPECT_TRUE(says(*at.editor, {"atlas.no_situation", {}}));
    EXPECT_FALSE(at.editor->atlasing->running());
}

}
}
