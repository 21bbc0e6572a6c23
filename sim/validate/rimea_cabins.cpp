// RiMEA 10, IMO 10, NIST 3.1, ISO 8: twelve cabins on both sides of a corridor; 15 people of eight cabins to the main
// exit, 8 of the four beside it to the second.
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

namespace stairwise {
namespace {

constexpr double kSpeed = 1.2; // m/s; assumed

struct Cabins {
    School school;
    std::vector<ListedPerson> people;
};

Cabins twelveCabins()
{
    std::vector<Space> spaces = {hallOf("corridor", Rect{0.0, 0.0, 12.6, 1.8})};
    std::vector<Door> doors = {wayOut("main", {0.0, 0.4}, {0.0, 1.4}), wayOut("second", {12.6, 0.4}, {12.6, 1.4})};
    Cabins cabins;
    for (int cabin = 0; cabin < 12; ++cabin) {
        const double x = 2.1 * (cabin % 6);
        const bool upper = cabin >= 6;
        const double y = upper ? 2.0 : -3.2;
        const double wall = upper ? 1.9 : -0.1;
        const std::string id = "cabin" + std::to_string(cabin + 1);
        spaces.push_back(hallOf(id, Rect{x, y, x + 1.9, y + 3.0}));
        Door door = gapOf("d" + id, {x + 0.5, wall}, {x + 1.4, wall});
        door.kind = DoorKind::Door;
        door.swing = Swing::In;
        doors.push_back(door);
        const bool toSecond = cabin % 6 >= 4; // the two cabins of each side next to it
        const int inside = cabin == 0 ? 1 : 2;
        for (int i = 0; i < inside; ++i)
            cabins.people.push_back(someone({x + 0.5 + 0.9 * i, y + 1.5}, kSpeed, toSecond ? "second" : "main"));
    }
    cabins.school = oneStorey(std::move(spaces), std::move(doors));
    return cabins;
}

}

Outcome allocatedExits(const TrialOptions& options)
{
    const Cabins cabins = twelveCabins();
    const Lab lab = labOf(cabins.school);
    const SurfaceIndex corridor = surfaceNamed(lab, "corridor");
    struct Run {
        std::size_t main = 0, second = 0, wrong = 0;
        double last = 0.0;
        Kept kept;
    };
    const auto runs = bySeed(options, [&](std::uint64_t seed) {
        const Bout bout = boutOf(lab, cabins.school, scenarioOf(cabins.people, seed));
        const Watched seen = watched(bout, {}, options.cancel);
        Run run{0, 0, 0, lastOut(seen), seen.kept};
        for (const Record::Passing& passing : seen.passings) {
            if (!passing.what.gone) continue;
            const bool main = passing.what.passage == passageFrom(lab, corridor, "main");
            (main ? run.main : run.second) += 1;
            const auto& asked = bout.wishes[bout.walkers[passing.what.person].wish].rule.exits;
            run.wrong += asked.front().value == (main ? "main" : "second") ? 0 : 1;
        }
        return run;
    });
    Outcome outcome;
    outcome.verdict = Verdict::Pass;
    std::vector<double> times;
    std::vector<Kept> kept;
    for (const Run& run : runs) {
        if (run.main != 15 || run.second != 8 || run.wrong != 0) outcome.verdict = Verdict::Fail;
        times.push_back(run.last);
        kept.push_back(run.kept);
    }
    outcome.got = {"standard.cabins.got",
                   {std::to_string(runs.front().main), std::to_string(runs.front().second), figure(spreadOf(times), 1),
                    std::to_string(runs.size())}};
    holdToFloor(outcome, kept);
    return outcome;
}

}
