#include "sim/cli/replan.hpp"

#include "sim/base/clock.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/plan_file.hpp"
#include "sim/report/replan_report.hpp"
#include "sim/stagger/hand_loads.hpp"
#include "sim/stagger/loads_file.hpp"
#include "sim/stagger/stagger.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

std::optional<double> numberOf(std::string_view text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0.0 && value <= 86400.0 ? std::optional(value) : std::nullopt;
}

// "150", "2:30".
std::optional<double> secondsOf(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return numberOf(text);
    const auto whole = numberOf(text.substr(0, colon));
    const auto rest = numberOf(text.substr(colon + 1));
    const bool good = whole && rest && text.size() == colon + 3 && *rest < 60.0;
    return good ? std::optional(60.0 * *whole + *rest) : std::nullopt;
}

// The same, or the time of day where it is known when the bell rings.
std::optional<double> momentOf(std::string_view text, const std::optional<double>& bell)
{
    const auto clock = bell ? clockSeconds(text) : std::nullopt;
    if (!clock) return secondsOf(text);
    return *clock >= *bell ? std::optional(*clock - *bell) : std::nullopt;
}

std::optional<std::size_t> classNamed(const School& school, const std::string& name)
{
    for (std::size_t c = 0; c < school.classes.size(); ++c)
        if (school.classes[c].id.value == name || school.classes[c].name == name) return c;
    return std::nullopt;
}

Fault unknown(const char* option, std::string_view what, const std::string& name)
{
    return {{}, option, {what, {name}}, {"stagger.replan.unknown.mend", {}}};
}

Result<std::vector<StairId>> stairsNamed(const School& school, const std::vector<std::string>& names,
                                         const char* option)
{
    std::vector<StairId> stairs;
    for (const std::string& name : names) {
        std::optional<StairId> found;
        for (const Building& building : school.buildings)
            for (const Stair& stair : building.stairs)
                if (stair.id.value == name || (!found && stair.name == name)) found = stair.id;
        if (!found) return unknown(option, "stagger.replan.no_stair", name);
        stairs.push_back(*found);
    }
    return stairs;
}

Result<ReplanAsk> askOf(const School& school, const StaggerRules& rules, const ReplanWords& words)
{
    ReplanAsk ask;
    const auto now = momentOf(words.now, rules.bell);
    if (!now) return Fault{{}, "--now", {"stagger.replan.no_time", {words.now}}, {"stagger.replan.no_time.mend", {}}};
    ask.now = *now;
    if (rules.changePrice > 0.0) ask.changePrice = rules.changePrice;
    for (const std::string& word : words.late) {
        const auto equals = word.rfind('=');
        const auto seconds = equals == std::string::npos ? std::nullopt : secondsOf(word.substr(equals + 1));
        if (!seconds)
            return Fault{{}, "--late", {"stagger.replan.no_late", {word}}, {"stagger.replan.no_late.mend", {}}};
        const auto found = classNamed(school, word.substr(0, equals));
        if (!found) return unknown("--late", "stagger.no_class", word.substr(0, equals));
        ask.late.push_back({*found, *seconds});
    }
    auto shut = stairsNamed(school, words.shut, "--shut");
    if (!shut) return shut.fault();
    auto unattended = stairsNamed(school, words.unattended, "--unattended");
    if (!unattended) return unattended.fault();
    ask.shut = std::move(shut).value();
    ask.unattended = std::move(unattended).value();
    return ask;
}

// What the search left beside the plan; by hand where there is nothing, or it is of another plan.
Result<std::pair<Packing, LoadsFrom>> loadsFor(const std::string& plan, const Case& input, const StaggerRules& rules,
                                               const Timetable& timetable)
{
    const fs::path file = loadsBeside(plan);
    std::error_code error;
    if (fs::exists(file, error)) {
        auto loads = readLoads(file, input.school);
        if (!loads) return loads.fault();
        if (knowsWays(loads.value(), timetable)) {
            takeRules(loads.value().problem, input.school, rules);
            return std::pair{std::move(loads).value(), LoadsFrom::Walked};
        }
    }
    auto loads = handLoads(input.school, input.scenario, timetable, rules, loadLimitOf(rules, input.scenario));
    if (!loads) return loads.fault();
    return std::pair{std::move(loads).value(), LoadsFrom::Hand};
}

}

int replan(const std::string& plan, const Case& input, const StaggerRules& rules, const ReplanWords& words,
           const Shell& shell)
{
    const auto begin = std::chrono::steady_clock::now();
    if (const Done out = leadsOut(input.scenario); !out) return refuse(out.fault(), shell);
    if (const Done may = mayWritePlan(words.out, "--out", plan, input.scenario); !may)
        return refuse(may.fault(), shell);
    if (const Done known = checkRules(rules, input.school); !known) return refuse(known.fault(), shell);
    const auto ask = askOf(input.school, rules, words);
    if (!ask) return refuse(ask.fault(), shell);
    const Timetable timetable = timetableOf(input.school, input.scenario);
    const auto loads = loadsFor(plan, input, rules, timetable);
    if (!loads) return refuse(loads.fault(), shell);
    const auto made = replanned(input.school, timetable, loads.value().first, rules, ask.value());
    if (!made) return refuse(made.fault(), shell);
    if (!words.out.empty()) {
        const Scenario scenario = withReplan(input.school, input.scenario, made.value(), ask.value());
        if (const Done written = writePlan(words.out, plan, scenario); !written) return refuse(written.fault(), shell);
    }
    const Walkable walkable = walkableOf(input.school);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const ReplanTold told{input.school,         walkable,  rules,   ask.value(),   timetable, made.value(),
                          loads.value().second, words.out, seconds, shell.language};
    std::printf("%s", words.json ? replanJson(told).c_str() : replanText(told).c_str());
    return made.value().broken.empty() ? kGood : kFindings;
}

}
