// Whatever a person does, undoes and does again: the way back ends where it began, to the byte of the saved files.
#include "editor/model/history.hpp"

#include "editor/model/mending.hpp"
#include "editor/model/opening.hpp"
#include "editor/model/picking.hpp"
#include "editor/model/situations.hpp"
#include "scenarios/maker/maker.hpp"
#include "sim/base/random.hpp"
#include "sim/school/school_file.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

namespace stairwise::editor {
namespace {

constexpr int kSteps = 10'000;
constexpr std::size_t kMostSpaces = 200; // of a school that is still added to

/// Somebody at the plan who does sense and nonsense.
class Wanderer {
public:
    explicit Wanderer(Editor& editor) : editor_(editor), hand_(editor)
    {
        other_ = std::make_shared<const School>(
            readSchool(std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios" / "xiangxiang.school.json").value());
    }

    void step()
    {
        switch (below(20)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
            return hand_.act("do.undo");
        case 5:
        case 6:
        case 7:
        case 8:
            return hand_.act("do.redo");
        case 9:
            return storeys();
        case 10:
            return people();
        case 11:
            return situations();
        case 12:
            return backdrops();
        case 13:
        case 14:
            return chosen();
        case 15:
            return mend();
        default:
            return draw();
        }
    }

private:
    int below(int most)
    {
        return static_cast<int>(randomBits({11, ++drawn_, 0, 0}) % static_cast<std::uint64_t>(most));
    }
    Point point() { return {10 * below(7500) - 5000, 10 * below(4000) - 10000}; }
    bool full() const
    {
        std::size_t spaces = 0;
        for (const Building& building : schoolOf(editor_).buildings)
            for (const auto& storey : building.storeys) spaces += storey->spaces.size();
        return spaces > kMostSpaces;
    }

    void draw()
    {
        hand_.shift = below(4) == 0;
        hand_.alt = below(4) == 0;
        hand_.take(static_cast<ToolKind>(below(kToolKinds)));
        if (below(3) == 0) {
            hand_.drag(point(), point());
        } else {
            for (int i = below(5) + 1; i > 0; --i) hand_.tap(point());
            if (below(2) == 0) hand_.type(fmt::format("{}.{},{}", below(20), below(10), below(20)));
            hand_.key(below(5) == 0 ? Key::Backspace : Key::Enter);
            hand_.key(Key::Enter);
        }
    }

    void chosen()
    {
        static constexpr const char* kActions[] = {"do.remove", "do.duplicate", "do.mirror", "do.turn"};
        hand_.shift = false;
        hand_.take(ToolKind::Select);
        const Point a = point();
        if (below(2) == 0)
            hand_.drag(a, {a.x + 8000, a.y + 8000}); // an element, or a box
        else
            hand_.tap(a);
        if (editor_.selection.size() == 1) pull();
        const int action = below(6);
        if (action < 4 && !(action == 1 && full())) return hand_.act(kActions[action]);
        hand_.key(action == 4 ? Key::Delete : Key::Escape);
    }

    // A corner of what is chosen.
    void pull()
    {
        const auto outline = outlineOf(schoolOf(editor_), editor_.selection.front());
        if (!outline || outline->points.empty()) return;
        const Point corner = outline->points.front();
        hand_.drag(corner, {corner.x + 100 * (below(40) - 20), corner.y + 100 * (below(40) - 20)});
    }

    void storeys()
    {
        switch (below(6)) {
        case 0:
            return full() ? hand_.act("do.remove_storey") : hand_.act("do.copy_up");
        case 1:
            return hand_.act("do.storey_above");
        case 2:
            return hand_.act("do.remove_storey");
        case 3:
            return hand_.act("do.up");
        case 4:
            return hand_.act("do.down");
        default:
            if (below(20) == 0) fulfil(editor_, Make{Step{{"edit.import", {"x"}}, {Change{PutSchool{other_}}}}});
        }
    }

    void people()
    {
        if (below(10) == 0) return hand_.act("do.new_year");
        fulfil(editor_, PasteClasses{fmt::format("班级,人数,教室\n三（{}）班,{},{}\n{}年级{}班,{},\n", below(9) + 1,
                                                 below(60), 101 + below(6), below(9) + 1, below(4) + 1, below(50))});
    }

    void situations()
    {
        const School& school = schoolOf(editor_);
        const NamedScenario* named = scenarioOf(editor_);
        if (named == nullptr || below(8) == 0) return hand_.act("do.scenario_new");
        if (below(8) == 0) return hand_.act(below(2) == 0 ? "do.scenario_copy" : "do.scenario_remove");
        NamedScenario changed = *named;
        const auto stairs = stairsOf(school);
        if (below(2) == 0 && !stairs.empty())
            changed.scenario = shutToggled(
                changed.scenario, stairs[static_cast<std::size_t>(below(static_cast<int>(stairs.size())))], true);
        else if (!school.classes.empty())
            changed.scenario = releasedAt(changed.scenario, school, school.classes.front().grade, below(300));
        fulfil(editor_, Make{Step{{"edit.release", {}}, {PutScenario{changed}}}});
    }

    static std::vector<std::string> stairsOf(const School& school)
    {
        std::vector<std::string> ids;
        for (const Building& building : school.buildings)
            for (const Stair& stair : building.stairs) ids.push_back(stair.id.value);
        return ids;
    }

    void backdrops()
    {
        if (below(3) == 0)
            fulfil(editor_, Make{Step{{"edit.backdrop", {}}, {RemoveBackdrop{editor_.storey}}}});
        else
            fulfil(editor_, SetBackdrop{fmt::format("plan{}.png", below(5))});
    }

    void mend()
    {
        const auto derived = editor_.deriver->latest();
        if (derived == nullptr || derived->findings.empty()) return;
        const auto i = static_cast<std::size_t>(below(static_cast<int>(derived->findings.size())));
        if (auto step = mendFor(derived->findings[i], schoolOf(editor_))) fulfil(editor_, Make{std::move(*step)});
    }

    Editor& editor_;
    Hand hand_;
    std::shared_ptr<const School> other_;
    std::uint64_t drawn_ = 0;
};

/// Every file of the folder that the document is saved to.
std::map<std::string, std::string> savedFiles(const Document& document)
{
    const OwnFolder folder;
    const Done saved = saveDocument(document, folder / "a.school.json", document);
    EXPECT_TRUE(saved.ok());
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder / ""))
        files[entry.path().filename().string()] = contentOf(entry.path());
    return files;
}

/// What some versions said when they were made, by their place in the history, and which steps led there.
struct Witness {
    std::map<std::size_t, std::string> texts;
    std::map<std::string_view, int> steps;

