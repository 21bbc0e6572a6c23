#pragma once

#include "sim/base/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Times of a timetable as schools write them: 16:40, 16:40:30, 16：40, 16时40分, 下午4点40分, 4:40 pm are times of
/// day; 90, 90秒, 1分30秒, 1:30 are counted from the bell. 1:30 may be either.
struct SaidTime {
    std::optional<double> clock; // seconds after midnight
    std::optional<double> after; // seconds after the bell
};
/// Nothing where it is no such time: 11:65. One of the two is known otherwise, or both.
[[nodiscard]] std::optional<SaidTime> readTime(std::string_view text);
/// Of --bell: a time of day and nothing else.
[[nodiscard]] std::optional<double> readClock(std::string_view text);
/// "16:40:30".
[[nodiscard]] std::string clockText(double seconds);

/// The times of one timetable. With a bell, 16:40 is a time of day. Without one they are either all times of day, of
/// which the earliest counts as the bell (all at six in the morning or later), or all counted from the bell (one of
/// them within the first hour of it).
struct MeantTimes {
    std::vector<double> seconds; // after the bell, as the times said
    std::optional<double> bell;  // seconds after midnight, where they are times of day
};
struct TimeDoubt {
    std::size_t index = 0; // of the times said
    Message what, mend;
};
struct TimesReading {
    MeantTimes times;
    std::vector<TimeDoubt> doubts; // empty: `times` is whole
};
[[nodiscard]] TimesReading meantTimes(const std::vector<SaidTime>& said, std::optional<double> bell);

}
