// A4: the fundamental diagram of an open corridor, after the experiments UO of Zhang et al. 2011: 350 people in a
// waiting room, an entrance, a corridor 3.0 m wide and 8 m long, its far end open or narrowed. Narrow entrances give
// the free branch, narrow ends the congested one.
#include "sim/validate/bands.hpp"
#include "sim/validate/bout.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/plots.hpp"

#include <algorithm>

namespace stairwise {
namespace {

struct Widths {
    double entrance, end; // metres
};
constexpr Widths kWidths[] = {{0.8, 3.0}, {1.0, 3.0}, {1.2, 3.0}, {1.8, 3.0}, {2.4, 3.0}, {3.0, 3.0},
                              {3.0, 2.4}, {3.0, 2.0}, {3.0, 1.6}, {3.0, 1.2}, {3.0, 0.8}};
constexpr std::size_t kScenes = std::size(kWidths);
constexpr std::size_t kPeople = 350;

Lab corridor(const Widths& widths)
{
    const double e = 0.5 * widths.entrance;
    const double x = 0.5 * widths.end;
    return labOf(oneStorey({hallOf("wait", Rect{-14.0, -7.0, 0.0, 7.0}), hallOf("corridor", Rect{0.0, -1.5, 8.0, 1.5})},
                           {gapOf("entrance", {0.0, -e}, {0.0, e}), wayOut("end", {8.0, -x}, {8.0, x})}));
}

// Steady: from when three tenths have left to when eight have (assumed: by then a jam has grown back beyond the area,
// and has not yet run out of people).
void addSteady(std::vector<StatePoint>& points, const Lab& lab, const Record& record)
{
    const MeasuringArea area{surfaceNamed(lab, "corridor"), {3.0, -1.5}, {5.0, 1.5}, {}};
    std::vector<double> out = record.out;
    std::ranges::sort(out);
    const double from = out[kPeople * 3 / 10];
    const double to = out[kPeople * 8 / 10];
    VoronoiCells cells(lab.walkable);
    for (std::size_t k = 0; k < record.frames.size(); ++k) {
        if (record.frames[k].time < from || record.frames[k].time > to) continue;
        const AreaState state = voronoiState(cells, record.frames[k], velocitiesAt(record.frames, k, 1), area);
        if (state.density > 0.0) points.push_back({state.density, state.speed});
    }
}

std::vector<std::vector<StatePoint>> walkAll(const TrialOptions& options)
{
    std::vector<Lab> labs;
    for (const Widths& widths : kWidths) labs.push_back(corridor(widths));
    std::vector<std::vector<StatePoint>> runs(kScenes * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        Bout bout;
        bout.lab = &labs[n % kScenes];
        bout.seed = 1 + n / kScenes;
        bout.walkers =
            crowdIn({surfaceNamed(*bout.lab, "wait"), Rect{-13.9, -6.9, -0.5, 6.9}, 0.63, kPeople}, bout.seed);
        bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
        const Record record = walked(bout, options.cancel);
        if (record.finished) addSteady(runs[n], *bout.lab, record);
    });
    return runs;
}

std::vector<StatePoint> joined(const std::vector<std::vector<StatePoint>>& runs, std::size_t begin, std::size_t end)
{
    std::vector<StatePoint> all;
    for (std::size_t n = begin; n < end; ++n) all.insert(all.end(), runs[n].begin(), runs[n].end());
    return all;
}

struct Peak {
    double flow = 0.0;    // persons per metre and second, mean of the best bin
    double density = 0.0; // the bin's middle
};
Peak peakOf(const std::vector<StateBin>& bins)
{
    Peak peak;
    for (const StateBin& bin : bins)
        if (bin.points >= kLeastPoints && bin.flow > peak.flow) peak = {bin.flow, 0.5 * (bin.low + bin.high)};
    return peak;
}

struct Held {
    std::size_t reached = 0;
    std::size_t within = 0;
    std::vector<Message> lines;
};
Held held(const std::vector<StateBin>& bins)
{
    Held result;
    for (const SpeedBand& band : openCorridor()) {
        const auto index = static_cast<std::size_t>(band.low / kBinWidth + 0.5);
        const std::string at = rangeFigure(band.low, band.high, 2);
        const double low = band.mean - 2.0 * band.sigma;
        const double high = band.mean + 2.0 * band.sigma;
        if (index >= bins.size() || bins[index].points < kLeastPoints) {
            result.lines.push_back({"experiment.bin_missed", {at, rangeFigure(low, high, 2)}});
            continue;
        }
        const bool in = bins[index].speed >= low && bins[index].speed <= high;
        ++result.reached;
        result.within += in ? 1 : 0;
        const std::string speed = figure(bins[index].speed, 2);
        result.lines.push_back(in ? Message{"experiment.bin_in", {at, speed, rangeFigure(low, high, 2)}}
                                  : Message{"experiment.bin_out", {at, speed, rangeFigure(low, high, 2)}});
    }
    return result;
}

Plot plotOf(Over what, std::span<const StatePoint> points, std::span<const StateBin> bins)
{
    Plot plot = diagram(what);
    plot.curves = {twoSigma({"plot.open_corridor", {}}, openCorridor(), what), dots({"plot.moments", {}}, points, what),
                   means({"plot.means", {}}, bins, what),
                   formula({"plot.weidmann", {}}, 0.2, 5.0, what, weidmannSpeed)};
    return plot;
}

Outcome run(const TrialOptions& options)
{
    const auto runs = walkAll(options);
    const auto points = joined(runs, 0, runs.size());
    const auto bins = binned(points, kBinWidth);
    const Held bars = held(bins);
    std::vector<double> peaks;
    for (std::size_t n = 0; n + kScenes <= runs.size(); n += kScenes)
        peaks.push_back(peakOf(binned(joined(runs, n, n + kScenes), kBinWidth)).flow);
    const Peak peak = peakOf(bins);
    const bool flows = peak.flow >= 1.2 && peak.flow <= 2.2 && peak.density > 1.5 && peak.density < 2.25;
    Outcome outcome;
    outcome.verdict =
        bars.reached >= 9 && 10 * bars.within >= 8 * bars.reached && flows ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"experiment.open_corridor.got",
                   {std::to_string(bars.within), std::to_string(bars.reached), figure(spreadOf(peaks), 2),
                    figure(peak.density, 2), std::to_string(options.seeds)}};
    outcome.details = bars.lines;
    outcome.plots = {plotOf(Over::Speed, points, bins), plotOf(Over::Flow, points, bins)};
    return outcome;
}

}

Trial openCorridorTrial()
{
    return {"A4",
            {"experiment.open_corridor", {}},
            {"experiment.open_corridor.asked", {}},
            "Zhang et al. 2011 (UO), Jülich archive",
            run};
}

}
