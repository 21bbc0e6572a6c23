#include "sim/stagger/stagger.hpp"

#include "sim/run/pace.hpp"
#include "sim/stagger/learning.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

namespace stairwise {
namespace {

// All assumed but where docs/stagger.md says otherwise.
constexpr std::size_t kRounds = 1500; // orders tried for one packing
constexpr double kFirstShare = 0.85;  // of the limit that sums of loads may reach before agents have walked
constexpr double kAim = 0.96;         // of the limit that agents should reach at the fullest place
constexpr double kLeastStep = 0.75;   // by which a place's share changes in one round
constexpr double kMostStep = 1.08;
constexpr double kBinding = 0.9;   // of what a place bears: it holds the plan back
constexpr double kMoreRoom = 0.88; // of what places bear, where no plan keeps the limit
constexpr double kMostRoom = 0.4;
constexpr std::size_t kChecks = 16; // further runs by which the best is looked at before it is proved
constexpr std::size_t kTightenings = 3;
constexpr double kCurve[] = {0.6, 0.7, 0.8, 0.9, 1.15, 1.3, 1.6, 2.0, 3.0}; // times the limit
constexpr std::size_t kCheckNumber = 1000;  // numbers of runs (PlanWalker) that comparing plans never uses
constexpr std::size_t kProofNumber = 10000; // and that nothing uses before the proof

double quantile(std::vector<double> values, double share)
{
    if (values.empty()) return 0.0;
    std::ranges::sort(values);
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= values.size()) return values.back();
    return values[below] + (place - static_cast<double>(below)) * (values[below + 1] - values[below]);
}

// What the fullest moments of each place were, over the runs.
std::vector<double> latePeaks(const std::vector<PlanRun>& runs, double share)
{
    std::vector<double> peaks;
    for (std::size_t p = 0; !runs.empty() && p < runs.front().peaks.size(); ++p) {
        std::vector<double> values;
        for (const PlanRun& run : runs) values.push_back(run.peaks[p]);
        peaks.push_back(quantile(std::move(values), share));
    }
    return peaks;
}

void judge(StaggerPlan& plan, const Search& search, const Timetable& today)
{
    std::vector<double> times, peaks;
    std::size_t broken = 0;
    for (const PlanRun& run : plan.runs) {
        if (run.clearance) times.push_back(*run.clearance);
        peaks.push_back(peakOf(run));
        broken += breaks(run, search.limit) ? 1 : 0;
    }
    const auto runs = static_cast<double>(plan.runs.size());
    if (times.size() == plan.runs.size()) {
        plan.median = quantile(times, 0.5);
        plan.late = quantile(times, 0.9);
    }
    plan.peak = quantile(peaks, 0.9);
    plan.breachShare = plan.runs.empty() ? 1.0 : static_cast<double>(broken) / runs;
    plan.changes = changesBetween(today, plan.timetable);
    const std::vector<double> late = latePeaks(plan.runs, 0.9);
    if (late.empty()) return;
    const auto fullest = static_cast<std::size_t>(std::ranges::max_element(late) - late.begin());
    plan.binding = search.walker.setting().walkable.surfaces[search.walker.places()[fullest].surface].element;
}

std::optional<SlotPlan> packed(Search& search, double limit)
{
    SlotProblem& problem = search.packing.problem;
    for (std::size_t p = 0; p < problem.bears.size(); ++p) problem.bears[p] = limit * search.shares[p];
    return bestSlots(problem, kRounds, search.options.seed, search.cancel);
}

// Places that agents filled over the limit bear less in the next packing; those that held it back though agents stayed
// below bear more.
void learnShares(Search& search, const SlotPlan& plan, const std::vector<PlanRun>& runs)
{
    const std::vector<double> reached = latePeaks(runs, 1.0);
    const std::vector<double> reckoned = sharesOf(search.packing.problem, plan);
    for (std::size_t p = 0; p < reached.size(); ++p) {
        const double share = reached[p] / search.limit;
        const bool over = share > 1.0;
        if (!over && (reckoned[p] < kBinding || share <= 0.0)) continue;
        search.shares[p] *= std::clamp(kAim / share, kLeastStep, over ? 1.0 : kMostStep);
        search.shares[p] = std::min(search.shares[p], 1.2);
    }
}

struct Best {
    std::optional<StaggerPlan> plan;
    SlotPlan slots;
    std::vector<double> shares;

