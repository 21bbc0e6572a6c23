// RiMEA 11: a thousand people in the left part of a room of 30 × 20 m, two exits of 1 m on the long wall beyond them.
// Most take the nearer; some should go on to the farther.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kLeftWide = 12.5; // metres
constexpr double kLeftDeep = 15.0;
constexpr double kPeople = 1000.0;
constexpr double kLow = 20.0; // % by the farther exit; our rule
constexpr double kHigh = 50.0;

// The left part is a space of its own, open along both sides that look into the room.
School leftPart()
{
    const Ring rest = {{12500, 0}, {30000, 0}, {30000, 20000}, {0, 20000}, {0, 15000}, {12500, 15000}};
    Space left = hallOf("left", Rect{0.0, 0.0, kLeftWide, kLeftDeep});
    left.kind = SpaceKind::Auditorium;
    return oneStorey({left, hallOf("rest", rest)},
                     {gapOf("side", {12.5, 0.0}, {12.5, 15.0}), gapOf("back", {0.0, 15.0}, {12.5, 15.0}),
                      wayOut("near", {21.5, 0.0}, {22.5, 0.0}), wayOut("far", {27.5, 0.0}, {28.5, 0.0})});
}

Scenario thousand(RouteChoice choice, std::uint64_t seed)
{
    Scenario scenario = scenarioOf({}, seed);
    scenario.timeLimit = 1500.0;
    Fill fill;
    fill.density = kPeople / (kLeftWide * kLeftDeep);
    fill.kinds = {SpaceKind::Auditorium};
    scenario.fills = {fill};
    Profile adult = profileFor({}, kStaffGrade);
    adult.radius = 200; // so many people need bodies no wider
    scenario.profiles = {adult};
    Release release;
    release.choice = choice;
    scenario.releases = {release};
    return scenario;
}

struct Left {
    double farShare = 0.0; // % of those who got out
    std::size_t inside = 0;
    double last = 0.0; // seconds
};

Left emptied(const School& school, RouteChoice choice, std::uint64_t seed, const CancelToken& cancel)
{
    const RunResult result = plainRun(school, thousand(choice, seed), cancel);
    const auto far = std::ranges::count(result.persons, std::string("far"), &PersonResult::exit);
    const double out = std::max(1.0, static_cast<double>(result.evacuated));
    return {100.0 * static_cast<double>(far) / out, result.remaining, result.endTime};
}

}

Outcome exitChoice(const TrialOptions& options)
{
    const School school = leftPart();
    const auto runs = bySeed(
        options, [&](std::uint64_t seed) { return emptied(school, RouteChoice::Nearest, seed, options.cancel); });
    // Decided before the start, without chance: one run says it.
    const Left assigned = emptied(school, RouteChoice::LeastCrowded, 1, options.cancel);
    std::vector<double> shares, times;
    std::size_t inside = assigned.inside;
    for (const Left& run : runs) {
        shares.push_back(run.farShare);
        times.push_back(run.last);
        inside += run.inside;
    }
    const Spread share = spreadOf(shares);
    Outcome outcome;
    outcome.verdict = share.median >= kLow && share.median <= kHigh && inside == 0 ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.exit_choice.got",
                   {figure(share, 0), figure(spreadOf(times), 0), std::to_string(inside), std::to_string(runs.size())}};
    outcome.details.push_back(
        {"standard.exit_choice.least_crowded", {figure(assigned.farShare, 0), figure(assigned.last, 0)}});
    return outcome;
}

}
