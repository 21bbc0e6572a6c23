#include "sim/run/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace stairwise {
namespace {

constexpr std::size_t kLastRuns = 10;
constexpr std::size_t kFewestRuns = 20;
constexpr double kMeanMoves = 0.01;
constexpr double kSpreadMoves = 0.05;

double quantileOf(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

struct Moments {
    double mean = 0.0;
    double spread = 0.0; // standard deviation
};

Moments momentsOf(std::span<const double> values)
{
    Moments moments;
    for (const double value : values) moments.mean += value;
    moments.mean /= static_cast<double>(values.size());
    double squares = 0.0;
    for (const double value : values) squares += (value - moments.mean) * (value - moments.mean);
    moments.spread = values.size() > 1 ? std::sqrt(squares / static_cast<double>(values.size() - 1)) : 0.0;
    return moments;
}

// From 1; equal values share the mean of their ranks.
std::vector<double> ranksOf(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i + 1;
        while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
        for (std::size_t k = i; k < end; ++k) ranks[order[k]] = 0.5 * static_cast<double>(i + 1 + end);
        i = end;
    }
    return ranks;
}

}

std::optional<Band> bandOf(std::vector<double> values)
{
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    return Band{quantileOf(values, 0.5), quantileOf(values, 0.1), quantileOf(values, 0.9), values.size()};
}

bool enoughRuns(const std::vector<RunSketch>& runs)
{
    if (runs.size() < kFewestRuns) return false;
    std::vector<double> times;
    for (const RunSketch& run : runs) {
        if (!run.clearance) return false;
        times.push_back(*run.clearance);
    }
    const std::span<const double> all = times;
    const Moments before = momentsOf(all.first(all.size() - kLastRuns));
    const Moments now = momentsOf(all);
    return std::abs(now.mean - before.mean) < kMeanMoves * before.mean &&
           std::abs(now.spread - before.spread) <= kSpreadMoves * before.spread;
}

std::optional<double> rankCorrelation(const std::vector<double>& a, const std::vector<double>& b)
{
    if (a.size() < 3 || a.size() != b.size()) return std::nullopt;
    const std::vector<double> x = ranksOf(a);
    const std::vector<double> y = ranksOf(b);
    const double middle = 0.5 * static_cast<double>(a.size() + 1);
    double both = 0.0;
    double left = 0.0;
    double right = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (x[i] - middle) * (y[i] - middle);
        left += (x[i] - middle) * (x[i] - middle);
        right += (y[i] - middle) * (y[i] - middle);
    }
    if (left == 0.0 || right == 0.0) return std::nullopt;
    return both / std::sqrt(left * right);
}

std::vector<Influence> influencesOf(const std::vector<RunSketch>& runs)
{
    std::vector<Influence> influences;
    for (std::size_t u = 0; u < kUnknowns; ++u) {
        std::vector<double> drawn, timed, times, risks;
        for (const RunSketch& run : runs) {
            drawn.push_back(run.draw[u]);
            risks.push_back(run.risk);
            if (!run.clearance) continue;
            timed.push_back(run.draw[u]);
            times.push_back(*run.clearance);
        }
        influences.push_back({static_cast<Unknown>(u), rankCorrelation(timed, times), rankCorrelation(drawn, risks)});
    }
    std::ranges::stable_sort(influences, std::ranges::greater{}, [](const Influence& i) {
        return std::max(std::abs(i.onClearance.value_or(0.0)), std::abs(i.onRisk.value_or(0.0)));
    });
    return influences;
}

}
