#include "sim/stagger/room.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace stairwise {
namespace {

constexpr std::size_t kFewRounds = 60;   // orders tried for one choice of stairs; assumed
constexpr std::size_t kMostChoices = 60; // of stairs that are all tried; assumed: beyond that one by one is left out

/// One rule that may be left out.
struct Dropped {
    std::string place;
    std::function<void(StaggerRules&)> drop;
};

// From the end of each list to its beginning: what stays keeps its number.
template <class T>
void listDrops(std::vector<Dropped>& drops, const char* name, std::vector<T> StaggerRules::*list, std::size_t count)
{
    for (std::size_t i = count; i-- > 0;)
        drops.push_back({fmt::format("{}[{}]", name, i), [list, i](StaggerRules& rules) {
                             (rules.*list).erase((rules.*list).begin() + static_cast<std::ptrdiff_t>(i));
                         }});
}

std::vector<Dropped> dropsOf(const StaggerRules& rules)
{
    std::vector<Dropped> drops;
    if (rules.lastRelease) drops.push_back({"lastRelease", [](StaggerRules& r) { r.lastRelease.reset(); }});
    if (rules.gate) drops.push_back({"gate", [](StaggerRules& r) { r.gate.reset(); }});
    listDrops(drops, "buses", &StaggerRules::buses, rules.buses.size());
    listDrops(drops, "together", &StaggerRules::together, rules.together.size());
    listDrops(drops, "orders", &StaggerRules::orders, rules.orders.size());
    listDrops(drops, "classes", &StaggerRules::classes, rules.classes.size());
    return drops;
}

bool fits(const School& school, const Packing& packing, const StaggerRules& rules, CancelToken cancel)
{
    SlotProblem problem = packing.problem;
    takeRules(problem, school, rules);
    if (!rules.gate)
        for (std::size_t p = packing.stairPlaces; p < problem.bears.size(); ++p) problem.bears[p] = 1e9;
    return bestSlots(problem, 0, 1, cancel).has_value();
}

SlotProblem onlyBy(const Packing& packing, const std::set<StairId>& stairs,
                   std::vector<std::vector<WayChoice>>& choices)
{
    SlotProblem problem = packing.problem;
    choices.assign(packing.choices.size(), {});
    for (std::size_t c = 0; c < problem.jobs.size(); ++c) {
        std::vector<SlotOption> options;
        for (std::size_t o = 0; o < packing.choices[c].size(); ++o) {
            const StairId& stair = packing.choices[c][o].way.stair;
            if (!stair.none() && !stairs.contains(stair)) continue;
            options.push_back(packing.problem.jobs[c].options[o]);
            choices[c].push_back(packing.choices[c][o]);
        }
        problem.jobs[c].options = std::move(options);
    }
    return problem;
}

/// Nothing where a class is left without a way or a moment.
std::optional<double> costBy(const Packing& packing, const std::set<StairId>& stairs, std::uint64_t seed,
                             CancelToken cancel)
{
    std::vector<std::vector<WayChoice>> choices;
    const SlotProblem problem = onlyBy(packing, stairs, choices);
    if (std::ranges::any_of(problem.jobs, [](const SlotJob& job) { return job.options.empty(); })) return std::nullopt;
    const auto plan = bestSlots(problem, kFewRounds, seed, cancel);
    return plan ? std::optional(plan->cost()) : std::nullopt;
}

std::vector<std::set<StairId>> choicesOf(const std::vector<StairId>& stairs, std::size_t count)
{
    std::vector<std::set<StairId>> all;
    const std::function<void(std::size_t, std::set<StairId>)> grow = [&](std::size_t next, std::set<StairId> chosen) {
        if (all.size() > kMostChoices) return;
        if (chosen.size() == count) return all.push_back(std::move(chosen));
        if (next == stairs.size()) return;
        std::set<StairId> with = chosen;
        with.insert(stairs[next]);
        grow(next + 1, std::move(with));
        grow(next + 1, std::move(chosen));
    };
    grow(0, {});
    return all;
}

}

std::vector<std::string> withoutRoom(const School& school, const Packing& packing, const StaggerRules& rules,
                                     CancelToken cancel)
{
    if (fits(school, packing, rules, cancel)) return {};
    StaggerRules left = rules;
    std::vector<std::string> needed;
    for (const Dropped& one : dropsOf(rules)) {
        if (cancel.cancelled()) return {};
        StaggerRules without = left;
        one.drop(without);
        if (fits(school, packing, without, cancel))
            needed.push_back(one.place);
        else
            left = std::move(without);
    }
    std::ranges::reverse(needed);
    return needed;
}

bool keepStairs(Packing& packing, int dutyStaff, std::uint64_t seed, CancelToken cancel)
{
    std::set<StairId> used;
    for (const auto& choices : packing.choices)
        for (const WayChoice& choice : choices)
            if (!choice.way.stair.none()) used.insert(choice.way.stair);
    const auto count = static_cast<std::size_t>(dutyStaff);
    // Where there are too many choices one stair after another is left out, that which is missed least.
    while (used.size() > count) {
        auto tries = choicesOf({used.begin(), used.end()}, count);
        if (tries.size() > kMostChoices) tries = choicesOf({used.begin(), used.end()}, used.size() - 1);
        std::optional<double> best;
        std::set<StairId> chosen;
        for (const auto& stairs : tries) {
            const auto cost = costBy(packing, stairs, seed, cancel);
            if (!cost || (best && *best <= *cost)) continue;
            best = cost;
            chosen = stairs;
        }
        if (!best) return false;
        used = chosen;
    }
    std::vector<std::vector<WayChoice>> choices;
    packing.problem = onlyBy(packing, used, choices);
    packing.choices = std::move(choices);
    return true;
}

}
