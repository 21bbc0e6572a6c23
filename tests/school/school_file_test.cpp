#include "sim/base/system.hpp"
#include "sim/school/school_check.hpp"
#include "sim/school/school_file.hpp"
#include "tests/school/schema_keys.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>
#include <string>

namespace stairwise {
namespace {

const std::filesystem::path kSource = STAIRWISE_SOURCE_DIR;
const std::filesystem::path kFixture = kSource / "tests" / "fixtures" / "v1" / "full.school.json";

std::string textOf(const std::filesystem::path& path)
{
    return readFile(path, kLargestFile).value();
}
std::string with(std::string text, const std::string& old, const std::string& fresh)
{
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), fresh);
}
School whole()
{
    return readSchool(kSource / "scenarios" / "broken" / "whole.school.json").value();
}

TEST(SchoolFile, OfVersionOneIsReadAndSavedByteEqual)
{
    const std::string text = textOf(kFixture);
    const auto school = parseSchool(text, "full.school.json");
    ASSERT_TRUE(school.ok()) << school.fault().place;
    EXPECT_EQ(formatSchool(school.value()), text);
}

TEST(SchoolFile, IsReadAsItSays)
{
    const School school = readSchool(kFixture).value();
    EXPECT_EQ(school.name, "示例小学 Sample school");
    EXPECT_EQ(school.code, (CodeSettings{SchoolKind::Primary, CodeEdition::Gb50099_2011, 2}));
    const Storey& ground = *school.buildings.at(0).storeys.at(0);
    const Door& east = ground.doors.at(2);
    EXPECT_EQ(east.id.value, "E1");
    EXPECT_EQ(east.at, (Segment{{20100, 300}, {20100, 2100}}));
    EXPECT_EQ(east.clearWidth, 1700);
    EXPECT_EQ(east.swing, Swing::Both);
    EXPECT_EQ(east.state, DoorState::Closed);
    EXPECT_TRUE(east.exit);
    const Stair& three = school.buildings[0].stairs.at(2);
    EXPECT_EQ(three.kind, StairKind::ThreeFlight);
    EXPECT_EQ(three.turn, Turn::Left);
    EXPECT_EQ(three.steps, (std::vector<std::vector<int>>{{8, 8, 8}}));
    EXPECT_EQ(school.grounds.assemblyAreas.at(0).classes.at(0).value, "1-1");
    EXPECT_EQ(school.classes.at(0).assistedPupils, 1);
    EXPECT_EQ(school.staff.at(2).role, StaffRole::StairWarden);
    EXPECT_EQ(school.guesses.at(0).field, "clearWidth");
}

TEST(SchoolFile, OfAnotherOrderOfKeysIsWrittenCanonically)
{
    const std::string text = textOf(kFixture);
    const auto reordered = nlohmann::json::parse(text).dump(); // keys by the alphabet, no line feeds
    ASSERT_NE(reordered, text);
    const auto school = parseSchool(reordered, "x");
    ASSERT_TRUE(school.ok());
    EXPECT_EQ(formatSchool(school.value()), text);
}

TEST(SchoolFile, PolygonsDrawnClockwiseAreTurned)
{
    const std::string ring = "[[0, 0], [20000, 0], [20000, 2400], [0, 2400]]";
    const auto school =
        parseSchool(with(textOf(kFixture), ring, "[[0, 2400], [20000, 2400], [20000, 0], [0, 0]]"), "x");
    ASSERT_TRUE(school.ok());
    EXPECT_EQ(school.value().buildings[0].storeys[0]->spaces[0].polygon.outer,
              (Ring{{0, 0}, {20000, 0}, {20000, 2400}, {0, 2400}}));
}

TEST(SchoolFile, WholeNumbersMayBeWrittenWithAPoint)
{
    EXPECT_TRUE(parseSchool(with(textOf(kFixture), "\"clearWidth\": 950", "\"clearWidth\": 950.0"), "x").ok());
}

TEST(SchoolFile, HashTellsSchoolsApartByContentAlone)
{
    const School school = readSchool(kFixture).value();
    School other = school;
    EXPECT_EQ(hashOf(school), hashOf(readSchool(kFixture).value()));
    other.classes[0].pupils += 1;
    EXPECT_NE(hashOf(school), hashOf(other));
}

TEST(SchoolFile, TheFirstOfTwoFaultsIsTold)
{
    std::string text = with(textOf(kFixture), "\"clearWidth\": 950", "\"clearWidth\": 0");
    text = with(text, "\"clearWidth\": 1000", "\"clearWidth\": -1");
    EXPECT_EQ(parseSchool(text, "x").fault().place, "buildings[0].storeys[0].doors[0].clearWidth");
}

TEST(SchoolFile, MissingFileIsRefusedByName)
{
    const auto school = readSchool("no such file.school.json");
    EXPECT_EQ(school.fault().file, "no such file.school.json");
    EXPECT_EQ(school.fault().what.key, "file.missing");
}

// An importer's or an editor's school is held to the same rules as a file.
TEST(SchoolCheck, RefusesASchoolThatNoFileSaid)
{
    School school = whole();
    EXPECT_TRUE(checkSchool(school, "x").ok());
    school.staff.push_back(school.staff.front());
    const auto checked = checkSchool(school, "x");
    ASSERT_FALSE(checked.ok());
    EXPECT_EQ(checked.fault().place, "staff[1].id");
}

TEST(SchoolCheck, RefusesMorePeopleThanCanBeInOneSchool)
{
    School school = whole();
    for (int i = 0; i < 501; ++i) {
        SchoolClass more = school.classes.front();
        more.id.value = "more" + std::to_string(i);
        more.pupils = 200;
        school.classes.push_back(more);
    }
    const auto checked = checkSchool(school, "x");
    ASSERT_FALSE(checked.ok());
    EXPECT_EQ(checked.fault().what.key, "school.too_many_people");
}

TEST(SchoolSchema, NamesTheKeysThatTheFixtureUsesAndNoOthers)
{
    std::set<std::string> used;
    std::set<std::string> published;
    addKeys(nlohmann::json::parse(textOf(kFixture)), used);
    addProperties(nlohmann::json::parse(textOf(kSource / "scenarios" / "schema" / "school.schema.json")), published);
    EXPECT_EQ(used, published);
}

}
}
