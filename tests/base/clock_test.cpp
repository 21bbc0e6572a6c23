#include "sim/base/clock.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

TEST(Clock, ReadsHoursMinutesAndSeconds)
{
    EXPECT_EQ(clockSeconds("00:00"), 0.0);
    EXPECT_EQ(clockSeconds("7:05"), 25500.0);
    EXPECT_EQ(clockSeconds("16:30"), 59400.0);
    EXPECT_EQ(clockSeconds("23:59:59"), 86399.0);
}

TEST(Clock, RefusesWhatIsNoTimeOfADay)
{
    for (const char* text : {"", ":", "16", "11:65", "24:00", "16:5", "16:05:", "16:05:61", "16:05:30:00", "-1:30",
                             "16:-5", "016:30", "4pm", "16.30", " 16:30", "16:30 "})
        EXPECT_FALSE(clockSeconds(text)) << text;
}

TEST(Clock, WritesTheTimeAndPassesMidnight)
{
    EXPECT_EQ(clockText(59430.0), "16:30:30");
    EXPECT_EQ(clockText(86399.6), "00:00:00");
    EXPECT_EQ(clockText(-1.0), "23:59:59");
}

}
}
