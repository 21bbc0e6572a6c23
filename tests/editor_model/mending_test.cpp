// One click, and the finding is gone.
#include "editor/model/mending.hpp"

#include "editor/model/derived.hpp"
#include "tests/egress/building.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

using building::Plan;

struct Spoilt {
    const char* rule;
    const char* element;
    void (*spoil)(Plan& plan);
};
constexpr Spoilt kFaults[] = {
    {"door.width", "101-front", [](Plan& plan) { plan.door("101-front").clearWidth = 700; }},
    {"exit.width", "west", [](Plan& plan) { plan.door("west").clearWidth = 1000; }},
    {"door.too_narrow", "101-front",
     [](Plan& plan) {
         plan.door("101-front").at = {{9000, 2500}, {9300, 2500}};
         plan.door("101-front").clearWidth = 300;
     }},
    {"stair.width", "S1", [](Plan& plan) { plan.stair(0).clearWidth = 1050; }},
    {"stair.tread", "S1", [](Plan& plan) { plan.stair(0).tread = 250; }},
    {"stair.riser", "S1",
     [](Plan& plan) {
         plan.stair(0).riser = 180;
         plan.stair(0).steps = {{10, 10}};
     }},
    {"stair.half_landing", "S1", [](Plan& plan) { plan.stair(0).halfLandingDepth = 1000; }},
    {"stair.half_landing", "S1",
     [](Plan& plan) {
         plan.stair(0).clearWidth = 1804; // that is shown as 1.80 m
         plan.stair(0).halfLandingDepth = 1000;
     }},
    {"stair.floor_landing", "S1", [](Plan& plan) { plan.stair(0).floorLandingDepth = 1100; }},
    {"stair.well", "S1", [](Plan& plan) { plan.stair(0).well = 200; }},
    {"walkable.stair_height", "S1", [](Plan& plan) { plan.stair(0).riser = 140; }},
    {"class.place", "K1", [](Plan& plan) { plan.school.classes[0].homeroom = {}; }},
};

bool has(const std::vector<Finding>& findings, const Spoilt& fault)
{
    return std::ranges::any_of(findings, [&](const Finding& finding) {
        return finding.rule == fault.rule && finding.element.starts_with(fault.element);
    });
}

std::size_t errorsIn(const std::vector<Finding>& findings)
{
    return static_cast<std::size_t>(std::ranges::count(findings, Severity::Error, &Finding::severity));
}

class Mended : public testing::TestWithParam<Spoilt> {};

TEST_P(Mended, OneClickRemovesItsFinding)
{
    Plan plan;
    GetParam().spoil(plan);
    Document document{std::make_shared<const School>(plan.made()), {}, {}};
    const auto before = derivedOf(document.school, nullptr);
    ASSERT_TRUE(has(before->findings, GetParam()));
    const auto found = std::ranges::find_if(before->findings, [](const Finding& finding) {
        return finding.rule == GetParam().rule && finding.element.starts_with(GetParam().element);
    });
    const auto mend = mendFor(*found, *document.school);
    ASSERT_TRUE(mend.has_value());
    const auto mended = apply(document, *mend);
    ASSERT_TRUE(mended.ok()) << mended.fault().place << " " << mended.fault().what.key;
    const auto after = derivedOf(mended.value().school, before.get());
    EXPECT_FALSE(has(after->findings, GetParam()));
    EXPECT_LE(errorsIn(after->findings), errorsIn(before->findings));
    EXPECT_LT(after->findings.size(), before->findings.size()); // and no other came in its place
}

INSTANTIATE_TEST_SUITE_P(Findings, Mended, testing::ValuesIn(kFaults), [](const auto& fault) {
    std::string name = fault.param.rule + std::to_string(fault.index);
    std::ranges::replace(name, '.', '_');
    return name;
});

TEST(Mending, WhatAPersonMustDecideIsLeftToThem)
{
    Plan plan;
    plan.school.buildings[0].stairs.pop_back(); // no second way from upstairs
    const auto school = std::make_shared<const School>(plan.made());
    const auto derived = derivedOf(school, nullptr);
    int left = 0;
    for (const Finding& finding : derived->findings)
        if (finding.rule == "class.second_way") {
            EXPECT_FALSE(mendFor(finding, *school).has_value());
            ++left;
        }
    EXPECT_GT(left, 0);
}

TEST(Mending, AClassGetsARoomThatIsNobodys)
{
    Plan plan;
    plan.school.classes[0].homeroom = {};
    const School school = plan.made();
    const auto mend = mendFor({Severity::Error, "class.place", {}, "K1", {}, {}, {}, {}, {}, {}}, school);
    ASSERT_TRUE(mend.has_value());
    EXPECT_EQ(std::get<SchoolClass>(std::get<Change>(mend->changes[0])).homeroom, (SpaceId{"101"}));
    plan.school.classes.push_back(building::classIn("101", 5)); // all are taken
    EXPECT_FALSE(mendFor({Severity::Error, "class.place", {}, "K1", {}, {}, {}, {}, {}, {}}, plan.made()).has_value());
}

}
}
