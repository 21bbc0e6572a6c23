// RiMEA 13: speed against density on a stair 2 m wide and 5 m long in plan, a hundred people of seven groups, down and
// up. Speeds in plan. The band is Corbetta's as RiMEA uses it.
#include "sim/geometry/polygon.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/plots.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr StraightFlight kFlight{2.0, 0.29, 0.17, 18, 2.0, 2.0}; // 4.93 m in plan
constexpr double kLow = 0.6; // persons per m²: densities for which the band is given
constexpr double kHigh = 1.5;
constexpr double kBin = 0.1;
constexpr std::size_t kBins = 9;
constexpr std::size_t kCommon = 5; // bins that both ways must reach; as the JuPedSim tests ask

// m/s: on the level, and Fruin's speeds on stairs in plan; RiMEA 4.1.1. Six groups of 15, the impaired 10.
struct Group {
    double level, down, up;
    std::size_t people;
};
constexpr Group kGroups[] = {{1.34, 0.76, 0.55, 15}, {1.30, 0.81, 0.58, 15}, {1.24, 0.65, 0.50, 15},
                             {1.20, 0.78, 0.58, 15}, {1.14, 0.55, 0.42, 15}, {1.10, 0.59, 0.42, 15},
                             {0.96, 0.42, 0.32, 10}};

struct Band {
    double low, high; // m/s
};
Band bandOf(Climb climb, double d)
{
    const bool up = climb == Climb::Up;
    const double fast = up ? 0.18 * d * d - 0.55 * d + 1.02 : 0.33 * d * d - 1.02 * d + 1.39;
    const double slow = up ? 0.01 * d + 0.48 : 0.67 - 0.08 * d;
    const double fastWide = up ? 0.35 - 0.14 * d : 0.29 - 0.11 * d;
    const double slowWide = up ? 0.10 - 0.02 * d : 0.14 - 0.06 * d;
    return {std::min(fast - fastWide, slow - slowWide), std::max(fast + fastWide, slow + slowWide)};
}

// The groups stand mixed, as chance has it with the key; speeds along the slope are what the walker is given.
std::vector<Walker> hundred(const Lab& lab, std::uint64_t seed)
{
    const Rect plan = planOf(kFlight);
    const double slope = std::sqrt(kFlight.tread * kFlight.tread + kFlight.riser * kFlight.riser) / kFlight.tread;
    const SurfaceIndex hall = surfaceNamed(lab, "hall");
    const Box box = boxOf(lab.walkable.surfaces[hall].area.outer);
    const double y0 = toMetres(box.low).y;
    const double x = 0.5 * (plan.x0 + plan.x1);
    auto walkers = crowdIn({hall, Rect{x - 5.0, y0 + 1.0, x + 5.0, y0 + 11.0}, 0.95, 100}, seed);
    for (std::size_t n = 0; n < walkers.size(); ++n) {
        std::size_t place = (37 * n + 11 * seed) % 100; // 37 and 100 have no common factor: each place once
        std::size_t g = 0;
        while (place >= kGroups[g].people) place -= kGroups[g++].people;
        walkers[n].levelSpeed = kGroups[g].level;
        walkers[n].downSpeed = kGroups[g].down * slope;
        walkers[n].upSpeed = kGroups[g].up * slope;
    }
    return walkers;
}

struct Run {
    std::vector<StatePoint> points;
    Kept kept;
};

// Everybody on the flight at each moment, at the density of the whole flight.
Run walkedOn(const Lab& lab, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.walkers = hundred(lab, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Watched seen = watched(bout, {}, cancel);
    const Rect plan = planOf(kFlight);
    const double area = (plan.x1 - plan.x0) * (plan.y1 - plan.y0);
    Run run{{}, seen.kept};
    for (std::size_t k = 1; k + 1 < seen.frames.size(); ++k) {
        const Frame& frame = seen.frames[k];
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < frame.size(); ++i)
            if (lab.walkable.surfaces[frame.surface[i]].kind == SurfaceKind::Flight) rows.push_back(i);
        const double density = static_cast<double>(rows.size()) / area;
        if (density < kLow || density > kHigh) continue;
        const auto velocities = velocitiesAt(seen.frames, k, 1);
        for (const std::size_t row : rows) run.points.push_back({density, length(velocities[row])});
    }
    return run;
}

