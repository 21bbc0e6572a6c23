#include "sim/import/import.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"
#include "tests/files.hpp"
#include "tests/import/drawing_maker.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace stairwise {
namespace {

const Storey& storeyOf(const School& school, std::size_t index)
{
    return *school.buildings.at(0).storeys.at(index);
}

TEST(Import, TakesOverRoomsDoorsExitsAndStoreys)
{
    const auto imported = smallBlock().import();
    ASSERT_TRUE(imported.ok());
    const School& school = imported.value().school;
    EXPECT_EQ(school.name, "Test block");
    ASSERT_EQ(school.buildings.at(0).storeys.size(), 2U);
    const Storey& ground = storeyOf(school, 0);
    EXPECT_EQ(ground.number, 1);
    EXPECT_EQ(ground.elevation, 0);
    EXPECT_EQ(ground.height, 3000);
    EXPECT_EQ(storeyOf(school, 1).elevation, 3000);
    ASSERT_EQ(ground.spaces.size(), 3U);
    EXPECT_DOUBLE_EQ(area(findSpace(school, {"room1"})->polygon), 30.0);
    EXPECT_EQ(findSpace(school, {"zone1"})->kind, SpaceKind::Landing);
    EXPECT_EQ(ground.doors.size(), 3U); // the door that stands for the flights is none
    EXPECT_TRUE(findDoor(school, {"exit1"})->exit);
    EXPECT_EQ(findDoor(school, {"exit1"})->clearWidth, 1400);
    EXPECT_FALSE(findDoor(school, {"door1"})->exit);
}

TEST(Import, DoorLiesInTheMiddleOfItsWall)
{
    const auto imported = smallBlock().import();
    const Door* door = findDoor(imported.value().school, {"door1"});
    EXPECT_EQ(door->kind, DoorKind::Door);
    EXPECT_EQ(door->at.a.y, 2100);
    EXPECT_EQ(door->at.b.y, 2100);
    EXPECT_EQ(door->clearWidth, 1000);
    EXPECT_EQ(std::min(door->at.a.x, door->at.b.x), 2000);
}

TEST(Import, MakesFlightsInTheStairZones)
{
    const auto imported = smallBlock().import();
    const School& school = imported.value().school;
    ASSERT_EQ(school.buildings.at(0).stairs.size(), 1U);
    const Stair& stair = school.buildings.at(0).stairs[0];
    EXPECT_EQ(stair.kind, StairKind::DogLeg);
    EXPECT_EQ(stair.direction, 90); // away from the doors
    EXPECT_EQ(stair.storeys, (std::vector<StoreyId>{{"L1"}, {"L2"}}));
    EXPECT_EQ(stair.steps, (std::vector<std::vector<int>>{{9, 9}}));
    EXPECT_NEAR(stair.clearWidth, 1260, 20);
    EXPECT_GE(stair.tread, 260);
    EXPECT_TRUE(guessed(school, stair.id.value, "steps"));
    EXPECT_TRUE(findingsOf(imported.value(), "import.cut_off").empty());
    EXPECT_TRUE(findingsOf(imported.value(), "import.cut_off_now").empty());
}

TEST(Import, FloorLandingReachesFromTheDoorToTheFlights)
{
    const auto imported = smallBlock().import();
    const School& school = imported.value().school;
    const Stair& stair = school.buildings.at(0).stairs[0];
    const Box box = boxOf(findSpace(school, {"zone1"})->polygon.outer);
    EXPECT_EQ(box.low.y, 2200);
    EXPECT_EQ(box.high.y, stair.origin.y);
    EXPECT_GE(box.high.y - box.low.y, 600);
}

TEST(Import, WhatItMakesIsASchoolFile)
{
    const auto imported = smallBlock().import();
    const auto again = parseSchool(formatSchool(imported.value().school), "again");
    ASSERT_TRUE(again.ok()) << line(again.fault(), Language::English);
    EXPECT_EQ(again.value(), imported.value().school);
}

TEST(Import, EveryGuessIsAFindingAndEveryFindingHasWords)
{
    const auto imported = smallBlock().import();
    for (const Guess& guess : imported.value().school.guesses)
        EXPECT_TRUE(std::ranges::any_of(imported.value().findings, [&](const Finding& finding) {
            return say(finding.what, Language::English).find(guess.reason) != std::string::npos ||
                   guess.reason.find(say(finding.what, Language::English)) != std::string::npos;
        })) << guess.reason;
    for (const Finding& finding : imported.value().findings)
        for (const auto language : {Language::English, Language::Chinese})
            EXPECT_FALSE(line(finding, language).empty());
}

TEST(Import, LongIdsAreShortenedWhereTheyStayUnique)
{
    DrawingMaker maker;
    maker.level("1", 0.0);
    maker.room("11111111-2222-3333-4444-555555555555", {0.0, 0.0, 2.0, 2.0});
    maker.room("aaaaaaaa-2222-3333-4444-555555555555", {3.0, 0.0, 2.0, 2.0});
    maker.room("aaaaaaaa-2222-3333-4444-666666666666", {6.0, 0.0, 2.0, 2.0});
    const auto imported = maker.import();
    EXPECT_NE(findSpace(imported.value().school, {"11111111"}), nullptr);
    EXPECT_NE(findSpace(imported.value().school, {"aaaaaaaa-2222-3333-4444-555555555555"}), nullptr);
    EXPECT_NE(findSpace(imported.value().school, {"aaaaaaaa-2222-3333-4444-666666666666"}), nullptr);
}

TEST(Import, LongRoomWithManyDoorsIsTakenForACorridor)
{
    DrawingMaker maker;
    maker.level("1", 0.0).room("long", {0.0, 0.0, 20.0, 2.0});
    for (const int i : {0, 1, 2, 3}) {
        const std::string n = std::to_string(i);
        maker.room("r" + n, {5.0 * i, 2.2, 4.8, 4.0}).door("d" + n, {5.0 * i + 1.0, 1.9, 1.0, 0.4}, {"long", "r" + n});
    }
    const auto imported = maker.import();
    EXPECT_EQ(findSpace(imported.value().school, {"long"})->kind, SpaceKind::Corridor);
    EXPECT_EQ(findSpace(imported.value().school, {"r0"})->kind, SpaceKind::Other);
    EXPECT_TRUE(guessed(imported.value().school, "long", "kind"));
}

TEST(Import, PeopleOfTheDrawingAreToldNotTaken)
{
    auto maker = smallBlock();
    maker.last()["NumPeople"] = 12;
    const auto imported = maker.import();
    const auto found = findingsOf(imported.value(), "import.people_not_taken");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]->what.args.at(0), "12");
    EXPECT_TRUE(imported.value().school.classes.empty());
}

