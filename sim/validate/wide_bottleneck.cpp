// Bottlenecks wider than those of A5. No data are at hand: shown.
#include "sim/validate/door_flow.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kWidths[] = {3.0, 3.6, 4.4, 5.0}; // metres

Outcome run(const TrialOptions& options)
{
    std::vector<DoorCase> cases;
    for (const double width : kWidths) cases.push_back({width, 0.4, 0.575, peopleFor(width)});
    const auto flows = flowsOf(cases, options);
    Outcome outcome;
    outcome.verdict = Verdict::Shown;
    double least = 1e9;
    double most = 0.0;
    for (std::size_t w = 0; w < cases.size(); ++w) {
        const double specific = flows[w].median / cases[w].width;
        least = std::min(least, specific);
        most = std::max(most, specific);
        outcome.details.push_back({"experiment.wide_bottleneck.width",
                                   {figure(cases[w].width, 1), figure(flows[w], 2), figure(specific, 2)}});
    }
    outcome.got = {"experiment.wide_bottleneck.got", {rangeFigure(least, most, 2), std::to_string(options.seeds)}};
    return outcome;
}

}

Trial wideBottleneckTrial()
{
    return {"E7", {"experiment.wide_bottleneck", {}}, {"experiment.no_band", {}}, "Hermes experiments", run};
}

}
