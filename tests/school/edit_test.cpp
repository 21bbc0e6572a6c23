#include "sim/school/edit.hpp"
#include "tests/school/edited.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Ring kSquare{{10000, 0}, {14000, 0}, {14000, 6000}, {10000, 6000}};

Space room(const std::string& id, Ring ring)
{
    return {{id}, "", SpaceKind::Classroom, {std::move(ring), {}}};
}
Stair dogLeg(const std::string& id, std::vector<StoreyId> storeys)
{
    Stair stair;
    stair.id.value = id;
    stair.origin = {30000, 0};
    stair.clearWidth = 1600;
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = 1800;
    stair.halfLandingDepth = 1800;
    stair.well = 200;
    stair.steps.assign(storeys.size() - 1, {12, 11});
    stair.storeys = std::move(storeys);
    return stair;
}
Storey storey(const std::string& id, int number)
{
    Storey made;
    made.id.value = id;
    made.number = number;
    made.elevation = 3600 * (number - 1);
    made.height = 3600;
    return made;
}
School threeStoreys()
{
    return with(twoRooms(), {PutStorey{{"B"}, storey("F3", 3)}, PutStorey{{"B"}, storey("F2", 2)},
                             PutStair{{"B"}, dogLeg("S1", {{"F1"}, {"F2"}, {"F3"}})}});
}

TEST(Edit, PutsASpaceAsTheLastOfItsStorey)
{
    const School school = with(twoRooms(), {PutSpace{{"F1"}, room("102", kSquare)}});
    ASSERT_EQ(school.buildings[0].storeys[0]->spaces.size(), 3U);
    EXPECT_EQ(school.buildings[0].storeys[0]->spaces[2].id.value, "102");
}

TEST(Edit, PutsASpaceInPlaceOfTheOneOfItsId)
{
    const School school = with(twoRooms(), {PutSpace{{"F1"}, room("101", kSquare)}});
    EXPECT_EQ(school.buildings[0].storeys[0]->spaces[0].polygon.outer, kSquare);
    EXPECT_EQ(school.buildings[0].storeys[0]->spaces.size(), 2U);
}

TEST(Edit, TurnsRingsTheirWayRound)
{
    Space space = room("102", {kSquare.rbegin(), kSquare.rend()});
    space.polygon.holes = {{{11000, 1000}, {12000, 1000}, {12000, 2000}, {11000, 2000}}};
    const School school = with(twoRooms(), {PutSpace{{"F1"}, space}});
    const Polygon& polygon = findSpace(school, {"102"})->polygon;
    EXPECT_EQ(polygon.outer, kSquare);
    EXPECT_EQ(polygon.holes[0], (Ring{{11000, 2000}, {12000, 2000}, {12000, 1000}, {11000, 1000}}));
}

TEST(Edit, CopiesOnlyTheStoreyThatItChanges)
{
    const School before = threeStoreys();
    const School after = with(before, {PutSpace{{"F2"}, room("201", kSquare)}});
    EXPECT_EQ(before.buildings[0].storeys[0], after.buildings[0].storeys[0]);
    EXPECT_NE(before.buildings[0].storeys[1], after.buildings[0].storeys[1]);
    EXPECT_EQ(before.buildings[0].storeys[2], after.buildings[0].storeys[2]);
    EXPECT_THAT(before.buildings[0].storeys[1]->spaces, IsEmpty());
}

