#pragma once

#include "editor/view/image.hpp"
#include "tests/session/session.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace stairwise::editor {

/// A screen of its own (Xvfb) with the program on it, and a mouse and keyboard (xdotool, xclip). Ends both when it
/// goes.
class Screen {
public:
    /// Nothing where Xvfb, xdotool or xclip are missing.
    [[nodiscard]] static std::optional<Screen> open(const std::filesystem::path& folder, int width, int height);
    Screen(Screen&&) noexcept;
    ~Screen();

    /// Starts the program with its window as large as the screen. False: no window came.
    [[nodiscard]] bool start(const std::string& program, const std::string& file, double scale);
    void end(); // the program
    [[nodiscard]] Hand hand(std::function<void(const std::string&, const std::string&)> picture);
    [[nodiscard]] Image seen() const; // what is on the screen

private:
    struct Inside;
    explicit Screen(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}
