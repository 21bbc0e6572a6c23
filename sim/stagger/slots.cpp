#include "sim/stagger/slots_draft.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stairwise {
namespace {

constexpr std::size_t kMostNodes = 2000000; // of the exact tree; then the search goes on without it
enum : std::uint32_t { kPurposeMove = 301, kPurposeFrom = 302, kPurposeTo = 303 };

// Clusters one after another; `failed`: the first that found no moment.
std::optional<SlotPlan> clustersInOrder(const SlotProblem& problem, const SlotLinks& links,
                                        const std::vector<std::uint32_t>& order, std::uint32_t* failed = nullptr)
{
    SlotDraft draft(problem, links);
    for (const std::uint32_t c : inTurn(links, order)) {
        if (draft.put(links.clusters[c])) continue;
        if (failed != nullptr) *failed = c;
        return std::nullopt;
    }
    return draft.plan;
}

bool better(const std::optional<SlotPlan>& a, const std::optional<SlotPlan>& b)
{
    if (!a || !b) return a.has_value() && !b.has_value();
    if (a->cost() != b->cost()) return a->cost() < b->cost();
    const double sumA = std::accumulate(a->times.begin(), a->times.end(), 0.0);
    const double sumB = std::accumulate(b->times.begin(), b->times.end(), 0.0);
    return sumA < sumB;
}

/// All moments and ways of all jobs, as far as they can still beat the best.
struct Tree {
    const SlotProblem& problem;
    std::optional<SlotPlan> best;
    std::size_t nodes = 0;

    void grow(SlotDraft& draft, std::uint32_t job)
    {
        if (++nodes > kMostNodes) return;
        if (job == problem.jobs.size()) {
            if (better(draft.plan, best)) best = draft.plan;
            return;
        }
        const SlotWindow window = draft.windowOf({job});
        const SlotPlan before = draft.plan;
        const double from = window.from == window.to ? window.from : draft.firstStep(window.from);
        for (double time = from; time <= window.to + 1e-9; time += problem.step) {
            if (best && time >= best->cost()) return;
            for (std::uint32_t o = 0; o < problem.jobs[job].options.size(); ++o) {
                const SlotOption& option = problem.jobs[job].options[o];
                const double last = std::max(before.last, time + option.last);
                if (best && last + before.price + priceOf(problem, job, o, time) >= best->cost()) continue;
                if (!draft.allows(job, option, time)) continue;
                draft.place(job, o, time);
                grow(draft, job + 1);
                draft.takeBack(job, before);
            }
        }
    }
};

// Orders that are good beginnings: who is out soonest first, who takes longest first, who must be gone first.
std::vector<std::vector<std::uint32_t>> beginnings(const SlotProblem& problem, const SlotLinks& links)
{
    std::vector<double> soonest, latest;
    for (const SlotCluster& cluster : links.clusters) {
        double earliest = 0.0;
        double last = 1e18;
        latest.push_back(kLatestSlot);
        for (const SlotBundle& bundle : cluster)
            for (const std::uint32_t job : bundle) {
                earliest = std::max(earliest, links.windows[job].from);
                latest.back() = std::min(latest.back(), links.windows[job].to);
                for (const SlotOption& option : problem.jobs[job].options) last = std::min(last, option.last);
            }
        soonest.push_back(earliest + last);
    }
    std::vector<std::uint32_t> order(links.clusters.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t c) { return soonest[c]; });
    std::vector<std::vector<std::uint32_t>> all = {order};
    std::ranges::reverse(order);
    all.push_back(order);
    if (*std::ranges::min_element(latest) == kLatestSlot) return all;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t c) { return latest[c]; });
    all.push_back(order);
    return all;
}

// Where no order fits: who found no moment is taken first, again and again.
std::optional<SlotPlan> repaired(const SlotProblem& problem, const SlotLinks& links, std::vector<std::uint32_t>& order)
{
    for (std::size_t round = 0; round < 2 * order.size(); ++round) {
        std::uint32_t failed = 0;
        if (auto plan = clustersInOrder(problem, links, order, &failed)) return plan;
        const auto place = std::ranges::find(order, failed);
        std::rotate(order.begin(), place, place + 1);
    }
    return std::nullopt;
}

