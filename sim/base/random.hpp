#pragma once

#include "sim/base/hash.hpp"

#include <cstdint>

namespace stairwise {

/// Chance as a function: the same key gives the same number, so neither threads nor the order of people matter.
/// `purpose` keeps the uses apart (random.hpp of the caller names them); `step` is 0 for what is drawn once.
struct Key {
    std::uint64_t seed = 0;
    std::uint64_t person = 0;
    std::uint32_t purpose = 0;
    std::uint32_t step = 0;
};

[[nodiscard]] constexpr std::uint64_t randomBits(const Key& key)
{
    const std::uint64_t place = stir(key.person + 0x9e3779b97f4a7c15ULL * (std::uint64_t{key.purpose} + 1));
    return stir(stir(key.seed + 0xd1b54a32d192ed03ULL) ^
                stir(place + 0x8cb92ba72f3d8dd7ULL * (std::uint64_t{key.step} + 1)));
}

/// In [0, 1), 53 bits.
[[nodiscard]] constexpr double uniform(const Key& key)
{
    return static_cast<double>(randomBits(key) >> 11) * 0x1.0p-53;
}

/// In (0, 1), never either end, symmetric about ½: what a quantile wants. 52 bits.
[[nodiscard]] constexpr double uniformOpen(const Key& key)
{
    return (static_cast<double>(randomBits(key) >> 12) + 0.5) * 0x1.0p-52;
}

/// Standard normal; inverse of the distribution function (Acklam's rational approximation, relative error 1.2e-9).
[[nodiscard]] double normal(const Key& key);

/// The z with Φ(z) = p, 0 < p < 1.
[[nodiscard]] double normalQuantile(double p);

}
