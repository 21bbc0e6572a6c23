#pragma once

#include "sim/base/result.hpp"

#include <memory>

namespace stairwise::editor {

/// An OpenGL 3.3 context without a screen, and a framebuffer of a size to draw on: for pictures made by scripts and
/// tests. Current from its making on.
class Offscreen {
public:
    [[nodiscard]] static Result<Offscreen> open(int width, int height);
    Offscreen(Offscreen&&) noexcept;
    Offscreen& operator=(Offscreen&&) noexcept;
    ~Offscreen();
    void bind() const; // its framebuffer
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;

private:
    struct Inside;
    explicit Offscreen(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}
