#pragma once

#include "editor/window/fonts.hpp"

namespace stairwise::editor {

/// ImGui's context with its look and fonts: what all makings of the window share.
class Interface {
public:
    explicit Interface(double scale);
    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;
    ~Interface();

    [[nodiscard]] double scale() const { return scale_; }
    [[nodiscard]] Fonts& fonts() { return fonts_; }

    /// Text and widgets in another size; the texture follows with refreshFonts().
    void rescale(double scale);

    /// Looks at what is about to be typed or pasted. True where the atlas was made anew and its texture must follow.
    [[nodiscard]] bool refreshFonts();

private:
    double scale_ = 1.0;
    Fonts fonts_;
};

}
