#include "sim/stagger/packing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace stairwise {
namespace {

/// time(to) − time(from) ≥ gap, because of a rule; node 0 is the signal.
struct Bound {
    std::size_t from = 0;
    std::size_t to = 0;
    double gap = 0.0;
    std::string why;
};

std::vector<Bound> boundsOf(const std::map<ClassId, std::size_t>& nodes, const StaggerRules& rules)
{
    std::vector<Bound> bounds;
    for (const auto& [id, node] : nodes) {
        bounds.push_back({0, node, 0.0, fmt::format("{} ≥ 0 s", id.value)});
        if (rules.lastRelease)
            bounds.push_back({node, 0, -*rules.lastRelease, fmt::format("{} ≤ {:g} s", id.value, *rules.lastRelease)});
    }
    for (const ClassWish& wish : rules.classes) {
        const auto node = nodes.find(wish.id);
        if (node == nodes.end()) continue;
        const std::string& id = wish.id.value;
        if (wish.earliest)
            bounds.push_back({0, node->second, *wish.earliest, fmt::format("{} ≥ {:g} s", id, *wish.earliest)});
        if (wish.latest)
            bounds.push_back({node->second, 0, -*wish.latest, fmt::format("{} ≤ {:g} s", id, *wish.latest)});
    }
    const auto both = [&](const ClassId& a, const ClassId& b, double gap, const std::string& why) {
        if (nodes.contains(a) && nodes.contains(b)) bounds.push_back({nodes.at(a), nodes.at(b), gap, why});
    };
    for (const auto& group : rules.together)
        for (const ClassId& id : group) {
            const std::string why = fmt::format("{} = {}", group.front().value, id.value);
            both(group.front(), id, 0.0, why);
            both(id, group.front(), 0.0, why);
        }
    for (const StaggerRules::Order& order : rules.orders)
        both(order.first, order.second, order.gap,
             fmt::format("{} + {:g} s ≤ {}", order.first.value, order.gap, order.second.value));
    return bounds;
}

// Bellman and Ford: a circle of bounds that asks for more time than it leaves. Of such a circle none can be spared.
std::vector<std::string> circleOf(std::size_t nodes, const std::vector<Bound>& bounds)
{
    std::vector<double> least(nodes, 0.0);
    std::vector<std::size_t> by(nodes, bounds.size());
    std::size_t last = bounds.size();
    for (std::size_t round = 0; round <= nodes; ++round) {
        last = bounds.size();
        for (std::size_t b = 0; b < bounds.size(); ++b) {
            const Bound& bound = bounds[b];
            if (least[bound.from] + bound.gap <= least[bound.to] + 1e-9) continue;
            least[bound.to] = least[bound.from] + bound.gap;
            by[bound.to] = last = b;
        }
        if (last == bounds.size()) return {};
    }
    std::size_t node = bounds[last].to;
    for (std::size_t k = 0; k < nodes; ++k) node = bounds[by[node]].from; // into the circle
    std::vector<std::string> circle;
    const std::size_t start = node;
    do {
        const std::string& why = bounds[by[node]].why;
        if (std::ranges::find(circle, why) == circle.end()) circle.push_back(why);
        node = bounds[by[node]].from;
    } while (node != start);
    std::ranges::reverse(circle);
    return circle;
}

std::map<ClassId, std::size_t> nodesOf(const School& school)
{
    std::map<ClassId, std::size_t> nodes;
    for (const SchoolClass& own : school.classes) nodes.emplace(own.id, nodes.size() + 1);
    return nodes;
}

Done knownClasses(const School& school, const StaggerRules& rules)
{
    std::vector<ClassId> named;
    for (const ClassWish& wish : rules.classes) named.push_back(wish.id);
    for (const auto& group : rules.together) named.insert(named.end(), group.begin(), group.end());
    for (const auto& order : rules.orders) named.insert(named.end(), {order.first, order.second});
    for (const ClassId& id : named)
        if (findClass(school, id) == nullptr)
            return Fault{{}, "classes", {"stagger.no_class", {id.value}}, {"stagger.no_class.mend", {}}};
    for (const ClassWish& wish : rules.classes)
        for (const ClassWay& way : wish.ways)
            if (findStair(school, way.stair) == nullptr && findDoor(school, way.exit) == nullptr)
                return Fault{
                    {}, wish.id.value, {"stagger.no_way_named", {nameOf(way)}}, {"stagger.no_way_named.mend", {}}};
    return done();
}

std::vector<std::uint32_t> indicesOf(const std::map<ClassId, std::size_t>& nodes, const std::vector<ClassId>& ids)
{
    std::vector<std::uint32_t> indices;
    for (const ClassId& id : ids) indices.push_back(static_cast<std::uint32_t>(nodes.at(id) - 1));
    return indices;
}

void addRules(SlotProblem& problem, const School& school, const StaggerRules& rules)
{
    const auto nodes = nodesOf(school);
    for (SlotJob& job : problem.jobs)
        if (rules.lastRelease) job.latest = *rules.lastRelease;
    for (const ClassWish& wish : rules.classes) {
        SlotJob& job = problem.jobs[nodes.at(wish.id) - 1];
        if (wish.earliest) job.earliest = *wish.earliest;
        if (wish.latest) job.latest = std::min(job.latest, *wish.latest);
    }
    for (const auto& group : rules.together) problem.together.push_back(indicesOf(nodes, group));
    for (const auto& order : rules.orders) {
        const auto both = indicesOf(nodes, {order.first, order.second});
        problem.orders.push_back({both[0], both[1], order.gap});
    }
}

}

std::vector<std::string> contradiction(const School& school, const StaggerRules& rules)
{
    const auto nodes = nodesOf(school);
    return circleOf(nodes.size() + 1, boundsOf(nodes, rules));
}

Result<Packing> packingOf(const School& school, const Timetable& today, const StaggerRules& rules,
                          const Setting& setting, std::size_t places)
{
    if (const Done known = knownClasses(school, rules); !known) return known.fault();
    if (const auto circle = contradiction(school, rules); !circle.empty())
        return Fault{{},
                     "rules",
                     {"stagger.contradiction", {fmt::format("{}", fmt::join(circle, "; "))}},
                     {"stagger.contradiction.mend", {}}};
    Packing packing;
    packing.problem.step = rules.step;
    packing.problem.bears.assign(places, 0.0);
    packing.problem.changePrice = rules.changePrice;
    for (std::size_t c = 0; c < school.classes.size(); ++c) {
        const SchoolClass& own = school.classes[c];
        const auto wish = std::ranges::find(rules.classes, own.id, &ClassWish::id);
        auto choices = waysOf(school, setting, own, wish != rules.classes.end() ? wish->ways : std::vector<ClassWay>{});
        if (choices.empty())
            return Fault{{},
                         own.id.value,
                         {"stagger.no_way", {own.name.empty() ? own.id.value : own.name}},
                         {"stagger.no_way.mend", {}}};
        SlotJob job;
        job.options.resize(choices.size());
        job.wished = today[c].time;
        for (std::size_t o = 0; o < choices.size(); ++o)
            if (today[c].way != ClassWay{} && today[c].way != choices[o].way) job.options[o].price = rules.changePrice;
        packing.problem.jobs.push_back(std::move(job));
        packing.choices.push_back(std::move(choices));
    }
    addRules(packing.problem, school, rules);
    return packing;
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
