#include "sim/run/run.hpp"

#include "sim/run/bars.hpp"
#include "sim/run/capped.hpp"
#include "sim/run/checkpoint.hpp"
#include "sim/run/circumstances.hpp"
#include "sim/run/compare.hpp"
#include "sim/run/hand.hpp"
#include "sim/run/happenings.hpp"
#include "sim/run/pace.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/watch.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <thread>

namespace stairwise {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point from)
{
    return std::chrono::duration<double>(Clock::now() - from).count();
}

struct Stage {
    const School& school;
    const Scenario& scenario;
    const RunOptions& options;
    std::span<const FrameSink> sinks;
    const Setting& setting;
    const Walkable& walkable = setting.walkable;
    const Network& network = setting.network;
    const Start& start = setting.start;
};

bool every(double interval, double time, double step)
{
    const double before = std::floor((time - step) / interval + 1e-9);
    return std::floor(time / interval + 1e-9) > before;
}

void look(const Stage& stage, const Crowd& crowd, Workers& workers, Watch& watch)
{
    const Frame frame = crowd.frame();
    if (watch.measures) watch.meter.add(frame, pressingOf(stage.scenario, crowd, frame), workers);
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
    if (second) watch.seconds.push_back(crowd.stateHash());
    watch.stepSeconds += secondsSince(begin);
    watch.tally.note(crowd.passed(), crowd.time());
    if (every(kFrameInterval, crowd.time(), step)) look(stage, crowd, workers, watch);
}

// Who waits for a release or for a door to open does not clog: time counts while somebody may walk and has a way.
void noteStir(const Stage& stage, const Crowd& crowd, Watch& watch)
{
    watch.lastStir = std::max(watch.lastStir, watch.tally.lastProgress());
    const auto& walkers = stage.start.walkers;
    std::size_t started = 0;
    for (const std::uint32_t person : crowd.frame().person) started += walkers[person].start <= crowd.time() ? 1 : 0;
    for (const std::uint32_t person : crowd.withoutWay()) started -= walkers[person].start <= crowd.time() ? 1 : 0;
    if (started == 0 || somebodyHolds(stage.scenario, crowd.time())) watch.lastStir = crowd.time();
}

std::optional<Ending> endingNow(const Stage& stage, const Crowd& crowd, Watch& watch, CancelToken cancel)
{
    const double time = crowd.time();
    if (crowd.inside() == 0) return Ending::Empty;
    if (cancel.cancelled() || time >= stage.options.stopAt - 1e-9) return Ending::Cancelled;
    if (time >= stage.scenario.timeLimit - 1e-9) return Ending::TimeLimit;
    if (!every(1.0, time, stage.scenario.timeStep)) return std::nullopt;
    if (crowd.withoutWay().size() == crowd.inside() && !opensLater(stage.scenario, time)) return Ending::Trapped;
    noteStir(stage, crowd, watch);
    if (time - watch.lastStir > stage.scenario.stallLimit) return Ending::Clogged;
    return std::nullopt;
}

void report(const Stage& stage, const Crowd& crowd, Watch& watch, const Progress& progress)
{
    if (!progress || crowd.time() - watch.lastTold < 1.0) return;
    watch.lastTold = crowd.time();
    const std::size_t people = stage.start.walkers.size();
    const auto out = people - crowd.inside();
    const double share = people > 0 ? static_cast<double>(out) / static_cast<double>(people) : 1.0;
    progress({share, crowd.time(), out, people});
}

Ending walk(const Stage& stage, Crowd& crowd, Workers& workers, Watch& watch, CancelToken cancel,
            const Progress& progress)
{
    const auto setBars = [&] {
        crowd.shut(barredAt(stage.walkable, stage.network, stage.scenario, crowd.time()));
        watch.lastStir = crowd.time();
    };
    if (!watch.begun) {
        if (std::ranges::any_of(stage.scenario.events, opensOrShuts)) setBars();
        look(stage, crowd, workers, watch);
        watch.begun = true;
    }
    while (true) {
        // Before the question whether it is over: what opens now has given somebody a way.
        if (crowd.time() > 0.0 && eventDue(stage.scenario, crowd.time())) setBars();
        if (const auto ending = endingNow(stage, crowd, watch, cancel)) return *ending;
        advance(stage, crowd, workers, watch);
        report(stage, crowd, watch, progress);
    }
}

