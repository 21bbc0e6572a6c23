#include "sim/validate/plots.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>

namespace stairwise {
namespace {

double valueOf(Over what, double density, double speed)
{
    return what == Over::Speed ? speed : density * speed;
}

}

Plot diagram(Over what)
{
    Plot plot;
    plot.xLabel = {"plot.density", {}};
    if (what == Over::Speed) {
        plot.title = {"plot.speed_over_density", {}};
        plot.yLabel = {"plot.speed", {}};
    } else {
        plot.title = {"plot.flow_over_density", {}};
        plot.yLabel = {"plot.specific_flow", {}};
    }
    return plot;
}

Curve dots(Message name, std::span<const StatePoint> points, Over what)
{
    Curve curve{std::move(name), Curve::Kind::Points, {}, {}, {}};
    const std::size_t stride = points.size() / kMostDots + 1;
    for (std::size_t i = 0; i < points.size(); i += stride) {
        curve.x.push_back(points[i].density);
        curve.y.push_back(valueOf(what, points[i].density, points[i].speed));
    }
    return curve;
}

Curve means(Message name, std::span<const StateBin> bins, Over what)
{
    Curve curve{std::move(name), Curve::Kind::Line, {}, {}, {}};
    for (const StateBin& bin : bins) {
        if (bin.points < kLeastPoints) continue;
        curve.x.push_back(0.5 * (bin.low + bin.high));
        curve.y.push_back(what == Over::Speed ? bin.speed : bin.flow);
    }
    return curve;
}

Curve twoSigma(Message name, std::span<const SpeedBand> bands, Over what)
{
    Curve curve{std::move(name), Curve::Kind::Band, {}, {}, {}};
    for (const SpeedBand& band : bands) {
        const double density = 0.5 * (band.low + band.high);
        curve.x.push_back(density);
        curve.y.push_back(valueOf(what, density, std::max(0.0, band.mean - 2.0 * band.sigma)));
        curve.top.push_back(valueOf(what, density, band.mean + 2.0 * band.sigma));
    }
    return curve;
}

Curve formula(Message name, double from, double to, Over what, const std::function<double(double)>& speed)
{
    constexpr int kSteps = 80;
    Curve curve{std::move(name), Curve::Kind::Line, {}, {}, {}};
    for (int i = 0; i <= kSteps; ++i) {
        const double density = from + (to - from) * i / kSteps;
        curve.x.push_back(density);
        curve.y.push_back(valueOf(what, density, speed(density)));
    }
    return curve;
}

double weidmannSpeed(double density)
{
    return 1.34 * (1.0 - steady::exp(-1.913 * (1.0 / density - 1.0 / 5.4)));
}

}