std::string placeOfFault(std::string_view text)
{
    const auto imported = importBimJson(text, "bad.json");
    if (imported.ok()) return "read";
    EXPECT_EQ(imported.fault().file, "bad.json");
    EXPECT_FALSE(line(imported.fault(), Language::Chinese).empty());
    return imported.fault().place;
}

TEST(Import, RefusesWhatIsNoDrawingNamingThePlace)
{
    EXPECT_NE(placeOfFault("this is not JSON"), "read");
    EXPECT_NE(placeOfFault(""), "read");
    EXPECT_EQ(placeOfFault("{}"), "");
    EXPECT_EQ(placeOfFault("[1, 2]"), "");
    EXPECT_EQ(placeOfFault(R"({"Level": 3})"), "Level");
    EXPECT_EQ(placeOfFault(R"({"Level": []})"), "Level");
    EXPECT_EQ(placeOfFault(R"({"Level": [{"BuildElement": [7]}]})"), "Level[0].BuildElement[0]");
    EXPECT_EQ(placeOfFault(R"({"Level": [{"ZLevel": "high", "BuildElement": []}]})"), "Level[0].ZLevel");
    EXPECT_EQ(placeOfFault(R"({"Level": [{"BuildElement": [{"Id": "a", "Sign": "Room"}]}]})"),
              "Level[0].BuildElement[0].XY");
    EXPECT_NE(placeOfFault(R"({"Level": [{"ZLevel": NaN, "BuildElement": []}]})"), "read");
    EXPECT_NE(placeOfFault(R"({"Level": [{"ZLevel": 1e999, "BuildElement": []}]})"), "read");
    EXPECT_EQ(placeOfFault(R"({"Level": [{"ZLevel": 1e308, "BuildElement": []}]})"), "Level[0].ZLevel");
}

TEST(Import, RefusesCoordinatesFarAway)
{
    DrawingMaker maker;
    maker.level("1", 0.0).room("far", {5e5, 0.0, 3.0, 3.0});
    const auto imported = maker.import();
    ASSERT_FALSE(imported.ok());
    EXPECT_EQ(imported.fault().place, "Level[0].BuildElement[0].XY");
}

TEST(Import, RefusesTooManyElements)
{
    std::string text = R"({"Level": [{"BuildElement": [)";
    for (int i = 0; i < 50'000; ++i) text += "{},";
    text += "{}]}]}";
    EXPECT_EQ(placeOfFault(text), "Level[0].BuildElement");
}

TEST(ImportFile, NamesTheFileThatIsMissing)
{
    const auto imported = importFile("no/such/plan.json");
    ASSERT_FALSE(imported.ok());
    EXPECT_EQ(imported.fault().file, "no/such/plan.json");
}

TEST(ImportFile, CallsTheBuildingAfterTheFile)
{
    const OwnFolder folder;
    const auto path = folder / "north_block.json";
    std::ofstream(path) << smallBlock().json.dump();
    const auto imported = importFile(path);
    ASSERT_TRUE(imported.ok());
    EXPECT_EQ(imported.value().school.buildings[0].id.value, "north_block");
}

}
}
