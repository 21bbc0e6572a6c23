#include "sim/report/replan_report.hpp"

#include "sim/report/phrases.hpp"
#include "sim/report/stagger_names.hpp"
#include "sim/report/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value)
{
    return std::round(value * 10.0) / 10.0;
}

Json wayJson(const ClassWay& way)
{
    const std::string name = nameOf(way);
    return name.empty() ? Json(nullptr) : Json(name);
}

Json stairsJson(const std::vector<StairId>& stairs)
{
    Json list = Json::array();
    for (const StairId& stair : stairs) list.push_back(stair.value);
    return list;
}

/// Indices of classes that have not left, in the order of release.
std::vector<std::size_t> ahead(const Replan& replan)
{
    std::vector<std::size_t> classes;
    for (std::size_t c = 0; c < replan.after.size(); ++c)
        if (!replan.gone[c]) classes.push_back(c);
    std::ranges::stable_sort(classes, {}, [&](std::size_t c) { return replan.after[c].time; });
    return classes;
}

std::size_t changes(const Replan& replan)
{
    return static_cast<std::size_t>(std::ranges::count(replan.changed, true));
}

std::string stairNames(const ReplanTold& told, const std::vector<StairId>& stairs)
{
    std::vector<std::string> names;
    for (const StairId& stair : stairs) names.push_back(passageName(told.school, stair.value));
    return joined(names, told.language);
}

std::string classNames(const ReplanTold& told, const std::vector<std::size_t>& classes)
{
    std::vector<std::string> names;
    for (const std::size_t c : classes) names.push_back(className(told.school, told.school.classes[c].id));
    return joined(names, told.language);
}

std::string happened(const ReplanTold& told)
{
    std::string text;
    const auto line = [&](const Message& message) { text += say(message, told.language) + "\n"; };
    for (const ReplanAsk::Late& late : told.ask.late)
        line({"stagger.replan.late", {classNames(told, {late.schoolClass}), minutes(late.seconds, told.language)}});
    if (!told.ask.shut.empty()) line({"stagger.replan.shut", {stairNames(told, told.ask.shut)}});
    if (!told.ask.unattended.empty()) line({"stagger.replan.unattended", {stairNames(told, told.ask.unattended)}});
    if (!told.replan.givenUp.empty()) line({"stagger.replan.given_up", {stairNames(told, told.replan.givenUp)}});
    if (!told.replan.covered.empty()) line({"stagger.replan.covered", {stairNames(told, told.replan.covered)}});
    const auto gone = static_cast<std::size_t>(std::ranges::count(told.replan.gone, true));
    line({"stagger.replan.gone", {std::to_string(gone)}});
    if (!told.replan.onShut.empty()) line({"stagger.replan.on_shut", {classNames(told, told.replan.onShut)}});
    return text;
}

std::string releases(const ReplanTold& told)
{
    const Language lang = told.language;
    std::vector<std::vector<std::string>> rows = {{say("stagger.column.time", lang), say("report.column.class", lang),
                                                   say("stagger.column.way", lang),
                                                   say("stagger.column.planned", lang)}};
    for (const std::size_t c : ahead(told.replan)) {
        const ClassSlot& slot = told.replan.after[c];
        const ClassSlot& before = told.plan[c];
        const bool changed = told.replan.changed[c];
        rows.push_back({(changed ? "* " : "  ") + momentName(slot.time, told.rules.bell, lang),
                        className(told.school, slot.id), wayName(told.school, slot.way, lang),
                        changed ? minutes(before.time, lang) + " " + wayName(told.school, before.way, lang) : ""});
    }
    return alignedTable(rows);
}

}

std::string replanJson(const ReplanTold& told)
{
    const Replan& replan = told.replan;
    Json json = {{"format", "stairwise-replan"}, {"version", 1}, {"kind", "reckoned"}, {"school", told.school.name}};
    json["loads"] = told.loads == LoadsFrom::Walked ? "walked" : "by_hand";
    json["now_s"] = rounded(told.ask.now);
    json["late"] = Json::array();
    for (const ReplanAsk::Late& late : told.ask.late)
        json["late"].push_back(
            {{"class", told.school.classes[late.schoolClass].id.value}, {"late_s", rounded(late.seconds)}});
    json["shut"] = stairsJson(told.ask.shut);
    json["unattended"] = stairsJson(told.ask.unattended);
    json["given_up"] = stairsJson(replan.givenUp);
    json["covered"] = stairsJson(replan.covered);
    json["changes"] = changes(replan);
    json["last_out_s"] = {{"planned", rounded(replan.lastBefore)}, {"now", rounded(replan.lastAfter)}};
    json["fullest"] = replan.fullestAt.empty() ? Json(nullptr) : Json(replan.fullestAt);
    json["fullest_share"] = std::round(replan.fullest * 1000.0) / 1000.0;
    json["broken_rules"] = replan.broken;
    json["releases"] = Json::array();
    for (std::size_t c = 0; c < replan.after.size(); ++c) {
        const ClassSlot& slot = replan.after[c];
        json["releases"].push_back(
            {{"class", slot.id.value},
             {"time_s", rounded(slot.time)},
             {"over_s", rounded(slot.over)},
             {"way", wayJson(slot.way)},
             {"gone", bool(replan.gone[c])},
             {"changed", bool(replan.changed[c])},
             {"planned", {{"time_s", rounded(told.plan[c].time)}, {"way", wayJson(told.plan[c].way)}}}});
    }
    json["on_shut"] = Json::array();
    for (const std::size_t c : replan.onShut) json["on_shut"].push_back(told.school.classes[c].id.value);
    json["wall_s"] = std::round(told.wallSeconds * 1000.0) / 1000.0;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string replanText(const ReplanTold& told)
{
    const Language lang = told.language;
    const Replan& replan = told.replan;
    const auto line = [&](const Message& message) { return say(message, lang) + "\n"; };
    std::string text =
        line({"stagger.replan.heading", {told.school.name, momentName(told.ask.now, told.rules.bell, lang)}});
    text += happened(told);
    text += line({"stagger.replan.changes", {std::to_string(changes(replan))}});
    text += releases(told);
    text += line({"stagger.replan.last",
                  {minutes(replan.lastAfter, lang), minutes(replan.lastBefore, lang), fixed(100.0 * replan.fullest, 0),
                   placeName(told.school, told.walkable, replan.fullestAt, lang)}});
    if (!replan.broken.empty()) text += line({"stagger.replan.broken", {joined(replan.broken, lang)}});
    text +=
        told.loads == LoadsFrom::Walked ? line({"stagger.replan.reckoned", {}}) : line({"stagger.replan.by_hand", {}});
    text += told.written.empty() ? line({"stagger.replan.prove_first", {}})
                                 : line({"stagger.replan.prove", {told.written}});
    return text;
}

}
