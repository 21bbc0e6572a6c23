#include "tests/editor_model/campus.hpp"

#include "scenarios/maker/maker.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

/// Where a copy stands and what its ids begin with.
struct Copy {
    std::string prefix;
    std::int32_t by = 0; // millimetres along x

    void move(Point& point) const { point.x += by; }
    void move(Ring& ring) const
    {
        for (Point& point : ring) move(point);
    }
    void move(Polygon& polygon) const
    {
        move(polygon.outer);
        for (Ring& hole : polygon.holes) move(hole);
    }
    void move(Segment& line) const
    {
        move(line.a);
        move(line.b);
    }
    void name(auto& id) const
    {
        if (!id.none()) id.value = prefix + id.value;
    }
};

void copy(const Copy& to, std::vector<Space>& spaces)
{
    for (Space& space : spaces) {
        to.name(space.id);
        to.move(space.polygon);
    }
}

void copy(const Copy& to, std::vector<Obstacle>& obstacles)
{
    for (Obstacle& obstacle : obstacles) {
        to.name(obstacle.id);
        to.move(obstacle.polygon);
    }
}

void copy(const Copy& to, Building& building)
{
    to.name(building.id);
    for (auto& shared : building.storeys) {
        Storey storey = *shared;
        to.name(storey.id);
        copy(to, storey.spaces);
        copy(to, storey.obstacles);
        for (Door& door : storey.doors) {
            to.name(door.id);
            to.move(door.at);
        }
        for (Equipment& equipment : storey.equipment) {
            to.name(equipment.id);
            to.move(equipment.at);
        }
        shared = std::make_shared<const Storey>(std::move(storey));
    }
    for (Stair& stair : building.stairs) {
        to.name(stair.id);
        to.move(stair.origin);
        for (StoreyId& storey : stair.storeys) to.name(storey);
    }
}

void copy(const Copy& to, Grounds& grounds)
{
    copy(to, grounds.spaces);
    copy(to, grounds.obstacles);
    for (Gate& gate : grounds.gates) {
        to.name(gate.id);
        to.move(gate.at);
    }
    for (AssemblyArea& area : grounds.assemblyAreas) {
        to.name(area.id);
        to.move(area.polygon);
        for (ClassId& one : area.classes) to.name(one);
    }
    for (Equipment& equipment : grounds.equipment) {
        to.name(equipment.id);
        to.move(equipment.at);
    }
}

template <class T> void append(std::vector<T>& to, std::vector<T>& from)
{
    std::ranges::move(from, std::back_inserter(to));
}

void append(School& school, School& more)
{
    append(school.buildings, more.buildings);
    append(school.grounds.spaces, more.grounds.spaces);
    append(school.grounds.gates, more.grounds.gates);
    append(school.grounds.assemblyAreas, more.grounds.assemblyAreas);
    append(school.grounds.obstacles, more.grounds.obstacles);
    append(school.grounds.equipment, more.grounds.equipment);
    append(school.classes, more.classes);
    append(school.staff, more.staff);
}

}

School campusOf(int copies)
{
    const School one = samples::teachingBuilding();
    const Box box = boxOf(one.grounds.spaces.front().polygon.outer);
    School school;
    school.name = "campus";
    school.code = one.code;
    for (int i = 0; i < copies; ++i) {
        const Copy to{std::to_string(i + 1) + ".", i * (box.high.x - box.low.x + 1000)};
        School more = one;
        for (Building& building : more.buildings) copy(to, building);
        copy(to, more.grounds);
        for (SchoolClass& each : more.classes) {
            to.name(each.id);
            to.name(each.homeroom);
            to.name(each.teacher);
        }
        for (Staff& each : more.staff) {
            to.name(each.id);
            to.name(each.place);
        }
        append(school, more);
    }
    return school;
}

}
