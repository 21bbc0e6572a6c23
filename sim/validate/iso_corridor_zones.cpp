// ISO 13: a corridor of 2 × 60 m with 60 to 480 people evenly over it, all with a free speed of 1.0 m/s, walks out at
// its end. Speed from x = 20 to 40 m, density between, flow over x = 40.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr std::size_t kPeople[] = {60, 120, 240, 360, 480}; // ISO 20414, table 14
constexpr std::size_t kCases = std::size(kPeople);
constexpr double kFree = 1.0;  // m/s
constexpr double kPlay = 0.05; // of it; A1
// From 2 persons per m² on people stand until the wave of those leaving reaches them, and then all walk at about the
// speed of the greatest flow: their speeds need not differ from one another, but lie below the free ones.
constexpr std::size_t kJammed = 2;  // first case of these
constexpr double kSlower = 0.9;     // of the slowest of the others; assumed
constexpr double kLength = 60.0;
constexpr double kWide = 2.0;
constexpr double kA = 20.0; // metres: where the second zone begins …
constexpr double kB = 40.0; // … and ends

struct Run {
    double density = 0.0; // persons per m², the greatest
    double speed = 0.0;   // m/s, mean over people
    double flow = 0.0;    // persons per metre and second
    Kept kept;
};

Run walkedOut(const Lab& lab, std::size_t people, std::uint64_t seed, const CancelToken& cancel)
{
    const SurfaceIndex corridor = surfaceNamed(lab, "corridor");
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const double spacing = std::sqrt(kLength * kWide / static_cast<double>(people));
    const double files = std::max(1.0, std::round(kWide / spacing));
    bout.walkers =
        crowdIn({corridor, Rect{0.0, 0.0, kLength, kWide}, std::min(spacing, kWide / files) - 1e-6, people}, seed);
    for (Walker& walker : bout.walkers) {
        walker.levelSpeed = kFree;
        walker.radius = 0.2; // metres: four to the square metre stand in two files of 0.5 m
    }
    const Watched seen = watched(bout, {}, cancel);
    std::vector<double> in(bout.walkers.size(), -1.0);
    for (const Crossed& crossed : crossingsOf(seen.frames, {kNowhere, {kA, -1.0}, {kA, kWide + 1.0}}))
        in[crossed.person] = crossed.time;
    const auto out = crossingsOf(seen.frames, {kNowhere, {kB, -1.0}, {kB, kWide + 1.0}});
    double sum = 0.0;
    double count = 0.0;
    for (const Crossed& crossed : out) {
        if (in[crossed.person] < 0.0) continue;
        sum += (kB - kA) / (crossed.time - in[crossed.person]);
        count += 1.0;
    }
    return {peakDensity(seen, corridor, Rect{kA, 0.0, kB, kWide}), count > 0.0 ? sum / count : 0.0,
            flowThrough(out, 0.0) / kWide, seen.kept};
}

}

Outcome corridorZones(const TrialOptions& options)
{
    const Lab lab = labOf(oneStorey({hallOf("corridor", Rect{0.0, 0.0, kLength, kWide})},
                                    {wayOut("exit", {kLength, 0.0}, {kLength, kWide})}));
    std::vector<Run> runs(kCases * options.seeds);
    eachRun(runs.size(), options,
            [&](std::size_t n) { runs[n] = walkedOut(lab, kPeople[n % kCases], 1 + n / kCases, options.cancel); });
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::vector<Kept> kept;
    for (const Run& run : runs) kept.push_back(run.kept);
    double slowestFree = kFree * (1.0 + kPlay);
    std::vector<double> medians;
    for (std::size_t c = 0; c < kCases; ++c) {
        std::vector<double> densities, speeds, flows;
        for (std::size_t n = c; n < runs.size(); n += kCases) {
            densities.push_back(runs[n].density);
            speeds.push_back(runs[n].speed);
            flows.push_back(runs[n].flow);
        }
        const Spread speed = spreadOf(speeds);
        const double most = c < kJammed ? kFree * (1.0 + kPlay) : kSlower * slowestFree;
        if (speed.median <= 0.0 || speed.median > most) outcome.verdict = Verdict::Fail;
        if (c < kJammed) slowestFree = std::min(slowestFree, speed.median);
        medians.push_back(speed.median);
        outcome.details.push_back({"standard.zones.row",
                                   {std::to_string(kPeople[c]), figure(spreadOf(densities), 2), figure(speed, 3),
                                    figure(spreadOf(flows), 2)}});
    }
    outcome.got = {"standard.zones.got",
                   {figure(medians.front(), 2), figure(medians.back(), 2), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
