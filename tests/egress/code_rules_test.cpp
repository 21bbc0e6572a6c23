#include "sim/egress/code_rules.hpp"
#include "tests/egress/building.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using building::Plan;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

auto rule(const std::string& name)
{
    return Field(&Finding::rule, name);
}
auto finding(const std::string& name, const std::string& element, const std::string& measured,
             const std::string& required)
{
    return AllOf(rule(name), Field(&Finding::element, element), Field(&Finding::measured, measured),
                 Field(&Finding::required, required));
}

TEST(CodeRules, HoldAStairToWidthStepsSlopeAndRails)
{
    Plan plan;
    Stair& stair = plan.stair(0);
    stair.clearWidth = 1150;
    stair.tread = 250;
    stair.riser = 180;
    stair.steps = {{20, 2}};
    stair.well = 200;
    stair.halfLandingDepth = 1000;
    stair.floorLandingDepth = 1100;
    stair.handrails = Handrails::None;
    const auto findings = plan.findings();
    EXPECT_THAT(findings, Contains(finding("stair.width", "S1", "1.15 m", "≥ 1.20 m")));
    EXPECT_THAT(findings, Contains(finding("stair.tread", "S1", "250 mm", "≥ 280 mm")));
    EXPECT_THAT(findings, Contains(finding("stair.riser", "S1", "180 mm", "≤ 160 mm")));
    EXPECT_THAT(findings, Contains(finding("stair.slope", "S1", "35.8°", "≤ 30.0°")));
    EXPECT_THAT(findings, Contains(finding("stair.fewest_steps", "S1", "2", "≥ 3")));
    EXPECT_THAT(findings, Contains(finding("stair.most_steps", "S1", "20", "≤ 18")));
    EXPECT_THAT(findings, Contains(finding("stair.well", "S1", "0.20 m", "≤ 0.11 m")));
    EXPECT_THAT(findings, Contains(finding("stair.half_landing", "S1", "1.00 m", "≥ 1.15 m")));
    EXPECT_THAT(findings, Contains(finding("stair.floor_landing", "S1", "1.10 m", "≥ 1.15 m")));
    EXPECT_THAT(findings, Contains(finding("stair.handrails", "S1", "0", "≥ 1")));
    EXPECT_THAT(findings, Not(Contains(Field(&Finding::element, "S2"))));
}

TEST(CodeRules, CountStreamsOfPeopleForRailsAndWidth)
{
    Plan plan;
    plan.stair(0).clearWidth = 2400;
    EXPECT_THAT(plan.findings(), Contains(finding("stair.handrails", "S1", "2", "≥ 3")));
    plan.stair(0).clearWidth = 1560;
    plan.stair(0).handrails = Handrails::One;
    EXPECT_THAT(plan.findings(), AllOf(Contains(finding("stair.streams", "S1", "0.36 m", "≤ 0.15 m")),
                                       Not(Contains(rule("stair.handrails")))));
}

TEST(CodeRules, AskLessDepthOfPrimarySchoolTreadsAndLessHeightOfRisers)
{
    Plan plan;
    plan.stair(0).tread = 260;
    EXPECT_THAT(plan.findings(), Contains(finding("stair.tread", "S1", "260 mm", "≥ 280 mm")));
    plan.school.code.kind = SchoolKind::Primary;
    EXPECT_THAT(plan.findings(), Not(Contains(rule("stair.tread"))));
    plan.stair(0).riser = 155;
    EXPECT_THAT(plan.findings(), Contains(finding("stair.riser", "S1", "155 mm", "≤ 150 mm")));
}

TEST(CodeRules, TakeTheStricterOfTheCodesInForce)
{
    Plan plan;
    plan.stair(0).clearWidth = 1150;
    plan.school.code.edition = CodeEdition::Gb55037_2022;
    EXPECT_THAT(plan.findings(), Not(Contains(rule("stair.width"))));
    plan.school.code.edition = CodeEdition::Gb50016_2014;
    plan.stair(0).clearWidth = 1050;
    EXPECT_THAT(plan.findings(), Contains(AllOf(finding("stair.width", "S1", "1.05 m", "≥ 1.10 m"),
                                                Field(&Finding::source, "GB 50016-2014 5.5.18"))));
    EXPECT_EQ(codesInForce({SchoolKind::University, CodeEdition::Strictest, 1}),
              (std::vector<Code>{Code::Gb50016, Code::Gb55037}));
    EXPECT_EQ(codesInForce({SchoolKind::Primary, CodeEdition::Strictest, 1}),
              (std::vector<Code>{Code::Gb50099, Code::Gb55037}));
}

TEST(CodeRules, SayWhichFiguresAreFromMemory)
{
    EXPECT_THAT(std::string(widthPer100(Code::Gb50099, {1, 1, 5})->source), HasSubstr("from memory"));
    EXPECT_THAT(std::string(widthPer100(Code::Gb55037, {1, 1, 5})->source), HasSubstr("from memory"));
    EXPECT_THAT(std::string(widthPer100(Code::Gb50016, {1, 1, 5})->source), Not(HasSubstr("from memory")));
}

