// What a drawing says wrongly is told, each with its place; what was guessed stands in the school.
#include "sim/geometry/polygon.hpp"
#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"
#include "tests/import/drawing_maker.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

const Storey& storeyOf(const School& school, std::size_t index)
{
    return *school.buildings.at(0).storeys.at(index);
}

TEST(Doubts, RoomWithoutADoorIsCutOff)
{
    auto maker = smallBlock();
    maker.room("lonely", {20.0, 0.0, 3.0, 3.0});
    const auto imported = maker.import();
    const auto found = findingsOf(imported.value(), "import.cut_off");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]->element, "lonely");
    EXPECT_EQ(found[0]->storey, "L2");
    EXPECT_EQ(found[0]->at, (std::array<std::int32_t, 2>{21500, 1500}));
}

TEST(Doubts, ExitIntoARoomIsFalse)
{
    DrawingMaker maker;
    maker.level("1", 0.0).room("a", {0.0, 0.0, 5.0, 5.0}).room("b", {5.2, 0.0, 5.0, 5.0});
    maker.exit("false", {4.9, 1.0, 0.4, 1.0}, {"a"}).exit("true", {-0.3, 1.0, 0.5, 1.0}, {"a"});
    const auto imported = maker.import();
    ASSERT_EQ(findingsOf(imported.value(), "import.exit_false").size(), 1U);
    EXPECT_FALSE(findDoor(imported.value().school, {"false"})->exit);
    EXPECT_TRUE(findDoor(imported.value().school, {"true"})->exit);
    EXPECT_TRUE(guessed(imported.value().school, "false", "exit"));
    EXPECT_TRUE(findingsOf(imported.value(), "import.cut_off").empty());
}

TEST(Doubts, DrawingWithoutAnExitIsAFinding)
{
    DrawingMaker maker;
    maker.level("1", 0.0).room("a", {0.0, 0.0, 5.0, 5.0});
    EXPECT_EQ(findingsOf(maker.import().value(), "import.no_exit").size(), 1U);
}

TEST(Doubts, ExitAboveTheGroundIsAFinding)
{
    auto maker = smallBlock();
    maker.exit("exit2", {-0.2, 0.3, 0.5, 1.0}, {"corridor2"});
    const auto imported = maker.import();
    ASSERT_EQ(findingsOf(imported.value(), "import.exit_above_ground").size(), 1U);
    EXPECT_TRUE(findDoor(imported.value().school, {"exit2"})->exit);
}

TEST(Doubts, CrossingRingIsMendedAndTold)
{
    auto maker = smallBlock();
    maker.room("bow", {20.0, 0.0, 4.0, 4.0});
    auto& points = maker.last()["XY"][0]["points"];
    std::swap(points[1], points[2]);
    const auto imported = maker.import();
    const auto found = findingsOf(imported.value(), "import.ring_crosses");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]->element, "bow");
    EXPECT_TRUE(guessed(imported.value().school, "bow", "polygon"));
    EXPECT_TRUE(valid(findSpace(imported.value().school, {"bow"})->polygon));
}

TEST(Doubts, RoomWithoutAreaIsLeftOut)
{
    auto maker = smallBlock();
    maker.room("flat", {20.0, 0.0, 4.0, 0.0});
    const auto imported = maker.import();
    ASSERT_EQ(findingsOf(imported.value(), "import.no_polygon").size(), 1U);
    EXPECT_EQ(findSpace(imported.value().school, {"flat"}), nullptr);
}

TEST(Doubts, SliverIsAFinding)
{
    auto maker = smallBlock();
    maker.room("sliver", {20.0, 0.0, 4.0, 0.1});
    ASSERT_EQ(findingsOf(maker.import().value(), "import.sliver").size(), 1U);
}

TEST(Doubts, OverlapGoesToTheSmallerRoom)
{
    auto maker = smallBlock();
    maker.room("large", {20.0, 0.0, 4.0, 4.0}).room("small", {23.0, 0.0, 2.0, 2.0});
    const auto imported = maker.import();
    ASSERT_EQ(findingsOf(imported.value(), "import.overlap").size(), 1U);
    EXPECT_DOUBLE_EQ(area(findSpace(imported.value().school, {"large"})->polygon), 14.0);
    EXPECT_DOUBLE_EQ(area(findSpace(imported.value().school, {"small"})->polygon), 4.0);
}

