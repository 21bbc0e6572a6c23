#include "tests/report/sample.hpp"

#include <cmath>

namespace stairwise::sample {
namespace {

Ring box(int x0, int y0, int x1, int y1)
{
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

Space room(const std::string& id, const std::string& name, SpaceKind kind, Ring ring)
{
    return {{id}, name, kind, {std::move(ring), {}}};
}

Door door(const std::string& id, const std::string& name, Segment at, Swing swing)
{
    const int length = std::abs(at.b.x - at.a.x) + std::abs(at.b.y - at.a.y);
    return {{id}, name, DoorKind::Door, at, length, swing, DoorState::Open, false};
}

std::shared_ptr<const Storey> storey(int number)
{
    const std::string n = std::to_string(number);
    Storey s{{"F" + n}, number == 1 ? "一层" : "二层", number, (number - 1) * 3900, 3900, {}, {}, {}, {}};
    s.spaces = {room("C" + n, "走廊", SpaceKind::Corridor, box(0, 0, 40000, 3000)),
                room("A" + n + "01", n + "01教室", SpaceKind::Classroom, box(0, 3200, 9000, 10200)),
                room("A" + n + "02", n + "02教室", SpaceKind::Classroom, box(9200, 3200, 18200, 10200)),
                room("A" + n + "03", "化学与生物综合探究实验室", SpaceKind::Classroom, box(18400, 3200, 27400, 10200)),
                room("W" + n, "卫生间", SpaceKind::Toilet, box(31400, 3200, 35400, 10200)),
                room("O" + n, "教师办公室", SpaceKind::Office, box(35600, 3200, 40000, 10200))};
    int x = 1000;
    for (const auto* id : {"A", "B", "C"}) {
        s.doors.push_back(door("D" + n + id + "1", "", {{x, 3100}, {x + 1000, 3100}}, Swing::In));
        s.doors.push_back(door("D" + n + id + "2", "", {{x + 6000, 3100}, {x + 7000, 3100}}, Swing::In));
        x += 9200;
    }
    s.doors.push_back(door("D" + n + "W", "", {{33000, 3100}, {33900, 3100}}, Swing::Out));
    s.doors.push_back(door("D" + n + "O", "", {{36000, 3100}, {36900, 3100}}, Swing::In));
    s.doors.back().state = DoorState::Locked;
    s.obstacles.push_back({{"P" + n}, box(20000, 5000, 22000, 6000)});
    if (number > 1) return std::make_shared<const Storey>(s);
    for (Door exit : {door("E1", "西门", {{-100, 600}, {-100, 2400}}, Swing::In),
                      door("E2", "南门", {{26000, -100}, {29000, -100}}, Swing::Out)}) {
        exit.exit = true;
        s.doors.push_back(exit);
    }
    return std::make_shared<const Storey>(s);
}

Stair stair()
{
    return {{"S1"}, "一号楼梯", StairKind::DogLeg, {27700, 3000},    90,        Turn::Right, 1650, 280, 150, 1800,
            1800,   100,        Handrails::Both,   {{"F1"}, {"F2"}}, {{13, 13}}};
}

// Densest at the foot of the stair and at the southern exit.
double densityAt(Vec2 p)
{
    const double stairs = length(p - Vec2{29.4, 3.4});
    const double exit = length(p - Vec2{27.5, 0.2});
    return 7.4 / (1.0 + 0.22 * stairs * stairs) + 2.8 / (1.0 + 0.3 * exit * exit) + 0.4;
}

DensityMap mapOf(const Surface& surface)
{
    const Box box = [&] {
        Box b{surface.area.outer.front(), surface.area.outer.front()};
        for (const Point p : surface.area.outer)
            b = {{std::min(b.low.x, p.x), std::min(b.low.y, p.y)}, {std::max(b.high.x, p.x), std::max(b.high.y, p.y)}};
        return b;
    }();
    DensityMap map;
    map.grid = {toMetres(box.low), kDensityCell, static_cast<int>((box.high.x - box.low.x) / 500 + 1),
                static_cast<int>((box.high.y - box.low.y) / 500 + 1)};
    for (int row = 0; row < map.grid.rows; ++row)
        for (int column = 0; column < map.grid.columns; ++column) {
            const Vec2 p = map.grid.centre(column, row);
            const bool walked = p.y > -9.0 && p.x > -6.0;
            map.peak.push_back(walked ? static_cast<float>(densityAt(p)) : 0.0F);
            map.crossings.push_back(walked ? static_cast<float>(std::floor(40.0 * densityAt(p))) : 0.0F);
        }
    return map;
}

RiskPoint pointAt(SurfaceIndex surface, Vec2 at, int rank)
{
    RiskPoint point;
    point.surface = surface;
    point.at = at;
    point.from = 44.0;
    point.to = 171.5;
    point.rank = rank;
    point.personSeconds = 812.4;
    point.above = {1204.0, 812.4, 300.5, 41.0};
    point.peak = 7.63;
    point.peakTime = 90.5;
    point.peakPressure = 0.013;
    point.classes = {{"G8C2", 0.75}, {"G7C1", 0.25}};
    point.causes = {{RiskCause::ReleasedTogether, 2.0, 1.0, {}}, {RiskCause::Merging, 0.31, 0.0, {}}};
    return point;
}

SurfaceIndex surfaceNamed(const Walkable& walkable, const std::string& element)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].element == element) return s;
    return 0;
}

