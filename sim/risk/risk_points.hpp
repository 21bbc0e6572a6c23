#pragma once

#include "sim/risk/scale.hpp"
#include "sim/walkable/walkable.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// A risk point 踩踏风险点: a place and a window of time in which a measure passes its limit, with what caused it.
/// It says where people could be crushed or fall, not that they will; there is no number of dead anywhere.

/// Which part of its surface.
enum class PointPart { Whole, LowerHalf, UpperHalf };

enum class RiskCause {
    ReleasedTogether, // figure: classes here that were released within a minute
    Merging,          // figure: share of the smaller stream, 0 … 1
    Counterflow,      // figure: share of the people around who come the other way
    Narrowing,        // figure: metres of the way on; other: metres of the ways in
    ShutWay,          // a way near by is shut; element: which
    QueueAhead,       // the place before it filled first and the queue reached back; element: that place
    Dark,
    Fall, // figure: seconds after it; element: where
};
struct FoundCause {
    RiskCause cause = RiskCause::ReleasedTogether;
    double figure = 0.0;
    double other = 0.0;
    std::string element; // id of a door or stair, or element of a surface
    friend bool operator==(const FoundCause&, const FoundCause&) = default;
};

struct ClassShare {
    std::string group; // class id, "staff", "listed", "fill"
    double share = 0.0;
};

/// What set the rank.
enum class RankedBy { Density, Rail };

struct RiskPoint {
    SurfaceIndex surface = kNowhere;
    std::size_t stretch = 0; // of Stretches; the whole surface unless it is long
    PointPart part = PointPart::Whole;
    PortalIndex before = kNowhere; // the door or stair that people crowd before; kNowhere: none near
    double from = 0.0;             // seconds
    double to = 0.0;
    int rank = 1; // 1 green … 5 black (kColours): the highest that was reached for long enough (kLasting)
    RankedBy rankedBy = RankedBy::Density;
    double personSeconds = 0.0;      // above the limit
    std::array<double, 4> above{};   // person-seconds in each of kColours and worse
    std::array<double, 4> seconds{}; // during which somebody stood there
    double peak = 0.0;               // persons per m²
    double peakTime = 0.0;           // seconds
    Vec2 at;                         // metres: where the peak was
    double peakOccupied = 0.0;       // m² of bodies per m²
    double peakPressure = 0.0;       // 1/s²
    double peakForce = 0.0;          // newtons on one person; 0: nobody pushes, or not known
    double peakRail = 0.0;           // newtons per metre of rail or wall
    double counterflow = 0.0;        // share of the people around who come the other way, mean
    std::vector<ClassShare> classes; // of the person-seconds, largest first
    std::vector<FoundCause> causes;
};
/// Person-seconds above 5 per m²: the index that points and plans are compared by.
[[nodiscard]] inline double riskIndex(const RiskPoint& point)
{
    return point.above[2];
}

/// What is known of the people and of the day besides the frames; all of it may be empty.
struct RiskPerson {
    std::uint32_t group = 0;
    double released = 0.0; // seconds, planned
    double body = 0.0;     // m² that it covers
};
struct Mishap { // a way that is shut, a fall, the dark
    SurfaceIndex surface = kNowhere;
    std::string element;
    double from = 0.0; // seconds
    double to = 0.0;
};
struct Circumstances {
    std::vector<std::string> groups; // by RiskPerson::group
    std::vector<Mishap> dark;        // once for each surface on which it is dark
    std::vector<Mishap> shut;        // once for each surface that a shut door or stair touches
    std::vector<Mishap> falls;
};

}
