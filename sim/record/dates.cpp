#include "sim/record/dates.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>

namespace stairwise {
namespace {

namespace chrono = std::chrono;

constexpr double kDay = 86400.0; // seconds

chrono::sys_days daysOf(const Date& date)
{
    return chrono::sys_days{chrono::year{date.year} / date.month / date.day};
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool plain = !text.empty() && text.front() >= '0' && text.front() <= '9';
    if (!plain || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::tm localOf(std::int64_t ms)
{
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    ::localtime_r(&seconds, &parts);
    return parts;
}

}

std::optional<Date> parseDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < kFirstDay.year || *year > kLastDay.year) return std::nullopt;
    const chrono::year_month_day date = chrono::year{*year} / *month / *day;
    if (!date.ok()) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string textOf(const Date& date)
{
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string textOf(const std::optional<Date>& date)
{
    return date ? textOf(*date) : std::string();
}

Date plusDays(const Date& date, int days)
{
    const chrono::year_month_day moved{daysOf(date) + chrono::days{days}};
    return {static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
            static_cast<int>(static_cast<unsigned>(moved.day()))};
}

int daysBetween(const Date& from, const Date& to)
{
    return static_cast<int>((daysOf(to) - daysOf(from)).count());
}

std::int64_t nowMs()
{
    return chrono::duration_cast<chrono::milliseconds>(chrono::system_clock::now().time_since_epoch()).count();
}

Date today()
{
    const std::tm parts = localOf(nowMs());
    return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

std::string utcText(std::int64_t ms)
{
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::string localClock(std::int64_t ms)
{
    const std::tm parts = localOf(ms);
    return fmt::format("{:02}:{:02}:{:02}", parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::optional<double> parseSeconds(std::string_view text)
{
    double minutes = 0.0;
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const auto whole = digits(text.substr(0, colon));
        if (!whole) return std::nullopt;
        minutes = *whole;
        text.remove_prefix(colon + 1);
    }
    double seconds = 0.0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), seconds, std::chars_format::fixed);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (minutes > 0.0 && seconds >= 60.0) return std::nullopt;
    const double all = 60.0 * minutes + seconds;
    if (!std::isfinite(all) || std::signbit(seconds) || all > kDay) return std::nullopt;
    return all;
}

void DateText::operator()(const JsonPlace& at, Date& out) const
{
    const auto* text = at.value().as<std::string>();
    const auto date = text != nullptr ? parseDate(*text) : std::nullopt;
    if (date)
        out = *date;
    else
        at.refuse({"record.not_a_date", {text != nullptr ? *text : std::string()}}, {"record.not_a_date.mend", {}});
}

}
