#include "sim/base/steady_math.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace stairwise::steady {
namespace {

constexpr double kLn2High = 6.93147180369123816490e-01; // 33 bits, so that k · kLn2High is exact
constexpr double kLn2Low = 1.90821492927058770002e-10;

double powerOfTwo(std::int64_t k)
{
    return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

// Taylor series on |r| ≤ π/4, long enough for the last bit.
double sinCore(double r)
{
    const double s = r * r;
    double sum = 0.0;
    for (int n = 19; n >= 3; n -= 2) sum = s * (1.0 - sum) / (static_cast<double>(n) * (n - 1));
    return r - r * sum;
}

double cosCore(double r)
{
    const double s = r * r;
    double sum = 0.0;
    for (int n = 20; n >= 4; n -= 2) sum = s * (1.0 - sum) / (static_cast<double>(n) * (n - 1));
    return 1.0 - 0.5 * s * (1.0 - sum);
}

struct Turn {
    double rest;
    int quarter;
};

// Cody and Waite: π/2 in three parts, the first two short enough for exact products.
Turn reduce(double v)
{
    const double k = std::floor(v * (2.0 / kPi) + 0.5);
    double r = v - k * 1.57079632673412561417e+00;
    r -= k * 6.07710050630396597660e-11;
    r -= k * 2.02226624879595063154e-21;
    return {r, static_cast<int>(static_cast<std::int64_t>(k) & 3)};
}

// atan on [0, 1]: halved twice by atan(x) = 2 atan(x / (1 + √(1 + x²))), then its series.
double atanCore(double v)
{
    for (int i = 0; i < 2; ++i) v = v / (1.0 + sqrt(1.0 + v * v));
    const double s = v * v;
    double sum = 0.0;
    for (int n = 27; n >= 3; n -= 2) sum = s * (1.0 / n - sum);
    return 4.0 * (v - v * sum);
}

}

double exp(double v)
{
    if (v < -708.0) return 0.0;
    if (v > 709.0) return std::numeric_limits<double>::infinity();
    if (v != v) return v; // the cast below has no meaning for it
    const double k = std::floor(v / (kLn2High + kLn2Low) + 0.5);
    const double r = (v - k * kLn2High) - k * kLn2Low;
    double sum = 1.0;
    for (int n = 14; n >= 1; --n) sum = 1.0 + r * sum / n;
    return sum * powerOfTwo(static_cast<std::int64_t>(k));
}

double log(double v)
{
    const auto bits = std::bit_cast<std::uint64_t>(v);
    auto exponent = static_cast<std::int64_t>((bits >> 52) & 0x7ff) - 1023;
    double mantissa = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
    if (mantissa > 1.41421356237309504880) {
        mantissa *= 0.5;
        ++exponent;
    }
    const double f = (mantissa - 1.0) / (mantissa + 1.0); // log m = 2 artanh f
    const double s = f * f;
    double sum = 0.0;
    for (int n = 23; n >= 3; n -= 2) sum = s * (1.0 / n + sum);
    const auto k = static_cast<double>(exponent);
    return k * kLn2High + (2.0 * f + (2.0 * f * sum + k * kLn2Low));
}

double sin(double v)
{
    const Turn t = reduce(v);
    const double core = (t.quarter & 1) != 0 ? cosCore(t.rest) : sinCore(t.rest);
    return (t.quarter & 2) != 0 ? -core : core;
}

double cos(double v)
{
    const Turn t = reduce(v);
    const double core = (t.quarter & 1) != 0 ? sinCore(t.rest) : cosCore(t.rest);
    return t.quarter == 1 || t.quarter == 2 ? -core : core;
}

double atan2(double y, double x)
{
    const double ay = std::fabs(y);
    const double ax = std::fabs(x);
    if (ax == 0.0 && ay == 0.0) return 0.0;
    double angle = ay <= ax ? atanCore(ay / ax) : 0.5 * kPi - atanCore(ax / ay);
    if (x < 0.0) angle = kPi - angle;
    return y < 0.0 ? -angle : angle;
}

}
