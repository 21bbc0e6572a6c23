// RiMEA 4, IMO 12: speed and flow against density in a corridor. RiMEA's is 1000 m long and 10 m wide; ours is 2 m wide
// and closed to a track, so that each density lasts: people walk 70 s, the last 60 are measured in three areas of a
// straight.
#include "sim/validate/bands.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/plots.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/track.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr Track kTrack{16.0, 6.0, 2.0};
constexpr double kDensities[] = {0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0}; // persons per m²
constexpr std::size_t kCases = std::size(kDensities);
constexpr double kSettled = 10.0; // seconds; as the JuPedSim tests measure
constexpr double kEnd = 70.0;
constexpr double kRadius = 0.20;  // metres: bodies that fit at 6 per m²
constexpr std::size_t kEvery = 3; // frames between two moments measured
constexpr double kCrowded = 4.0;  // persons per m² from which the flow must have fallen

Bout walkers(const Lab& lab, double density, std::uint64_t seed)
{
    const double area = metresAround(kTrack) * kTrack.width;
    const auto files = std::max(1L, std::lround(kTrack.width * std::sqrt(density)));
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.limit = kEnd;
    bout.wishes = {roundAndRound(lab)};
    bout.walkers = aroundTrack(lab, kTrack, static_cast<std::size_t>(std::lround(density * area)),
                               static_cast<std::size_t>(files), 0.0, seed);
    for (std::size_t n = 0; n < bout.walkers.size(); ++n) {
        bout.walkers[n].levelSpeed = personOf(kStaffGrade, seed, n).levelSpeed;
        bout.walkers[n].radius = kRadius;
    }
    return bout;
}

enum Place : std::size_t { Middle, Side, Beginning, kPlaces }; // 2 × 1 m each, of the southern straight

MeasuringArea areaOf(const Lab& lab, std::size_t place)
{
    const SurfaceIndex south = surfaceNamed(lab, "south");
    const double y = -kTrack.radius;
    if (place == Side) return {south, {7.0, y - 1.0}, {9.0, y}, {}};
    if (place == Beginning) return {south, {0.0, y - 0.5}, {2.0, y + 0.5}, {}};
    return {south, {7.0, y - 0.5}, {9.0, y + 0.5}, {}};
}

struct Run {
    AreaState places[kPlaces];
    Kept kept;
};

Run measured(const Lab& lab, double density, std::uint64_t seed, const CancelToken& cancel)
{
    const Watched seen = watched(walkers(lab, density, seed), {}, cancel);
    Run run;
    run.kept = seen.kept;
    run.kept.stuck = 0; // nobody leaves a track
    VoronoiCells cells(lab.walkable);
    double moments = 0.0;
    for (std::size_t k = 1; k < seen.frames.size(); k += kEvery) {
        if (seen.frames[k].time < kSettled) continue;
        const auto velocities = velocitiesAt(seen.frames, k, 1);
        for (std::size_t place = 0; place < kPlaces; ++place) {
            const AreaState state = voronoiState(cells, seen.frames[k], velocities, areaOf(lab, place));
            run.places[place].density += state.density;
            run.places[place].speed += state.density * state.speed; // the flow, for now
        }
        moments += 1.0;
    }
    for (AreaState& state : run.places) {
        if (state.density > 0.0) state.speed /= state.density;
        if (moments > 0.0) state.density /= moments;
    }
    return run;
}

// Medians over seeds, by density asked and place.
struct Diagram {
    AreaState at[kCases][kPlaces];
    std::vector<Kept> kept;
};

Diagram diagramOf(const TrialOptions& options)
{
    const Lab lab = labOf(kTrack);
    std::vector<Run> runs(kCases * options.seeds);
    eachRun(runs.size(), options,
            [&](std::size_t n) { runs[n] = measured(lab, kDensities[n % kCases], 1 + n / kCases, options.cancel); });
    Diagram diagram;
    for (const Run& run : runs) diagram.kept.push_back(run.kept);
    for (std::size_t c = 0; c < kCases; ++c)
        for (std::size_t place = 0; place < kPlaces; ++place) {
            std::vector<double> densities, speeds;
            for (std::size_t n = c; n < runs.size(); n += kCases) {
                densities.push_back(runs[n].places[place].density);
                speeds.push_back(runs[n].places[place].speed);
            }
            diagram.at[c][place] = {spreadOf(densities).median, spreadOf(speeds).median};
        }
    return diagram;
}

// The measured band that a state lies in, by its density.
const SpeedBand* bandFor(double density)
{
    for (const SpeedBand& band : openCorridor())
        if (density >= band.low && density < band.high) return &band;
    return nullptr;
}

double peakOf(const Diagram& diagram)
{
    double peak = 0.0;
    for (const auto& row : diagram.at) peak = std::max(peak, row[Middle].specificFlow());
    return peak;
}

// The greatest of the flows at 4 to 6 persons per m².
double crowdedFlow(const Diagram& diagram)
{
    double flow = 0.0;
    for (std::size_t c = 0; c < kCases; ++c)
        if (kDensities[c] >= kCrowded) flow = std::max(flow, diagram.at[c][Middle].specificFlow());
    return flow;
}

Plot plotOf(const Diagram& found, Over what)
{
    Plot plot = diagram(what);
    Curve ours{{"plot.ours", {}}, Curve::Kind::Line, {}, {}, {}};
    for (const auto& row : found.at) {
        ours.x.push_back(row[Middle].density);
        ours.y.push_back(what == Over::Speed ? row[Middle].speed : row[Middle].specificFlow());
    }
    plot.curves = {twoSigma({"plot.open_corridor", {}}, openCorridor(), what), ours,
                   formula({"plot.weidmann", {}}, 0.2, 5.0, what, weidmannSpeed)};
    return plot;
}

}

Outcome flowByDensity(const TrialOptions& options)
{
    const Diagram found = diagramOf(options);
    Outcome outcome;
    std::size_t reached = 0;
    std::size_t within = 0;
    for (std::size_t c = 0; c < kCases; ++c) {
        const auto& row = found.at[c];
        outcome.details.push_back({"standard.density.row",
                                   {figure(kDensities[c], 1), figure(row[Middle].density, 2),
                                    figure(row[Middle].speed, 2), figure(row[Middle].specificFlow(), 2),
                                    figure(row[Side].specificFlow(), 2), figure(row[Beginning].specificFlow(), 2)}});
        const SpeedBand* band = bandFor(row[Middle].density);
        if (band == nullptr) continue;
        ++reached;
        within += std::fabs(row[Middle].speed - band->mean) <= 2.0 * band->sigma ? 1 : 0;
    }
    const double peak = peakOf(found);
    const bool falls = crowdedFlow(found) < peak;
    outcome.verdict = reached > 0 && within == reached && falls ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.density.got",
                   {std::to_string(within), std::to_string(reached), figure(peak, 2), figure(crowdedFlow(found), 2),
                    std::to_string(options.seeds)}};
    outcome.plots = {plotOf(found, Over::Speed), plotOf(found, Over::Flow)};
    holdToFloor(outcome, found.kept);
    return outcome;
}

Outcome flowFallsWhenCrowded(const TrialOptions& options)
{
    const Diagram found = diagramOf(options);
    Outcome outcome;
    outcome.verdict = crowdedFlow(found) < peakOf(found) ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.crowded.got",
                   {figure(peakOf(found), 2), figure(crowdedFlow(found), 2), std::to_string(options.seeds)}};
    holdToFloor(outcome, found.kept);
    return outcome;
}

}