    void take(const StaggerPlan& other, const SlotPlan& packing, const std::vector<double>& with)
    {
        const bool keeps = other.breachShare == 0.0 && other.median > 0.0;
        if (!keeps || (plan && plan->late <= other.late)) return;
        plan = other;
        slots = packing;
        shares = with;
    }
};

StaggerPlan walked(Search& search, const Timetable& today, Timetable timetable, double limit,
                   PlanWalker::Numbers numbers)
{
    StaggerPlan plan;
    plan.timetable = std::move(timetable);
    plan.limit = limit;
    plan.runs = search.walk(plan.timetable, numbers);
    judge(plan, search, today);
    return plan;
}

// Where places break though the packing leaves room, it is the classes themselves that come too fast.
bool slowDown(Search& search, const StaggerPlan& plan)
{
    bool slower = false;
    const std::vector<double> reached = latePeaks(plan.runs, 1.0);
    for (auto& [way, pace] : search.paces) {
        bool broken = false;
        for (std::size_t p = 0; p < reached.size(); ++p) {
            const Surface& surface = search.walker.setting().walkable.surfaces[search.walker.places()[p].surface];
            broken = broken || (reached[p] > search.limit && surface.stair.value == way);
        }
        if (!broken || pace * kSlower < kSlowest) continue;
        pace *= kSlower;
        slower = true;
    }
    return slower;
}

// Packed and walked in turn until the time is up; every plan is kept for the curve.
Best improve(Search& search, const Timetable& today, std::vector<StaggerPlan>& plans)
{
    Best best;
    for (std::size_t round = 0; round < search.options.improvements && !search.cancel.cancelled(); ++round) {
        const auto slots = packed(search, search.limit);
        if (!slots) break;
        StaggerPlan plan = walked(search, today, timetableOf(search.school, search.packing, *slots), search.limit,
                                  {0, search.options.seeds});
        if (plan.runs.empty()) break;
        best.take(plan, *slots, search.shares);
        if (plan.breachShare > 0.0 && round > 0 && !best.plan && slowDown(search, plan)) learnLoads(search);
        learnShares(search, *slots, plan.runs);
        plans.push_back(std::move(plan));
    }
    return best;
}

// Where no round kept the limit: the packing leaves more and more room until one does.
void makeRoom(Search& search, const Timetable& today, Best& best, std::vector<StaggerPlan>& plans)
{
    for (double share = kMoreRoom; !best.plan && share > kMostRoom && !search.cancel.cancelled(); share *= kMoreRoom) {
        for (double& one : search.shares) one *= kMoreRoom;
        const auto slots = packed(search, search.limit);
        if (!slots) return;
        StaggerPlan plan = walked(search, today, timetableOf(search.school, search.packing, *slots), search.limit,
                                  {0, search.options.seeds});
        if (plan.runs.empty()) return;
        best.take(plan, *slots, search.shares);
        plans.push_back(std::move(plan));
    }
}

// Runs that the search has not seen; where one breaks the limit, the places that did bear less.
void harden(Search& search, const Timetable& today, Best& best)
{
    for (std::size_t round = 0; best.plan && round <= kTightenings && !search.cancel.cancelled(); ++round) {
        std::vector<PlanRun> runs = search.walk(best.plan->timetable, {kCheckNumber, kChecks});
        if (runs.size() < kChecks) return;
        const bool broken = std::ranges::any_of(runs, [&](const PlanRun& run) { return breaks(run, search.limit); });
        best.plan->runs.insert(best.plan->runs.end(), runs.begin(), runs.end());
        judge(*best.plan, search, today);
        if (!broken || round == kTightenings) return;
        search.shares = best.shares;
        const std::vector<double> reached = latePeaks(runs, 1.0);
        for (std::size_t p = 0; p < reached.size(); ++p)
            if (reached[p] > search.limit) search.shares[p] *= kAim * search.limit / reached[p];
        if (slowDown(search, *best.plan)) learnLoads(search);
        const auto slots = packed(search, search.limit);
        if (!slots) return;
        best.slots = *slots;
        best.shares = search.shares;
        best.plan = walked(search, today, timetableOf(search.school, search.packing, *slots), search.limit,
                           {0, search.options.seeds});
    }
}

// What other limits would give: what each second of waiting buys.
void drawCurve(Search& search, const Timetable& today, std::vector<StaggerPlan>& plans)
{
    const std::size_t seeds = std::max<std::size_t>(2, search.options.seeds / 2);
    for (const double times : kCurve) {
        if (search.cancel.cancelled()) return;
        const auto slots = packed(search, search.limit * times);
        if (!slots) continue;
        plans.push_back(walked(search, today, timetableOf(search.school, search.packing, *slots), search.limit * times,
                               {0, seeds}));
    }
    Timetable atOnce = today;
    for (ClassSlot& slot : atOnce) slot.time = 0.0;
    plans.push_back(walked(search, today, atOnce, 0.0, {0, seeds}));
}

// The quickest flow with no more off any flight than the model shows below the limit.
void reckonBound(Search& search, StaggerResult& result)
{
    const auto note = [&](const StaggerPlan& plan) {
        for (const PlanRun& run : plan.runs) result.boundFlow = std::max(result.boundFlow, run.flow);
    };
    note(result.today);
    for (const StaggerPlan& plan : result.plans) note(plan);
    const Setting& setting = search.walker.setting();
    if (result.boundFlow <= 0.0 || setting.start.walkers.empty()) return;
    Pace pace;
    std::map<SurfaceIndex, Group> groups;
    for (std::size_t i = 0; i < setting.start.walkers.size(); ++i) {
        const Walker& walker = setting.start.walkers[i];
        pace.levelSpeed = std::max(pace.levelSpeed, walker.levelSpeed);
        pace.slopeSpeedDown = std::max(pace.slopeSpeedDown, walker.downSpeed);
        pace.slopeSpeedUp = std::max(pace.slopeSpeedUp, walker.upSpeed);
        Group& group = groups[walker.surface];
        const double delay = walker.start - setting.start.persons[i].released;
        group.earliest = group.people == 0.0 ? delay : std::min(group.earliest, delay);
        group.surface = walker.surface;
        group.people += 1.0;
    }
    pace.doorFlow = modelDoorFlow(pace.levelSpeed);
    pace.stairFlow = result.boundFlow;
    std::vector<Group> list;
    for (const auto& [surface, group] : groups) list.push_back(group);
    const auto bound = lowerBound(setting.walkable, setting.network, list, Goal{}, pace);
    if (!bound) return;
    result.bound = bound->seconds;
    std::set<std::string> elements;
    for (const PassageIndex passage : bound->binding) {
        const SurfaceIndex from = setting.network.passages[passage].from;
        if (from != kNowhere) elements.insert(setting.walkable.surfaces[from].element);
    }
    result.binding.assign(elements.begin(), elements.end());
}

void sortAndChoose(StaggerResult& result, const Best& best)
{
    if (best.plan) result.plans.push_back(*best.plan);
    std::ranges::stable_sort(result.plans, {}, [](const StaggerPlan& p) { return p.median > 0.0 ? p.median : 1e12; });
    for (std::size_t i = 0; i < result.plans.size(); ++i) {
        const StaggerPlan& plan = result.plans[i];
        if (best.plan && plan.timetable == best.plan->timetable && plan.runs.size() == best.plan->runs.size())
            result.chosen = i;
        if (plan.median > 0.0 && (!result.safest || plan.peak < result.plans[*result.safest].peak)) result.safest = i;
    }
}

}

