#include "sim/stagger/slots.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stairwise {
namespace {

constexpr double kLatest = 7200.0;          // seconds: nobody waits longer (assumed: two hours)
constexpr double kRounding = 1e-6;          // of a load
constexpr std::size_t kMostNodes = 2000000; // of the exact tree; then the search goes on without it
enum : std::uint32_t { kPurposeMove = 301, kPurposeFrom = 302, kPurposeTo = 303 };

/// What stands at each place at each tick.
class Board {
public:
    explicit Board(const SlotProblem& problem) : problem_(&problem), loads_(problem.bears.size()) {}

    [[nodiscard]] bool bears(const SlotOption& option, double time) const
    {
        const std::size_t from = ticksOf(time);
        return std::ranges::all_of(option.uses, [&](const PlaceUse& use) { return bears(use, from); });
    }
    void put(const SlotOption& option, double time, double sign)
    {
        const std::size_t from = ticksOf(time);
        for (const PlaceUse& use : option.uses) {
            std::vector<double>& row = loads_[use.place];
            const std::size_t first = from + use.first;
            if (row.size() < first + use.loads.size()) row.resize(first + use.loads.size(), 0.0);
            for (std::size_t k = 0; k < use.loads.size(); ++k) row[first + k] += sign * double{use.loads[k]};
        }
    }
    [[nodiscard]] const std::vector<std::vector<double>>& loads() const { return loads_; }

private:
    [[nodiscard]] std::size_t ticksOf(double time) const
    {
        return static_cast<std::size_t>(std::floor(time / problem_->tick + 0.5));
    }
    [[nodiscard]] bool bears(const PlaceUse& use, std::size_t from) const
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

    const SlotProblem* problem_;
    std::vector<std::vector<double>> loads_;
};

/// Jobs that are released together, as one.
using Bundle = std::vector<std::uint32_t>;

std::vector<Bundle> bundlesOf(const SlotProblem& problem)
{
    std::vector<std::uint32_t> root(problem.jobs.size());
    std::iota(root.begin(), root.end(), 0U);
    for (const auto& group : problem.together)
        for (const std::uint32_t job : group) {
            const std::uint32_t from = root[job];
            const std::uint32_t to = root[group.front()];
            for (std::uint32_t& one : root)
                if (one == from) one = to;
        }
    std::vector<Bundle> bundles;
    std::vector<std::int64_t> of(problem.jobs.size(), -1);
    for (std::uint32_t job = 0; job < problem.jobs.size(); ++job) {
        if (of[root[job]] < 0) {
            of[root[job]] = static_cast<std::int64_t>(bundles.size());
            bundles.emplace_back();
        }
        bundles[static_cast<std::size_t>(of[root[job]])].push_back(job);
    }
    return bundles;
}

struct Window {
    double from = 0.0;
    double to = kLatest;
};

double priceOf(const SlotProblem& problem, std::uint32_t job, std::uint32_t option, double time)
{
    const SlotJob& own = problem.jobs[job];
    const bool moved = own.wished && std::abs(*own.wished - time) > 0.5 * problem.tick;
    return own.options[option].price + (moved ? problem.changePrice : 0.0);
}

/// A plan in the making.
struct Draft {
    const SlotProblem& problem;
    Board board;
    SlotPlan plan;
    std::vector<bool> placed;

