#include "sim/report/plot.hpp"

#include "sim/report/phrases.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace stairwise {
namespace {

constexpr double kLeft = 30.0; // points beside the axes
constexpr double kRight = 8.0;
constexpr double kTop = 32.0;    // title, y axis' name
constexpr double kBottom = 26.0; // ticks, x axis' name
constexpr double kAxes = 140.0;  // height of the plot itself
constexpr double kLegendRow = 11.0;
constexpr double kSmall = 7.0; // point size
constexpr double kTitle = 8.5;
constexpr std::size_t kMarked = 14; // lines of so few points show them

constexpr Colour kInk{20, 20, 20, 255};
constexpr Colour kGrid{225, 225, 225, 255};
constexpr Colour kFrame{120, 120, 120, 255};
constexpr Colour kBand{170, 196, 224, 150};
constexpr Colour kDots{40, 90, 150, 70};

struct Pen {
    Colour colour;
    double width;   // points
    double on, off; // points of dash and gap; off 0: solid
};
constexpr std::array<Pen, 6> kPens = {{{{20, 20, 20, 255}, 1.5, 1.0, 0.0},
                                       {{192, 57, 43, 255}, 1.1, 5.0, 3.0},
                                       {{31, 111, 92, 255}, 1.1, 0.1, 2.6},
                                       {{125, 60, 152, 255}, 1.1, 9.0, 3.0},
                                       {{184, 110, 11, 255}, 1.1, 2.5, 2.5},
                                       {{93, 109, 126, 255}, 1.1, 0.1, 5.0}}};
constexpr double kThin = 0.6; // points: a line in many pieces

struct Axes {
    Scale x, y;
    double bottom = 0.0; // of the plot in the picture
    [[nodiscard]] Vec2 at(double vx, double vy) const
    {
        const double width = kPlotWidth - kLeft - kRight;
        return {kLeft + width * (vx - x.low) / (x.high - x.low), bottom + kAxes * (vy - y.low) / (y.high - y.low)};
    }
};

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void take(const std::vector<double>& values)
    {
        for (const double value : values) {
            if (!std::isfinite(value)) continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
};

Axes axesOf(const Plot& plot, double bottom)
{
    Range x, y;
    for (const Curve& curve : plot.curves) {
        x.take(curve.x);
        y.take(curve.y);
        y.take(curve.top);
    }
    if (x.low > x.high) x = {0.0, 1.0};
    if (y.low > y.high) y = {0.0, 1.0};
    const auto fromZero = [](double low, double high) { return low > 0.0 && low < 0.5 * high ? 0.0 : low; };
    return {scaleOver(fromZero(x.low, x.high), x.high), scaleOver(std::min(0.0, y.low), y.high), bottom};
}

void addText(Picture& picture, Vec2 at, double size, Anchor anchor, std::string text, double widest = 0.0)
{
    picture.shapes.push_back(TextShape{at, size, anchor, kInk, std::move(text), widest});
}

void addGrid(Picture& picture, const Axes& axes)
{
    for (double v = axes.x.low; v <= axes.x.high + 1e-9; v += axes.x.step) {
        picture.shapes.push_back(LineShape{{axes.at(v, axes.y.low), axes.at(v, axes.y.high)}, false, 0.4, kGrid});
        addText(picture, axes.at(v, axes.y.low) - Vec2{0.0, 9.0}, kSmall, Anchor::Centre, fixed(v, axes.x.decimals));
    }
    for (double v = axes.y.low; v <= axes.y.high + 1e-9; v += axes.y.step) {
        picture.shapes.push_back(LineShape{{axes.at(axes.x.low, v), axes.at(axes.x.high, v)}, false, 0.4, kGrid});
        addText(picture, axes.at(axes.x.low, v) - Vec2{4.0, 2.5}, kSmall, Anchor::Right, fixed(v, axes.y.decimals));
    }
}

void addFrame(Picture& picture, const Axes& axes)
{
    const Scale& x = axes.x;
    const Scale& y = axes.y;
    picture.shapes.push_back(
        LineShape{{axes.at(x.low, y.low), axes.at(x.high, y.low), axes.at(x.high, y.high), axes.at(x.low, y.high)},
                  true,
                  0.6,
                  kFrame});
}

void addBand(Picture& picture, const Axes& axes, const Curve& curve)
{
    std::vector<Vec2> ring;
    for (std::size_t i = 0; i < curve.x.size(); ++i) ring.push_back(axes.at(curve.x[i], curve.y[i]));
    for (std::size_t i = curve.x.size(); i-- > 0;) ring.push_back(axes.at(curve.x[i], curve.top[i]));
    picture.shapes.push_back(FillShape{{ring}, kBand});
}

// Dashes of a polyline, as lines of their own.
void addDashed(Picture& picture, const std::vector<Vec2>& points, const Pen& pen)
{
    if (pen.off <= 0.0) {
        picture.shapes.push_back(LineShape{points, false, pen.width, pen.colour});
        return;
    }
    const double period = pen.on + pen.off;
    double walked = 0.0; // along the line
    std::vector<Vec2> dash;
    const auto finish = [&] {
        if (dash.size() > 1) picture.shapes.push_back(LineShape{dash, false, pen.width, pen.colour});
        dash.clear();
    };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Vec2 way = points[i + 1] - points[i];
        const double size = length(way);
        double at = 0.0;
        while (at < size) {
            const double phase = std::fmod(walked + at, period);
            const bool drawn = phase < pen.on;
            const double next = std::min(size, at + (drawn ? pen.on - phase : period - phase) + 1e-6);
            if (drawn) {
                if (dash.empty()) dash.push_back(points[i] + way * (at / size));
                dash.push_back(points[i] + way * (next / size));
            } else {
                finish();
            }
            at = next;
        }
        walked += size;
    }
    finish();
}

void addLine(Picture& picture, const Axes& axes, const Curve& curve, Pen pen)
{
    std::vector<Vec2> piece;
    const bool broken = std::ranges::any_of(curve.y, [](double y) { return !std::isfinite(y); });
    if (broken) pen.width = kThin;
    const auto finish = [&] {
        if (piece.size() > 1) addDashed(picture, piece, pen);
        piece.clear();
    };
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
        if (!std::isfinite(curve.y[i])) {
            finish();
            continue;
        }
        piece.push_back(axes.at(curve.x[i], curve.y[i]));
        if (!broken && curve.x.size() > 2 && curve.x.size() <= kMarked)
            picture.shapes.push_back(DiscShape{piece.back(), 1.8, pen.colour});
    }
    finish();
}

