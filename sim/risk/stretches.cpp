#include "sim/risk/stretches.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kLongest = 12.0; // metres
constexpr double kStretch = 6.0;

int partsOf(double length)
{
    return length > kLongest ? static_cast<int>(std::floor(length / kStretch + 0.5)) : 1;
}

}

Stretches::Stretches(const Walkable& walkable)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Box box = boxOf(walkable.surfaces[s].area.outer);
        const Vec2 size = toMetres(box.high) - toMetres(box.low);
        Cut cut{toMetres(box.low), {}, partsOf(size.x), partsOf(size.y), surfaces_.size()};
        cut.size = {std::max(size.x / cut.columns, 1e-3), std::max(size.y / cut.rows, 1e-3)};
        cuts_.push_back(cut);
        surfaces_.resize(surfaces_.size() + static_cast<std::size_t>(cut.columns * cut.rows), s);
    }
}

std::size_t Stretches::of(SurfaceIndex surface, Vec2 at) const
{
    const Cut& cut = cuts_[surface];
    const auto along = [](double off, double length, int most) {
        return static_cast<std::size_t>(std::clamp(off / length, 0.0, most - 0.5));
    };
    return cut.first + along(at.y - cut.low.y, cut.size.y, cut.rows) * static_cast<std::size_t>(cut.columns) +
           along(at.x - cut.low.x, cut.size.x, cut.columns);
}

}
