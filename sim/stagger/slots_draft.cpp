#include "sim/stagger/slots_draft.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stairwise {
namespace {

constexpr double kRounding = 1e-6; // of a load

using Roots = std::vector<std::uint32_t>;

void join(Roots& roots, std::uint32_t a, std::uint32_t b)
{
    const std::uint32_t from = roots[a];
    const std::uint32_t to = roots[b];
    for (std::uint32_t& one : roots)
        if (one == from) one = to;
}

Roots apart(std::size_t count)
{
    Roots roots(count);
    std::iota(roots.begin(), roots.end(), 0U);
    return roots;
}

// Jobs of one root, roots in the order of their first job.
std::vector<std::vector<std::uint32_t>> gathered(const Roots& roots)
{
    std::vector<std::vector<std::uint32_t>> groups;
    std::vector<std::int64_t> of(roots.size(), -1);
    for (std::uint32_t job = 0; job < roots.size(); ++job) {
        if (of[roots[job]] < 0) {
            of[roots[job]] = static_cast<std::int64_t>(groups.size());
            groups.emplace_back();
        }
        groups[static_cast<std::size_t>(of[roots[job]])].push_back(job);
    }
    return groups;
}

// Windows and dues, drawn tighter by orders and by who is released together until nothing moves. Contradictions have
// been refused before; the number of rounds is bounded all the same.
std::vector<SlotWindow> windowsOf(const SlotProblem& problem)
{
    std::vector<SlotWindow> windows;
    for (const SlotJob& job : problem.jobs) {
        SlotWindow& window = windows.emplace_back(SlotWindow{job.earliest, std::min(job.latest, kLatestSlot)});
        double least = 1e18;
        for (const SlotOption& option : job.options) least = std::min(least, option.last + option.walk);
        if (job.due) window.to = std::min(window.to, *job.due - least);
    }
    std::vector<SlotOrder> links = problem.orders;
    for (const auto& group : problem.together)
        for (const std::uint32_t job : group) {
            links.push_back({group.front(), job, 0.0});
            links.push_back({job, group.front(), 0.0});
        }
    bool moved = true;
    for (std::size_t round = 0; moved && round < windows.size(); ++round) {
        moved = false;
        for (const SlotOrder& link : links) {
            const double from = windows[link.first].from + link.gap;
            const double to = windows[link.second].to - link.gap;
            moved = moved || from > windows[link.second].from || to < windows[link.first].to;
            windows[link.second].from = std::max(windows[link.second].from, from);
            windows[link.first].to = std::min(windows[link.first].to, to);
        }
    }
    return windows;
}

// Depth first: `visit` is called for each after those that `before` lists for it.
struct Turns {
    const std::vector<std::vector<std::uint32_t>>& before;
    std::vector<std::uint32_t> order = {};
    std::vector<bool> seen = std::vector<bool>(before.size(), false);

    void visit(std::uint32_t one)
    {
        if (seen[one]) return;
        seen[one] = true;
        for (const std::uint32_t other : before[one]) visit(other);
        order.push_back(one);
    }
};

// By group: the groups with a job that must be released before one of its own.
std::vector<std::vector<std::uint32_t>> beforeEach(const SlotProblem& problem, const Roots& groupOf, std::size_t groups)
{
    std::vector<std::vector<std::uint32_t>> before(groups);
    for (const SlotOrder& order : problem.orders) {
        if (order.gap < 0.0 || groupOf[order.first] == groupOf[order.second]) continue;
        auto& list = before[groupOf[order.second]];
        if (std::ranges::find(list, groupOf[order.first]) == list.end()) list.push_back(groupOf[order.first]);
    }
    return before;
}

}

SlotBoard::SlotBoard(const SlotProblem& problem) : problem_(&problem), loads_(problem.bears.size())
{
    SlotOption standing;
    standing.uses = problem.there;
    put(standing, 0.0, 1.0);
}

std::size_t SlotBoard::ticksOf(double time) const
{
    return static_cast<std::size_t>(std::floor(time / problem_->tick + 0.5));
}

bool SlotBoard::bears(const SlotOption& option, double time) const
{
    const std::size_t from = ticksOf(time);
    return std::ranges::all_of(option.uses, [&](const PlaceUse& use) { return bears(use, from); });
}

