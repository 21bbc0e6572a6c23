// IMO 11, NIST 5.1, ISO 10: people leave a room of 8 × 5 m into a corridor of 12 × 2 m that ends at a stair up, as
// wide. Jams must form before the corridor and before the stair, and be denser than the middle of the corridor.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

namespace stairwise {
namespace {

constexpr double kEdge = 5.0;  // metres, y: the room ends, the corridor begins
constexpr double kFoot = 17.0; // the stair begins

School roomCorridorStair()
{
    School school =
        oneStorey({hallOf("room", Rect{0.0, 0.0, 8.0, kEdge}), hallOf("corridor", Rect{3.0, kEdge, 5.0, kFoot})},
                  {gapOf("mouth", {3.0, kEdge}, {5.0, kEdge})});
    Stair stair;
    stair.id = {"S"};
    stair.name = "S";
    stair.kind = StairKind::Straight;
    stair.origin = toMillimetres({3.0, kFoot});
    stair.clearWidth = 2000;
    stair.tread = 280;
    stair.riser = 160;
    stair.storeys = {{"F1"}, {"F2"}};
    stair.steps = {{18}};
    Storey upper;
    upper.id = {"F2"};
    upper.name = "2";
    upper.number = 2;
    upper.elevation = 18 * 160;
    upper.height = 3600;
    const double top = kFoot + 17 * 0.28;
    upper.spaces = {hallOf("above", Rect{3.0, top, 5.0, top + 3.0})};
    upper.doors = {wayOut("exit", {3.0, top + 3.0}, {5.0, top + 3.0})};
    Building& building = school.buildings.front();
    building.storeys.push_back(std::make_shared<const Storey>(upper));
    building.stairs = {stair};
    return school;
}

struct Run {
    double mouth = 0.0, middle = 0.0, foot = 0.0; // persons per m²
    Kept kept;
};

}

Outcome congestion(std::size_t people, const TrialOptions& options)
{
    const Lab lab = labOf(roomCorridorStair());
    const SurfaceIndex room = surfaceNamed(lab, "room");
    const SurfaceIndex corridor = surfaceNamed(lab, "corridor");
    const auto runs = bySeed(options, [&](std::uint64_t seed) {
        Bout bout;
        bout.lab = &lab;
        bout.seed = seed;
        bout.walkers = crowdIn({room, Rect{0.05, 0.05, 7.95, 4.95}, people > 120 ? 0.49 : 0.56, people}, seed);
        bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
        const Watched seen = watched(bout, {}, options.cancel);
        return Run{peakDensity(seen, room, Rect{3.0, kEdge - 1.0, 5.0, kEdge}),
                   peakDensity(seen, corridor, Rect{3.0, 10.5, 5.0, 11.5}),
                   peakDensity(seen, corridor, Rect{3.0, kFoot - 1.0, 5.0, kFoot}), seen.kept};
    });
    std::vector<double> mouth, middle, foot;
    std::vector<Kept> kept;
    for (const Run& run : runs) {
        mouth.push_back(run.mouth);
        middle.push_back(run.middle);
        foot.push_back(run.foot);
        kept.push_back(run.kept);
    }
    const double between = spreadOf(middle).median;
    Outcome outcome;
    outcome.verdict =
        spreadOf(mouth).median > between && spreadOf(foot).median > between ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.congestion.got",
                   {figure(spreadOf(mouth), 2), figure(spreadOf(middle), 2), figure(spreadOf(foot), 2),
                    std::to_string(runs.size())}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
