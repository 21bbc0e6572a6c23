// What outlives a session: the autosave, and how a person likes the window.
#include "editor/model/keeping.hpp"

#include "editor/model/opening.hpp"
#include "editor/model/situations.hpp"
#include "sim/base/system.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

/// An autosave of a session that did not end well. No process has a number so high.
fs::path leave(const OwnFolder& folder, const Editor& editor, int process = 999'999'999)
{
    const fs::path path = folder / ("autosave-" + std::to_string(process) + ".document.json");
    EXPECT_TRUE(writeFile(path, formatDocument(editor.history.now(), editor.file)).ok());
    return path;
}

void drawOn(Editor& editor)
{
    const Hand hand(editor);
    hand.take(ToolKind::Obstacle);
    hand.drag({1000, 1000}, {3000, 2000});
    hand.act("do.scenario_copy");
    fulfil(editor, SetBackdrop{"/plans/ground.png"});
}

TEST(Keeping, WhatWasLeftBehindComesBackWithScenariosAndBackdrops)
{
    const OwnFolder folder;
    Editor before{sampleDocument()};
    drawOn(before);
    const fs::path left = leave(folder, before);
    ASSERT_EQ(leftBehind(folder / ""), std::vector{left});
    Editor after{emptyDocument("new")};
    after.leftBehind = {left};
    after.dialog = Dialog::Restore;
    fulfil(after, Restore{left, true});
    EXPECT_TRUE(same(after.history.now(), before.history.now()));
    EXPECT_EQ(after.history.now().scenarios.size(), 2U);
    EXPECT_EQ(after.history.now().backdrops.size(), 1U);
    EXPECT_TRUE(unsaved(after));
    EXPECT_EQ(after.dialog, Dialog::None);
    EXPECT_TRUE(after.leftBehind.empty());
}

TEST(Keeping, WorkThatIsRestoredIsSavedWhereItCameFrom)
{
    const OwnFolder folder;
    Editor before{sampleDocument()};
    fulfil(before, SaveAs{folder / "a.school.json"});
    drawOn(before);
    Editor after{emptyDocument("new")};
    fulfil(after, Restore{leave(folder, before), true});
    EXPECT_EQ(after.file, folder / "a.school.json");
    EXPECT_TRUE(unsaved(after));
    fulfil(after, Do{"do.save"});
    EXPECT_FALSE(unsaved(after));
    const Document again = openDocument(folder / "a.school.json").value().document;
    EXPECT_EQ(*again.school, schoolOf(before));
    EXPECT_EQ(again.scenarios.size(), 2U);
    EXPECT_EQ(again.backdrops, before.history.now().backdrops);
}

TEST(Keeping, RestoredWorkOutlivesAnotherCrash)
{
    const OwnFolder folder;
    Editor before{sampleDocument()};
    drawOn(before);
    const fs::path left = leave(folder, before);
    Editor after{emptyDocument("new")};
    fulfil(after, Restore{left, true});
    EXPECT_FALSE(fs::exists(left));
    const fs::path own = folder / ("autosave-" + std::to_string(processNumber()) + ".document.json");
    const auto again = parseDocument(contentOf(own), "own");
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(same(again.value().document, before.history.now()));
    EXPECT_TRUE(leftBehind(folder / "").empty()); // its session is running
}

TEST(Keeping, WhatIsNotWantedIsThrownAway)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    const fs::path one = leave(folder, editor);
    const fs::path two = leave(folder, editor, 999'999'998);
    editor.leftBehind = {one, two};
    fulfil(editor, Restore{one, false});
    EXPECT_FALSE(fs::exists(one));
    EXPECT_EQ(editor.dialog, Dialog::Restore); // the other is asked for as well
    fulfil(editor, Restore{two, false});
    EXPECT_EQ(editor.dialog, Dialog::None);
    EXPECT_FALSE(unsaved(editor));
}

TEST(Keeping, AnAutosaveThatCannotBeReadIsToldAndChangesNothing)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    const fs::path left = leave(folder, editor);
    const std::string text = contentOf(left);
    ASSERT_TRUE(writeFile(left, text.substr(0, text.size() / 2)).ok());
    fulfil(editor, Restore{left, true});
    ASSERT_TRUE(editor.notice.has_value());
    EXPECT_EQ(editor.notice->severity, Severity::Error);
    EXPECT_TRUE(same(editor.history.now(), sampleDocument()));
    EXPECT_TRUE(fs::exists(left));
}

TEST(Keeping, TheAutosaveIsWrittenWhenAskedAndGoesWhenTheSessionEndsWell)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    drawOn(editor);
    Autosave autosave(folder / "deep");
    autosave.now(editor);
    autosave.wait();
    const auto kept = parseDocument(contentOf(autosave.path()), "kept");
    ASSERT_TRUE(kept.ok());
    EXPECT_TRUE(same(kept.value().document, editor.history.now()));
    autosave.discard();
    EXPECT_FALSE(fs::exists(autosave.path()));
}

TEST(Keeping, NothingIsAutosavedWithinTheFirstMinute)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    drawOn(editor);
    Autosave autosave(folder / "");
    autosave.consider(editor);
    autosave.wait();
    EXPECT_FALSE(fs::exists(autosave.path()));
}

TEST(Keeping, OnceAllIsSavedNoAutosaveStays)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    drawOn(editor);
    Autosave autosave(folder / "kept");
    autosave.consider(editor);
    autosave.now(editor);
    autosave.wait();
    ASSERT_TRUE(fs::exists(autosave.path()));
    fulfil(editor, SaveAs{folder / "a.school.json"});
    autosave.consider(editor);
    EXPECT_FALSE(fs::exists(autosave.path()));
}

TEST(Keeping, AnAutosaveUnderThisProcessesNumberIsAnEarlierOnesAndIsOffered)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    leave(folder, editor, processNumber());
    const Autosave autosave(folder / "");
    EXPECT_FALSE(fs::exists(autosave.path()));
    EXPECT_EQ(leftBehind(folder / "").size(), 1U);
}

TEST(Habits, AreReadAsTheyWereWritten)
{
    const OwnFolder folder;
    Habits habits;
    habits.looks.language = Language::English;
    habits.looks.scale = 1.5;
    habits.recent = {"/a/一.school.json", "/b/b.school.json"};
    ASSERT_TRUE(writeHabits(folder / "new", habits).ok());
    const Habits read = readHabits(folder / "new");
    EXPECT_EQ(read.looks.language, Language::English);
    EXPECT_EQ(read.looks.scale, 1.5);
    EXPECT_EQ(read.recent, habits.recent);
}

TEST(Habits, ThatAreMissingOrUnreadableAreANewUsers)
{
    const OwnFolder folder;
    EXPECT_TRUE(readHabits(folder / "").recent.empty());
    for (const char* text : {"", "{", R"({"format": "stairwise-habits", "version": 1, "language": "fr"})"}) {
        ASSERT_TRUE(writeFile(folder / "habits.json", text).ok());
        EXPECT_TRUE(readHabits(folder / "").recent.empty()) << text;
    }
}

}
}
