#include "sim/run/ensemble.hpp"

#include "sim/run/ensemble_points.hpp"
#include "sim/run/many_runs.hpp"
#include "sim/run/statistics.hpp"
#include "sim/run/vary.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>

namespace stairwise {
namespace {

std::vector<std::optional<double>> outAfter(const RunResult& result)
{
    std::vector<double> times;
    for (const PersonResult& person : result.persons)
        if (person.out) times.push_back(*person.out);
    std::ranges::sort(times);
    std::vector<std::optional<double>> after;
    for (std::size_t share = 1; share <= kOutShares; ++share) {
        const std::size_t people = (share * result.people + kOutShares - 1) / kOutShares; // rounded up
        if (people == 0 || people > times.size())
            after.emplace_back();
        else
            after.emplace_back(times[people - 1]);
    }
    return after;
}

RunSketch sketchOf(const RunResult& result, const Draw& draw)
{
    RunSketch sketch;
    sketch.seed = result.seed;
    sketch.draw = draw;
    sketch.ending = result.ending;
    sketch.clearance = result.clearance;
    for (const RiskPoint& point : result.riskPoints) sketch.risk += riskIndex(point);
    for (const ClassResult& one : result.classes) {
        sketch.classes.push_back(one.lastOut);
        sketch.rooms.push_back(one.roomClear);
        sketch.assembled.push_back(one.assembled);
    }
    for (const PassageResult& stair : result.stairs) sketch.stairs.push_back(stair.clear);
    for (const PassageResult& exit : result.exits) sketch.exits.push_back(exit.clear);
    for (const StairLoad& load : result.loads) sketch.loads.push_back(load.peak);
    sketch.outAfter = outAfter(result);
    sketch.points = result.riskPoints;
    for (const PersonResult& person : result.persons)
        if (person.out) sketch.out.push_back(static_cast<float>(*person.out));
    std::ranges::sort(sketch.out);
    sketch.digest = result.digest;
    return sketch;
}

/// What all threads share while the runs go on.
struct Work {
    const School& school;
    const Scenario& scenario;
    const EnsembleOptions& options;
    CancelToken cancel;
    const Progress& progress;
    std::vector<std::optional<RunSketch>> sketches;
    std::optional<RunResult> names; // of the first run: ids and names
    std::size_t done = 0;
    std::mutex told;

    void run(VariedSettings& settings, std::size_t number)
    {
        Scenario own = scenario;
        own.seed = scenario.seed + number;
        const Draw draw = settings.drawOf(number);
        RunOptions one;
        one.threads = 1;
        one.bound = false;
        one.hand = false;
        one.riskLimits = options.riskLimits;
        RunResult result = simulate(school, own, settings.settingFor(own, draw), one, {}, cancel, {});
        if (result.ending == Ending::Cancelled) return;
        const std::lock_guard lock(told);
        sketches[number] = sketchOf(result, draw);
        if (number == 0) names = std::move(result);
        ++done;
        if (progress)
            progress({static_cast<double>(done) / static_cast<double>(options.runs), 0.0, done, options.runs});
    }
};

void walkAll(Work& work)
{
    manyRuns(work.options.runs, work.options.threads, work.cancel, [&work] {
        const auto settings = std::make_shared<VariedSettings>(work.school, work.scenario, work.options.varied);
        return [&work, settings](std::size_t number) { work.run(*settings, number); };
    });
}

template <class Thing, class Value>
std::vector<NamedBand> bandsOf(const std::vector<Thing>& things, const std::vector<RunSketch>& runs, Value value)
{
    std::vector<NamedBand> bands;
    for (std::size_t i = 0; i < things.size(); ++i) {
        std::vector<double> values;
        for (const RunSketch& run : runs)
            if (const std::optional<double>& one = (run.*value)[i]) values.push_back(*one);
        bands.push_back({things[i].id, things[i].name, bandOf(std::move(values))});
    }
    return bands;
}

void tellBands(EnsembleResult& result, const RunResult& names)
{
    std::vector<double> clearances;
    for (const RunSketch& run : result.runs)
        if (run.clearance) clearances.push_back(*run.clearance);
    result.clearance = bandOf(std::move(clearances));
    result.classes = bandsOf(names.classes, result.runs, &RunSketch::classes);
    result.rooms = bandsOf(names.classes, result.runs, &RunSketch::rooms);
    result.assembled = bandsOf(names.classes, result.runs, &RunSketch::assembled);
    result.stairs = bandsOf(names.stairs, result.runs, &RunSketch::stairs);
    result.exits = bandsOf(names.exits, result.runs, &RunSketch::exits);
    for (std::size_t i = 0; i < names.loads.size(); ++i) {
        std::vector<double> peaks;
        for (const RunSketch& run : result.runs) peaks.push_back(run.loads[i]);
        result.loads.push_back(*bandOf(std::move(peaks)));
    }
}

}

EnsembleResult ensembleOf(const School& school, const Scenario& scenario, const EnsembleOptions& options,
                          CancelToken cancel, const Progress& progress)
{
    const auto begin = std::chrono::steady_clock::now();
    Work work{school, scenario, options, cancel, progress, {}, {}, 0, {}};
    work.sketches.resize(options.runs);
    walkAll(work);
    EnsembleResult result;
    result.asked = options.runs;
    for (std::optional<RunSketch>& sketch : work.sketches) { // stopped: as far as no run is missing
        if (!sketch) break;
        result.runs.push_back(std::move(*sketch));
    }
    if (!result.runs.empty()) {
        tellBands(result, *work.names);
        result.points = ensemblePoints(result.runs);
        result.influences = influencesOf(result.runs);
    }
    std::size_t top = 0;
    for (const RunSketch& run : result.runs) {
        result.notEmpty += run.ending == Ending::Empty ? 0 : 1;
        top += std::ranges::any_of(run.points, [](const RiskPoint& p) { return p.rank >= kTopRanks; }) ? 1 : 0;
    }
    if (!result.runs.empty()) result.topShare = static_cast<double>(top) / static_cast<double>(result.runs.size());
    result.enough = enoughRuns(result.runs);
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}
