// RiMEA 5, IMO 5, NIST 1.1, ISO 1: ten people in a room of 8 × 5 m begin to walk when they should, and the times drawn
// follow the distribution asked for.
#include "sim/run/people.hpp"
#include "sim/validate/kolmogorov.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

using Kind = Distribution::Kind;

constexpr double kFrom = 10.0; // seconds; RiMEA 5
constexpr double kTo = 100.0;
constexpr double kLeastP = 0.05;
constexpr std::uint64_t kDraws = 100; // of ten people: a thousand, as NIST TN 1822 asks

// NIST TN 1822, test 1.1; the normal one is ours, far enough from 0.
struct Family {
    Distribution distribution;
    std::string_view line; // key of the text that takes p and the number drawn
};
std::vector<Family> families()
{
    const auto of = [](Kind kind, double a, double b) { return Distribution{kind, a, b, 0.0, 1e6}; };
    return {{of(Kind::Uniform, kFrom, kTo), "standard.family.uniform"},
            {of(Kind::Normal, 60.0, 12.0), "standard.family.normal"},
            {of(Kind::LogNormal, 98.10, 2.630), "standard.family.log_normal"}, // exp(4.586), exp(0.967)
            {of(Kind::Gamma, 1.291, 103.901), "standard.family.gamma"},
            {of(Kind::Weibull, 1.195, 139.285), "standard.family.weibull"}};
}

Scenario ten(const Distribution& preMovement, std::uint64_t seed)
{
    // In a wedge, the middle ones farthest from the exit: nobody is brushed by those who go.
    std::vector<ListedPerson> people;
    for (int i = 0; i < 10; ++i) people.push_back(someone({1.0 + 0.4 * std::abs(i - 4.5), 0.7 + 0.4 * i}, 1.3));
    Scenario scenario = scenarioOf(people, seed);
    scenario.preMovement = preMovement;
    return scenario;
}

// How long after the assigned time the latest began; negative if somebody began too early, or never.
double worstDelay(const Watched& seen, const std::vector<Walker>& walkers)
{
    double worst = 0.0;
    for (std::size_t i = 0; i < walkers.size(); ++i) {
        const double delay = seen.firstMoved[i] - walkers[i].start;
        if (delay < -1e-5 || seen.firstMoved[i] < kFrom - 1e-5 || walkers[i].start > kTo) return -1.0;
        worst = std::max(worst, delay);
    }
    return worst;
}

}

Outcome startTimes(const TrialOptions& options)
{
    const School school = roomWithExit();
    const Lab lab = labOf(school);
    struct Run {
        double delay = 0.0;
        Kept kept;
    };
    const auto runs = bySeed(options, [&](std::uint64_t seed) {
        Bout bout = boutOf(lab, school, ten(families().front().distribution, seed));
        bout.limit = 300.0;
        const Watched seen = watched(bout, {}, options.cancel);
        return Run{worstDelay(seen, bout.walkers), seen.kept};
    });
    std::vector<double> delays;
    std::vector<Kept> kept;
    for (const Run& run : runs) {
        delays.push_back(run.delay);
        kept.push_back(run.kept);
    }
    constexpr double kStep = 0.05 + 1e-5; // seconds: the time step of a scenario, and single precision
    Outcome outcome;
    outcome.verdict =
        std::ranges::all_of(delays, [](double d) { return d >= 0.0 && d <= kStep; }) ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.start.got", {figure(spreadOf(delays), 3), std::to_string(delays.size())}};
    holdToFloor(outcome, kept);
    return outcome;
}

Outcome drawnTimes(const TrialOptions& options)
{
    const School school = roomWithExit();
    const Lab lab = labOf(school);
    Outcome outcome = startTimes(options);
    double least = 1.0;
    for (const Family& family : families()) {
        std::vector<double> times;
        for (std::uint64_t seed = 1; seed <= kDraws; ++seed)
            for (const Walker& walker :
                 startOf(school, ten(family.distribution, seed), lab.walkable, lab.network).walkers)
                times.push_back(walker.start);
        const double p = kolmogorovP(times, family.distribution);
        least = std::min(least, p);
        outcome.details.push_back({family.line, {figure(p, 3), std::to_string(times.size())}});
    }
    if (least <= kLeastP) outcome.verdict = Verdict::Fail;
    outcome.got = {"standard.start.got_drawn", {outcome.got.args[0], figure(least, 3), outcome.got.args[1]}};
    return outcome;
}

}
