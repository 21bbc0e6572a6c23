#include "sim/validate/kolmogorov.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr std::size_t kSteps = 200'000; // of the sum: its error stays far below the distance that matters
constexpr double kBeyond = 6.0;         // times the greatest value drawn: hardly anything lies beyond

// Densities up to a factor; the sum over all sets it right.
double weight(const Distribution& d, double x)
{
    switch (d.kind) {
    case Distribution::Kind::Constant:
        return 0.0;
    case Distribution::Kind::Uniform:
        return x >= d.a && x <= d.b ? 1.0 : 0.0;
    case Distribution::Kind::Normal:
        return steady::exp(-0.5 * (x - d.a) * (x - d.a) / (d.b * d.b));
    case Distribution::Kind::LogNormal: {
        if (x <= 0.0) return 0.0;
        const double z = (steady::log(x) - steady::log(d.a)) / steady::log(d.b);
        return steady::exp(-0.5 * z * z) / x;
    }
    case Distribution::Kind::Gamma:
        return x <= 0.0 ? 0.0 : steady::exp((d.a - 1.0) * steady::log(x / d.b) - x / d.b);
    case Distribution::Kind::Weibull: {
        if (x <= 0.0) return 0.0;
        const double power = steady::exp(d.a * steady::log(x / d.b));
        return power / x * steady::exp(-power);
    }
    }
    return 0.0;
}

// Kolmogorov 1933 with the finite-sample term of Stephens 1970.
double probability(double distance, double count)
{
    const double root = steady::sqrt(count);
    const double lambda = (root + 0.12 + 0.11 / root) * distance;
    double sum = 0.0;
    double sign = 1.0;
    for (int k = 1; k <= 100; ++k, sign = -sign) sum += sign * steady::exp(-2.0 * k * k * lambda * lambda);
    return std::clamp(2.0 * sum, 0.0, 1.0);
}

}

double kolmogorovP(std::vector<double> sample, const Distribution& from)
{
    if (sample.empty()) return 0.0;
    std::ranges::sort(sample);
    const double high = from.kind == Distribution::Kind::Uniform ? from.b : kBeyond * sample.back();
    const double step = high / kSteps;
    std::vector<double> sums(kSteps + 1, 0.0); // of the density below each step, from 0 on: times are not negative
    for (std::size_t i = 0; i < kSteps; ++i)
        sums[i + 1] = sums[i] + weight(from, (static_cast<double>(i) + 0.5) * step);
    const auto count = static_cast<double>(sample.size());
    double distance = 0.0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const auto place = std::min(kSteps, static_cast<std::size_t>(std::max(0.0, sample[i]) / step));
        const double share = sums[place] / sums[kSteps];
        distance = std::max(distance, std::fabs(share - static_cast<double>(i) / count));
        distance = std::max(distance, std::fabs(share - static_cast<double>(i + 1) / count));
    }
    return probability(distance, count);
}

}
