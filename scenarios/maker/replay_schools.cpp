#include "scenarios/maker/maker.hpp"

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

constexpr int kWall = 200;

void guess(School& school, std::string element, std::string field, std::string reason)
{
    school.guesses.push_back({std::move(element), std::move(field), std::move(reason)});
}

void addClass(School& school, int grade, int number, const std::string& homeroom, int pupils)
{
    static constexpr const char* kGrades[] = {"七", "八", "九"};
    const std::string id = fmt::format("{}-{}", grade, number);
    school.classes.push_back(
        {{id}, fmt::format("{}年级（{}）班", kGrades[grade - 7], number), grade, number, {homeroom}, pupils, 0, {}});
}

// ---- Chengan 2003: three storeys, one stair about 2 m wide in the middle, one exit, fed from four directions. ----

constexpr int kRoom = 9300;                        // guessed: 67 m² for 80 pupils, a crowded room
constexpr int kRoomDepth = 7200;                   // guessed
constexpr int kWalk0 = kWall + kRoomDepth + kWall; // corridor, 2.4 m, guessed
constexpr int kWalk1 = kWalk0 + 2400;
constexpr int kStairX = 23950; // west face of the stair bay, in the middle of the corridor
constexpr int kLength = 5 * (kRoom + kWall);

Storey chenganStorey(int number)
{
    Storey storey;
    storey.id = {fmt::format("F{}", number)};
    storey.name = chineseNumber(number) + "层";
    storey.number = number;
    storey.elevation = (number - 1) * 3600;
    storey.height = 3600;
    storey.spaces.push_back(
        room(fmt::format("{}C", number), "走廊", SpaceKind::Corridor, rectangle(kWall, kWalk0, kLength, kWalk1)));
    for (int bay = 1; bay <= 5; ++bay) {
        const int x0 = kWall + (bay - 1) * (kRoom + kWall);
        const std::string id = fmt::format("{}0{}", number, bay);
        const bool lobby = number == 1 && bay == 3;
        storey.spaces.push_back(room(id, lobby ? "门厅" : id + " 教室", lobby ? SpaceKind::Hall : SpaceKind::Classroom,
                                     rectangle(x0, kWall, x0 + kRoom, kWall + kRoomDepth)));
        const int y = kWalk0 - kWall / 2;
        if (lobby) {
            storey.doors.push_back(opening("d" + id, {x0 + 2600, y}, {x0 + 6600, y}));
            storey.doors.push_back(exitDoor("E1", "大门", {x0 + 3600, kWall / 2}, {x0 + 5600, kWall / 2}));
            continue;
        }
        storey.doors.push_back(door("d" + id + "-a", {x0 + 400, y}, {x0 + 1300, y}));
        storey.doors.push_back(door("d" + id + "-b", {x0 + kRoom - 1300, y}, {x0 + kRoom - 400, y}));
    }
    return storey;
}

}

School chengan()
{
    School school;
    school.name = "成安 2003 复原模型";
    school.source = "Press and ministry reports of 11 December 2003; scenarios/README.md";
    school.code = {SchoolKind::Secondary, CodeEdition::Strictest, 2};
    Building building;
    building.id = {"B"};
    building.name = "教学楼";
    for (int s = 1; s <= 3; ++s) building.storeys.push_back(std::make_shared<const Storey>(chenganStorey(s)));
    Stair stair;
    stair.id = {"S1"};
    stair.name = "中间楼梯";
    stair.origin = {kStairX - 2055, kWalk1};
    stair.clearWidth = 2000;
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = 2000;
    stair.halfLandingDepth = 2000;
    stair.well = 110;
    stair.storeys = {{"F1"}, {"F2"}, {"F3"}};
    stair.steps.assign(2, {12, 12});
    building.stairs = {stair};
    school.buildings.push_back(std::move(building));
    const int pupils[] = {80, 80, 80, 80, 80};
    int number[] = {1, 1, 1};
    for (int s = 3; s >= 1; --s)
        for (int bay = 1; bay <= 5; ++bay)
            if (s != 1 || bay != 3)
                addClass(school, 10 - s, number[3 - s]++, fmt::format("{}0{}", s, bay), pupils[bay - 1]);
    guess(school, "S1", "kind", "reports name one stair about 2 m wide; two flights and a half landing are assumed");
    guess(school, "S1", "tread", "not reported; GB 50099 values taken");
    guess(school, "E1", "clearWidth", "one exit is reported, its width is not; as wide as the stair");
    guess(school, "1C", "polygon", "corridor 2.4 m and the rooms along it are not reported");
    guess(school, "7-1", "pupils",
          "classes of 70 to 85 and about 800 on the upper storeys are reported; 80 each taken");
    return school;
}

