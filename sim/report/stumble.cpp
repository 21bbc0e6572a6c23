#include "sim/report/stumble.hpp"

#include "sim/report/text.hpp"
#include "sim/run/run.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <vector>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

std::string oneDigit(double value)
{
    return fmt::format("{:.1f}", value);
}

std::string seconds(const std::optional<double>& value)
{
    return value ? oneDigit(*value) : "–";
}

std::string nameFor(const StumbleReport& report, SurfaceIndex surface, Language language)
{
    return say(nameOf(report.school, report.walkable, surface), language);
}

std::vector<std::string> rowOf(const StumbleReport& report, const Stumble& place, Language language)
{
    std::vector<std::string> row{nameFor(report, place.surface, language), oneDigit(place.time),
                                 fmt::format("{}", place.people)};
    if (!place.fell) {
        row.resize(10, "–");
        return row;
    }
    const Behind& fall = place.fall;
    const Behind& warden = place.warden;
    row.push_back(fmt::format("{} ({})", fall.heldUp, place.without.heldUp));
    row.push_back(fmt::format("{:.1f} ({:.1f})", fall.peak, place.without.peak));
    row.push_back(fmt::format("{:.2f}", place.growth));
    row.push_back(seconds(fall.passes));
    row.push_back(fmt::format("{}", warden.heldUp));
    row.push_back(oneDigit(warden.peak));
    row.push_back(seconds(warden.passes));
    return row;
}

Json number(double value)
{
    return Json::parse(fmt::format("{:.3f}", value));
}

Json jsonOf(const Behind& behind)
{
    return {{"held_up", behind.heldUp},
            {"peak_density", number(behind.peak)},
            {"peak_after_s", number(behind.peakAfter)},
            {"passes_limit_after_s", behind.passes ? number(*behind.passes) : Json(nullptr)}};
}

}

std::string stumbleText(const StumbleReport& report, Language language)
{
    const StumbleAsk& ask = report.ask;
    std::vector<std::vector<std::string>> rows{{}};
    for (const char* key :
         {"stumble.place", "stumble.time", "stumble.people", "stumble.held", "stumble.peak", "stumble.growth",
          "stumble.passes", "stumble.warden_held", "stumble.warden_peak", "stumble.warden_passes"})
        rows.front().push_back(say(key, language));
    for (const Stumble& place : report.result.places) rows.push_back(rowOf(report, place, language));
    const auto line = [&](const Message& message) { return say(message, language) + "\n"; };
    std::string text = line({"stumble.heading",
                             {report.scenario.name, fmt::format("{}", ask.duration), fmt::format("{}", ask.reaction),
                              fmt::format("{}", ask.limit)}});
    text += alignedTable(rows);
    text += line({"stumble.explained", {fmt::format("{}", ask.limit)}});
    if (report.result.cancelled) text += line({"stumble.stopped", {fmt::format("{}", report.result.places.size())}});
    return text;
}

std::string stumbleJson(const StumbleReport& report, Language language)
{
    const StumbleAsk& ask = report.ask;
    Json json = {{"format", "stairwise-stumble"},      {"version", 1},
                 {"school", report.school.name},       {"scenario", report.scenario.name},
                 {"seed", report.scenario.seed},       {"engine", kEngineNumber},
                 {"stopped", report.result.cancelled}, {"duration_s", number(ask.duration)},
                 {"reaction_s", number(ask.reaction)}, {"limit", number(ask.limit)}};
    json["places"] = Json::array();
    for (const Stumble& place : report.result.places) {
        Json one = {{"place", place.element},
                    {"name", nameFor(report, place.surface, language)},
                    {"time_s", number(place.time)},
                    {"people", place.people},
                    {"fell", place.fell}};
        if (place.fell) {
            one["density_before"] = number(place.before);
            one["growth"] = number(place.growth);
            one["without"] = jsonOf(place.without);
            one["fall"] = jsonOf(place.fall);
            one["warden"] = jsonOf(place.warden);
        }
        json["places"].push_back(std::move(one));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}
