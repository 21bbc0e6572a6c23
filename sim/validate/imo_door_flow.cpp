// IMO 4, NIST 5.2, ISO 11: a hundred people leave a room of 8 × 5 m by a door of 1 m. The standards allow at most 1.33
// persons a second, a design value; experiments pass more (A5). With the cap of the scenario it holds by force.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kMostFlow = 1.33; // persons per second; IMO MSC.1/Circ.1533
constexpr double kCap = 1.3;       // persons per metre and second; the usual design value
constexpr double kSpacing = 0.56;  // metres: a hundred fill the room
constexpr std::size_t kPeople = 100;

Watched hundred(const Lab& lab, std::uint64_t seed, double flowCap, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.interval = 1.0;
    bout.walkers = crowdIn({surfaceNamed(lab, "room"), Rect{0.1, 0.1, 7.5, 4.9}, kSpacing, kPeople}, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    return watched(bout, {Look::Floor, flowCap}, cancel);
}

double flowOf(const Lab& lab, const Watched& seen)
{
    return meanFlow(timesThrough(seen, passageFrom(lab, surfaceNamed(lab, "room"), "door")));
}

Outcome judged(const TrialOptions& options, double flowCap, Verdict held)
{
    const Lab lab = labOf(roomWithDoor(1.0));
    const auto runs = bySeed(options, [&](std::uint64_t seed) { return hundred(lab, seed, flowCap, options.cancel); });
    std::vector<double> flows;
    std::vector<Kept> kept;
    for (const Watched& run : runs) {
        flows.push_back(flowOf(lab, run));
        kept.push_back(run.kept);
    }
    Outcome outcome;
    outcome.verdict =
        std::ranges::all_of(flows, [](double f) { return f > 0.0 && f <= kMostFlow; }) ? held : Verdict::Fail;
    outcome.got = {"standard.door_flow.got", {figure(spreadOf(flows), 2), std::to_string(runs.size())}};
    holdToFloor(outcome, kept);
    return outcome;
}

}

Outcome doorFlow(const TrialOptions& options)
{
    Outcome outcome = judged(options, 0.0, Verdict::Pass);
    outcome.details.push_back({"standard.door_flow.experiments", {}});
    return outcome;
}

Outcome cappedDoorFlow(const TrialOptions& options)
{
    return judged(options, kCap, Verdict::Imposed);
}

double flowOfHundred(double width, std::uint64_t seed, const CancelToken& cancel)
{
    const Lab lab = labOf(roomWithDoor(width));
    return flowOf(lab, hundred(lab, seed, 0.0, cancel));
}

}
