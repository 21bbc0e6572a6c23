#include "sim/report/summary.hpp"

#include "sim/report/both.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/risk_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    if (!std::isfinite(value)) return nullptr;
    const double rounded = std::round(value * 1000.0) / 1000.0;
    return rounded == 0.0 ? Json(0.0) : Json(rounded);
}

Json number(std::optional<double> value)
{
    return value ? number(*value) : Json(nullptr);
}

Json identity(const RunResult& result)
{
    return {{"school", result.school},
            {"scenario", result.scenario},
            {"seed", result.seed},
            {"engine", kEngineNumber},
            {"school_hash", result.schoolHash.hex()},
            {"scenario_hash", result.scenarioHash.hex()},
            {"walkable_hash", result.walkableHash.hex()}};
}

Json paceOf(const Pace& pace)
{
    return {{"level_speed", number(pace.levelSpeed)},
            {"slope_speed_down", number(pace.slopeSpeedDown)},
            {"slope_speed_up", number(pace.slopeSpeedUp)},
            {"door_flow", number(pace.doorFlow)},
            {"stair_flow", number(pace.stairFlow)}};
}

Json classesOf(const std::vector<ClassResult>& classes)
{
    Json list = Json::array();
    for (const ClassResult& c : classes)
        list.push_back({{"id", c.id},
                        {"name", c.name},
                        {"people", c.people},
                        {"out", c.out},
                        {"released_s", number(c.released)},
                        {"first_left_s", number(c.firstLeft)},
                        {"room_clear_s", number(c.roomClear)},
                        {"last_out_s", number(c.lastOut)},
                        {"assembled_s", number(c.assembled)}});
    return list;
}

Json passagesOf(const std::vector<PassageResult>& passages)
{
    Json list = Json::array();
    for (const PassageResult& p : passages)
        list.push_back({{"id", p.id},
                        {"name", p.name},
                        {"width_m", number(p.width)},
                        {"passed", p.passed},
                        {"first_s", number(p.first)},
                        {"last_s", number(p.last)},
                        {"clear_s", number(p.clear)},
                        {"peak_flow", number(p.peakFlow)}});
    return list;
}

Json handPassagesOf(const std::vector<HandPassage>& passages)
{
    Json list = Json::array();
    for (const HandPassage& p : passages)
        list.push_back({{"id", p.times.id},
                        {"passed", p.times.passed},
                        {"first_s", number(p.times.first)},
                        {"last_s", number(p.times.last)},
                        {"clear_s", number(p.times.clear)},
                        {"peak_flow", number(p.times.peakFlow)},
                        {"effective_width_m", number(p.effectiveWidth)},
                        {"most_flow", number(p.mostFlow)},
                        {"binds_from_s", number(p.bindsFrom)},
                        {"binds_until_s", number(p.bindsUntil)},
                        {"longest_queue", p.longestQueue}});
    return list;
}

Json handOf(const HandResult& hand)
{
    Json json = {{"method", "SFPE Handbook 5th ed. ch. 59"},
                 {"clearance_s", number(hand.clearance)},
                 {"assembled_s", number(hand.assembled)}};
    int without = 0;
    for (const auto& [group, people] : hand.withoutWay) without += people;
    json["without_way"] = without;
    Json classes = Json::array();
    for (const HandClass& c : hand.classes)
        classes.push_back({{"id", c.times.id},
                           {"first_left_s", number(c.times.firstLeft)},
                           {"room_clear_s", number(c.times.roomClear)},
                           {"last_out_s", number(c.times.lastOut)},
                           {"assembled_s", number(c.times.assembled)},
                           {"exits", c.exits},
                           {"stairs", c.stairs}});
    json["classes"] = std::move(classes);
    json["stairs"] = handPassagesOf(hand.stairs);
    json["exits"] = handPassagesOf(hand.exits);
    json["times_hash"] = hand.digest.hex();
    return json;
}

Json cappedOf(const CappedResult& capped)
{
    const bool empty = capped.ending == Ending::Empty;
    return {
        {"flow_cap", number(capped.flowCap)},      {"ending", codeOf(capped.ending)},
        {"evacuated", capped.evacuated},           {"clearance_s", empty ? number(capped.clearance) : Json(nullptr)},
        {"assembled_s", number(capped.assembled)}, {"classes", classesOf(capped.classes)},
        {"stairs", passagesOf(capped.stairs)},     {"exits", passagesOf(capped.exits)}};
}

const char* codeOf(Counted what)
{
    constexpr const char* kCodes[] = {"whole", "stair", "exit", "class"};
    return kCodes[static_cast<std::size_t>(what)];
}

Json differencesOf(const RunResult& result, Language language)
{
    constexpr const char* kCauses[] = {"other_way", "way", "people", "flow", "first", "room", "walk"};
    Json list = Json::array();
    for (const Difference& d : result.differences) {
        Json reasons = Json::array();
        for (const Reason& r : d.reasons)
            reasons.push_back({{"cause", kCauses[static_cast<std::size_t>(r.cause)]},
                               {"id", r.id},
                               {"agents", number(r.agents)},
                               {"hand", number(r.hand)},
                               {"text", reasonText(result, r, language)}});
        list.push_back({{"what", codeOf(d.what)},
                        {"id", d.id},
                        {"agents_s", number(d.agents)},
                        {"hand_s", number(d.hand)},
                        {"ratio", number(ratioOf(d.agents, d.hand))},
                        {"reasons", std::move(reasons)}});
    }
    return list;
}

