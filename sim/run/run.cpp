#include "sim/run/run.hpp"

#include "sim/run/capped.hpp"
#include "sim/run/compare.hpp"
#include "sim/run/hand.hpp"
#include "sim/run/pace.hpp"
#include "sim/run/people.hpp"
#include "sim/run/shut.hpp"
#include "sim/run/tally.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace stairwise {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point from)
{
    return std::chrono::duration<double>(Clock::now() - from).count();
}

// What must happen at which step, and what has been seen so far.
struct Watch {
    Tally tally;
    DensityMeter meter;
    Hasher digest;
    std::vector<Digest> seconds;
    std::uint64_t agentSteps = 0;
    double stepSeconds = 0.0;
    double lastTold = -1.0;
};

struct Stage {
    const School& school;
    const Scenario& scenario;
    const RunOptions& options;
    std::span<const FrameSink> sinks;
    const Walkable& walkable;
    std::size_t people;
};

bool every(double interval, double time, double step)
{
    const double before = std::floor((time - step) / interval + 1e-9);
    return std::floor(time / interval + 1e-9) > before;
}

void look(const Stage& stage, const Crowd& crowd, Watch& watch)
{
    const Frame frame = crowd.frame();
    if (stage.options.measures) watch.meter.add(frame);
    for (const FrameSink& sink : stage.sinks) sink(frame);
}

// One step with all that is seen of it.
void advance(const Stage& stage, Crowd& crowd, Workers& workers, Watch& watch)
{
    const double step = stage.scenario.timeStep;
    watch.agentSteps += crowd.inside();
    const auto begin = Clock::now();
    crowd.step(workers);
    const bool second = every(1.0, crowd.time(), step);
    if (second) {
        watch.seconds.push_back(crowd.stateHash());
        watch.digest.add(watch.seconds.back().high);
        watch.digest.add(watch.seconds.back().low);
    }
    watch.stepSeconds += secondsSince(begin);
    watch.tally.note(crowd.passed(), crowd.time());
    if (every(kFrameInterval, crowd.time(), step)) look(stage, crowd, watch);
}

std::optional<Ending> endingNow(const Stage& stage, const Crowd& crowd, const Watch& watch, CancelToken cancel)
{
    const double time = crowd.time();
    if (crowd.inside() == 0) return Ending::Empty;
    if (cancel.cancelled()) return Ending::Cancelled;
    if (time >= stage.scenario.timeLimit - 1e-9) return Ending::TimeLimit;
    if (!every(1.0, time, stage.scenario.timeStep)) return std::nullopt;
    if (crowd.withoutWay().size() == crowd.inside() &&
        !std::ranges::any_of(stage.scenario.events, [&](const Event& e) { return e.time > time; }))
        return Ending::Trapped;
    if (watch.tally.lastProgress() > 0.0 && time - watch.tally.lastProgress() > stage.scenario.stallLimit)
        return Ending::Clogged;
    return std::nullopt;
}

void report(const Stage& stage, const Crowd& crowd, Watch& watch, const Progress& progress)
{
    if (!progress || crowd.time() - watch.lastTold < 1.0) return;
    watch.lastTold = crowd.time();
    const auto out = stage.people - crowd.inside();
    const double share = stage.people > 0 ? static_cast<double>(out) / static_cast<double>(stage.people) : 1.0;
    progress({share, crowd.time(), out, stage.people});
}

Ending walk(const Stage& stage, Crowd& crowd, Workers& workers, Watch& watch, CancelToken cancel,
            const Progress& progress)
{
    if (const auto shut = portalsShut(stage.walkable, stage.scenario, 0.0); !shut.empty()) crowd.shut(shut);
    look(stage, crowd, watch);
    while (true) {
        if (const auto ending = endingNow(stage, crowd, watch, cancel)) return *ending;
        if (crowd.time() > 0.0 && eventDue(stage.scenario, crowd.time()))
            crowd.shut(portalsShut(stage.walkable, stage.scenario, crowd.time()));
        advance(stage, crowd, workers, watch);
        report(stage, crowd, watch, progress);
    }
}

// Who cannot get out, and the first door or stair on the way that bars it.
void nameBars(RunResult& result, const Stage& stage, const Network& network, const Start& start,
              const std::vector<std::uint32_t>& trapped)
{
    Walkable unlocked = stage.walkable;
    for (Portal& portal : unlocked.portals) portal.state = DoorState::Open;
    const Network open = networkWithoutLocks(network);
    const auto shut = portalsShut(stage.walkable, stage.scenario, result.endTime);
    for (const std::uint32_t person : trapped) {
        const Wish& wish = start.wishes[start.walkers[person].wish];
        for (const PassageIndex passage :
             routeFrom(unlocked, open, start.walkers[person].surface, wish.rule, wish.goal, {})) {
            const PortalIndex portal = portalOf(passage);
            const bool barred =
                stage.walkable.portals[portal].state == DoorState::Locked || std::ranges::count(shut, portal) > 0;
            if (!barred) continue;
            const Surface& beyond = stage.walkable.surfaces[network.passages[passage].from];
            const std::string door = stage.walkable.portals[portal].door.value;
            result.persons[person].barredBy = door.empty() ? beyond.element : door;
            break;
        }
    }
}

