#include "sim/stagger/replan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace stairwise {
namespace {

constexpr std::size_t kTries = 4000; // classes put into orders that are tried; assumed: a fraction of a second
constexpr double kNever = 1e6;       // seconds: a change that is made only where nothing else fits
constexpr double kSame = 0.5;        // seconds
constexpr std::uint32_t kGone = 0xffffffffU;

/// What is still to be planned.
struct Rest {
    SlotProblem problem;              // a job for each class that has not left
    std::vector<std::size_t> classes; // by job
    std::vector<std::uint32_t> jobOf; // by class; kGone
    std::vector<std::vector<WayChoice>> choices;
};

std::uint32_t optionOf(const Packing& loads, std::size_t c, const ClassWay& way)
{
    for (std::uint32_t o = 0; o < loads.choices[c].size(); ++o)
        if (loads.choices[c][o].way == way) return o;
    return 0; // whichever is nearest
}

std::optional<double> lateness(const ReplanAsk& ask, std::size_t c)
{
    for (const ReplanAsk::Late& late : ask.late)
        if (late.schoolClass == c) return late.seconds;
    return std::nullopt;
}

// Who is on the way loads the places as planned.
void addStanding(SlotProblem& problem, const SlotOption& option, double time)
{
    for (PlaceUse use : option.uses) {
        use.first += static_cast<std::uint32_t>(std::lround(time / problem.tick));
        problem.there.push_back(std::move(use));
    }
}

SlotJob jobOf(const Packing& loads, std::size_t c, const ClassSlot& slot, const ReplanAsk& ask,
              const std::set<StairId>& shut, std::vector<WayChoice>& choices)
{
    const SlotJob& before = loads.problem.jobs[c];
    const std::uint32_t planned = optionOf(loads, c, slot.way);
    SlotJob job = before;
    job.options.clear();
    for (std::uint32_t o = 0; o < before.options.size(); ++o) {
        if (shut.contains(loads.choices[c][o].way.stair)) continue;
        job.options.push_back(before.options[o]);
        job.options.back().price = o == planned ? 0.0 : ask.changePrice;
        choices.push_back(loads.choices[c][o]);
    }
    job.wished = slot.time;
    job.earliest = std::max(before.earliest, std::max(ask.now, std::min(slot.time, ask.now + kNotice)));
    if (lateness(ask, c)) job.earliest = std::max(job.earliest, slot.time);
    return job;
}

// Bounds that tie those who have left to those who have not.
void tie(Rest& rest, const Packing& loads, const Timetable& plan)
{
    const auto jobFor = [&](std::uint32_t c) { return rest.jobOf[c]; };
    const auto link = [&](const SlotOrder& order) {
        const std::uint32_t first = jobFor(order.first);
        const std::uint32_t second = jobFor(order.second);
        if (first == kGone && second == kGone) return;
        if (first == kGone) {
            SlotJob& job = rest.problem.jobs[second];
            job.earliest = std::max(job.earliest, plan[order.first].time + order.gap);
        } else if (second == kGone) {
            SlotJob& job = rest.problem.jobs[first];
            job.latest = std::min(job.latest, plan[order.second].time - order.gap);
        } else {
            rest.problem.orders.push_back({first, second, order.gap});
        }
    };
    for (const SlotOrder& order : loads.problem.orders) link(order);
    for (const auto& group : loads.problem.together) {
        std::vector<std::uint32_t> jobs;
        for (const std::uint32_t c : group)
            if (jobFor(c) != kGone) jobs.push_back(jobFor(c));
        if (jobs.size() == group.size()) {
            rest.problem.together.push_back(std::move(jobs));
            continue;
        }
        for (const std::uint32_t c : group) // one has left: the others at that very moment, which is past
            for (const std::uint32_t other : group) link({c, other, 0.0});
    }
}

Rest restOf(const Packing& loads, const Timetable& plan, const std::vector<bool>& gone, const ReplanAsk& ask,
            const std::set<StairId>& shut)
{
    Rest rest;
    rest.problem.tick = loads.problem.tick;
    rest.problem.step = loads.problem.step;
    rest.problem.bears = loads.problem.bears;
    rest.problem.changePrice = ask.changePrice;
    for (std::size_t c = 0; c < plan.size(); ++c) {
        rest.jobOf.push_back(gone[c] ? kGone : static_cast<std::uint32_t>(rest.classes.size()));
        if (gone[c]) {
            addStanding(rest.problem, loads.problem.jobs[c].options[optionOf(loads, c, plan[c].way)], plan[c].time);
            continue;
        }
        rest.classes.push_back(c);
        rest.problem.jobs.push_back(jobOf(loads, c, plan[c], ask, shut, rest.choices.emplace_back()));
    }
    tie(rest, loads, plan);
    return rest;
}

// With less and less of the rules: times by which they want somebody gone, then orders, too.
std::vector<SlotProblem> relaxed(const SlotProblem& problem)
{
    SlotProblem late = problem;
    late.together.clear();
    std::erase_if(late.orders, [](const SlotOrder& order) { return order.gap < 0.0; });
    for (SlotJob& job : late.jobs) {
        job.latest = SlotJob{}.latest;
        job.due.reset();
    }
    SlotProblem free = late;
    free.orders.clear();
    return {problem, late, free};
}

double costOf(const SlotProblem& problem, const SlotPlan& plan)
{
    double cost = plan.last;
    for (std::size_t j = 0; j < problem.jobs.size(); ++j) {
        const SlotJob& job = problem.jobs[j];
        const bool moved = job.wished && std::abs(*job.wished - plan.times[j]) > kSame;
        const double price = job.options[plan.options[j]].price;
        cost += moved ? std::max(price, problem.changePrice) : price; // one change, of moment or way or both
    }
    return cost;
}

// First who can stay where they are, then the others, each as soon as it can; then what a search finds, if it costs
// less.
std::optional<SlotPlan> solved(const SlotProblem& problem)
{
    SlotProblem steady = problem;
    steady.changePrice = kNever;
    std::vector<std::uint32_t> order(problem.jobs.size());
    for (std::uint32_t j = 0; j < order.size(); ++j) order[j] = j;
    const auto disturbed = [&](std::uint32_t j) {
        const SlotJob& job = problem.jobs[j];
        return std::ranges::none_of(job.options, [](const SlotOption& option) { return option.price == 0.0; }) ||
               (job.wished && job.earliest > *job.wished + kSame);
    };
    std::ranges::stable_sort(
        order, {}, [&](std::uint32_t j) { return std::pair(disturbed(j), problem.jobs[j].wished.value_or(0.0)); });
    auto best = inOrder(steady, order);
    const auto searched = bestSlots(problem, kTries / std::max<std::size_t>(1, order.size()), 1, {});
    if (searched && (!best || costOf(problem, *searched) < costOf(problem, *best))) best = searched;
    return best;
}

struct Solution {
    Rest rest;
    SlotPlan plan;
    double cost = 0.0;
};

/// Nothing: a class has no way any more.
std::optional<Solution> solutionWith(const Packing& loads, const Timetable& plan, const std::vector<bool>& gone,
                                     const ReplanAsk& ask, const std::set<StairId>& shut)
{
    Solution solution{restOf(loads, plan, gone, ask, shut), {}, 0.0};
    const auto& jobs = solution.rest.problem.jobs;
    if (std::ranges::any_of(jobs, [](const SlotJob& job) { return job.options.empty(); })) return std::nullopt;
    for (const SlotProblem& problem : relaxed(solution.rest.problem))
        if (auto found = solved(problem)) {
            solution.cost = costOf(problem, *found);
            solution.plan = std::move(*found);
            return solution;
        }
    return std::nullopt;
}

std::set<StairId> stairsAhead(const Timetable& plan, const std::vector<bool>& gone)
{
    std::set<StairId> stairs;
    for (std::size_t c = 0; c < plan.size(); ++c)
        if (!gone[c] && !plan[c].way.stair.none()) stairs.insert(plan[c].way.stair);
    return stairs;
}

/// Where somebody on duty is missing and nobody is spare, one stair is given up: that which is missed least; its
/// teacher goes to where one is missing.
std::optional<Solution> solution(const Timetable& plan, const Packing& loads, const StaggerRules& rules,
                                 const ReplanAsk& ask, Replan& made)
{
    std::set<StairId> shut(ask.shut.begin(), ask.shut.end());
    const std::set<StairId> used = stairsAhead(plan, made.gone);
    const auto needed = static_cast<std::ptrdiff_t>(used.size());
    std::ptrdiff_t there = rules.dutyStaff ? *rules.dutyStaff : needed;
    there -= static_cast<std::ptrdiff_t>(ask.unattended.size());
    for (const StairId& missing : ask.unattended) {
        const auto left = static_cast<std::ptrdiff_t>(
            std::ranges::count_if(used, [&](const StairId& stair) { return !shut.contains(stair); }));
        if (shut.contains(missing)) continue;
        if (there >= left) {
            made.covered.push_back(missing);
            continue;
        }
        std::optional<Solution> best;
        StairId givenUp;
        std::vector<StairId> tries = {missing}; // where it makes no difference nobody has to move
        for (const StairId& stair : used)
            if (stair != missing && !shut.contains(stair)) tries.push_back(stair);
        for (const StairId& stair : tries) {
            std::set<StairId> with = shut;
            with.insert(stair);
            auto found = solutionWith(loads, plan, made.gone, ask, with);
            if (!found || (best && best->cost <= found->cost)) continue;
            best = std::move(found);
            givenUp = stair;
        }
        if (!best) return std::nullopt;
        shut.insert(givenUp);
        made.givenUp.push_back(givenUp);
        if (givenUp != missing) made.covered.push_back(missing);
    }
    return solutionWith(loads, plan, made.gone, ask, shut);
}

// Rules that a timetable does not keep, by their places.
std::vector<std::string> brokenRules(const School& school, const Packing& loads, const StaggerRules& rules,
                                     const Timetable& after)
{
    std::set<std::string> broken;
    const auto need = [&](bool kept, const std::string& place) {
        if (!kept) broken.insert(place);
    };
    const auto doneAt = [&](std::size_t c) {
        const SlotOption& option = loads.problem.jobs[c].options[optionOf(loads, c, after[c].way)];
        return after[c].time + option.last + option.walk;
    };
    for (std::size_t c = 0; c < after.size(); ++c)
        if (rules.lastRelease) need(after[c].time <= *rules.lastRelease, "lastRelease");
    for (std::size_t i = 0; i < rules.classes.size(); ++i)
        for (const std::size_t c : membersOf(school, rules.classes[i].who)) {
            const StaggerRules::Wish& wish = rules.classes[i];
            need(after[c].time >= wish.earliest.value_or(0.0), fmt::format("classes[{}].earliest", i));
            need(after[c].time <= wish.latest.value_or(1e9), fmt::format("classes[{}].latest", i));
            need(wish.ways.empty() || std::ranges::find(wish.ways, after[c].way) != wish.ways.end(),
                 fmt::format("classes[{}].ways", i));
        }
    for (std::size_t i = 0; i < rules.together.size(); ++i)
        for (const std::size_t a : membersOf(school, rules.together[i].who))
            for (const std::size_t b : membersOf(school, rules.together[i].who))
                need(after[b].time - after[a].time <= rules.together[i].within, fmt::format("together[{}]", i));
    for (std::size_t i = 0; i < rules.orders.size(); ++i)
        for (const std::size_t a : membersOf(school, rules.orders[i].first))
            for (const std::size_t b : membersOf(school, rules.orders[i].second))
                need(after[b].time - after[a].time >= rules.orders[i].gap, fmt::format("orders[{}]", i));
    for (std::size_t i = 0; i < rules.buses.size(); ++i)
        for (const std::size_t c : membersOf(school, rules.buses[i].who))
            need(doneAt(c) <= rules.buses[i].leaves - rules.buses[i].board, fmt::format("buses[{}]", i));
    return {broken.begin(), broken.end()};
}

void noteFullest(const Packing& loads, const Solution& solution, const ReplanAsk& ask, Replan& made)
{
    const auto courses = coursesOf(solution.rest.problem, solution.plan);
    const std::vector<double> allowed = allowedAt(loads);
    const auto from = static_cast<std::size_t>(ask.now / loads.problem.tick);
    for (std::size_t p = 0; p < courses.size(); ++p)
        for (std::size_t k = from; k < courses[p].size(); ++k) {
            if (courses[p][k] / allowed[p] <= made.fullest) continue;
            made.fullest = courses[p][k] / allowed[p];
            made.fullestAt = loads.places[p].element;
        }
}

}