Json limitsOf(const RunResult& result)
{
    constexpr const char* kStates[] = {"held", "imposed", "missed"};
    Json list = Json::array();
    for (const LimitCheck& check : result.limits)
        list.push_back({{"what", codeOf(check.what)},
                        {"id", check.id},
                        {"limit", number(check.limit)},
                        {"uncapped", number(check.uncapped)},
                        {"capped", number(check.capped)},
                        {"state", kStates[static_cast<std::size_t>(check.state)]}});
    return list;
}

void addOtherCases(Json& json, const RunResult& result, Language language)
{
    const bool agents = result.model == Model::Agents;
    json["flow_cap"] = number(result.flowCap);
    json["hand_calculation"] = result.hand ? handOf(*result.hand) : Json(nullptr);
    json["agents_to_hand"] =
        agents && result.hand ? number(ratioOf(agentsClearance(result), result.hand->clearance)) : Json(nullptr);
    json["capped"] = result.capped ? cappedOf(*result.capped) : Json(nullptr);
    json["differences"] = differencesOf(result, language);
    json["limits"] = limitsOf(result);
}

Json placesOf(const std::vector<NamedPlace>& places)
{
    Json list = Json::array();
    for (const NamedPlace& named : places)
        list.push_back({{"name", named.name},
                        {"storey", named.storey},
                        {"person_seconds", number(named.place.personSeconds)},
                        {"peak_density", number(named.place.peak)},
                        {"from_s", number(named.place.from)},
                        {"to_s", number(named.place.to)},
                        {"x", number(named.place.at.x)},
                        {"y", number(named.place.at.y)}});
    return list;
}

Json fallsOf(const std::vector<FallResult>& falls)
{
    Json list = Json::array();
    for (const FallResult& fall : falls)
        list.push_back({{"place", fall.place},
                        {"group", fall.group},
                        {"from_s", number(fall.from)},
                        {"until_s", number(fall.until)}});
    return list;
}

Json findingsOf(const std::vector<Finding>& findings, Language language)
{
    constexpr const char* kSeverity[] = {"note", "warning", "error"};
    Json list = Json::array();
    for (const Finding& f : findings)
        list.push_back({{"severity", kSeverity[static_cast<std::size_t>(f.severity)]},
                        {"rule", f.rule},
                        {"source", f.source},
                        {"element", f.element},
                        {"storey", f.storey},
                        {"at", f.at ? Json(*f.at) : Json(nullptr)},
                        {"measured", f.measured},
                        {"required", f.required},
                        {"text", line(f, language)}});
    return list;
}

}

std::string summaryJson(const RunResult& result, const ResultNames& names, Language language,
                        const NamedEnsemble* ensemble)
{
    Json json = {{"format", "stairwise-summary"}, {"version", 1}};
    json["kind"] = result.model == Model::Agents ? "simulated" : "hand_calculation";
    json["ending"] = codeOf(result.ending);
    json["people"] = result.people;
    json["evacuated"] = result.evacuated;
    json["remaining"] = result.remaining;
    json["trapped"] = result.trapped;
    json["clearance_s"] = everybodyOut(result) ? number(result.clearance) : Json(nullptr);
    json["assembled_s"] = number(result.assembled);
    json["end_s"] = number(result.endTime);
    json["lower_bound_s"] = result.bound ? number(result.bound->seconds) : Json(nullptr);
    json["lower_bound_pace"] = result.bound ? paceOf(result.bound->pace) : Json(nullptr);
    json["agent_steps"] = result.agentSteps;
    json["wall_s"] = number(result.wallSeconds);
    json["agent_steps_per_s"] = number(static_cast<double>(result.agentSteps) / result.stepSeconds);
    json["digest"] = result.digest.hex();
    json.update(identity(result));
    json["classes"] = classesOf(result.classes);
    json["stairs"] = passagesOf(result.stairs);
    json["exits"] = passagesOf(result.exits);
    addOtherCases(json, result, language);
    json["density_measured"] = !result.maps.empty();
    json["crowded_places"] = placesOf(names.places);
    json["risk_limits"] = Json::parse(riskLimitsJson(result.riskLimits));
    json["ensemble"] = ensemble != nullptr ? Json::parse(ensembleJson(ensemble->result)) : Json(nullptr);
    json["risk_points"] = ensemble != nullptr ? Json::parse(ensemblePointsJson(*ensemble, result, language))
                                              : Json::parse(riskPointsJson(result, names.points, language));
    json["stair_loads"] = Json::parse(stairLoadsJson(result, names.loads));
    if (!result.falls.empty()) json["falls"] = fallsOf(result.falls);
    json["findings"] = findingsOf(result.findings, language);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}