TEST(Doubts, DoorOfAFewCentimetresIsAFinding)
{
    auto maker = smallBlock();
    maker.door("slit", {4.0, 1.9, 0.06, 0.4}, {"corridor2", "room2"});
    const auto imported = maker.import();
    const auto found = findingsOf(imported.value(), "import.door_narrow");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]->measured, "0.06 m");
    EXPECT_EQ(findDoor(imported.value().school, {"slit"})->clearWidth, 60);
}

TEST(Doubts, DoorThatNamesOneRoomIsJoinedByPlaceAndTold)
{
    auto maker = smallBlock();
    maker.room("store", {6.2, 3.0, 0.6, 1.5});
    maker.door("half", {5.9, 3.2, 0.4, 0.8}, {"store"});
    const auto imported = maker.import();
    ASSERT_EQ(findingsOf(imported.value(), "import.door_joined_by_place").size(), 1U);
    EXPECT_NE(findDoor(imported.value().school, {"half"}), nullptr);
    EXPECT_TRUE(findingsOf(imported.value(), "import.cut_off_now").empty());
}

TEST(Doubts, DoorOntoNothingIsLeftOutAndTold)
{
    auto maker = smallBlock();
    maker.door("nowhere", {-0.2, 4.0, 0.4, 0.8}, {"room2"});
    const auto imported = maker.import();
    EXPECT_EQ(findingsOf(imported.value(), "import.door_one_room").size(), 1U);
    EXPECT_EQ(findDoor(imported.value().school, {"nowhere"}), nullptr);
}

TEST(Doubts, LinkToNothingIsAFinding)
{
    auto maker = smallBlock();
    maker.last()["Output"].push_back("ghost");
    ASSERT_EQ(findingsOf(maker.import().value(), "import.link_to_nothing").size(), 1U);
}

TEST(Doubts, StairThatLinksToNothingIsAFinding)
{
    auto maker = smallBlock();
    maker.zone("stub", {20.0, 0.0, 3.0, 5.0});
    const auto found = maker.import();
    ASSERT_EQ(findingsOf(found.value(), "import.stair_links_nothing").size(), 1U);
    EXPECT_EQ(findingsOf(found.value(), "import.stair_links_nothing")[0]->element, "stub");
}

TEST(Doubts, ZonesOverEachOtherWithoutALinkAreJoinedByAGuess)
{
    auto maker = smallBlock();
    auto& elements = maker.json["Level"][0]["BuildElement"];
    elements.erase(std::ranges::find_if(elements, [](const auto& e) { return e["Id"] == "rise1"; }));
    const auto imported = maker.import();
    EXPECT_EQ(findingsOf(imported.value(), "import.stair_linked_by_place").size(), 1U);
    EXPECT_EQ(imported.value().school.buildings[0].stairs.size(), 1U);
}

TEST(Doubts, StairTooShortForFlightsIsAnErrorAndCutsOffTheStorey)
{
    DrawingMaker maker;
    maker.level("1", 0.0).zone("z1", {0.0, 0.0, 1.5, 1.5}).exit("out", {0.2, -0.2, 1.0, 0.4}, {"z1"});
    maker.level("2", 3.0).zone("z2", {0.0, 0.0, 1.5, 1.5});
    maker.opening("rise", {0.0, 0.0, 1.5, 1.5}, {"z1", "z2"});
    const auto imported = maker.import();
    EXPECT_EQ(findingsOf(imported.value(), "import.stair_not_made").size(), 1U);
    EXPECT_EQ(findingsOf(imported.value(), "import.cut_off_now").size(), 1U);
    EXPECT_TRUE(imported.value().school.buildings[0].stairs.empty());
}

TEST(Doubts, NarrowFlightsAreMadeAndTold)
{
    DrawingMaker maker;
    maker.level("1", 0.0).zone("z1", {0.0, 0.0, 1.4, 3.4}).exit("out", {0.2, -0.2, 1.0, 0.4}, {"z1"});
    maker.level("2", 3.0).zone("z2", {0.0, 0.0, 1.4, 3.4}).room("r", {0.0, -3.0, 3.0, 2.9});
    maker.door("d", {0.2, -0.2, 1.0, 0.4}, {"z2", "r"}).opening("rise", {0.0, 0.0, 1.4, 3.4}, {"z1", "z2"});
    const auto imported = maker.import();
    ASSERT_EQ(imported.value().school.buildings[0].stairs.size(), 1U);
    EXPECT_NEAR(imported.value().school.buildings[0].stairs[0].clearWidth, 660, 10);
    EXPECT_EQ(findingsOf(imported.value(), "import.stair_narrow").size(), 1U);
}

