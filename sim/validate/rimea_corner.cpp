// RiMEA 6, IMO 6, NIST 2.3, ISO 4: twenty people round a corner 2 m wide. They start in the first 6 m.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kSpeed = 1.3;        // m/s; assumed
constexpr double kMostOverlap = 0.10; // of a radius; our rule
constexpr double kLimit = 120.0;      // seconds

Scenario twenty(std::uint64_t seed)
{
    std::vector<ListedPerson> people;
    for (int i = 0; i < 20; ++i) people.push_back(someone({0.4 + 0.56 * (i / 2), 0.6 + 0.8 * (i % 2)}, kSpeed));
    Scenario scenario = scenarioOf(people, seed);
    scenario.timeLimit = kLimit;
    return scenario;
}

}

Outcome cornerWalk(const TrialOptions& options)
{
    const School school = cornerSchool();
    const Lab lab = labOf(school);
    const auto runs = bySeed(options, [&](std::uint64_t seed) {
        return watched(boutOf(lab, school, twenty(seed)), {Look::Bodies}, options.cancel);
    });
    std::vector<double> times;
    std::vector<Kept> kept;
    double overlap = 0.0;
    double outside = 0.0;
    for (const Watched& run : runs) {
        times.push_back(lastOut(run));
        kept.push_back(run.kept);
        overlap = std::max(overlap, run.deepestOverlap);
        outside = std::max(outside, run.kept.outside);
    }
    Outcome outcome;
    outcome.verdict = overlap <= kMostOverlap ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.corner.got",
                   {figure(spreadOf(times), 1), figure(1000.0 * outside, 1), figure(100.0 * overlap, 1),
                    std::to_string(runs.size())}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
