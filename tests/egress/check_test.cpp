#include "sim/egress/dot.hpp"
#include "sim/words/words.hpp"
#include "tests/egress/building.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using building::Plan;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

auto finding(const std::string& rule, const std::string& element)
{
    return AllOf(Field(&Finding::rule, rule), Field(&Finding::element, element));
}
auto finding(const std::string& rule, const std::string& element, const std::string& measured,
             const std::string& required)
{
    return AllOf(finding(rule, element), Field(&Finding::measured, measured), Field(&Finding::required, required));
}
std::vector<std::string> lines(const std::vector<Finding>& findings)
{
    std::vector<std::string> all;
    for (const Finding& each : findings) all.push_back(each.rule + ": " + line(each, Language::English));
    return all;
}

TEST(Check, FindsNothingInASchoolThatMeetsTheCode)
{
    EXPECT_THAT(lines(Plan().findings()), IsEmpty());
}

TEST(Check, NamesRoomsWithoutAWayToTheOpenAir)
{
    Plan plan;
    plan.upper.spaces.push_back(
        {SpaceId{"store"}, "store", SpaceKind::Other, {building::rectangle(31000, 2600, 34000, 5000), {}}});
    const auto findings = plan.findings();
    EXPECT_THAT(findings, Contains(finding("ways.unreachable", "store")));
    EXPECT_EQ(findings.front().severity, Severity::Error);
    EXPECT_TRUE(findings.front().at.has_value());
}

TEST(Check, NamesTheLockThatBarsEveryWay)
{
    Plan plan;
    plan.door("101-front").state = DoorState::Locked;
    EXPECT_THAT(plan.findings(), Not(Contains(Field(&Finding::rule, "ways.locked"))));
    plan.door("101-back").state = DoorState::Locked;
    const auto findings = plan.findings();
    EXPECT_THAT(findings, Contains(finding("ways.locked", "101")));
    EXPECT_THAT(lines(findings), Contains(HasSubstr("101-back, 101-front")));
}

TEST(Check, SaysOnceThatThereIsNoExit)
{
    Plan plan;
    plan.ground.doors.pop_back();
    plan.ground.doors.pop_back();
    const auto findings = plan.findings();
    EXPECT_THAT(findings, Contains(Field(&Finding::rule, "ways.no_exit")).Times(1));
    EXPECT_THAT(findings, Not(Contains(Field(&Finding::rule, "ways.unreachable"))));
}

TEST(Check, NamesADoorNarrowerThanABody)
{
    Plan plan;
    plan.door("101-front").clearWidth = 350;
    EXPECT_THAT(plan.findings(), Contains(finding("door.too_narrow", "101-front", "0.35 m", "≥ 0.40 m")));
}

TEST(Check, NamesClassesWithoutAPlace)
{
    Plan plan;
    plan.school.classes[0].homeroom = {};
    plan.school.classes[1].homeroom = SpaceId{"nowhere"};
    const auto findings = plan.findings();
    EXPECT_THAT(findings, Contains(finding("class.place", "K1")));
    EXPECT_THAT(findings, Contains(finding("class.place", "K2")));
}

TEST(Check, KnowsWhichClassesLackASecondWay)
{
    Plan plan;
    plan.school.buildings[0].stairs.pop_back();
    EXPECT_THAT(plan.findings(),
                AllOf(Contains(finding("class.second_way", "K3")), Contains(finding("class.second_way", "K4")),
                      Not(Contains(finding("class.second_way", "K1")))));
    plan.ground.doors.pop_back(); // one exit for all
    EXPECT_THAT(plan.findings(), Contains(finding("class.second_way", "K1")));
}

TEST(Check, PutsTheWorstFirst)
{
    Plan plan;
    plan.school.classes[0].homeroom = {};
    plan.stair(0).clearWidth = 1000;
    plan.stair(1).well = 300;
    const auto findings = plan.findings();
    EXPECT_TRUE(std::ranges::is_sorted(findings, std::greater<>(), &Finding::severity));
    EXPECT_EQ(findings.front().rule, "class.place");
}

TEST(Listing, NamesRoutesFlightsAndClassesWithoutSecondWay)
{
    Plan plan;
    plan.school.buildings[0].stairs.pop_back();
    const School school = plan.made();
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    const std::string text = listing(school, walkable, network, Language::English);
    EXPECT_THAT(text, HasSubstr("class 3 (50 pupils, 201): 201-front → S1/"));
    EXPECT_THAT(text, HasSubstr("S1/1/flight1"));
    EXPECT_THAT(text, HasSubstr("Classes without a second way\n  class 3 (201)\n  class 4 (202)"));
    EXPECT_THAT(listing(school, walkable, network, Language::Chinese), HasSubstr("没有第二条疏散路线的班级"));
}

TEST(Dot, DrawsEverySurfaceAndPortalOnce)
{
    const School school = Plan().made();
    const Walkable walkable = walkableOf(school);
    const std::string dot = toDot(school, walkable, networkOf(walkable));
    const auto count = [&](const std::string& part) {
        std::size_t found = 0;
        for (auto at = dot.find(part); at != std::string::npos; at = dot.find(part, at + 1)) ++found;
        return found;
    };
    EXPECT_EQ(count(" -- "), walkable.portals.size());
    EXPECT_EQ(count("shape="), walkable.surfaces.size() + 1);
    EXPECT_TRUE(dot.starts_with("graph \"Plan\" {\n"));
    EXPECT_TRUE(dot.ends_with("}\n"));
}

}
}
