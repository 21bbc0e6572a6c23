#pragma once

#include "sim/base/lanes.hpp"
#include "sim/crowd/sight.hpp"

namespace stairwise {

/// Headings that one person weighs against one another, a lane each: the way itself, and turned from it by ±14°, ±30°,
/// ±55° and 85° to the right (keeping right is the rule of Chinese schools; assumed). Internal to sim/crowd.
struct Fan {
    Lanes x, y;  // unit vectors
    Lanes gap;   // metres free ahead, with what the one ahead walks on meanwhile
    Lanes limit; // m/s that walls allow
    float right; // weight of what leads to the right, against 1 for what leads on
    Heading way; // before it was turned along walls
};
inline constexpr float kTurnCos[kLanes] = {1.0F,       0.9702957F, 0.9702957F, 0.8660254F,
                                           0.8660254F, 0.5735764F, 0.5735764F, 0.0871557F};
inline constexpr float kTurnSin[kLanes] = {0.0F, -0.2419219F, 0.2419219F, -0.5F,
                                           0.5F, -0.8191520F, 0.8191520F, -0.9961947F};

inline constexpr std::size_t kFarRight = 5; // 55° to the right
/// Around `heading`: the way, turned along walls near by.
void spread(Fan& fan, Heading way, Heading heading);

/// Who is in the way of each heading: within `lane` of the sum of radii to the side. What somebody ahead walks on in
/// `ahead` seconds counts as free.
using WeighPeople = void (*)(Fan& fan, const Seen& seen, float lane, float ahead);
/// For this processor; the same bits on each.
[[nodiscard]] WeighPeople weighPeopleHere();
/// For every processor.
[[nodiscard]] WeighPeople weighPeopleAnywhere();

/// Nobody walks into a wall `gap` metres from the body (unit vector nx, ny away from it).
void weighWall(Fan& fan, float nx, float ny, float gap, const Manner& manner);

/// The velocity along one heading.
struct Pick {
    float x, y;  // unit vector
    float speed; // m/s
};
/// What brings a person farthest on its way: the gap beyond `reserve` in `gapTime` seconds, at most `free` m/s.
[[nodiscard]] Pick pick(const Fan& fan, float reserve, float gapTime, float free);

}
