#include "sim/stagger/clock_times.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using ::testing::ElementsAre;

constexpr double kFourForty = 16 * 3600.0 + 40 * 60.0;

TEST(ReadTime, KnowsTimesOfDayInEverySpelling)
{
    for (const char* text : {"16:40", "16：40", "１６：４０", "16:40:00", " 16 : 40 ", "16时40分", "16点40", "下午4:40",
                             "下午4点40分", "4:40 PM", "4:40:00 pm", "16:40:00"})
        EXPECT_EQ(readClock(text), kFourForty) << text;
    EXPECT_EQ(readClock("4点半"), 4 * 3600.0 + 1800.0);
    EXPECT_EQ(readClock("中午12:05"), 12 * 3600.0 + 300.0);
    EXPECT_EQ(readClock("16:40:30"), kFourForty + 30.0);
}

TEST(ReadTime, KnowsWhatIsCountedFromTheBell)
{
    for (const char* text : {"90", "90秒", "90 s", "1分30秒", "1分钟30秒", "1:30", "0:01:30", "９０"}) {
        const auto time = readTime(text);
        ASSERT_TRUE(time) << text;
        EXPECT_EQ(time->after, 90.0) << text;
    }
    EXPECT_FALSE(readTime("90")->clock);
    EXPECT_FALSE(readTime("25:00")->clock) << "no hour of a day";
    EXPECT_FALSE(readTime("下午4:40")->after);
}

TEST(ReadTime, RefusesWhatIsNone)
{
    for (const char* text : {"11:65", "16:40:60", "16:", ":40", "16:40:", "24时", "16:40x", "", "放学", "-5", "1.5",
                             "0.694", "下午", "下午90", "123456", "16:40~16:50"})
        EXPECT_FALSE(readTime(text)) << text;
}

std::vector<SaidTime> said(const std::vector<const char*>& texts)
{
    std::vector<SaidTime> times;
    for (const char* text : texts) times.push_back(readTime(text).value());
    return times;
}

TEST(MeantTimes, CountTimesOfDayFromTheBellOrTheEarliest)
{
    const auto without = meantTimes(said({"16:41", "16:40:30", "16:43"}), {});
    EXPECT_TRUE(without.doubts.empty());
    EXPECT_THAT(without.times.seconds, ElementsAre(30.0, 0.0, 150.0));
    EXPECT_EQ(without.times.bell, kFourForty + 30.0);
    const auto with = meantTimes(said({"16:41", "90"}), kFourForty);
    EXPECT_THAT(with.times.seconds, ElementsAre(60.0, 90.0));
}

TEST(MeantTimes, TakeMinutesAndSecondsWhereTheFirstIsNoHourOfSchool)
{
    const auto times = meantTimes(said({"0:00", "1:30", "10:00", "25:00"}), {});
    EXPECT_THAT(times.times.seconds, ElementsAre(0.0, 90.0, 600.0, 1500.0));
    EXPECT_FALSE(times.times.bell);
    EXPECT_THAT(meantTimes(said({"60", "1:30"}), {}).times.seconds, ElementsAre(60.0, 90.0));
}

TEST(MeantTimes, AreRefusedWhereTheyMayBeEitherOrAreBoth)
{
    const auto either = meantTimes(said({"2:30", "1:30"}), {});
    ASSERT_EQ(either.doubts.size(), 1U);
    EXPECT_EQ(either.doubts[0].index, 1U);
    EXPECT_EQ(std::string(either.doubts[0].what.key), "today.two_meanings");
    const auto both = meantTimes(said({"下午4:40", "90", "5分"}), {});
    ASSERT_EQ(both.doubts.size(), 2U);
    EXPECT_EQ(std::string(both.doubts[0].what.key), "today.mixed_times");
    const auto early = meantTimes(said({"16:41", "16:39"}), kFourForty);
    ASSERT_EQ(early.doubts.size(), 1U);
    EXPECT_EQ(early.doubts[0].index, 1U);
    EXPECT_EQ(std::string(early.doubts[0].what.key), "today.before_bell");
}

}
}