void tellTimes(RunResult& result, const Scenario& scenario)
{
    if (result.evacuated == result.people) {
        double last = 0.0;
        for (const PersonResult& person : result.persons) last = std::max(last, person.out.value_or(0.0));
        result.clearance = last;
    }
    if (scenario.destination == Destination::OutOfBuilding || !scenario.lines.empty()) return;
    const bool all = std::ranges::all_of(result.persons, [](const PersonResult& p) { return p.arrived.has_value(); });
    if (all && !result.persons.empty()) {
        double last = 0.0;
        for (const PersonResult& person : result.persons) last = std::max(last, *person.arrived);
        result.assembled = last;
    }
}

void tellPeople(RunResult& result, const Stage& stage, const Crowd& crowd, const Watch& watch, const Network& network,
                const Start& start)
{
    result.people = start.walkers.size();
    result.remaining = crowd.inside();
    result.endTime = crowd.time();
    watch.tally.tell(result, crowd.walked());
    const auto trapped = crowd.withoutWay();
    result.trapped = trapped.size();
    if (!trapped.empty()) nameBars(result, stage, network, start, trapped);
    tellTimes(result, stage.scenario);
}

void tellFindings(RunResult& result, const Walkable& walkable, const Start& start, const Scenario& scenario)
{
    result.findings = walkable.findings;
    result.findings.insert(result.findings.end(), start.findings.begin(), start.findings.end());
    for (Finding& finding : withoutEffect(scenario)) result.findings.push_back(std::move(finding));
}

void tellIdentity(RunResult& result, const Stage& stage)
{
    result.school = stage.school.name;
    result.scenario = stage.scenario.name;
    result.seed = stage.scenario.seed;
    result.flowCap = stage.scenario.flowCap;
    result.schoolHash = hashOf(stage.school);
    result.scenarioHash = hashOf(stage.scenario);
    result.walkableHash = stage.walkable.hash;
}

void tellDigest(RunResult& result, Watch& watch)
{
    watch.tally.add(watch.digest);
    result.secondHashes = std::move(watch.seconds);
    result.digest = watch.digest.digest();
}

RunResult answerOfHand(const Stage& stage, const Network& network, const Start& start)
{
    RunResult result;
    tellFindings(result, stage.walkable, start, stage.scenario);
    answerByHand(result, handCalculation(stage.school, stage.scenario, stage.walkable, network, start));
    tellIdentity(result, stage);
    return result;
}

// The other cases that a report prints beside the agents'.
void lookTwice(RunResult& result, const Stage& stage, const Network& network, const Start& start, CancelToken cancel,
               const Progress& progress)
{
    if (stage.options.hand) result.hand = handCalculation(stage.school, stage.scenario, stage.walkable, network, start);
    if (wantsCapped(stage.scenario, stage.options) && result.ending != Ending::Cancelled)
        result.capped = cappedRun(stage.school, stage.scenario, stage.options, cancel, halfOf(progress, 0.5));
    result.differences = differencesOf(result);
    result.limits = limitChecks(result, stage.scenario);
}

unsigned threadsOf(const RunOptions& options)
{
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

}

std::optional<double> clearanceTime(const RunResult& result)
{
    return result.clearance;
}

RunResult simulate(const School& school, const Scenario& scenario, const RunOptions& options,
                   std::span<const FrameSink> sinks, CancelToken cancel, const Progress& progress)
{
    const auto begin = Clock::now();
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    const Start start = startOf(school, scenario, walkable, network);
    const Stage stage{school, scenario, options, sinks, walkable, start.walkers.size()};
    if (scenario.model == Model::Hydraulic) {
        RunResult byHand = answerOfHand(stage, network, start);
        byHand.wallSeconds = secondsSince(begin);
        return byHand;
    }
    Workers workers(threadsOf(options));
    CrowdDef def{&walkable, &network, start.walkers, start.wishes, start.lines, {}, scenario.timeStep, scenario.seed};
    def.flowCap = scenario.flowCap.value_or(0.0);
    Crowd crowd(std::move(def));
    Watch watch{
        Tally(school, scenario, walkable, network, start), DensityMeter(walkable, kCrowdedLimit), {}, {}, 0, 0.0, -1.0};

    RunResult result;
    const bool twice = wantsCapped(scenario, options);
    result.ending = walk(stage, crowd, workers, watch, cancel, twice ? halfOf(progress, 0.0) : progress);
    tellPeople(result, stage, crowd, watch, network, start);
    if (options.bound) result.bound = boundOf(scenario, walkable, network, start);
    if (options.measures) {
        result.crowdedPlaces = watch.meter.crowdedPlaces(10);
        result.maps = watch.meter.maps();
    }
    tellFindings(result, walkable, start, scenario);
    tellIdentity(result, stage);
    tellDigest(result, watch);
    lookTwice(result, stage, network, start, cancel, progress);
    result.agentSteps = watch.agentSteps;
    result.stepSeconds = watch.stepSeconds;
    result.wallSeconds = secondsSince(begin);
    return result;
}

}
