// RiMEA 14, ISO 17: from one arm of an upper floor that runs like a U to the end of the other there is a long way round
// it, and a short one down a stair, along a corridor below and up a second stair.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kSide = 20.0;     // metres, outer
constexpr double kStairWide = 2.0; // metres
constexpr double kStairLong = 4.2; // in plan: 15 treads of 0.28 m
constexpr std::size_t kPeople = 30;

Stair stairTo(const char* id, Point origin, int direction)
{
    Stair stair;
    stair.id = {id};
    stair.name = id;
    stair.kind = StairKind::Straight;
    stair.origin = origin;
    stair.direction = direction;
    stair.clearWidth = toMillimetres({kStairWide, 0.0}).x;
    stair.tread = 280;
    stair.riser = 150;
    stair.storeys = {{"F1"}, {"F2"}};
    stair.steps = {{16}};
    return stair;
}

// `wide`: of the U's arms.
School ringOverStairs(double wide)
{
    const double low = wide + kStairLong; // where the stairs reach the lower floor
    const double high = kSide - low;
    School school = oneStorey({hallOf("below", Rect{low, 0.0, high, kStairWide})}, {});
    Storey upper;
    upper.id = {"F2"};
    upper.name = "2";
    upper.number = 2;
    upper.elevation = 2400;
    upper.height = 3600;
    upper.spaces = {hallOf("left", Rect{0.0, 0.0, wide, kSide - wide}),
                    hallOf("top", Rect{0.0, kSide - wide, kSide, kSide}),
                    hallOf("right", Rect{kSide - wide, 0.0, kSide, kSide - wide})};
    upper.doors = {gapOf("turn1", {0.0, kSide - wide}, {wide, kSide - wide}),
                   gapOf("turn2", {kSide - wide, kSide - wide}, {kSide, kSide - wide}),
                   wayOut("exit", {kSide - wide, 0.0}, {kSide, 0.0})};
    Building& building = school.buildings.front();
    building.storeys.push_back(std::make_shared<const Storey>(upper));
    building.stairs = {stairTo("down", toMillimetres({low, 0.0}), 180),
                       stairTo("up", toMillimetres({high, kStairWide}), 0)};
    return school;
}

struct Run {
    double shorter = 0.0; // % over the stairs
    double last = 0.0;    // seconds
    Kept kept;
};

enum class Allowed { Everything, NoStairs };

Run walkedRound(const Lab& lab, Allowed allowed, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.limit = 300.0;
    bout.walkers = crowdIn({surfaceNamed(lab, "left"), Rect{0.1, 3.0, 1.9, 10.0}, 0.6, kPeople}, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    if (allowed == Allowed::NoStairs) bout.wishes[0].rule.stairs = {StairId{"none"}};
    const Watched seen = watched(bout, {}, cancel);
    const SurfaceIndex below = surfaceNamed(lab, "below");
    std::vector<char> short_(bout.walkers.size(), 0);
    for (const Record::Passing& passing : seen.passings)
        if (passing.what.passage != kNowhere && lab.network.passages[passing.what.passage].to == below)
            short_[passing.what.person] = 1;
    const auto count = static_cast<double>(std::ranges::count(short_, 1));
    return {100.0 * count / static_cast<double>(bout.walkers.size()), lastOut(seen), seen.kept};
}

}

Outcome routeOverLevels(double wide, const TrialOptions& options)
{
    const Lab lab = labOf(ringOverStairs(wide));
    std::vector<Run> runs(2 * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        runs[n] = walkedRound(lab, n % 2 == 0 ? Allowed::Everything : Allowed::NoStairs, 1 + n / 2, options.cancel);
    });
    std::vector<double> free, ruled, freeTimes, ruledTimes;
    std::vector<Kept> kept;
    for (std::size_t n = 0; n < runs.size(); ++n) {
        (n % 2 == 0 ? free : ruled).push_back(runs[n].shorter);
        (n % 2 == 0 ? freeTimes : ruledTimes).push_back(runs[n].last);
        kept.push_back(runs[n].kept);
    }
    Outcome outcome;
    const bool shortTaken = spreadOf(free).median > 50.0;
    const bool ruleKept = *std::ranges::max_element(ruled) == 0.0;
    outcome.verdict = shortTaken && ruleKept ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.routes.got",
                   {figure(spreadOf(free), 0), figure(spreadOf(freeTimes), 1), figure(spreadOf(ruled), 0),
                    figure(spreadOf(ruledTimes), 1), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
