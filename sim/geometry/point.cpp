#include "sim/geometry/point.hpp"

#include <cmath>

namespace stairwise {

namespace {

std::int32_t wholeMillimetres(double metres)
{
    // Rounding to a whole number is exact in IEEE 754, so std::round gives the same bits everywhere.
    constexpr double kMost = 2147483647.0;
    const double mm = std::round(metres * 1000.0);
    if (!(mm > -kMost)) return mm <= -kMost ? -2147483647 : 0; // not a number: 0
    return mm >= kMost ? 2147483647 : static_cast<std::int32_t>(mm);
}

}

double length(Vec2 v)
{
    return std::sqrt(v.x * v.x + v.y * v.y);
}

Point toMillimetres(Vec2 v)
{
    return {wholeMillimetres(v.x), wholeMillimetres(v.y)};
}

}
