// Real drawings, from the file to the surfaces that people walk on. Skipped where the drawings are not at hand.
#include "sim/import/import.hpp"
#include "sim/school/school_file.hpp"
#include "sim/walkable/walkable.hpp"
#include "sim/words/words.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace stairwise {
namespace {

struct Expected {
    const char* file;
    std::size_t storeys;
    std::size_t rooms; // stair zones not counted
    std::size_t doors; // and openings; links between storeys not counted
    std::size_t exits;
    std::size_t wells; // stairs, whether made in one piece or in several
};
constexpr Expected kDrawings[] = {
    {"udsu_b3_L3_v1_190701.json", 3, 143, 155, 6, 3},
    {"udsu_b5_L4_v1_200102.json", 4, 259, 296, 8, 6},
    {"udsu_b2_L4_v1_190701.json", 4, 334, 363, 13, 5},
    {"two_levels.json", 2, 6, 6, 1, 1},
    {"three_zone_three_transit.json", 1, 3, 2, 1, 0},
    {"one_zone_one_exit.json", 1, 1, 0, 1, 0},
    {"building_test.json", 1, 6, 5, 2, 0},
    {"example-one-exit.json", 1, 6, 5, 1, 0},
    {"example-two-exits.json", 1, 6, 5, 2, 0},
};

std::vector<const Door*> allDoors(const School& school)
{
    std::vector<const Door*> doors;
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Door& door : storey->doors) doors.push_back(&door);
    return doors;
}

void everythingIsTakenOver(const Imported& imported, const Expected& expected)
{
    const Building& building = imported.school.buildings.at(0);
    EXPECT_EQ(building.storeys.size(), expected.storeys);
    std::size_t rooms = 0;
    for (const auto& storey : building.storeys)
        for (const Space& space : storey->spaces) rooms += space.kind != SpaceKind::Landing ? 1 : 0;
    EXPECT_EQ(rooms, expected.rooms);
    std::size_t exits = 0;
    for (const Door* door : allDoors(imported.school)) exits += door->exit ? 1 : 0;
    EXPECT_EQ(exits, expected.exits);
    EXPECT_EQ(allDoors(imported.school).size() - exits, expected.doors);
    std::set<std::string> wells;
    for (const Stair& stair : building.stairs) wells.insert(stair.id.value.substr(0, 2)); // "S2a", "S2b"
    EXPECT_EQ(wells.size(), expected.wells);
}

void isASchoolFile(const School& school)
{
    const auto again = parseSchool(formatSchool(school), "again");
    ASSERT_TRUE(again.ok()) << line(again.fault(), Language::English);
    EXPECT_EQ(again.value(), school);
}

// The neighbours that the drawing names for each door, as ids of the school.
std::map<std::string, std::set<std::string>> namedNeighbours(const std::filesystem::path& path)
{
    nlohmann::json json;
    std::ifstream(path) >> json;
    std::map<std::string, std::set<std::string>> named;
    for (const auto& level : json["Level"])
        for (const auto& element : level["BuildElement"])
            for (const auto& id : element["Output"])
                named[element["Id"].get<std::string>().substr(0, 8)].insert(id.get<std::string>().substr(0, 8));
    return named;
}

void everyDoorJoinsItsRooms(const School& school, const Walkable& walkable, const std::filesystem::path& path)
{
    const auto named = namedNeighbours(path);
    for (const Door* door : allDoors(school)) {
        std::set<std::string> joined;
        for (const Portal& portal : walkable.portals) {
            if (portal.door != door->id) continue;
            for (const SurfaceIndex side : {portal.a, portal.b})
                if (side != kNowhere) joined.insert(walkable.surfaces[side].element);
        }
        EXPECT_EQ(joined, named.at(door->id.value)) << door->id.value;
    }
}

void everySurfaceHasAWayOut(const Walkable& walkable)
{
    std::vector<bool> reached(walkable.surfaces.size());
    for (const Portal& portal : walkable.portals)
        if (portal.exit) reached[portal.a] = true;
    for (bool more = true; more;) {
        more = false;
        for (const Portal& portal : walkable.portals) {
            if (portal.a == kNowhere || portal.b == kNowhere || reached[portal.a] == reached[portal.b]) continue;
            reached[portal.a] = reached[portal.b] = more = true;
        }
    }
    for (SurfaceIndex s = 0; s < reached.size(); ++s) EXPECT_TRUE(reached[s]) << walkable.surfaces[s].element;
    for (const Finding& finding : walkable.findings)
        EXPECT_NE(finding.severity, Severity::Error) << line(finding, Language::English);
}

void flightsCanBeWalked(const School& school)
{
    for (const Stair& stair : school.buildings.at(0).stairs) {
        EXPECT_GE(stair.clearWidth, 600) << stair.id.value;
        EXPECT_GE(stair.tread, 220) << stair.id.value;
        EXPECT_LE(stair.riser, 170) << stair.id.value;
    }
}

class Drawings : public testing::TestWithParam<Expected> {};

// One test a drawing: importing it is what takes time.
TEST_P(Drawings, AreTakenOverAndEverybodyCanWalkOut)
{
    const auto path = std::filesystem::path(STAIRWISE_SOURCE_DIR) / "../shared/inputs/bim-json" / GetParam().file;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no drawing at hand";
    const auto imported = importFile(path);
    ASSERT_TRUE(imported.ok()) << line(imported.fault(), Language::English);
    const School& school = imported.value().school;
    everythingIsTakenOver(imported.value(), GetParam());
    isASchoolFile(school);
    const Walkable walkable = walkableOf(school);
    everyDoorJoinsItsRooms(school, walkable, path);
    everySurfaceHasAWayOut(walkable);
    flightsCanBeWalked(school);
}

std::string nameOf(const testing::TestParamInfo<Expected>& drawing)
{
    std::string name = drawing.param.file;
    name.resize(name.find('.'));
    std::ranges::replace(name, '-', '_');
    return name;
}
INSTANTIATE_TEST_SUITE_P(Real, Drawings, testing::ValuesIn(kDrawings), nameOf);

}
}
