#include "sim/school/class_names.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

struct Spelling {
    const char* text;
    SchoolKind kind;
    int grade;
    int number;
    KindergartenYear year = KindergartenYear::None;
};
constexpr auto kPrimary = SchoolKind::Primary;
constexpr auto kSecondary = SchoolKind::Secondary;
constexpr auto kKindergarten = SchoolKind::Kindergarten;
constexpr Spelling kSpellings[] = {
    {"三（2）班", kPrimary, 3, 2},
    {"三(2)班", kPrimary, 3, 2},
    {"三年级2班", kPrimary, 3, 2},
    {"三年级（二）班", kPrimary, 3, 2},
    {"三年级二班", kPrimary, 3, 2},
    {"三年二班", kPrimary, 3, 2},
    {"三·二班", kPrimary, 3, 2},
    {"三二班", kPrimary, 3, 2},
    {"3年2班", kPrimary, 3, 2},
    {"302班", kPrimary, 3, 2},
    {"302", kPrimary, 3, 2},
    {"３０２", kPrimary, 3, 2},
    {"三〇二班", kPrimary, 3, 2},
    {" 三 （ 2 ） 班 ", kPrimary, 3, 2},
    {"三 2 班", kPrimary, 3, 2},
    {"三【2】班", kPrimary, 3, 2},
    {"第三年级第二班", kPrimary, 3, 2},
    {"三年级甲班", kPrimary, 3, 1},
    {"三（2）", kPrimary, 3, 2},
    {"小学三年级（2）班", kPrimary, 3, 2},
    {"小三（2）班", kPrimary, 3, 2},
    {"六（十二）班", kPrimary, 6, 12},
    {"Grade 3 Class 2", kPrimary, 3, 2},
    {"G3C2", kPrimary, 3, 2},
    {"Gr. 3, Cl. 2", kPrimary, 3, 2},
    {"3-2", kPrimary, 3, 2},
    {"3.2", kPrimary, 3, 2},
    {"3 2", kPrimary, 3, 2},
    {"3（2）班", kPrimary, 3, 2},
    {"七年级（1）班", kPrimary, 7, 1},
    {"初一3班", kSecondary, 7, 3},
    {"初一（3）班", kSecondary, 7, 3},
    {"初中一年级3班", kSecondary, 7, 3},
    {"初中七年级3班", kSecondary, 7, 3},
    {"初301", kSecondary, 9, 1},
    {"初二十二班", kSecondary, 8, 12},
    {"七年级（1）班", kSecondary, 7, 1},
    {"七(1)班", kSecondary, 7, 1},
    {"七年级1班", kSecondary, 7, 1},
    {"712", kSecondary, 7, 12},
    {"高二5班", kSecondary, 11, 5},
    {"高一（12）班", kSecondary, 10, 12},
    {"高中三年级二班", kSecondary, 12, 2},
    {"1001班", kSecondary, 10, 1},
    {"十二（3）班", kSecondary, 12, 3},
    {"中三（1）班", kSecondary, 9, 1},
    {"小一班", kKindergarten, 0, 1, KindergartenYear::Small},
    {"中班", kKindergarten, 0, 1, KindergartenYear::Middle},
    {"大班", kKindergarten, 0, 1, KindergartenYear::Large},
    {"大（2）班", kKindergarten, 0, 2, KindergartenYear::Large},
    {"托3班", kKindergarten, 0, 3, KindergartenYear::Toddlers},
    {"2班", kKindergarten, 0, 2, KindergartenYear::None},
    {"大班", kPrimary, 0, 1, KindergartenYear::Large},
};

TEST(ClassName, IsReadInAnySpelling)
{
    for (const Spelling& spelling : kSpellings) {
        const auto name = readClassName(spelling.text, spelling.kind);
        ASSERT_TRUE(name) << spelling.text;
        EXPECT_EQ(*name, (ClassName{spelling.grade, spelling.number, spelling.year})) << spelling.text;
    }
}

TEST(ClassName, ThatMayMeanTwoClassesIsNotGuessed)
{
    for (const char* text : {"一（1）班", "三（2）班", "302", "3-2"}) {
        const ClassReading reading = readClass(text, kSecondary);
        EXPECT_FALSE(reading.name) << text;
        ASSERT_TRUE(reading.doubt) << text;
        EXPECT_EQ(reading.doubt->key, "class_name.two_ways") << text;
    }
}

TEST(ClassName, SaysWhatIsWrongWithIt)
{
    EXPECT_EQ(readClass("2023级3班", kSecondary).doubt->key, "class_name.year_of_entry");
    EXPECT_EQ(readClass("13年级1班", kSecondary).doubt->key, "class_name.no_such_grade");
    EXPECT_EQ(readClass("初五1班", kSecondary).doubt->key, "class_name.no_such_grade");
    EXPECT_EQ(readClass("802", kPrimary).doubt->key, "class_name.no_such_grade");
    for (const char* text : {"", "班", "王小明", "三年级", "2班", "三十二班", "三（2）班组", "99999999999999",
                             "三（0）班", "三（201）班", "G", "\xe4\xb8", "\xff\xff", "12", "(((("})
        EXPECT_EQ(readClass(text, kPrimary).doubt.value_or(Message{}).key, "class_name.unread") << text;
}

TEST(ClassName, IsWrittenAsUsual)
{
    EXPECT_EQ(className(3, 2), "三年级（2）班");
    EXPECT_EQ(className(7, 12), "七年级（12）班");
    EXPECT_EQ(className(10, 1), "高一（1）班");
    EXPECT_EQ(className({0, 2, KindergartenYear::Small}), "小二班");
}

TEST(ClassName, ReadsWhatItWrites)
{
    for (int grade = 1; grade <= 12; ++grade)
        for (int number = 1; number <= 30; ++number) {
            const auto kind = grade <= 6 ? kPrimary : kSecondary;
            EXPECT_EQ(readClassName(className(grade, number), kind), (ClassName{grade, number})) << grade << number;
        }
    for (const auto year : {KindergartenYear::Toddlers, KindergartenYear::Small, KindergartenYear::Middle,
                            KindergartenYear::Large, KindergartenYear::None})
        for (int number = 1; number <= 30; ++number) {
            const ClassName name{0, number, year};
            EXPECT_EQ(readClassName(className(name), kKindergarten), name) << className(name);
        }
}

}
}
