#include "sim/report/stagger_report.hpp"

#include "sim/report/phrases.hpp"
#include "sim/report/tables.hpp"
#include "sim/report/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

Json number(double value)
{
    return std::isfinite(value) ? Json(std::round(value * 1000.0) / 1000.0) : Json(nullptr);
}

std::string placeName(const StaggerTold& told, const std::string& element)
{
    for (SurfaceIndex s = 0; s < told.walkable.surfaces.size(); ++s)
        if (told.walkable.surfaces[s].element == element)
            return say(nameOf(told.school, told.walkable, s), told.language);
    return element;
}

std::string className(const School& school, const ClassId& id)
{
    const SchoolClass* own = findClass(school, id);
    return own == nullptr || own->name.empty() ? id.value : own->name;
}

std::string wayName(const StaggerTold& told, const ClassWay& way)
{
    if (const Stair* stair = findStair(told.school, way.stair); stair != nullptr)
        return stair->name.empty() ? way.stair.value : stair->name;
    if (const Door* door = findDoor(told.school, way.exit); door != nullptr)
        return door->name.empty() ? way.exit.value : door->name;
    return say("stagger.any_way", told.language);
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

Json planJson(const StaggerTold& told, const StaggerPlan& plan)
{
    const bool out = plan.median > 0.0;
    return {{"packed_for", plan.limit > 0.0 ? number(plan.limit) : Json(nullptr)},
            {"runs", plan.runs.size()},
            {"clearance_s",
             {{"median", out ? number(plan.median) : Json(nullptr)}, {"p90", out ? number(plan.late) : Json(nullptr)}}},
            {"lower_bound_s", told.result.bound ? number(*told.result.bound) : Json(nullptr)},
            {"peak_flight_density", number(plan.peak)},
            {"breach_share", number(plan.breachShare)},
            {"binding", plan.binding.empty() ? Json(nullptr) : Json(placeName(told, plan.binding))},
            {"changes", plan.changes},
            {"releases", releasesJson(told, plan)}};
}

Json indexJson(const std::optional<std::size_t>& index)
{
    return index ? Json(*index) : Json(nullptr);
}

std::vector<std::string> planRow(const StaggerTold& told, const std::string& name, const StaggerPlan& plan)
{
    const bool out = plan.median > 0.0;
    return {name,
            out ? minutes(plan.median, told.language) : "–",
            out ? minutes(plan.late, told.language) : "–",
            fixed(plan.peak, 2),
            fixed(100.0 * plan.breachShare, 0) + " %",
            std::to_string(plan.changes),
            placeName(told, plan.binding)};
}

std::string plansTable(const StaggerTold& told)
{
    const Language lang = told.language;
    const StaggerResult& result = told.result;
    Rows rows = {{say("stagger.column.plan", lang), say("stagger.column.median", lang),
                  say("stagger.column.late", lang), say("stagger.column.peak", lang),
                  say("stagger.column.breach", lang), say("stagger.column.changes", lang),
                  say("stagger.column.binding", lang)}};
    rows.push_back(planRow(told, say("stagger.today", lang), result.today));
    for (std::size_t i = 0; i < result.plans.size(); ++i) {
        std::string name = std::to_string(i + 1);
        if (result.chosen == i) name += " " + say("stagger.chosen", lang);
        if (result.safest == i) name += " " + say("stagger.safest", lang);
        rows.push_back(planRow(told, name, result.plans[i]));
    }
    return alignedTable(rows);
}

std::vector<ClassSlot> byTime(const StaggerPlan& plan)
{
    std::vector<ClassSlot> slots = plan.timetable;
    std::ranges::stable_sort(slots, {}, &ClassSlot::time);
    return slots;
}

std::string chosenTable(const StaggerTold& told, const StaggerPlan& plan)
{
    const Language lang = told.language;
    Rows rows = {{say("report.column.class", lang), say("stagger.column.time", lang), say("stagger.column.over", lang),
                  say("stagger.column.way", lang)}};
    for (const ClassSlot& slot : byTime(plan))
        rows.push_back(
            {className(told.school, slot.id), minutes(slot.time, lang), fixed(slot.over, 0), wayName(told, slot.way)});
    return alignedTable(rows);
}

}

std::string staggerJson(const StaggerTold& told)
{
    const StaggerResult& result = told.result;
    Json json = {{"format", "stairwise-stagger"}, {"version", 1}, {"kind", "simulated"}, {"school", told.school.name}};
    json["limit"] = number(result.limit);
    json["today"] = planJson(told, result.today);
    Json plans = Json::array();
    for (const StaggerPlan& plan : result.plans) plans.push_back(planJson(told, plan));
    json["plans"] = std::move(plans);
    json["chosen"] = indexJson(result.chosen);
    json["safest"] = indexJson(result.safest);
    json["proof"] = result.proved ? planJson(told, *result.proved) : Json(nullptr);
    json["lower_bound_s"] = result.bound ? number(*result.bound) : Json(nullptr);
    json["lower_bound_flow"] = number(result.boundFlow);
    json["lower_bound_binding"] = result.binding;
    json["runs"] = result.walked;
    json["stopped"] = result.stopped;
    json["wall_s"] = number(result.wallSeconds);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string staggerText(const StaggerTold& told)
{
    const Language lang = told.language;
    const StaggerResult& result = told.result;
    const auto line = [&](const Message& message) { return say(message, lang) + "\n"; };
    std::string text = line({"stagger.heading", {told.school.name, fixed(result.limit, 2)}});
    text += line({"stagger.effort", {std::to_string(result.walked), fixed(result.wallSeconds, 1)}});
    if (result.stopped) text += line({"stagger.stopped", {}});
    text += plansTable(told);
    if (result.bound)
        text += line(
            {"stagger.bound", {minutes(*result.bound, lang), fixed(result.boundFlow, 2), fixed(*result.bound, 1)}});
    if (!result.chosen) return text + line({"stagger.none", {}});
    const StaggerPlan& chosen = result.plans[*result.chosen];
    text += "\n" + line({"stagger.plan", {std::to_string(*result.chosen + 1)}}) + chosenTable(told, chosen);
    if (result.bound && chosen.median > 0.0)
        text += line({"stagger.above",
                      {fixed(100.0 * (chosen.median / *result.bound - 1.0), 0), placeName(told, chosen.binding)}});
    if (result.proved)
        text += line({"stagger.proved",
                      {std::to_string(result.proved->runs.size()), fixed(100.0 * (1.0 - result.proved->breachShare), 0),
                       minutes(result.proved->late, lang)}});
    return text;
}

std::string timetableCsv(const StaggerTold& told, const StaggerPlan& plan)
{
    std::string text = csvHead({"report.column.id", "report.column.class", "report.column.people",
                                "stagger.column.time_s", "stagger.column.over", "stagger.column.way"},
                               told.language);
    for (const ClassSlot& slot : byTime(plan)) {
        const SchoolClass* own = findClass(told.school, slot.id);
        text += csvRow({harmless(slot.id.value), harmless(className(told.school, slot.id)),
                        std::to_string(own != nullptr ? own->pupils : 0), fixed(slot.time, 0), fixed(slot.over, 0),
                        harmless(wayName(told, slot.way))});
    }
    return text;
}

}
