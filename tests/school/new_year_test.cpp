#include "sim/school/class_names.hpp"
#include "sim/school/new_year.hpp"
#include "tests/school/edited.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using testing::ElementsAre;

SchoolClass made(int grade, int number, const std::string& room, int pupils)
{
    SchoolClass schoolClass;
    schoolClass.id.value = std::to_string(grade) + "-" + std::to_string(number);
    schoolClass.name = className(grade, number);
    schoolClass.grade = grade;
    schoolClass.number = number;
    schoolClass.homeroom.value = room;
    schoolClass.pupils = pupils;
    return schoolClass;
}
School schoolOf(std::vector<SchoolClass> classes, SchoolKind kind)
{
    School school = sampleSchool("school");
    school.grounds.assemblyAreas.clear();
    school.classes = std::move(classes);
    school.code.kind = kind;
    return school;
}
/// "7-1 七年级（1）班 101 40" of every class, by grade and number.
std::vector<std::string> told(const School& school)
{
    std::vector<std::string> all;
    for (const SchoolClass& c : school.classes)
        all.push_back(c.id.value + " " + c.name + " " + c.homeroom.value + " " + std::to_string(c.pupils));
    std::sort(all.begin(), all.end());
    return all;
}
std::vector<std::string> toDo(const NewYear& year)
{
    std::vector<std::string> keys;
    for (const Message& message : year.toDo) keys.emplace_back(message.key);
    return keys;
}

TEST(NewYear, MovesGradesUpAndFillsTheVacatedRooms)
{
    const School school = schoolOf({made(7, 1, "101", 40), made(7, 2, "102", 41), made(8, 1, "201", 42),
                                    made(9, 1, "301", 43), made(9, 2, "302", 44)},
                                   SchoolKind::Secondary);
    const NewYear year = newYear(school);
    EXPECT_THAT(told(with(school, year.edit)),
                ElementsAre("7-1 七年级（1）班 301 0", "7-2 七年级（2）班 302 0", "8-1 八年级（1）班 101 40",
                            "8-2 八年级（2）班 102 41", "9-1 九年级（1）班 201 42"));
    EXPECT_THAT(toDo(year), ElementsAre("new_year.pupils", "new_year.rooms", "new_year.teachers", "new_year.routes",
                                        "new_year.drill_plan"));
}

TEST(NewYear, OfJuniorAndSeniorFillsTheRoomsOfItsOwnPart)
{
    const School school =
        schoolOf({made(7, 1, "101", 40), made(9, 1, "102", 40), made(10, 1, "105", 40), made(12, 1, "106", 40)},
                 SchoolKind::Secondary);
    EXPECT_THAT(told(with(school, newYear(school).edit)),
                ElementsAre("10-1 高一（1）班 106 0", "11-1 高二（1）班 105 40", "7-1 七年级（1）班 102 0",
                            "8-1 八年级（1）班 101 40"));
}

TEST(NewYear, OfAPrimarySchoolLosesGradeSix)
{
    const School school = schoolOf({made(1, 1, "101", 40), made(6, 1, "102", 40)}, SchoolKind::Primary);
    EXPECT_THAT(told(with(school, newYear(school).edit)),
                ElementsAre("1-1 一年级（1）班 102 0", "2-1 二年级（1）班 101 40"));
}

TEST(NewYear, OfNineYearsInOneSchoolKeepsGradeSix)
{
    const School school =
        schoolOf({made(1, 1, "101", 40), made(6, 1, "102", 40), made(7, 1, "105", 40), made(9, 1, "106", 40)},
                 SchoolKind::Other);
    EXPECT_THAT(told(with(school, newYear(school).edit)),
                ElementsAre("1-1 一年级（1）班 106 0", "2-1 二年级（1）班 101 40", "7-1 七年级（1）班 102 40",
                            "8-1 八年级（1）班 105 40"));
}

TEST(NewYear, ListsClassesForWhichNoRoomIsLeft)
{
    const School school = schoolOf({made(7, 1, "101", 40), made(7, 2, "102", 40)}, SchoolKind::Secondary);
    const NewYear year = newYear(school);
    EXPECT_EQ(with(school, year.edit).classes.size(), 4U);
    EXPECT_THAT(toDo(year), testing::Contains("new_year.without_room"));
}

TEST(NewYear, OfAKindergartenGoesByTheNames)
{
    SchoolClass small = made(0, 1, "101", 20);
    SchoolClass large = made(0, 1, "102", 25);
    small.id.value = "K1";
    large.id.value = "K2";
    small.name = "小（1）班";
    large.name = "大一班";
    const School school = schoolOf({small, large}, SchoolKind::Kindergarten);
    EXPECT_THAT(told(with(school, newYear(school).edit)), ElementsAre("0-1 小一班 102 0", "K1 中一班 101 20"));
}

TEST(NewYear, AssemblyAreasGoWithTheRooms)
{
    School school =
        schoolOf({made(7, 1, "101", 40), made(8, 1, "102", 40), made(9, 1, "105", 40)}, SchoolKind::Secondary);
    school = with(school, {AssemblyArea{{"A1"}, "", {{0, -9000}, {9000, -9000}, {9000, -2000}}, {{"7-1"}, {"9-1"}}}});
    const School after = with(school, newYear(school).edit);
    EXPECT_THAT(after.grounds.assemblyAreas[0].classes, ElementsAre(ClassId{"8-1"}, ClassId{"7-1"}));
}

TEST(NewYear, OfTheSampleSchoolsIsASchool)
{
    for (const char* name : {"school", "chengan", "xiangxiang"}) {
        const School school = sampleSchool(name);
        const School after = with(school, newYear(school).edit);
        EXPECT_EQ(after.buildings, school.buildings);
        EXPECT_FALSE(newYear(school).toDo.empty());
    }
}

TEST(NewYear, OfASchoolWithoutClassesHasNothingToDo)
{
    const NewYear year = newYear(schoolOf({}, SchoolKind::Primary));
    EXPECT_TRUE(year.edit.changes.empty());
    EXPECT_TRUE(year.toDo.empty());
}

}
}
