// NIST 2.9, ISO 14: a group of five crosses a room of 15 × 20 m in which ten slow people walk to the same exit of 1 m,
// and should come out together. They walk as a column, two abreast, the slowest in front.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::size_t kGroup = 5;
constexpr double kClose = 0.5;      // metres between two of a small group from which those in front wait; assumed
constexpr double kMostApart = 10.0; // seconds; NIST TN 1822, ISO 20414

School groupRoom()
{
    return oneStorey({hallOf("room", Rect{0.0, 0.0, 15.0, 20.0})}, {wayOut("exit", {7.0, 0.0}, {8.0, 0.0})});
}

// The group at the far wall, the others half way. Walkers 0 … 4 are the group.
Bout groups(const Lab& lab, const GroupSpeeds& speeds, std::uint64_t seed)
{
    const SurfaceIndex room = surfaceNamed(lab, "room");
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.limit = 400.0;
    bout.interval = 60.0;
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    bout.walkers = crowdIn({room, Rect{6.0, 17.0, 9.0, 18.0}, 1.0, 3}, seed);
    Standing rest{room, Rect{6.0, 18.0, 9.0, 19.0}, 1.0, kGroup - 3};
    rest.firstKey = 3;
    for (const Walker& walker : crowdIn(rest, seed)) bout.walkers.push_back(walker);
    Column column; // behind the slowest, as those do who belong together; assumed
    column.tear = kClose;
    column.heldUp = 0.0;
    column.files = 2;
    for (std::uint32_t n = kGroup; n-- > 0;) column.walkers.push_back(n);
    bout.columns = {std::move(column)};
    for (std::size_t n = 0; n < kGroup; ++n) bout.walkers[n].levelSpeed = n + 1 < kGroup ? speeds.most : speeds.slowest;
    Standing others{room, Rect{2.5, 8.0, 12.5, 12.0}, 2.0, 10};
    others.firstKey = kGroup;
    for (Walker walker : crowdIn(others, seed)) {
        walker.levelSpeed = speeds.others;
        bout.walkers.push_back(walker);
    }
    return bout;
}

}

Outcome groupKeepsTogether(const GroupSpeeds& speeds, const TrialOptions& options)
{
    const Lab lab = labOf(groupRoom());
    struct Run {
        double apart = 0.0; // seconds from the first to the last of the group
        Kept kept;
    };
    const auto runs = bySeed(options, [&](std::uint64_t seed) {
        const Watched seen = watched(groups(lab, speeds, seed), {}, options.cancel);
        const auto [first, last] = std::minmax_element(seen.out.begin(), seen.out.begin() + kGroup);
        return Run{*last - *first, seen.kept};
    });
    std::vector<double> apart;
    std::vector<Kept> kept;
    for (const Run& run : runs) {
        apart.push_back(run.apart);
        kept.push_back(run.kept);
    }
    Outcome outcome;
    outcome.verdict = *std::ranges::max_element(apart) <= kMostApart ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.group.got", {figure(spreadOf(apart), 1), std::to_string(runs.size())}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
