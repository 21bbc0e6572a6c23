#include "sim/cli/today.hpp"

#include "sim/run/setting.hpp"
#include "sim/stagger/clock_times.hpp"
#include "sim/stagger/today_plan.hpp"

namespace stairwise {

Result<std::optional<double>> bellAsked(const std::string& text)
{
    if (text.empty()) return std::optional<double>{};
    const auto bell = readClock(text);
    if (!bell) return Fault{"", "--bell", {"cli.no_bell", {text}}, {"cli.no_bell.mend", {}}};
    return std::optional(*bell);
}

int takeToday(const std::string& file, Case& input, std::optional<double>& bell, const Shell& shell)
{
    constexpr std::size_t kMostFaults = 50; // assumed: more are one mistake made over and over
    const Setting setting = settingOf(input.school, input.scenario);
    const TodayReading reading = readToday(file, {input.school, input.scenario, setting, bell});
    for (std::size_t i = 0; i < std::min(reading.faults.size(), kMostFaults); ++i)
        static_cast<void>(refuse(reading.faults[i], shell));
    if (reading.faults.size() > kMostFaults)
        static_cast<void>(refuse({file,
                                  "",
                                  {"cli.more_faults", {std::to_string(reading.faults.size() - kMostFaults)}},
                                  {"cli.more_faults.mend", {}}},
                                 shell));
    if (!reading.faults.empty()) return kBadInput;
    input.scenario = withToday(input.school, input.scenario, reading.plan);
    bell = reading.plan.bell;
    return kGood;
}

std::string todayHeading(const std::string& file, std::optional<double> bell, const Shell& shell)
{
    if (!bell) return say({"stagger.today_from", {file}}, shell.language);
    return say({"stagger.today_from_bell", {file, clockText(*bell)}}, shell.language);
}

}
