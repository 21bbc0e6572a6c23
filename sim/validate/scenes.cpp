#include "sim/validate/scenes.hpp"

#include "sim/base/steady_math.hpp"
#include "sim/run/people.hpp"

namespace stairwise {
namespace {

constexpr double kRoom = 10.0; // metres

std::int32_t mm(double metres)
{
    return toMillimetres({metres, 0.0}).x;
}

std::string numbered(const char* name, std::size_t n)
{
    return name + std::to_string(n + 1);
}

}

School corridorOf40()
{
    return oneStorey({hallOf("corridor", Rect{-1.0, 0.0, 40.0, 2.0})}, {wayOut("exit", {40.0, 0.0}, {40.0, 2.0})});
}

School slopeSchool(const Slope& slope)
{
    const double top = (slope.steps - 1) * slope.tread;
    School school = oneStorey({hallOf("low", Rect{0.0, -4.0, 2.0, 0.0})}, {wayOut("down", {0.0, -4.0}, {2.0, -4.0})});
    Storey upper;
    upper.id = {"F2"};
    upper.name = "2";
    upper.number = 2;
    upper.elevation = slope.steps * mm(slope.riser);
    upper.height = 3600;
    upper.spaces.push_back(hallOf("high", Rect{0.0, top, 2.0, top + 4.0}));
    upper.doors.push_back(wayOut("up", {0.0, top + 4.0}, {2.0, top + 4.0}));
    school.buildings[0].storeys.push_back(std::make_shared<const Storey>(upper));
    Stair stair;
    stair.id = {"S"};
    stair.name = "S";
    stair.kind = StairKind::Straight;
    stair.clearWidth = 2000;
    stair.tread = mm(slope.tread);
    stair.riser = mm(slope.riser);
    stair.storeys = {{"F1"}, {"F2"}};
    stair.steps = {{slope.steps}};
    school.buildings[0].stairs.push_back(stair);
    return school;
}

double metresAlong(const Slope& slope)
{
    const double plan = (slope.steps - 1) * slope.tread;
    const double rise = slope.steps * slope.riser;
    return steady::sqrt(plan * plan + rise * rise);
}

School roomWithDoor(double width)
{
    const double low = 2.5 - 0.5 * width;
    return oneStorey({hallOf("room", Rect{0.0, 0.0, 8.0, 5.0}), hallOf("outside", Rect{8.2, -2.0, 14.0, 7.0})},
                     {gapOf("door", {8.1, low}, {8.1, low + width}), wayOut("exit", {14.0, -2.0}, {14.0, 7.0})});
}

School roomWithExit()
{
    return oneStorey({hallOf("room", Rect{0.0, 0.0, 8.0, 5.0})}, {wayOut("exit", {8.0, 2.0}, {8.0, 3.0})});
}

School cornerSchool()
{
    return oneStorey({hallOf("L", Ring{{0, 0},
                                       {10000, 0},
                                       {10000, -2000},
                                       {12000, -2000},
                                       {12000, 10000},
                                       {10000, 10000},
                                       {10000, 2000},
                                       {0, 2000}})},
                     {wayOut("exit", {10.0, 10.0}, {12.0, 10.0})});
}

School largeRoom(Exits exits)
{
    std::vector<Door> doors = {wayOut("n1", {4.5, 20.0}, {5.5, 20.0}), wayOut("n2", {25.5, 20.0}, {26.5, 20.0})};
    if (exits == Exits::AllFour) {
        doors.push_back(wayOut("s1", {4.5, 0.0}, {5.5, 0.0}));
        doors.push_back(wayOut("s2", {25.5, 0.0}, {26.5, 0.0}));
    }
    return oneStorey({hallOf("room", Rect{0.0, 0.0, 30.0, 20.0})}, std::move(doors));
}

School counterflowSchool()
{
    return oneStorey({hallOf("room1", Rect{0.0, 0.0, 10.0, 10.0}), hallOf("corridor", Rect{10.0, 4.0, 20.0, 6.0}),
                      hallOf("room2", Rect{20.0, 0.0, 30.0, 10.0})},
                     {gapOf("gap1", {10.0, 4.0}, {10.0, 6.0}), gapOf("gap2", {20.0, 4.0}, {20.0, 6.0}),
                      wayOut("west", {0.0, 0.0}, {0.0, 10.0}), wayOut("east", {30.0, 0.0}, {30.0, 10.0})});
}

School roomsInARow(const Rooms& rooms)
{
    const double low = 0.5 * (kRoom - rooms.neckWidth);
    const double high = 0.5 * (kRoom + rooms.neckWidth);
    std::vector<Space> spaces;
    std::vector<Door> doors;
    double x = 0.0;
    for (std::size_t n = 0; n < rooms.count; ++n) {
        spaces.push_back(hallOf(numbered("room", n), Rect{x, 0.0, x + kRoom, kRoom}));
        x += kRoom;
        if (n + 1 == rooms.count) break;
        if (rooms.neckLength > 1.0) { // longer than a wall: a corridor of its own, open at both ends
            spaces.push_back(hallOf(numbered("corridor", n), Rect{x, low, x + rooms.neckLength, high}));
            doors.push_back(gapOf(numbered("mouth", n), {x + rooms.neckLength, low}, {x + rooms.neckLength, high}));
            doors.push_back(gapOf(numbered("neck", n), {x, low}, {x, high}));
        } else {
            const double middle = x + 0.5 * rooms.neckLength;
            doors.push_back(gapOf(numbered("neck", n), {middle, low}, {middle, high}));
        }
        x += rooms.neckLength;
    }
    doors.push_back(wayOut("exit", {x, 0.0}, {x, kRoom}));
    return oneStorey(std::move(spaces), std::move(doors));
}

ListedPerson someone(Vec2 at, double speed, std::string exit)
{
    ListedPerson person;
    person.at = toMillimetres(at);
    person.storey = {"F1"};
    person.speed = speed;
    person.exit = {std::move(exit)};
    return person;
}

std::vector<ListedPerson> listed(const std::vector<Walker>& walkers)
{
    std::vector<ListedPerson> people;
    for (const Walker& walker : walkers) {
        people.push_back(someone(walker.at, walker.levelSpeed));
        people.back().radius = mm(walker.radius);
    }
    return people;
}

Scenario scenarioOf(std::vector<ListedPerson> people, std::uint64_t seed)
{
    Scenario scenario;
    scenario.name = "trial";
    scenario.seed = seed;
    scenario.classesPresent = false;
    scenario.people = std::move(people);
    scenario.timeLimit = 600.0;
    return scenario;
}

Bout boutOf(const Lab& lab, const School& school, const Scenario& scenario)
{
    const Start start = startOf(school, scenario, lab.walkable, lab.network);
    Bout bout;
    bout.lab = &lab;
    bout.walkers = start.walkers;
    bout.wishes = start.wishes;
    bout.columns = start.columns;
    bout.seed = scenario.seed;
    bout.limit = scenario.timeLimit;
    bout.timeStep = scenario.timeStep;
    return bout;
}

RunResult plainRun(const School& school, const Scenario& scenario, const CancelToken& cancel)
{
    RunOptions options;
    options.threads = 1;
    options.measures = false;
    options.bound = false;
    return simulate(school, scenario, options, {}, cancel, {});
}

Wish byExit(std::string exit)
{
    Wish wish = towards(Goal::Kind::OutOfBuilding);
    if (!exit.empty()) wish.rule.exits = {DoorId{std::move(exit)}};
    return wish;
}

}
