#include "sim/base/clock.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <vector>

namespace stairwise {
namespace {

constexpr long kDay = 86400;

// One or two figures, less than `below`; −1: not that.
int figures(std::string_view part, int below)
{
    int value = -1;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    const bool whole = error == std::errc() && end == part.data() + part.size();
    return whole && part.size() <= 2 && part.front() != '-' && value < below ? value : -1;
}

}

std::optional<double> clockSeconds(std::string_view text)
{
    int seconds = 0;
    int parts = 0;
    for (const int below : {24, 60, 60}) {
        const auto colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        const int value = part.empty() ? -1 : figures(part, below);
        if (value < 0 || (parts > 0 && part.size() != 2)) return std::nullopt;
        seconds = 60 * seconds + value;
        ++parts;
        if (colon == std::string_view::npos)
            return parts == 1 ? std::nullopt : std::optional(parts == 2 ? 60.0 * seconds : seconds);
        text.remove_prefix(colon + 1);
    }
    return std::nullopt; // more than seconds
}

std::string clockText(double secondOfDay)
{
    const long seconds = ((std::lround(secondOfDay) % kDay) + kDay) % kDay;
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}