bool SlotBoard::bears(const PlaceUse& use, std::size_t from) const
{
    const std::vector<double>& row = loads_[use.place];
    const double limit = problem_->bears[use.place] + kRounding;
    const std::size_t first = from + use.first;
    for (std::size_t k = 0; k < use.loads.size(); ++k) {
        const double there = first + k < row.size() ? row[first + k] : 0.0;
        // What one job brings by itself cannot be helped by waiting.
        if (there > kRounding && there + double{use.loads[k]} > limit) return false;
    }
    return true;
}

void SlotBoard::put(const SlotOption& option, double time, double sign)
{
    const std::size_t from = ticksOf(time);
    for (const PlaceUse& use : option.uses) {
        std::vector<double>& row = loads_[use.place];
        const std::size_t first = from + use.first;
        if (row.size() < first + use.loads.size()) row.resize(first + use.loads.size(), 0.0);
        for (std::size_t k = 0; k < use.loads.size(); ++k) row[first + k] += sign * double{use.loads[k]};
    }
}

SlotLinks::SlotLinks(const SlotProblem& problem) : orders(problem.jobs.size()), windows(windowsOf(problem))
{
    for (const SlotOrder& order : problem.orders) {
        orders[order.first].push_back(order);
        if (order.second != order.first) orders[order.second].push_back(order);
    }
    Roots one = apart(problem.jobs.size());
    for (const auto& group : problem.together)
        for (const std::uint32_t job : group) join(one, job, group.front());
    Roots near = one;
    for (const SlotOrder& order : problem.orders)
        if (order.gap < 0.0) join(near, order.first, order.second);
    const auto bundles = gathered(one);
    Roots bundleOf(problem.jobs.size());
    for (std::uint32_t b = 0; b < bundles.size(); ++b)
        for (const std::uint32_t job : bundles[b]) bundleOf[job] = b;
    const auto first = beforeEach(problem, bundleOf, bundles.size());
    Turns turns{first};
    for (std::uint32_t b = 0; b < bundles.size(); ++b) turns.visit(b);
    clusterOf.resize(problem.jobs.size());
    std::vector<std::int64_t> clusterOfRoot(problem.jobs.size(), -1);
    for (const std::uint32_t b : turns.order) {
        const std::uint32_t root = near[bundles[b].front()];
        if (clusterOfRoot[root] < 0) {
            clusterOfRoot[root] = static_cast<std::int64_t>(clusters.size());
            clusters.emplace_back();
        }
        const auto cluster = static_cast<std::uint32_t>(clusterOfRoot[root]);
        clusters[cluster].push_back(bundles[b]);
        for (const std::uint32_t job : bundles[b]) clusterOf[job] = cluster;
    }
    before = beforeEach(problem, clusterOf, clusters.size());
}

double priceOf(const SlotProblem& problem, std::uint32_t job, std::uint32_t option, double time)
{
    const SlotJob& own = problem.jobs[job];
    const bool moved = own.wished && std::abs(*own.wished - time) > 0.5 * problem.tick;
    return own.options[option].price + (moved ? problem.changePrice : 0.0);
}

SlotDraft::SlotDraft(const SlotProblem& whole, const SlotLinks& its)
    : problem(whole), links(its), board(whole), plan{std::vector<double>(whole.jobs.size(), 0.0),
                                                     std::vector<std::uint32_t>(whole.jobs.size(), 0), 0.0, 0.0},
      placed(whole.jobs.size(), false)
{
}

SlotWindow SlotDraft::windowOf(const SlotBundle& bundle) const
{
    SlotWindow window{0.0, kLatestSlot};
    for (const std::uint32_t job : bundle) {
        window.from = std::max(window.from, links.windows[job].from);
        window.to = std::min(window.to, links.windows[job].to);
        for (const SlotOrder& order : links.orders[job]) {
            if (order.second == job && placed[order.first])
                window.from = std::max(window.from, plan.times[order.first] + order.gap);
            if (order.first == job && placed[order.second])
                window.to = std::min(window.to, plan.times[order.second] - order.gap);
        }
    }
    return window;
}

double SlotDraft::firstStep(double from) const
{
    return std::ceil(from / problem.step - 1e-9) * problem.step;
}

bool SlotDraft::allows(std::uint32_t job, const SlotOption& option, double time) const
{
    const std::optional<double>& due = problem.jobs[job].due;
    return (!due || time + option.last + option.walk <= *due + 1e-9) && board.bears(option, time);
}

