#pragma once

#include <cmath>

namespace stairwise::steady {

/// Functions made of + − × ÷ √ alone, so that they give the same bits on every x86-64 processor and compiler.
/// (The C library's exp, sin, cos and atan2 choose other code, and other last bits, where there is no FMA.)
/// Against the exact value: exp, log within 4e-16 relative; sin, cos within 4e-16 absolute; atan2 within 7e-16 relative
/// (measured on millions of values; tests/base/steady_math_test.cpp). Not a number in, not a number out.

[[nodiscard]] inline double sqrt(double v)
{
    return std::sqrt(v);
} // IEEE 754: correctly rounded everywhere

/// 0 below −708, +∞ above 709.
[[nodiscard]] double exp(double v);
/// v > 0 and normal (≥ 2⁻¹⁰²²).
[[nodiscard]] double log(double v);
/// |v| ≤ 1e5 radians.
[[nodiscard]] double sin(double v);
[[nodiscard]] double cos(double v);
/// In (−π, π]; 0 for (0, 0).
[[nodiscard]] double atan2(double y, double x);

inline constexpr double kPi = 3.14159265358979323846;

}
