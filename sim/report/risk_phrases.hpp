#pragma once

#include "sim/report/phrases.hpp"
#include "sim/risk/risk_points.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// Risk points in words.

struct NamedPoint {
    std::string place; // "Stair B, storeys 1 to 2, flight 1, lower half"
    std::string storey;
    std::vector<std::string> classes; // by name, with their share, the largest first
    std::vector<std::string> why;     // one sentence for each cause
    std::vector<std::string> help;    // what would help, in the same order, none twice
    RiskPoint point;
};

[[nodiscard]] std::string pointName(const School& school, const Walkable& walkable, const RiskPoint& point,
                                    Language language);
/// "released_together", "merging", …: for programs.
[[nodiscard]] const char* codeOf(RiskCause cause);
[[nodiscard]] std::string causeText(const School& school, const Walkable& walkable, const FoundCause& cause,
                                    Language language);
[[nodiscard]] std::string helpText(RiskCause cause, Language language);
/// "5 black", and the number behind it: "214 person-seconds above 6.5 persons/m²".
[[nodiscard]] std::string rankName(int rank, Language language);
[[nodiscard]] std::string rankReason(const RiskPoint& point, const RiskLimits& limits, Language language);
/// "density", "rail": for programs.
[[nodiscard]] const char* codeOf(RankedBy by);

/// Everything of a result that has a name for people.
struct ResultNames {
    std::vector<NamedPlace> places;
    std::vector<NamedPoint> points;
    std::vector<std::string> loads; // as RunResult::loads
};
[[nodiscard]] ResultNames namesOf(const RunResult& result, const School& school, const Walkable& walkable,
                                  Language language);

[[nodiscard]] std::vector<NamedPoint> namedPoints(const RunResult& result, const School& school,
                                                  const Walkable& walkable, Language language);

}
