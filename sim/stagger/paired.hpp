#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace stairwise {

/// Whether paired differences lie to one side of nought: the two-sided p of the signed-rank test (F. Wilcoxon,
/// "Individual comparisons by ranking methods", Biometrics Bulletin 1 (1945) 80-83). Differences of nought are left
/// out, equal ones share their rank. Up to kExactPairs by counting every choice of signs over the ranks as they are,
/// beyond that by the normal distribution with the corrections for ties and continuity (E. L. Lehmann,
/// "Nonparametrics", 1975). 1 where all are nought; nothing where there are none.
[[nodiscard]] std::optional<double> signedRankP(const std::vector<double>& differences);
inline constexpr std::size_t kExactPairs = 100;
/// With fewer pairs no p below kShown can come out (2 / 2^5 = 0.06).
inline constexpr std::size_t kFewestPairs = 6;
inline constexpr double kShown = 0.05; // a difference is shown below it; the usual level
/// Pairs without which none of so many figures can be shown, however great the differences.
[[nodiscard]] std::size_t pairsFor(std::size_t figures);

/// Each p raised so that of many that are compared at once hardly any is shown by chance alone (S. Holm, "A simple
/// sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979) 65-70).
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p);

}
