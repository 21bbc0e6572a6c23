#include "sim/validate/trial.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// Between the two values beside the place, as spreadsheets and numpy do.
double percentile(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}

Spread spreadOf(std::vector<double> values)
{
    if (values.empty()) return {};
    std::ranges::sort(values);
    return {percentile(values, 0.5), percentile(values, 0.1), percentile(values, 0.9), values.size()};
}

}
