#pragma once

#include "sim/egress/check.hpp"

#include <memory>
#include <string>

namespace stairwise::building {

/// A secondary school of two storeys that meets the code: a corridor with two classrooms on each, a dog-leg stair and
/// an exit at each end. Tests spoil one thing at a time.
inline Ring rectangle(int x0, int y0, int x1, int y1)
{
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

inline Door doorAt(const std::string& id, Point a, Point b, int clearWidth)
{
    Door door;
    door.id = DoorId{id};
    door.at = {a, b};
    door.clearWidth = clearWidth;
    door.state = DoorState::Closed;
    return door;
}

inline void addClassroom(Storey& storey, const std::string& id, int x)
{
    storey.spaces.push_back(
        {SpaceId{id}, "Room " + id, SpaceKind::Classroom, {rectangle(x, 2600, x + 10000, 9800), {}}});
    storey.doors.push_back(doorAt(id + "-front", {x + 1000, 2500}, {x + 2000, 2500}, 1000));
    storey.doors.push_back(doorAt(id + "-back", {x + 8000, 2500}, {x + 9000, 2500}, 1000));
}

inline Storey storeyAt(int number)
{
    const std::string prefix = std::to_string(number);
    Storey storey;
    storey.id = StoreyId{"F" + prefix};
    storey.name = "storey " + prefix;
    storey.number = number;
    storey.elevation = 3600 * (number - 1);
    storey.height = 3600;
    storey.spaces.push_back(
        {SpaceId{"C" + prefix}, "corridor", SpaceKind::Corridor, {rectangle(0, 0, 40000, 2400), {}}});
    addClassroom(storey, prefix + "01", 8000);
    addClassroom(storey, prefix + "02", 20000);
    return storey;
}

inline Stair stairAt(const std::string& id, int x)
{
    Stair stair;
    stair.id = StairId{id};
    stair.kind = StairKind::DogLeg;
    stair.origin = {x, 2400};
    stair.direction = 90;
    stair.turn = Turn::Right;
    stair.clearWidth = 1800;
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = 1900;
    stair.halfLandingDepth = 1900;
    stair.well = 100;
    stair.handrails = Handrails::Both;
    stair.storeys = {StoreyId{"F1"}, StoreyId{"F2"}};
    stair.steps = {{12, 12}};
    return stair;
}

inline SchoolClass classIn(const std::string& room, int number)
{
    SchoolClass made;
    made.id = ClassId{"K" + std::to_string(number)};
    made.name = "class " + std::to_string(number);
    made.grade = 7;
    made.number = number;
    made.homeroom = SpaceId{room};
    made.pupils = 50;
    return made;
}

struct Plan {
    Storey ground = storeyAt(1);
    Storey upper = storeyAt(2);
    School school;

    Plan()
    {
        ground.doors.push_back(doorAt("west", {0, 2000}, {0, 400}, 1500));
        ground.doors.push_back(doorAt("east", {40000, 400}, {40000, 2000}, 1500));
        for (std::size_t i = ground.doors.size() - 2; i < ground.doors.size(); ++i) ground.doors[i].exit = true;
        school.name = "Plan";
        school.code.kind = SchoolKind::Secondary;
        Building building;
        building.id = BuildingId{"B"};
        building.name = "B";
        building.stairs = {stairAt("S1", 0), stairAt("S2", 36000)};
        school.buildings.push_back(building);
        school.classes = {classIn("101", 1), classIn("102", 2), classIn("201", 3), classIn("202", 4)};
    }
    Stair& stair(std::size_t i) { return school.buildings[0].stairs[i]; }
    Door& door(const std::string& id)
    {
        for (Storey* storey : {&ground, &upper})
            for (Door& door : storey->doors)
                if (door.id.value == id) return door;
        std::abort();
    }
    [[nodiscard]] School made() const
    {
        School all = school;
        all.buildings[0].storeys = {std::make_shared<const Storey>(ground), std::make_shared<const Storey>(upper)};
        return all;
    }
    [[nodiscard]] std::vector<Finding> findings() const
    {
        const School all = made();
        const Walkable walkable = walkableOf(all);
        return check(all, walkable, networkOf(walkable));
    }
};

}
