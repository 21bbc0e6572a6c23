#pragma once

#include "sim/geometry/point.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace stairwise {

/// What to draw, never how: one list that screen, SVG, PNG and PDF all show. Metres, y up, unless said.

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

struct FillShape {
    std::vector<std::vector<Vec2>> rings; // even-odd
    Colour colour;
};
struct LineShape {
    std::vector<Vec2> points;
    bool closed = false;
    double width = 0.0; // points on paper (1/72 inch)
    Colour colour;
};
struct DiscShape {
    Vec2 centre;
    double radius = 0.0; // metres
    Colour colour;
};
enum class Anchor { Left, Centre, Right };
struct TextShape {
    Vec2 at;           // baseline start, middle or end
    double size = 0.0; // points on paper
    Anchor anchor = Anchor::Centre;
    Colour colour;
    std::string text;    // UTF-8
    double widest = 0.0; // points; > 0: set smaller, down to 5 pt, then cut with … so that it fits
};
using Shape = std::variant<FillShape, LineShape, DiscShape, TextShape>;

struct Picture {
    Vec2 low; // what is shown, metres
    Vec2 high;
    double pointsPerMetre = 10.0; // paper scale
    std::vector<Shape> shapes;    // drawn in order
};

/// Everything shown, measured in points of paper.
[[nodiscard]] Vec2 paperSize(const Picture& picture);

/// SVG text; byte-equal for equal pictures.
[[nodiscard]] std::string toSvg(const Picture& picture);
/// PNG bytes at so many pixels per point of paper.
[[nodiscard]] std::string toPng(const Picture& picture, double pixelsPerPoint);
/// PDF bytes, a page a picture; byte-equal for equal pictures and title on one machine. Text stays text.
[[nodiscard]] std::string toPdf(std::span<const Picture> pages, const std::string& title);

}
