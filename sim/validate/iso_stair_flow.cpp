// ISO 12: a hundred people climb a stair of 1.0 to 1.8 m; the flow must rise with the width. Measured in the middle of
// the flight.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

namespace stairwise {
namespace {

constexpr double kWidths[] = {1.0, 1.2, 1.4, 1.6, 1.8}; // metres; ISO 20414, table 13
constexpr std::size_t kCases = std::size(kWidths);
constexpr std::size_t kPeople = 100;

StraightFlight flightOf(double width)
{
    return {width, 0.28, 0.16, 18, width, width};
}

struct Run {
    double flow = 0.0; // persons per second
    Kept kept;
};

Run climbed(const Lab& lab, double width, std::uint64_t seed, const CancelToken& cancel)
{
    const Rect plan = planOf(flightOf(width));
    const double x = 0.5 * width;
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    bout.walkers = crowdIn({surfaceNamed(lab, "hall"), Rect{x - 5.0, -10.0, x + 5.0, -2.0}, 0.7, kPeople}, seed);
    const Watched seen = watched(bout, {}, cancel);
    const double middle = 0.5 * (plan.y0 + plan.y1);
    const auto crossed = crossingsOf(seen.frames, {kNowhere, {-0.5, middle}, {width + 0.5, middle}});
    const auto back = crossingsOf(seen.frames, {kNowhere, {width + 0.5, middle}, {-0.5, middle}});
    return {flowThrough(crossed.size() > back.size() ? crossed : back, 0.0), seen.kept};
}

}

Outcome stairFlowByWidth(const TrialOptions& options)
{
    std::vector<Lab> labs;
    for (const double width : kWidths) labs.push_back(labOf(flightOf(width), Climb::Up));
    std::vector<Run> runs(kCases * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        runs[n] = climbed(labs[n % kCases], kWidths[n % kCases], 1 + n / kCases, options.cancel);
    });
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::vector<Kept> kept;
    for (const Run& run : runs) kept.push_back(run.kept);
    double before = 0.0;
    std::vector<double> medians;
    for (std::size_t w = 0; w < kCases; ++w) {
        std::vector<double> flows;
        for (std::size_t n = w; n < runs.size(); n += kCases) flows.push_back(runs[n].flow);
        const Spread flow = spreadOf(flows);
        if (flow.median <= before) outcome.verdict = Verdict::Fail;
        before = flow.median;
        medians.push_back(flow.median);
        outcome.details.push_back(
            {"standard.stair_flow.row", {figure(kWidths[w], 1), figure(flow, 2), figure(flow.median / kWidths[w], 2)}});
    }
    outcome.got = {"standard.stair_flow.got",
                   {figure(medians.front(), 2), figure(medians.back(), 2), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