TEST(CodeRules, MeasureCorridorsStraightAcross)
{
    Plan plan;
    plan.upper.spaces[0].polygon.outer = building::rectangle(0, 700, 40000, 2400);
    EXPECT_THAT(plan.findings(), Contains(finding("corridor.width", "C2", "1.70 m", "≥ 1.80 m")));
}

TEST(CodeRules, AskMoreOfACorridorBetweenRoomsOnBothSides)
{
    Plan plan;
    plan.upper.spaces[0].polygon.outer = building::rectangle(0, 200, 40000, 2400);
    plan.upper.spaces.push_back(
        {SpaceId{"203"}, "office", SpaceKind::Office, {building::rectangle(8000, -5000, 18000, 0), {}}});
    plan.upper.doors.push_back(building::doorAt("203-door", {9000, 100}, {10000, 100}, 1000));
    EXPECT_THAT(plan.findings(), Contains(finding("corridor.width", "C2", "2.20 m", "≥ 2.40 m")));
}

TEST(CodeRules, HoldDoorsAndExitsToTheirWidths)
{
    Plan plan;
    plan.door("101-front").clearWidth = 850;
    plan.door("west").clearWidth = 1300;
    const auto findings = plan.findings();
    EXPECT_THAT(findings, Contains(finding("door.width", "101-front", "0.85 m", "≥ 0.90 m")));
    EXPECT_THAT(findings, Contains(finding("exit.width", "west", "1.30 m", "≥ 1.40 m")));
}

TEST(CodeRules, AllowOneClassroomDoorIfItIsWide)
{
    Plan plan;
    std::erase_if(plan.upper.doors, [](const Door& door) { return door.id.value == "201-back"; });
    EXPECT_THAT(plan.findings(), Contains(AllOf(rule("classroom.doors"), Field(&Finding::element, "201"))));
    plan.door("201-front").at.b = {plan.door("201-front").at.a.x + 1500, 2500};
    plan.door("201-front").clearWidth = 1500;
    EXPECT_THAT(plan.findings(), Not(Contains(rule("classroom.doors"))));
}

TEST(CodeRules, AddUpWidthsForTheFullestStorey)
{
    Plan plan;
    plan.school.classes[2].pupils = 300; // with 50 more upstairs: 350 × 0.70 m ÷ 100, and GB 55037 asks less
    auto findings = plan.findings();
    EXPECT_THAT(findings, Not(Contains(rule("storey.stairs"))));
    plan.school.classes[2].pupils = 500;
    findings = plan.findings();
    EXPECT_THAT(findings, Contains(finding("storey.stairs", "B", "3.60 m", "≥ 3.85 m")));
    EXPECT_THAT(findings, Contains(finding("building.exits", "B", "3.00 m", "≥ 3.85 m")));
    plan.school.code.fireGrade = 3;
    EXPECT_THAT(plan.findings(), Contains(finding("storey.stairs", "B", "3.60 m", "≥ 4.40 m")));
}

TEST(CodeRules, KeepClassroomsBelowTheHighestStoreyAllowed)
{
    Plan plan;
    plan.upper.number = 6;
    EXPECT_THAT(plan.findings(), Contains(finding("storey.height", "B", "6", "≤ 5")));
    plan.upper.number = 5;
    EXPECT_THAT(plan.findings(), Not(Contains(rule("storey.height"))));
    plan.school.code.kind = SchoolKind::Primary;
    EXPECT_THAT(plan.findings(), Contains(finding("storey.height", "B", "5", "≤ 4")));
}

TEST(CodeRules, HoldRoomsAtDeadEndsToAShorterWay)
{
    // Stair and exit at the west end alone: room 102 lies 19.3 m from them, a room farther east beyond 22 m.
    Plan plan;
    plan.school.buildings[0].stairs.pop_back();
    plan.ground.doors.pop_back();
    EXPECT_THAT(plan.findings(), Not(Contains(rule("room.distance"))));
    plan.upper.spaces.push_back(
        {SpaceId{"203"}, "office", SpaceKind::Office, {building::rectangle(31000, 2600, 38000, 8000), {}}});
    plan.upper.doors.push_back(building::doorAt("203-door", {34000, 2500}, {35000, 2500}, 1000));
    EXPECT_THAT(plan.findings(), Contains(AllOf(rule("room.distance"), Field(&Finding::element, "203"),
                                                Field(&Finding::required, "≤ 22.00 m"))));
}

TEST(CodeRules, AllowALongerWayBetweenTwoStairs)
{
    Plan plan; // the stairs 52 m apart, a room half way
    plan.stair(1).origin.x = 56000;
    plan.door("east").at = {{60000, 400}, {60000, 2000}};
    for (Storey* storey : {&plan.ground, &plan.upper})
        storey->spaces[0].polygon.outer = building::rectangle(0, 0, 60000, 2400);
    plan.upper.spaces.push_back(
        {SpaceId{"203"}, "office", SpaceKind::Office, {building::rectangle(31000, 2600, 35000, 8000), {}}});
    plan.upper.doors.push_back(building::doorAt("203-door", {31500, 2500}, {32500, 2500}, 1000));
    EXPECT_THAT(plan.findings(), Not(Contains(rule("room.distance"))));
    plan.school.buildings[0].stairs.pop_back();
    EXPECT_THAT(plan.findings(), Contains(AllOf(rule("room.distance"), Field(&Finding::element, "203"))));
}

}
}
