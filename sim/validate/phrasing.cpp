#include "sim/validate/phrasing.hpp"

#include <fmt/format.h>

namespace stairwise {

std::string figure(double value, int decimals)
{
    return fmt::format("{:.{}f}", value, decimals);
}

std::string figure(const Spread& spread, int decimals)
{
    if (spread.runs < 2) return figure(spread.median, decimals);
    return fmt::format("{} ({})", figure(spread.median, decimals), rangeFigure(spread.low, spread.high, decimals));
}

std::string rangeFigure(double low, double high, int decimals)
{
    return fmt::format("{}–{}", figure(low, decimals), figure(high, decimals));
}

}
