// A fall, put on the plan by hand.
#include "editor/model/opening.hpp"
#include "editor/model/situations.hpp"
#include "tests/editor_model/hand.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

constexpr Point kInRoom{4000, 4000};

struct Sample {
    Sample()
    {
        editor.deriver->wait();
        editor.playing.time = 12.34;
        hand.take(ToolKind::Fall);
    }
    [[nodiscard]] const std::vector<Event>& events() const { return scenarioOf(editor)->scenario.events; }

    Editor editor{sampleDocument()};
    Hand hand{editor};
};

TEST(FallTool, PutsAFallAtThePlaceAndTheTimeOfTheTimeLine)
{
    Sample sample;
    sample.hand.tap(kInRoom);
    EXPECT_EQ(lastStep(sample.editor), "edit.fall");
    ASSERT_EQ(sample.events().size(), 1U);
    const Event& fall = sample.events().front();
    EXPECT_EQ(fall.kind, EventKind::Fall);
    EXPECT_EQ(fall.time, 12.3);
    EXPECT_EQ(fall.storey, sample.editor.storey);
    EXPECT_EQ(fall.at, kInRoom);
    EXPECT_EQ(fall.duration, kUsualFall);
    sample.hand.act("do.undo");
    EXPECT_TRUE(sample.events().empty());
}

TEST(FallTool, TakesAwayTheFallThatIsThere)
{
    Sample sample;
    sample.hand.tap(kInRoom);
    sample.hand.tap({kInRoom.x + 100, kInRoom.y});
    EXPECT_EQ(lastStep(sample.editor), "edit.no_fall");
    EXPECT_TRUE(sample.events().empty());
}

TEST(FallTool, LetsNobodyFallWhereNobodyCanStand)
{
    Sample sample;
    sample.hand.tap({-90000, -90000});
    EXPECT_TRUE(says(sample.editor, {"tool.fall_nowhere", {}}));
    EXPECT_TRUE(sample.events().empty());
}

}
}
