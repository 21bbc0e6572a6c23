// IMO 8, NIST 2.8, ISO 6: a hundred people cross a corridor of 10 × 2 m between two rooms of 10 × 10 m against none,
// 10, 50 and 100. When the last of them enters the far room must come later each time, and everybody must arrive.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

namespace stairwise {
namespace {

constexpr std::size_t kPeople = 100;
constexpr std::size_t kAgainst[] = {0, 10, 50, 100};
constexpr std::size_t kCases = std::size(kAgainst);
constexpr double kSpacing = 0.56; // metres
constexpr double kLimit = 600.0;  // seconds: by then a jam is for good

// Both rooms are filled from their far walls.
Bout against(const Lab& lab, std::size_t people, std::uint64_t seed)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.limit = kLimit;
    bout.interval = 1.0;
    bout.wishes = {byExit("east"), byExit("west")};
    bout.walkers = crowdIn({surfaceNamed(lab, "room1"), Rect{0.1, 0.1, 3.5, 9.9}, kSpacing, kPeople}, seed);
    Standing others{surfaceNamed(lab, "room2"), Rect{26.5, 0.1, 29.9, 9.9}, kSpacing, people};
    others.wish = 1;
    others.firstKey = kPeople;
    for (const Walker& walker : crowdIn(others, seed)) bout.walkers.push_back(walker);
    return bout;
}

struct Run {
    double last = 0.0; // seconds: the last of the hundred enters the far room
    Kept kept;
};

Run crossed(const Lab& lab, std::size_t people, std::uint64_t seed, const CancelToken& cancel)
{
    const Watched seen = watched(against(lab, people, seed), {}, cancel);
    const PassageIndex into = passageFrom(lab, surfaceNamed(lab, "corridor"), "gap2");
    const auto times = timesThrough(seen, into);
    return {times.size() < kPeople ? kLimit : times[kPeople - 1], seen.kept};
}

}

Outcome counterflow(const TrialOptions& options)
{
    const Lab lab = labOf(counterflowSchool());
    std::vector<Run> runs(kCases * options.seeds);
    eachRun(runs.size(), options,
            [&](std::size_t n) { runs[n] = crossed(lab, kAgainst[n % kCases], 1 + n / kCases, options.cancel); });
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::vector<Kept> kept;
    for (const Run& run : runs) kept.push_back(run.kept);
    std::vector<std::string> figures;
    double before = 0.0;
    for (std::size_t c = 0; c < kCases; ++c) {
        std::vector<double> times;
        std::size_t stuck = 0;
        for (std::size_t n = c; n < runs.size(); n += kCases) {
            times.push_back(runs[n].last);
            stuck += runs[n].kept.stuck > 0 ? 1 : 0;
        }
        const Spread last = spreadOf(times);
        if (last.median <= before) outcome.verdict = Verdict::Fail;
        before = last.median;
        figures.push_back(figure(last.median, 1));
        outcome.details.push_back(
            {"standard.counterflow.row", {std::to_string(kAgainst[c]), figure(last, 1), std::to_string(stuck)}});
    }
    outcome.got = {"standard.counterflow.got",
                   {figures[0], figures[1], figures[2], figures[3], std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
