#include "sim/run/people.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kWidest = 1.6; // metres between people; assumed: wider is no longer a class in its room
constexpr int kHalvings = 14;   // of the search for the spacing

std::vector<Vec2> gridPlaces(const Surface& surface, double spacing, double margin, std::size_t enough)
{
    const Box box = boxOf(surface.area.outer);
    const Vec2 low = toMetres(box.low);
    const Vec2 high = toMetres(box.high);
    const auto count = [&](double from, double to) {
        return std::max(0, static_cast<int>(std::floor((to - from - 2 * margin) / spacing)) + 1);
    };
    const int columns = count(low.x, high.x);
    const int rows = count(low.y, high.y);
    const double x0 = 0.5 * (low.x + high.x) - 0.5 * (columns - 1) * spacing;
    const double y0 = 0.5 * (low.y + high.y) - 0.5 * (rows - 1) * spacing;
    std::vector<Vec2> places;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns && places.size() < enough; ++c) {
            const Vec2 at = toMetres(toMillimetres({x0 + c * spacing, y0 + r * spacing}));
            if (contains(surface.area, at) && distanceToEdges(surface.area, at) >= margin - 1e-9) places.push_back(at);
        }
    return places;
}

// The widest spacing that still holds all of them, by halving between shoulder to shoulder and `kWidest`.
std::vector<Vec2> widest(const Surface& surface, std::size_t count, double radius, double margin)
{
    double narrow = 2.02 * radius;
    if (gridPlaces(surface, narrow, margin, count).size() < count) return {};
    double wide = kWidest;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = 0.5 * (narrow + wide);
        (gridPlaces(surface, middle, margin, count).size() >= count ? narrow : wide) = middle;
    }
    return gridPlaces(surface, narrow, margin, count);
}

}

std::vector<Vec2> placesOn(const Surface& surface, std::size_t count, double radius)
{
    if (count == 0) return {};
    for (const double margin : {2.0 * radius, 1.02 * radius, 0.6 * radius})
        if (auto places = widest(surface, count, radius, margin); !places.empty()) return places;
    return gridPlaces(surface, 2.02 * radius, 0.6 * radius, count);
}

}
