#include "sim/report/ensemble_report.hpp"
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

Json number(std::optional<double> value)
{
    return value ? number(*value) : Json(nullptr);
}

std::string textOf(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json bandJson(const std::optional<Band>& band)
{
    if (!band) return nullptr;
    return {
        {"median", number(band->median)}, {"p10", number(band->low)}, {"p90", number(band->high)}, {"of", band->of}};
}

Json bandsJson(const std::vector<NamedBand>& bands)
{
    Json list = Json::array();
    for (const NamedBand& one : bands)
        list.push_back({{"id", one.id}, {"name", one.name}, {"seconds", bandJson(one.band)}});
    return list;
}

}

const char* codeOf(Unknown unknown)
{
    constexpr const char* kCodes[] = {"speed", "pre_movement", "stair_width", "ignoring"};
    return kCodes[static_cast<std::size_t>(unknown)];
}

std::string ensembleJson(const EnsembleResult& ensemble)
{
    Json json = {{"runs", ensemble.runs.size()},
                 {"asked", ensemble.asked},
                 {"enough_runs", ensemble.enough},
                 {"not_empty", ensemble.notEmpty},
                 {"top_rank_share", number(ensemble.topShare)},
                 {"clearance_s", bandJson(ensemble.clearance)},
                 {"classes", bandsJson(ensemble.classes)},
                 {"stairs", bandsJson(ensemble.stairs)},
                 {"exits", bandsJson(ensemble.exits)}};
    Json influences = Json::array();
    for (const Influence& influence : ensemble.influences)
        influences.push_back({{"unknown", codeOf(influence.unknown)},
                              {"on_clearance", number(influence.onClearance)},
                              {"on_risk", number(influence.onRisk)}});
    json["influences"] = std::move(influences);
    json["wall_s"] = number(ensemble.wallSeconds);
    return textOf(json);
}

std::string ensemblePointsJson(const NamedEnsemble& ensemble, const RunResult& one, Language language)
{
    RunResult typical; // the points of the runs in the middle, told like those of one run
    typical.riskLimits = one.riskLimits;
    Json list = Json::parse(riskPointsJson(typical, ensemble.points, language));
    for (std::size_t i = 0; i < ensemble.result.points.size() && i < list.size(); ++i) {
        const EnsemblePoint& point = ensemble.result.points[i];
        Json& json = list[i];
        json["from_s"] = number(point.from.median);
        json["to_s"] = number(point.to.median);
        json["peak_density"] = number(point.peak.median);
        json["person_seconds"] = number(point.personSeconds.median);
        json["share_of_runs"] = number(point.shareOfRuns);
        json["top_rank_share"] = number(point.topShare);
        json["bands"] = {{"from_s", bandJson(point.from)},
                         {"to_s", bandJson(point.to)},
                         {"peak_density", bandJson(point.peak)},
                         {"person_seconds", bandJson(point.personSeconds)},
                         {"person_seconds_above_5", bandJson(point.index)}};
    }
    return textOf(list);
}

}
