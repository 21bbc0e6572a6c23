// The fundamental diagram of a closed corridor 1.8 m wide, after the Hermes experiments UG: 15 to 250 people go round
// and round. They walked slower and kept more distance than those of the open corridor: here with a free speed of
// 1.2 m/s, all else as everywhere.
#include "sim/validate/bands.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/plots.hpp"
#include "sim/validate/track.hpp"

#include <algorithm>
#include <optional>

namespace stairwise {
namespace {

constexpr Track kRing{8.0, 2.5, 1.8};
constexpr std::size_t kPeople[] = {15, 30, 45, 60, 75, 85, 95, 110, 125, 140, 160, 180, 200, 230, 250};
constexpr std::size_t kScenes = std::size(kPeople);
constexpr double kFreeSpeed = 1.2; // m/s
constexpr double kLimit = 90.0;    // seconds
constexpr std::size_t kFiles = 3;  // bodies of 0.48 m beside one another

std::vector<StatePoint> pointsOf(const Lab& lab, std::size_t people, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.walkers = aroundTrack(lab, kRing, people, kFiles, kFreeSpeed, seed);
    bout.wishes = {roundAndRound(lab)};
    bout.limit = kLimit;
    const Record record = walked(bout, cancel);
    const MeasuringArea area{surfaceNamed(lab, "south"), {2.5, -kRing.radius - 0.9}, {5.5, -kRing.radius + 0.9}, {}};
    VoronoiCells cells(lab.walkable);
    std::vector<StatePoint> points;
    for (std::size_t k = record.frames.size() / 3; k < record.frames.size(); ++k) {
        const AreaState state = voronoiState(cells, record.frames[k], velocitiesAt(record.frames, k, 1), area);
        if (state.density > 0.0) points.push_back({state.density, state.speed});
    }
    return points;
}

struct Envelope {
    double low, high; // m/s
};
Envelope envelopeOf(const SpeedBand& closed)
{
    Envelope envelope{closed.mean - 2.0 * closed.sigma, closed.mean + 2.0 * closed.sigma};
    for (const SpeedBand& open : openCorridor())
        if (open.low == closed.low) {
            envelope.low = std::min(envelope.low, open.mean - 2.0 * open.sigma);
            envelope.high = std::max(envelope.high, open.mean + 2.0 * open.sigma);
        }
    envelope.low = std::max(envelope.low, 0.0);
    return envelope;
}

Curve envelopeCurve(Over what)
{
    Curve curve{{"plot.envelope", {}}, Curve::Kind::Band, {}, {}, {}};
    for (const SpeedBand& band : closedCorridor()) {
        const Envelope envelope = envelopeOf(band);
        const double density = 0.5 * (band.low + band.high);
        const double scale = what == Over::Speed ? 1.0 : density;
        curve.x.push_back(density);
        curve.y.push_back(scale * envelope.low);
        curve.top.push_back(scale * envelope.high);
    }
    return curve;
}

Plot plotOf(Over what, std::span<const StatePoint> points, std::span<const StateBin> bins)
{
    Plot plot = diagram(what);
    plot.curves = {envelopeCurve(what), dots({"plot.moments", {}}, points, what),
                   means({"plot.means", {}}, bins, what)};
    return plot;
}

Outcome judged(const std::vector<StateBin>& bins, unsigned seeds)
{
    Outcome outcome;
    std::size_t reached = 0;
    std::size_t within = 0;
    for (const SpeedBand& band : closedCorridor()) {
        const auto index = static_cast<std::size_t>(band.low / kBinWidth + 0.5);
        const Envelope envelope = envelopeOf(band);
        const std::string at = rangeFigure(band.low, band.high, 2);
        const std::string held = rangeFigure(envelope.low, envelope.high, 2);
        if (index >= bins.size() || bins[index].points < kLeastPoints) {
            outcome.details.push_back({"experiment.bin_missed", {at, held}});
            continue;
        }
        const double speed = bins[index].speed;
        const bool in = speed >= envelope.low && speed <= envelope.high;
        ++reached;
        within += in ? 1 : 0;
        outcome.details.push_back(in ? Message{"experiment.bin_in", {at, figure(speed, 2), held}}
                                     : Message{"experiment.bin_out", {at, figure(speed, 2), held}});
    }
    outcome.verdict = reached >= 9 && within == reached ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"experiment.closed_corridor.got",
                   {std::to_string(within), std::to_string(reached), std::to_string(seeds)}};
    return outcome;
}

Outcome run(const TrialOptions& options)
{
    const Lab lab = labOf(kRing);
    std::vector<std::vector<StatePoint>> runs(kScenes * options.seeds);
    eachRun(runs.size(), options,
            [&](std::size_t n) { runs[n] = pointsOf(lab, kPeople[n % kScenes], 1 + n / kScenes, options.cancel); });
    std::vector<StatePoint> all;
    for (const auto& own : runs) all.insert(all.end(), own.begin(), own.end());
    const auto bins = binned(all, kBinWidth);
    Outcome outcome = judged(bins, options.seeds);
    outcome.plots = {plotOf(Over::Speed, all, bins), plotOf(Over::Flow, all, bins)};
    return outcome;
}

}

Trial closedCorridorTrial()
{
    return {"UG",
            {"experiment.closed_corridor", {}},
            {"experiment.closed_corridor.asked", {}},
            "Hermes experiments (UG), Jülich archive",
            run};
}

}
