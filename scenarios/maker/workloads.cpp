#include "scenarios/maker/maker.hpp"

#include "sim/base/steady_math.hpp"

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

// Both workloads: radius 0.2 m, 1.3 m/s for everybody, at rest at 0, no pre-movement, no chance.
ListedPerson person(double x, double y, StoreyId storey, std::string exit)
{
    ListedPerson made;
    made.at = toMillimetres({x, y});
    made.storey = std::move(storey);
    made.exit = {std::move(exit)};
    made.line = "out";
    return made;
}

Building building(Storey storey)
{
    Building made;
    made.id = {"W"};
    made.name = "Workload";
    made.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
    return made;
}

Storey storey()
{
    Storey made;
    made.id = {"F1"};
    made.name = "1";
    made.height = 3600;
    return made;
}

Scenario workload(std::string name, std::string school)
{
    Scenario made;
    made.name = std::move(name);
    made.source = "Benchmark workload; coordinates in docs/performance.md";
    made.school = std::move(school);
    made.situation = Situation::Fire;
    made.classesPresent = false;
    return made;
}

}

School floorSchool(int doorWidth)
{
    School school;
    school.name = "W1";
    school.source = "Benchmark workload: one school floor, ten rooms, one exit";
    school.code.kind = SchoolKind::Other;
    Storey floor = storey();
    floor.spaces.push_back(room("C", "Corridor", SpaceKind::Corridor, rectangle(0, 0, 60000, 2400)));
    for (int k = 0; k < 5; ++k) {
        const int x = 12000 * k;
        const int left = x + 1500;
        const int right = x + 10500;
        floor.spaces.push_back(room(fmt::format("L{}", k), fmt::format("L{}", k), SpaceKind::Classroom,
                                    rectangle(left, -7400, right, -200)));
        floor.doors.push_back(opening(fmt::format("DL{}", k), {x + 2000, -100}, {x + 2000 + doorWidth, -100}));
    }
    for (int k = 0; k < 5; ++k) {
        const int x = 12000 * k;
        floor.spaces.push_back(room(fmt::format("U{}", k), fmt::format("U{}", k), SpaceKind::Classroom,
                                    rectangle(x + 1500, 2600, x + 10500, 9800)));
        floor.doors.push_back(opening(fmt::format("DU{}", k), {x + 9000, 2500}, {x + 9000 + doorWidth, 2500}));
    }
    Door exit = opening("E", {60100, 300}, {60100, 2100});
    exit.exit = true;
    floor.doors.push_back(exit);
    school.buildings.push_back(building(std::move(floor)));
    school.grounds.spaces.push_back(room("O", "Outside", SpaceKind::Outdoor, rectangle(60200, -2000, 64200, 4400)));
    return school;
}

Scenario floorScenario()
{
    Scenario scenario = workload("W1", "w1.school.json");
    scenario.timeLimit = 1200.0;
    scenario.lines.push_back({"out", {}, {{61200, -2000}, {61200, 4400}}});
    for (int id = 0; id < 480; ++id) {
        const int r = id / 48;
        const int k = r % 5;
        const double y0 = r < 5 ? -7.4 : 2.6;
        const int i = id % 48 % 8;
        const int j = id % 48 / 8;
        scenario.people.push_back(person(12.0 * k + 1.5 + 1.0 + 1.0 * i + 0.1 * steady::sin(12.9898 * id),
                                         y0 + 1.1 + 1.0 * j + 0.1 * steady::cos(78.233 * id), {"F1"}, "E"));
    }
    return scenario;
}

School hallSchool(int modules)
{
    School school;
    school.name = fmt::format("W2, {} modules", modules);
    school.source = "Benchmark workload: bottleneck hall";
    school.code.kind = SchoolKind::Other;
    const int width = 10000 * modules;
    Storey floor = storey();
    floor.spaces.push_back(room("H", "Hall", SpaceKind::Hall, rectangle(0, 0, width, 12500)));
    for (int m = 0; m < modules; ++m) {
        Door exit = opening(fmt::format("E{:02}", m), {10000 * m + 4400, -100}, {10000 * m + 5600, -100});
        exit.exit = true;
        floor.doors.push_back(exit);
    }
    school.buildings.push_back(building(std::move(floor)));
    school.grounds.spaces.push_back(room("O", "Outside", SpaceKind::Outdoor, rectangle(0, -4200, width, -200)));
    return school;
}

Scenario hallScenario(int modules)
{
    Scenario scenario =
        workload(fmt::format("W2, {} people", 250 * modules), fmt::format("w2-{}.school.json", 250 * modules));
    scenario.timeLimit = 25.0;
    scenario.lines.push_back({"out", {}, {{0, -1200}, {10000 * modules, -1200}}});
    for (int id = 0; id < 250 * modules; ++id) {
        const int m = id / 250;
        const int c = id % 250 % 14;
        const int r = id % 250 / 14;
        scenario.people.push_back(person(10.0 * m + (c + 0.5) * 10.0 / 14.0 + 0.05 * steady::sin(12.9898 * id),
                                         (r + 0.5) * 12.5 / 18.0 + 0.05 * steady::cos(78.233 * id), {"F1"},
                                         fmt::format("E{:02}", m)));
    }
    return scenario;
}

}