// Who cannot get out, and the first door or stair on the way from where each stands that bars it.
void nameBars(RunResult& result, const Stage& stage, const Crowd& crowd, const std::vector<std::uint32_t>& trapped)
{
    const Barred barred = barredAt(stage.walkable, stage.network, stage.scenario, result.endTime);
    std::map<std::pair<SurfaceIndex, std::uint32_t>, std::string> bars; // by surface and wish
    const Frame frame = crowd.frame();
    for (std::size_t i = 0; i < frame.size(); ++i) {
        const std::uint32_t person = frame.person[i];
        if (!std::ranges::binary_search(trapped, person)) continue;
        const std::uint32_t wish = stage.start.walkers[person].wish;
        const auto [known, fresh] = bars.try_emplace({frame.surface[i], wish});
        if (fresh)
            known->second =
                barOnTheWay(stage.walkable, stage.network, frame.surface[i], stage.start.wishes[wish].goal, barred);
        result.persons[person].barredBy = known->second;
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

void tellPeople(RunResult& result, const Stage& stage, const Crowd& crowd, const Watch& watch)
{
    result.people = stage.start.walkers.size();
    result.remaining = crowd.inside();
    result.endTime = crowd.time();
    watch.tally.tell(result, crowd.walked());
    const auto trapped = crowd.withoutWay();
    result.trapped = trapped.size();
    if (!trapped.empty()) nameBars(result, stage, crowd, trapped);
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
    Hasher hasher;
    for (const Digest& second : watch.seconds) {
        hasher.add(second.high);
        hasher.add(second.low);
    }
    watch.tally.add(hasher);
    result.secondHashes = std::move(watch.seconds);
    result.digest = hasher.digest();
}

RunResult answerOfHand(const Stage& stage)
{
    RunResult result;
    tellFindings(result, stage.walkable, stage.start, stage.scenario);
    answerByHand(result, handCalculation(stage.school, stage.scenario, stage.walkable, stage.network, stage.start));
    tellIdentity(result, stage);
    return result;
}

// The other cases that a report prints beside the agents'.
void lookTwice(RunResult& result, const Stage& stage, CancelToken cancel, const Progress& progress)
{
    if (stage.options.hand)
        result.hand = handCalculation(stage.school, stage.scenario, stage.walkable, stage.network, stage.start);
    if (wantsCapped(stage.scenario, stage.options) && result.ending != Ending::Cancelled)
        result.capped =
            cappedRun(stage.school, stage.scenario, stage.setting, stage.options, cancel, halfOf(progress, 0.5));
    result.differences = differencesOf(result);
    result.limits = limitChecks(result, stage.scenario);
}

unsigned threadsOf(const RunOptions& options)
{
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

void tellMeasures(RunResult& result, const Stage& stage, const Crowd& crowd, const Watch& watch)
{
    result.crowdedPlaces = watch.meter.density().crowdedPlaces(10);
    result.maps = watch.meter.density().maps();
    result.riskLimits = stage.options.riskLimits;
    Circumstances day = riskGroundOf(stage.scenario, stage.walkable, stage.start).day;
    day.falls = fallenIn(stage.scenario, stage.walkable, crowd);
    result.riskPoints = watch.meter.points(day);
    result.loads = watch.meter.loads().loads();
    result.loadTimes = watch.meter.loads().times();
}

void tellAll(RunResult& result, const Stage& stage, const Crowd& crowd, Watch& watch)
{
    if (stage.options.keepState && result.ending == Ending::Cancelled) result.state = stateOf(crowd, watch);
    tellPeople(result, stage, crowd, watch);
    if (stage.options.bound) result.bound = boundOf(stage.scenario, stage.walkable, stage.network, stage.start);
    if (watch.measures) tellMeasures(result, stage, crowd, watch);
    tellFindings(result, stage.walkable, stage.start, stage.scenario);
    tellFalls(result, stage.scenario, stage.walkable, crowd);
    tellIdentity(result, stage);
    tellDigest(result, watch);
    result.agentSteps = watch.agentSteps;
    result.stepSeconds = watch.stepSeconds;
}

// From the beginning, or from where a run was stopped.
Result<RunResult> run(const Stage& stage, const Checkpoint* from, CancelToken cancel, const Progress& progress)
{
    const auto begin = Clock::now();
    const auto& [school, scenario, options, sinks, setting, walkable, network, start] = stage;
    if (from != nullptr)
        if (const Done known = belongs(*from, school, scenario, walkable); !known) return known.fault();
    RunResult result;
    if (scenario.model == Model::Hydraulic) {
        result = answerOfHand(stage);
    } else {
        Workers workers(threadsOf(options));
        CrowdDef def = crowdOf(scenario, walkable, network, start);
        def.terrain = setting.terrain;
        Crowd crowd(std::move(def));
        Watch watch{Tally(school, scenario, walkable, network, start),
                    RiskMeter(walkable, options.riskLimits, riskGroundOf(scenario, walkable, start).people)};
        watch.measures = options.measures;
        if (from != nullptr && !restore(from->state, crowd, watch)) return damagedCheckpoint();
        const bool twice = wantsCapped(scenario, options);
        result.ending = walk(stage, crowd, workers, watch, cancel, twice ? halfOf(progress, 0.0) : progress);
        tellAll(result, stage, crowd, watch);
        lookTwice(result, stage, cancel, progress);
    }
    result.wallSeconds = setting.wallSeconds + secondsSince(begin);
    return result;
}

}

std::optional<double> clearanceTime(const RunResult& result)
{
    return result.clearance;
}

RunResult simulate(const School& school, const Scenario& scenario, const RunOptions& options,
                   std::span<const FrameSink> sinks, CancelToken cancel, const Progress& progress)
{
    return simulate(school, scenario, settingOf(school, scenario), options, sinks, cancel, progress);
}

RunResult simulate(const School& school, const Scenario& scenario, const Setting& setting, const RunOptions& options,
                   std::span<const FrameSink> sinks, CancelToken cancel, const Progress& progress)
{
    return run({school, scenario, options, sinks, setting}, nullptr, cancel, progress).value();
}

Result<RunResult> goOn(const School& school, const Scenario& scenario, const Checkpoint& from,
                       const RunOptions& options, std::span<const FrameSink> sinks, CancelToken cancel,
                       const Progress& progress)
{
    return goOn(school, scenario, settingOf(school, scenario), from, options, sinks, cancel, progress);
}

Result<RunResult> goOn(const School& school, const Scenario& scenario, const Setting& setting, const Checkpoint& from,
                       const RunOptions& options, std::span<const FrameSink> sinks, CancelToken cancel,
                       const Progress& progress)
{
    return run({school, scenario, options, sinks, setting}, &from, cancel, progress);
}

}
