#include "sim/stagger/comparison.hpp"

#include "sim/run/capped.hpp"
#include "sim/stagger/paired.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace stairwise {
namespace {

constexpr std::size_t kMoments = 60; // of the curves of who is out

using Values = std::vector<std::optional<double>>; // by run

std::optional<Band> bandOver(const Values& values)
{
    std::vector<double> there;
    for (const auto& value : values)
        if (value) there.push_back(*value);
    return bandOf(std::move(there));
}

ComparedFigure figureOf(Compared what, const Values& a, const Values& b)
{
    ComparedFigure figure;
    figure.what = what;
    figure.a = bandOver(a);
    figure.b = bandOver(b);
    std::vector<double> differences;
    for (std::size_t run = 0; run < std::min(a.size(), b.size()); ++run)
        if (a[run] && b[run]) differences.push_back(*b[run] - *a[run]);
    figure.p = signedRankP(differences);
    figure.difference = bandOf(std::move(differences));
    return figure;
}

template <class Value> Values valuesOf(const EnsembleResult& ensemble, const Value& value)
{
    Values values;
    for (const RunSketch& run : ensemble.runs) values.push_back(value(run));
    return values;
}

std::optional<std::size_t> indexOf(const std::vector<NamedBand>& bands, const std::string& id)
{
    const auto found = std::ranges::find(bands, id, &NamedBand::id);
    if (found == bands.end()) return std::nullopt;
    return static_cast<std::size_t>(found - bands.begin());
}

/// Classes, stairs or exits: where they stand in an ensemble and in each of its runs.
struct Kind {
    Compared what;
    std::vector<NamedBand> EnsembleResult::*bands;
    std::vector<std::optional<double>> RunSketch::*values;
};

Values valuesOf(const EnsembleResult& ensemble, const Kind& kind, const std::string& id)
{
    const auto index = indexOf(ensemble.*kind.bands, id);
    if (!index) return {};
    return valuesOf(ensemble, [&](const RunSketch& run) { return (run.*kind.values)[*index]; });
}

std::vector<ComparedFigure> figuresOf(const EnsembleResult& a, const EnsembleResult& b, const Kind& kind)
{
    std::vector<NamedBand> all = a.*kind.bands;
    for (const NamedBand& band : b.*kind.bands)
        if (!indexOf(all, band.id)) all.push_back(band);
    std::vector<ComparedFigure> figures;
    for (const NamedBand& band : all) {
        ComparedFigure figure = figureOf(kind.what, valuesOf(a, kind, band.id), valuesOf(b, kind, band.id));
        if (!figure.a && !figure.b) continue; // a gate that nobody took
        figure.id = band.id;
        figure.name = band.name;
        figures.push_back(std::move(figure));
    }
    return figures;
}

/// A place by a name that two versions of a school share.
using Spot = std::pair<std::string, std::size_t>; // element and stretch
Spot spotOf(const Walkable& walkable, const RiskPoint& point)
{
    return {walkable.surfaces[point.surface].element, point.stretch};
}

std::optional<std::size_t> pointAt(const ComparisonSide& side, const Spot& spot)
{
    for (std::size_t i = 0; i < side.ensemble.points.size(); ++i)
        if (spotOf(side.walkable, side.ensemble.points[i].typical) == spot) return i;
    return std::nullopt;
}

// Nought in a run without the place; nothing at all in a school that does not have it.
Values indicesAt(const ComparisonSide& side, const Spot& spot)
{
    if (std::ranges::find(side.walkable.surfaces, spot.first, &Surface::element) == side.walkable.surfaces.end())
        return {};
    return valuesOf(side.ensemble, [&](const RunSketch& run) {
        double sum = 0.0;
        for (const RiskPoint& point : run.points)
            if (spotOf(side.walkable, point) == spot) sum += riskIndex(point);
        return std::optional(sum);
    });
}

std::vector<ComparedFigure> placesOf(const ComparisonSide& a, const ComparisonSide& b)
{
    std::vector<Spot> spots;
    for (const ComparisonSide* side : {&a, &b})
        for (const EnsemblePoint& point : side->ensemble.points) {
            const Spot spot = spotOf(side->walkable, point.typical);
            if (std::ranges::find(spots, spot) == spots.end()) spots.push_back(spot);
        }
    std::vector<ComparedFigure> figures;
    for (const Spot& spot : spots) {
        ComparedFigure figure = figureOf(Compared::Place, indicesAt(a, spot), indicesAt(b, spot));
        const bool never = figure.a && figure.b && figure.a->high <= 0.0 && figure.b->high <= 0.0;
        if (never) continue; // a point of low rank in both: its index is nought nearly always
        figure.id = spot.first;
        figure.pointA = pointAt(a, spot);
        figure.pointB = pointAt(b, spot);
        figures.push_back(std::move(figure));
    }
    return figures;
}

// The more figures of a kind there are, the more would differ by chance.
void raise(std::vector<ComparedFigure>& figures)
{
    std::vector<double> p;
    for (const ComparedFigure& figure : figures)
        if (figure.p) p.push_back(*figure.p);
    const std::vector<double> raised = holm(p);
    std::size_t next = 0;
    for (ComparedFigure& figure : figures)
        if (figure.p) figure.p = raised[next++];
}

void append(std::vector<ComparedFigure>& all, std::vector<ComparedFigure> more)
{
    raise(more);
    std::ranges::move(more, std::back_inserter(all));
}

double percentOut(const RunSketch& run, double seconds)
{
    double before = 0.0; // seconds
    for (std::size_t i = 0; i < run.outAfter.size(); ++i) {
        const std::optional<double>& after = run.outAfter[i];
        const double share = 100.0 / static_cast<double>(run.outAfter.size());
        if (!after) return share * static_cast<double>(i);
        if (*after > seconds)
            return share * (static_cast<double>(i) + std::max(0.0, seconds - before) / (*after - before));
        before = *after;
    }
    return 100.0;
}

double lastOut(const EnsembleResult& ensemble)
{
    double last = 0.0;
    for (const RunSketch& run : ensemble.runs)
        for (const auto& after : run.outAfter) last = std::max(last, after.value_or(0.0));
    return last;
}

std::vector<OutAt> curveOf(const EnsembleResult& ensemble, double until)
{
    std::vector<OutAt> curve;
    for (std::size_t m = 0; m <= kMoments && !ensemble.runs.empty(); ++m) {
        const double seconds = until * static_cast<double>(m) / static_cast<double>(kMoments);
        std::vector<double> percents;
        for (const RunSketch& run : ensemble.runs) percents.push_back(percentOut(run, seconds));
        curve.push_back({seconds, *bandOf(std::move(percents))});
    }
    return curve;
}

}