TEST(Doubts, LevelsInMillimetresAreReadAsMillimetresAndTold)
{
    auto maker = smallBlock();
    maker.json["Level"][1]["ZLevel"] = 3000;
    const auto imported = maker.import();
    EXPECT_EQ(storeyOf(imported.value().school, 1).elevation, 3000);
    EXPECT_EQ(findingsOf(imported.value(), "import.level_in_millimetres").size(), 1U);
}

TEST(Doubts, PlanInMillimetresIsReadAsMillimetresAndTold)
{
    auto maker = smallBlock();
    for (auto& level : maker.json["Level"])
        for (auto& element : level["BuildElement"])
            for (auto& point : element["XY"][0]["points"])
                for (auto& value : point) value = value.get<double>() * 1000.0;
    const auto imported = maker.import();
    EXPECT_DOUBLE_EQ(area(findSpace(imported.value().school, {"room1"})->polygon), 30.0);
    EXPECT_EQ(findingsOf(imported.value(), "import.plan_in_millimetres").size(), 1U);
}

TEST(Doubts, MissingLevelHeightIsGuessedFromTheRooms)
{
    auto maker = smallBlock();
    for (auto& level : maker.json["Level"]) level.erase("ZLevel");
    const auto imported = maker.import();
    EXPECT_EQ(storeyOf(imported.value().school, 1).elevation, 3000);
    EXPECT_EQ(findingsOf(imported.value(), "import.level_missing").size(), 2U);
    EXPECT_EQ(imported.value().school.buildings[0].stairs.size(), 1U);
}

TEST(Doubts, LevelNameThatContradictsItsHeightIsAFinding)
{
    auto maker = smallBlock();
    maker.json["Level"][1]["NameLevel"] = "Storey 5";
    ASSERT_EQ(findingsOf(maker.import().value(), "import.level_name").size(), 1U);
}

TEST(Doubts, LevelsAreOrderedByHeight)
{
    auto maker = smallBlock();
    std::swap(maker.json["Level"][0], maker.json["Level"][1]);
    const auto imported = maker.import();
    EXPECT_EQ(storeyOf(imported.value().school, 0).name, "Storey 1");
    EXPECT_EQ(findingsOf(imported.value(), "import.level_order").size(), 1U);
    EXPECT_EQ(imported.value().school.buildings[0].stairs.size(), 1U);
}

TEST(Doubts, TwoLevelsAtOneHeightAreAnError)
{
    auto maker = smallBlock();
    maker.json["Level"][1]["ZLevel"] = 0.0;
    const auto imported = maker.import();
    EXPECT_EQ(findingsOf(imported.value(), "import.level_equal").size(), 1U);
    EXPECT_TRUE(parseSchool(formatSchool(imported.value().school), "again").ok());
}

TEST(Doubts, BasementIsBelowTheGroundStorey)
{
    auto maker = smallBlock();
    maker.json["Level"][0]["ZLevel"] = -3.0;
    maker.json["Level"][1]["ZLevel"] = 0.0;
    const auto imported = maker.import();
    EXPECT_EQ(storeyOf(imported.value().school, 0).number, -1);
    EXPECT_EQ(storeyOf(imported.value().school, 1).number, 1);
}

TEST(Doubts, OtherKeyNamesAndUpperCaseIdsAreUnderstoodAndTold)
{
    auto text = smallBlock().json.dump();
    const auto replace = [&](const std::string& from, const std::string& to) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    };
    replace("\"Id\":\"corridor1\"", "\"ID\":\"CORRIDOR1\"");
    replace("\"NameLevel\"", "\"Name\"");
    const auto imported = importBimJson(text, "block.json");
    ASSERT_TRUE(imported.ok()) << line(imported.fault(), Language::English);
    EXPECT_EQ(storeyOf(imported.value().school, 0).name, "Storey 1");
    EXPECT_EQ(findingsOf(imported.value(), "import.other_key").size(), 2U);
    EXPECT_TRUE(findingsOf(imported.value(), "import.cut_off_now").empty());
    EXPECT_TRUE(findingsOf(imported.value(), "import.link_to_nothing").empty());
}

}
}
