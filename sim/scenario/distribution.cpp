#include "sim/base/random.hpp"
#include "sim/base/steady_math.hpp"
#include "sim/scenario/scenario.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kSmall = 1e-300; // keeps divisors from zero
constexpr double kClose = 1e-15;

// log Γ(x), x > 0: Lanczos (1964) with g = 7 and Godfrey's nine coefficients, relative error below 1e-13.
double logGamma(double x)
{
    constexpr double kCoefficients[] = {0.99999999999980993,  676.5203681218851,     -1259.1392167224028,
                                        771.32342877765313,   -176.61502916214059,   12.507343278686905,
                                        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};
    if (x < 0.5) return logGamma(x + 1.0) - steady::log(x);
    const double z = x - 1.0;
    double sum = kCoefficients[0];
    for (int i = 1; i < 9; ++i) sum += kCoefficients[i] / (z + i);
    const double t = z + 7.5;
    return 0.5 * steady::log(2.0 * steady::kPi) + (z + 0.5) * steady::log(t) - t + steady::log(sum);
}

// x^a e^−x / Γ(a): the density of the gamma distribution times x.
double gammaWeight(double a, double x)
{
    return steady::exp(a * steady::log(x) - x - logGamma(a));
}

// The share of a gamma distribution of shape a and scale 1 below x (regularised lower incomplete gamma function):
// its series below a + 1, Lentz's continued fraction above (Press et al., Numerical Recipes, 3rd ed., §6.2).
double gammaShare(double a, double x)
{
    if (x <= 0.0) return 0.0;
    constexpr int kMostTerms = 10'000;
    const double weight = gammaWeight(a, x);
    if (x < a + 1.0) {
        double term = 1.0 / a;
        double sum = term;
        for (int n = 1; n < kMostTerms && term > sum * kClose; ++n) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * weight;
    }
    double b = x + 1.0 - a;
    double c = 1.0 / kSmall;
    double d = 1.0 / b;
    double fraction = d;
    for (int n = 1; n < kMostTerms; ++n) {
        const double factor = n * (a - n);
        b += 2.0;
        d = factor * d + b;
        if (d < kSmall && d > -kSmall) d = kSmall;
        c = b + factor / c;
        if (c < kSmall && c > -kSmall) c = kSmall;
        d = 1.0 / d;
        fraction *= d * c;
        if (d * c > 1.0 - kClose && d * c < 1.0 + kClose) break;
    }
    return 1.0 - weight * fraction;
}

// Wilson and Hilferty (1931): the cube root of a gamma variate is nearly normal; for shapes below 1 the first term of
// the series.
double gammaGuess(double a, double p)
{
    const double z = normalQuantile(p);
    const double root = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * steady::sqrt(a));
    const double cube = a * root * root * root;
    if (a >= 1.0 && root > 0.1) return cube;
    return steady::exp((steady::log(p) + logGamma(a + 1.0)) / a);
}

// Newton steps, held between bounds that close in: never worse than halving.
double gammaQuantile(double a, double p)
{
    double low = 0.0;
    double high = std::max(2.0 * a, 1.0);
    while (gammaShare(a, high) < p && high < 1e12) high *= 2.0;
    double x = std::clamp(gammaGuess(a, p), 0.0, high);
    for (int i = 0; i < 200; ++i) {
        const double off = gammaShare(a, x) - p;
        (off < 0.0 ? low : high) = x;
        const double slope = x > 0.0 ? gammaWeight(a, x) / x : 0.0;
        double next = slope > 0.0 ? x - off / slope : low;
        if (!(next > low && next < high)) next = 0.5 * (low + high);
        const double moved = next > x ? next - x : x - next;
        x = next;
        if (moved <= 1e-13 * x) break;
    }
    return x;
}

double unbounded(const Distribution& d, double p)
{
    switch (d.kind) {
    case Distribution::Kind::Constant:
        return d.a;
    case Distribution::Kind::Uniform:
        return d.a + p * (d.b - d.a);
    case Distribution::Kind::Normal:
        return d.a + d.b * normalQuantile(p);
    case Distribution::Kind::LogNormal:
        return d.a * steady::exp(steady::log(d.b) * normalQuantile(p));
    case Distribution::Kind::Gamma:
        return d.b * gammaQuantile(d.a, p);
    case Distribution::Kind::Weibull:
        return d.b * steady::exp(steady::log(-steady::log(1.0 - p)) / d.a);
    }
    return d.a;
}

}

double quantile(const Distribution& distribution, double p)
{
    return std::max(distribution.low, std::min(distribution.high, unbounded(distribution, p)));
}

}
