#pragma once

#include "sim/validate/bout.hpp"

namespace stairwise {

/// A bout of which every step is looked at.

/// Rule A2: nobody is ever outside of the floor by more than 1 mm, nobody is lost.
struct Kept {
    double outside = 0.0;  // metres beyond the floor, the worst of any step
    std::size_t lost = 0;  // steps after which those inside and those gone were not all
    std::size_t stuck = 0; // people inside when the time was up
    [[nodiscard]] bool held() const { return outside <= kFloorPlay && lost == 0; }
    static constexpr double kFloorPlay = 0.001; // metres
};

enum class Look { Floor, Bodies }; // Bodies: overlaps as well, pair by pair; for few people
struct Manners {
    Look look = Look::Floor;
    double flowCap = 0.0; // persons per metre and second at doors and stairs; 0: none
};

struct Watched {
    Kept kept;
    std::vector<Frame> frames; // every bout.interval, from the start on
    std::vector<Record::Passing> passings;
    std::vector<double> out;        // by person, seconds; negative: still inside at the end
    std::vector<double> firstMoved; // by person, seconds; negative: never
    double deepestOverlap = 0.0;    // share of the smaller radius; 0 if not looked at
    double end = 0.0;               // seconds
    bool finished = false;          // everybody was out before the limit
};
[[nodiscard]] Watched watched(const Bout& bout, const Manners& manners, const CancelToken& cancel);

/// Seconds until the last was out; the limit where somebody was not.
[[nodiscard]] double lastOut(const Watched& seen);
/// Seconds at which people first crossed a passage, ascending.
[[nodiscard]] std::vector<double> timesThrough(const Watched& seen, PassageIndex passage);
/// (number − 1) / time between the first and the last; 0 for fewer than two.
[[nodiscard]] double meanFlow(const std::vector<double>& times);

/// Persons per m² in a rectangle of one surface: the greatest mean over ten frames on end (3 s, if bout.interval is as
/// usual).
[[nodiscard]] double peakDensity(const Watched& seen, SurfaceIndex surface, const Rect& where);

/// Turns a pass into a fail, and says so, where rule A2 was broken or somebody never arrived.
void holdToFloor(Outcome& outcome, const std::vector<Kept>& runs);

}
