#include "sim/validate/bands.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {

std::span<const SpeedBand> openCorridor()
{
    static constexpr SpeedBand kBands[] = {
        {0.25, 0.50, 1.493, 0.148}, {0.50, 0.75, 1.431, 0.115}, {0.75, 1.00, 1.378, 0.125}, {1.00, 1.25, 1.218, 0.071},
        {1.25, 1.50, 1.187, 0.076}, {1.50, 1.75, 1.084, 0.106}, {1.75, 2.00, 0.949, 0.116}, {2.00, 2.25, 0.691, 0.178},
        {2.25, 2.50, 0.475, 0.094}, {2.50, 2.75, 0.408, 0.093}, {3.00, 3.25, 0.249, 0.070}, {3.50, 3.75, 0.164, 0.017},
    };
    return kBands;
}

std::span<const SpeedBand> closedCorridor()
{
    static constexpr SpeedBand kBands[] = {
        {0.25, 0.50, 1.100, 0.082}, {0.50, 0.75, 0.998, 0.075}, {0.75, 1.00, 0.842, 0.112}, {1.00, 1.25, 0.783, 0.045},
        {1.25, 1.50, 0.652, 0.127}, {1.50, 1.75, 0.582, 0.092}, {1.75, 2.00, 0.524, 0.035}, {2.00, 2.25, 0.453, 0.099},
        {2.25, 2.50, 0.391, 0.108}, {2.50, 2.75, 0.367, 0.067}, {3.00, 3.25, 0.252, 0.032}, {3.50, 3.75, 0.177, 0.049},
        {4.00, 4.25, 0.061, 0.040},
    };
    return kBands;
}

std::span<const PercentileBand> singleFile()
{
    // Up to 3.5 persons per metre: nobody of our bodies stands closer in single file.
    static constexpr PercentileBand kBands[] = {
        {0.0989, 0.9607, 1.1857, 1.4830}, {0.2989, 0.8395, 1.1595, 1.4725}, {0.4989, 0.7083, 1.0910, 1.3887},
        {0.6989, 0.5978, 0.9748, 1.3053}, {0.8989, 0.4475, 0.7472, 1.1008}, {1.0989, 0.3157, 0.5195, 0.8395},
        {1.2989, 0.1872, 0.3925, 0.6077}, {1.4989, 0.1120, 0.2733, 0.4850}, {1.6989, 0.0705, 0.1988, 0.3822},
        {1.8989, 0.0480, 0.1577, 0.3140}, {2.0989, 0.0347, 0.1313, 0.2702}, {2.2989, 0.0267, 0.1138, 0.2390},
        {2.4989, 0.0220, 0.1020, 0.2202}, {2.6989, 0.0190, 0.0935, 0.2078}, {2.8989, 0.0170, 0.0860, 0.1958},
        {3.0989, 0.0157, 0.0807, 0.1860}, {3.2989, 0.0135, 0.0760, 0.1785}, {3.4989, 0.0128, 0.0695, 0.1745},
    };
    return kBands;
}

PercentileBand singleFileAt(double density)
{
    const auto bands = singleFile();
    if (density <= bands.front().density) return bands.front();
    if (density >= bands.back().density) return bands.back();
    const auto above = std::ranges::upper_bound(bands, density, {}, &PercentileBand::density);
    const PercentileBand& b = *above;
    const PercentileBand& a = *(above - 1);
    const double t = (density - a.density) / (b.density - a.density);
    return {density, a.p10 + t * (b.p10 - a.p10), a.p50 + t * (b.p50 - a.p50), a.p90 + t * (b.p90 - a.p90)};
}

std::vector<StateBin> binned(std::span<const StatePoint> points, double width)
{
    std::vector<StateBin> bins;
    for (const StatePoint& point : points) {
        const auto index = static_cast<std::size_t>(std::floor(point.density / width));
        while (bins.size() <= index) {
            const double low = static_cast<double>(bins.size()) * width;
            bins.push_back({low, low + width, 0, 0.0, 0.0});
        }
        ++bins[index].points;
        bins[index].speed += point.speed;
        bins[index].flow += point.density * point.speed;
    }
    for (StateBin& bin : bins) {
        if (bin.points == 0) continue;
        bin.speed /= static_cast<double>(bin.points);
        bin.flow /= static_cast<double>(bin.points);
    }
    return bins;
}

}
