#pragma once

#include "sim/run/run.hpp"
#include "sim/validate/bout.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The buildings of the published tests that several of them share, in metres, and people put there by hand. One storey
/// "F1" unless said otherwise; exits lead out of the drawing.

/// RiMEA 1: corridor 2 m wide from x = −1 to 40, exit "exit" at its end.
[[nodiscard]] School corridorOf40();

/// RiMEA 2 and 3: halls "low" on F1 and "high" on F2, joined by one straight flight 2 m wide; exits "down" behind the
/// lower hall, "up" behind the upper. Storeys may be as high as a flight asks.
struct Slope {
    int steps = 26; // risers
    double tread = 0.320;
    double riser = 0.231; // 8.0 m in plan, 6.0 m high, 10.0 m along the slope
};
[[nodiscard]] School slopeSchool(const Slope& slope);
[[nodiscard]] double metresAlong(const Slope& slope);

/// IMO 4: room "room" of 8 × 5 m, a door "door" in the middle of a 5 m wall, a hall outside: nobody vanishes in the
/// door.
[[nodiscard]] School roomWithDoor(double width);
/// RiMEA 5: the same room, its door of 1 m leads out of the drawing.
[[nodiscard]] School roomWithExit();

/// RiMEA 6: corridor 2 m wide that turns left after 10 m.
[[nodiscard]] School cornerSchool();

/// RiMEA 9: 30 × 20 m, exits of 1 m at 4.5 to 5.5 and 25.5 to 26.5 m along both long walls: "s1", "s2" (y = 0), "n1",
/// "n2".
enum class Exits { AllFour, NorthernTwo };
[[nodiscard]] School largeRoom(Exits exits);

/// IMO 8: "room1" and "room2" of 10 × 10 m, "corridor" of 10 × 2 m between them along x, gaps "gap1", "gap2"; exits
/// "west" and "east" as wide as the rooms' far walls.
[[nodiscard]] School counterflowSchool();

/// RiMEA 12: rooms of 10 × 10 m in a row along x, "room1", "room2", …; between two of them, in the middle, a neck of
/// this width and length: gap "neck1", "neck2", … at its middle. The last room is open along its far wall.
struct Rooms {
    std::size_t count = 2;
    double neckWidth = 1.0; // metres
    double neckLength = 0.2;
};
[[nodiscard]] School roomsInARow(const Rooms& rooms);

/// One person by place and speed; `exit` none: the nearest.
[[nodiscard]] ListedPerson someone(Vec2 at, double speed, std::string exit = {});
/// These walkers as a scenario lists them: by place, body and speed on the level.
[[nodiscard]] std::vector<ListedPerson> listed(const std::vector<Walker>& walkers);
/// Listed people only, no pre-movement, ten minutes at most.
[[nodiscard]] Scenario scenarioOf(std::vector<ListedPerson> people, std::uint64_t seed);

/// A scenario as a bout in the lab of its school; people, their speeds and starts are those of a run.
[[nodiscard]] Bout boutOf(const Lab& lab, const School& school, const Scenario& scenario);
/// Without measures, on one thread.
[[nodiscard]] RunResult plainRun(const School& school, const Scenario& scenario, const CancelToken& cancel);

/// Out of the building by this exit alone; none: by any.
[[nodiscard]] Wish byExit(std::string exit);

/// work(seed) for seeds 1, 2, …, side by side, in the order of the seeds.
template <class Work>
[[nodiscard]] auto bySeed(const TrialOptions& options, const Work& work)
    -> std::vector<decltype(work(std::uint64_t{1}))>
{
    std::vector<decltype(work(std::uint64_t{1}))> results(options.seeds);
    eachRun(options.seeds, options, [&](std::size_t n) { results[n] = work(1 + n); });
    return results;
}

}
