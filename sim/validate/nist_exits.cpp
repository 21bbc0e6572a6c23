// NIST 3.2, 3.3 and 4.1, ISO 15, 16 and 9: two exits equally far from where people start. Others at one of them, a
// familiar one, one that shuts.
#include "sim/base/random.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::uint32_t kPurposeAside = 911;
constexpr unsigned kTimes = 4; // seeds for each asked for: a share needs many choices

// 10 × 15 m, exits of 1 m in the long walls at y = 12.
School twoExits()
{
    return oneStorey({hallOf("room", Rect{0.0, 0.0, 10.0, 15.0})},
                     {wayOut("exit1", {0.0, 11.5}, {0.0, 12.5}), wayOut("exit2", {10.0, 11.5}, {10.0, 12.5})});
}

// On the middle line, up to 1 m to either side as chance has it, so that neither exit is always the nearer.
Walker inTheMiddle(const Lab& lab, double y, std::uint64_t seed, std::uint64_t key)
{
    Walker walker = personOf(kStaffGrade, seed, key);
    walker.at = {5.0 + 2.0 * (uniform({seed, key, kPurposeAside, 0}) - 0.5), y};
    walker.surface = surfaceNamed(lab, "room");
    return walker;
}

struct Choice {
    double share = 0.0; // % of the free ones by exit 2
    Kept kept;
};

// Walkers with wish 0 choose, those with wish 1 go by exit 2 whatever comes.
Choice chosen(const Lab& lab, std::vector<Walker> walkers, std::size_t counted, std::uint64_t seed,
              const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.limit = 120.0;
    bout.interval = 60.0;
    bout.walkers = std::move(walkers);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding), byExit("exit2")};
    const Watched seen = watched(bout, {}, cancel);
    const PassageIndex second = passageFrom(lab, surfaceNamed(lab, "room"), "exit2");
    double by = 0.0;
    for (const Record::Passing& passing : seen.passings)
        if (passing.what.gone && passing.what.passage == second && passing.what.person < counted) by += 1.0;
    return {100.0 * by / static_cast<double>(counted), seen.kept};
}

double meanShare(const std::vector<Choice>& choices)
{
    double sum = 0.0;
    for (const Choice& choice : choices) sum += choice.share;
    return sum / static_cast<double>(choices.size());
}

// ExitShares of the second exit in a scene as it is, and with what should draw people to it.
enum class Scene { Plain, Drawn };
struct ExitShares {
    double plain = 0.0, drawn = 0.0; // %, means
    std::vector<Kept> kept;
};

template <class People> ExitShares sharesOf(const TrialOptions& options, std::size_t counted, const People& people)
{
    const Lab lab = labOf(twoExits());
    std::vector<Choice> plain(kTimes * options.seeds), drawn(kTimes * options.seeds);
    eachRun(plain.size(), options, [&](std::size_t n) {
        plain[n] = chosen(lab, people(lab, 1 + n, Scene::Plain), counted, 1 + n, options.cancel);
        drawn[n] = chosen(lab, people(lab, 1 + n, Scene::Drawn), counted, 1 + n, options.cancel);
    });
    ExitShares shares{meanShare(plain), meanShare(drawn), {}};
    for (const Choice& choice : plain) shares.kept.push_back(choice.kept);
    for (const Choice& choice : drawn) shares.kept.push_back(choice.kept);
    return shares;
}

}

// Two people start at the end of the room; once a third before them makes for exit 2.
Outcome socialInfluence(const TrialOptions& options)
{
    constexpr std::size_t kFree = 2;
    const ExitShares shares = sharesOf(options, kFree, [](const Lab& lab, std::uint64_t seed, Scene scene) {
        std::vector<Walker> walkers = {inTheMiddle(lab, 0.6, seed, 0), inTheMiddle(lab, 1.3, seed, 1)};
        if (scene == Scene::Drawn) {
            walkers.push_back(inTheMiddle(lab, 2.5, seed, 2));
            walkers.back().wish = 1;
        }
        return walkers;
    });
    Outcome outcome;
    outcome.verdict = shares.drawn > shares.plain ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.social.got",
                   {figure(shares.plain, 0), figure(shares.drawn, 0), std::to_string(kTimes * options.seeds)}};
    holdToFloor(outcome, shares.kept);
    return outcome;
}

// Ten people; once eight of them know exit 2 and go by it.
Outcome familiarExit(const TrialOptions& options)
{
    constexpr std::size_t kPeople = 10;
    constexpr std::size_t kKnow = 8;
    const ExitShares shares = sharesOf(options, kPeople, [](const Lab& lab, std::uint64_t seed, Scene scene) {
        std::vector<Walker> walkers;
        for (std::size_t n = 0; n < kPeople; ++n) {
            walkers.push_back(inTheMiddle(lab, 0.6 + 0.7 * static_cast<double>(n), seed, n));
            if (scene == Scene::Drawn && n < kKnow) walkers.back().wish = 1;
        }
        return walkers;
    });
    Outcome outcome;
    outcome.verdict =
        shares.drawn > shares.plain && shares.drawn >= 100.0 * kKnow / kPeople ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.familiar.got",
                   {figure(shares.plain, 0), figure(shares.drawn, 0), std::to_string(kTimes * options.seeds)}};
    holdToFloor(outcome, shares.kept);
    return outcome;
}

// Somebody a little nearer to exit 1, which shuts after a second.
Outcome exitShuts(const TrialOptions& options)
{
    const School school = twoExits();
    struct Run {
        std::string exit;
        double time = 0.0;
    };
    const auto walk = [&](std::uint64_t seed, double shutAt) {
        Scenario scenario = scenarioOf({someone({4.6, 1.0}, 1.3)}, seed);
        scenario.timeLimit = 120.0;
        scenario.events = {{shutAt, EventKind::Shut, DoorId{"exit1"}, {}}};
        const RunResult result = plainRun(school, scenario, options.cancel);
        return Run{result.persons.front().exit, result.clearance.value_or(0.0)};
    };
    const Run open = walk(1, 100.0); // shuts when nobody is left
    const auto runs = bySeed(options, [&](std::uint64_t seed) { return walk(seed, 1.0); });
    std::vector<double> times;
    for (const Run& run : runs) times.push_back(run.time);
    const bool turned = std::ranges::all_of(runs, [](const Run& run) { return run.exit == "exit2" && run.time > 0.0; });
    Outcome outcome;
    outcome.verdict = turned && open.exit == "exit1" ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.exit_shuts.got",
                   {open.exit.empty() ? "–" : open.exit, figure(open.time, 1),
                    runs.front().exit.empty() ? "–" : runs.front().exit, figure(spreadOf(times), 1),
                    std::to_string(runs.size())}};
    return outcome;
}

}
