#include "sim/record/drill_plan.hpp"

#include "sim/record/record_words.hpp"

#include <algorithm>

namespace stairwise {
namespace {

bool lacks(const std::vector<SaidPair>& pairs)
{
    return pairs.empty() || std::ranges::any_of(pairs, [](const SaidPair& pair) { return pair.text.empty(); });
}

bool hasAssisted(const DrillPlan& plan)
{
    return std::ranges::any_of(plan.derived.participants, [](const PlannedClass& one) { return one.assisted > 0; });
}

bool hasArea(const DrillPlan& plan)
{
    return std::ranges::any_of(plan.derived.participants, [](const PlannedClass& one) { return !one.area.empty(); });
}

}

std::string_view codeOf(DrillKind kind)
{
    return wordFor(kDrillKindWords, kind);
}

std::string_view keyOf(DrillKind kind)
{
    constexpr std::string_view kKeys[] = {"plan.kind.fire",       "plan.kind.earthquake", "plan.kind.stampede",
                                          "plan.kind.school_bus", "plan.kind.security",   "plan.kind.other"};
    return kKeys[static_cast<std::size_t>(kind)];
}

std::optional<DrillKind> drillKindOf(std::string_view code)
{
    return valueFor(kDrillKindWords, code);
}

std::vector<std::string_view> notKnown(const DrillPlan& plan)
{
    const SaidOfDrill& said = plan.said;
    std::vector<std::string_view> missing;
    const auto want = [&](bool there, std::string_view key) {
        if (!there) missing.push_back(key);
    };
    want(!said.number.empty(), "plan.number");
    want(!said.author.empty(), "plan.author");
    want(!said.reviewer.empty(), "plan.reviewer");
    want(!said.principal.empty(), "plan.principal");
    want(said.date.has_value(), "plan.date");
    want(!said.time.empty(), "plan.time");
    want(!said.place.empty(), "plan.place");
    want(!said.scope.empty(), "plan.scope");
    want(!said.purpose.empty(), "plan.purpose");
    want(!said.commander.empty(), "plan.commander");
    want(!said.signal.empty(), "plan.signal");
    want(!said.notice.empty(), "plan.notice");
    want(!said.phases.empty() && std::ranges::all_of(said.phases, [](const Phase& p) { return p.seconds.has_value(); }),
         "plan.phases");
    want(!said.teams.empty() && std::ranges::none_of(said.teams, [](const Team& t) { return t.leader.empty(); }),
         "plan.teams");
    want(!lacks(said.wardens), "plan.wardens");
    want(hasArea(plan), "plan.area");
    want(!lacks(said.places), "plan.places");
    want(!hasAssisted(plan) || !lacks(said.helpers), "plan.helpers");
    want(!lacks(said.equipment), "plan.equipment");
    want(!lacks(said.answers), "plan.answers");
    want(plan.simulated.clearance.median.has_value(), "plan.clearance");
    return missing;
}

}
