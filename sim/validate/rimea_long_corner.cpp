// RiMEA 15: 500 people along a corridor 20 m wide that turns a corner, and along straight ones that are shorter and
// longer: 50 and 81 m. The corner's middle line is as long as the mean of these, as the JuPedSim tests have it.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

namespace stairwise {
namespace {

constexpr double kWide = 20.0;  // metres
constexpr double kShort = 50.0;
constexpr double kLong = 81.0;
constexpr std::size_t kPeople = 500;

School straight(double metres)
{
    return oneStorey({hallOf("way", Rect{0.0, 0.0, metres, kWide})}, {wayOut("exit", {metres, 0.0}, {metres, kWide})});
}

// 22.75 m to the inner corner and as much on, to the left.
School corner()
{
    return oneStorey(
        {hallOf("way", Ring{{0, 0}, {42750, 0}, {42750, 42750}, {22750, 42750}, {22750, 20000}, {0, 20000}})},
        {wayOut("exit", {22.75, 42.75}, {42.75, 42.75})});
}

struct Run {
    double last = 0.0;
    Kept kept;
};

Run walkedAlong(const Lab& lab, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.interval = 60.0;
    bout.walkers = crowdIn({surfaceNamed(lab, "way"), Rect{0.3, 0.2, 15.0, 19.8}, 0.7, kPeople}, seed);
    for (Walker& walker : bout.walkers) walker.at.x = 15.0 - (walker.at.x - 0.3); // filled from the beginning
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Watched seen = watched(bout, {}, cancel);
    return {lastOut(seen), seen.kept};
}

}

Outcome crowdAtCorner(const TrialOptions& options)
{
    const Lab labs[] = {labOf(straight(kShort)), labOf(corner()), labOf(straight(kLong))};
    std::vector<Run> runs(3 * options.seeds);
    eachRun(runs.size(), options,
            [&](std::size_t n) { runs[n] = walkedAlong(labs[n % 3], 1 + n / 3, options.cancel); });
    std::vector<double> times[3];
    std::vector<Kept> kept;
    for (std::size_t n = 0; n < runs.size(); ++n) {
        times[n % 3].push_back(runs[n].last);
        kept.push_back(runs[n].kept);
    }
    const Spread first = spreadOf(times[0]);
    const Spread turned = spreadOf(times[1]);
    const Spread last = spreadOf(times[2]);
    Outcome outcome;
    outcome.verdict = first.median <= turned.median && turned.median <= last.median ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.long_corner.got",
                   {figure(first, 1), figure(turned, 1), figure(last, 1), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
