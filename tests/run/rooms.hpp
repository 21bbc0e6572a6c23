#pragma once

#include "sim/school/school.hpp"

#include <cstdlib>
#include <memory>

namespace stairwise::rooms {

inline Door way(std::string id, Point a, Point b, bool exit)
{
    Door door;
    door.id = {std::move(id)};
    door.kind = DoorKind::Opening;
    door.at = {a, b};
    door.clearWidth = std::abs(a.x - b.x) + std::abs(a.y - b.y);
    door.exit = exit;
    return door;
}

inline Space space(std::string id, SpaceKind kind, int x0, int y0, int x1, int y1)
{
    return {{id}, id, kind, {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}};
}

/// Two rooms, a corridor between, an exit at each of its ends.
inline School tworooms()
{
    Storey storey;
    storey.id = {"F1"};
    storey.name = "1";
    storey.height = 3600;
    storey.spaces = {space("C", SpaceKind::Corridor, 0, 0, 20000, 2400),
                     space("R1", SpaceKind::Classroom, 0, 2600, 8000, 9600),
                     space("R2", SpaceKind::Classroom, 12000, 2600, 20000, 9600)};
    storey.doors = {way("D1", {1000, 2500}, {2000, 2500}, false), way("D2", {18000, 2500}, {19000, 2500}, false),
                    way("W", {0, 300}, {0, 2100}, true), way("E", {20000, 300}, {20000, 2100}, true)};
    Building building;
    building.id = {"B"};
    building.storeys.push_back(std::make_shared<const Storey>(storey));
    School school;
    school.name = "two rooms";
    school.code.kind = SchoolKind::Other;
    school.buildings.push_back(building);
    school.classes = {{{"1-1"}, "一年级（1）班", 1, 1, {"R1"}, 30, 0, {}},
                      {{"1-2"}, "一年级（2）班", 1, 2, {"R2"}, 30, 0, {}}};
    return school;
}

}
