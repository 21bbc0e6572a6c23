#pragma once

#include "sim/base/result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise::editor {

/// A window with an OpenGL 3.3 context and ImGui on it. Three makings, chosen by the linker: GLFW (a screen), EGL (a
/// framebuffer off screen), none (ImGui alone, nothing drawn).

struct WindowWish {
    std::string title;
    int width = 1366; // pixels of the framebuffer
    int height = 768;
    double scale = 0.0; // of text and widgets; 0: the screen's
};

class Window {
public:
    /// A Fault in one plain line where OpenGL 3.3 is missing, naming the software way (LIBGL_ALWAYS_SOFTWARE=1).
    [[nodiscard]] static Result<Window> open(const WindowWish& wish);
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    ~Window();

    [[nodiscard]] double scale() const;
    void rescale(double scale);      // of text and widgets, from the next picture on
    [[nodiscard]] int width() const; // of the framebuffer
    [[nodiscard]] int height() const;
    [[nodiscard]] bool wantsToClose() const;
    void stayOpen(); // the wish to close was answered
    void title(const std::string& text);
    [[nodiscard]] std::string clipboard() const;

    /// Names that may hold rarer characters than GB 2312 has. What is typed and pasted is seen without being told.
    void needGlyphs(std::string_view text);

    /// One picture: events, ImGui's frame around `contents`, drawn, shown. What `contents` draws with OpenGL lies under
    /// ImGui's windows. `idle`: nothing moves, wait for an event (at most half a second).
    void frame(bool idle, const std::function<void()>& contents);

    /// Files dropped on the window since the last call.
    [[nodiscard]] std::vector<std::string> takeDropped();

private:
    struct Inside;
    explicit Window(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}
