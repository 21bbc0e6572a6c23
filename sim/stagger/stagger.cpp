#include "sim/stagger/stagger.hpp"

#include "sim/stagger/curve.hpp"
#include "sim/stagger/learning.hpp"
#include "sim/stagger/plan_bound.hpp"
#include "sim/stagger/room.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

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
constexpr std::size_t kTightenings = 6;
constexpr double kTighten = 0.97; // what places bear at most of what they bore, where a run broke the limit
constexpr double kCurve[] = {0.6, 0.7, 0.8, 0.9, 1.15, 1.3, 1.6, 2.0, 3.0}; // times the limit
constexpr double kMoreCurve[] = {1.45, 1.8, 2.5, 0.85, 0.75, 0.65, 1.05};   // where these give too few different plans
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

// The place that is fullest, or the gate where that is fuller, each as a share of what is allowed.
std::string bindingOf(const std::vector<PlanRun>& runs, const Search& search)
{
    const std::vector<double> late = latePeaks(runs, 0.9);
    const auto fullest = std::ranges::max_element(late);
    std::vector<double> waiting;
    for (const PlanRun& run : runs) waiting.push_back(run.gateShare);
    const double atGate = quantile(waiting, 0.9);
    if (atGate > (late.empty() ? 0.0 : *fullest / search.limit)) return search.packing.gate->id.value;
    return late.empty() ? std::string()
                        : search.packing.places[static_cast<std::size_t>(fullest - late.begin())].element;
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
    plan.binding = bindingOf(plan.runs, search);
}

void setBears(Search& search, double limit)
{
    SlotProblem& problem = search.packing.problem;
    for (std::size_t p = 0; p < search.packing.stairPlaces; ++p) problem.bears[p] = limit * search.shares[p];
    if (const auto& gate = search.packing.gate) {
        problem.bears[search.packing.stairPlaces] = gate->flow;
        problem.bears[search.packing.stairPlaces + 1] = gate->mostWaiting.value_or(1e9) * search.gateShare;
    }
}

std::optional<SlotPlan> packed(Search& search, double limit)
{
    setBears(search, limit);
    return bestSlots(search.packing.problem, kRounds, search.options.seed, search.cancel);
}

// Places that agents filled over the limit bear less in the next packing; those that held it back though agents stayed
// below bear more.
void learnShares(Search& search, const SlotPlan& plan, const std::vector<PlanRun>& runs)
{
    const std::vector<double> reached = latePeaks(runs, 1.0);
    const std::vector<double> reckoned = sharesOf(search.packing.problem, plan);
    double waiting = 0.0; // of those who may wait
    for (const PlanRun& run : runs) waiting = std::max(waiting, run.gateShare);
    if (waiting > 1.0) search.gateShare *= std::max(kAim / waiting, kLeastStep);
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
    SlotProblem problem; // that the slots solve

    void take(const StaggerPlan& other, const SlotPlan& packing, const Search& search)
    {
        const bool keeps = other.breachShare == 0.0 && other.median > 0.0;
        if (!keeps || (plan && plan->late <= other.late)) return;
        plan = other;
        slots = packing;
        shares = search.shares;
        problem = search.packing.problem;
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
        best.take(plan, *slots, search);
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
        best.take(plan, *slots, search);
        plans.push_back(std::move(plan));
    }
}

// Fewer runs over the limit first, then the quicker.
bool sounder(const StaggerPlan& a, const StaggerPlan& b)
{
    return std::pair(a.breachShare, a.late) < std::pair(b.breachShare, b.late);
}