void SlotDraft::place(std::uint32_t job, std::uint32_t option, double time)
{
    const SlotOption& taken = problem.jobs[job].options[option];
    board.put(taken, time, 1.0);
    plan.times[job] = time;
    plan.options[job] = option;
    plan.last = std::max(plan.last, time + taken.last);
    plan.price += priceOf(problem, job, option, time);
    placed[job] = true;
}

void SlotDraft::takeBack(std::uint32_t job, const SlotPlan& before)
{
    board.put(problem.jobs[job].options[plan.options[job]], plan.times[job], -1.0);
    placed[job] = false;
    plan = before;
}

// One after another of the bundle at this moment, each by its cheapest way that the places bear.
bool SlotDraft::tryAt(const SlotBundle& bundle, double time, std::vector<std::uint32_t>& options)
{
    std::size_t done = 0;
    for (; done < bundle.size(); ++done) {
        const SlotJob& job = problem.jobs[bundle[done]];
        double least = 1e18;
        for (std::uint32_t o = 0; o < job.options.size(); ++o) {
            const double cost = job.options[o].last + priceOf(problem, bundle[done], o, time);
            if (cost >= least || !allows(bundle[done], job.options[o], time)) continue;
            least = cost;
            options[done] = o;
        }
        if (least >= 1e18) break;
        board.put(job.options[options[done]], time, 1.0);
    }
    for (std::size_t k = 0; k < done; ++k) board.put(problem.jobs[bundle[k]].options[options[k]], time, -1.0);
    return done == bundle.size();
}

bool SlotDraft::put(const SlotBundle& bundle)
{
    const SlotWindow window = windowOf(bundle);
    double best = 1e18;
    double bestTime = 0.0;
    std::vector<std::uint32_t> bestOptions;
    std::vector<std::uint32_t> options(bundle.size(), 0);
    const auto consider = [&](double time) {
        if (!tryAt(bundle, time, options)) return;
        double cost = 0.0;
        for (std::size_t k = 0; k < bundle.size(); ++k)
            cost = std::max(cost, time + problem.jobs[bundle[k]].options[options[k]].last +
                                      priceOf(problem, bundle[k], options[k], time));
        if (cost >= best) return;
        best = cost;
        bestTime = time;
        bestOptions = options;
    };
    if (window.from == window.to) consider(window.from); // a bus does not wait for the bell
    for (double time = firstStep(window.from); time <= window.to + 1e-9 && time < best; time += problem.step)
        consider(time);
    if (bestOptions.empty()) return false;
    for (std::size_t k = 0; k < bundle.size(); ++k) place(bundle[k], bestOptions[k], bestTime);
    return true;
}

bool SlotDraft::putAt(const SlotBundle& bundle, double time)
{
    std::vector<std::uint32_t> options(bundle.size(), 0);
    if (!tryAt(bundle, time, options)) return false;
    for (std::size_t k = 0; k < bundle.size(); ++k) place(bundle[k], options[k], time);
    return true;
}

// The first bundle moves on until the others find their moments near it.
bool SlotDraft::put(const SlotCluster& cluster)
{
    if (cluster.size() == 1) return put(cluster.front());
    const SlotPlan before = plan;
    const SlotWindow window = windowOf(cluster.front());
    double time = window.from == window.to ? window.from : firstStep(window.from);
    for (; time <= window.to + 1e-9; time += problem.step) {
        std::size_t done = putAt(cluster.front(), time) ? 1 : 0;
        while (done > 0 && done < cluster.size() && put(cluster[done])) ++done;
        if (done == cluster.size()) return true;
        for (std::size_t k = 0; k < done; ++k)
            for (const std::uint32_t job : cluster[k]) takeBack(job, plan);
        plan = before;
    }
    return false;
}

std::vector<std::uint32_t> inTurn(const SlotLinks& links, const std::vector<std::uint32_t>& order)
{
    if (std::ranges::all_of(links.before, [](const auto& list) { return list.empty(); })) return order;
    std::vector<std::size_t> rank(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    auto before = links.before; // of those who must be first, the order's first comes first
    for (auto& list : before) std::ranges::sort(list, {}, [&](std::uint32_t c) { return rank[c]; });
    Turns turns{before};
    for (const std::uint32_t cluster : order) turns.visit(cluster);
    return turns.order;
}

}
