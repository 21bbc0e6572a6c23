#pragma once

#include "scenarios/maker/random_plan.hpp"

#include <optional>

namespace stairwise::samples {

/// A room of a random school, on a front of the corridor or behind another room.
struct RoomSite {
    std::size_t front = 0;
    int along0 = 0, along1 = 0, out0 = 0, out1 = 0;
    std::size_t space = 0;          // index into Storey::spaces
    std::vector<std::size_t> doors; // of its own, to the corridor or the room before it; index into Storey::doors
};

/// One storey while it is drawn.
struct StoreyDraft {
    Storey storey;
    std::vector<Box> taken; // on this storey
    std::vector<RoomSite> rooms;
    std::vector<std::size_t> exits;      // index into Storey::doors
    std::vector<std::size_t> innerDoors; // from room to room
    std::optional<Space> yard;           // on the grounds, before an exit of the ground storey
};

/// Rooms, doors and exits; no obstacles, nothing locked. `rooms`: classrooms wanted.
[[nodiscard]] StoreyDraft randomStorey(const Plan& plan, std::uint64_t seed, int number, int rooms);

/// Tables in classrooms, columns in halls, cupboards along corridors: nothing nearer than a body and a half to a door,
/// aisles of 0.6 m and more.
void placeObstacles(StoreyDraft& draft, const Plan& plan, std::uint64_t seed);

}
