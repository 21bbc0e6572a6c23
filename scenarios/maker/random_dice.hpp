#pragma once

#include "sim/base/random.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace stairwise::samples {

/// Draws for one part of a random school. The n-th draw is a function of seed, part, thing and n: what one part or
/// thing draws leaves the others as they are.
enum class Part : std::uint32_t {
    Shape = 201,
    Stairs = 202,
    Rooms = 203,
    Obstacles = 204,
    Locks = 205,
    People = 206,
    Scenario = 207,
    Events = 208
};

class Dice {
public:
    Dice(std::uint64_t seed, Part part, std::uint64_t thing = 0)
        : key_{seed, thing, static_cast<std::uint32_t>(part), 0}
    {
    }
    /// In [0, 1).
    double share()
    {
        ++key_.step;
        return uniform(key_);
    }
    /// Both ends included.
    int between(int low, int high) { return low + static_cast<int>(share() * (high - low + 1)); }
    bool chance(double probability) { return share() < probability; }
    template <class T, std::size_t N> T of(const std::array<T, N>& list)
    {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(N) - 1))];
    }

private:
    Key key_;
};

}
