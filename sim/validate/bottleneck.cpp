// A5: the flow through a bottleneck against its width. A hall 10 m wide with people standing in it at about 3 per m²,
// an opening in a wall 0.4 m thick, open ground behind it; after Seyfried et al. 2009, Kretz et al. 2006, EG 2006,
// Nagai et al. 2006, Daamen and Hoogendoorn 2010.
#include "sim/validate/door_flow.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kWidths[] = {0.5, 0.8, 1.0, 1.2, 1.6, 2.0, 2.5, 2.75}; // metres
constexpr double kMeasured = 1.9;                                       // persons per metre and second
constexpr double kPlay = 0.3;
constexpr double kFrom = 0.8; // metres: widths that the band is for
constexpr double kTo = 2.5;

bool counts(double width)
{
    return width >= kFrom && width <= kTo;
}

Verdict judged(const std::vector<DoorCase>& cases, const std::vector<Spread>& flows)
{
    for (std::size_t w = 0; w < cases.size(); ++w) {
        if (w > 0 && flows[w].median <= flows[w - 1].median) return Verdict::Fail;
        const double specific = flows[w].median / cases[w].width;
        if (counts(cases[w].width) && (specific < kMeasured - kPlay || specific > kMeasured + kPlay))
            return Verdict::Fail;
    }
    return Verdict::Pass;
}

// What the studies found as J = a·b over the widths they had; fits of ours through the origin.
struct Study {
    const char* name;
    double from, to; // metres
    double specific; // a, persons per metre and second
};
constexpr Study kStudies[] = {{"Kretz 2006", 0.4, 1.2, 1.82},
                              {"Seyfried 2009", 0.8, 1.2, 1.88},
                              {"EG 2006", 0.9, 2.5, 1.90},
                              {"Nagai 2006", 0.8, 2.0, 2.02},
                              {"Daamen 2010", 0.5, 2.75, 2.25}};

Plot plotOf(const std::vector<DoorCase>& cases, const std::vector<Spread>& flows)
{
    Plot plot{{"plot.flow_over_width", {}}, {"plot.width", {}}, {"plot.flow", {}}, {}};
    plot.curves.push_back({{"plot.bottleneck_band", {}},
                           Curve::Kind::Band,
                           {kFrom, kTo},
                           {(kMeasured - kPlay) * kFrom, (kMeasured - kPlay) * kTo},
                           {(kMeasured + kPlay) * kFrom, (kMeasured + kPlay) * kTo}});
    Curve ours{{"plot.ours", {}}, Curve::Kind::Line, {}, {}, {}};
    for (std::size_t w = 0; w < cases.size(); ++w) {
        ours.x.push_back(cases[w].width);
        ours.y.push_back(flows[w].median);
    }
    plot.curves.push_back(ours);
    for (const Study& study : kStudies)
        plot.curves.push_back({{"plot.study", {study.name}},
                               Curve::Kind::Line,
                               {study.from, study.to},
                               {study.specific * study.from, study.specific * study.to},
                               {}});
    return plot;
}

Outcome run(const TrialOptions& options)
{
    std::vector<DoorCase> cases;
    for (const double width : kWidths) cases.push_back({width, 0.4, 0.575, peopleFor(width)});
    const auto flows = flowsOf(cases, options);
    Outcome outcome;
    double least = 1e9;
    double most = 0.0;
    for (std::size_t w = 0; w < cases.size(); ++w) {
        const double width = cases[w].width;
        const double specific = flows[w].median / width;
        outcome.details.push_back({"experiment.bottleneck.width",
                                   {figure(width, 2), figure(flows[w], 2), figure(specific, 2),
                                    rangeFigure((kMeasured - kPlay) * width, (kMeasured + kPlay) * width, 2)}});
        if (!counts(width)) continue;
        least = std::min(least, specific);
        most = std::max(most, specific);
    }
    outcome.verdict = judged(cases, flows);
    outcome.plots = {plotOf(cases, flows)};
    outcome.got = {"experiment.bottleneck.got",
                   {rangeFigure(least, most, 2), figure(flows[0].median, 2), std::to_string(options.seeds)}};
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