// One cluster goes to another place in the order, or two change places.
std::vector<std::uint32_t> moved(std::vector<std::uint32_t> order, std::uint64_t seed, std::size_t round)
{
    const auto pick = [&](std::uint32_t purpose) {
        const double chance = uniform({seed, round, purpose, 0});
        return static_cast<std::size_t>(chance * static_cast<double>(order.size()));
    };
    const std::size_t from = pick(kPurposeFrom);
    const std::size_t to = pick(kPurposeTo);
    if (uniform({seed, round, kPurposeMove, 0}) < 0.5) {
        std::swap(order[from], order[to]);
        return order;
    }
    const std::uint32_t cluster = order[from];
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(to, order.size())), cluster);
    return order;
}

}

std::vector<std::vector<double>> coursesOf(const SlotProblem& problem, const SlotPlan& plan)
{
    SlotBoard board(problem);
    for (std::size_t job = 0; job < problem.jobs.size(); ++job)
        board.put(problem.jobs[job].options[plan.options[job]], plan.times[job], 1.0);
    return board.loads();
}

std::vector<double> sharesOf(const SlotProblem& problem, const SlotPlan& plan)
{
    std::vector<double> shares;
    for (const auto& course : coursesOf(problem, plan)) {
        const double most = course.empty() ? 0.0 : *std::ranges::max_element(course);
        shares.push_back(most / problem.bears[shares.size()]);
    }
    return shares;
}

std::vector<std::uint32_t> overfilledBy(const SlotProblem& problem, const SlotPlan& plan, std::uint32_t job,
                                        std::uint32_t option, double time)
{
    SlotBoard board(problem);
    for (std::uint32_t other = 0; other < problem.jobs.size(); ++other)
        if (other != job) board.put(problem.jobs[other].options[plan.options[other]], plan.times[other], 1.0);
    std::vector<std::uint32_t> places;
    for (const PlaceUse& use : problem.jobs[job].options[option].uses)
        if (!board.bears(use, time)) places.push_back(use.place);
    return places;
}

bool keepsAll(const SlotProblem& problem, const SlotPlan& plan)
{
    const SlotLinks links(problem);
    SlotDraft draft(problem, links);
    for (std::uint32_t job = 0; job < problem.jobs.size(); ++job) {
        const SlotWindow window = draft.windowOf({job});
        const SlotOption& option = problem.jobs[job].options[plan.options[job]];
        if (plan.times[job] < window.from - 1e-9 || plan.times[job] > window.to + 1e-9) return false;
        if (!draft.allows(job, option, plan.times[job])) return false;
        draft.place(job, plan.options[job], plan.times[job]);
    }
    return std::ranges::all_of(problem.together, [&](const auto& group) {
        return std::ranges::all_of(group,
                                   [&](std::uint32_t job) { return plan.times[job] == plan.times[group.front()]; });
    });
}

std::optional<SlotPlan> inOrder(const SlotProblem& problem, const std::vector<std::uint32_t>& order)
{
    const SlotLinks links(problem);
    std::vector<std::uint32_t> clusters;
    for (const std::uint32_t job : order)
        if (std::ranges::find(clusters, links.clusterOf[job]) == clusters.end())
            clusters.push_back(links.clusterOf[job]);
    return clustersInOrder(problem, links, clusters);
}

std::optional<SlotPlan> bestSlots(const SlotProblem& problem, std::size_t rounds, std::uint64_t seed,
                                  CancelToken cancel)
{
    const SlotLinks links(problem);
    if (links.clusters.empty()) return SlotPlan{};
    std::optional<SlotPlan> best;
    std::vector<std::uint32_t> order;
    for (const auto& beginning : beginnings(problem, links)) {
        auto plan = clustersInOrder(problem, links, beginning);
        if (!order.empty() && !better(plan, best)) continue;
        best = std::move(plan);
        order = beginning;
    }
    if (!best) best = repaired(problem, links, order);
    for (std::size_t round = 0; best && round < rounds && !cancel.cancelled(); ++round) {
        std::vector<std::uint32_t> next = moved(order, seed, round);
        auto plan = clustersInOrder(problem, links, next);
        if (better(best, plan)) continue; // as good is good enough: it leads on
        if (!plan) continue;
        best = std::move(plan);
        order = std::move(next);
    }
    if (problem.jobs.size() > kExactJobs || !problem.together.empty() || cancel.cancelled()) return best;
    Tree tree{problem, best};
    SlotDraft root(problem, links);
    tree.grow(root, 0);
    return tree.best;
}

}
