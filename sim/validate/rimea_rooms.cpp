// RiMEA 12: 150 people leave a room by a bottleneck of 1 m; what lies behind it matters little, its length somewhat,
// its width much, and a second like it not at all.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr std::size_t kPeople = 150;
constexpr double kWall = 0.2;  // metres
constexpr double kLong = 5.0;  // metres of neck; RiMEA 12b, d
constexpr double kRoom = 10.0; // metres

std::vector<Walker> people(const Lab& lab, std::uint64_t seed)
{
    return crowdIn({surfaceNamed(lab, "room1"), Rect{0.1, 0.1, 7.0, 9.9}, 0.62, kPeople}, seed);
}

Watched passed(const Lab& lab, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.walkers = people(lab, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    return watched(bout, {}, cancel);
}

double flowInto(const Lab& lab, const Watched& seen, const char* neck)
{
    return meanFlow(timesThrough(seen, passageFrom(lab, surfaceNamed(lab, "room1"), neck)));
}

// The goal is a line across the second room; whoever crosses it has arrived.
struct Arrival {
    double time = 0.0; // seconds, of the last
    double flow = 0.0; // persons per second through the bottleneck
};

Arrival arrived(const School& school, const Lab& lab, double distance, std::uint64_t seed, const CancelToken& cancel)
{
    Scenario scenario = scenarioOf(listed(people(lab, seed)), seed);
    const double x = kRoom + kWall + distance;
    scenario.lines = {{"goal", {"F1"}, {toMillimetres({x, 0.0}), toMillimetres({x, kRoom})}}};
    const RunResult result = plainRun(school, scenario, cancel);
    std::vector<double> left;
    for (const PersonResult& person : result.persons)
        if (person.leftRoom) left.push_back(*person.leftRoom);
    std::ranges::sort(left);
    return {result.clearance.value_or(scenario.timeLimit), meanFlow(left)};
}

}

// The flow is what must not depend on the goal: the way beyond takes longer the farther it is.
Outcome goalPosition(const TrialOptions& options)
{
    constexpr double kDistances[] = {0.2, 1.0, 2.0, 4.0, 6.0, 8.0, 9.8}; // metres behind the bottleneck
    constexpr std::size_t kCases = std::size(kDistances);
    constexpr double kFar = 2.0;     // metres beyond which the flow should not change …
    constexpr double kLittle = 0.05; // … by more than this share
    const School school = roomsInARow({2, 1.0, kWall});
    const Lab lab = labOf(school);
    std::vector<Arrival> runs(kCases * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        runs[n] = arrived(school, lab, kDistances[n % kCases], 1 + n / kCases, options.cancel);
    });
    Outcome outcome;
    std::vector<double> medians, flows;
    for (std::size_t c = 0; c < kCases; ++c) {
        std::vector<double> times, own;
        for (std::size_t n = c; n < runs.size(); n += kCases) {
            times.push_back(runs[n].time);
            own.push_back(runs[n].flow);
        }
        medians.push_back(spreadOf(times).median);
        if (kDistances[c] >= kFar) flows.push_back(spreadOf(own).median);
        outcome.details.push_back(
            {"standard.goal.row", {figure(kDistances[c], 1), figure(spreadOf(times), 1), figure(spreadOf(own), 2)}});
    }
    const auto [least, most] = std::ranges::minmax(flows);
    const double change = least > 0.0 ? most / least - 1.0 : 1.0;
    const bool nearer = medians.front() <= medians.back();
    outcome.verdict = nearer && change < kLittle ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.goal.got",
                   {figure(medians.front(), 1), figure(medians.back(), 1), figure(100.0 * change, 1),
                    std::to_string(options.seeds)}};
    return outcome;
}

Outcome neckLength(const TrialOptions& options)
{
    const Lab labs[] = {labOf(roomsInARow({2, 1.0, kWall})), labOf(roomsInARow({2, 1.0, kLong}))};
    std::vector<Watched> runs(2 * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) { runs[n] = passed(labs[n % 2], 1 + n / 2, options.cancel); });
    std::vector<double> shorter, longer, ratios;
    std::vector<Kept> kept;
    for (std::size_t n = 0; n < runs.size(); n += 2) {
        shorter.push_back(lastOut(runs[n]));
        longer.push_back(lastOut(runs[n + 1]));
        ratios.push_back(longer.back() / shorter.back());
        kept.push_back(runs[n].kept);
        kept.push_back(runs[n + 1].kept);
    }
    const Spread ratio = spreadOf(ratios);
    Outcome outcome;
    outcome.verdict = ratio.median >= 1.0 && ratio.median <= 1.15 ? Verdict::Pass : Verdict::Fail;
    outcome.got = {
        "standard.neck_length.got",
        {figure(spreadOf(shorter), 1), figure(spreadOf(longer), 1), figure(ratio, 3), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

Outcome secondNeck(const TrialOptions& options)
{
    const Lab lab = labOf(roomsInARow({3, 1.0, kWall}));
    struct Run {
        double first = 0.0, second = 0.0; // persons per m²
        Kept kept;
    };
    const auto runs = bySeed(options, [&](std::uint64_t seed) {
        const Watched seen = passed(lab, seed, options.cancel);
        const double x = 2.0 * kRoom + kWall; // the wall of the second bottleneck
        return Run{peakDensity(seen, surfaceNamed(lab, "room1"), Rect{kRoom - 2.0, 3.5, kRoom, 6.5}),
                   peakDensity(seen, surfaceNamed(lab, "room2"), Rect{x - 2.0, 3.5, x, 6.5}), seen.kept};
    });
    std::vector<double> first, second, shares;
    std::vector<Kept> kept;
    for (const Run& run : runs) {
        first.push_back(run.first);
        second.push_back(run.second);
        shares.push_back(run.first > 0.0 ? run.second / run.first : 1.0);
        kept.push_back(run.kept);
    }
    Outcome outcome;
    outcome.verdict = spreadOf(shares).median <= 0.5 ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.second_neck.got",
                   {figure(spreadOf(first), 2), figure(spreadOf(second), 2), figure(spreadOf(shares), 2),
                    std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

Outcome neckWidth(const TrialOptions& options)
{
    constexpr double kWidths[] = {0.8, 1.0, 1.2}; // metres
    constexpr double kMeasured = 1.9;             // persons per metre and second; A5
    constexpr double kPlay = 0.3;
    std::vector<Lab> labs;
    for (const double width : kWidths) labs.push_back(labOf(roomsInARow({2, width, kLong})));
    struct Run {
        double flow = 0.0;
        Kept kept;
    };
    std::vector<Run> runs(labs.size() * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        const Lab& lab = labs[n % labs.size()];
        const Watched seen = passed(lab, 1 + n / labs.size(), options.cancel);
        runs[n] = {flowInto(lab, seen, "neck1"), seen.kept};
    });
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::vector<std::string> figures;
    double before = 0.0;
    std::vector<Kept> kept;
    for (const Run& run : runs) kept.push_back(run.kept);
    for (std::size_t w = 0; w < labs.size(); ++w) {
        std::vector<double> flows;
        for (std::size_t n = w; n < runs.size(); n += labs.size()) flows.push_back(runs[n].flow);
        const Spread flow = spreadOf(flows);
        const double specific = flow.median / kWidths[w];
        if (flow.median <= before || std::fabs(specific - kMeasured) > kPlay) outcome.verdict = Verdict::Fail;
        before = flow.median;
        figures.push_back(figure(flow, 2));
    }
    outcome.got = {"standard.neck_width.got", {figures[0], figures[1], figures[2], std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
