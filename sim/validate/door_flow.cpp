#include "sim/validate/door_flow.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kDeep = 22.0;  // metres of hall before the opening
constexpr double kBeyond = 8.0; // metres of ground behind it
constexpr double kLeastHall = 10.0;

double halfHall(const DoorCase& one)
{
    return 0.5 * std::max(kLeastHall, one.width + 6.0);
}

}

Lab labOf(const DoorCase& one)
{
    const double b = 0.5 * one.width;
    const double h = halfHall(one);
    const double end = one.neck + kBeyond;
    return labOf(
        oneStorey({hallOf("hall", Rect{-kDeep, -h, 0.0, h}), hallOf("beyond", Rect{one.neck, -h, end, h})},
                  {gapOf("neck", {0.5 * one.neck, -b}, {0.5 * one.neck, b}), wayOut("end", {end, -h}, {end, h})}));
}

double flowOf(const DoorCase& one, const Lab& lab, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    const double h = halfHall(one) - 0.1;
    Standing standing{surfaceNamed(lab, "hall"), Rect{-kDeep + 0.1, -h, -0.5, h}, one.spacing, one.people};
    standing.grade = one.grade;
    bout.walkers = crowdIn(standing, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Record record = walked(bout, cancel);
    if (!record.finished) return 0.0;
    const double reach = 0.5 * one.width + 0.2;
    const CountingLine line{kNowhere, {0.5 * one.neck, -reach}, {0.5 * one.neck, reach}};
    return flowThrough(crossingsOf(record.frames, line), 0.1);
}

std::size_t peopleFor(double width)
{
    return std::max(std::size_t{180}, static_cast<std::size_t>(120.0 * width));
}

std::vector<Spread> flowsOf(const std::vector<DoorCase>& cases, const TrialOptions& options)
{
    std::vector<Lab> labs;
    for (const DoorCase& one : cases) labs.push_back(labOf(one));
    std::vector<double> flows(cases.size() * options.seeds);
    eachRun(flows.size(), options, [&](std::size_t n) {
        const std::size_t scene = n % cases.size();
        flows[n] = flowOf(cases[scene], labs[scene], 1 + n / cases.size(), options.cancel);
    });
    std::vector<Spread> spreads;
    for (std::size_t scene = 0; scene < cases.size(); ++scene) {
        std::vector<double> own;
        for (std::size_t n = scene; n < flows.size(); n += cases.size()) own.push_back(flows[n]);
        spreads.push_back(spreadOf(own));
    }
    return spreads;
}

}
