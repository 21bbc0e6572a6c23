#include "sim/scenario/scenario_file.hpp"
#include "sim/scenario/scenario_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

Finding noEffect(std::string place, std::string_view value)
{
    Finding finding;
    finding.rule = "scenario.no_effect";
    finding.what = {"scenario.no_effect", {place, std::string(value)}};
    finding.mend = {"scenario.no_effect.mend", {}};
    finding.element = std::move(place);
    return finding;
}

}

std::vector<Finding> withoutEffect(const Scenario& scenario)
{
    std::vector<Finding> findings;
    const bool inward =
        scenario.situation == Situation::Arrival || scenario.situation == Situation::ReturnFromPlayground;
    if (inward) findings.push_back(noEffect("situation", wordFor(kSituationWords, scenario.situation)));
    if (scenario.takeCover != 0.0 && scenario.situation != Situation::Earthquake)
        findings.push_back(noEffect("takeCover", fmt::format("{} s", scenario.takeCover)));
    if (scenario.lighting != Lighting::Normal && scenario.model == Model::Hydraulic)
        findings.push_back(noEffect("lighting", wordFor(kLightingWords, scenario.lighting)));
    if (scenario.model == Model::Hydraulic) {
        const auto model = wordFor(kModelWords, scenario.model);
        if (scenario.motivation != Motivation::Walk) findings.push_back(noEffect("motivation", model));
        if (!scenario.profiles.empty()) findings.push_back(noEffect("profiles", model));
        if (scenario.assisted != Assistance{}) findings.push_back(noEffect("assisted", model));
        if (std::ranges::any_of(scenario.releases, [](const Release& release) { return release.files != 0; }))
            findings.push_back(noEffect("releases[].files", model));
        if (std::ranges::any_of(scenario.events, [](const Event& event) { return !opensOrShuts(event); }))
            findings.push_back(noEffect("events[]", model));
        if (!scenario.wardens.empty()) findings.push_back(noEffect("wardens", model));
    }
    for (std::size_t i = 0; i < scenario.releases.size(); ++i) {
        const Release& release = scenario.releases[i];
        if (release.teacher == TeacherPlace::Head && release.files == 0)
            findings.push_back(noEffect(fmt::format("releases[{}].teacher", i), "head"));
        if (release.over > 0.0 && release.files > 0)
            findings.push_back(noEffect(fmt::format("releases[{}].over", i), fmt::format("{} s", release.over)));
        const std::string rule = fmt::format("releases[{}].rule", i);
        if (release.choice != RouteChoice::Given && release.rule != RouteRule{})
            findings.push_back(noEffect(rule, wordFor(kRouteChoiceWords, release.choice)));
        else if (!release.rule.doors.empty())
            findings.push_back(noEffect(rule + ".doors", fmt::format("{}", release.rule.doors.size())));
    }
    return findings;
}

}
