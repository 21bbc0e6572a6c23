#pragma once

#include "sim/picture/picture.hpp"
#include "sim/report/clip.hpp"

#include <string>
#include <vector>

namespace stairwise {

using Lines = std::vector<std::string>; // one above the other, centred

/// Puts texts on a plan so that none lies over another. A text without room is left out.
class Labels {
public:
    /// `within`: no text leaves it.
    Labels(const Area& within, double metresPerPoint) : within_(within), point_(metresPerPoint) {}

    void keepFree(const Area& area) { taken_.push_back(area); }
    /// putBeside() does not go there.
    void keepOff(Outlines shape) { built_.push_back(std::move(shape)); }
    /// Where a disc for this place has room: there, or as near as can be. Keeps it free.
    [[nodiscard]] Vec2 discBeside(Vec2 place, double radius);
    /// Wholly inside the shape, as near its middle and as large as can be: the first of `choices` that fits. True if
    /// one was put.
    bool putInside(const Outlines& shape, const std::vector<Lines>& choices);
    /// Before a way out, on its outer side: the first of `choices` that fits, in white on a plate of this colour.
    struct WayOut {
        Vec2 middle;
        Vec2 away;          // unit vector
        double width = 0.0; // metres
    };
    bool putBeside(const WayOut& way, const std::vector<Lines>& choices, Colour plate);
    [[nodiscard]] const std::vector<Shape>& shapes() const { return shapes_; }

private:
    [[nodiscard]] bool isFree(const Area& area) const;
    [[nodiscard]] bool isOpenGround(const Area& area) const;
    [[nodiscard]] Vec2 roomFor(const Lines& lines, double size) const; // metres
    bool putInside(const Outlines& shape, const Lines& lines, double size);
    bool putBeside(const WayOut& way, const Lines& lines, double out, Colour plate);
    void put(const Area& area, const Lines& lines, double size, Colour plate, Colour ink);

    Area within_;
    double point_; // metres
    std::vector<Area> taken_;
    std::vector<Outlines> built_;
    std::vector<Shape> shapes_;
};

}
