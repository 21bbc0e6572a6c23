#include "sim/stagger/atlas.hpp"

#include "sim/egress/check.hpp"
#include "sim/run/bars.hpp"
#include "sim/run/many_runs.hpp"
#include "sim/run/setting.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

namespace stairwise {
namespace {

bool concerns(const Event& event, const AtlasElement& element)
{
    if (!opensOrShuts(event)) return false;
    return element.kind == OutOfUse::Stair ? event.stair.value == element.id : event.door.value == element.id;
}

bool opened(const std::vector<AtlasSituation>& situations, const AtlasElement& element)
{
    return std::ranges::any_of(situations, [&](const AtlasSituation& situation) {
        return std::ranges::any_of(situation.scenario.events, [&](const Event& event) {
            return event.kind == EventKind::Open && concerns(event, element);
        });
    });
}

template <class Wanted>
void addDoors(std::vector<AtlasElement>& elements, const School& school, OutOfUse kind, const Wanted& wanted)
{
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Door& door : storey->doors)
                if (wanted(door)) elements.push_back({kind, door.id.value});
}

auto worseFirst(const AtlasRun& run)
{
    return std::tuple(run.rank, run.index, run.risk);
}

AtlasRun shortOf(const RunResult& result)
{
    AtlasRun run;
    run.seed = result.seed;
    run.ending = result.ending;
    run.left = result.people - result.evacuated;
    run.clearance = result.clearance;
    for (const RiskPoint& point : result.riskPoints) {
        run.risk += riskIndex(point);
        if (std::tuple(point.rank, riskIndex(point)) <= std::tuple(run.rank, run.index)) continue;
        run.rank = point.rank;
        run.index = riskIndex(point);
        run.surface = point.surface;
        run.part = point.part;
        run.before = point.before;
    }
    return run;
}

/// The place of a run in the plan.
struct Errand {
    std::size_t element = 0;
    std::size_t situation = 0;
    std::size_t seed = 0;
};
Errand errandOf(const AtlasPlan& plan, std::size_t number)
{
    const std::size_t cell = number / plan.seeds;
    return {cell / plan.situations.size(), cell % plan.situations.size(), number % plan.seeds};
}

/// What all threads share while the runs go on.
struct Work {
    const AtlasPlan& plan;
    const Setting& setting;
    const AtlasOptions& options;
    CancelToken cancel;
    const Progress& progress;
    std::vector<std::optional<AtlasRun>> runs; // by number
    std::vector<std::size_t> open = {};        // numbers still to be walked
    std::size_t done = 0;
    std::mutex told = {};

    void tell() const
    {
        const double share = runs.empty() ? 1.0 : static_cast<double>(done) / static_cast<double>(runs.size());
        if (progress) progress({share, 0.0, done, runs.size()});
    }
    void walk(Setting& own, std::size_t number)
    {
        const Errand errand = errandOf(plan, number);
        Scenario scenario = without(plan.situations[errand.situation].scenario, plan.elements[errand.element]);
        scenario.seed += errand.seed;
        own.start = startOf(plan.school, scenario, own.walkable, own.network);
        RunOptions one;
        one.threads = 1;
        one.bound = false;
        one.hand = false;
        const RunResult result = simulate(plan.school, scenario, own, one, {}, cancel, {});
        if (result.ending == Ending::Cancelled) return;
        AtlasRun run = shortOf(result);
        run.out = plan.elements[errand.element];
        run.situation = errand.situation;
        const std::lock_guard lock(told);
        if (options.keep) options.keep(run);
        runs[number] = std::move(run);
        ++done;
        tell();
    }
};

using Which = std::tuple<OutOfUse, std::string, std::size_t, std::uint64_t>;

void takeKnown(Work& work, const std::vector<AtlasRun>& known)
{
    std::map<Which, const AtlasRun*> by;
    for (const AtlasRun& run : known) by.try_emplace({run.out.kind, run.out.id, run.situation, run.seed}, &run);
    for (std::size_t number = 0; number < work.runs.size(); ++number) {
        const Errand errand = errandOf(work.plan, number);
        const AtlasElement& element = work.plan.elements[errand.element];
        const std::uint64_t seed = work.plan.situations[errand.situation].scenario.seed + errand.seed;
        const auto found = by.find({element.kind, element.id, errand.situation, seed});
        if (found == by.end())
            work.open.push_back(number);
        else
            work.runs[number] = *found->second;
    }
    work.done = work.runs.size() - work.open.size();
}

void take(AtlasCell& cell, const AtlasRun& run)
{
    const bool first = cell.runs == 0;
    ++cell.runs;
    cell.notEmpty += run.ending == Ending::Empty ? 0 : 1;
    cell.left = std::max(cell.left, run.left);
    if (run.left > 0)
        cell.clearance.reset();
    else if (cell.left == 0 && run.clearance)
        cell.clearance = std::max(cell.clearance.value_or(0.0), *run.clearance);
    if (first || worseFirst(cell.worst) < worseFirst(run)) cell.worst = run;
}

void tellSecondWays(AtlasResult& result, const AtlasPlan& plan, const Setting& setting)
{
    const auto& [walkable, network] = std::tie(setting.walkable, setting.network);
    for (std::size_t e = 0; e < plan.elements.size(); ++e)
        for (std::size_t s = 0; s < plan.situations.size(); ++s) {
            const Scenario scenario = without(plan.situations[s].scenario, plan.elements[e]);
            result.cells[e][s].withoutSecond =
                withoutSecondWay(plan.school, walkable, network, barredAt(walkable, network, scenario, 0.0));
        }
}

}

