#include "sim/cli/watching.hpp"

#include "sim/base/system.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>

namespace stairwise {
namespace {

using Clock = std::chrono::steady_clock;

std::string clock(double seconds)
{
    const auto whole = static_cast<long>(std::floor(seconds));
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

/// How fast a piece of work goes. What was done before it began tells nothing of that.
struct Pace {
    Clock::time_point begin = Clock::now();
    std::optional<double> before; // share that the first report tells, where that is one of work done earlier

    [[nodiscard]] double left(const ProgressReport& report)
    {
        const double spent = std::chrono::duration<double>(Clock::now() - begin).count();
        if (!before) before = spent < 1.0 ? report.fraction : 0.0;
        const double since = report.fraction - *before;
        return since > 0.0 && report.fraction > 0.02 ? spent / since * (1.0 - report.fraction) : 0.0;
    }
};

}

Progress progressLine(const Shell& shell, Counting what)
{
    if (!isTerminal(2)) return {};
    return [shell, pace = Pace{}, what](const ProgressReport& report) mutable {
        const std::string percent = fmt::format("{:.0f}", 100.0 * report.fraction);
        const std::string finished = std::to_string(report.done);
        const std::string all = std::to_string(report.total);
        const std::string rest = fmt::format("{:.0f}", pace.left(report));
        const std::string text =
            what == Counting::Runs
                ? say({"cli.progress.runs", {percent, finished, all, rest}}, shell.language)
                : say({"cli.progress", {percent, clock(report.simulatedSeconds), finished, all, rest}}, shell.language);
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
        std::fflush(stderr);
    };
}

void clearProgressLine()
{
    if (isTerminal(2)) std::fprintf(stderr, "\r\033[K");
}

}
