#include "sim/report/risk_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(std::round(value * 1000.0) / 1000.0) : Json(nullptr);
}

std::string textOf(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json classesOf(const RiskPoint& point)
{
    Json list = Json::array();
    for (const ClassShare& share : point.classes) list.push_back({{"id", share.group}, {"share", number(share.share)}});
    return list;
}

}

std::string riskLimitsJson(const RiskLimits& limits)
{
    const Json json = {{"density_limit", number(limits.density)},
                       {"rail_limit", number(limits.rail)},
                       {"pressure_limit", number(limits.pressure)},
                       {"least", number(limits.least)},
                       {"pause", number(limits.pause)},
                       {"load_limit", number(limits.load)},
                       {"colours", kColours}};
    return textOf(json);
}

std::string riskPointsJson(const RunResult& result, const std::vector<NamedPoint>& points, Language language)
{
    Json list = Json::array();
    for (const NamedPoint& named : points) {
        const RiskPoint& point = named.point;
        Json causes = Json::array();
        for (const FoundCause& cause : point.causes) causes.push_back(codeOf(cause.cause));
        list.push_back({{"place", named.place},
                        {"storey", named.storey},
                        {"from_s", number(point.from)},
                        {"to_s", number(point.to)},
                        {"rank", point.rank},
                        {"ranked_by", codeOf(point.rankedBy)},
                        {"rank_reason", rankReason(point, result.riskLimits, language)},
                        {"peak_density", number(point.peak)},
                        {"peak_s", number(point.peakTime)},
                        {"peak_occupied", number(point.peakOccupied)},
                        {"peak_pressure", number(point.peakPressure)},
                        {"peak_force", number(point.peakForce)},
                        {"peak_rail", number(point.peakRail)},
                        {"person_seconds", number(point.personSeconds)},
                        {"person_seconds_above", point.above},
                        {"seconds_above", point.seconds},
                        {"counterflow", number(point.counterflow)},
                        {"share_of_runs", 1.0},
                        {"causes", std::move(causes)},
                        {"why", named.why},
                        {"help", named.help},
                        {"classes", classesOf(point)},
                        {"x", number(point.at.x)},
                        {"y", number(point.at.y)}});
    }
    return textOf(list);
}

std::string stairLoadsJson(const RunResult& result, const std::vector<std::string>& names)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(result.loads.size(), names.size()); ++i) {
        const StairLoad& load = result.loads[i];
        list.push_back({{"place", names[i]},
                        {"area_m2", number(load.area)},
                        {"peak", number(load.peak)},
                        {"peak_s", number(load.peakTime)},
                        {"level", std::string(1, levelOnStair(load.peak))},
                        {"seconds_above", number(load.seconds)}});
    }
    return textOf(list);
}

}
