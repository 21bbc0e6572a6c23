#pragma once

#include "sim/egress/network.hpp"

#include <optional>
#include <vector>

namespace stairwise {

/// The hydraulic hand calculation on the egress graph: what an engineer would work out with pencil and paper. SFPE
/// Handbook 5th ed. ch. 59 (Gwynne and Rosenbaum, after Nelson and Mowrer): people flow like water through elements of
/// some effective width, and where more come than an element can pass, they queue. Adults; nothing of chance.
///
/// Simplified, beyond the handbook's own:
/// - a group sets out all at once, from the mean place of its people, and its route is fixed then: it is the one with
///   the least free walking time. What shuts or opens afterwards is not followed;
/// - whole persons are counted: each takes 1 ÷ flow to pass, the first door of its way included;
/// - queues stand before a passage, take up no room and do not reach back into the element behind;
/// - streams that meet before a full passage pass in turn, one person each, so two of them half and half (Boyce, Purser
///   and Shields 2012: about 50:50 in three evacuated buildings, whatever the widths); what a weaker stream leaves over
///   the others have. The handbook leaves the shares open;
/// - flow is limited at passages: doors, edges where spaces touch, both ends of a flight. The inside of a space limits
///   nothing; its width sets the density, hence the speed, of those who walk through it, each stream by itself;
/// - density follows from the flow of the last kStreamSeconds on the uncrowded branch of S = k(1 − aD); it never passes
///   that of the greatest flow, for who does not fit stands in a queue instead;
/// - boundary layers are those below, handrails are not told apart from walls;
/// - k is the same up and down, and is used outside the handbook's range of risers (165 to 191 mm) and treads (254 to
///   330 mm), where most Chinese school stairs are;
/// - people who meet head-on do not hinder each other.

inline constexpr double kSfpeA = 0.266;          // m² a person, in S = k(1 − aD)
inline constexpr double kSfpeLevelK = 1.40;      // m/s: 84 m/min; level ways, doors, ramps
inline constexpr double kSfpeFreeDensity = 0.54; // persons per m²; below it everybody walks freely
inline constexpr double kSfpeDoorMost = 1.3; // persons per metre of effective width and second; table of the handbook
/// Metres a side that nobody uses (table of the handbook; the corridor's from memory).
inline constexpr double kDoorLayer = 0.15;
inline constexpr double kStairLayer = 0.15;
inline constexpr double kCorridorLayer = 0.20;
/// However narrow, this share of the clear width is used; assumed: the layers would leave nothing of 0.40 m.
inline constexpr double kLeastEffective = 0.25;
inline constexpr double kStreamSeconds = 5.0; // over which a stream's flow is taken; assumed
inline constexpr double kQueueSeconds = 2.0;  // who waits longer stands in a queue: the passage binds; assumed

/// k of a stair, m/s, from tread and riser: 51.8 √(T/R) m/min, the closed form of EvacuatioNZ, within 1.2 % of the
/// handbook's table.
[[nodiscard]] double sfpeStairK(double tread, double riser);
/// m/s (on stairs along the slope) at a density in persons per m².
[[nodiscard]] double sfpeSpeed(double k, double density);
/// k/(4a): persons per metre of effective width and second.
[[nodiscard]] double sfpeMostFlow(double k);
/// The uncrowded density, persons per m², at which so many persons per metre of effective width and second pass; that
/// of the greatest flow where more are asked for.
[[nodiscard]] double sfpeDensity(double k, double flow);

/// What a passage can pass at most.
struct ElementLimit {
    double clearWidth = 0.0; // metres
    double effectiveWidth = 0.0;
    double mostFlow = 0.0; // persons per metre of effective width and second
    double capacity = 0.0; // persons per second
};
/// `flowCap`: persons per metre of clear width and second that no door or stair passes; 0: none.
[[nodiscard]] ElementLimit elementLimit(const Walkable& walkable, const Network& network, PassageIndex passage,
                                        double flowCap);

/// People who set out together on one way.
struct HydraulicGroup {
    std::vector<PassageIndex> route; // in the order they are crossed
    std::size_t people = 0;
    double start = 0.0;  // seconds
    double away = 0.0;   // metres to the first passage (to the end where there is none)
    double beyond = 0.0; // metres from the last passage to the end of the way
};

/// When a group passed: first and last person, seconds, by passage of its route; `done`: the last at the end of the
/// way.
struct HydraulicTimes {
    std::vector<double> first;
    std::vector<double> last;
    double done = 0.0;
    double waited = 0.0; // person-seconds in queues
};

/// A passage that somebody used.
struct HydraulicElement {
    PassageIndex passage = 0;
    ElementLimit limit;
    std::size_t people = 0;
    double first = 0.0; // seconds
    double last = 0.0;
    double peakFlow = 0.0;            // persons per second, greatest mean over ten seconds
    std::optional<double> bindsFrom;  // seconds: people queue here …
    std::optional<double> bindsUntil; // … until the last who had to has passed
    std::size_t longestQueue = 0;     // persons
    double waited = 0.0;              // person-seconds
};

struct Hydraulic {
    std::vector<HydraulicTimes> groups;     // as they were given
    std::vector<HydraulicElement> elements; // by passage
};
[[nodiscard]] Hydraulic hydraulic(const Walkable& walkable, const Network& network,
                                  const std::vector<HydraulicGroup>& groups, double flowCap);

}
