#include "sim/stagger/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

/// time(to) − time(from) ≥ gap, because of a rule. Node 0 is the signal, class c node c + 1.
struct Bound {
    std::size_t from = 0;
    std::size_t to = 0;
    double gap = 0.0;
    RuleAsks why;
};

struct Bounds {
    const School& school;
    const StaggerRules& rules;
    std::vector<Bound> list = {};

    [[nodiscard]] const std::string& id(std::size_t c) const { return school.classes[c].id.value; }
    void atLeast(const std::string& place, std::size_t c, double time)
    {
        list.push_back({0, c + 1, time, {place, fmt::format("{} ≥ {:g} s", id(c), time)}});
    }
    void atMost(const std::string& place, std::size_t c, double time)
    {
        list.push_back({c + 1, 0, -time, {place, fmt::format("{} ≤ {:g} s", id(c), time)}});
    }
    void windows();
    void together();
    void orders();
    void buses(const std::vector<double>& walks);
};

void Bounds::windows()
{
    for (std::size_t c = 0; c < school.classes.size(); ++c) {
        list.push_back({0, c + 1, 0.0, {{}, fmt::format("{} ≥ 0 s", id(c))}}); // nobody leaves before the signal
        if (rules.lastRelease) atMost("lastRelease", c, *rules.lastRelease);
    }
    for (std::size_t i = 0; i < rules.classes.size(); ++i) {
        const StaggerRules::Wish& wish = rules.classes[i];
        for (const std::size_t c : membersOf(school, wish.who)) {
            if (wish.earliest) atLeast(fmt::format("classes[{}].earliest", i), c, *wish.earliest);
            if (wish.latest) atMost(fmt::format("classes[{}].latest", i), c, *wish.latest);
        }
    }
}

void Bounds::together()
{
    for (std::size_t i = 0; i < rules.together.size(); ++i) {
        const double within = rules.together[i].within;
        for (const std::size_t a : membersOf(school, rules.together[i].who))
            for (const std::size_t b : membersOf(school, rules.together[i].who)) {
                if (a == b) continue;
                const std::string both = fmt::format("{}, {}", id(std::min(a, b)), id(std::max(a, b)));
                list.push_back({a + 1,
                                b + 1,
                                -within,
                                {fmt::format("together[{}]", i), fmt::format("{} ± {:g} s", both, within)}});
            }
    }
}

void Bounds::orders()
{
    for (std::size_t i = 0; i < rules.orders.size(); ++i) {
        const StaggerRules::Order& order = rules.orders[i];
        for (const std::size_t a : membersOf(school, order.first))
            for (const std::size_t b : membersOf(school, order.second))
                list.push_back(
                    {a + 1,
                     b + 1,
                     order.gap,
                     {fmt::format("orders[{}]", i), fmt::format("{} + {:g} s ≤ {}", id(a), order.gap, id(b))}});
    }
}

void Bounds::buses(const std::vector<double>& walks)
{
    for (std::size_t i = 0; i < rules.buses.size(); ++i) {
        const StaggerRules::Bus& bus = rules.buses[i];
        for (const std::size_t c : membersOf(school, bus.who))
            list.push_back({c + 1,
                            0,
                            walks[c] + bus.board - bus.leaves,
                            {fmt::format("buses[{}]", i),
                             fmt::format("{} + {:.0f} s ≤ {:g} s", id(c), walks[c] + bus.board, bus.leaves)}});
    }
}

// Into a circle of the bounds that raised each node last, and once around; empty: nothing leads into one.
std::vector<RuleAsks> circleFrom(std::size_t node, const std::vector<Bound>& bounds, const std::vector<std::size_t>& by)
{
    for (std::size_t k = 0; k < by.size(); ++k) {
        if (by[node] == bounds.size()) return {};
        node = bounds[by[node]].from;
    }
    std::vector<RuleAsks> circle;
    const std::size_t start = node;
    do {
        const RuleAsks& why = bounds[by[node]].why;
        if (std::ranges::find(circle, why) == circle.end()) circle.push_back(why);
        node = bounds[by[node]].from;
    } while (node != start);
    std::ranges::reverse(circle);
    return circle;
}

// Bellman and Ford: a circle of bounds that asks for more time than it leaves. Of such a circle none can be spared; the
// shortest of those that are found.
std::vector<RuleAsks> circleOf(std::size_t nodes, const std::vector<Bound>& bounds)
{
    std::vector<double> least(nodes, 0.0);
    std::vector<std::size_t> by(nodes, bounds.size());
    bool raised = true;
    for (std::size_t round = 0; raised && round <= nodes; ++round) {
        raised = false;
        for (std::size_t b = 0; b < bounds.size(); ++b) {
            const Bound& bound = bounds[b];
            if (least[bound.from] + bound.gap <= least[bound.to] + 1e-9) continue;
            least[bound.to] = least[bound.from] + bound.gap;
            by[bound.to] = b;
            raised = true;
        }
    }
    std::vector<RuleAsks> shortest;
    for (std::size_t node = 0; raised && node < nodes; ++node) {
        auto circle = circleFrom(node, bounds, by);
        if (!circle.empty() && (shortest.empty() || circle.size() < shortest.size())) shortest = std::move(circle);
    }
    return shortest;
}

}

std::vector<RuleAsks> contradiction(const School& school, const StaggerRules& rules, const std::vector<double>& walks)
{
    Bounds bounds{school, rules};
    bounds.windows();
    bounds.together();
    bounds.orders();
    bounds.buses(walks);
    return circleOf(school.classes.size() + 1, bounds.list);
}

}
