#include "sim/school/class_list.hpp"
#include "tests/school/edited.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SchoolClass classIn(const School& school, int grade, int number)
{
    for (const SchoolClass& schoolClass : school.classes)
        if (schoolClass.grade == grade && schoolClass.number == number) return schoolClass;
    ADD_FAILURE() << "no class " << grade << "-" << number;
    return {};
}
std::vector<std::string> findings(const ClassList& list)
{
    std::vector<std::string> keys;
    for (const Finding& finding : list.findings) keys.push_back(finding.element + " " + std::string(finding.what.key));
    return keys;
}
School pasted(const School& school, std::string_view text)
{
    const ClassList list = readClassList(text, school);
    EXPECT_THAT(findings(list), IsEmpty());
    return with(school, list.edit);
}
/// A school of 36 rooms and no class.
School empty()
{
    School school = sampleSchool("school");
    school.classes.clear();
    school.grounds.assemblyAreas.clear();
    return school;
}

TEST(ClassList, IsReadAsASpreadsheetGivesIt)
{
    const School school =
        pasted(empty(), "\xef\xbb\xbf班级\t人数\t教室\r\n七年级（1）班\t45\t101\r\n初一2班\t46\t102教室\r\n");
    ASSERT_EQ(school.classes.size(), 2U);
    EXPECT_EQ(classIn(school, 7, 1).name, "七年级（1）班");
    EXPECT_EQ(classIn(school, 7, 1).id.value, "7-1");
    EXPECT_EQ(classIn(school, 7, 1).pupils, 45);
    EXPECT_EQ(classIn(school, 7, 2).homeroom.value, "102");
}

TEST(ClassList, MayHaveItsColumnsInAnyOrderAndLanguage)
{
    const School school = pasted(empty(), "Room,Assisted pupils,Class,Pupils\n101,2,G7C1,45\n教学楼102,,7-2,\"46\"\n");
    EXPECT_EQ(classIn(school, 7, 1).assistedPupils, 2);
    EXPECT_EQ(classIn(school, 7, 1).homeroom.value, "101");
    EXPECT_EQ(classIn(school, 7, 2).homeroom.value, "102");
    EXPECT_EQ(classIn(school, 7, 2).pupils, 46);
}

TEST(ClassList, WithoutAHeaderIsKnownByWhatItHolds)
{
    for (const char* text : {"45\t七(1)班\t101\n46\t七(2)班\t102", "101；七(1)班；45人\n102；七(2)班；46人",
                             "七(1)班，101，４５\n七(2)班，102，46"}) {
        const School school = pasted(empty(), text);
        EXPECT_EQ(classIn(school, 7, 1).pupils, 45) << text;
        EXPECT_EQ(classIn(school, 7, 2).homeroom.value, "102") << text;
    }
}

TEST(ClassList, SkipsTitlesEmptyRowsAndTotals)
{
    const School school =
        pasted(empty(), "示例中学班级一览表\t\t\n\n年级\t班\t人数\n七年级\t1\t45\n七年级\t2班\t46\n\n合计\t\t91\n");
    EXPECT_EQ(school.classes.size(), 2U);
    EXPECT_EQ(classIn(school, 7, 2).pupils, 46);
}

TEST(ClassList, UpdatesTheClassesThatAreThere)
{
    const School before = sampleSchool("school");
    const SchoolClass old = classIn(before, 7, 1);
    const School after = pasted(before, "班级\t人数\n701\t31\n");
    const SchoolClass now = classIn(after, 7, 1);
    EXPECT_EQ(after.classes.size(), before.classes.size());
    EXPECT_EQ(now.pupils, 31);
    EXPECT_EQ(now.id, old.id);
    EXPECT_EQ(now.homeroom, old.homeroom);
    EXPECT_EQ(now.teacher, old.teacher);
}

TEST(ClassList, AddsUpBoysAndGirls)
{
    EXPECT_EQ(classIn(pasted(empty(), "班级\t男生人数\t女生人数\n七1班\t20\t25"), 7, 1).pupils, 45);
    EXPECT_EQ(classIn(pasted(empty(), "班级\t男\t女\t总人数\n七1班\t20\t25\t44"), 7, 1).pupils, 44);
}