void addPeople(RunResult& result)
{
    for (int i = 0; i < 6; ++i) {
        PersonResult p;
        p.group = i < 4 ? "G7C1" : "staff";
        p.from = i < 4 ? "A101" : "O1";
        p.released = 5.0 + i;
        p.leftRoom = 20.0 + i;
        p.out = 60.04 + i;
        p.exit = "E2";
        p.walked = 41.27;
        p.waited = 3.5;
        result.persons.push_back(p);
    }
}

}

School school()
{
    School s;
    s.name = "示范中学";
    Building building{{"B1"}, "教学楼", {storey(1), storey(2)}, {stair()}};
    s.buildings.push_back(building);
    s.grounds.spaces.push_back(
        room("Y", "操场", SpaceKind::Outdoor,
             {{-12000, -20000}, {52000, -20000}, {52000, -200}, {-200, -200}, {-200, 10400}, {-12000, 10400}}));
    s.grounds.gates.push_back({{"G1"}, "东校门", {{52000, -15000}, {52000, -9000}}, 6000});
    s.grounds.assemblyAreas.push_back({{"Z1"}, "一号集合点", box(5000, -18000, 25000, -12000), {}});
    const char* names[] = {"七年级（1）班", "七年级（2）班", "八年级（1）班", "八年级（2）班"};
    const char* rooms[] = {"A101", "A102", "A201", "A202"};
    for (int i = 0; i < 4; ++i)
        s.classes.push_back({{"G" + std::to_string(7 + i / 2) + "C" + std::to_string(i % 2 + 1)},
                             names[i],
                             7 + i / 2,
                             i % 2 + 1,
                             {rooms[i]},
                             50,
                             0,
                             {}});
    return s;
}

RunResult emptied(const Walkable& walkable)
{
    RunResult r;
    r.school = "示范中学";
    r.scenario = "放学疏散";
    r.seed = 7;
    r.people = r.evacuated = 6;
    r.endTime = 205.35;
    r.clearance = 205.3;
    r.bound = LowerBound{130.21, {1.53, 1.1, 0.8, 2.1, 1.6}, {}};
    r.classes = {{"G7C1", "七年级（1）班", 50, 50, 0.0, 3.27, 41.0, 75.0, std::nullopt},
                 {"G8C2", "八年级（2）班", 50, 50, 30.0, 33.0, 88.5, 205.3, std::nullopt}};
    r.stairs = {{"S1", "一号楼梯", 1.65, 100, 31.0, 190.0, 190.0, 1.31, {}}};
    r.exits = {{"E1", "西门", 1.8, 60, 20.0, 120.0, 120.0, 0.9, {}},
               {"E2", "南门", 3.0, 140, 15.0, 205.3, 205.3, 1.12, {}}};
    const SurfaceIndex landing = surfaceNamed(walkable, "S1/1/landing");
    const SurfaceIndex corridor = surfaceNamed(walkable, "C1");
    r.crowdedPlaces = {{landing, 812.4, 7.63, 44.0, 171.5, {29.4, 3.4}},
                       {corridor, 96.0, 4.2, 50.0, 90.0, {27.5, 0.8}}};
    r.riskPoints = {pointAt(landing, {29.4, 3.4}, 5), pointAt(corridor, {27.5, 0.8}, 3)};
    for (const Surface& surface : walkable.surfaces) r.maps.push_back(mapOf(surface));
    addPeople(r);
    r.agentSteps = 123456;
    r.wallSeconds = 0.4567891;
    r.stepSeconds = 0.1;
    r.secondHashes = {{1, 2}, {3, 4}};
    r.digest = {0xabc, 0xdef};
    return r;
}