bool isShown(const ComparedFigure& figure)
{
    return figure.p && *figure.p <= kShown;
}

Comparison comparisonOf(const ComparisonSide& a, const ComparisonSide& b)
{
    Comparison comparison;
    comparison.pairs = std::min(a.ensemble.runs.size(), b.ensemble.runs.size());
    const auto whole = [&](Compared what, const auto& value) {
        return figureOf(what, valuesOf(a.ensemble, value), valuesOf(b.ensemble, value));
    };
    append(comparison.figures, {whole(Compared::Clearance, [](const RunSketch& run) { return run.clearance; })});
    append(comparison.figures, {whole(Compared::Risk, [](const RunSketch& run) { return std::optional(run.risk); })});
    for (const Kind& kind : {Kind{Compared::Class, &EnsembleResult::classes, &RunSketch::classes},
                             Kind{Compared::Stair, &EnsembleResult::stairs, &RunSketch::stairs},
                             Kind{Compared::Exit, &EnsembleResult::exits, &RunSketch::exits}})
        append(comparison.figures, figuresOf(a.ensemble, b.ensemble, kind));
    append(comparison.figures, placesOf(a, b));
    const double until = std::max(lastOut(a.ensemble), lastOut(b.ensemble));
    comparison.outA = curveOf(a.ensemble, until);
    comparison.outB = curveOf(b.ensemble, until);
    return comparison;
}

BothEnsembles bothEnsembles(const Case& a, const Case& b, const EnsembleOptions& options, CancelToken cancel,
                            const Progress& progress)
{
    Scenario second = b.scenario;
    second.seed = a.scenario.seed;
    BothEnsembles both;
    both.a = ensembleOf(a.school, a.scenario, options, cancel, halfOf(progress, 0.0));
    both.b = ensembleOf(b.school, second, options, cancel, halfOf(progress, 0.5));
    return both;
}

}
