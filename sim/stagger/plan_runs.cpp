#include "sim/stagger/plan_runs.hpp"

#include "sim/run/many_runs.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/scenario/situation.hpp"
#include "sim/stagger/walked_runs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace stairwise {
namespace {

constexpr double kFlowWindow = 60.0; // seconds; assumed: about what one class takes to pass

/// Who leaves which flight or landing, half-second by half-second.
class Leaving {
public:
    Leaving(const Walkable& walkable, const std::vector<StairLoad>& places)
        : placeOf_(walkable.surfaces.size(), kNowhere)
    {
        for (std::uint32_t p = 0; p < places.size(); ++p) placeOf_[places[p].surface] = p;
        counts_.resize(places.size());
    }
    void add(const Frame& frame)
    {
        for (auto& counts : counts_) counts.push_back(0);
        std::vector<std::uint32_t> now(on_.size(), kNowhere);
        for (std::size_t row = 0; row < frame.size(); ++row) {
            if (frame.person[row] >= now.size()) now.resize(frame.person[row] + 1, kNowhere);
            now[frame.person[row]] = frame.surface[row];
        }
        for (std::size_t person = 0; person < on_.size(); ++person)
            if (on_[person] != kNowhere && on_[person] != now[person] && placeOf_[on_[person]] != kNowhere)
                ++counts_[placeOf_[on_[person]]].back();
        on_ = std::move(now);
    }
    /// The greatest mean over kFlowWindow at a flight while it bore no more than the limit all the time.
    [[nodiscard]] double greatestBelow(double limit, const LoadMeter& loads, const std::vector<double>& widths) const
    {
        const auto window = static_cast<std::size_t>(kFlowWindow / kFrameInterval);
        double greatest = 0.0;
        for (std::size_t p = 0; p < counts_.size(); ++p) {
            const std::vector<float>& course = loads.loads()[p].course; // of frames 1, 2, …
            if (widths[p] <= 0.0) continue;
            for (std::size_t from = 1; from + window <= std::min(counts_[p].size(), course.size()); ++from) {
                const auto begin = course.begin() + static_cast<std::ptrdiff_t>(from - 1);
                const auto end = begin + static_cast<std::ptrdiff_t>(window);
                if (*std::max_element(begin, end) > limit) continue;
                const auto first = counts_[p].begin() + static_cast<std::ptrdiff_t>(from);
                const int people = std::accumulate(first, first + static_cast<std::ptrdiff_t>(window), 0);
                greatest = std::max(greatest, people / kFlowWindow / widths[p]);
            }
        }
        return greatest;
    }

private:
    std::vector<std::uint32_t> placeOf_; // by surface
    std::vector<std::uint32_t> on_;      // by person
    std::vector<std::vector<int>> counts_;
};

// Clear width of each flight, metres; landings have none.
std::vector<double> widthsOf(const School& school, const Walkable& walkable, const std::vector<StairLoad>& places)
{
    std::vector<double> widths;
    for (const StairLoad& place : places) {
        const Surface& surface = walkable.surfaces[place.surface];
        const Stair* stair = findStair(school, surface.stair);
        const bool flight = surface.kind == SurfaceKind::Flight && stair != nullptr;
        widths.push_back(flight ? stair->clearWidth / 1000.0 : 0.0);
    }
    return widths;
}

// When each pupil is out, or at the gate; by class the last of them, where all are.
void noteArrivals(const School& school, const RunResult& result, const std::optional<GateModel>& gate, PlanRun& run)
{
    std::vector<double> all;
    std::map<std::string, std::pair<int, double>> last; // by class: how many are there, the last
    for (const PersonResult& person : result.persons) {
        if (!person.out) continue;
        const auto there = gate ? atGate(*gate, person.exit, *person.out) : person.out;
        if (!there) continue;
        all.push_back(*there);
        auto& own = last[person.group];
        ++own.first;
        own.second = std::max(own.second, *there);
    }
    for (const SchoolClass& own : school.classes) {
        const auto found = last.find(own.id.value);
        const bool everybody = found != last.end() && found->second.first == own.pupils;
        run.classes.push_back(everybody ? std::optional(found->second.second) : std::nullopt);
    }
    if (!gate) return;
    run.gate = courseAt(*gate, std::move(all));
    if (gate->mostWaiting) run.gateShare = run.gate->mostWaiting / *gate->mostWaiting;
}

std::vector<PassageResult> withoutTimes(std::vector<PassageResult> passages)
{
    for (PassageResult& passage : passages) passage.times.clear();
    return passages;
}

RunOptions quick()
{
    RunOptions options;
    options.threads = 1;
    options.measures = options.bound = options.hand = false;
    return options;
}

}

