// A7: children of 6 to 10 years go down a stair one by one. Measured by Ono et al. 2024 on 783 pupils: 0.85 m/s on the
// flights, 1.02 m/s on the landings, scattering by more than a fifth. Steps as GB 50099 asks of a primary school.
#include "sim/validate/bout.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/stair_lab.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr DogLegStair kStair{1.5, 1.5, 0.26, 0.15, 12, 0.11};
constexpr double kAcross = 2.0 * kStair.width + kStair.well;
constexpr std::size_t kChildren = 60; // for each seed
constexpr int kGrades = 4;            // 6 to 10 years: grades 1 to 4
constexpr double kFlight = 0.85;      // m/s along the slope
constexpr double kLanding = 1.02;
constexpr double kWithin = 0.1; // of these
constexpr double kLeastScatter = 0.20;

Lab house()
{
    return labOf(dogLegSchool(kStair, {storeyWith(kStair, 1, {hallOf("below", Rect{0.0, -4.0, kAcross, 0.0})},
                                                  {wayOut("exit", {0.0, -4.0}, {kAcross, -4.0})}),
                                       storeyWith(kStair, 2, {hallOf("above", Rect{0.0, -4.0, kAcross, 0.0})}, {})}));
}

// Mean speeds of one child; 0 where it was never seen.
struct Speeds {
    double flight = 0.0; // m/s along the slope
    double landing = 0.0;
};

Speeds speedsOf(const Lab& lab, std::uint64_t seed, std::uint64_t child, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.interval = 0.1;
    bout.limit = 120.0;
    bout.walkers = crowdIn({surfaceNamed(lab, "above"), Rect{1.0, -3.0, 2.0, -2.0}, 1.0, 1}, seed);
    const Vec2 at = bout.walkers.front().at;
    bout.walkers.front() = personOf(1 + static_cast<int>(child % kGrades), seed, child);
    bout.walkers.front().at = at;
    bout.walkers.front().surface = surfaceNamed(lab, "above");
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Record record = walked(bout, cancel);
    double sum[2] = {0.0, 0.0};
    double count[2] = {0.0, 0.0};
    for (std::size_t k = 0; k < record.frames.size(); ++k) {
        if (record.frames[k].size() == 0) continue;
        const Surface& surface = lab.walkable.surfaces[record.frames[k].surface[0]];
        if (surface.kind != SurfaceKind::Flight && surface.kind != SurfaceKind::HalfLanding) continue;
        const std::size_t place = surface.kind == SurfaceKind::Flight ? 0 : 1;
        sum[place] += length(velocitiesAt(record.frames, k, 1)[0]) / planPerSlope(surface);
        count[place] += 1.0;
    }
    if (!record.finished) return {};
    return {sum[0] / count[0], sum[1] / count[1]};
}

struct Figures {
    double flight = 0.0;
    double landing = 0.0;
    double scatter = 0.0; // standard deviation of the speed on flights over its mean
};
Figures figuresOf(const std::vector<Speeds>& speeds, std::size_t first)
{
    Figures figures;
    for (std::size_t n = first; n < first + kChildren; ++n) {
        figures.flight += speeds[n].flight / kChildren;
        figures.landing += speeds[n].landing / kChildren;
    }
    double squares = 0.0;
    for (std::size_t n = first; n < first + kChildren; ++n) {
        const double off = speeds[n].flight - figures.flight;
        squares += off * off;
    }
    figures.scatter = std::sqrt(squares / (kChildren - 1)) / figures.flight;
    return figures;
}

bool near(double value, double wanted)
{
    return std::fabs(value - wanted) <= kWithin * wanted;
}

Outcome run(const TrialOptions& options)
{
    const Lab lab = house();
    std::vector<Speeds> speeds(kChildren * options.seeds);
    eachRun(speeds.size(), options,
            [&](std::size_t n) { speeds[n] = speedsOf(lab, 1 + n / kChildren, n % kChildren, options.cancel); });
    std::vector<double> flight;
    std::vector<double> landing;
    std::vector<double> scatter;
    for (std::size_t n = 0; n < speeds.size(); n += kChildren) {
        const Figures figures = figuresOf(speeds, n);
        flight.push_back(figures.flight);
        landing.push_back(figures.landing);
        scatter.push_back(figures.scatter);
    }
    const Spread onFlight = spreadOf(flight);
    const Spread onLanding = spreadOf(landing);
    const Spread cv = spreadOf(scatter);
    Outcome outcome;
    outcome.verdict = near(onFlight.median, kFlight) && near(onLanding.median, kLanding) && cv.median >= kLeastScatter
                          ? Verdict::Pass
                          : Verdict::Fail;
    outcome.got = {"experiment.children_down.got",
                   {figure(onFlight, 2), figure(onLanding, 2), figure(cv, 2), std::to_string(options.seeds)}};
    const auto lost = std::ranges::count(speeds, 0.0, &Speeds::flight);
    if (lost > 0)
        outcome.details = {{"experiment.children_down.lost", {std::to_string(lost), std::to_string(speeds.size())}}};
    return outcome;
}

}

Trial childrenDownTrial()
{
    return {"A7", {"experiment.children_down", {}}, {"experiment.children_down.asked", {}}, "Ono et al. 2024", run};
}

}
