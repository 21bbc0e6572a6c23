#include "scenarios/maker/maker.hpp"

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

// Clear dimensions in millimetres; walls 200. The figures in brackets are what GB 50099-2011 asks.
constexpr int kWall = 200;
constexpr int kStoreys = 5; // at most 5 for a secondary school
constexpr int kHeight = 3600;
constexpr int kInner = 58330;    // x of the inner face of the east wall
constexpr int kDepth = 7200;     // of classrooms
constexpr int kClassroom = 9480; // 68 m² for 50 pupils
constexpr int kSouth0 = kWall;
constexpr int kSouth1 = kSouth0 + kDepth;
constexpr int kCorridor0 = kSouth1 + kWall;
constexpr int kCorridor1 = kCorridor0 + 3000; // ≥ 2400 between rows of rooms
constexpr int kNorth0 = kCorridor1 + kWall;
constexpr int kNorth1 = kNorth0 + kDepth;
constexpr int kFlight = 1800; // ≥ 1200, steps of 600
constexpr int kWell = 110;    // ≤ 110
constexpr int kStairWidth = 2 * kFlight + kWell;
constexpr int kStairA = 200, kStairB = 27310, kStairC = 54420; // west faces of the stair bays
constexpr int kPupils = 50;                                    // at most, per class

std::string numbered(int storey, const char* what)
{
    return fmt::format("{}{}", storey, what);
}

struct Bay {
    const char* key;
    const char* name;
    SpaceKind kind;
    int x0, x1;
};

// Two doors of 1.0 m in the corridor wall (2 × 900), near both ends.
void doorsToCorridor(Storey& storey, const std::string& id, int x0, int x1, int y)
{
    storey.doors.push_back(door(id + "-a", {x0 + 400, y}, {x0 + 1400, y}));
    storey.doors.push_back(door(id + "-b", {x1 - 1400, y}, {x1 - 400, y}));
}

void southRow(Storey& storey, int number)
{
    for (int bay = 1; bay <= 6; ++bay) {
        const int x0 = kWall + (bay - 1) * (kClassroom + kWall);
        const bool hall = number == 1 && (bay == 3 || bay == 4);
        if (hall) continue;
        const std::string id = fmt::format("{}0{}", number, bay);
        storey.spaces.push_back(
            room(id, id + " 教室", SpaceKind::Classroom, rectangle(x0, kSouth0, x0 + kClassroom, kSouth1)));
        doorsToCorridor(storey, "d" + id, x0, x0 + kClassroom, kSouth1 + kWall / 2);
    }
}

void northRow(Storey& storey, int number)
{
    const Bay upper[] = {
        {"07", "教室", SpaceKind::Classroom, 4110, 13710},     {"W1", "男卫生间", SpaceKind::Toilet, 13910, 20910},
        {"B1", "教师办公室", SpaceKind::Office, 21110, 27110}, {"B2", "教师办公室", SpaceKind::Office, 31220, 37220},
        {"W2", "女卫生间", SpaceKind::Toilet, 37420, 44420},   {"08", "教室", SpaceKind::Classroom, 44620, 54220}};
    const Bay ground[] = {
        {"07", "图书室", SpaceKind::Other, 4110, 13710},     {"W1", "男卫生间", SpaceKind::Toilet, 13910, 20910},
        {"R", "后门厅", SpaceKind::Hall, 21110, 27110},      {"B2", "校医室", SpaceKind::Office, 31220, 37220},
        {"W2", "女卫生间", SpaceKind::Toilet, 37420, 44420}, {"08", "实验室", SpaceKind::Other, 44620, 54220}};
    for (const Bay& bay : number == 1 ? ground : upper) {
        const std::string id = numbered(number, bay.key);
        const bool plain = bay.kind == SpaceKind::Classroom || bay.kind == SpaceKind::Other;
        storey.spaces.push_back(room(id, plain ? id + " " + bay.name : std::string(bay.name), bay.kind,
                                     rectangle(bay.x0, kNorth0, bay.x1, kNorth1)));
        const int y = kCorridor1 + kWall / 2;
        if (bay.kind == SpaceKind::Hall)
            storey.doors.push_back(opening("d" + id, {bay.x0 + 1500, y}, {bay.x1 - 1500, y}));
        else if (bay.x1 - bay.x0 > 8000)
            doorsToCorridor(storey, "d" + id, bay.x0, bay.x1, y);
        else
            storey.doors.push_back(door("d" + id, {bay.x0 + 400, y}, {bay.x0 + 1400, y}));
    }
}

void groundHallAndExits(Storey& storey)
{
    const int x0 = kWall + 2 * (kClassroom + kWall);
    const int x1 = x0 + 2 * kClassroom + kWall;
    storey.spaces.push_back(room("1H", "门厅", SpaceKind::Hall, rectangle(x0, kSouth0, x1, kSouth1)));
    const int y = kSouth1 + kWall / 2;
    storey.doors.push_back(opening("d1H-a", {x0 + 2000, y}, {x0 + 6000, y}));
    storey.doors.push_back(opening("d1H-b", {x1 - 6000, y}, {x1 - 2000, y}));
    storey.doors.push_back(exitDoor("E1", "南门西", {x0 + 4000, kWall / 2}, {x0 + 5800, kWall / 2}));
    storey.doors.push_back(exitDoor("E2", "南门东", {x1 - 5800, kWall / 2}, {x1 - 4000, kWall / 2}));
    storey.doors.push_back(exitDoor("E3", "西门", {kWall / 2, kCorridor0 + 600}, {kWall / 2, kCorridor0 + 2400}));
    const int east = kInner + kWall / 2;
    storey.doors.push_back(exitDoor("E4", "东门", {east, kCorridor0 + 600}, {east, kCorridor0 + 2400}));
    storey.doors.push_back(exitDoor("E5", "北门", {23210, kNorth1 + kWall / 2}, {25010, kNorth1 + kWall / 2}));
}

