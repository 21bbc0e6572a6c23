#pragma once

#include "sim/base/finding.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/result.hpp"
#include "sim/scenario/scenario.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The scenario file *.scenario.json: canonical JSON, schema in scenarios/schema/scenario.schema.json.
inline constexpr int kScenarioVersion = 1;

[[nodiscard]] Result<Scenario> readScenario(const std::filesystem::path& path);
[[nodiscard]] Result<Scenario> parseScenario(std::string_view text, const std::string& name);
[[nodiscard]] std::string formatScenario(const Scenario& scenario);
[[nodiscard]] Digest hashOf(const Scenario& scenario);

/// A scenario with the school it names.
struct Case {
    School school;
    Scenario scenario;
};
/// Reads both and checks the one against the other: classes, doors, stairs and storeys that do not exist, a route
/// through a door that is locked all the time.
[[nodiscard]] Result<Case> readCase(const std::filesystem::path& scenarioPath);
[[nodiscard]] Done checkAgainst(const Scenario& scenario, const School& school, const std::string& name);

/// The scenario without what the school does not have (any more): releases of classes that are gone, ways over a stair
/// that is gone, its closing. What named only what is gone goes itself, so that it does not speak for everybody.
[[nodiscard]] Scenario withoutWhatIsGone(Scenario scenario, const School& school);

/// Fields that have no effect yet are said, never silently ignored.
[[nodiscard]] std::vector<Finding> withoutEffect(const Scenario& scenario);

}