    explicit Draft(const SlotProblem& whole)
        : problem(whole), board(whole), plan{std::vector<double>(whole.jobs.size(), 0.0),
                                             std::vector<std::uint32_t>(whole.jobs.size(), 0), 0.0, 0.0},
          placed(whole.jobs.size(), false)
    {
    }
    [[nodiscard]] Window windowOf(const Bundle& bundle) const
    {
        Window window;
        for (const std::uint32_t job : bundle) {
            window.from = std::max(window.from, problem.jobs[job].earliest);
            window.to = std::min(window.to, problem.jobs[job].latest);
            for (const SlotOrder& order : problem.orders) {
                if (order.second == job && placed[order.first])
                    window.from = std::max(window.from, plan.times[order.first] + order.gap);
                if (order.first == job && placed[order.second])
                    window.to = std::min(window.to, plan.times[order.second] - order.gap);
            }
        }
        return window;
    }
    // Steps are counted from the earliest moment, which a bell may set between two of them.
    [[nodiscard]] double firstStep(double from) const { return std::ceil(from / problem.step - 1e-9) * problem.step; }
    // One after another of the bundle at this moment, each by its cheapest way that the places bear.
    [[nodiscard]] bool tryAt(const Bundle& bundle, double time, std::vector<std::uint32_t>& options)
    {
        std::size_t done = 0;
        for (; done < bundle.size(); ++done) {
            const SlotJob& job = problem.jobs[bundle[done]];
            double least = 1e18;
            for (std::uint32_t o = 0; o < job.options.size(); ++o) {
                const double cost = job.options[o].last + priceOf(problem, bundle[done], o, time);
                if (cost >= least || !board.bears(job.options[o], time)) continue;
                least = cost;
                options[done] = o;
            }
            if (least >= 1e18) break;
            board.put(job.options[options[done]], time, 1.0);
        }
        for (std::size_t k = 0; k < done; ++k) board.put(problem.jobs[bundle[k]].options[options[k]], time, -1.0);
        return done == bundle.size();
    }
    void place(std::uint32_t job, std::uint32_t option, double time)
    {
        const SlotOption& taken = problem.jobs[job].options[option];
        board.put(taken, time, 1.0);
        plan.times[job] = time;
        plan.options[job] = option;
        plan.last = std::max(plan.last, time + taken.last);
        plan.price += priceOf(problem, job, option, time);
        placed[job] = true;
    }
    [[nodiscard]] bool put(const Bundle& bundle);
};

// The moment and ways with which the bundle is done soonest.
bool Draft::put(const Bundle& bundle)
{
    const Window window = windowOf(bundle);
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

std::optional<SlotPlan> bundlesInOrder(const SlotProblem& problem, const std::vector<Bundle>& bundles,
                                       const std::vector<std::uint32_t>& order)
{
    Draft draft(problem);
    for (const std::uint32_t b : order)
        if (!draft.put(bundles[b])) return std::nullopt;
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

    void grow(Draft& draft, std::uint32_t job)
    {
        if (++nodes > kMostNodes) return;
        if (job == problem.jobs.size()) {
            if (better(draft.plan, best)) best = draft.plan;
            return;
        }
        const Window window = draft.windowOf({job});
        const SlotPlan before = draft.plan;
        for (double time = draft.firstStep(window.from); time <= window.to + 1e-9; time += problem.step) {
            if (best && time >= best->cost()) return;
            for (std::uint32_t o = 0; o < problem.jobs[job].options.size(); ++o) {
                const SlotOption& option = problem.jobs[job].options[o];
                const double last = std::max(before.last, time + option.last);
                if (best && last + before.price + priceOf(problem, job, o, time) >= best->cost()) continue;
                if (!draft.board.bears(option, time)) continue;
                draft.place(job, o, time);
                grow(draft, job + 1);
                draft.board.put(option, time, -1.0);
                draft.placed[job] = false;
                draft.plan = before;
            }
        }
    }
};

// Two orders that are good beginnings: who is out soonest first, and who takes longest first.
std::vector<std::vector<std::uint32_t>> beginnings(const SlotProblem& problem, const std::vector<Bundle>& bundles)
{
    std::vector<std::uint32_t> order(bundles.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [&](std::uint32_t b) {
        double earliest = 0.0;
        double last = 1e18;
        for (const std::uint32_t job : bundles[b]) {
            earliest = std::max(earliest, problem.jobs[job].earliest);
            for (const SlotOption& option : problem.jobs[job].options) last = std::min(last, option.last);
        }
        return earliest + last;
    };
    std::ranges::stable_sort(order, {}, key);
    std::vector<std::vector<std::uint32_t>> all = {order};
    std::ranges::reverse(order);
    all.push_back(order);
    return all;
}

// One bundle goes to another place in the order, or two change places.
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
    const std::uint32_t bundle = order[from];
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(to, order.size())), bundle);
    return order;
}

}

std::vector<double> sharesOf(const SlotProblem& problem, const SlotPlan& plan)
{
    Board board(problem);
    for (std::size_t job = 0; job < problem.jobs.size(); ++job)
        board.put(problem.jobs[job].options[plan.options[job]], plan.times[job], 1.0);
    std::vector<double> shares;
    for (std::size_t place = 0; place < problem.bears.size(); ++place) {
        const auto& row = board.loads()[place];
        const double most = row.empty() ? 0.0 : *std::ranges::max_element(row);
        shares.push_back(most / problem.bears[place]);
    }
    return shares;
}

bool keepsAll(const SlotProblem& problem, const SlotPlan& plan)
{
    Draft draft(problem);
    for (std::uint32_t job = 0; job < problem.jobs.size(); ++job) {
        const Window window = draft.windowOf({job});
        const SlotOption& option = problem.jobs[job].options[plan.options[job]];
        if (plan.times[job] < window.from - 1e-9 || plan.times[job] > window.to + 1e-9) return false;
        if (!draft.board.bears(option, plan.times[job])) return false;
        draft.place(job, plan.options[job], plan.times[job]);
    }
    return std::ranges::all_of(problem.together, [&](const auto& group) {
        return std::ranges::all_of(group,
                                   [&](std::uint32_t job) { return plan.times[job] == plan.times[group.front()]; });
    });
}

std::optional<SlotPlan> inOrder(const SlotProblem& problem, const std::vector<std::uint32_t>& order)
{
    std::vector<Bundle> bundles;
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t job : order) {
        numbers.push_back(static_cast<std::uint32_t>(bundles.size()));
        bundles.push_back({job});
    }
    return bundlesInOrder(problem, bundles, numbers);
}

std::optional<SlotPlan> bestSlots(const SlotProblem& problem, std::size_t rounds, std::uint64_t seed,
                                  CancelToken cancel)
{
    const std::vector<Bundle> bundles = bundlesOf(problem);
    if (bundles.empty()) return SlotPlan{};
    std::optional<SlotPlan> best;
    std::vector<std::uint32_t> order;
    for (const auto& beginning : beginnings(problem, bundles)) {
        auto plan = bundlesInOrder(problem, bundles, beginning);
        if (!order.empty() && !better(plan, best)) continue;
        best = std::move(plan);
        order = beginning;
    }
    for (std::size_t round = 0; round < rounds && !cancel.cancelled(); ++round) {
        std::vector<std::uint32_t> next = moved(order, seed, round);
        auto plan = bundlesInOrder(problem, bundles, next);
        if (better(best, plan)) continue; // as good is good enough: it leads on
        if (!plan) continue;
        best = std::move(plan);
        order = std::move(next);
    }
    if (problem.jobs.size() > kExactJobs || !problem.together.empty() || cancel.cancelled()) return best;
    Tree tree{problem, best};
    Draft root(problem);
    tree.grow(root, 0);
    return tree.best;
}

}
