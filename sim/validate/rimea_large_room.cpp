// RiMEA 9, IMO 9: a thousand people leave a room of 30 × 20 m by four exits of 1 m, then by two.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

namespace stairwise {
namespace {

constexpr std::size_t kPeople = 1000;
constexpr double kLow = 1.8; // ratio of the times; our rule
constexpr double kHigh = 2.2;

Watched emptied(const Lab& lab, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.limit = 1200.0;
    bout.interval = 60.0;
    bout.walkers = crowdIn({surfaceNamed(lab, "room"), Rect{0.3, 1.0, 29.7, 19.0}, 0.7, kPeople}, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    return watched(bout, {}, cancel);
}

}

Outcome halfTheExits(const TrialOptions& options)
{
    const Lab labs[] = {labOf(largeRoom(Exits::AllFour)), labOf(largeRoom(Exits::NorthernTwo))};
    struct Run {
        double time = 0.0;
        Kept kept;
    };
    std::vector<Run> runs(2 * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        const Watched seen = emptied(labs[n % 2], 1 + n / 2, options.cancel);
        runs[n] = {lastOut(seen), seen.kept};
    });
    std::vector<double> four, two, ratios;
    std::vector<Kept> kept;
    for (std::size_t n = 0; n < runs.size(); n += 2) {
        four.push_back(runs[n].time);
        two.push_back(runs[n + 1].time);
        ratios.push_back(four.back() > 0.0 ? two.back() / four.back() : 0.0);
        kept.push_back(runs[n].kept);
        kept.push_back(runs[n + 1].kept);
    }
    const Spread ratio = spreadOf(ratios);
    Outcome outcome;
    outcome.verdict = ratio.median >= kLow && ratio.median <= kHigh ? Verdict::Pass : Verdict::Fail;
    outcome.got = {
        "standard.large_room.got",
        {figure(spreadOf(four), 1), figure(spreadOf(two), 1), figure(ratio, 2), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
