#pragma once

#include "editor/model/derived.hpp"
#include "editor/model/document.hpp"
#include "sim/picture/picture.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What the hand does on the plan. A tool takes what mouse and keys do and gives steps; it changes nothing itself.

enum class ToolKind {
    Select,
    Room,
    RoomByCorners,
    Corridor,
    Wall,
    Door,
    Opening,
    Exit,
    Stair,
    Obstacle,
    Ground,
    Gate,
    AssemblyArea,
    Equipment,
    Measure,
    Backdrop,
    Way,
    Fall,
    Warden
};
inline constexpr int kToolKinds = 19;

enum class PointerKind { Press, Move, Release, DoublePress };
struct Pointer {
    PointerKind kind = PointerKind::Move;
    Vec2 at;             // metres
    double pixel = 0.01; // metres a pixel: how near is near
    bool shift = false;  // adds to the selection; keeps right angles
    bool alt = false;    // no snapping
};
enum class Key { Enter, Escape, Backspace, Delete, Tab, Digit, Letter };
struct KeyPress {
    Key key = Key::Enter;
    char32_t character = 0; // Digit: 0 … 9, '.', ','
};

/// What a person has set for the things that come next. Millimetres.
struct ToolSettings {
    std::int32_t grid = 100;
    std::int32_t wallThickness = 240; // brick and a half of plaster: usual for Chinese schools (assumed)
    std::int32_t corridorWidth = 2400;
    std::int32_t doorWidth = 1000;
    std::int32_t openingWidth = 2000;
    SpaceKind roomKind = SpaceKind::Classroom;
    EquipmentKind equipment = EquipmentKind::Extinguisher;
    Stair stair; // its numbers; origin and id are those of the place
    bool snap = true;
    friend bool operator==(const ToolSettings&, const ToolSettings&) = default;
};

/// What a tool needs to see.
struct Scene {
    const Document& document;
    StoreyId storey;        // none: the grounds
    const Derived* derived; // null: not there yet
    const ToolSettings& settings;
    const std::vector<std::string>& selection;
    const Scenario* scenario; // in work; null: none
    std::string scenarioFile;
    ClassId schoolClass; // pointed at; none: no class
    double time = 0.0;   // seconds: of the time line
};

/// A tool at work.
struct Drawing {
    ToolKind tool = ToolKind::Select;
    std::vector<Point> points;   // set so far
    std::optional<Vec2> hand;    // where the hand really was at the last of them; none: on it
    std::optional<Point> hover;  // where the next would be, snapped
    std::optional<Vec2> pressed; // where the button went down
    bool dragging = false;
    std::string typed;   // a length being typed, metres
    std::string grabbed; // element under the button, or "id:corner"
};

/// What comes of it.
struct Outcome {
    std::optional<Step> step;
    std::optional<std::vector<std::string>> selection;
    std::optional<Message> hint; // a word on why nothing came of it
};

[[nodiscard]] Outcome pointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);
[[nodiscard]] Outcome typed(Drawing& drawing, const KeyPress& key, const Scene& scene);
/// What is being drawn, over the plan: metres, with its lengths beside it.
[[nodiscard]] std::vector<Shape> ghostOf(const Drawing& drawing, const Scene& scene, double pixel);
/// One line on what to do next, for the status bar.
[[nodiscard]] Message adviceOf(const Drawing& drawing);

}