// Runs that the search has not seen. Where one breaks the limit, all places bear less: another place would break in
// other runs.
void harden(Search& search, const Timetable& today, Best& best)
{
    Best soundest;
    for (std::size_t round = 0; best.plan && round <= kTightenings && !search.cancel.cancelled(); ++round) {
        std::vector<PlanRun> runs = search.walk(best.plan->timetable, {kCheckNumber, kChecks});
        if (runs.size() < kChecks) break;
        const std::vector<double> reached = latePeaks(runs, 1.0);
        best.plan->runs.insert(best.plan->runs.end(), std::move_iterator(runs.begin()), std::move_iterator(runs.end()));
        judge(*best.plan, search, today);
        if (!soundest.plan || sounder(*best.plan, *soundest.plan)) soundest = best;
        if (best.plan->breachShare == 0.0 || round == kTightenings) break;
        const double fullest = *std::ranges::max_element(reached) / search.limit;
        search.shares = best.shares;
        for (double& share : search.shares) share *= std::clamp(1.0 / fullest, kLeastStep, kTighten);
        const auto slots = packed(search, search.limit);
        if (!slots) break;
        best.slots = *slots;
        best.shares = search.shares;
        best.problem = search.packing.problem;
        best.plan = walked(search, today, timetableOf(search.school, search.packing, *slots), search.limit,
                           {0, search.options.seeds});
    }
    if (soundest.plan) best = std::move(soundest);
}

// What other limits would give: what each second of waiting buys.
void drawCurve(Search& search, const Timetable& today, std::vector<StaggerPlan>& plans)
{
    const std::size_t seeds = std::max<std::size_t>(2, search.options.seeds / 2);
    const auto add = [&](double times) {
        const auto slots = search.cancel.cancelled() ? std::nullopt : packed(search, search.limit * times);
        if (slots)
            plans.push_back(walked(search, today, timetableOf(search.school, search.packing, *slots),
                                   search.limit * times, {0, seeds}));
    };
    for (const double times : kCurve) add(times);
    Timetable atOnce = today;
    for (ClassSlot& slot : atOnce) slot.time = 0.0;
    plans.push_back(walked(search, today, atOnce, 0.0, {0, seeds}));
    for (const double times : kMoreCurve)
        if (differentPlans(plans) < kCurvePlans) add(times);
    std::erase_if(plans, [](const StaggerPlan& plan) { return plan.runs.empty(); }); // stopped before
}

// Where no plan for the limit itself kept it, the quickest of those for a lower one that did.
void takeFromCurve(Search& search, const std::vector<StaggerPlan>& plans, Best& best)
{
    if (best.plan) return;
    const StaggerPlan* found = nullptr;
    for (const StaggerPlan& plan : plans)
        if (plan.limit > 0.0 && plan.median > 0.0 && plan.breachShare == 0.0 && (!found || plan.late < found->late))
            found = &plan;
    if (found == nullptr) return;
    auto slots = packed(search, found->limit); // as it was packed before
    if (!slots || timetableOf(search.school, search.packing, *slots) != found->timetable) return;
    best = {*found, *slots, search.shares, search.packing.problem};
}

// Today's plan stays where it keeps the limit and nothing is quicker by a step of the bell.
bool keepsToday(const StaggerResult& result, const Best& best, double step)
{
    const bool keeps = result.today.median > 0.0 && result.today.breachShare == 0.0;
    return keeps && (!best.plan || result.today.late < best.plan->late + step);
}

void sortAndChoose(StaggerResult& result, Best& best, double step)
{
    if (keepsToday(result, best, step)) best = {result.today, {}, {}, {}};
    tidyPlans(result.plans, result.limit);
    if (best.plan) {
        std::erase_if(result.plans, [&](const StaggerPlan& plan) { return plan.timetable == best.plan->timetable; });
        result.plans.push_back(*best.plan);
    }
    std::ranges::stable_sort(result.plans, {}, [](const StaggerPlan& p) { return p.median > 0.0 ? p.median : 1e12; });
    for (std::size_t i = 0; i < result.plans.size(); ++i) {
        const StaggerPlan& plan = result.plans[i];
        if (best.plan && plan.timetable == best.plan->timetable) result.chosen = i;
        if (plan.median > 0.0 && (!result.safest || plan.peak < result.plans[*result.safest].peak)) result.safest = i;
    }
}

