#include "sim/base/system.hpp"
#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace stairwise {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios" / "broken";
constexpr std::string_view kEnding = ".school.json";

struct Broken {
    std::string_view file;
    std::string_view place;
    std::string_view what;
};
constexpr Broken kBroken[] = {
    {"area_of_no_class", "grounds.assemblyAreas[0].classes[0]", "school.no_such_class"},
    {"billion_pupils", "classes[0].pupils", "json.out_of_range"},
    {"blank_id", "buildings[0].id", "json.bad_id"},
    {"closed_twice", "buildings[0].storeys[0].spaces[0].polygon", "shape.closed_twice"},
    {"control_character", "name", "json.control_character"},
    {"crosses_itself", "buildings[0].storeys[0].spaces[0].polygon", "shape.crosses_itself"},
    {"cut", "38:1", "json.cut"},
    {"dog_leg_of_three", "buildings[0].stairs[0].steps[0]", "school.flights_of_dog_leg"},
    {"door_on_no_wall", "buildings[0].storeys[0].doors[0].at", "school.door_on_no_wall"},
    {"door_wider_than_its_place", "buildings[0].storeys[0].doors[0].clearWidth", "school.wider_than_its_place"},
    {"door_width_negative", "buildings[0].storeys[0].doors[0].clearWidth", "json.out_of_range"},
    {"door_width_zero", "buildings[0].storeys[0].doors[0].clearWidth", "json.out_of_range"},
    {"door_without_length", "buildings[0].storeys[0].doors[0].at", "shape.no_length"},
    {"empty", "", "json.empty"},
    {"flight_of_one_step", "buildings[0].stairs[0].steps[0][0]", "json.out_of_range"},
    {"gate_wider_than_its_place", "grounds.gates[0].clearWidth", "school.wider_than_its_place"},
    {"guess_of_nothing", "guesses[0].element", "school.no_such_element"},
    {"half_millimetre", "buildings[0].storeys[0].doors[0].clearWidth", "json.not_whole"},
    {"hole_outside", "buildings[0].storeys[0].spaces[1].holes", "shape.hole_outside"},
    {"holes_meet", "buildings[0].storeys[0].spaces[1].holes", "shape.holes_meet"},
    {"id_twice", "staff[0].id", "school.id_twice"},
    {"key_twice", "buildings[0].storeys[0].elevation", "json.key_twice"},
    {"list_for_object", "code", "json.not_object"},
    {"missing_key", "buildings[0].storeys[0].doors[0].clearWidth", "json.missing_key"},
    {"more_assisted_than_pupils", "classes[0].assistedPupils", "school.more_assisted_than_pupils"},
    {"nan", "18:24", "json.not_finite"},
    {"newer_version", "version", "json.newer_version"},
    {"no_area", "buildings[0].storeys[0].spaces[0].polygon", "shape.no_area"},
    {"no_format", "format", "json.other_format"},
    {"no_half_landing", "buildings[0].stairs[0].halfLandingDepth", "school.no_half_landing"},
    {"no_homeroom", "classes[0].homeroom", "school.no_such_space"},
    {"no_place", "staff[0].place", "school.no_such_space"},
    {"no_teacher", "classes[0].teacher", "school.no_such_staff"},
    {"no_well", "buildings[0].stairs[0].well", "school.no_well"},
    {"not_json", "17:22", "json.not_json"},
    {"not_outdoor", "grounds.spaces[0].kind", "school.not_outdoor"},
    {"number_for_text", "name", "json.not_text"},
    {"number_for_yes", "buildings[0].storeys[0].doors[1].exit", "json.not_yes_no"},
    {"object_for_list", "buildings[0].stairs[0].steps", "json.not_list"},
    {"other_format", "format", "json.other_format"},
    {"point_of_three", "buildings[0].storeys[0].spaces[0].polygon[1]", "shape.not_so_many"},
    {"rises_too_many", "buildings[0].stairs[0].steps", "school.steps_not_one_a_rise"},
    {"stair_aslant", "buildings[0].stairs[0].direction", "school.bad_direction"},
    {"stair_on_one_storey", "buildings[0].stairs[0].storeys", "school.stair_needs_two_storeys"},
    {"stair_to_nowhere", "buildings[0].stairs[0].storeys[1]", "school.no_such_storey"},
    {"stair_upside_down", "buildings[0].stairs[0].storeys[1]", "school.stair_storeys_not_ascending"},
    {"stair_width_negative", "buildings[0].stairs[0].clearWidth", "json.out_of_range"},
    {"storey_numbers_not_ascending", "buildings[0].storeys[1].number", "school.storeys_not_ascending"},
    {"storeys_not_ascending", "buildings[0].storeys[1].elevation", "school.storeys_not_ascending"},
    {"straight_of_none", "buildings[0].stairs[0].steps[0]", "school.flights_of_straight"},
    {"text_for_number", "buildings[0].storeys[0].doors[0].clearWidth", "json.not_whole"},
    {"text_too_long", "name", "json.text_too_long"},
    {"three_flight_of_two", "buildings[0].stairs[0].steps[0]", "school.flights_of_three_flight"},
    {"too_deep", "source[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]…", "json.too_deep"},
    {"too_far", "buildings[0].storeys[0].spaces[0].polygon[1][0]", "json.out_of_range"},
    {"two_corners", "buildings[0].storeys[0].spaces[0].polygon", "shape.too_few_corners"},
    {"unknown_key", "buildings[0].storeys[0].doors[0].clearwidth", "json.unknown_key"},
    {"unknown_word", "buildings[0].storeys[0].spaces[0].kind", "json.unknown_word"},
    {"version_zero", "version", "json.out_of_range"},
    {"zero_risers", "buildings[0].stairs[0].riser", "json.out_of_range"},
    {"zero_treads", "buildings[0].stairs[0].tread", "json.out_of_range"},
};

