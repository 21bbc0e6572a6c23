#pragma once

#include "sim/picture/picture.hpp"

#include <string>

namespace stairwise {

/// A page of paper that is drawn on from its upper left corner, in points (1/72 inch).
inline constexpr Vec2 kA4{595.0, 842.0};
inline constexpr Vec2 kA4Across{842.0, 595.0};
/// Readable in grey: black, what is said aside, and what lies behind a row.
inline constexpr Colour kPageInk{35, 38, 43};
inline constexpr Colour kPageSoft{96, 101, 109};
inline constexpr Colour kPageShade{240, 241, 243};

struct PageText {
    double size = 9.0;
    Colour colour = kPageInk;
    Anchor anchor = Anchor::Left;
    double widest = 0.0; // 0: as wide as it is
};

class Page {
public:
    explicit Page(Vec2 size);
    void text(Vec2 at, const std::string& what, const PageText& look); // `at`: on its baseline
    /// Lines broken at the width, a line and a half apart, the first baseline at at.y; gives the y of the next.
    double paragraph(Vec2 at, const std::string& what, const PageText& look);
    void line(Vec2 from, Vec2 to, double width = 0.5, Colour colour = kPageSoft);
    void cut(Vec2 from, Vec2 to); // dashes: where scissors go
    void box(Vec2 at, Vec2 size, Colour colour);
    void square(Vec2 at, double side); // to tick; `at`: its upper left corner
    /// A rule to write on, with what belongs there before it.
    void blank(Vec2 at, const std::string& what, double right, double size = 9.0);
    [[nodiscard]] Picture picture() &&;

private:
    [[nodiscard]] Vec2 down(Vec2 at) const { return {at.x, picture_.high.y - at.y}; }
    Picture picture_;
};

}