RunResult bothWays(const Walkable& walkable)
{
    RunResult r = emptied(walkable);
    HandResult hand;
    hand.clearance = 150.0;
    hand.people = 6;
    hand.classes = {{r.classes[0], {{"E2", 50}}, {}}, {r.classes[1], {{"E2", 50}}, {"S1"}}};
    hand.classes[1].times.lastOut = 150.0;
    hand.stairs = {{r.stairs[0], 1.35, 0.877, 40.0, 120.5, 31}};
    hand.stairs[0].times.clear = 140.0;
    hand.exits = {{r.exits[0], 1.5, 1.083, {}, {}, 0}, {r.exits[1], 2.7, 1.17, {}, {}, 0}};
    hand.exits[1].times.clear = 150.0;
    HydraulicElement element{0, {1.0, 0.7, 1.3, 0.91}, 50, 5.0, 60.0, 0.9, 6.0, 58.9, 47, 1200.0};
    hand.elements = {{"D1A1", "C1", element}, {"=S1/1/flight1", "S1/1/half1", element}};
    hand.elements[1].flow.bindsFrom.reset();
    hand.elements[1].flow.bindsUntil.reset();
    r.hand = hand;
    CappedResult capped;
    capped.flowCap = 1.3;
    capped.evacuated = 6;
    capped.clearance = 230.4;
    capped.classes = r.classes;
    capped.classes[1].lastOut = 230.4;
    capped.stairs = r.stairs;
    capped.stairs[0].clear = 215.0;
    capped.exits = r.exits;
    r.capped = capped;
    r.differences = {{Counted::Whole, {}, 205.3, 150.0, {{Cause::Flow, "S1", 0.61, 0.877}}},
                     {Counted::SchoolClass, "G8C2", 205.3, 150.0, {{Cause::OtherWay, "E1", 12.0, 50.0}}}};
    r.limits = {{Counted::Stair, "S1", 1.3, 1.62, 1.3, LimitState::Imposed},
                {Counted::Exit, "E2", 1.3, 1.12, 1.12, LimitState::Held},
                {Counted::Whole, {}, 1800.0, 205.3, 230.4, LimitState::Held}};
    return r;
}

RunResult byHand()
{
    RunResult r = bothWays({});
    r.model = Model::Hydraulic;
    r.clearance = 150.0;
    r.bound.reset();
    r.capped.reset();
    r.differences.clear();
    r.limits.clear();
    r.persons.clear();
    r.crowdedPlaces.clear();
    r.riskPoints.clear();
    r.secondHashes.clear();
    r.agentSteps = 0;
    return r;
}

RunResult notEmptied(const Walkable& walkable)
{
    RunResult r = emptied(walkable);
    r.ending = Ending::TimeLimit;
    r.evacuated = 3;
    r.remaining = r.trapped = 3;
    r.endTime = 600.0;
    r.clearance.reset();
    r.classes.back().out = 47;
    r.classes.back().lastOut.reset();
    for (std::size_t i = 1; i < 4; ++i) {
        r.persons[i].out.reset();
        r.persons[i].exit.clear();
    }
    r.persons[1].barredBy = "E1";
    return r;
}

}