TEST(Edit, RefusesWhatTheReaderWouldRefuse)
{
    const School school = twoRooms();
    Door wide = school.buildings[0].storeys[0]->doors[0];
    wide.clearWidth = 2000;
    Door none = wide;
    none.clearWidth = 0;
    const Ring bow{{0, 0}, {1000, 1000}, {1000, 0}, {0, 1000}};
    SchoolClass crowd = school.classes[0];
    crowd.pupils = 201;
    EXPECT_EQ(refusal(school, {PutDoor{{"F1"}, wide}}), "school.wider_than_its_place");
    EXPECT_EQ(refusal(school, {PutDoor{{"F1"}, none}}), "json.out_of_range");
    EXPECT_EQ(refusal(school, {PutSpace{{"F1"}, room("102", bow)}}), "shape.crosses_itself");
    EXPECT_EQ(refusal(school, {PutSpace{{"F1"}, room("D1", kSquare)}}), "school.id_twice");
    EXPECT_EQ(refusal(school, {PutSpace{{"F1"}, room(" 1", kSquare)}}), "json.bad_id");
    EXPECT_EQ(refusal(school, {PutSpace{{"F9"}, room("102", kSquare)}}), "edit.no_such_storey");
    EXPECT_EQ(refusal(school, {PutSpace{{}, room("102", kSquare)}}), "school.not_outdoor");
    EXPECT_EQ(refusal(school, {PutStair{{"X"}, dogLeg("S1", {{"F1"}, {"F2"}})}}), "edit.no_such_building");
    EXPECT_EQ(refusal(school, {PutStair{{"B"}, dogLeg("S1", {{"F1"}, {"F2"}})}}), "school.no_such_storey");
    EXPECT_EQ(refusal(school, {crowd}), "json.out_of_range");
    EXPECT_EQ(refusal(school, {PutTitle{std::string(201, 'x'), {}, {}}}), "json.text_too_long");
    EXPECT_EQ(refusal(school, {PutTitle{"\xff", {}, {}}}), "json.not_json");
}

TEST(Edit, FaultNamesTheElementAndItsMember)
{
    Door none = twoRooms().buildings[0].storeys[0]->doors[0];
    none.clearWidth = 0;
    const auto after = apply(twoRooms(), {{}, {PutDoor{{"F1"}, none}}});
    ASSERT_FALSE(after.ok());
    EXPECT_EQ(after.fault().place, "D1.clearWidth");
}

TEST(Edit, TakesAwayDoorsThatLoseTheirWall)
{
    const School school =
        with(twoRooms(), {Remove{"C1"}, PutSpace{{"F1"}, room("101", {{0, 0}, {8000, 0}, {8000, 3000}, {0, 3000}})}});
    EXPECT_EQ(findDoor(school, {"D1"}), nullptr);
}

TEST(Edit, RefusesADoorThatIsPutOnNoWall)
{
    Door door = twoRooms().buildings[0].storeys[0]->doors[0];
    door.at = {{1000, 3000}, {2000, 3000}};
    EXPECT_EQ(refusal(twoRooms(), {PutDoor{{"F1"}, door}}), "school.door_on_no_wall");
    door.id.value = "D2";
    EXPECT_EQ(refusal(twoRooms(), {PutDoor{{"F1"}, door}}), "school.door_on_no_wall");
}

TEST(Edit, RemovingASpaceClearsWhoBelongedThere)
{
    const School school = with(twoRooms(), {Remove{"101"}});
    EXPECT_TRUE(school.classes[0].homeroom.none());
    EXPECT_TRUE(school.staff[0].place.none());
    EXPECT_THAT(school.guesses, testing::SizeIs(2)); // those of the door, which still stands on the corridor's wall
}

TEST(Edit, RemovingAClassOrATeacherClearsReferences)
{
    AssemblyArea area{{"A1"}, "", kSquare, {{"7-1"}}};
    const School school = with(with(twoRooms(), {area}), {Remove{"7-1"}});
    EXPECT_THAT(school.grounds.assemblyAreas[0].classes, IsEmpty());
    EXPECT_TRUE(with(twoRooms(), {Remove{"T1"}}).classes[0].teacher.none());
}

TEST(Edit, RefusesAReferenceToWhatNeverWas)
{
    SchoolClass schoolClass = twoRooms().classes[0];
    schoolClass.homeroom.value = "999";
    EXPECT_EQ(refusal(twoRooms(), {schoolClass}), "school.no_such_space");
}

