#pragma once

#include "sim/school/edit.hpp"
#include "sim/school/school_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace stairwise {

/// Schools to edit.
inline School sampleSchool(const std::string& name)
{
    return readSchool(std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios" / (name + ".school.json")).value();
}
inline School fixtureSchool()
{
    return readSchool(std::filesystem::path(STAIRWISE_SOURCE_DIR) / "tests" / "fixtures" / "v1" / "full.school.json")
        .value();
}

inline std::string placeAndKey(const Fault& fault)
{
    return fault.place + " " + std::string(fault.what.key);
}

/// The school after the changes, which must be allowed and must read back as they are.
inline School with(const School& school, Edit edit)
{
    const auto after = apply(school, edit);
    EXPECT_TRUE(after.ok()) << (after.ok() ? "" : placeAndKey(after.fault()));
    if (!after) return school;
    const auto again = parseSchool(formatSchool(after.value()), "again");
    EXPECT_TRUE(again.ok()) << (again.ok() ? "" : placeAndKey(again.fault()));
    EXPECT_TRUE(again.ok() && again.value() == after.value());
    return after.value();
}
inline School with(const School& school, std::vector<Change> changes)
{
    return with(school, Edit{{}, std::move(changes)});
}

/// Why the changes are refused: the key of the fault; empty if they are not.
inline std::string refusal(const School& school, std::vector<Change> changes)
{
    const auto after = apply(school, {{}, std::move(changes)});
    return after.ok() ? std::string{} : std::string(after.fault().what.key);
}

/// One building of one storey with a room of 8 m × 6 m, a corridor above it and a door between.
inline School twoRooms()
{
    Storey storey;
    storey.id.value = "F1";
    storey.elevation = 0;
    storey.height = 3600;
    storey.spaces = {{{"101"}, "101", SpaceKind::Classroom, {{{0, 0}, {8000, 0}, {8000, 6000}, {0, 6000}}, {}}},
                     {{"C1"}, "", SpaceKind::Corridor, {{{0, 6200}, {20000, 6200}, {20000, 8600}, {0, 8600}}, {}}}};
    Door door;
    door.id.value = "D1";
    door.at = {{1000, 6100}, {2000, 6100}};
    door.clearWidth = 900;
    door.swing = Swing::In;
    storey.doors = {door};
    School school;
    school.name = "two rooms";
    school.buildings = {{{"B"}, "楼", {std::make_shared<Storey>(storey)}, {}}};
    SchoolClass schoolClass;
    schoolClass.id.value = "7-1";
    schoolClass.name = "七年级（1）班";
    schoolClass.grade = 7;
    schoolClass.homeroom.value = "101";
    schoolClass.pupils = 40;
    schoolClass.teacher.value = "T1";
    school.classes = {schoolClass};
    school.staff = {{{"T1"}, StaffRole::ClassTeacher, {"101"}}};
    school.guesses = {{"D1", "clearWidth", "assumed"}, {"D1", "at", "drawn"}, {"101", "polygon", "sketch"}};
    return school;
}

}