double loadLimitOf(const StaggerRules& rules, const Scenario& scenario)
{
    if (rules.loadLimit) return *rules.loadLimit;
    const bool evacuation = scenario.situation == Situation::Fire || scenario.situation == Situation::Earthquake;
    return evacuation ? kEvacuationLoad : kDismissalLoad;
}

Result<StaggerResult> stagger(const School& school, const Scenario& scenario, const StaggerRules& rules,
                              const StaggerOptions& options, CancelToken cancel, const Progress& progress)
{
    const auto begin = std::chrono::steady_clock::now();
    StaggerResult result;
    result.limit = loadLimitOf(rules, scenario);
    PlanWalker walker(school, scenario, result.limit, options.threads);
    const Timetable today = timetableOf(school, scenario);
    auto packing = packingOf(school, today, rules, walker.setting(), walker.places().size());
    if (!packing) return packing.fault();
    Search search{school, scenario, options, cancel, progress, walker, packing.value(), result.limit};
    search.shares.assign(walker.places().size(), kFirstShare);
    search.reckoned =
        options.seeds * (1 + options.improvements + (std::size(kCurve) + 1) / 2) + kChecks + options.proof;
    learnPaces(search);
    learnLoads(search);
    result.today = walked(search, today, today, 0.0, {0, options.seeds});
    Best best = improve(search, today, result.plans);
    makeRoom(search, today, best, result.plans);
    harden(search, today, best);
    drawCurve(search, today, result.plans);
    sortAndChoose(result, best);
    reckonBound(search, result);
    if (result.chosen && options.proof > 0 && !cancel.cancelled())
        result.proved =
            walked(search, today, result.plans[*result.chosen].timetable, result.limit, {kProofNumber, options.proof});
    result.walked = search.done;
    result.stopped = cancel.cancelled();
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}
