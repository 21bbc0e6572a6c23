#pragma once

#include "editor/model/editor.hpp"
#include "editor/model/keeping.hpp"
#include "editor/panels/whole_window.hpp"
#include "editor/view/canvas.hpp"
#include "editor/window/window.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace stairwise::editor {

/// The editor at its window, picture by picture: what the program and the tests of the whole drive.
class Desk {
public:
    /// `folder`: where autosave, habits and runs are kept. `canvas`: null where nothing is drawn; must outlive the
    /// desk.
    Desk(std::filesystem::path folder, Habits habits, const Canvas* canvas);
    ~Desk(); // writes the habits
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// One picture, then the wishes that came of it. `seconds` since the last one.
    void picture(Window& window, double seconds);
    /// The program may end; where work is unsaved it asked first.
    [[nodiscard]] bool done() const;
    /// A session that ends well leaves no autosave.
    void endWell();
    /// Check, run and export are finished.
    [[nodiscard]] bool atRest() const;

    [[nodiscard]] Editor& editor() { return editor_; }
    [[nodiscard]] const Editor& editor() const { return editor_; }
    [[nodiscard]] const Probe& probe() const { return probe_; }
    [[nodiscard]] const FaceState& face() const { return face_; }
    [[nodiscard]] std::uint64_t pictures() const { return pictures_; } // drawn so far

private:
    void takeDropped(Window& window);
    void takeClosing(Window& window);
    void nameWindow(Window& window);
    void keepHabits();

    std::filesystem::path folder_;
    PlanView plan_;
    Editor editor_;
    Autosave autosave_;
    Probe probe_;
    FaceState face_;
    Habits kept_;
    std::string title_;
    std::uint64_t pictures_ = 0;
    std::shared_ptr<const School> seen_; // its names have been shown to the fonts
};

}
