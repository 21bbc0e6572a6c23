#include "sim/cli/replan.hpp"

#include "sim/base/system.hpp"
#include "sim/cli/plan_file.hpp"
#include "sim/report/replan_report.hpp"
#include "sim/school/class_names.hpp"
#include "sim/stagger/clock_times.hpp"
#include "sim/stagger/hand_loads.hpp"
#include "sim/stagger/loads_file.hpp"
#include "sim/stagger/stagger.hpp"
#include "sim/stagger/way_names.hpp"

#include <chrono>
#include <cstdio>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

// Counted from the bell, or the time of day where it is known when the bell rings.
std::optional<double> momentOf(const std::string& text, const std::optional<double>& bell)
{
    const auto said = readTime(text);
    if (!said) return std::nullopt;
    if (said->clock && bell && *said->clock >= *bell) return *said->clock - *bell;
    return said->after;
}

std::optional<std::size_t> classNamed(const School& school, const std::string& text)
{
    const SchoolClass* found = findClass(school, ClassId{text});
    if (found == nullptr) {
        const auto name = readClassName(text, school.code.kind);
        if (name) found = findClass(school, *name);
    }
    if (found == nullptr) return std::nullopt;
    return static_cast<std::size_t>(found - school.classes.data());
}

Fault unknown(const char* option, std::string_view what, const std::string& name)
{
    return {{}, option, {what, {name}}, {"stagger.replan.unknown.mend", {}}};
}

Result<std::vector<StairId>> stairsNamed(const WayNames& names, const std::vector<std::string>& texts,
                                         const char* option)
{
    std::vector<StairId> stairs;
    for (const std::string& text : texts) {
        const auto found = names.find(text, WayKind::Stair);
        if (found.size() != 1) return unknown(option, "stagger.replan.no_stair", text);
        stairs.push_back(found.front().stair);
    }
    return stairs;
}

Result<ReplanAsk> askOf(const School& school, const Walkable& walkable, const StaggerRules& rules,
                        const ReplanWords& words)
{
    ReplanAsk ask;
    const auto now = momentOf(words.now, rules.bell);
    if (!now) return Fault{{}, "--now", {"stagger.replan.no_time", {words.now}}, {"stagger.replan.no_time.mend", {}}};
    ask.now = *now;
    if (rules.changePrice > 0.0) ask.changePrice = rules.changePrice;
    for (const std::string& word : words.late) {
        const auto equals = word.rfind('=');
        const auto seconds = equals == std::string::npos ? std::nullopt : momentOf(word.substr(equals + 1), {});
        if (!seconds)
            return Fault{{}, "--late", {"stagger.replan.no_late", {word}}, {"stagger.replan.no_late.mend", {}}};
        const auto found = classNamed(school, word.substr(0, equals));
        if (!found) return unknown("--late", "stagger.no_class", word.substr(0, equals));
        ask.late.push_back({*found, *seconds});
    }
    const WayNames names(school, walkable);
    auto shut = stairsNamed(names, words.shut, "--shut");
    if (!shut) return shut.fault();
    auto unattended = stairsNamed(names, words.unattended, "--unattended");
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
    const Walkable walkable = walkableOf(input.school);
    const auto ask = askOf(input.school, walkable, rules, words);
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
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const ReplanTold told{input.school,         walkable,  rules,   ask.value(),   timetable, made.value(),
                          loads.value().second, words.out, seconds, shell.language};
    std::printf("%s", words.json ? replanJson(told).c_str() : replanText(told).c_str());
    return made.value().broken.empty() ? kGood : kFindings;
}

}
