// A5: the flow through a bottleneck against its width. A hall 10 m wide with people standing in it at about 3 per m²,
// an opening in a wall 0.4 m thick, open ground behind it; after Seyfried et al. 2009, Kretz et al. 2006, Liddle et al.
// 2009 (EG) and Daamen and Hoogendoorn 2010.
#include "sim/validate/bout.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kWidths[] = {0.5, 0.8, 1.0, 1.2, 1.6, 2.0, 2.5, 2.75}; // metres
constexpr std::size_t kScenes = std::size(kWidths);
constexpr double kSpacing = 0.575; // metres: 3.0 persons per m²
constexpr double kNeck = 0.4;      // metres
constexpr double kPerMetre =
    120.0; // people for each metre of width: fewer reach no steady state (Liao et al. 2015: 115)
constexpr std::size_t kFewest = 180; // people

Lab hall(double width)
{
    const double b = 0.5 * width;
    return labOf(
        oneStorey({hallOf("hall", Rect{-20.0, -5.0, 0.0, 5.0}), hallOf("beyond", Rect{kNeck, -5.0, 8.0, 5.0})},
                  {gapOf("neck", {0.5 * kNeck, -b}, {0.5 * kNeck, b}), wayOut("end", {8.0, -5.0}, {8.0, 5.0})}));
}

double flowOf(const Lab& lab, double width, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    const auto people = std::max(kFewest, static_cast<std::size_t>(kPerMetre * width));
    bout.walkers = crowdIn({surfaceNamed(lab, "hall"), Rect{-19.9, -4.9, -0.5, 4.9}, kSpacing, people}, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Record record = walked(bout, cancel);
    if (!record.finished) return 0.0;
    const double b = 0.5 * width;
    return flowThrough(crossingsOf(record.frames, {kNowhere, {0.5 * kNeck, -b - 0.2}, {0.5 * kNeck, b + 0.2}}), 0.1);
}

Verdict judged(const std::vector<Spread>& flows)
{
    for (std::size_t w = 0; w < kScenes; ++w) {
        if (w > 0 && flows[w].median <= flows[w - 1].median) return Verdict::Fail;
        const bool counts = kWidths[w] >= 0.8 && kWidths[w] <= 2.5;
        const double specific = flows[w].median / kWidths[w];
        if (counts && (specific < 1.6 || specific > 2.2)) return Verdict::Fail;
    }
    return Verdict::Pass;
}

Outcome run(const TrialOptions& options)
{
    std::vector<Lab> labs;
    for (const double width : kWidths) labs.push_back(hall(width));
    std::vector<double> flows(kScenes * options.seeds);
    eachRun(flows.size(), options, [&](std::size_t n) {
        flows[n] = flowOf(labs[n % kScenes], kWidths[n % kScenes], 1 + n / kScenes, options.cancel);
    });
    std::vector<Spread> spreads;
    Outcome outcome;
    for (std::size_t w = 0; w < kScenes; ++w) {
        std::vector<double> own;
        for (std::size_t n = w; n < flows.size(); n += kScenes) own.push_back(flows[n]);
        spreads.push_back(spreadOf(own));
        outcome.details.push_back(
            {"experiment.bottleneck.width",
             {figure(kWidths[w], 2), figure(spreads[w], 2), figure(spreads[w].median / kWidths[w], 2),
              rangeFigure(1.6 * kWidths[w], 2.2 * kWidths[w], 2)}});
    }
    std::vector<double> specific;
    for (std::size_t w = 1; w + 1 < kScenes; ++w) specific.push_back(spreads[w].median / kWidths[w]);
    outcome.verdict = judged(spreads);
    outcome.got = {"experiment.bottleneck.got",
                   {rangeFigure(std::ranges::min(specific), std::ranges::max(specific), 2),
                    figure(spreads[0].median, 2), std::to_string(options.seeds)}};
    return outcome;
}

}

Trial bottleneckTrial()
{
    return {"A5",
            {"experiment.bottleneck", {}},
            {"experiment.bottleneck.asked", {}},
            "Kretz et al. 2006, Seyfried et al. 2009, EG 2006, Nagai et al. 2006, Daamen and Hoogendoorn 2010",
            run};
}

}