    void see(const History& history, std::size_t before)
    {
        if (history.redoName() == nullptr && history.undoName() != nullptr) {
            texts.erase(texts.upper_bound(before), texts.end()); // what had been undone is gone
            ++steps[history.undoName()->key];
        }
        if (history.index() % 8 == 0) texts[history.index()] = formatDocument(history.now(), {});
    }
    void compare(const History& history) const
    {
        const auto found = texts.find(history.index());
        if (found == texts.end()) return;
        EXPECT_TRUE(formatDocument(history.now(), {}) == found->second) << history.index();
        const auto again = parseDocument(found->second, "again");
        ASSERT_TRUE(again.ok()) << history.index() << " " << again.fault().place << " " << again.fault().what.key;
        EXPECT_TRUE(same(again.value().document, history.now())) << history.index();
    }
};

TEST(History, TenThousandEditsUndosAndRedosEndWhereTheyBeganToTheByte)
{
    Editor editor{sampleDocument()};
    const auto first = savedFiles(editor.history.now());
    Wanderer wanderer(editor);
    Witness witness;
    const double spent = millisecondsOf([&] {
        for (int i = 0; i < kSteps; ++i) {
            const std::uint64_t revision = editor.history.revision();
            const std::size_t index = editor.history.index();
            wanderer.step();
            if (editor.history.revision() != revision) witness.see(editor.history, index);
        }
    });
    while (editor.history.redoName() != nullptr) fulfil(editor, Do{"do.redo"});
    const std::size_t end = editor.history.index();
    const auto last = savedFiles(editor.history.now());
    while (editor.history.undoName() != nullptr) {
        ASSERT_NO_FATAL_FAILURE(witness.compare(editor.history));
        fulfil(editor, Do{"do.undo"});
    }
    EXPECT_TRUE(savedFiles(editor.history.now()) == first);
    EXPECT_FALSE(unsaved(editor));
    while (editor.history.redoName() != nullptr) fulfil(editor, Do{"do.redo"});
    EXPECT_EQ(editor.history.index(), end);
    EXPECT_TRUE(savedFiles(editor.history.now()) == last);
    EXPECT_GT(end, 200U);
    for (const auto& [step, times] : witness.steps) RecordProperty(std::string(step), times);
    for (const char* step : {"edit.draw_room", "edit.import", "edit.new_year", "edit.copy_storey_up",
                             "edit.remove_storey", "edit.backdrop", "edit.add_scenario", "edit.reshape", "edit.mend"})
        EXPECT_GT(witness.steps[step], 0) << step;
    RecordProperty("seconds", fmt::format("{:.1f}", spent / 1000.0));
}

}
}
