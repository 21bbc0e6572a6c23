#include "sim/stagger/paired.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stairwise {
namespace {

/// Ranks by size, doubled so that shared ones are whole; from 2.
struct Ranks {
    std::vector<std::size_t> doubled; // in ascending order
    std::size_t above = 0;            // the sum of those of differences above nought
    double ties = 0.0;                // sum of t³ − t over groups of t equal ones
};

Ranks ranksOf(std::vector<double> differences)
{
    std::ranges::sort(differences, {}, [](double d) { return std::abs(d); });
    Ranks ranks;
    for (std::size_t i = 0; i < differences.size();) {
        std::size_t end = i + 1;
        while (end < differences.size() && std::abs(differences[end]) == std::abs(differences[i])) ++end;
        const auto equal = static_cast<double>(end - i);
        ranks.ties += equal * equal * equal - equal;
        for (; i < end; ++i) {
            const std::size_t first = end - static_cast<std::size_t>(equal) + 1;
            ranks.doubled.push_back(first + end);
            if (differences[i] > 0.0) ranks.above += ranks.doubled.back();
        }
    }
    return ranks;
}

// The chance of each sum of doubled ranks, every sign as likely as the other.
double exactP(const Ranks& ranks)
{
    const std::size_t all = std::accumulate(ranks.doubled.begin(), ranks.doubled.end(), std::size_t{0});
    std::vector<double> chance(all + 1, 0.0);
    chance[0] = 1.0;
    std::size_t reached = 0;
    for (const std::size_t rank : ranks.doubled) {
        reached += rank;
        for (std::size_t sum = reached + 1; sum-- > 0;)
            chance[sum] = 0.5 * chance[sum] + (sum >= rank ? 0.5 * chance[sum - rank] : 0.0);
    }
    const std::size_t least = std::min(ranks.above, all - ranks.above);
    double below = 0.0;
    for (std::size_t sum = 0; sum <= least; ++sum) below += chance[sum];
    return std::min(1.0, 2.0 * below);
}

// 1 − Φ(z), z ≥ 0: Abramowitz and Stegun 26.2.17, within 7.5e-8.
double tail(double z)
{
    const double t = 1.0 / (1.0 + 0.2316419 * z);
    const double series =
        t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return steady::exp(-0.5 * z * z) / steady::sqrt(2.0 * steady::kPi) * series;
}

double normalP(const Ranks& ranks)
{
    const auto n = static_cast<double>(ranks.doubled.size());
    const double mean = n * (n + 1.0) / 4.0;
    const double variance = n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - ranks.ties / 48.0;
    const double off = std::abs(0.5 * static_cast<double>(ranks.above) - mean) - 0.5;
    if (off <= 0.0 || variance <= 0.0) return 1.0;
    return std::min(1.0, 2.0 * tail(off / steady::sqrt(variance)));
}

}

std::optional<double> signedRankP(const std::vector<double>& differences)
{
    if (differences.empty()) return std::nullopt;
    std::vector<double> other = differences;
    std::erase(other, 0.0);
    if (other.empty()) return 1.0;
    const Ranks ranks = ranksOf(std::move(other));
    return ranks.doubled.size() <= kExactPairs ? exactP(ranks) : normalP(ranks);
}

std::size_t pairsFor(std::size_t figures)
{
    double least = static_cast<double>(std::max<std::size_t>(figures, 1)) * 2.0; // p of pairs that all agree
    std::size_t pairs = 0;
    for (; least > kShown; ++pairs) least *= 0.5;
    return pairs;
}

std::vector<double> holm(const std::vector<double>& p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<double> raised(p.size());
    double least = 0.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        least = std::max(least, std::min(1.0, static_cast<double>(order.size() - i) * p[order[i]]));
        raised[order[i]] = least;
    }
    return raised;
}

}
