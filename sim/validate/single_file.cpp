// RiMEA 16: people walk in single file round an oval, as many as 60; speed against 1 / headway must lie in the band of
// those measured. Straights 4 m, radius 3 m, 0.4 m to either side of the line.
#include "sim/validate/bands.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/plots.hpp"
#include "sim/validate/track.hpp"

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

constexpr Track kOval{4.0, 3.0, 0.8};
constexpr std::size_t kPeople[] = {10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60};
constexpr std::size_t kScenes = std::size(kPeople);
constexpr double kFreeSpeed = 1.2; // m/s
constexpr double kLaps = 3.0;
constexpr double kLimit = 240.0;      // seconds
constexpr std::size_t kMoments = 60;  // of each run, evenly; so that no run outweighs another
constexpr double kTableStep = 0.2;    // persons per metre, rows of the measured band
constexpr double kLeastDensity = 0.1; // persons per metre; the measured band begins there
constexpr double kMostDensity = 3.5;  // and our table of it ends there

void addMoment(std::vector<StatePoint>& points, std::span<const Frame> frames, std::size_t at)
{
    const Frame& frame = frames[at];
    const auto velocities = velocitiesAt(frames, at, 1);
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t row = 0; row < frame.size(); ++row)
        order.emplace_back(alongTrack(kOval, toMetres({frame.x[row], frame.y[row]})), row);
    std::ranges::sort(order);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool last = i + 1 == order.size();
        const double headway =
            last ? order[0].first + metresAround(kOval) - order[i].first : order[i + 1].first - order[i].first;
        const double density = 1.0 / std::max(headway, 1e-3);
        if (density >= kLeastDensity && density <= kMostDensity)
            points.push_back({density, length(velocities[order[i].second])});
    }
}

std::vector<StatePoint> pointsOf(const Lab& lab, std::size_t people, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.walkers = aroundTrack(lab, kOval, people, 1, kFreeSpeed, seed);
    bout.wishes = {roundAndRound(lab)};
    bout.limit = kLimit;
    bout.metres = kLaps * metresAround(kOval);
    const Record record = walked(bout, cancel);
    std::vector<StatePoint> points;
    const std::size_t first = record.frames.size() / 3; // people have settled
    for (std::size_t m = 0; m < kMoments; ++m)
        addMoment(points, record.frames, first + (record.frames.size() - 1 - first) * m / kMoments);
    return points;
}

// Everybody's way round the oval, with a gap wherever it begins anew.
Plot timeDistance(const Lab& lab, const CancelToken& cancel)
{
    constexpr std::size_t kShown = 40; // people: jams come and go
    constexpr double kSeconds = 60.0;
    Bout bout;
    bout.lab = &lab;
    bout.walkers = aroundTrack(lab, kOval, kShown, 1, kFreeSpeed, 1);
    bout.wishes = {roundAndRound(lab)};
    bout.limit = kSeconds;
    bout.interval = 0.5;
    const Record record = walked(bout, cancel);
    Plot plot{{"plot.time_distance", {std::to_string(kShown)}}, {"plot.time", {}}, {"plot.along", {}}, {}};
    Curve curve{{"plot.person", {}}, Curve::Kind::Line, {}, {}, {}};
    const double gap = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t person = 0; person < kShown; ++person) {
        for (const Frame& frame : record.frames) {
            const double along = alongTrack(kOval, toMetres({frame.x[person], frame.y[person]}));
            if (!curve.y.empty() && along < curve.y.back() - 0.5 * metresAround(kOval)) {
                curve.x.push_back(frame.time);
                curve.y.push_back(gap);
            }
            curve.x.push_back(frame.time);
            curve.y.push_back(along);
        }
        curve.x.push_back(kSeconds);
        curve.y.push_back(gap);
    }
    plot.curves = {curve};
    return plot;
}

Plot speedPlot(std::span<const StatePoint> points)
{
    Plot plot{{"plot.speed_over_density", {}}, {"plot.density_1d", {}}, {"plot.speed", {}}, {}};
    Curve band{{"plot.percentiles", {}}, Curve::Kind::Band, {}, {}, {}};
    Curve middle{{"plot.measured_median", {}}, Curve::Kind::Line, {}, {}, {}};
    for (const PercentileBand& row : singleFile()) {
        band.x.push_back(row.density);
        band.y.push_back(row.p10);
        band.top.push_back(row.p90);
        middle.x.push_back(row.density);
        middle.y.push_back(row.p50);
    }
    plot.curves = {band, dots({"plot.people", {}}, points, Over::Speed), middle};
    return plot;
}

bool inside(const StatePoint& point)
{
    const PercentileBand band = singleFileAt(point.density);
    return point.speed >= band.p10 && point.speed <= band.p90;
}

double percentInside(std::span<const StatePoint> points)
{
    const auto count = static_cast<double>(std::ranges::count_if(points, inside));
    return points.empty() ? 0.0 : 100.0 * count / static_cast<double>(points.size());
}

std::vector<Message> linesOf(const std::vector<StatePoint>& points)
{
    std::vector<std::vector<StatePoint>> bins(static_cast<std::size_t>(kMostDensity / kTableStep) + 2);
    for (const StatePoint& point : points) bins[static_cast<std::size_t>(point.density / kTableStep)].push_back(point);
    std::vector<Message> lines;
    for (std::size_t b = 0; b < bins.size(); ++b) {
        if (bins[b].size() < kLeastPoints) continue;
        std::vector<double> speeds;
        for (const StatePoint& point : bins[b]) speeds.push_back(point.speed);
        const double low = static_cast<double>(b) * kTableStep;
        const PercentileBand band = singleFileAt(low + 0.5 * kTableStep);
        lines.push_back({"experiment.single_file.bin",
                         {rangeFigure(low, low + kTableStep, 1), figure(spreadOf(speeds), 2),
                          rangeFigure(band.p10, band.p90, 2), figure(percentInside(bins[b]), 0)}});
    }
    return lines;
}

Outcome run(const TrialOptions& options)
{
    const Lab lab = labOf(kOval);
    std::vector<std::vector<StatePoint>> runs(kScenes * options.seeds);
    eachRun(runs.size(), options,
            [&](std::size_t n) { runs[n] = pointsOf(lab, kPeople[n % kScenes], 1 + n / kScenes, options.cancel); });
    std::vector<StatePoint> all;
    std::vector<double> shares; // by seed
    for (std::size_t n = 0; n < runs.size(); n += kScenes) {
        std::vector<StatePoint> own;
        for (std::size_t k = n; k < n + kScenes; ++k) own.insert(own.end(), runs[k].begin(), runs[k].end());
        shares.push_back(percentInside(own));
        all.insert(all.end(), own.begin(), own.end());
    }
    Outcome outcome;
    outcome.verdict = percentInside(all) >= 80.0 ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"experiment.single_file.got", {figure(spreadOf(shares), 0), std::to_string(options.seeds)}};
    outcome.details = linesOf(all);
    outcome.plots = {speedPlot(all), timeDistance(lab, options.cancel)};
    return outcome;
}

}

Trial singleFileTrial()
{
    return {"RiMEA 16",
            {"experiment.single_file", {}},
            {"experiment.single_file.asked", {}},
            "RiMEA 4.1.1, test 16; Jülich archive",
            run};
}

}