class BrokenSchool : public testing::TestWithParam<Broken> {};

TEST_P(BrokenSchool, IsRefusedAtItsPlaceForItsReason)
{
    const auto path = kFolder / (std::string(GetParam().file) + std::string(kEnding));
    const auto school = readSchool(path);
    ASSERT_FALSE(school.ok());
    EXPECT_EQ(school.fault().file, path.string());
    EXPECT_EQ(school.fault().place, GetParam().place);
    EXPECT_EQ(school.fault().what.key, GetParam().what);
    for (const auto language : {Language::English, Language::Chinese}) {
        const std::string text = line(school.fault(), language);
        EXPECT_EQ(text.find('\n'), std::string::npos);
        EXPECT_EQ(text.find("{0}"), std::string::npos) << text;
        EXPECT_FALSE(say(school.fault().mend, language).empty());
    }
}
INSTANTIATE_TEST_SUITE_P(School, BrokenSchool, testing::ValuesIn(kBroken),
                         [](const auto& broken) { return std::string(broken.param.file); });

TEST(BrokenSchools, AreAllInTheTable)
{
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(kEnding) || name == "whole.school.json") continue;
        const std::string stem = name.substr(0, name.size() - kEnding.size());
        EXPECT_TRUE(std::ranges::count(kBroken, stem, &Broken::file) == 1) << name;
    }
}

TEST(BrokenSchools, WereOnceWhole)
{
    EXPECT_TRUE(readSchool(kFolder / "whole.school.json").ok());
}

TEST(SchoolFile, OfTwoHundredMegabytesIsRefusedUnread)
{
    const OwnFolder folder;
    const auto path = folder / "large.school.json";
    std::ofstream(path) << "{";
    std::filesystem::resize_file(path, 200'000'000); // a hole: takes no room on the disk
    const auto school = readSchool(path);
    ASSERT_FALSE(school.ok());
    EXPECT_EQ(school.fault().what.key, "file.too_large");
}

}
}
