#pragma once

#include "sim/base/json_read.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stairwise {

/// Days and moments as papers write them.

/// A day of the Gregorian calendar.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
};
inline constexpr Date kFirstDay{1900, 1, 1}; // that is read
inline constexpr Date kLastDay{2200, 12, 31};
/// "2026-03-12"; nothing for a day that is not in the calendar.
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);
[[nodiscard]] std::string textOf(const Date& date);
[[nodiscard]] std::string textOf(const std::optional<Date>& date); // empty: none
[[nodiscard]] Date plusDays(const Date& date, int days);
[[nodiscard]] int daysBetween(const Date& from, const Date& to);

/// Where this computer is.
[[nodiscard]] Date today();
/// Milliseconds since 1970, UTC; by the clock of this computer.
[[nodiscard]] std::int64_t nowMs();
/// "2026-03-12T02:30:05Z".
[[nodiscard]] std::string utcText(std::int64_t ms);
/// "10:30:05", where this computer is.
[[nodiscard]] std::string localClock(std::int64_t ms);

/// Seconds from "83", "83.5" or "1:23"; 0 … a day.
[[nodiscard]] std::optional<double> parseSeconds(std::string_view text);

/// A reader for sim/base/json_read.hpp.
struct DateText {
    void operator()(const JsonPlace& at, Date& out) const;
};

}
