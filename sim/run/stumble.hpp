#pragma once

#include "sim/base/progress.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// The stumble test: what a fall at a place and a moment would do, and what a warden there changes. The same people
/// walk on from the same moment three times: without the fall, with it, and with a warden who stops the flow above.

inline constexpr double kStumbleLimit = 5.0;    // persons per m²: red on our scale
inline constexpr double kStumbleReaction = 3.0; // s from the fall until a warden has stopped the flow; assumed

struct StumbleAsk {
    std::vector<SurfaceIndex> places; // empty: every flight and landing that somebody walks on
    std::optional<double> time;       // seconds; none: the moment at which each place holds most people
    double duration = kUsualFall;     // seconds
    double limit = kStumbleLimit;
    double reaction = kStumbleReaction;
    unsigned threads = 0; // 0: all cores
};

/// What is seen behind the place, from the fall until ten seconds after getting up.
struct Behind {
    std::size_t heldUp =
        0;             // most people at once slower than kWaitingSpeed, behind it, as far as the next floor landing up
    double peak = 0.0; // greatest density within two metres, persons per m² over a square metre and a second
    double peakAfter = 0.0;       // seconds after the fall
    std::optional<double> passes; // seconds after the fall at which it passes the limit; 0: it was above
};
struct Stumble {
    SurfaceIndex surface = kNowhere;
    std::string element;
    double time = 0.0;      // seconds
    std::size_t people = 0; // on the surface then
    bool fell = false;      // else nobody was near, and the rest says nothing
    double before = 0.0;    // density behind at the fall, persons per m²
    double growth = 0.0;    // … by which it grows until its peak, persons per m² and second
    Behind without;
    Behind fall;
    Behind warden;
};
struct StumbleResult {
    std::vector<Stumble> places; // those that pass the limit soonest first, then by peak
    bool cancelled = false;      // some places were not tried
};

[[nodiscard]] StumbleResult stumbleTest(const Scenario& scenario, const Setting& setting, const StumbleAsk& ask,
                                        CancelToken cancel, const Progress& progress);

/// The surface of a name in results; kNowhere: none.
[[nodiscard]] SurfaceIndex surfaceNamed(const Walkable& walkable, const std::string& element);

}
