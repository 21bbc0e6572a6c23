#include "sim/scenario/scenario_file.hpp"
#include "sim/words/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

namespace stairwise {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios" / "broken";
constexpr std::string_view kEnding = ".scenario.json";

struct Broken {
    std::string_view file;
    std::string_view named; // the file that the fault names
    std::string_view place;
    std::string_view what;
};
constexpr Broken kBroken[] = {
    {"distribution_backwards", "distribution_backwards.scenario.json", "preMovement.high",
     "scenario.ends_before_it_begins"},
    {"distribution_wrong_key", "distribution_wrong_key.scenario.json", "preMovement.mean", "json.unknown_key"},
    {"event_of_nothing", "event_of_nothing.scenario.json", "events[0]", "scenario.event_of_one"},
    {"event_of_two", "event_of_two.scenario.json", "events[0]", "scenario.event_of_one"},
    {"event_on_no_door", "event_on_no_door.scenario.json", "events[0].door", "scenario.no_such_door"},
    {"event_on_no_stair", "event_on_no_stair.scenario.json", "events[0].stair", "scenario.no_such_stair"},
    {"fall_beside_its_surface", "fall_beside_its_surface.scenario.json", "events[0].at", "scenario.fall_outside"},
    {"fall_duration_negative", "fall_duration_negative.scenario.json", "events[0].duration", "json.out_of_range"},
    {"fall_nowhere", "fall_nowhere.scenario.json", "events[0].at", "scenario.fall_outside"},
    {"fall_of_a_door", "fall_of_a_door.scenario.json", "events[0].door", "scenario.event_key"},
    {"fall_on_no_storey", "fall_on_no_storey.scenario.json", "events[0].storey", "scenario.no_such_storey"},
    {"fall_on_no_surface", "fall_on_no_surface.scenario.json", "events[0].on", "scenario.no_such_surface"},
    {"fall_without_place", "fall_without_place.scenario.json", "events[0]", "scenario.fall_of_one_place"},
    {"files_three", "files_three.scenario.json", "releases[1].files", "json.out_of_range"},
    {"flow_cap_nan", "flow_cap_nan.scenario.json", "8:14", "json.not_finite"},
    {"flow_cap_negative", "flow_cap_negative.scenario.json", "flowCap", "json.out_of_range"},
    {"flow_cap_text", "flow_cap_text.scenario.json", "flowCap", "json.not_number"},
    {"flow_cap_too_large", "flow_cap_too_large.scenario.json", "flowCap", "json.out_of_range"},
    {"flow_cap_zero", "flow_cap_zero.scenario.json", "flowCap", "json.out_of_range"},
    {"given_without_rule", "given_without_rule.scenario.json", "releases[1].rule", "scenario.given_without_rule"},
    {"grade_twice", "grade_twice.scenario.json", "profiles[0].grades", "scenario.grade_twice"},
    {"helpers_three", "helpers_three.scenario.json", "assisted.helpers", "json.out_of_range"},
    {"light_of_a_door", "light_of_a_door.scenario.json", "events[0].door", "scenario.event_key"},
    {"light_of_two", "light_of_two.scenario.json", "events[0]", "scenario.light_of_one"},
    {"light_on_no_stair", "light_on_no_stair.scenario.json", "events[0].stair", "scenario.no_such_stair"},
    {"light_on_no_surface", "light_on_no_surface.scenario.json", "events[0].on", "scenario.no_such_surface"},
    {"line_on_no_storey", "line_on_no_storey.scenario.json", "lines[0].storey", "scenario.no_such_storey"},
    {"line_twice", "line_twice.scenario.json", "lines[1].id", "scenario.id_twice"},
    {"newer_version", "newer_version.scenario.json", "version", "json.newer_version"},
    {"no_assembly_area", "no_assembly_area.scenario.json", "destination", "scenario.no_assembly_area"},
    {"no_class_of_grade", "no_class_of_grade.scenario.json", "releases[1].grades[0]", "scenario.no_class_of_grade"},
    {"no_gate", "no_gate.scenario.json", "destination", "scenario.no_gate"},
    {"no_such_class", "no_such_class.scenario.json", "releases[0].classes[0]", "scenario.no_such_class"},
    {"no_such_exit", "no_such_exit.scenario.json", "releases[0].rule.exits[0]", "scenario.no_such_door"},
    {"no_such_grade", "no_such_grade.scenario.json", "profiles[0].grades[0]", "scenario.no_such_grade"},
    {"no_such_model", "no_such_model.scenario.json", "model", "json.unknown_word"},
    {"no_such_stair", "no_such_stair.scenario.json", "releases[0].rule.stairs[0]", "scenario.no_such_stair"},
    {"not_an_exit", "not_an_exit.scenario.json", "releases[0].rule.exits[0]", "scenario.not_an_exit"},
    {"not_json", "not_json.scenario.json", "9:3", "json.not_json"},
    {"other_format", "other_format.scenario.json", "format", "json.other_format"},
    {"overflow", "overflow.scenario.json", "10:16", "json.not_finite"},
    {"person_on_no_storey", "person_on_no_storey.scenario.json", "people[0].storey", "scenario.no_such_storey"},
    {"person_outside", "person_outside.scenario.json", "people[0].at", "scenario.person_outside"},
    {"person_to_no_exit", "person_to_no_exit.scenario.json", "people[0].exit", "scenario.no_such_door"},
    {"person_to_no_line", "person_to_no_line.scenario.json", "people[0].line", "scenario.no_such_line"},
    {"push_negative", "push_negative.scenario.json", "profiles[0].push", "json.out_of_range"},
    {"route_over_shut_stair", "route_over_shut_stair.scenario.json", "releases[0].rule.stairs[0]",
     "scenario.route_over_shut_stair"},
    {"route_through_locked", "route_through_locked.scenario.json", "releases[0].rule.exits[0]",
     "scenario.route_through_locked"},
    {"route_through_shut", "route_through_shut.scenario.json", "releases[0].rule.exits[0]",
     "scenario.route_through_locked"},
    {"school_broken", "zero_treads.school.json", "buildings[0].stairs[0].tread", "json.out_of_range"},
    {"school_is_a_folder", "school_is_a_folder.scenario.json", "school", "scenario.school_missing"},
    {"school_missing", "school_missing.scenario.json", "school", "scenario.school_missing"},
    {"seed_negative", "seed_negative.scenario.json", "seed", "json.out_of_range"},
    {"seed_too_large", "seed_too_large.scenario.json", "seed", "json.out_of_range"},
    {"share_zero", "share_zero.scenario.json", "inDark.stairs", "json.out_of_range"},
    {"shut_for_a_while", "shut_for_a_while.scenario.json", "events[0].duration", "scenario.event_key"},
    {"speed_negative", "speed_negative.scenario.json", "people[0].speed", "json.out_of_range"},
    {"speed_zero", "speed_zero.scenario.json", "profiles[0].levelSpeed", "scenario.no_walking_speed"},
    {"teacher_nowhere", "teacher_nowhere.scenario.json", "releases[1].teacher", "json.unknown_word"},
    {"time_negative", "time_negative.scenario.json", "releases[0].time", "json.out_of_range"},
    {"time_step_too_long", "time_step_too_long.scenario.json", "timeStep", "json.out_of_range"},
    {"too_many_people", "too_many_people.scenario.json", "fills", "scenario.too_many_people"},
    {"uniform_backwards", "uniform_backwards.scenario.json", "profiles[0].stairDown.to",
     "scenario.ends_before_it_begins"},
    {"warden_at_no_stair", "warden_at_no_stair.scenario.json", "wardens[0].stair", "scenario.no_such_stair"},
    {"warden_density_negative", "warden_density_negative.scenario.json", "wardens[0].density", "json.out_of_range"},
    {"warden_holds_for_ever", "warden_holds_for_ever.scenario.json", "wardens[0].to", "scenario.held_for_ever"},
    {"warden_meters_nothing", "warden_meters_nothing.scenario.json", "wardens[0].storey", "scenario.nothing_below"},
    {"warden_of_no_class", "warden_of_no_class.scenario.json", "wardens[0].classes[0]", "scenario.no_such_class"},
    {"warden_on_no_storey", "warden_on_no_storey.scenario.json", "wardens[0].storey", "scenario.no_such_storey"},
    {"warden_sends_nowhere", "warden_sends_nowhere.scenario.json", "wardens[0].toStair", "scenario.sent_nowhere"},
    {"warden_sends_to_the_same_stair", "warden_sends_to_the_same_stair.scenario.json", "wardens[0].toStair",
     "scenario.sent_nowhere"},
    {"warden_share_too_large", "warden_share_too_large.scenario.json", "wardens[0].share", "json.out_of_range"},
    {"warden_to_before_from", "warden_to_before_from.scenario.json", "wardens[0].to", "scenario.ends_before_it_begins"},
    {"warden_with_wrong_key", "warden_with_wrong_key.scenario.json", "wardens[0].density", "scenario.warden_key"},
    {"warden_without_task", "warden_without_task.scenario.json", "wardens[0].task", "json.missing_key"},
    {"unknown_key", "unknown_key.scenario.json", "timelimit", "json.unknown_key"},
};

class BrokenScenario : public testing::TestWithParam<Broken> {};

TEST_P(BrokenScenario, IsRefusedAtItsPlaceForItsReason)
{
    const auto read = readCase(kFolder / (std::string(GetParam().file) + std::string(kEnding)));
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.fault().file, (kFolder / GetParam().named).string());
    EXPECT_EQ(read.fault().place, GetParam().place);
    EXPECT_EQ(read.fault().what.key, GetParam().what);
    for (const auto language : {Language::English, Language::Chinese}) {
        const std::string text = line(read.fault(), language);
        EXPECT_EQ(text.find('\n'), std::string::npos);
        EXPECT_EQ(text.find("{0}"), std::string::npos) << text;
        EXPECT_FALSE(say(read.fault().mend, language).empty());
    }
}
INSTANTIATE_TEST_SUITE_P(Scenario, BrokenScenario, testing::ValuesIn(kBroken),
                         [](const auto& broken) { return std::string(broken.param.file); });

TEST(BrokenScenarios, AreAllInTheTable)
{
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(kEnding) || name == "whole.scenario.json") continue;
        const std::string stem = name.substr(0, name.size() - kEnding.size());
        EXPECT_TRUE(std::ranges::count(kBroken, stem, &Broken::file) == 1) << name;
    }
}

TEST(BrokenScenarios, WereOnceWhole)
{
    EXPECT_TRUE(readCase(kFolder / "whole.scenario.json").ok());
}

}
}