TEST(Edit, RemovingAStoreyShortensItsStairs)
{
    const School top = with(threeStoreys(), {Remove{"F3"}});
    EXPECT_THAT(top.buildings[0].stairs[0].storeys, ElementsAre(StoreyId{"F1"}, StoreyId{"F2"}));
    EXPECT_THAT(top.buildings[0].stairs[0].steps, ElementsAre(ElementsAre(12, 11)));
    const School middle = with(threeStoreys(), {Remove{"F2"}});
    EXPECT_THAT(middle.buildings[0].stairs[0].storeys, ElementsAre(StoreyId{"F1"}, StoreyId{"F3"}));
    EXPECT_THAT(middle.buildings[0].stairs[0].steps, ElementsAre(ElementsAre(24, 22)));
    EXPECT_THAT(with(top, {Remove{"F2"}}).buildings[0].stairs, IsEmpty());
}

TEST(Edit, RemovingAStoreyOrABuildingTakesWhatStandsThere)
{
    const School storey = with(threeStoreys(), {Remove{"F1"}});
    EXPECT_EQ(findSpace(storey, {"101"}), nullptr);
    EXPECT_THAT(storey.guesses, IsEmpty());
    EXPECT_TRUE(storey.classes[0].homeroom.none());
    const School building = with(threeStoreys(), {Remove{"B"}});
    EXPECT_THAT(building.buildings, IsEmpty());
    EXPECT_TRUE(building.staff[0].place.none());
}

TEST(Edit, GuessesEndWhereAPersonSaysTheField)
{
    Door door = twoRooms().buildings[0].storeys[0]->doors[0];
    door.clearWidth = 950;
    const School school = with(twoRooms(), {PutDoor{{"F1"}, door}});
    EXPECT_THAT(school.guesses, ElementsAre(Guess{"D1", "at", "drawn"}, Guess{"101", "polygon", "sketch"}));
}

TEST(Edit, ASpaceMayChangeItsStorey)
{
    const School before = threeStoreys();
    const School after = with(before, {PutSpace{{"F2"}, room("101", kSquare)}});
    EXPECT_EQ(storeyOf(after, "101"), StoreyId{"F2"});
    EXPECT_EQ(after.classes[0].homeroom.value, "101");
}

TEST(Edit, AWholeSchoolKeepsItsOwnGuesses)
{
    School other = twoRooms();
    auto changed = std::make_shared<Storey>(*other.buildings[0].storeys[0]);
    changed->doors[0].clearWidth = 800;
    other.buildings[0].storeys[0] = changed;
    EXPECT_EQ(with(twoRooms(), {PutSchool{std::make_shared<School>(other)}}), other);
    other.classes[0].grade = 13;
    EXPECT_EQ(refusal(twoRooms(), {PutSchool{std::make_shared<School>(other)}}), "json.out_of_range");
}

TEST(Edit, WithoutAnyChangeIsTheSameSchool)
{
    const School school = fixtureSchool();
    EXPECT_EQ(with(school, {Remove{"no such thing"}}), school);
    EXPECT_EQ(with(school, {PutTitle{school.name, school.source, school.code}}), school);
}

TEST(FreeId, IsTheLowestThatNobodyHas)
{
    EXPECT_EQ(freeId(twoRooms(), "D"), "D2");
    EXPECT_EQ(freeId(twoRooms(), "R"), "R1");
    EXPECT_EQ(freeId(twoRooms(), "R", 7), "R8");
}

TEST(StoreyOf, KnowsTheGroundsFromNothing)
{
    const School school = fixtureSchool();
    EXPECT_EQ(storeyOf(twoRooms(), "D1"), StoreyId{"F1"});
    EXPECT_EQ(storeyOf(school, school.grounds.spaces.at(0).id.value), StoreyId{});
    EXPECT_EQ(storeyOf(school, "no such thing"), std::nullopt);
    EXPECT_EQ(buildingOf(twoRooms(), {"F1"})->id.value, "B");
    EXPECT_EQ(buildingOf(twoRooms(), {"F9"}), nullptr);
}

}
}
