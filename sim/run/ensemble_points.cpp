#include "sim/run/ensemble_points.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace stairwise {
namespace {

using Found = std::vector<const RiskPoint*>; // one a run at most

Band bandOver(const Found& found, double RiskPoint::*value)
{
    std::vector<double> values;
    for (const RiskPoint* point : found) values.push_back(point->*value);
    return *bandOf(std::move(values));
}

EnsemblePoint pointOf(const Found& found, std::size_t runs)
{
    EnsemblePoint point;
    Found byIndex = found;
    std::ranges::stable_sort(byIndex, {}, [](const RiskPoint* p) { return std::tuple(p->rank, riskIndex(*p)); });
    point.typical = *byIndex[byIndex.size() / 2];
    point.shareOfRuns = static_cast<double>(found.size()) / static_cast<double>(runs);
    const auto top = std::ranges::count_if(found, [](const RiskPoint* p) { return p->rank >= kTopRanks; });
    point.topShare = static_cast<double>(top) / static_cast<double>(runs);
    point.from = bandOver(found, &RiskPoint::from);
    point.to = bandOver(found, &RiskPoint::to);
    point.peak = bandOver(found, &RiskPoint::peak);
    point.personSeconds = bandOver(found, &RiskPoint::personSeconds);
    std::vector<double> indices(runs - found.size(), 0.0);
    for (const RiskPoint* p : found) indices.push_back(riskIndex(*p));
    point.index = *bandOf(std::move(indices));
    return point;
}

}

std::vector<EnsemblePoint> ensemblePoints(const std::vector<RunSketch>& runs)
{
    std::map<std::pair<SurfaceIndex, std::size_t>, Found> places;
    for (const RunSketch& run : runs) {
        std::map<std::pair<SurfaceIndex, std::size_t>, const RiskPoint*> worst; // the first of a place is its worst
        for (const RiskPoint& point : run.points) worst.try_emplace({point.surface, point.stretch}, &point);
        for (const auto& [place, point] : worst) places[place].push_back(point);
    }
    std::vector<EnsemblePoint> points;
    for (const auto& [place, found] : places) points.push_back(pointOf(found, runs.size()));
    std::ranges::stable_sort(points, std::ranges::greater{}, [](const EnsemblePoint& p) {
        return std::tuple(2.0 * p.shareOfRuns >= 1.0, p.typical.rank, p.index.median, p.shareOfRuns);
    });
    return points;
}

}
