// Our own rules A1 to A3, over scenes of the published tests.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/trials.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// A1: alone in a corridor and on flights, at several speeds.
Outcome freeWalking(const TrialOptions& options)
{
    struct Walk {
        double speed; // m/s
        Outcome outcome;
        std::string_view line; // key of the text that takes the speeds assigned and walked
    };
    const Slope school{24, 0.28, 0.15}; // steps of a secondary school
    std::vector<Walk> walks;
    for (const double speed : {0.8, 1.34, 2.1})
        walks.push_back({speed, corridorSpeed(speed, options), "standard.free.corridor"});
    for (const double speed : {0.6, 0.95, 1.5}) {
        walks.push_back({speed, stairSpeed(school, Climb::Down, speed, options), "standard.free.down"});
        walks.push_back({speed, stairSpeed(school, Climb::Up, speed, options), "standard.free.up"});
    }
    Outcome outcome;
    std::size_t held = 0;
    for (const Walk& walk : walks) {
        outcome.details.push_back({walk.line, {figure(walk.speed, 2), walk.outcome.got.args[1]}});
        held += walk.outcome.verdict == Verdict::Pass ? 1 : 0;
    }
    outcome.verdict = held == walks.size() ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.free.got",
                   {std::to_string(held), std::to_string(walks.size()), std::to_string(options.seeds)}};
    return outcome;
}

// A scene that asks something of walls, doors, stairs or threads.
struct Scene {
    const char* id; // of the trial that it is taken from
    School school;
    std::vector<ListedPerson> people;
};

std::vector<ListedPerson> crowded(const Lab& lab, const char* space, const Rect& where, std::size_t count,
                                  std::string exit)
{
    auto people = listed(crowdIn({surfaceNamed(lab, space), where, 0.56, count}, 1));
    for (ListedPerson& person : people) person.exit = {exit};
    return people;
}

std::vector<Scene> scenes()
{
    std::vector<Scene> all;
    const auto add = [&all](const char* id, School school) { all.push_back({id, std::move(school), {}}); };
    add("RiMEA 6", cornerSchool());
    all.back().people = crowded(labOf(all.back().school), "L", Rect{0.1, 0.1, 6.0, 1.9}, 20, {});
    add("IMO 4", roomWithDoor(1.0));
    all.back().people = crowded(labOf(all.back().school), "room", Rect{0.1, 0.1, 7.5, 4.9}, 100, {});
    add("RiMEA 9", largeRoom(Exits::AllFour));
    all.back().people = crowded(labOf(all.back().school), "room", Rect{0.3, 5.0, 29.7, 15.0}, 400, {});
    add("IMO 8", counterflowSchool());
    const Lab lab = labOf(all.back().school);
    all.back().people = crowded(lab, "room1", Rect{0.1, 0.1, 3.5, 9.9}, 100, "east");
    for (const ListedPerson& person : crowded(lab, "room2", Rect{26.5, 0.1, 29.9, 9.9}, 50, "west"))
        all.back().people.push_back(person);
    add("RiMEA 3", slopeSchool({24, 0.28, 0.15}));
    const double top = 23 * 0.28;
    all.back().people = crowded(labOf(all.back().school), "high", Rect{0.1, top + 0.2, 1.9, top + 3.8}, 15, "down");
    for (ListedPerson& person : all.back().people) person.storey = {"F2"};
    for (const ListedPerson& person : crowded(labOf(all.back().school), "low", Rect{0.1, -3.8, 1.9, -0.2}, 15, "up"))
        all.back().people.push_back(person);
    return all;
}

// A2: every step of each scene is looked at.
Outcome nobodyLost(const TrialOptions& options)
{
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::vector<Kept> kept;
    double outside = 0.0;
    std::size_t lost = 0;
    for (const Scene& scene : scenes()) {
        const Lab lab = labOf(scene.school);
        const auto runs = bySeed(options, [&](std::uint64_t seed) {
            return watched(boutOf(lab, scene.school, scenarioOf(scene.people, seed)), {}, options.cancel).kept;
        });
        double worst = 0.0;
        for (const Kept& run : runs) {
            worst = std::max(worst, run.outside);
            lost += run.lost;
            kept.push_back(run);
            kept.back().stuck = 0; // a jam is no loss; the trials themselves judge it
        }
        outside = std::max(outside, worst);
        outcome.details.push_back({"standard.kept.row", {scene.id, figure(1000.0 * worst, 1)}});
    }
    outcome.got = {"standard.kept.got",
                   {figure(1000.0 * outside, 1), std::to_string(lost), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

// A3: state hashes of every second and the digest, threads 1, 2, 3 and once more 1.
Outcome sameBits(const TrialOptions& options)
{
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::size_t runs = 0;
    std::size_t different = 0;
    for (const Scene& scene : scenes()) {
        std::optional<RunResult> first;
        std::size_t own = 0;
        for (const unsigned threads : {1U, 2U, 3U, 1U}) {
            RunOptions how;
            how.threads = threads;
            how.measures = false;
            how.bound = false;
            RunResult result = simulate(scene.school, scenarioOf(scene.people, 1), how, {}, options.cancel, {});
            ++runs;
            if (!first)
                first = std::move(result);
            else if (result.digest != first->digest || result.secondHashes != first->secondHashes)
                ++own;
        }
        different += own;
        outcome.details.push_back(
            {"standard.same_bits.row",
             {scene.id, std::to_string(first->people), figure(first->endTime, 1), std::to_string(own)}});
    }
    if (different > 0) outcome.verdict = Verdict::Fail;
    outcome.got = {"standard.same_bits.got", {std::to_string(different), std::to_string(runs)}};
    return outcome;
}

}

std::vector<Trial> ruleTrials()
{
    return {
        {"A1", {"standard.free", {}}, {"standard.free.asked", {}}, "Stairwise, rule A1", freeWalking},
        {"A2", {"standard.kept", {}}, {"standard.kept.asked", {}}, "Stairwise, rule A2", nobodyLost},
        {"A3", {"standard.same_bits", {}}, {"standard.same_bits.asked", {}}, "Stairwise, rule A3", sameBits},
    };
}

}