double peakOf(const PlanRun& run)
{
    return run.peaks.empty() ? 0.0 : *std::ranges::max_element(run.peaks);
}

bool breaks(const PlanRun& run, double limit)
{
    return run.ending != Ending::Empty || peakOf(run) > limit || run.gateShare > 1.0;
}

/// A set of floors for one thread, given back at the end.
class PlanWalker::Lent {
public:
    explicit Lent(PlanWalker& walker) : walker_(walker)
    {
        const std::lock_guard lock(walker.mutex_);
        if (!walker.free_.empty()) {
            settings_ = std::move(walker.free_.back());
            walker.free_.pop_back();
        } else {
            settings_ = std::make_unique<VariedSettings>(walker.school_, walker.scenario_, Varied{});
        }
    }
    ~Lent()
    {
        const std::lock_guard lock(walker_.mutex_);
        walker_.free_.push_back(std::move(settings_));
    }
    Lent(const Lent&) = delete;
    VariedSettings* operator->() { return settings_.get(); }

private:
    PlanWalker& walker_;
    std::unique_ptr<VariedSettings> settings_;
};

PlanWalker::PlanWalker(const School& school, const Scenario& scenario, double loadLimit, unsigned threads)
    : school_(school), scenario_(scenario), limit_(loadLimit), threads_(threads),
      setting_(std::make_unique<Setting>(settingOf(school, scenario)))
{
    places_ = LoadMeter(setting_->walkable, loadLimit).loads();
}

PlanWalker::~PlanWalker() = default;

// Of the right size for this school: what was kept comes from a file.
std::optional<PlanRun> PlanWalker::known(const Digest& asked) const
{
    auto run = kept_ != nullptr ? kept_->plan(asked) : std::nullopt;
    if (!run || run->peaks.size() != places_.size() || run->seconds.size() != places_.size()) return std::nullopt;
    if (run->classes.size() != school_.classes.size() || run->gate.has_value() != gate_.has_value())
        return std::nullopt;
    return run;
}

std::optional<PlanRun> PlanWalker::walkOne(const Scenario& planned, std::size_t number, CancelToken cancel, Lent& lent)
{
    Scenario own = planned;
    own.seed = scenario_.seed + number;
    Hasher asked;
    asked.add(formatScenario(own));
    asked.add(std::uint64_t{number});
    if (auto run = known(asked.digest())) return run;
    const Setting& setting = lent->settingFor(own, lent->drawOf(number));
    LoadMeter loads(setting.walkable, limit_);
    Leaving leaving(setting.walkable, places_);
    const std::vector<FrameSink> sinks = {[&](const Frame& frame) {
        loads.add(frame);
        leaving.add(frame);
    }};
    RunResult result = simulate(school_, own, setting, quick(), sinks, cancel, {});
    if (result.ending == Ending::Cancelled) return std::nullopt;
    PlanRun run;
    run.seed = own.seed;
    run.ending = result.ending;
    run.clearance = result.clearance;
    for (const StairLoad& load : loads.loads()) {
        run.peaks.push_back(load.peak);
        run.seconds.push_back(load.seconds);
    }
    run.flow = leaving.greatestBelow(limit_, loads, widthsOf(school_, setting_->walkable, places_));
    noteArrivals(school_, result, gate_, run);
    run.stairs = withoutTimes(std::move(result.stairs));
    run.exits = withoutTimes(std::move(result.exits));
    if (kept_ != nullptr) kept_->add(asked.digest(), run);
    return run;
}

