#pragma once

#include "sim/base/system.hpp"
#include "sim/picture/picture.hpp"
#include "sim/report/pictures.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/stagger/comparison.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// Two plans side by side on paper.

/// One of the two, with a run of it for names and maps.
struct ComparedPlan {
    std::string file; // of the scenario, as it was named
    const School& school;
    const Walkable& walkable;
    const EnsembleResult& ensemble;
    const RunResult& one;
};
struct NamedComparison {
    const Comparison& comparison;
    const ComparedPlan& a;
    const ComparedPlan& b;
    std::vector<std::string> names; // as Comparison::figures
};
[[nodiscard]] NamedComparison namedComparison(const Comparison& comparison, const ComparedPlan& a,
                                              const ComparedPlan& b, Language language);

/// "clearance", "risk", "class", "stair", "exit", "place": for programs.
[[nodiscard]] const char* codeOf(Compared what);
/// "less in B", "more in B", "no difference shown"; empty where one of the two has no such figure.
[[nodiscard]] std::string verdictOf(const ComparedFigure& figure, Language language);

/// For a terminal.
[[nodiscard]] std::string comparisonText(const NamedComparison& comparison, Language language);
/// One row a figure.
[[nodiscard]] std::string differencesCsv(const NamedComparison& comparison, Language language);
[[nodiscard]] std::string comparisonJson(const NamedComparison& comparison, Language language);

/// Who is out over time, both plans, each with its band of 10 to 90 of 100 runs.
[[nodiscard]] Picture outPicture(const NamedComparison& comparison, Language language);
/// Greatest density of a storey, A to the left and B to the right; a storey that only one has stands alone.
[[nodiscard]] std::vector<StoreyPicture> densityPairs(const NamedComparison& comparison, Language language);

/// compare.json, differences.csv, runs_a.csv, runs_b.csv, and the pictures.
[[nodiscard]] Done writeComparison(const NamedComparison& comparison, const Staging& staging, Language language);
/// Refused: a folder that holds the comparison of other plans (by their names).
[[nodiscard]] Done mayReplaceComparison(const std::filesystem::path& folder, const Case& a, const Case& b);

}
