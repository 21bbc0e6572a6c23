#include "sim/risk/scale.hpp"

#include <cmath>
#include <span>

namespace stairwise {
namespace {

char levelOf(double density, std::span<const double> ends)
{
    char level = 'A';
    for (const double end : ends)
        if (density >= end) ++level;
    return level;
}

}

char levelOnWalkway(double density)
{
    constexpr std::array kEnds = {1 / 3.25, 1 / 2.32, 1 / 1.39, 1 / 0.93, 1 / 0.46}; // 1 ÷ m² per person
    return levelOf(density, kEnds);
}

char levelOnStair(double density)
{
    constexpr std::array kEnds = {1 / 1.85, 1 / 1.39, 1 / 0.93, 1 / 0.65, 1 / 0.37};
    return levelOf(density, kEnds);
}

Done checkLimits(const RiskLimits& limits)
{
    const struct {
        const char* name;
        double value;
    } all[] = {{"density_limit", limits.density}, {"rail_limit", limits.rail}, {"pressure_limit", limits.pressure},
               {"least", limits.least},           {"pause", limits.pause},     {"load_limit", limits.load}};
    for (const auto& [name, value] : all)
        if (!std::isfinite(value) || value <= 0.0)
            return Fault{{}, name, {"risk.limit.wrong", {std::to_string(value)}}, {"risk.limit.wrong.mend", {}}};
    return done();
}

}
