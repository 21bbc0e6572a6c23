#include "scenarios/maker/maker.hpp"
#include "scenarios/maker/replays.hpp"
#include "sim/base/system.hpp"
#include "sim/egress/check.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/walkable/surface_file.hpp"
#include "sim/words/words.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace stairwise::samples {
namespace {

std::string inScenarios(const std::string& name)
{
    const auto text = readFile(std::string(STAIRWISE_SOURCE_DIR "/scenarios/") + name, kLargestFile);
    return text ? text.value() : "missing: " + name;
}

TEST(Samples, StandInScenariosAsTheirMakersMakeThem) // else: stairwise_make_samples scenarios
{
    EXPECT_EQ(inScenarios("w1.school.json"), formatSchool(floorSchool(1000)));
    EXPECT_EQ(inScenarios("w1.scenario.json"), formatScenario(floorScenario()));
    EXPECT_EQ(inScenarios("w2-4000.school.json"), formatSchool(hallSchool(16)));
    EXPECT_EQ(inScenarios("w2-4000.scenario.json"), formatScenario(hallScenario(16)));
    EXPECT_EQ(inScenarios("school.school.json"), formatSchool(teachingBuilding()));
    EXPECT_EQ(inScenarios("school.scenario.json"), formatScenario(teachingBuildingFireDrill()));
    EXPECT_EQ(inScenarios("school-break.scenario.json"), formatScenario(teachingBuildingBreak()));
    EXPECT_EQ(inScenarios("chengan.school.json"), formatSchool(chengan()));
    EXPECT_EQ(inScenarios("xiangxiang.school.json"), formatSchool(xiangxiang()));
    for (const Replay& replay : replays())
        EXPECT_EQ(inScenarios(replay.name + ".scenario.json"), formatScenario(replay.scenario));
}

TEST(Samples, CanBeReadWithTheirSchools)
{
    std::vector<std::string> names = {"w1", "w2-4000", "school", "school-break"};
    for (const Replay& replay : replays()) names.push_back(replay.name);
    for (const std::string& name : names) {
        const auto read = readCase(std::string(STAIRWISE_SOURCE_DIR "/scenarios/") + name + ".scenario.json");
        EXPECT_TRUE(read.ok()) << (read ? "" : line(read.fault(), Language::English));
    }
}

TEST(Samples, HaveFloorsThatTravel)
{
    for (const School& school : {floorSchool(1000), teachingBuilding(), campus(), chengan(), xiangxiang()}) {
        const Walkable walkable = walkableOf(school);
        const auto read = parseSurfaces(formatSurfaces(walkable), school.name);
        ASSERT_TRUE(read) << line(read.fault(), Language::English);
        EXPECT_EQ(read.value().hash, walkable.hash) << school.name;
        EXPECT_FALSE(otherFloor(walkable, read.value())) << school.name;
    }
}

TEST(Samples, TheTeachingBuildingMeetsTheDesignCode)
{
    const School school = teachingBuilding();
    const Walkable walkable = walkableOf(school);
    for (const Finding& finding : check(school, walkable, networkOf(walkable)))
        EXPECT_EQ(finding.severity, Severity::Note) << line(finding, Language::English);
}

TEST(Samples, TheTeachingBuildingHasWhatItsDescriptionSays)
{
    const School school = teachingBuilding();
    EXPECT_EQ(school.classes.size(), 36U);
    EXPECT_EQ(school.buildings[0].stairs.size(), 3U);
    EXPECT_EQ(school.buildings[0].storeys.size(), 5U);
    for (const SchoolClass& one : school.classes) EXPECT_EQ(one.pupils, 50);
}

// The free polygon of the workload, corner by corner, and its people, formula by formula: with the C library here.
TEST(Workload1, IsExactToTheCoordinate)
{
    const School school = floorSchool(1000);
    const Walkable walkable = walkableOf(school);
    double area = 0.0;
    for (const Surface& surface : walkable.surfaces) area += stairwise::area(surface.area);
    EXPECT_NEAR(area, 60 * 2.4 + 10 * (9.0 * 7.2 + 0.2 * 1.0) + 0.2 * 1.8 + 4.0 * 6.4, 1e-9);
    const Scenario scenario = floorScenario();
    ASSERT_EQ(scenario.people.size(), 480U);
    for (int r = 0; r < 10; ++r)
        for (int i = 0; i < 8; ++i)
            for (int j = 0; j < 6; ++j) {
                const int id = 48 * r + 8 * j + i;
                const int k = r < 5 ? r : r - 5;
                const double x = 12 * k + 1.5 + 1.0 + 1.0 * i + 0.1 * std::sin(12.9898 * id);
                const double y = (r < 5 ? -7.4 : 2.6) + 1.1 + 1.0 * j + 0.1 * std::cos(78.233 * id);
                const ListedPerson& person = scenario.people[static_cast<std::size_t>(id)];
                EXPECT_EQ(person.at,
                          (Point{static_cast<int>(std::lround(1000 * x)), static_cast<int>(std::lround(1000 * y))}));
                EXPECT_EQ(person.radius, 200);
                EXPECT_DOUBLE_EQ(person.speed, 1.3);
            }
}

TEST(Workload2, IsExactToTheCoordinate)
{
    const Scenario scenario = hallScenario(16);
    ASSERT_EQ(scenario.people.size(), 4000U);
    for (int m = 0; m < 16; ++m)
        for (int n = 0; n < 250; ++n) {
            const int id = 250 * m + n;
            const double x = 10 * m + (n % 14 + 0.5) * 10 / 14 + 0.05 * std::sin(12.9898 * id);
            const double y = (n / 14 + 0.5) * 12.5 / 18 + 0.05 * std::cos(78.233 * id);
            EXPECT_EQ(scenario.people[static_cast<std::size_t>(id)].at,
                      (Point{static_cast<int>(std::lround(1000 * x)), static_cast<int>(std::lround(1000 * y))}));
        }
    const Walkable walkable = walkableOf(hallSchool(16));
    double area = 0.0;
    for (const Surface& surface : walkable.surfaces) area += stairwise::area(surface.area);
    EXPECT_NEAR(area, 160 * 12.5 + 160 * 4.0 + 16 * 1.2 * 0.2, 1e-9);
}

}
}
