#pragma once

#include "sim/scenario/scenario.hpp"

#include <vector>

namespace stairwise {

/// Kolmogorov's test of a sample against the distribution it should come from: how likely so great a distance between
/// the two is by chance alone. The distribution function is made here from the density, by sums over small steps, so
/// that it shares nothing with the quantiles by which the sample was drawn. Bounds low … high are taken as far away.
[[nodiscard]] double kolmogorovP(std::vector<double> sample, const Distribution& from);

}