struct Way {
    std::vector<StatePoint> points;
    std::vector<double> shares; // % inside the band, by seed
    double mean[kBins] = {};    // m/s; 0 where too few points lie
};

double percentInside(const std::vector<StatePoint>& points, Climb climb)
{
    const auto inside = std::ranges::count_if(points, [&](const StatePoint& p) {
        const Band band = bandOf(climb, p.density);
        return p.speed >= band.low && p.speed <= band.high;
    });
    return points.empty() ? 0.0 : 100.0 * static_cast<double>(inside) / static_cast<double>(points.size());
}

Way wayOf(Climb climb, const TrialOptions& options, std::vector<Kept>& kept)
{
    const Lab lab = labOf(kFlight, climb);
    Way way;
    for (const Run& run : bySeed(options, [&](std::uint64_t seed) { return walkedOn(lab, seed, options.cancel); })) {
        kept.push_back(run.kept);
        way.shares.push_back(percentInside(run.points, climb));
        way.points.insert(way.points.end(), run.points.begin(), run.points.end());
    }
    std::vector<double> sums(kBins, 0.0), counts(kBins, 0.0);
    for (const StatePoint& point : way.points) {
        const auto bin = std::min(kBins - 1, static_cast<std::size_t>((point.density - kLow) / kBin));
        sums[bin] += point.speed;
        counts[bin] += 1.0;
    }
    for (std::size_t b = 0; b < kBins; ++b)
        if (counts[b] >= kLeastPoints) way.mean[b] = sums[b] / counts[b];
    return way;
}

Plot plotOf(const Way& way, Climb climb)
{
    Plot plot = diagram(Over::Speed);
    plot.title = climb == Climb::Up ? Message{"plot.stair_up", {}} : Message{"plot.stair_down", {}};
    Curve band{{"plot.corbetta", {}}, Curve::Kind::Band, {}, {}, {}};
    for (double d = kLow; d <= kHigh + 1e-9; d += kBin) {
        band.x.push_back(d);
        band.y.push_back(bandOf(climb, d).low);
        band.top.push_back(bandOf(climb, d).high);
    }
    plot.curves = {band, dots({"plot.people", {}}, way.points, Over::Speed)};
    return plot;
}

}

Outcome stairDiagram(const TrialOptions& options)
{
    std::vector<Kept> kept;
    const Way down = wayOf(Climb::Down, options, kept);
    const Way up = wayOf(Climb::Up, options, kept);
    Outcome outcome;
    std::size_t common = 0;
    std::size_t faster = 0;
    for (std::size_t b = 0; b < kBins; ++b) {
        if (down.mean[b] <= 0.0 || up.mean[b] <= 0.0) continue;
        ++common;
        faster += down.mean[b] > up.mean[b] ? 1 : 0;
        const double low = kLow + kBin * static_cast<double>(b);
        outcome.details.push_back({"standard.stair_diagram.row",
                                   {rangeFigure(low, low + kBin, 1), figure(down.mean[b], 2), figure(up.mean[b], 2)}});
    }
    const bool inside = percentInside(down.points, Climb::Down) >= 50.0 && percentInside(up.points, Climb::Up) >= 50.0;
    outcome.verdict = inside && common >= kCommon && faster == common ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.stair_diagram.got",
                   {figure(spreadOf(down.shares), 0), figure(spreadOf(up.shares), 0), std::to_string(faster),
                    std::to_string(common), std::to_string(options.seeds)}};
    outcome.plots = {plotOf(down, Climb::Down), plotOf(up, Climb::Up)};
    holdToFloor(outcome, kept);
    return outcome;
}

}
