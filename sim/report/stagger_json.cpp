#include "sim/report/stagger_names.hpp"

#include "sim/scenario/scenario_words.hpp"
#include "sim/stagger/clock_times.hpp"
#include "sim/stagger/fares.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(std::round(value * 1000.0) / 1000.0) : Json(nullptr);
}

Json number(const std::optional<double>& value)
{
    return value ? number(*value) : Json(nullptr);
}

Json bandJson(const std::optional<Band>& band)
{
    if (!band) return {{"median", nullptr}, {"p90", nullptr}};
    return {{"median", number(band->median)}, {"p90", number(band->high)}};
}

Json releasesJson(const StaggerTold& told, const StaggerPlan& plan)
{
    Json list = Json::array();
    for (std::size_t c = 0; c < plan.timetable.size(); ++c) {
        const ClassSlot& slot = plan.timetable[c];
        const ClassSlot& before = told.result.today.timetable[c];
        const std::string way = nameOf(slot.way);
        list.push_back({{"class", slot.id.value},
                        {"time_s", number(slot.time)},
                        {"over_s", number(slot.over)},
                        {"way", way.empty() ? Json(nullptr) : Json(way)},
                        {"changes", changesBetween({before}, {slot}) > 0}});
    }
    return list;
}

Json faresJson(const StaggerTold& told, const std::vector<PassageFare>& fares)
{
    Json list = Json::array();
    for (const PassageFare& fare : fares)
        list.push_back({{"id", fare.id},
                        {"name", passageName(told.school, fare.id)},
                        {"passed", number(fare.passed)},
                        {"clear_s", bandJson(fare.clear)}});
    return list;
}

Json busesJson(const StaggerTold& told, const StaggerPlan& plan)
{
    Json list = Json::array();
    const auto fares = busFaresOf(told.school, told.scenario, told.rules, plan.runs);
    for (std::size_t i = 0; i < fares.size(); ++i)
        list.push_back({{"name", told.rules.buses[i].name},
                        {"leaves_s", number(told.rules.buses[i].leaves)},
                        {"there_s", bandJson(fares[i].there)},
                        {"missed_share", number(fares[i].missed)}});
    return list;
}

Json planJson(const StaggerTold& told, const StaggerPlan& plan, const std::string& role)
{
    const bool out = plan.median > 0.0;
    const auto& bound = told.result.bound;
    Json json = {
        {"role", role},
        {"packed_for", plan.limit > 0.0 ? number(plan.limit) : Json(nullptr)},
        {"runs", plan.runs.size()},
        {"clearance_s",
         {{"median", out ? number(plan.median) : Json(nullptr)}, {"p90", out ? number(plan.late) : Json(nullptr)}}},
        {"lower_bound_s", number(bound)},
        {"above_bound", out && bound ? number(plan.median / *bound - 1.0) : Json(nullptr)},
        {"peak_flight_density", number(plan.peak)},
        {"breach_share", number(plan.breachShare)},
        {"binding", plan.binding.empty() ? Json(nullptr)
                                         : Json(placeName(told.school, told.walkable, plan.binding, told.language))},
        {"changes", plan.changes},
        {"stairs", faresJson(told, faresOf(plan.runs, &PlanRun::stairs))},
        {"exits", faresJson(told, faresOf(plan.runs, &PlanRun::exits))}};
    const auto gate = gateFareOf(plan.runs);
    json["gate"] =
        gate ? Json{{"clear_s", bandJson(gate->clear)}, {"most_waiting", bandJson(gate->mostWaiting)}} : Json(nullptr);
    json["buses"] = busesJson(told, plan);
    json["releases"] = releasesJson(told, plan);
    return json;
}

Json gateJson(const StaggerTold& told)
{
    const auto& gate = told.result.gate;
    if (!gate) return nullptr;
    return {{"id", gate->id.value},
            {"name", passageName(told.school, gate->id.value)},
            {"flow", number(gate->flow)},
            {"most_waiting", number(gate->mostWaiting)},
            {"wait_s", number(gate->wait)}};
}

Json whyJson(const StaggerTold& told)
{
    const auto& why = told.result.why;
    if (!why) return nullptr;
    Json strains = Json::array();
    for (const PlaceStrain& strain : why->strains)
        strains.push_back({{"id", strain.id},
                           {"name", passageName(told.school, strain.id)},
                           {"from_s", number(strain.from)},
                           {"to_s", number(strain.to)},
                           {"mean_share", number(strain.mean)},
                           {"pupils", number(strain.pupils)}});
    Json barred = Json::array();
    for (const LastClass::Barred& by : why->last.by)
        barred.push_back({{"place", by.place},
                          {"name", placeName(told.school, told.walkable, by.place, told.language)},
                          {"tries", by.tries}});
    const std::string& last = told.school.classes[why->last.schoolClass].id.value;
    return {{"strains", std::move(strains)},
            {"last",
             {{"class", last},
              {"tries", why->last.tries},
              {"barred", why->last.barred},
              {"barred_by", std::move(barred)}}}};
}

Json indexJson(const std::optional<std::size_t>& index)
{
    return index ? Json(*index) : Json(nullptr);
}

}

std::string roleOf(const StaggerResult& result, std::size_t plan)
{
    if (result.chosen == plan) return "quickest";
    return result.safest == plan ? "safest" : "curve";
}

std::string staggerJson(const StaggerTold& told)
{
    const StaggerResult& result = told.result;
    Json json = {{"format", "stairwise-stagger"}, {"version", 1}, {"kind", "simulated"}, {"school", told.school.name}};
    json["situation"] = wordFor(kSituationWords, told.scenario.situation);
    json["limit"] = number(result.limit);
    json["bell"] = told.rules.bell ? Json(clockText(*told.rules.bell)) : Json(nullptr);
    json["gate"] = gateJson(told);
    json["today"] = planJson(told, result.today, "today");
    Json plans = Json::array();
    for (std::size_t i = 0; i < result.plans.size(); ++i)
        plans.push_back(planJson(told, result.plans[i], roleOf(result, i)));
    json["plans"] = std::move(plans);
    json["chosen"] = indexJson(result.chosen);
    json["safest"] = indexJson(result.safest);
    json["proof"] = result.proved ? planJson(told, *result.proved, "quickest") : Json(nullptr);
    json["lower_bound_s"] = number(result.bound);
    json["lower_bound_flow"] = number(result.boundFlow);
    json["lower_bound_binding"] = result.binding;
    json["why"] = whyJson(told);
    json["runs"] = result.walked;
    json["stopped"] = result.stopped;
    json["wall_s"] = number(result.wallSeconds);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}