std::vector<AtlasElement> elementsOf(const School& school, const std::vector<AtlasSituation>& situations,
                                     AtlasDoors doors)
{
    std::vector<AtlasElement> elements{{OutOfUse::Nothing, {}}};
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs) elements.push_back({OutOfUse::Stair, stair.id.value});
    addDoors(elements, school, OutOfUse::Exit, [](const Door& door) { return door.exit; });
    if (doors == AtlasDoors::Take)
        addDoors(elements, school, OutOfUse::Door,
                 [](const Door& door) { return !door.exit && door.kind == DoorKind::Door; });
    std::erase_if(elements, [&](const AtlasElement& element) {
        const Door* door = findDoor(school, DoorId{element.id});
        return door != nullptr && door->state == DoorState::Locked && !opened(situations, element);
    });
    return elements;
}

Scenario without(Scenario scenario, const AtlasElement& element)
{
    if (element.kind == OutOfUse::Nothing) return scenario;
    std::erase_if(scenario.events, [&](const Event& event) { return concerns(event, element); });
    Event shut;
    if (element.kind == OutOfUse::Stair)
        shut.stair = {element.id};
    else
        shut.door = {element.id};
    scenario.events.push_back(shut);
    return scenario;
}

std::size_t runsOf(const AtlasPlan& plan)
{
    return plan.elements.size() * plan.situations.size() * plan.seeds;
}

AtlasResult atlasOf(const AtlasPlan& plan, const Setting& setting, const std::vector<AtlasRun>& known,
                    const AtlasOptions& options, CancelToken cancel, const Progress& progress)
{
    const auto begin = std::chrono::steady_clock::now();
    Work work{plan, setting, options, cancel, progress, {}};
    work.runs.resize(runsOf(plan));
    takeKnown(work, known);
    work.tell();
    manyRuns(work.open.size(), options.threads, cancel, [&work] {
        const auto own = std::make_shared<Setting>(work.setting); // the ways are shared, the people are its own
        return [&work, own](std::size_t i) { work.walk(*own, work.open[i]); };
    });
    AtlasResult result;
    result.asked = work.runs.size();
    result.cells.resize(plan.elements.size(), std::vector<AtlasCell>(plan.situations.size()));
    for (std::size_t number = 0; number < work.runs.size(); ++number) {
        if (!work.runs[number]) continue;
        const Errand errand = errandOf(plan, number);
        take(result.cells[errand.element][errand.situation], *work.runs[number]);
        result.runs.push_back(std::move(*work.runs[number]));
    }
    tellSecondWays(result, plan, setting);
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}
