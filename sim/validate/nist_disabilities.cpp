// NIST 2.10, ISO 7: 24 people and one before them go from a room of 4 × 5 m along a ramp of 12 × 1.5 m to another. If
// the one before is in a wheelchair, the others must come later. The ramp is level here: the model knows no slopes but
// stairs.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kWheelchairRadius = 0.35; // metres: wheelchairs are 0.65 to 0.70 m wide
constexpr double kWheelchairSpeed = 0.4;   // m/s; assumed
constexpr std::size_t kOthers = 24;

School roomsAndRamp()
{
    return oneStorey({hallOf("room1", Rect{0.0, 0.0, 4.0, 5.0}), hallOf("ramp", Rect{4.0, 1.75, 16.0, 3.25}),
                      hallOf("room2", Rect{16.0, 0.0, 20.0, 5.0})},
                     {gapOf("foot", {4.0, 1.75}, {4.0, 3.25}), gapOf("head", {16.0, 1.75}, {16.0, 3.25}),
                      wayOut("exit", {20.0, 2.0}, {20.0, 3.0})});
}

enum class First { LikeTheOthers, InAWheelchair };

struct Run {
    double last = 0.0; // seconds, of the 24
    Kept kept;
};

Run overtaken(const Lab& lab, First first, std::uint64_t seed, const CancelToken& cancel)
{
    const SurfaceIndex room = surfaceNamed(lab, "room1");
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.interval = 60.0;
    bout.limit = 300.0;
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    bout.walkers = crowdIn({room, Rect{0.0, 0.1, 2.6, 4.9}, 0.6, kOthers}, seed);
    Walker one = personOf(kStaffGrade, seed, kOthers);
    one.at = {3.4, 2.5};
    one.surface = room;
    if (first == First::InAWheelchair) {
        one.radius = kWheelchairRadius;
        one.levelSpeed = kWheelchairSpeed;
    }
    bout.walkers.push_back(one);
    const Watched seen = watched(bout, {}, cancel);
    const double last = *std::max_element(seen.out.begin(), seen.out.begin() + kOthers);
    return {seen.finished ? last : bout.limit, seen.kept};
}

}

Outcome slowOneAhead(const TrialOptions& options)
{
    const Lab lab = labOf(roomsAndRamp());
    std::vector<Run> runs(2 * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        runs[n] = overtaken(lab, n % 2 == 0 ? First::LikeTheOthers : First::InAWheelchair, 1 + n / 2, options.cancel);
    });
    std::vector<double> without, with;
    std::vector<Kept> kept;
    for (std::size_t n = 0; n < runs.size(); ++n) {
        (n % 2 == 0 ? without : with).push_back(runs[n].last);
        kept.push_back(runs[n].kept);
    }
    Outcome outcome;
    outcome.verdict = spreadOf(with).median > spreadOf(without).median ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.wheelchair.got",
                   {figure(spreadOf(without), 1), figure(spreadOf(with), 1), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
