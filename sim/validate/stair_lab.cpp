#include "sim/validate/stair_lab.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kBefore = 1.5;    // metres of corridor before and behind the flight
constexpr double kHallWide = 12.0; // metres
constexpr double kHallDeep = 12.0;

std::int32_t mm(double metres)
{
    return toMillimetres({metres, 0.0}).x;
}

// A storey with a corridor from y0 to y1 that ends in a gap at `gapAt`, and behind it a hall or the way out.
Storey storeyOf(const StraightFlight& flight, std::string name, double y0, double y1, double gapAt, double gap)
{
    Storey storey;
    storey.id = {"F" + name};
    storey.name = name;
    storey.number = name == "2" ? 2 : 1;
    storey.height = 3600;
    storey.spaces.push_back(hallOf("corridor" + name, Rect{0.0, y0, flight.width, y1}));
    const double x = 0.5 * flight.width;
    storey.doors.push_back(gapOf("gap" + name, {x - 0.5 * gap, gapAt}, {x + 0.5 * gap, gapAt}));
    return storey;
}

}

Rect planOf(const StraightFlight& flight)
{
    return {0.0, 0.0, flight.width, (flight.steps - 1) * flight.tread};
}

Lab labOf(const StraightFlight& flight, Climb climb)
{
    const double top = planOf(flight).y1;
    const double x0 = 0.5 * (flight.width - kHallWide);
    Storey low = storeyOf(flight, "1", -kBefore, 0.0, -kBefore, flight.lowGap);
    Storey high = storeyOf(flight, "2", top, top + kBefore, top + kBefore, flight.highGap);
    high.elevation = flight.steps * mm(flight.riser);
    low.height = high.elevation;
    if (climb == Climb::Down) {
        high.spaces.push_back(hallOf("hall", Rect{x0, top + kBefore, x0 + kHallWide, top + kBefore + kHallDeep}));
        low.doors.front().exit = true;
    } else {
        low.spaces.push_back(hallOf("hall", Rect{x0, -kBefore - kHallDeep, x0 + kHallWide, -kBefore}));
        high.doors.front().exit = true;
    }
    School school = oneStorey({}, {});
    Building& building = school.buildings.front();
    building.storeys = {std::make_shared<const Storey>(low), std::make_shared<const Storey>(high)};
    Stair stair;
    stair.id = {"S"};
    stair.name = "S";
    stair.kind = StairKind::Straight;
    stair.clearWidth = mm(flight.width);
    stair.tread = mm(flight.tread);
    stair.riser = mm(flight.riser);
    stair.storeys = {{"F1"}, {"F2"}};
    stair.steps = {{flight.steps}};
    building.stairs.push_back(stair);
    return labOf(school);
}

Storey storeyWith(const DogLegStair& stair, int number, std::vector<Space> spaces, std::vector<Door> doors)
{
    Storey storey;
    storey.name = std::to_string(number);
    storey.id = {"F" + storey.name};
    storey.number = number;
    storey.height = 2 * stair.steps * mm(stair.riser);
    storey.elevation = (number - 1) * storey.height;
    storey.spaces = std::move(spaces);
    storey.doors = std::move(doors);
    return storey;
}

School dogLegSchool(const DogLegStair& stair, std::vector<Storey> storeys)
{
    School school = oneStorey({}, {});
    Building& building = school.buildings.front();
    building.storeys.clear();
    Stair made;
    made.id = {"S"};
    made.name = "S";
    made.clearWidth = mm(stair.width);
    made.tread = mm(stair.tread);
    made.riser = mm(stair.riser);
    made.floorLandingDepth = mm(stair.landing);
    made.halfLandingDepth = mm(stair.landing);
    made.well = mm(stair.well);
    made.steps.assign(storeys.size() - 1, {stair.steps, stair.steps});
    for (const Storey& storey : storeys) made.storeys.push_back(storey.id);
    for (Storey& storey : storeys) building.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
    building.stairs.push_back(made);
    return school;
}

}
