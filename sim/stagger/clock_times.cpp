#include "sim/stagger/clock_times.hpp"

#include "sim/school/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace stairwise {
namespace {

constexpr double kMinute = 60.0;
constexpr double kHour = 3600.0;
constexpr double kFirstRelease = kHour; // before it the first class is let out after the bell; assumed
constexpr double kEarlyDay = 6.0 * kHour;     // no school lets out before; assumed

enum class Half { Unsaid, Morning, Afternoon };

class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }
    template <class... Words> bool eat(const Words&... words) { return (eatOne(words) || ...); }
    std::optional<int> number()
    {
        constexpr std::size_t kMostDigits = 5;
        const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        if (digits == 0 || digits > kMostDigits) return {};
        const int value = std::atoi(std::string(rest_.substr(0, digits)).c_str());
        rest_.remove_prefix(digits);
        return value;
    }

private:
    bool eatOne(std::string_view word)
    {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    std::string_view rest_;
};

Half halfOf(Scanner& scanner)
{
    if (scanner.eat("上午", "早上", "am")) return Half::Morning;
    return scanner.eat("下午", "中午", "晚上", "pm") ? Half::Afternoon : Half::Unsaid;
}

std::optional<double> dayTime(int hours, int minutes, int seconds, Half half)
{
    if (hours > 23 || minutes > 59 || seconds > 59) return {};
    const int more = half == Half::Afternoon && hours < 12 ? 12 : 0;
    return kHour * (hours + more) + kMinute * minutes + seconds;
}

// 16:40, 16:40:30, and what else they may mean.
std::optional<SaidTime> withColons(Scanner& scanner, int first, Half half)
{
    const auto second = scanner.number();
    if (!second || *second > 59) return {};
    std::optional<int> third;
    if (scanner.eat(":")) {
        third = scanner.number();
        if (!third || *third > 59) return {};
    }
    if (half == Half::Unsaid) half = halfOf(scanner);
    SaidTime time{dayTime(first, *second, third.value_or(0), half), {}};
    if (half == Half::Unsaid)
        time.after = third ? kHour * first + kMinute * *second + *third : kMinute * first + *second;
    if (!time.clock && !time.after) return {};
    return time;
}

// 16时40分30秒, 4点半; the hour is read.
std::optional<SaidTime> withHours(Scanner& scanner, int hours, Half half)
{
    if (scanner.eat("半")) return SaidTime{dayTime(hours, 30, 0, half), {}};
    const int minutes = scanner.number().value_or(0);
    scanner.eat("分");
    const int seconds = scanner.number().value_or(0);
    scanner.eat("秒");
    const auto clock = dayTime(hours, minutes, seconds, half);
    return clock ? std::optional(SaidTime{clock, {}}) : std::nullopt;
}

// 1分30秒, 5分钟, 5 min; the minutes are read.
std::optional<SaidTime> withMinutes(Scanner& scanner, int minutes)
{
    scanner.eat("钟");
    const int seconds = scanner.number().value_or(0);
    scanner.eat("秒", "s");
    if (seconds > 59) return {};
    return SaidTime{{}, kMinute * minutes + seconds};
}

std::optional<SaidTime> scan(Scanner& scanner)
{
    const Half half = halfOf(scanner);
    const auto first = scanner.number();
    if (!first) return {};
    if (scanner.eat(":")) return withColons(scanner, *first, half);
    if (scanner.eat("时", "点钟", "点")) return withHours(scanner, *first, half);
    if (half != Half::Unsaid) return {};
    if (scanner.eat("分", "minutes", "min")) return withMinutes(scanner, *first);
    scanner.eat("秒", "seconds", "sec", "s");
    return SaidTime{{}, static_cast<double>(*first)};
}

enum class Meaning { Clock, After, Unknown };

// The earliest of the times of day that may be meant, by index; nothing: there is none.
std::optional<std::size_t> earliestOf(const std::vector<SaidTime>& said)
{
    std::optional<std::size_t> earliest;
    for (std::size_t i = 0; i < said.size(); ++i)
        if (said[i].clock && (!earliest || *said[i].clock < *said[*earliest].clock)) earliest = i;
    return earliest;
}

Meaning meaningOf(const std::vector<SaidTime>& said, std::optional<std::size_t> earliest)
{
    if (std::ranges::any_of(said, [](const SaidTime& one) { return !one.after; })) return Meaning::Clock;
    if (std::ranges::any_of(said, [](const SaidTime& one) { return !one.clock; })) return Meaning::After;
    if (!earliest || *said[*earliest].clock < kFirstRelease) return Meaning::After;
    return *said[*earliest].clock >= kEarlyDay ? Meaning::Clock : Meaning::Unknown;
}

void takeClock(TimesReading& reading, const std::vector<SaidTime>& said, double bell)
{
    reading.times.bell = bell;
    for (std::size_t i = 0; i < said.size(); ++i) {
        const SaidTime& one = said[i];
        const double seconds = one.clock ? *one.clock - bell : *one.after;
        reading.times.seconds.push_back(seconds);
        if (seconds < 0.0)
            reading.doubts.push_back(
                {i, {"today.before_bell", {clockText(*one.clock), clockText(bell)}}, {"today.before_bell.mend", {}}});
    }
}

}

std::optional<SaidTime> readTime(std::string_view text)
{
    const std::string plain = folded(text);
    Scanner scanner(plain);
    const auto time = scan(scanner);
    return scanner.atEnd() ? time : std::nullopt;
}

std::optional<double> readClock(std::string_view text)
{
    const auto time = readTime(text);
    return time ? time->clock : std::nullopt;
}

std::string clockText(double seconds)
{
    const int whole = static_cast<int>(std::lround(std::fmod(seconds, 24.0 * kHour)));
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

TimesReading meantTimes(const std::vector<SaidTime>& said, std::optional<double> bell)
{
    TimesReading reading;
    const auto earliest = earliestOf(said);
    if (bell) {
        takeClock(reading, said, *bell);
        return reading;
    }
    const Meaning meaning = meaningOf(said, earliest);
    if (meaning == Meaning::Unknown) {
        reading.doubts.push_back({*earliest, {"today.two_meanings", {}}, {"today.two_meanings.mend", {}}});
        return reading;
    }
    if (meaning == Meaning::After) {
        for (const SaidTime& one : said) reading.times.seconds.push_back(one.after.value_or(0.0));
        return reading;
    }
    for (std::size_t i = 0; i < said.size(); ++i)
        if (!said[i].clock) reading.doubts.push_back({i, {"today.mixed_times", {}}, {"today.mixed_times.mend", {}}});
    if (reading.doubts.empty()) takeClock(reading, said, *said[*earliest].clock);
    return reading;
}

}
