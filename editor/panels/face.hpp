#pragma once

#include "editor/model/editor.hpp"
#include "editor/view/camera.hpp"

#include <array>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise::editor {

struct Action;

/// Where each widget of the last picture stood, by name: tests and session scripts click by it. Pixels.
struct Place {
    float left = 0.0F;
    float top = 0.0F;
    float right = 0.0F;
    float bottom = 0.0F;
    [[nodiscard]] bool overlaps(const Place& other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};
using Probe = std::map<std::string, Place, std::less<>>;

/// A text while it is being typed.
struct Typing {
    std::string name; // of the field
    std::string text;
};

/// What the face itself remembers from one picture to the next.
struct FaceState {
    Camera camera;
    Orbit orbit;
    std::uint64_t aim = 0; // the last one taken up
    ViewKind shown = ViewKind::Plan;
    Typing typing;
    std::filesystem::path folder; // of the file dialog
    std::string fileName;
    std::string pasted;
    std::string chart;          // stair, exit or class whose curve is shown
    std::string draggedRelease; // class whose release is being dragged
    double draggedSeconds = 0.0;
    int columns = 4; // that what is chosen is made into
    int rows = 1;
    Vec2 copiesBy{8.0, 8.0};       // metres from one to the next
    std::size_t runs = kUsualRuns; // of the next ensemble
    std::size_t atlasSeeds = 5;    // of the next atlas; as the command line takes
    PlanOrder planOrder;           // of the next search for a timetable
    std::size_t planSeen = 0;      // of the curve
    std::string counted;           // class whose count is being entered
    struct {
        int expected = 0;
        int present = 0;
        int onLeave = 0;
        int missing = 0;
    } count;
    std::string reason; // why some are missing
    std::string remark;
    std::string remarkPlace;
    /// What is out of use, and what becomes of each situation then.
    struct AtlasLine {
        std::string id; // empty: nothing
        std::string name;
        std::string situations;
        int rank = 0; // worst; 0: no risk point
    };
    struct {
        std::uint64_t number = 0; // of the atlas
        Language language = Language::English;
        std::vector<AtlasLine> lines;
    } atlasWords;          // kept, because naming is slow
    bool allRisks = false; // not the first ones alone
    struct {
        std::uint64_t number = 0; // of the list
        Language language = Language::English;
        std::vector<NamedPoint> points;
    } riskWords; // kept, because naming is slow
};

/// What a panel gets: facts to show, a box for wishes.
struct Face {
    const Editor& editor;
    const Derived* derived; // null: not there yet
    Outbox& out;
    FaceState& state;
    Probe& probe;
    float unit = 1.0F; // pixels of a point at this display scaling
};

[[nodiscard]] std::string text(const Face& face, const Message& message);
[[nodiscard]] std::string text(const Face& face, std::string_view key);
/// How many of many runs are done, and how long the others will take.
[[nodiscard]] std::string manyRunsLine(const Face& face, const Work& work);
/// The same with a bar named `name` and the button of the action that stops it.
void workRow(Face& face, const std::string& name, const Work& work, std::string_view stop);
/// In grey that can be read on white and on what is chosen: what stands behind black.
void softText(const std::string& words);
/// Above what belongs together.
void sectionHead(Face& face, std::string_view key);
/// What is shown no longer fits what is drawn.
void doubtText(const std::string& words);

/// Where the mouse was seen last, pixels, and how many buttons and keys were held.
struct HandSeen {
    Vec2 at;
    int held = 0;
};
[[nodiscard]] HandSeen handSeen();

/// Notes where the last widget stands, as far as it is seen.
void mark(Face& face, const std::string& name);
void tip(const Face& face, const std::string& words);
/// What an action is called, its keys, and how it is used.
[[nodiscard]] std::string tipOf(const Face& face, const Action& action);

/// Widgets with a name. Those that give a value give it once, when a person has finished.
bool button(Face& face, const std::string& name, const std::string& label, float width = 0.0F);
/// A button of the action table, grey where it is not possible; its keys in the tip.
void actionButton(Face& face, std::string_view action, float width = 0.0F);
/// Beside one another as far as there is room, then below.
void actionRow(Face& face, std::initializer_list<std::string_view> actions);
[[nodiscard]] std::optional<std::string> textField(Face& face, const std::string& name, const std::string& label,
                                                   const std::string& value);
/// `value` times `perUnit` is what is shown: millimetres as metres with 0.001.
struct NumberShape {
    std::string unit; // "m", "s"
    double low = 0.0;
    double high = 1e6;
    int decimals = 2;
};
[[nodiscard]] std::optional<double> numberField(Face& face, const std::string& name, const std::string& label,
                                                double value, const NumberShape& shape);
[[nodiscard]] std::optional<int> choice(Face& face, const std::string& name, const std::string& label,
                                        const std::vector<std::string>& items, int at);
[[nodiscard]] std::optional<bool> tick(Face& face, const std::string& name, const std::string& label, bool value);

/// All values of an enumeration that begins with 0, in words.
template <class E> std::vector<std::string> wordsOf(const Face& face, E last)
{
    std::vector<std::string> items;
    for (int i = 0; i <= static_cast<int>(last); ++i) items.push_back(text(face, kindWord(static_cast<E>(i))));
    return items;
}

}
