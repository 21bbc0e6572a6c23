// A warden, put at a stair by hand.
#include "editor/model/opening.hpp"
#include "editor/model/situations.hpp"
#include "tests/editor_model/hand.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

struct Sample {
    Sample()
    {
        editor.deriver->wait();
        hand.take(ToolKind::Warden);
    }
    // The middle of the first stair's landing on the n-th storey, which is shown then.
    Point landingOn(std::size_t n)
    {
        const Stair& stair = schoolOf(editor).buildings.front().stairs.front();
        Warden there;
        there.stair = stair.id;
        there.storey = stair.storeys.at(n);
        fulfil(editor, Show{there.storey});
        return toMillimetres(postOf(editor.deriver->latest()->walkable, there).value());
    }
    [[nodiscard]] const std::vector<Warden>& wardens() const { return scenarioOf(editor)->scenario.wardens; }

    Editor editor{sampleDocument()};
    Hand hand{editor};
};

TEST(WardenTool, PutsATeacherAtTheStairOnThisStorey)
{
    Sample sample;
    sample.hand.tap(sample.landingOn(1));
    EXPECT_EQ(lastStep(sample.editor), "edit.warden");
    ASSERT_EQ(sample.wardens().size(), 1U);
    const Stair& stair = schoolOf(sample.editor).buildings.front().stairs.front();
    EXPECT_EQ(sample.wardens().front().stair, stair.id);
    EXPECT_EQ(sample.wardens().front().storey, stair.storeys[1]);
    EXPECT_EQ(sample.wardens().front().task, WardenTask::Meter);
    sample.hand.act("do.undo");
    EXPECT_TRUE(sample.wardens().empty());
}

TEST(WardenTool, TakesAwayTheTeacherWhoIsThere)
{
    Sample sample;
    const Point landing = sample.landingOn(1);
    sample.hand.tap(landing);
    sample.hand.tap({landing.x + 100, landing.y});
    EXPECT_EQ(lastStep(sample.editor), "edit.no_warden");
    EXPECT_TRUE(sample.wardens().empty());
}

TEST(WardenTool, WantsAStairWithFlightsBelow)
{
    Sample sample;
    sample.hand.tap(sample.landingOn(0));
    EXPECT_TRUE(says(sample.editor, {"tool.warden_above", {}}));
    sample.landingOn(1);
    sample.hand.tap({-90000, -90000});
    EXPECT_TRUE(says(sample.editor, {"tool.warden_nowhere", {}}));
    EXPECT_TRUE(sample.wardens().empty());
}

}
}
