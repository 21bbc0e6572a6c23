#include "editor/model/colours.hpp"

#include "sim/report/heat.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace stairwise::editor {
namespace {

constexpr std::array<Colour, 8> kOkabeIto{{{230, 159, 0},
                                           {86, 180, 233},
                                           {0, 158, 115},
                                           {240, 228, 66},
                                           {0, 114, 178},
                                           {213, 94, 0},
                                           {204, 121, 167},
                                           {90, 90, 90}}};
constexpr std::array<Colour, 9> kCividis{{{255, 233, 69},
                                          {219, 199, 97},
                                          {184, 167, 114},
                                          {153, 138, 121},
                                          {124, 123, 120},
                                          {97, 101, 111},
                                          {65, 77, 107},
                                          {16, 53, 111},
                                          {0, 34, 78}}};
constexpr double kQuick = 1.4;      // m/s: what the ramp ends at, a hurried pupil; assumed
constexpr double kLongWait = 120.0; // seconds; assumed

std::uint8_t mixed(std::uint8_t a, std::uint8_t b, double share)
{
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

Colour mixed(Colour a, Colour b, double share)
{
    return {mixed(a.r, b.r, share), mixed(a.g, b.g, share), mixed(a.b, b.b, share)};
}

}

Colour classColour(std::size_t index)
{
    const Colour base = kOkabeIto[index % kOkabeIto.size()];
    switch (index / kOkabeIto.size() % 3) {
    case 1:
        return mixed(base, {255, 255, 255}, 0.45);
    case 2:
        return mixed(base, {0, 0, 0}, 0.4);
    default:
        return base;
    }
}

std::span<const Colour> ramp()
{
    return kCividis;
}

Colour onRamp(double share)
{
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(kCividis.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const std::size_t high = std::min(low + 1, kCividis.size() - 1);
    return mixed(kCividis[low], kCividis[high], place - static_cast<double>(low));
}

HeatRange rangeOf(HeatKind kind, double greatest)
{
    switch (kind) {
    case HeatKind::Density:
    case HeatKind::PeakDensity: {
        const HeatScale scale = densityScale();
        return {0.0, 8.0, scale.colours};
    }
    case HeatKind::LevelOfService:
        return {0.0, 5.0, {kCividis.begin(), kCividis.end()}};
    case HeatKind::Pressure:
    case HeatKind::PeakPressure:
        return {0.0, kPressureSteps - 1.0, {kCividis.begin(), kCividis.end()}};
    case HeatKind::TimeToExit:
    case HeatKind::PeakForce:
        return {0.0, std::max(greatest, 1.0), {kCividis.begin(), kCividis.end()}};
    default:
        return {0.0, std::max(greatest, 1.0), flowScale(std::max(greatest, 1.0)).colours};
    }
}

std::vector<Colour> groupColours(const TraceHead& head, const School& school)
{
    std::map<std::string, Colour> byGroup;
    for (std::size_t i = 0; i < school.classes.size(); ++i) byGroup[school.classes[i].id.value] = classColour(i);
    std::vector<Colour> colours;
    colours.reserve(head.people.size());
    for (const TracedPerson& person : head.people) {
        const auto found = byGroup.find(person.group);
        colours.push_back(found == byGroup.end() ? Colour{60, 60, 60} : found->second);
    }
    return colours;
}

Colour rankColour(int rank)
{
    const auto colours = densityScale().colours;
    return colours[static_cast<std::size_t>(std::clamp(rank, 1, static_cast<int>(colours.size())) - 1)];
}

Colour inkOn(Colour ground)
{
    const double light = 0.3 * ground.r + 0.59 * ground.g + 0.11 * ground.b; // as ITU-R BT.601 weighs them
    return light > 128.0 ? Colour{24, 28, 34} : Colour{255, 255, 255};
}

Colour speedColour(float metresPerSecond)
{
    return onRamp(1.0 - metresPerSecond / kQuick); // who stands is dark
}

Colour waitColour(float seconds)
{
    return onRamp(seconds / kLongWait);
}

}