bool knowsWays(const Packing& loads, const Timetable& plan)
{
    for (std::size_t c = 0; c < plan.size(); ++c) {
        const ClassWay& way = plan[c].way;
        if (way != ClassWay{} && std::ranges::find(loads.choices[c], way, &WayChoice::way) == loads.choices[c].end())
            return false;
    }
    return true;
}

Result<Replan> replanned(const School& school, const Timetable& plan, const Packing& loads, const StaggerRules& rules,
                         const ReplanAsk& ask)
{
    Replan made;
    made.before = plan;
    for (std::size_t c = 0; c < plan.size(); ++c) {
        if (const auto late = lateness(ask, c)) made.before[c].time += *late;
        made.gone.push_back(made.before[c].time <= ask.now);
        const SlotOption& option = loads.problem.jobs[c].options[optionOf(loads, c, plan[c].way)];
        const double out = made.before[c].time + option.last;
        made.lastBefore = std::max(made.lastBefore, plan[c].time + option.last);
        const bool onShut = std::ranges::find(ask.shut, plan[c].way.stair) != ask.shut.end();
        if (made.gone[c] && onShut && out > ask.now) made.onShut.push_back(c);
        if (made.gone[c]) made.lastAfter = std::max(made.lastAfter, out);
    }
    const auto found = solution(made.before, loads, rules, ask, made);
    if (!found) return Fault{{}, "--shut", {"stagger.replan.no_way", {}}, {"stagger.replan.no_way.mend", {}}};
    made.after = made.before;
    for (std::size_t j = 0; j < found->rest.classes.size(); ++j) {
        const SlotOption& option = found->rest.problem.jobs[j].options[found->plan.options[j]];
        ClassSlot& slot = made.after[found->rest.classes[j]];
        const ClassWay& way = found->rest.choices[j][found->plan.options[j]].way;
        const ClassWay& nearest = loads.choices[found->rest.classes[j]].front().way; // of who is told none
        if ((slot.way == ClassWay{} ? nearest : slot.way) != way) slot = {slot.id, slot.time, way, option.over};
        slot.time = found->plan.times[j];
        made.lastAfter = std::max(made.lastAfter, slot.time + option.last);
    }
    for (std::size_t c = 0; c < plan.size(); ++c)
        made.changed.push_back(std::abs(made.after[c].time - plan[c].time) > kSame || made.after[c].way != plan[c].way);
    noteFullest(loads, *found, ask, made);
    made.broken = brokenRules(school, loads, rules, made.after);
    return made;
}

Scenario withReplan(const School& school, const Scenario& plan, const Replan& replan, const ReplanAsk& ask)
{
    Scenario scenario = withTimetable(school, plan, replan.after);
    for (const StairId& stair : ask.shut) {
        Event event;
        event.time = ask.now;
        event.kind = EventKind::Shut;
        event.stair = stair;
        scenario.events.push_back(event);
    }
    for (const StairId& stair : replan.givenUp)
        std::erase_if(scenario.wardens, [&](const Warden& warden) { return warden.stair == stair; });
    return scenario;
}

}
