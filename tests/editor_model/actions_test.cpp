// Whatever the table offers can be done, and what it did to the document can be undone.
#include "editor/model/actions.hpp"

#include "editor/model/opening.hpp"
#include "editor/model/picking.hpp"
#include "sim/words/words.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <set>

namespace stairwise::editor {
namespace {

const std::filesystem::path kScenarios = std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios";

/// Another document takes the place of this one: there is nothing to undo.
bool beginsAnother(const Action& action)
{
    return action.name == "do.new" || action.name == "do.sample";
}

/// Does it where it can be done, and takes back what that did to the document. Whether it could.
bool tried(Editor& editor, const Action& action)
{
    const Document before = editor.history.now();
    const std::size_t at = editor.history.index();
    if (!action.possible(editor)) {
        fulfil(editor, Do{std::string(action.name)});
        EXPECT_TRUE(same(editor.history.now(), before)) << action.name;
        return false;
    }
    fulfil(editor, Do{std::string(action.name)});
    while (editor.history.index() > at) fulfil(editor, Do{"do.undo"});
    EXPECT_TRUE(same(editor.history.now(), before)) << action.name;
    fulfil(editor, Do{"do.cancel_run"});
    editor.work->cancel();
    fulfil(editor, CloseDialog{});
    return true;
}

TEST(Actions, EachCanBeDoneOnTheSampleAndUndone)
{
    const OwnFolder folder;
    Editor editor{sampleDocument()};
    editor.folder = folder / "";
    int done = 0;
    for (const Action& action : actions()) {
        if (beginsAnother(action)) continue;
        fulfil(editor, Choose{elementsIn(sceneOf(editor, nullptr), {{-1000, -1000}, {30000, 30000}})});
        done += tried(editor, action) ? 1 : 0;
    }
    EXPECT_GT(done, 55);
}

TEST(Actions, EachCanBeDoneWithNothingDrawn)
{
    const OwnFolder folder;
    Editor editor{emptyDocument("new")};
    editor.folder = folder / "";
    for (const Action& action : actions())
        if (!beginsAnother(action)) tried(editor, action);
}

TEST(Actions, EachCanBeDoneOnTheGroundsOfASchoolWithoutBuildings)
{
    const OwnFolder folder;
    Document bare = emptyDocument("bare");
    bare.school = std::make_shared<const School>();
    Editor editor{bare};
    editor.folder = folder / "";
    for (const Action& action : actions())
        if (!beginsAnother(action)) tried(editor, action);
}

TEST(Actions, EachCanBeDoneAfterARun)
{
    const OwnFolder folder;
    Editor editor{emptyDocument("new")};
    editor.folder = folder / "";
    fulfil(editor, OpenFile{kScenarios / "w1.scenario.json"});
    fulfil(editor, Do{"do.run"});
    editor.runner->wait();
    editor.deriver->wait();
    tick(editor, 0.0);
    std::set<std::string_view> done;
    for (const auto part : {editActions(), viewActions(), toolActions(), runActions()})
        for (const Action& action : part)
            if (!action.name.starts_with("do.run") && tried(editor, action)) done.insert(action.name);
    for (const char* name : {"do.play", "do.frame_on", "do.to_end", "do.busiest"})
        EXPECT_TRUE(done.contains(name)) << name;
}

TEST(Actions, HaveNamesAndKeysOfTheirOwn)
{
    std::set<std::string_view> names;
    std::set<std::string_view> keys;
    for (const Action& action : actions()) {
        EXPECT_TRUE(names.insert(action.name).second) << action.name;
        if (!action.keys.empty()) {
            EXPECT_TRUE(keys.insert(action.keys).second) << action.keys;
        }
        EXPECT_EQ(actionNamed(action.name), &action);
    }
    EXPECT_EQ(actionNamed("do.nothing_known"), nullptr);
    EXPECT_EQ(actionFor(""), nullptr);
    ASSERT_NE(actionFor("Ctrl+Z"), nullptr);
    EXPECT_EQ(actionFor("Ctrl+Z")->name, "do.undo");
}

TEST(Actions, ANewYearListsWhatIsToBeDoneAndIsOneStep)
{
    Editor editor{sampleDocument()};
    fulfil(editor, Do{"do.new_year"});
    EXPECT_EQ(editor.dialog, Dialog::NewYear);
    EXPECT_FALSE(editor.lines.empty());
    EXPECT_NE(findClass(schoolOf(editor), {"8-1"}), nullptr);
    EXPECT_EQ(lastStep(editor), "edit.new_year");
}

}
}
