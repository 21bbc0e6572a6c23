#pragma once

#include "sim/geometry/polygon.hpp"
#include "sim/walkable/walkable.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace stairwise {

inline Ring box(std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1)
{
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

inline Space space(const std::string& id, Ring ring, SpaceKind kind = SpaceKind::Classroom)
{
    return {{id}, "", kind, {std::move(ring), {}}};
}

inline Door door(const std::string& id, Point a, Point b, std::int32_t clearWidth)
{
    Door made;
    made.id = {id};
    made.at = {a, b};
    made.clearWidth = clearWidth;
    return made;
}

inline Door exitDoor(const std::string& id, Point a, Point b, std::int32_t clearWidth)
{
    Door made = door(id, a, b, clearWidth);
    made.exit = true;
    return made;
}

inline Storey storey(int number, std::vector<Space> spaces, std::vector<Door> doors = {})
{
    Storey made;
    made.id = {"F" + std::to_string(number)};
    made.name = std::to_string(number);
    made.number = number;
    made.elevation = (number - 1) * 3600;
    made.height = 3600;
    made.spaces = std::move(spaces);
    made.doors = std::move(doors);
    return made;
}

inline School schoolOf(const std::vector<Storey>& storeys, std::vector<Stair> stairs = {})
{
    School school;
    Building building;
    building.id = {"B"};
    for (const Storey& one : storeys) building.storeys.push_back(std::make_shared<const Storey>(one));
    building.stairs = std::move(stairs);
    school.buildings.push_back(building);
    return school;
}

/// 3.6 m a rise in two flights of 12 steps of 150 mm, over 1.6 m of floor landing.
inline Stair dogLeg(int storeys)
{
    Stair stair;
    stair.id = {"S1"};
    stair.name = "A";
    stair.kind = StairKind::DogLeg;
    stair.clearWidth = 1500;
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = 1600;
    stair.halfLandingDepth = 1700;
    stair.well = 200;
    for (int n = 1; n <= storeys; ++n) stair.storeys.push_back({"F" + std::to_string(n)});
    stair.steps.assign(static_cast<std::size_t>(storeys) - 1, {12, 12});
    return stair;
}

inline const Surface& surface(const Walkable& walkable, const std::string& element)
{
    const auto found = std::ranges::find(walkable.surfaces, element, &Surface::element);
    if (found == walkable.surfaces.end()) throw std::out_of_range(element);
    return *found;
}

inline SurfaceIndex indexOf(const Walkable& walkable, const std::string& element)
{
    return static_cast<SurfaceIndex>(&surface(walkable, element) - walkable.surfaces.data());
}

/// Null: none.
inline const Portal* between(const Walkable& walkable, const std::string& a, const std::string& b)
{
    for (const Portal& portal : walkable.portals) {
        if (portal.a == kNowhere || portal.b == kNowhere) continue;
        const std::string& p = walkable.surfaces[portal.a].element;
        const std::string& q = walkable.surfaces[portal.b].element;
        if ((p == a && q == b) || (p == b && q == a)) return &portal;
    }
    return nullptr;
}

inline std::vector<std::string> rules(const Walkable& walkable)
{
    std::vector<std::string> all;
    for (const Finding& finding : walkable.findings) all.push_back(finding.rule);
    return all;
}

inline double lengthOf(const std::vector<Segment>& lines)
{
    double sum = 0.0;
    for (const Segment& line : lines) sum += length(toMetres(line.b) - toMetres(line.a));
    return sum;
}

/// Walls and portals of each surface make up its edges, in metres.
inline double edgesNotAccountedFor(const Walkable& walkable)
{
    double worst = 0.0;
    for (SurfaceIndex i = 0; i < walkable.surfaces.size(); ++i) {
        std::vector<Segment> lines = wallsOf(walkable, i);
        for (const PortalIndex p : portalsOf(walkable, i)) lines.push_back(walkable.portals[p].line);
        worst = std::max(worst, std::abs(lengthOf(edgesOf(walkable.surfaces[i].area)) - lengthOf(lines)));
    }
    return worst;
}

/// Each portal's line has surface a on its left and b on its right, a centimetre away; the length of what has not.
inline int portalsThatFaceWrongly(const Walkable& walkable)
{
    int wrong = 0;
    for (const Portal& portal : walkable.portals) {
        const Vec2 a = toMetres(portal.line.a);
        const Vec2 b = toMetres(portal.line.b);
        const Vec2 middle = (a + b) * 0.5;
        const Vec2 left = Vec2{a.y - b.y, b.x - a.x} * (0.02 / length(b - a));
        if (!contains(walkable.surfaces[portal.a].area, middle + left)) ++wrong;
        if (portal.b != kNowhere && !contains(walkable.surfaces[portal.b].area, middle - left)) ++wrong;
    }
    return wrong;
}

}
