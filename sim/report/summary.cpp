#include "sim/report/summary.hpp"

#include "sim/report/phrases.hpp"

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

Json classesOf(const RunResult& result)
{
    Json list = Json::array();
    for (const ClassResult& c : result.classes)
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

std::string summaryJson(const RunResult& result, const std::vector<NamedPlace>& places, Language language)
{
    Json json = {{"format", "stairwise-summary"}, {"version", 1}, {"kind", "simulated"}};
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
    json["classes"] = classesOf(result);
    json["stairs"] = passagesOf(result.stairs);
    json["exits"] = passagesOf(result.exits);
    json["density_measured"] = !result.maps.empty();
    json["crowded_places"] = placesOf(places);
    json["findings"] = findingsOf(result.findings, language);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}
