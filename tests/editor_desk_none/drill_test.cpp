#include "sim/record/drill_store.hpp"
#include "tests/session/drill_plan.hpp"
#include "tests/session/inner_hand.hpp"
#include "tests/session/trial.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

// A day as a person presses it: everything is in the archive at once, also what was taken back.
TEST(DrillDay, IsPressedAndStandsInTheArchive)
{
    const OwnFolder own;
    const auto folder = trialIn(own);
    const auto file = folder / "school.archive";
    putDrill(file);
    auto window = Window::open({"", 1366, 768, 1.0});
    Desk desk(folder / "state", Habits{}, nullptr);
    auto names = namesIn(folder);
    names["archive"] = file.string();
    const auto more = [&](const std::string& session) {
        return play(parseSession(session), innerHand(desk, window.value()), names);
    };
    ASSERT_EQ(more("click dialog.close\nclick page.drill\nfill drill.archive {archive}\n"), "");
    ASSERT_TRUE(desk.editor().drills) << (desk.editor().notice ? desk.editor().notice->text : "");
    ASSERT_EQ(more("click drill.open.2026-03-fire\n"), "");
    ASSERT_TRUE(desk.editor().drills && desk.editor().drills->day);
    ASSERT_EQ(more("click day.start\nclick day.C1.left\nclick day.C1.out\nclick day.C2.left\nclick day.strike\n"
                   "click day.S1.clear\nclick day.C1.count\nfill day.count.present 39\nfill day.count.missing 1\n"
                   "fill day.count.reason 在医务室\nclick day.count.keep\nfill day.note 楼梯口停留\n"
                   "click day.note.keep\nclick day.all_out\n"),
              "");
    auto other = Archive::open(file, Opening::Existing).value(); // what another program sees meanwhile
    const DrillRecord record = recordIn(other, drillPlan()).value();
    ASSERT_EQ(record.classes.size(), 8U);
    EXPECT_TRUE(record.classes[0].left && record.classes[0].out);
    EXPECT_FALSE(record.classes[1].left) << "taken back";
    EXPECT_EQ(record.classes[0].present, 39);
    EXPECT_EQ(record.classes[0].missing, 1);
    EXPECT_EQ(record.classes[0].reason, "在医务室");
    EXPECT_TRUE(record.stairs[0].clear && record.allOut);
    ASSERT_EQ(record.notes.size(), 1U);
    ASSERT_EQ(more("click day.close\nclick page.drill\nfill drill.search 楼梯口\n"), "");
    EXPECT_FALSE(desk.editor().drills->day);
    EXPECT_TRUE(std::ranges::any_of(desk.editor().drills->found,
                                    [](const stairwise::Document& one) { return one.kind == kRecordKind; }));
    ASSERT_EQ(more("fill drill.archive {school}\n"), "") << "no archive: it is said, and nothing happens";
    EXPECT_TRUE(desk.editor().notice);
}

}
}