void tellWhy(Search& search, const Best& best, StaggerResult& result)
{
    if (!result.chosen || best.slots.times.empty()) return;
    result.packing = search.packing;
    result.packing->problem = best.problem;
    result.why = whyNotQuicker(search.school, *result.packing, best.slots);
}

// Loads are known: what the rules and the staff on duty leave.
Done narrow(Search& search, const StaggerRules& rules)
{
    setBears(search, search.limit);
    const auto tight = withoutRoom(search.school, search.packing, rules, search.cancel);
    if (!tight.empty())
        return Fault{
            {},
            tight.front(),
            {"stagger.no_room", {fmt::format("{:g}", search.limit), fmt::format("{}", fmt::join(tight, "; "))}},
            {"stagger.no_room.mend", {}}};
    if (!rules.dutyStaff || keepStairs(search.packing, *rules.dutyStaff, search.options.seed, search.cancel))
        return done();
    return Fault{
        {}, "dutyStaff", {"stagger.few_staff", {std::to_string(*rules.dutyStaff)}}, {"stagger.few_staff.mend", {}}};
}

}

Done leadsOut(const Scenario& scenario)
{
    const bool in = scenario.situation == Situation::Arrival || scenario.situation == Situation::ReturnFromPlayground;
    if (!in) return done();
    return Fault{{}, "situation", {"stagger.inward", {}}, {"stagger.inward.mend", {}}};
}

double loadLimitOf(const StaggerRules& rules, const Scenario& scenario)
{
    if (rules.loadLimit) return *rules.loadLimit;
    const bool evacuation = scenario.situation == Situation::Fire || scenario.situation == Situation::Earthquake ||
                            scenario.situation == Situation::NightInDormitory;
    return evacuation ? kEvacuationLoad : kDismissalLoad;
}

Result<StaggerResult> stagger(const School& school, const Scenario& scenario, const StaggerRules& rules,
                              const StaggerOptions& options, CancelToken cancel, const Progress& progress)
{
    const auto begin = std::chrono::steady_clock::now();
    if (const Done out = leadsOut(scenario); !out) return out.fault();
    StaggerResult result;
    result.limit = loadLimitOf(rules, scenario);
    PlanWalker walker(school, scenario, result.limit, options.threads);
    const Timetable today = timetableOf(school, scenario);
    auto packing =
        packingOf(school, today, rules, walker.setting(), stairPlacesOf(walker.setting().walkable), result.limit);
    if (!packing) return packing.fault();
    if (packing.value().gate) walker.watch(*packing.value().gate);
    if (options.kept != nullptr) walker.keep(*options.kept);
    result.gate = packing.value().gate;
    Search search{school, scenario, options, cancel, progress, walker, packing.value(), result.limit};
    search.shares.assign(walker.places().size(), kFirstShare);
    search.reckoned =
        options.seeds * (1 + options.improvements + (std::size(kCurve) + 1) / 2) + kChecks + options.proof;
    learnPaces(search);
    learnLoads(search);
    if (!cancel.cancelled())
        if (const Done left = narrow(search, rules); !left) return left.fault();
    result.today = walked(search, today, today, 0.0, {0, options.seeds});
    Best best = improve(search, today, result.plans);
    makeRoom(search, today, best, result.plans);
    harden(search, today, best);
    drawCurve(search, today, result.plans);
    takeFromCurve(search, result.plans, best);
    sortAndChoose(result, best, rules.step);
    reckonBound(walker, scenario, result);
    tellWhy(search, best, result);
    if (result.chosen && options.proof > 0 && !cancel.cancelled())
        result.proved =
            walked(search, today, result.plans[*result.chosen].timetable, result.limit, {kProofNumber, options.proof});
    result.walked = search.done;
    result.stopped = cancel.cancelled();
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}
