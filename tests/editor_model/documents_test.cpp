// A school with its scenarios and backdrops goes to disk and comes back, and nobody's work is lost on the way.
#include "editor/model/document.hpp"

#include "editor/model/opening.hpp"
#include "editor/model/situations.hpp"
#include "sim/base/system.hpp"
#include "sim/school/school_file.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

const fs::path kScenarios = fs::path(STAIRWISE_SOURCE_DIR) / "scenarios";

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

void draw(Editor& editor)
{
    const Hand hand(editor);
    hand.take(ToolKind::Obstacle);
    hand.drag({1000, 1000}, {3000, 2000});
}

TEST(Documents, ComeBackAsTheyWereSaved)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    fulfil(editor, Do{"do.scenario_copy"});
    fulfil(editor, SetBackdrop{folder / "plans/f1.png"});
    fulfil(editor, SaveAs{folder / "a"});
    EXPECT_EQ(editor.file, folder / "a.school.json");
    EXPECT_FALSE(unsaved(editor));
    EXPECT_EQ(namesIn(folder / ""), (std::set<std::string>{"a.school.json", "a.backdrops.json", "school.scenario.json",
                                                           "situation.scenario.json"}));
    Editor again{emptyDocument("x")};
    fulfil(again, OpenFile{folder / "a.school.json"});
    EXPECT_TRUE(same(again.history.now(), editor.history.now()));
    EXPECT_EQ(again.history.now().backdrops[0].file, "plans/f1.png");
    EXPECT_FALSE(unsaved(again));
    ASSERT_FALSE(again.recent.empty());
    EXPECT_EQ(again.recent[0], folder / "a.school.json");
}

TEST(Documents, ScenariosAndBackdropsThatAreGoneAreRemovedOnSaving)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    fulfil(editor, Do{"do.scenario_copy"});
    fulfil(editor, SetBackdrop{folder / "f1.png"});
    fulfil(editor, SaveAs{folder / "a"});
    fulfil(editor, ChooseScenario{"situation.scenario.json"});
    fulfil(editor, Do{"do.scenario_remove"});
    fulfil(editor, Make{Step{{"edit.backdrop", {}}, {RemoveBackdrop{editor.storey}}}});
    fulfil(editor, Do{"do.save"});
    EXPECT_FALSE(namesIn(folder / "").contains("situation.scenario.json"));
    const auto again = openDocument(folder / "a.school.json");
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(same(again.value().document, editor.history.now()));
    fulfil(editor, Do{"do.undo"});
    fulfil(editor, Do{"do.undo"});
    fulfil(editor, Do{"do.save"});
    EXPECT_TRUE(namesIn(folder / "").contains("situation.scenario.json"));
}

TEST(Documents, NoOtherSchoolsScenarioIsWrittenOver)
{
    const OwnFolder folder;
    Editor first{sampleDocument()};
    fulfil(first, SaveAs{folder / "first"});
    const std::string theirs = contentOf(folder / "school.scenario.json");
    Editor second{sampleDocument()};
    fulfil(second, SaveAs{folder / "second"});
    EXPECT_EQ(contentOf(folder / "school.scenario.json"), theirs);
    EXPECT_FALSE(unsaved(second));
    EXPECT_NE(scenarioOf(second), nullptr); // still in work, under its new name
    const auto again = openDocument(folder / "second.school.json");
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(same(again.value().document, second.history.now()));
    EXPECT_EQ(again.value().document.scenarios.size(), 1U);
    fulfil(second, Do{"do.save"}); // and once more: it is its own now
    EXPECT_EQ(namesIn(folder / "").size(), 4U);
}

TEST(Documents, APictureIsFoundFromWhereverTheSchoolIsSaved)
{
    const OwnFolder folder;
    fs::create_directories(folder / "one");
    fs::create_directories(folder / "two");
    Editor editor{sampleDocument()};
    fulfil(editor, SaveAs{folder / "one/a"});
    fulfil(editor, SetBackdrop{folder / "one/f1.png"});
    ASSERT_EQ(editor.history.now().backdrops[0].file, "f1.png");
    fulfil(editor, SaveAs{folder / "two/a"});
    EXPECT_EQ(editor.history.now().backdrops[0].file, (folder / "one/f1.png").string());
}

TEST(Documents, WhatCannotBeWrittenIsToldAndStaysUnsaved)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    draw(editor);
    fulfil(editor, SaveAs{folder / "missing/folder/a"});
    ASSERT_TRUE(editor.notice.has_value());
    EXPECT_EQ(editor.notice->severity, Severity::Error);
    EXPECT_TRUE(unsaved(editor));
    EXPECT_TRUE(editor.file.empty());
}

TEST(Documents, AScenarioFileOpensItsSchool)
{
    Editor editor{emptyDocument("x")};
    fulfil(editor, OpenFile{kScenarios / "school.scenario.json"});
    EXPECT_EQ(editor.file, kScenarios / "school.school.json");
    EXPECT_EQ(editor.scenario, "school.scenario.json");
    EXPECT_EQ(schoolOf(editor).classes.size(), 36U);
}

