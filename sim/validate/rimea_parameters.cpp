// RiMEA 8: a building of three storeys and 74 rooms of 2 × 3 m with four people each, two stairs, two exits. One
// parameter is changed at a time; the time to empty it must follow.
#include "sim/base/random.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <algorithm>
#include <array>

namespace stairwise {
namespace {

struct House {
    double speed = 1.0;   // factor on everybody's free speeds
    double stair = 2.5;   // metres, clear
    double exit = 1.6;    // metres
    int people = 4;       // in each room
    double waiting = 0.0; // seconds: start times are even from 0 to this
};

constexpr double kPitch = 2.2; // metres from room to room
constexpr double kLobby = 3.0; // of corridor between the rooms and a stair
constexpr int kRows = 13;      // rooms of the longer side
constexpr double kLength = kRows * kPitch + 2.0 * kLobby;
constexpr std::uint32_t kPurposeWaiting = 910;
constexpr double kLeastEffect = 0.01; // of the time; smaller differences are chance; assumed

std::int32_t mm(double metres)
{
    return toMillimetres({metres, 0.0}).x;
}

// The corridor with its rooms on both sides; `southern` of them to the south.
Storey storeyOf(int number, int southern, double exit)
{
    Storey storey;
    storey.name = std::to_string(number);
    storey.id = {"F" + storey.name};
    storey.number = number;
    storey.height = 3600;
    storey.elevation = 3600 * (number - 1);
    storey.spaces.push_back(hallOf("corridor" + storey.name, Rect{0.0, 0.0, kLength, 2.0}));
    for (int side = 0; side < 2; ++side)
        for (int n = 0; n < (side == 0 ? kRows : southern); ++n) {
            const double x = kLobby + kPitch * n;
            const double y = side == 0 ? 2.2 : -3.2;
            const double wall = side == 0 ? 2.1 : -0.1;
            const std::string id = (side == 0 ? "N" : "S") + storey.name + "_" + std::to_string(n);
            storey.spaces.push_back(hallOf(id, Rect{x, y, x + 2.0, y + 3.0}));
            storey.doors.push_back(gapOf("d" + id, {x + 0.55, wall}, {x + 1.45, wall}));
        }
    if (number > 1) return storey;
    const double middle = 0.5 * kLobby;
    storey.doors.push_back(wayOut("west", {middle - 0.5 * exit, 0.0}, {middle + 0.5 * exit, 0.0}));
    storey.doors.push_back(wayOut("east", {kLength - middle - 0.5 * exit, 0.0}, {kLength - middle + 0.5 * exit, 0.0}));
    return storey;
}

// Dog-leg stairs behind both ends of the corridor, symmetric to its middle line.
Stair stairAt(const char* id, double width, int direction)
{
    constexpr double kWell = 0.1; // metres
    const double half = width + 0.5 * kWell;
    Stair stair;
    stair.id = {id};
    stair.name = id;
    stair.direction = direction;
    stair.origin = direction == 0 ? toMillimetres({kLength, 1.0 + half}) : toMillimetres({0.0, 1.0 - half});
    stair.clearWidth = mm(width);
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = mm(width);
    stair.halfLandingDepth = mm(width);
    stair.well = mm(kWell);
    stair.storeys = {{"F1"}, {"F2"}, {"F3"}};
    stair.steps = {{12, 12}, {12, 12}};
    return stair;
}

School schoolOf(const House& house)
{
    School school = oneStorey({}, {});
    Building& building = school.buildings.front();
    building.storeys.clear();
    for (const auto& [number, southern] : {std::pair{1, 12}, {2, 12}, {3, 11}})
        building.storeys.push_back(std::make_shared<const Storey>(storeyOf(number, southern, house.exit)));
    building.stairs = {stairAt("west_stair", house.stair, 180), stairAt("east_stair", house.stair, 0)};
    return school;
}

std::vector<Walker> peopleOf(const House& house, const Lab& lab, std::uint64_t seed)
{
    std::vector<Walker> all;
    for (SurfaceIndex s = 0; s < lab.walkable.surfaces.size(); ++s) {
        const Surface& surface = lab.walkable.surfaces[s];
        const char kind = surface.element.front();
        if (surface.kind != SurfaceKind::Space || (kind != 'N' && kind != 'S')) continue;
        const Vec2 middle = centroid(surface.area); // doors' throats shift it a little
        for (int i = 0; i < house.people; ++i) {
            Walker walker = personOf(kStaffGrade, seed, all.size());
            walker.at = {middle.x + (i % 2 == 0 ? -0.4 : 0.4), middle.y + 0.7 * (i / 2) - 0.7};
            walker.surface = s;
            walker.levelSpeed *= house.speed;
            walker.downSpeed *= house.speed;
            walker.upSpeed *= house.speed;
            walker.start = house.waiting * uniform({seed, walker.key, kPurposeWaiting, 0});
            all.push_back(walker);
        }
    }
    return all;
}

struct Study {
    std::array<House, 3> houses; // in the order in which the time should rise
    std::array<std::string, 3> values;
    std::string_view line; // key of the text that takes values and times
};

std::vector<Study> studies()
{
    return {
        {{House{.speed = 1.4}, House{}, House{.speed = 0.6}}, {"140 %", "100 %", "60 %"}, "standard.parameter.speed"},
        {{House{}, House{.stair = 1.6}, House{.stair = 1.1}}, {"2.5 m", "1.6 m", "1.1 m"}, "standard.parameter.stair"},
        {{House{}, House{.exit = 1.2}, House{.exit = 0.8}}, {"1.6 m", "1.2 m", "0.8 m"}, "standard.parameter.door"},
        {{House{.people = 2}, House{}, House{.people = 6}}, {"148", "296", "444"}, "standard.parameter.people"},
        {{House{}, House{.waiting = 60.0}, House{.waiting = 120.0}},
         {"0 s", "0–60 s", "0–120 s"},
         "standard.parameter.waiting"}};
}

struct Run {
    double time = 0.0;
    Kept kept;
};

Run emptied(const House& house, const Lab& lab, std::uint64_t seed, const CancelToken& cancel)
{
    Bout bout;
    bout.lab = &lab;
    bout.seed = seed;
    bout.interval = 60.0;
    bout.walkers = peopleOf(house, lab, seed);
    bout.wishes = {towards(Goal::Kind::OutOfBuilding)};
    const Watched seen = watched(bout, {}, cancel);
    return {lastOut(seen), seen.kept};
}

// Never the wrong way beyond chance, and the ends apart beyond it.
bool rises(const std::array<double, 3>& times)
{
    return times[1] >= times[0] * (1.0 - kLeastEffect) && times[2] >= times[1] * (1.0 - kLeastEffect) &&
           times[2] > times[0] * (1.0 + kLeastEffect);
}

}

Outcome parameterStudy(const TrialOptions& options)
{
    const std::vector<Study> all = studies();
    std::vector<Lab> labs;
    for (const Study& study : all)
        for (const House& house : study.houses) labs.push_back(labOf(schoolOf(house)));
    std::vector<Run> runs(labs.size() * options.seeds);
    eachRun(runs.size(), options, [&](std::size_t n) {
        const std::size_t c = n % labs.size();
        runs[n] = emptied(all[c / 3].houses[c % 3], labs[c], 1 + n / labs.size(), options.cancel);
    });
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::vector<Kept> kept;
    for (const Run& run : runs) kept.push_back(run.kept);
    std::size_t held = 0;
    for (std::size_t s = 0; s < all.size(); ++s) {
        std::array<double, 3> medians{};
        Message line{all[s].line, {}};
        for (std::size_t v = 0; v < 3; ++v) {
            std::vector<double> times;
            for (std::size_t n = 3 * s + v; n < runs.size(); n += labs.size()) times.push_back(runs[n].time);
            medians[v] = spreadOf(times).median;
            line.args.push_back(all[s].values[v]);
            line.args.push_back(figure(spreadOf(times), 1));
        }
        outcome.details.push_back(line);
        held += rises(medians) ? 1 : 0;
    }
    if (held < all.size()) outcome.verdict = Verdict::Fail;
    outcome.got = {"standard.parameter.got",
                   {std::to_string(held), std::to_string(all.size()), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