void equip(Storey& storey, int number)
{
    for (const int x : {6000, 30000, 52000}) {
        const std::string at = fmt::format("{}-{}", number, x / 1000);
        storey.equipment.push_back({{"F" + at}, EquipmentKind::Extinguisher, {x, kCorridor0 + 150}});
        storey.equipment.push_back({{"L" + at}, EquipmentKind::EmergencyLight, {x, kCorridor1 - 150}});
        storey.equipment.push_back({{"S" + at}, EquipmentKind::ExitSign, {x + 1500, kCorridor1 - 150}});
    }
}

Storey storeyOf(int number)
{
    Storey storey;
    storey.id = {fmt::format("F{}", number)};
    storey.name = chineseNumber(number) + "层";
    storey.number = number;
    storey.elevation = (number - 1) * kHeight;
    storey.height = kHeight;
    storey.spaces.push_back(
        room(numbered(number, "C"), "走廊", SpaceKind::Corridor, rectangle(kWall, kCorridor0, kInner, kCorridor1)));
    southRow(storey, number);
    northRow(storey, number);
    if (number == 1) groundHallAndExits(storey);
    equip(storey, number);
    return storey;
}

// 24 risers of 150 (≤ 160 for secondary schools) in two flights of 12 (3 … 18), treads of 280 (≥ 280).
Stair stairAt(const char* id, const char* name, int x)
{
    Stair stair;
    stair.id = {id};
    stair.name = name;
    stair.origin = {x, kCorridor1};
    stair.clearWidth = kFlight;
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = 1950;
    stair.halfLandingDepth = 1950;
    stair.well = kWell;
    for (int s = 1; s <= kStoreys; ++s) stair.storeys.push_back({fmt::format("F{}", s)});
    stair.steps.assign(kStoreys - 1, {12, 12});
    return stair;
}

// Lowest grade lowest: ground 4 classes, then 8 on each storey.
void enrol(School& school)
{
    static constexpr const char* kGrades[] = {"七", "八", "九"};
    std::vector<std::string> rooms = {"101", "102", "105", "106"};
    for (int s = 2; s <= kStoreys; ++s)
        for (int r = 1; r <= 8; ++r) rooms.push_back(fmt::format("{}0{}", s, r));
    for (int i = 0; i < 36; ++i) {
        const int grade = 7 + i / 12;
        const int number = i % 12 + 1;
        const std::string id = fmt::format("{}-{}", grade, number);
        school.staff.push_back({{"T" + id}, StaffRole::ClassTeacher, {rooms[static_cast<std::size_t>(i)]}});
        school.classes.push_back({{id},
                                  fmt::format("{}年级（{}）班", kGrades[i / 12], number),
                                  grade,
                                  number,
                                  {rooms[static_cast<std::size_t>(i)]},
                                  kPupils,
                                  0,
                                  {"T" + id}});
    }
}

Grounds playground()
{
    Grounds grounds;
    Space yard = room("yard", "操场", SpaceKind::Outdoor, rectangle(-12000, -55000, 70330, 28000));
    yard.polygon.holes.push_back(
        {{0, 0}, {0, kNorth1 + kWall}, {kInner + kWall, kNorth1 + kWall}, {kInner + kWall, 0}});
    grounds.spaces.push_back(yard);
    for (int grade = 7; grade <= 9; ++grade) {
        AssemblyArea area;
        const int x = 4000 + (grade - 7) * 18000;
        area.id = {fmt::format("A{}", grade)};
        area.name = fmt::format("{}年级集合点", chineseNumber(grade));
        area.polygon = rectangle(x, -45000, x + 15000, -22000);
        for (int number = 1; number <= 12; ++number) area.classes.push_back({fmt::format("{}-{}", grade, number)});
        grounds.assemblyAreas.push_back(area);
    }
    grounds.gates.push_back({{"G1"}, "校门", {{26000, -55000}, {32000, -55000}}, 6000});
    return grounds;
}

}

School teachingBuilding()
{
    School school;
    school.name = "示例中学教学楼";
    school.source = "Invented after GB 50099-2011; no real site. scenarios/README.md";
    school.code = {SchoolKind::Secondary, CodeEdition::Strictest, 1};
    Building building;
    building.id = {"B"};
    building.name = "教学楼";
    for (int s = 1; s <= kStoreys; ++s) building.storeys.push_back(std::make_shared<const Storey>(storeyOf(s)));
    building.stairs = {stairAt("SA", "西梯", kStairA), stairAt("SB", "中梯", kStairB), stairAt("SC", "东梯", kStairC)};
    school.buildings.push_back(std::move(building));
    school.grounds = playground();
    enrol(school);
    return school;
}

Scenario teachingBuildingFireDrill()
{
    Scenario scenario;
    scenario.name = "全校同时疏散（火灾演练）";
    scenario.source = "Everybody released at the signal: what staggering is measured against";
    scenario.school = "school.school.json";
    scenario.situation = Situation::Fire;
    scenario.destination = Destination::Assembly;
    // Log-normal, median 20 s, geometric standard deviation 1.5: docs/model.md, pre-movement.
    scenario.preMovement = {Distribution::Kind::LogNormal, 20.0, 1.5, 3.0, 90.0};
    scenario.releases.push_back({});
    return scenario;
}

}