void addDots(Picture& picture, const Axes& axes, const Curve& curve)
{
    for (std::size_t i = 0; i < curve.x.size(); ++i)
        picture.shapes.push_back(DiscShape{axes.at(curve.x[i], curve.y[i]), 1.0, kDots});
}

// Bands lie below dots, dots below lines; pens go by the order of lines.
void addCurves(Picture& picture, const Plot& plot, const Axes& axes)
{
    for (const Curve& curve : plot.curves)
        if (curve.kind == Curve::Kind::Band) addBand(picture, axes, curve);
    for (const Curve& curve : plot.curves)
        if (curve.kind == Curve::Kind::Points) addDots(picture, axes, curve);
    std::size_t pen = 0;
    for (const Curve& curve : plot.curves)
        if (curve.kind == Curve::Kind::Line) addLine(picture, axes, curve, kPens[pen++ % kPens.size()]);
}

void addSample(Picture& picture, Vec2 at, Curve::Kind kind, const Pen& pen)
{
    constexpr double kLong = 16.0;
    if (kind == Curve::Kind::Band)
        picture.shapes.push_back(FillShape{
            {{at + Vec2{0.0, -2.5}, at + Vec2{kLong, -2.5}, at + Vec2{kLong, 2.5}, at + Vec2{0.0, 2.5}}}, kBand});
    else if (kind == Curve::Kind::Line)
        addDashed(picture, {at, at + Vec2{kLong, 0.0}}, pen);
    else
        for (const double x : {2.0, 6.0, 10.0, 14.0})
            picture.shapes.push_back(DiscShape{at + Vec2{x, x == 6.0 ? 1.5 : -0.5}, 1.0, {40, 90, 150, 160}});
}

void addLegend(Picture& picture, const Plot& plot, double top, Language language)
{
    std::size_t pen = 0;
    const double half = 0.5 * (kPlotWidth - kLeft - kRight);
    for (std::size_t i = 0; i < plot.curves.size(); ++i) {
        const Curve& curve = plot.curves[i];
        const Vec2 at{kLeft + (i % 2 == 0 ? 0.0 : half), top - kLegendRow * static_cast<double>(i / 2)};
        addSample(picture, at, curve.kind, kPens[curve.kind == Curve::Kind::Line ? pen++ % kPens.size() : 0]);
        addText(picture, at + Vec2{20.0, -2.5}, kSmall, Anchor::Left, say(curve.name, language), half - 22.0);
    }
}

}

Scale scaleOver(double low, double high)
{
    if (!(high > low)) high = low + 1.0;
    const double rough = (high - low) / 6.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10.0 * power;
    for (const double times : {5.0, 2.0, 1.0})
        if (times * power >= rough - 1e-12) step = times * power;
    const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step, decimals};
}

Picture plotPicture(const Plot& plot, Language language)
{
    const double legend = kLegendRow * static_cast<double>((plot.curves.size() + 1) / 2) + 4.0;
    const double height = kTop + kAxes + kBottom + legend;
    Picture picture{{0.0, 0.0}, {kPlotWidth, height}, 1.0, {}};
    const Axes axes = axesOf(plot, legend + kBottom);
    addText(picture, {kLeft, height - 10.0}, kTitle, Anchor::Left, say(plot.title, language),
            kPlotWidth - kLeft - kRight);
    addText(picture, {kLeft, height - 25.0}, kSmall, Anchor::Left, say(plot.yLabel, language),
            kPlotWidth - kLeft - kRight);
    addGrid(picture, axes);
    addCurves(picture, plot, axes);
    addFrame(picture, axes);
    addText(picture, {0.5 * (kLeft + kPlotWidth - kRight), legend + 7.0}, kSmall, Anchor::Centre,
            say(plot.xLabel, language));
    addLegend(picture, plot, legend - 4.0, language);
    return picture;
}

}
