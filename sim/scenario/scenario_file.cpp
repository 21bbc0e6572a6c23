#include "sim/scenario/scenario_file.hpp"

#include "sim/base/system.hpp"
#include "sim/scenario/migrations.hpp"
#include "sim/scenario/scenario_read.hpp"
#include "sim/school/school_file.hpp"

namespace stairwise {

Result<Scenario> readScenario(const std::filesystem::path& path)
{
    const auto text = readFile(path, kLargestFile);
    if (!text) return text.fault();
    return parseScenario(text.value(), path.string());
}

Result<Scenario> parseScenario(std::string_view text, const std::string& name)
{
    auto values = parseJson(text, name);
    if (!values) return values.fault();
    const auto current = currentVersion(std::move(values).value(), "stairwise-scenario", kScenarioMigrations, name);
    if (!current) return current.fault();
    JsonFaults faults{name, {}};
    Scenario scenario;
    readScenario(JsonPlace(current.value(), faults), scenario);
    if (faults.first) return std::move(*faults.first);
    return scenario;
}

Digest hashOf(const Scenario& scenario)
{
    return digestOf(formatScenario(scenario));
}

Result<Case> readCase(const std::filesystem::path& scenarioPath)
{
    auto scenario = readScenario(scenarioPath);
    if (!scenario) return scenario.fault();
    const std::string name = scenarioPath.string();
    const auto schoolPath = scenarioPath.parent_path() / scenario.value().school;
    std::error_code error;
    if (!std::filesystem::is_regular_file(schoolPath, error))
        return Fault{
            name, "school", {"scenario.school_missing", {schoolPath.string()}}, {"scenario.school_missing.mend", {}}};
    auto school = readSchool(schoolPath);
    if (!school) return school.fault();
    if (const Done checked = checkAgainst(scenario.value(), school.value(), name); !checked) return checked.fault();
    return Case{std::move(school).value(), std::move(scenario).value()};
}

}
