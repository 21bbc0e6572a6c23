// The way of a class, clicked together from stairs and exits.
#include "editor/model/opening.hpp"
#include "editor/model/situations.hpp"
#include "tests/editor_model/hand.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

constexpr Point kWestStair{2060, 13900}; // SA
constexpr Point kSouthDoor{24460, 100};  // E1

// The sample school with the first class pointed at and the way tool in hand.
struct Sample {
    Sample()
    {
        fulfil(editor, PointAtClass{schoolOf(editor).classes.front().id});
        hand.take(ToolKind::Way);
        tick(editor, 0.0);
        editor.deriver->wait();
    }
    const SchoolClass& first() const { return schoolOf(editor).classes.front(); }
    const Release* own(const SchoolClass& one) const
    {
        for (const Release& release : scenarioOf(editor)->scenario.releases)
            if (release.classes == std::vector{one.id}) return &release;
        return nullptr;
    }

    Editor editor{sampleDocument()};
    Hand hand{editor};
};

TEST(WayTool, WithShiftTheWholeGradeGoesThatWay)
{
    Sample sample;
    sample.hand.shift = true;
    sample.hand.tap(kWestStair);
    EXPECT_EQ(lastStep(sample.editor), "edit.way");
    for (const SchoolClass& one : schoolOf(sample.editor).classes) {
        const Release* own = sample.own(one);
        ASSERT_EQ(own != nullptr, one.grade == sample.first().grade) << one.id.value;
        if (own != nullptr) {
            EXPECT_EQ(own->rule.stairs, std::vector<StairId>{{"SA"}}) << one.id.value;
        }
    }
    sample.hand.act("do.undo");
    EXPECT_EQ(sample.own(sample.first()), nullptr); // one step for all of them
}

TEST(WayTool, WithoutShiftTheClassAloneGoesThatWay)
{
    Sample sample;
    sample.hand.tap(kWestStair);
    for (const SchoolClass& one : schoolOf(sample.editor).classes)
        EXPECT_EQ(sample.own(one) != nullptr, one.id == sample.first().id) << one.id.value;
}

TEST(WayTool, AWayThatLeadsNowhereIsToldAndNotTaken)
{
    Sample sample;
    Editor& editor = sample.editor;
    const NamedScenario& now = *scenarioOf(editor);
    fulfil(editor,
           Make{Step{{"edit.scenario", {}}, {PutScenario{{now.file, shutToggled(now.scenario, "E1", false)}}}}});
    sample.hand.tap(kSouthDoor);
    EXPECT_TRUE(says(editor, {"tool.way_leads_nowhere", {sample.first().name}}));
    EXPECT_EQ(lastStep(editor), "edit.scenario");
    sample.hand.act("do.undo");
    sample.hand.tap(kSouthDoor); // open again
    EXPECT_EQ(lastStep(editor), "edit.way");
    ASSERT_NE(sample.own(sample.first()), nullptr);
    EXPECT_EQ(sample.own(sample.first())->rule.exits, std::vector<DoorId>{{"E1"}});
}

TEST(WayTool, ARoomIsNoWay)
{
    Sample sample;
    sample.hand.tap({4000, 4000});
    EXPECT_TRUE(says(sample.editor, {"tool.no_way_there", {}}));
    EXPECT_EQ(sample.editor.history.undoName(), nullptr);
}

}
}
