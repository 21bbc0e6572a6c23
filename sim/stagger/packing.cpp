#include "sim/stagger/packing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

SlotJob jobOf(const ClassSlot& today, const std::vector<WayChoice>& choices, double changePrice)
{
    SlotJob job;
    job.options.resize(choices.size());
    job.wished = today.time;
    for (std::size_t o = 0; o < choices.size(); ++o)
        if (today.way != ClassWay{} && today.way != choices[o].way) job.options[o].price = changePrice;
    return job;
}

Done holdTogether(const School& school, const StaggerRules& rules, const Packing& packing)
{
    double toGate = packing.gate ? 1e9 : 0.0;
    if (packing.gate)
        for (const auto& [exit, seconds] : packing.gate->walk) toGate = std::min(toGate, seconds);
    std::vector<double> walks;
    for (const auto& choices : packing.choices) walks.push_back(choices.front().seconds + toGate);
    std::string place;
    std::vector<std::string> all;
    for (const RuleAsks& one : contradiction(school, rules, walks)) {
        if (place.empty()) place = one.place;
        all.push_back(one.place + (one.place.empty() ? "" : ": ") + one.asks);
    }
    if (all.empty()) return done();
    return Fault{{},
                 place,
                 {"stagger.contradiction", {fmt::format("{}", fmt::join(all, "; "))}},
                 {"stagger.contradiction.mend", {}}};
}

}

std::vector<PackedPlace> stairPlacesOf(const Walkable& walkable)
{
    std::vector<PackedPlace> places;
    for (const Surface& surface : walkable.surfaces)
        if (surface.kind != SurfaceKind::Space) places.push_back({surface.element, surface.stair.value});
    return places;
}

Result<Packing> packingOf(const School& school, const Timetable& today, const StaggerRules& rules,
                          const Setting& setting, std::vector<PackedPlace> places, double limit)
{
    if (const Done known = checkRules(rules, school); !known) return known.fault();
    Packing packing;
    packing.problem.step = rules.step;
    packing.stairPlaces = static_cast<std::uint32_t>(places.size());
    packing.places = std::move(places);
    packing.limit = limit;
    if (rules.gate) {
        auto gate = gateOf(school, setting, *rules.gate);
        if (!gate) return gate.fault();
        packing.gate = std::move(gate).value();
        packing.places.insert(packing.places.end(), kGatePlaces, {packing.gate->id.value, packing.gate->id.value});
    }
    packing.problem.bears.assign(packing.places.size(), 0.0);
    packing.problem.changePrice = rules.changePrice;
    const std::vector<ClassRules> byClass = rulesByClass(school, rules);
    for (std::size_t c = 0; c < school.classes.size(); ++c) {
        const SchoolClass& own = school.classes[c];
        std::vector<WayChoice> choices;
        if (!byClass[c].ways || !byClass[c].ways->empty())
            choices = waysOf(school, setting, own, byClass[c].ways.value_or(std::vector<ClassWay>{}));
        if (choices.empty())
            return Fault{{},
                         own.id.value,
                         {"stagger.no_way", {own.name.empty() ? own.id.value : own.name}},
                         {"stagger.no_way.mend", {}}};
        packing.problem.jobs.push_back(jobOf(today[c], choices, rules.changePrice));
        packing.choices.push_back(std::move(choices));
    }
    if (const Done together = holdTogether(school, rules, packing); !together) return together.fault();
    takeRules(packing.problem, school, rules);
    return packing;
}

std::vector<double> allowedAt(const Packing& packing)
{
    std::vector<double> allowed(packing.places.size(), packing.limit);
    if (!packing.gate) return allowed;
    allowed[packing.stairPlaces] = packing.gate->flow;
    allowed[packing.stairPlaces + 1] = packing.gate->mostWaiting.value_or(1e9);
    return allowed;
}

void takeRules(SlotProblem& problem, const School& school, const StaggerRules& rules)
{
    const std::vector<ClassRules> byClass = rulesByClass(school, rules);
    for (std::size_t c = 0; c < problem.jobs.size(); ++c) {
        SlotJob& job = problem.jobs[c];
        job.earliest = byClass[c].earliest;
        job.latest = byClass[c].latest.value_or(SlotJob{}.latest);
        job.due = byClass[c].due;
    }
    problem.together.clear();
    problem.orders.clear();
    const auto indices = [&](const Who& who) {
        const auto members = membersOf(school, who);
        return std::vector<std::uint32_t>(members.begin(), members.end());
    };
    for (const StaggerRules::Together& together : rules.together) {
        const auto jobs = indices(together.who);
        if (together.within == 0.0) {
            problem.together.push_back(jobs);
            continue;
        }
        for (const std::uint32_t a : jobs)
            for (const std::uint32_t b : jobs)
                if (a != b) problem.orders.push_back({a, b, -together.within});
    }
    for (const StaggerRules::Order& order : rules.orders)
        for (const std::uint32_t a : indices(order.first))
            for (const std::uint32_t b : indices(order.second)) problem.orders.push_back({a, b, order.gap});
}

Timetable timetableOf(const School& school, const Packing& packing, const SlotPlan& plan)
{
    Timetable timetable;
    for (std::size_t c = 0; c < school.classes.size(); ++c)
        timetable.push_back({school.classes[c].id, plan.times[c], packing.choices[c][plan.options[c]].way,
                             packing.problem.jobs[c].options[plan.options[c]].over});
    return timetable;
}

}
