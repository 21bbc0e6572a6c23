#pragma once

#include "sim/run/run.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// The failure atlas: what becomes of each situation of the school day when one stair, exit or door is out of use.

enum class OutOfUse { Nothing, Stair, Exit, Door };
struct AtlasElement {
    OutOfUse kind = OutOfUse::Nothing;
    std::string id; // of the stair or door; empty: Nothing
    friend bool operator==(const AtlasElement&, const AtlasElement&) = default;
};

struct AtlasSituation {
    std::string file; // as it is named beside the scenario asked for
    Scenario scenario;
};

struct AtlasPlan {
    School school;
    std::vector<AtlasSituation> situations;
    std::vector<AtlasElement> elements; // Nothing first: what the others are held against
    std::size_t seeds = 5;              // of each cell; they count up from the scenario's own
    std::vector<Fault> leftOut;         // scenario files near by that are no situation of it, and why
};

/// Nothing, the stairs, the exits and, where asked for, the other doors, in the order of the file. A door that is
/// locked and that no situation opens is out of use already, and an opening has nothing that could be shut; both are
/// left out unless they are exits.
enum class AtlasDoors { Leave, Take };
[[nodiscard]] std::vector<AtlasElement> elementsOf(const School& school, const std::vector<AtlasSituation>& situations,
                                                   AtlasDoors doors);
/// The same day with the element shut from its beginning to its end. Who was given a way over it takes the nearest.
[[nodiscard]] Scenario without(Scenario scenario, const AtlasElement& element);

/// One run, in short.
struct AtlasRun {
    AtlasElement out;
    std::size_t situation = 0; // index into AtlasPlan::situations
    std::uint64_t seed = 0;
    Ending ending = Ending::Empty;
    std::size_t left = 0;            // people who did not get out of the building
    std::optional<double> clearance; // seconds
    double risk = 0.0;               // riskIndex of all points together
    int rank = 0;                    // of the worst point; 0: there is no risk point
    double index = 0.0;              // its riskIndex
    SurfaceIndex surface = kNowhere; // its place
    PointPart part = PointPart::Whole;
    PortalIndex before = kNowhere;
    friend bool operator==(const AtlasRun&, const AtlasRun&) = default;
};

/// The worst of the seeds, each for itself.
struct AtlasCell {
    std::size_t runs = 0;               // fewer than AtlasPlan::seeds: it was stopped
    std::size_t notEmpty = 0;           // runs in which not everybody got to the end of their way
    std::size_t left = 0;               // most people left in the building
    std::optional<double> clearance;    // longest; nothing where somebody was left
    AtlasRun worst;                     // by rank, then index
    std::vector<ClassId> withoutSecond; // classes without a second way (check.hpp), from the beginning of the day
};

struct AtlasResult {
    std::vector<std::vector<AtlasCell>> cells; // as AtlasPlan::elements, by AtlasPlan::situations
    std::vector<AtlasRun> runs;                // of these cells, in their order
    std::size_t asked = 0;                     // more than `runs`: it was stopped
    double wallSeconds = 0.0;                  // of this call
};
[[nodiscard]] std::size_t runsOf(const AtlasPlan& plan);
inline constexpr std::size_t kMostAtlasRuns = 100'000; // assumed: weeks of work for the largest school

/// Is handed every run that is done, one at a time.
using AtlasKeep = std::function<void(const AtlasRun& run)>;
struct AtlasOptions {
    unsigned threads = 0; // 0: all cores; a run stays on one
    AtlasKeep keep;
};
/// Runs that are known are not walked again. The same for every number of threads, stopped in between or not.
struct Setting;
[[nodiscard]] AtlasResult atlasOf(const AtlasPlan& plan, const Setting& setting, const std::vector<AtlasRun>& known,
                                  const AtlasOptions& options, CancelToken cancel, const Progress& progress);

}
