// Pupils through a door of 1.0 m, grade by grade, beside adults. Measured: doors pass more of a population rich in
// children (3.31 persons per metre and second, Daamen and Hoogendoorn 2012) than of adults (1.9 ± 0.3), and in a drill
// of 295 pupils the flow depended on age.
#include "sim/validate/door_flow.hpp"
#include "sim/validate/experiments.hpp"
#include "sim/validate/phrasing.hpp"

namespace stairwise {
namespace {

constexpr double kMeasuredMost = 3.31; // persons per metre and second
constexpr double kWidth = 1.0;
constexpr int kGrades[] = {1, 3, 5, 7, 10, kStaffGrade}; // one of each pair or three of the profiles

Message lineOf(int grade, const Spread& flow)
{
    if (grade == kStaffGrade) return {"experiment.door_by_grade.staff", {figure(flow, 2)}};
    return {"experiment.door_by_grade.grade", {std::to_string(grade), figure(flow, 2)}};
}

Outcome run(const TrialOptions& options)
{
    std::vector<DoorCase> cases;
    for (const int grade : kGrades) cases.push_back({kWidth, 0.2, 0.575, peopleFor(kWidth), grade});
    const auto flows = flowsOf(cases, options);
    Outcome outcome;
    outcome.verdict = flows.back().median > 0.0 ? Verdict::Pass : Verdict::Fail;
    for (std::size_t g = 0; g < cases.size(); ++g) {
        outcome.details.push_back(lineOf(kGrades[g], flows[g]));
        const double specific = flows[g].median / kWidth;
        if (flows[g].median < flows.back().median || specific > kMeasuredMost) outcome.verdict = Verdict::Fail;
    }
    outcome.got = {"experiment.door_by_grade.got",
                   {figure(flows.front(), 2), figure(flows.back(), 2), std::to_string(options.seeds)}};
    return outcome;
}

}

Trial doorByGradeTrial()
{
    return {"E3",
            {"experiment.door_by_grade", {}},
            {"experiment.door_by_grade.asked", {}},
            "Daamen and Hoogendoorn 2012",
            run};
}

}
