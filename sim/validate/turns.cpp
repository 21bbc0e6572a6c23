// Corridors 2.4 m wide that turn a corner or meet in a T. No data are at hand: shown. After Zhang et al. 2011
// (T-junction 2.4 m wide) and the Hermes corner.
#include "sim/validate/bout.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kWidth = 2.4; // metres
constexpr std::size_t kPeople = 220;

enum class Shape { Straight, Corner, Junction };

// Where people wait, and the rectangle before the way out at y = 14 in which flow and density are taken.
struct Scene {
    Lab lab;
    std::vector<Rect> halls; // named hall0, hall1
};

Scene sceneOf(Shape shape)
{
    const double w = kWidth;
    std::vector<Space> spaces;
    std::vector<Door> doors;
    Scene scene;
    if (shape == Shape::Straight) {
        spaces.push_back(hallOf("way", Rect{0.0, -6.0, w, 14.0}));
        scene.halls = {{-4.8, -18.0, 7.2, -6.0}};
        doors.push_back(gapOf("in0", {0.0, -6.0}, {w, -6.0}));
    }
    if (shape == Shape::Corner) {
        spaces.push_back(hallOf("way", {{-6000, 0}, {2400, 0}, {2400, 14000}, {0, 14000}, {0, 2400}, {-6000, 2400}}));
        scene.halls = {{-18.0, -4.8, -6.0, 7.2}};
        doors.push_back(gapOf("in0", {-6.0, 0.0}, {-6.0, w}));
    }
    if (shape == Shape::Junction) {
        spaces.push_back(hallOf(
            "way",
            {{-6000, 0}, {8400, 0}, {8400, 2400}, {2400, 2400}, {2400, 14000}, {0, 14000}, {0, 2400}, {-6000, 2400}}));
        scene.halls = {{-18.0, -4.8, -6.0, 7.2}, {8.4, -4.8, 20.4, 7.2}};
        doors.push_back(gapOf("in0", {-6.0, 0.0}, {-6.0, w}));
        doors.push_back(gapOf("in1", {8.4, 0.0}, {8.4, w}));
    }
    for (std::size_t i = 0; i < scene.halls.size(); ++i)
        spaces.push_back(hallOf("hall" + std::to_string(i), scene.halls[i]));
    doors.push_back(wayOut("end", {0.0, 14.0}, {w, 14.0}));
    scene.lab = labOf(oneStorey(std::move(spaces), std::move(doors)));
    return scene;
}

struct Seen {
    double flow = 0.0;   // persons per second and metre of width, over y = 10
    double inside = 0.0; // persons per m² at the bend
    double behind = 0.0; // persons per m² between y = 8 and 10
};

double meanDensity(VoronoiCells& cells, const Record& record, const MeasuringArea& area, double from, double to)
{
    double sum = 0.0;
    double moments = 0.0;
    for (std::size_t k = 0; k < record.frames.size(); ++k) {
        if (record.frames[k].time < from || record.frames[k].time > to) continue;
        sum += voronoiState(cells, record.frames[k], velocitiesAt(record.frames, k, 1), area).density;
        moments += 1.0;
    }
    return moments > 0.0 ? sum / moments : 0.0;
}

Seen walkedThrough(const Scene& scene, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &scene.lab;
    bout.seed = seed;
    const std::size_t share = kPeople / scene.halls.size();
    for (std::size_t i = 0; i < scene.halls.size(); ++i) {
        const Rect& hall = scene.halls[i];
        Standing standing{surfaceNamed(scene.lab, "hall" + std::to_string(i)),
                          Rect{hall.x0 + 0.3, hall.y0 + 0.3, hall.x1 - 0.3, hall.y1 - 0.3}, 0.65, share};
        standing.firstKey = i * share;
        for (Walker& walker : crowdIn(standing, seed)) bout.walkers.push_back(walker);
    }
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Record record = walked(bout, cancel);
    const auto crossed = crossingsOf(record.frames, {kNowhere, {kWidth + 0.2, 10.0}, {-0.2, 10.0}});
    if (!record.finished || crossed.size() < 10) return {};
    const double from = crossed[crossed.size() * 3 / 10].time;
    const double to = crossed[crossed.size() * 7 / 10].time;
    VoronoiCells cells(scene.lab.walkable);
    const SurfaceIndex way = surfaceNamed(scene.lab, "way");
    return {flowThrough(crossed, 0.2) / kWidth,
            meanDensity(cells, record, {way, {0.0, 0.0}, {kWidth, kWidth}, {}}, from, to),
            meanDensity(cells, record, {way, {0.0, 8.0}, {kWidth, 10.0}, {}}, from, to)};
}

// One scene beside the straight corridor.
Outcome run(const TrialOptions& options, Shape shape)
{
    const Scene straight = sceneOf(Shape::Straight);
    const Scene turning = sceneOf(shape);
    std::vector<Seen> runs(2 * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        runs[n] = walkedThrough(n % 2 == 0 ? straight : turning, 1 + n / 2, options.cancel);
    });
    std::vector<double> free, flow, bend, behind;
    for (std::size_t n = 0; n < runs.size(); n += 2) {
        free.push_back(runs[n].flow);
        flow.push_back(runs[n + 1].flow);
        bend.push_back(runs[n + 1].inside);
        behind.push_back(runs[n + 1].behind);
    }
    Outcome outcome;
    outcome.verdict = Verdict::Shown;
    outcome.got = {"experiment.turns.got",
                   {figure(spreadOf(flow), 2), figure(spreadOf(free), 2), figure(spreadOf(bend), 2),
                    figure(spreadOf(behind), 2), std::to_string(options.seeds)}};
    return outcome;
}

}

Trial cornerTrial()
{
    return {"E5",
            {"experiment.corner", {}},
            {"experiment.no_band", {}},
            "Hermes experiments",
            [](const TrialOptions& options) { return run(options, Shape::Corner); }};
}

Trial junctionTrial()
{
    return {"E6",
            {"experiment.junction", {}},
            {"experiment.no_band", {}},
            "Zhang et al. 2011",
            [](const TrialOptions& options) { return run(options, Shape::Junction); }};
}

}