TEST(Documents, FilesThatAreBrokenAreToldWithThePlaceAndLeaveTheEditorAsItWas)
{
    const fs::path folder = kScenarios / "broken";
    Editor editor{sampleDocument()};
    int opened = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("whole.") || entry.path().extension() != ".json") continue;
        editor.notice.reset();
        fulfil(editor, OpenFile{entry.path()});
        ASSERT_TRUE(editor.notice.has_value()) << name;
        EXPECT_EQ(editor.notice->severity, Severity::Error) << name;
        EXPECT_NE(editor.notice->text.find(folder.string()), std::string::npos) << editor.notice->text;
        EXPECT_TRUE(same(editor.history.now(), sampleDocument())) << name;
        EXPECT_TRUE(editor.file.empty()) << name;
        ++opened;
    }
    EXPECT_GT(opened, 100);
}

TEST(Documents, ABrokenScenarioBesideASchoolIsNamedAndLeftOut)
{
    const OwnFolder folder;
    Editor before{sampleDocument()};
    fulfil(before, SaveAs{folder / "a"});
    ASSERT_TRUE(writeFile(folder / "broken.scenario.json", "{").ok());
    Editor editor{emptyDocument("x")};
    fulfil(editor, OpenFile{folder / "a.school.json"});
    EXPECT_EQ(editor.history.now().scenarios.size(), 1U);
    EXPECT_EQ(editor.dialog, Dialog::Findings);
    ASSERT_EQ(editor.lines.size(), 1U);
    EXPECT_NE(editor.lines[0].find("broken.scenario.json"), std::string::npos);
    fulfil(editor, Do{"do.save"});
    EXPECT_EQ(contentOf(folder / "broken.scenario.json"), "{"); // it is not this program's to remove
}

TEST(Documents, UnsavedWorkIsAskedForBeforeAnotherComes)
{
    const Wish wishes[] = {Do{"do.new"}, Do{"do.sample"}, Do{"do.quit"}, OpenFile{kScenarios / "w1.school.json"},
                           OpenFile{kScenarios / "w1.scenario.json"}};
    for (const Wish& wish : wishes) {
        Editor editor{sampleDocument()};
        draw(editor);
        const Document work = editor.history.now();
        fulfil(editor, wish);
        EXPECT_EQ(editor.dialog, Dialog::Unsaved) << wish.index();
        EXPECT_TRUE(same(editor.history.now(), work)) << wish.index();
        EXPECT_FALSE(editor.quit);
        fulfil(editor, CloseDialog{}); // thought better of it
        fulfil(editor, LeaveNow{});
        EXPECT_TRUE(same(editor.history.now(), work)) << wish.index();
        fulfil(editor, wish);
        fulfil(editor, LeaveNow{});
        EXPECT_TRUE(editor.quit || !same(editor.history.now(), work)) << wish.index();
        EXPECT_EQ(editor.dialog, Dialog::None);
    }
}

TEST(Documents, SavedThenLeft)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    draw(editor);
    fulfil(editor, Do{"do.quit"});
    fulfil(editor, SaveThenLeave{});
    EXPECT_EQ(editor.dialog, Dialog::File); // it has no name yet
    EXPECT_FALSE(editor.quit);
    fulfil(editor, SaveAs{folder / "missing/a"}); // and is not left where that fails
    EXPECT_FALSE(editor.quit);
    fulfil(editor, SaveAs{folder / "a"});
    EXPECT_FALSE(editor.quit);
    draw(editor);
    fulfil(editor, Do{"do.quit"});
    fulfil(editor, SaveThenLeave{});
    EXPECT_TRUE(editor.quit);
    EXPECT_TRUE(fs::exists(folder / "a.school.json"));
}

TEST(Documents, ADrawingThatIsNoneIsToldAndChangesNothing)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    ASSERT_TRUE(writeFile(folder / "a.dxf", "no drawing").ok());
    fulfil(editor, OpenFile{folder / "a.dxf"});
    ASSERT_TRUE(editor.notice.has_value());
    EXPECT_TRUE(same(editor.history.now(), sampleDocument()));
}

TEST(Documents, PastedClassesAreOneStepAndDoubtsAreListed)
{
    Editor editor{sampleDocument()};
    fulfil(editor, PasteClasses{"班级,人数,教室\n七（1）班,44,101\n初一2班,45,999\n"});
    EXPECT_EQ(findClass(schoolOf(editor), {"7-1"})->pupils, 44);
    EXPECT_EQ(editor.dialog, Dialog::Findings);
    EXPECT_FALSE(editor.lines.empty());
    fulfil(editor, Do{"do.undo"});
    EXPECT_TRUE(same(editor.history.now(), sampleDocument()));
}

}
}
