#include "sim/base/nearest.hpp"

#include <algorithm>
#include <numeric>

namespace stairwise {

std::size_t lettersApart(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::vector<std::size_t> nearestOf(std::string_view word, const std::vector<std::string>& known, std::size_t most)
{
    constexpr std::size_t kLongestWord = 40; // keeps hostile words cheap
    std::vector<std::pair<std::size_t, std::size_t>> apart;
    for (std::size_t i = 0; i < known.size(); ++i)
        apart.emplace_back(lettersApart(word.substr(0, kLongestWord), known[i]), i);
    std::ranges::sort(apart);
    std::vector<std::size_t> nearest;
    for (std::size_t i = 0; i < std::min(most, apart.size()); ++i) nearest.push_back(apart[i].second);
    return nearest;
}

}
