#include "sim/report/comparison_report.hpp"
#include "sim/report/plot.hpp"

#include <algorithm>

namespace stairwise {
namespace {

void addCurves(Plot& plot, const std::vector<OutAt>& out, const Message& middle, const Message& spread)
{
    Curve line{middle, Curve::Kind::Line, {}, {}, {}};
    Curve band{spread, Curve::Kind::Band, {}, {}, {}};
    for (const OutAt& at : out) {
        line.x.push_back(at.seconds);
        line.y.push_back(at.percent.median);
        band.x.push_back(at.seconds);
        band.y.push_back(at.percent.low);
        band.top.push_back(at.percent.high);
    }
    plot.curves.push_back(std::move(line));
    plot.curves.push_back(std::move(band));
}

void move(Vec2& point, Vec2 by, double scale)
{
    point = {point.x * scale + by.x, point.y * scale + by.y};
}

void move(Shape& shape, Vec2 by, double scale)
{
    if (auto* fill = std::get_if<FillShape>(&shape))
        for (auto& ring : fill->rings)
            for (Vec2& point : ring) move(point, by, scale);
    if (auto* line = std::get_if<LineShape>(&shape))
        for (Vec2& point : line->points) move(point, by, scale);
    if (auto* disc = std::get_if<DiscShape>(&shape)) {
        move(disc->centre, by, scale);
        disc->radius *= scale;
    }
    if (auto* text = std::get_if<TextShape>(&shape)) move(text->at, by, scale);
}

// On the scale of the left one: the right keeps its size on paper.
Picture besideOneAnother(Picture left, Picture right)
{
    const double scale = right.pointsPerMetre / left.pointsPerMetre;
    const Vec2 by{left.high.x - right.low.x * scale, left.low.y - right.low.y * scale};
    for (Shape& shape : right.shapes) move(shape, by, scale);
    std::ranges::move(right.shapes, std::back_inserter(left.shapes));
    const double high = (right.high.y - right.low.y) * scale;
    left.high.x += (right.high.x - right.low.x) * scale;
    left.high.y = std::max(left.high.y, left.low.y + high);
    return left;
}

}

Picture outPicture(const NamedComparison& comparison, Language language)
{
    Plot plot;
    plot.title = {"plans.out.title", {comparison.a.one.scenario, comparison.b.one.scenario}};
    plot.xLabel = {"plans.out.x", {}};
    plot.yLabel = {"plans.out.y", {}};
    addCurves(plot, comparison.comparison.outA, {"plans.out.a", {}}, {"plans.out.a_band", {}});
    addCurves(plot, comparison.comparison.outB, {"plans.out.b", {}}, {"plans.out.b_band", {}});
    return plotPicture(plot, language);
}

std::vector<StoreyPicture> densityPairs(const NamedComparison& comparison, Language language)
{
    const auto maps = [&](const ComparedPlan& plan) {
        return densityPictures(plan.one, plan.school, plan.walkable, language);
    };
    std::vector<StoreyPicture> pictures = maps(comparison.a);
    for (StoreyPicture& second : maps(comparison.b)) {
        const auto first = std::ranges::find(pictures, second.file, &StoreyPicture::file);
        if (first == pictures.end())
            pictures.push_back(std::move(second));
        else
            first->picture = besideOneAnother(std::move(first->picture), std::move(second.picture));
    }
    for (StoreyPicture& picture : pictures) picture.file.insert(0, "both_");
    return pictures;
}

}
