#pragma once

#include "editor/model/document.hpp"
#include "editor/model/running.hpp"
#include "sim/report/phrases.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What is remembered of the last run of each scenario, so that scenarios can be compared.
struct KeptRun {
    struct Passage {
        std::string id;
        std::string name;
        std::optional<double> last; // seconds; nothing: nobody came by
    };
    std::string file; // of the scenario
    std::shared_ptr<const School> school;
    Scenario scenario; // as both were
    int people = 0;
    int evacuated = 0;
    std::optional<double> clearance; // seconds
    std::optional<double> bound;     // the least possible, seconds
    std::vector<Passage> passages;   // stairs, then exits
    std::shared_ptr<const Walkable> walkable;
    std::optional<CrowdedPlace> worst; // on it; nothing: nowhere above the limit
};
/// Takes the place of the earlier run of that scenario. Nothing where the run gave no result.
void keepRun(std::vector<KeptRun>& kept, const RunOutcome& outcome);
/// The school was drawn or the scenario set otherwise since.
[[nodiscard]] bool outOfDate(const KeptRun& run, const Document& now);
[[nodiscard]] std::optional<NamedPlace> mostCrowded(const KeptRun& run, Language language);

}
