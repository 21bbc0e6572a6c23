#include "editor/model/ensemble.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

/// `sorted`, at a share 0 … 1 of the way from the first to the last.
double quantileOf(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

using Passages = std::vector<Curve> Curves::*;

std::vector<Band> bandsOf(const std::vector<Curves>& runs, Passages passages)
{
    std::vector<Band> bands;
    for (std::size_t i = 0; i < (runs.front().*passages).size(); ++i) {
        std::vector<Curve> same;
        for (const Curves& run : runs) same.push_back((run.*passages)[i]);
        bands.push_back(bandOf(same));
    }
    return bands;
}

}

Spread spreadOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return {quantileOf(values, 0.1), quantileOf(values, 0.5), quantileOf(values, 0.9)};
}

Band bandOf(const std::vector<Curve>& runs)
{
    Band band;
    if (runs.empty()) return band;
    band.id = runs.front().id;
    std::size_t seconds = 0;
    for (const Curve& run : runs) seconds = std::max(seconds, run.count.size());
    for (std::size_t s = 0; s < seconds; ++s) {
        std::vector<double> counts;
        for (const Curve& run : runs)
            counts.push_back(run.count.empty() ? 0.0 : run.count[std::min(s, run.count.size() - 1)]);
        const Spread spread = spreadOf(std::move(counts));
        band.low.push_back(spread.low);
        band.median.push_back(spread.median);
        band.high.push_back(spread.high);
    }
    return band;
}

std::optional<Ensemble> ensembleOf(const RunOutcome& outcome)
{
    if (outcome.result == nullptr) return std::nullopt;
    std::vector<Curves> runs{curvesOf(*outcome.result)};
    std::vector<double> clearances;
    const auto take = [&](const RunResult& result) {
        if (result.clearance) clearances.push_back(*result.clearance);
    };
    take(*outcome.result);
    for (std::size_t i = 0; i < outcome.further.size(); ++i) {
        runs.push_back(curvesOf(outcome.further[i]));
        runs.back().out = curveOf({}, outcome.furtherOut[i], outcome.further[i].endTime);
        take(outcome.further[i]);
    }
    Ensemble ensemble;
    ensemble.runs = runs.size();
    ensemble.emptied = clearances.size();
    if (!clearances.empty()) ensemble.clearance = spreadOf(clearances);
    std::vector<Curve> out;
    for (const Curves& run : runs) out.push_back(run.out);
    ensemble.out = bandOf(out);
    ensemble.stairs = bandsOf(runs, &Curves::stairs);
    ensemble.exits = bandsOf(runs, &Curves::exits);
    return ensemble;
}

}