TEST(ClassList, KeepsNobodysName)
{
    const ClassList list = readClassList("班级\t班主任\t人数\t姓名\n七1班\t王小明\t45\t李小红\n张三丰\t\t\t", empty());
    EXPECT_THAT(findings(list),
                ElementsAre(" class_list.names_not_kept", " class_list.names_not_kept", "3 class_list.no_class"));
    std::string all = formatSchool(with(empty(), list.edit));
    for (const Finding& finding : list.findings)
        for (const std::string& arg : finding.what.args) all += arg;
    for (const char* name : {"王小明", "李小红", "张三丰"}) EXPECT_EQ(all.find(name), std::string::npos) << name;
    const ClassList unheaded = readClassList("七1班\t王小明\t45", empty());
    EXPECT_THAT(findings(unheaded), ElementsAre(" class_list.names_not_kept"));
    EXPECT_THAT(unheaded.findings[0].what.args, ElementsAre("2"));
}

TEST(ClassList, CountsTheRowsOfAListOfPupils)
{
    const ClassList list = readClassList("姓名,班级\n甲甲,七1班\n乙乙,七1班\n丙丙,七2班\n", empty());
    EXPECT_THAT(findings(list), ElementsAre(" class_list.names_not_kept"));
    const School school = with(empty(), list.edit);
    EXPECT_EQ(classIn(school, 7, 1).pupils, 2);
    EXPECT_EQ(classIn(school, 7, 2).pupils, 1);
}

TEST(ClassList, TellsTheRowOfWhatIsDoubtful)
{
    const ClassList list = readClassList("班级\t人数\t需协助\t教室\n"
                                         "七1班\t45\t\t101\n"
                                         "七1班\t46\t\t102\n"
                                         "一（1）班\t45\t\t103\n"
                                         "七2班\t201\t\t104\n"
                                         "七3班\t四十\t\t104\n"
                                         "七4班\t40\t41\t105\n"
                                         "七5班\t\t\t999\n"
                                         "七6班\t40\t\t101\n",
                                         empty());
    EXPECT_THAT(findings(list),
                ElementsAre("3 class_list.twice", "4 class_name.two_ways", "5 class_list.bad_count",
                            "6 class_list.bad_count", "7 school.more_assisted_than_pupils", "8 class_list.no_count",
                            "8 class_list.no_such_room", "9 class_list.room_shared"));
    EXPECT_EQ(list.classes, 3);
    EXPECT_EQ(classIn(with(empty(), list.edit), 7, 1).pupils, 45);
}

TEST(ClassList, AsksWhichOfTwoRoomsIsMeant)
{
    School school = empty();
    Storey other = *school.buildings[0].storeys[0];
    other.id.value = "X1";
    other.doors.clear();
    other.obstacles.clear();
    other.equipment.clear();
    for (Space& space : other.spaces) space.id.value = "X" + space.id.value;
    school = with(school, {PutBuilding{{"X"}, "实验楼"}, PutStorey{{"X"}, other}});
    const ClassList list = readClassList("班级\t教室\n七1班\t101\n七2班\t实验楼102", school);
    EXPECT_THAT(findings(list), ElementsAre("2 class_list.rooms_alike"));
    EXPECT_EQ(classIn(with(school, list.edit), 7, 2).homeroom.value, "X102");
}

TEST(ClassList, KnowsTheClassesOfAKindergarten)
{
    School school = empty();
    school.code.kind = SchoolKind::Kindergarten;
    school = pasted(school, "班级\t人数\n小一班\t20\n中一班\t25\n大班\t30\n");
    ASSERT_EQ(school.classes.size(), 3U);
    school = pasted(school, "班级\t人数\n中（1）班\t26\n");
    ASSERT_EQ(school.classes.size(), 3U);
    EXPECT_EQ(school.classes[1].pupils, 26);
}

TEST(ClassList, ThatIsNoneChangesNothing)
{
    for (const char* text : {"", "\n\n", "hello", "\"", "\t\t\t", "人数\n45"}) {
        const ClassList list = readClassList(text, empty());
        EXPECT_THAT(list.edit.changes, IsEmpty()) << text;
        EXPECT_THAT(findings(list), testing::Contains(" class_list.no_classes")) << text;
    }
}

}
}
