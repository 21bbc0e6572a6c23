#include "sim/report/posts_report.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

Json number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? Json(std::round(*value * 1000.0) / 1000.0) : Json(nullptr);
}

const char* codeOf(PostsEnd end)
{
    constexpr const char* kCodes[] = {"all_placed", "little_gain", "no_risk", "no_place", "stopped"};
    return kCodes[static_cast<std::size_t>(end)];
}

const char* codeOf(DutyKind kind)
{
    constexpr const char* kCodes[] = {"gate", "place", "stair"};
    return kCodes[static_cast<std::size_t>(kind)];
}

Json trialJson(const PostTrial& trial)
{
    return {{"person_seconds_above_5", number(trial.risk)},
            {"on_stairs", number(trial.onStairs)},
            {"clearance_s", number(trial.clearance)},
            {"runs", trial.runs},
            {"not_empty", trial.notEmpty},
            {"rank", trial.rank}};
}

Json changeJson(const PostsReport& report, const std::optional<PlaceChange>& change, Language language)
{
    if (!change) return nullptr;
    return {{"place", report.walkable.surfaces[change->typical.surface].element},
            {"name", pointName(report.school, report.walkable, change->typical, language)},
            {"before", number(change->before)},
            {"after", number(change->after)}};
}

Json postJson(const PostsReport& report, const StairPost& post, Language language)
{
    return {
        {"stair", post.stair.value}, {"storey", post.storey.value}, {"name", nameOf(report.school, post, language)}};
}

Json chosenJson(const PostsReport& report, std::size_t i, Language language)
{
    const ChosenPost& chosen = report.result.chosen[i];
    Json json = postJson(report, chosen.post, language);
    json["tried"] = chosen.tried;
    json["with"] = trialJson(chosen.with);
    json["lowered"] = changeJson(report, chosen.lowered, language);
    json["raised"] = changeJson(report, chosen.raised, language);
    json["absent"] = nullptr;
    if (i < report.result.absences.size()) {
        const Absence& absence = report.result.absences[i];
        json["absent"] = {{"empty", trialJson(absence.empty)},
                          {"covered_by", absence.from ? Json(*absence.from + 1) : Json(nullptr)},
                          {"covered", absence.from ? number(absence.covered) : Json(nullptr)}};
    }
    return json;
}

Json rotaJson(const PostsReport& report, Language language)
{
    Json rota = Json::array();
    for (std::size_t week = 0; week < report.rota.size(); ++week)
        for (std::size_t p = 0; p < report.duties.size(); ++p)
            rota.push_back({{"week", week + 1},
                            {"kind", codeOf(report.duties[p].kind)},
                            {"post", nameOf(report.school, report.duties[p], language)},
                            {"name", report.rota[week][p]}});
    return rota;
}

}

std::string postsJson(const PostsReport& report, Language language)
{
    const PostsResult& result = report.result;
    Json json = {{"format", "stairwise-posts"},
                 {"version", 1},
                 {"kind", "simulated"},
                 {"school", report.school.name},
                 {"school_hash", hashOf(report.school).hex()},
                 {"scenario", report.scenario.name},
                 {"scenario_hash", hashOf(report.scenario).hex()},
                 {"engine", kEngineNumber},
                 {"seed", report.scenario.seed},
                 {"seeds", report.ask.seeds},
                 {"teachers", report.ask.teachers},
                 {"chosen_by", report.ask.by == RiskCounted::OnStairs ? "on_stairs" : "everywhere"},
                 {"least_gain", number(report.ask.leastGain)},
                 {"meter", number(kUsualMeter)},
                 {"ended", codeOf(result.end)},
                 {"runs", result.walked},
                 {"wall_s", number(result.wallSeconds)},
                 {"without", result.without.runs > 0 ? trialJson(result.without) : Json(nullptr)}};
    json["posts"] = Json::array();
    for (std::size_t i = 0; i < result.chosen.size(); ++i) json["posts"].push_back(chosenJson(report, i, language));
    json["next"] = nullptr;
    if (result.next) {
        json["next"] = postJson(report, result.next->posts.back(), language);
        json["next"]["with"] = trialJson(*result.next);
    }
    json["rota"] = rotaJson(report, language);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}
