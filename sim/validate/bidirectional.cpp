// Two streams against one another on a closed track 3.6 m wide, half of the people each way, beside as many who all go
// the same way. No data are at hand: shown. Zhang and Seyfried 2012 found the greatest flow of one direction well above
// that of two (about 2.0 against 1.5 persons per metre and second).
#include "sim/validate/bands.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/track.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr Track kRing{12.0, 4.0, 3.6};
constexpr std::size_t kPeople[] = {90, 180, 260, 350}; // 0.5, 1.0, 1.5 and 2.0 persons per m²
constexpr std::size_t kDensities = std::size(kPeople);
constexpr std::size_t kFiles = 6;
constexpr double kLimit = 90.0; // seconds
constexpr double kStrip = 0.6;  // metres: a lane is as wide as a body and its sway

enum class Streams { One, Two };

struct Seen {
    double flow = 0.0;  // persons per metre and second, both directions together
    double lanes = 0.0; // 0: mixed at random, 1: every strip goes one way
    double density = 0.0;
};

// Rex and Löwen 2007: the mean over people of ((with me − against me) / both)² in one's strip, oneself included.
double laneOrder(const Frame& frame, std::span<const Vec2> velocities, const MeasuringArea& area)
{
    const auto strips = static_cast<std::size_t>(std::ceil((area.high.y - area.low.y) / kStrip));
    std::vector<double> east(strips, 0.0);
    std::vector<double> west(strips, 0.0);
    for (std::size_t row = 0; row < frame.size(); ++row) {
        const Vec2 at = toMetres({frame.x[row], frame.y[row]});
        if (at.x < area.low.x || at.x > area.high.x || at.y < area.low.y || at.y >= area.high.y) continue;
        const auto strip = static_cast<std::size_t>((at.y - area.low.y) / kStrip);
        (velocities[row].x > 0.0 ? east : west)[strip] += 1.0;
    }
    double sum = 0.0;
    double people = 0.0;
    for (std::size_t s = 0; s < strips; ++s) {
        const double all = east[s] + west[s];
        if (all < 1.0) continue;
        const double order = (east[s] - west[s]) / all;
        sum += all * order * order;
        people += all;
    }
    return people > 0.0 ? sum / people : 0.0;
}

Seen seenOf(const Lab& lab, const Record& record)
{
    const double side = 0.5 * kRing.width;
    const MeasuringArea area{surfaceNamed(lab, "south"), {3.0, -kRing.radius - side}, {9.0, -kRing.radius + side}, {}};
    Seen seen;
    double moments = 0.0;
    VoronoiCells cells(lab.walkable);
    for (std::size_t k = record.frames.size() / 2; k < record.frames.size(); ++k) {
        const auto velocities = velocitiesAt(record.frames, k, 1);
        const AreaState state = voronoiState(cells, record.frames[k], velocities, area);
        seen.flow += state.specificFlow();
        seen.density += state.density;
        seen.lanes += laneOrder(record.frames[k], velocities, area);
        moments += 1.0;
    }
    return {seen.flow / moments, seen.lanes / moments, seen.density / moments};
}

Seen walkedBy(const Lab& lab, std::size_t people, Streams streams, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.limit = kLimit;
    bout.walkers = aroundTrack(lab, kRing, people, kFiles, 0.0, seed);
    bout.wishes = {roundAndRound(lab), roundAndBack(lab)};
    for (std::size_t n = 0; n < people; ++n) {
        bout.walkers[n].levelSpeed = personOf(kStaffGrade, seed, n).levelSpeed;
        bout.walkers[n].wish = streams == Streams::Two && n % 2 == 1 ? 1 : 0;
    }
    return seenOf(lab, walked(bout, cancel));
}

struct Row {
    Spread density, one, two, lanes;
};
Row rowOf(const std::vector<Seen>& runs, std::size_t scene)
{
    std::vector<double> density, one, two, lanes;
    for (std::size_t n = scene; n < runs.size(); n += 2 * kDensities) {
        one.push_back(runs[n].flow);
        density.push_back(runs[n].density);
        two.push_back(runs[n + kDensities].flow);
        lanes.push_back(runs[n + kDensities].lanes);
    }
    return {spreadOf(density), spreadOf(one), spreadOf(two), spreadOf(lanes)};
}

Outcome run(const TrialOptions& options)
{
    const Lab lab = labOf(kRing);
    std::vector<Seen> runs(2 * kDensities * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        const std::size_t scene = n % (2 * kDensities);
        runs[n] = walkedBy(lab, kPeople[scene % kDensities], scene < kDensities ? Streams::One : Streams::Two,
                           1 + n / (2 * kDensities), options.cancel);
    });
    Outcome outcome;
    outcome.verdict = Verdict::Shown;
    Plot plot{{"plot.flow_over_density", {}}, {"plot.density", {}}, {"plot.specific_flow", {}}, {}};
    Curve oneWay{{"plot.one_direction", {}}, Curve::Kind::Line, {}, {}, {}};
    Curve twoWays{{"plot.two_directions", {}}, Curve::Kind::Line, {}, {}, {}};
    double one = 0.0;
    double two = 0.0;
    for (std::size_t scene = 0; scene < kDensities; ++scene) {
        const Row row = rowOf(runs, scene);
        one = std::max(one, row.one.median);
        two = std::max(two, row.two.median);
        oneWay.x.push_back(row.density.median);
        oneWay.y.push_back(row.one.median);
        twoWays.x.push_back(row.density.median);
        twoWays.y.push_back(row.two.median);
        outcome.details.push_back(
            {"experiment.bidirectional.row",
             {figure(row.density.median, 2), figure(row.one, 2), figure(row.two, 2), figure(row.lanes, 2)}});
    }
    outcome.got = {
        "experiment.bidirectional.got",
        {figure(two, 2), figure(one, 2), figure(one > 0.0 ? two / one : 0.0, 2), std::to_string(options.seeds)}};
    plot.curves = {oneWay, twoWays};
    outcome.plots = {plot};
    return outcome;
}

}

Trial bidirectionalTrial()
{
    return {"E4",
            {"experiment.bidirectional", {}},
            {"experiment.no_band", {}},
            "Zhang and Seyfried 2012; lane order by Rex and Löwen 2007",
            run};
}

}