namespace {

// ---- Xiangxiang 2009: five storeys round a court, four stairs about 1.5 m wide, 52 classes. ----
// A square ring: rooms outside, corridor inside, a stair in each corner. All dimensions guessed.

constexpr int kSide = 60000;                   // outer side of the ring
constexpr int kDeep = 7000;                    // of rooms
constexpr int kGallery = 2100;                 // corridor round the court
constexpr int kCorner = kWall + kDeep + kWall; // rooms and stair corners end here
constexpr int kCourt = kCorner + kGallery;
constexpr int kBay = 8900;

Ring gallery()
{
    return rectangle(kCorner, kCorner, kSide - kCorner, kSide - kCorner);
}

// Rooms 1 … 4 of each of the four wings, three of them classrooms on most storeys.
void wing(Storey& storey, int number, int side, int rooms)
{
    for (int r = 0; r < rooms; ++r) {
        const int a = kCorner + 3600 + r * (kBay + kWall);
        const int b = a + kBay;
        const std::string id = fmt::format("{}{}{}", number, static_cast<char>('N' + side), r + 1);
        const int far0 = kSide - kCorner + kWall;
        const int far1 = kSide - kWall;
        const int wall = side % 2 == 0 ? kCorner - kWall / 2 : kSide - kCorner + kWall / 2;
        Ring ring;
        std::vector<Segment> ways;
        if (side < 2) { // south and north wings, along x
            ring = side == 0 ? rectangle(a, kWall, b, kWall + kDeep) : rectangle(a, far0, b, far1);
            ways = {{{a + 400, wall}, {a + 1300, wall}}, {{b - 1300, wall}, {b - 400, wall}}};
        } else {
            ring = side == 2 ? rectangle(kWall, a, kWall + kDeep, b) : rectangle(far0, a, far1, b);
            ways = {{{wall, a + 400}, {wall, a + 1300}}, {{wall, b - 1300}, {wall, b - 400}}};
        }
        storey.spaces.push_back(room(id, id + " 教室", SpaceKind::Classroom, ring));
        storey.doors.push_back(door("d" + id + "-a", ways[0].a, ways[0].b));
        storey.doors.push_back(door("d" + id + "-b", ways[1].a, ways[1].b));
    }
}

Storey xiangxiangStorey(int number)
{
    Storey storey;
    storey.id = {fmt::format("F{}", number)};
    storey.name = chineseNumber(number) + "层";
    storey.number = number;
    storey.elevation = (number - 1) * 3600;
    storey.height = 3600;
    Space ring = room(fmt::format("{}C", number), "环形走廊", SpaceKind::Corridor, gallery());
    ring.polygon.holes.push_back(
        {{kCourt, kCourt}, {kCourt, kSide - kCourt}, {kSide - kCourt, kSide - kCourt}, {kSide - kCourt, kCourt}});
    storey.spaces.push_back(ring);
    const int rooms[5][4] = {{3, 3, 2, 2}, {3, 3, 2, 2}, {3, 3, 2, 2}, {3, 3, 3, 2}, {3, 3, 3, 2}}; // 52 in all
    for (int side = 0; side < 4; ++side) wing(storey, number, side, rooms[number - 1][side]);
    return storey;
}

// A dog-leg stair in a corner of the ring, its floor landing open to the gallery: 24 risers of 150, treads 280.
Stair cornerStair(int corner)
{
    Stair stair;
    stair.id = {fmt::format("S{}", corner + 1)};
    stair.name = fmt::format("{}号楼梯", corner + 1);
    stair.clearWidth = 1500;
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = 1600;
    stair.halfLandingDepth = 1600;
    stair.well = 110;
    const int low = kCorner;
    const int high = kSide - kCorner;
    const bool east = corner % 2 == 1;
    const bool north = corner >= 2;
    stair.direction = north ? 90 : 270;
    // Along the outer half of each corner of the gallery, flights running outward.
    const int x = east ? high - 3110 : low;
    stair.origin = north ? Point{x, high} : Point{x + 3110, low};
    for (int s = 1; s <= 5; ++s) stair.storeys.push_back({fmt::format("F{}", s)});
    stair.steps.assign(4, {12, 12});
    return stair;
}

}

School xiangxiang()
{
    School school;
    school.name = "湘乡 2009 复原模型";
    school.source = "Ministry circular and press reports of 7 December 2009; scenarios/README.md";
    school.code = {SchoolKind::Secondary, CodeEdition::Strictest, 2};
    Building building;
    building.id = {"B"};
    building.name = "教学楼";
    for (int s = 1; s <= 5; ++s) {
        Storey storey = xiangxiangStorey(s);
        if (s == 1) {
            // At each stair foot a door to the open air, in the outer wall of the gallery's corner.
            for (int corner = 0; corner < 4; ++corner) {
                const bool east = corner % 2 == 1;
                const bool north = corner >= 2;
                const int x = east ? kSide - kCorner + kWall / 2 : kCorner - kWall / 2;
                const int y = north ? kSide - kCorner - 1800 : kCorner + 300;
                storey.doors.push_back(exitDoor(fmt::format("E{}", corner + 1), fmt::format("{}号出口", corner + 1),
                                                {x, y}, {x, y + 1500}));
            }
        }
        building.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
    }
    for (int corner = 0; corner < 4; ++corner) building.stairs.push_back(cornerStair(corner));
    school.buildings.push_back(std::move(building));
    int grade = 9;
    int number = 1;
    for (int s = 5; s >= 1; --s)
        for (const Space& space : school.buildings[0].storeys[static_cast<std::size_t>(s - 1)]->spaces) {
            if (space.kind != SpaceKind::Classroom) continue;
            addClass(school, grade, number, space.id.value, 45);
            if (++number > (grade == 7 ? 18 : 17)) --grade, number = 1;
        }
    guess(school, "S1", "tread", "reports give about 1.5 m of width for four stairs; steps are not reported");
    guess(school, "1C", "polygon", "a ring plan with four stairs is reported; all dimensions are guessed");
    guess(school, "E1", "clearWidth", "not reported; as wide as the stair");
    guess(school, "7-1", "pupils", "52 classes and 2000 to 2500 pupils at once are reported; 45 a class taken");
    return school;
}

}