std::vector<PlanRun> PlanWalker::walk(const Timetable& timetable, Numbers numbers, CancelToken cancel,
                                      const std::function<void()>& done)
{
    const Scenario planned = withTimetable(school_, scenario_, timetable);
    std::vector<std::optional<PlanRun>> runs(numbers.count);
    manyRuns(numbers.count, threads_, cancel, [&]() -> RunOne {
        auto lent = std::make_shared<Lent>(*this);
        return [&, lent](std::size_t i) {
            runs[i] = walkOne(planned, numbers.first + i, cancel, *lent);
            if (runs[i] && done) done();
        };
    });
    std::vector<PlanRun> whole;
    for (std::optional<PlanRun>& run : runs) {
        if (!run) break;
        whole.push_back(std::move(*run));
    }
    return whole;
}

std::optional<PlanWalker::ClassAlone> PlanWalker::walkAlone(std::size_t schoolClass, const ClassWay& way, double over,
                                                            double speed, std::size_t number)
{
    School alone = school_;
    const SchoolClass own = school_.classes[schoolClass];
    alone.classes = {own};
    std::erase_if(alone.staff, [&](const Staff& staff) { return staff.id != own.teacher; });
    Scenario scenario = scenario_;
    scenario.people.clear();
    scenario.fills.clear();
    scenario.events.clear();
    scenario.seed = scenario_.seed + number;
    scenario = withTimetable(alone, scenario, {{own.id, 0.0, way, over}});
    if (kept_ == nullptr) return walkedAlone(alone, scenario, speed);
    Hasher asked;
    asked.add(own.id.value);
    asked.add(speed);
    asked.add(formatScenario(scenario));
    auto known = kept_->alone(asked.digest());
    if (known && known->loads.size() == places_.size()) return known;
    known = walkedAlone(alone, scenario, speed);
    if (known) kept_->add(asked.digest(), *known);
    return known;
}

std::optional<PlanWalker::ClassAlone> PlanWalker::walkedAlone(const School& alone, const Scenario& scenario,
                                                              double speed)
{
    Lent lent(*this);
    Setting& setting = lent->asDrawn();
    setting.start = startOf(alone, scenario, setting.walkable, setting.network);
    for (Walker& walker : setting.start.walkers)
        for (double* own : {&walker.levelSpeed, &walker.downSpeed, &walker.upSpeed}) *own *= speed;
    ClassAlone brought;
    brought.loads.resize(places_.size());
    const double begin = coverOf(scenario);
    LoadMeter meter(setting.walkable, limit_);
    const std::vector<FrameSink> sinks = {[&](const Frame& frame) {
        meter.add(frame);
        const double second = frame.time - begin;
        if (second < 0.0 || second != std::floor(second)) return;
        for (const SurfaceIndex surface : frame.surface) {
            const auto place = std::ranges::find(places_, surface, &StairLoad::surface);
            if (place == places_.end()) continue;
            std::vector<float>& loads = brought.loads[static_cast<std::size_t>(place - places_.begin())];
            loads.resize(std::max(loads.size(), static_cast<std::size_t>(second) + 1), 0.0F);
            loads[static_cast<std::size_t>(second)] += static_cast<float>(1.0 / place->area);
        }
    }};
    const RunResult result = simulate(alone, scenario, setting, quick(), sinks, {}, {});
    if (!result.clearance) return std::nullopt;
    brought.last = *result.clearance - begin;
    for (const PersonResult& person : result.persons)
        if (const auto there = gate_ ? atGate(*gate_, person.exit, person.out.value_or(0.0)) : std::nullopt)
            brought.atGate.push_back(*there - begin);
    for (const StairLoad& load : meter.loads()) brought.peak = std::max(brought.peak, load.peak);
    return brought;
}

}
