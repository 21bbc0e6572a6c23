// Adults down and up a straight flight: speed and flow against density, beside SFPE's relation and Fruin's free speeds.
// A narrow gap before the flight gives the free branch, a narrow one behind it the congested branch.
#include "sim/egress/hydraulic.hpp"
#include "sim/validate/bands.hpp"
#include "sim/validate/bout.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/plots.hpp"
#include "sim/validate/stair_lab.hpp"

#include <algorithm>

namespace stairwise {
namespace {

struct Gaps {
    double before, behind; // metres
    double pace;           // seconds from one person's start to the next; 0: all at once
};
constexpr Gaps kGaps[] = {{1.5, 1.5, 8.0}, {1.5, 1.5, 2.5}, {1.5, 1.5, 1.5}, {0.6, 1.5, 0.0}, {0.8, 1.5, 0.0},
                          {1.0, 1.5, 0.0}, {1.5, 1.5, 0.0}, {1.5, 1.0, 0.0}, {1.5, 0.8, 0.0}, {1.5, 0.6, 0.0}};
constexpr std::size_t kScenes = std::size(kGaps);
constexpr std::size_t kPeople = 150;
constexpr std::size_t kPaced = 50; // where they start one by one, so far apart that they pass who still waits
// 7 by 11 inches, SFPE's and Fruin's commonest stair.
constexpr double kTread = 0.279;
constexpr double kRiser = 0.178;

struct Fruin {
    double slowest, fastest; // m/s along the slope, free
};
constexpr Fruin kFruinDown{0.595, 1.01}; // women over 50 … men under 30; Fruin 1971 by PD 7974-6
constexpr Fruin kFruinUp{0.485, 0.67};

StraightFlight flightWith(const Gaps& gaps, Climb climb)
{
    StraightFlight flight;
    flight.tread = kTread;
    flight.riser = kRiser;
    flight.lowGap = climb == Climb::Down ? gaps.behind : gaps.before;
    flight.highGap = climb == Climb::Down ? gaps.before : gaps.behind;
    return flight;
}

std::vector<Walker> waiting(const Lab& lab, const StraightFlight& flight, Climb climb, double pace, std::uint64_t seed)
{
    const Rect plan = planOf(flight);
    const double x = 0.5 * flight.width;
    // Rows fill from the east; the hall lies across, and 10 by 10 m hold everybody at 2 persons per m².
    const double y0 = climb == Climb::Down ? plan.y1 + 2.0 : -12.0;
    const Rect where{x - 5.0, y0, x + 5.0, y0 + 10.0};
    const SurfaceIndex hall = surfaceNamed(lab, "hall");
    if (pace <= 0.0) return crowdIn({hall, where, 0.7, kPeople}, seed);
    std::vector<Walker> walkers = crowdIn({hall, where, 1.4, kPaced}, seed);
    for (std::size_t n = 0; n < walkers.size(); ++n) walkers[n].start = pace * static_cast<double>(n);
    return walkers;
}

struct Seen {
    std::vector<StatePoint> states; // persons per m² of plan, m/s along the slope
    double flow = 0.0;              // persons per second over the middle of the flight
};

Seen seenOn(const Lab& lab, const Gaps& gaps, Climb climb, std::uint64_t seed, const CancelToken& cancel)
{
    const StraightFlight flight = flightWith(gaps, climb);
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.walkers = waiting(lab, flight, climb, gaps.pace, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Record record = walked(bout, cancel);
    if (!record.finished) return {};
    const SurfaceIndex surface = surfaceNamed(lab, "S/1/flight1");
    const double slope = planPerSlope(lab.walkable.surfaces[surface]);
    const Rect plan = planOf(flight);
    const double middle = 0.5 * plan.y1;
    const MeasuringArea area{surface, {0.0, middle - 1.0}, {flight.width, middle + 1.0}, {}};
    const Vec2 west{-0.2, middle};
    const Vec2 east{flight.width + 0.2, middle};
    const auto crossed = crossingsOf(record.frames, climb == Climb::Up ? CountingLine{surface, east, west}
                                                                       : CountingLine{surface, west, east});
    Seen seen;
    seen.flow = flowThrough(crossed, 0.2);
    if (crossed.size() < 10) return seen;
    const double from = crossed[crossed.size() * 3 / 10].time;
    const double to = crossed[crossed.size() * 8 / 10].time;
    VoronoiCells cells(lab.walkable);
    for (std::size_t k = 0; k < record.frames.size(); ++k) {
        if (record.frames[k].time < from || record.frames[k].time > to) continue;
        const AreaState state = voronoiState(cells, record.frames[k], velocitiesAt(record.frames, k, 1), area);
        if (state.density > 0.0) seen.states.push_back({state.density, state.speed / slope});
    }
    return seen;
}

// The scene in which hardly two are on the flight at once.
double freeSpeedOf(const std::vector<Seen>& runs)
{
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t n = 0; n < runs.size(); n += kScenes)
        for (const StatePoint& point : runs[n].states) {
            sum += point.speed;
            count += 1.0;
        }
    return count > 0.0 ? sum / count : 0.0;
}

std::vector<Message> linesOf(const std::vector<StateBin>& bins, double factor)
{
    std::vector<Message> lines;
    for (const StateBin& bin : bins)
        if (bin.points >= kLeastPoints)
            lines.push_back({"experiment.stair_flow.bin",
                             {rangeFigure(bin.low, bin.high, 2), figure(bin.speed, 2),
                              figure(sfpeSpeed(factor, 0.5 * (bin.low + bin.high)), 2), figure(bin.flow, 2)}});
    return lines;
}

Plot plotOf(Over what, std::span<const StatePoint> points, std::span<const StateBin> bins, double factor)
{
    Plot plot = diagram(what);
    plot.curves = {
        dots({"plot.moments", {}}, points, what), means({"plot.means", {}}, bins, what),
        formula({"plot.sfpe", {}}, 0.1, 3.7, what, [&](double density) { return sfpeSpeed(factor, density); })};
    return plot;
}

Outcome run(const TrialOptions& options, Climb climb)
{
    std::vector<Lab> labs;
    for (const Gaps& gaps : kGaps) labs.push_back(labOf(flightWith(gaps, climb), climb));
    std::vector<Seen> runs(kScenes * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        const std::size_t scene = n % kScenes;
        runs[n] = seenOn(labs[scene], kGaps[scene], climb, 1 + n / kScenes, options.cancel);
    });
    std::vector<StatePoint> all;
    std::vector<double> greatest; // by seed, per metre of effective width
    const double effective = StraightFlight{}.width - 2.0 * kStairLayer;
    for (std::size_t n = 0; n < runs.size(); ++n) {
        if (n % kScenes == 0) greatest.push_back(0.0);
        greatest.back() = std::max(greatest.back(), runs[n].flow / effective);
        all.insert(all.end(), runs[n].states.begin(), runs[n].states.end());
    }
    const double factor = sfpeStairK(kTread, kRiser);
    const auto bins = binned(all, kBinWidth);
    const Spread flow = spreadOf(greatest);
    const double free = freeSpeedOf(runs);
    const Fruin fruin = climb == Climb::Down ? kFruinDown : kFruinUp;
    const double ratio = flow.median / sfpeMostFlow(factor);
    Outcome outcome;
    outcome.verdict = free >= fruin.slowest && free <= fruin.fastest && ratio >= 0.75 && ratio <= 1.25 ? Verdict::Pass
                                                                                                       : Verdict::Fail;
    outcome.got = {"experiment.stair_flow.got",
                   {figure(flow, 2), figure(sfpeMostFlow(factor), 2),
                    figure(flow.median * effective / StraightFlight{}.width, 2), figure(free, 2),
                    std::to_string(options.seeds)}};
    outcome.details = linesOf(bins, factor);
    outcome.plots = {plotOf(Over::Speed, all, bins, factor), plotOf(Over::Flow, all, bins, factor)};
    return outcome;
}

}

Trial stairsDownTrial()
{
    return {"E1",
            {"experiment.stairs_down", {}},
            {"experiment.stair_flow.asked", {figure(kFruinDown.slowest, 3), figure(kFruinDown.fastest, 3)}},
            "SFPE Handbook (Nelson and Mowrer), Fruin 1971",
            [](const TrialOptions& options) { return run(options, Climb::Down); }};
}

Trial stairsUpTrial()
{
    return {"E2",
            {"experiment.stairs_up", {}},
            {"experiment.stair_flow.asked", {figure(kFruinUp.slowest, 3), figure(kFruinUp.fastest, 3)}},
            "SFPE Handbook (Nelson and Mowrer), Fruin 1971",
            [](const TrialOptions& options) { return run(options, Climb::Up); }};
}

}
