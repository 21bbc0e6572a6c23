#include "sim/report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace stairwise {
namespace {

Message endingMessage(const RunResult& result)
{
    const std::string people = std::to_string(result.people);
    const std::string left = std::to_string(result.people - std::min(result.evacuated, result.people));
    switch (result.ending) {
    case Ending::Empty:
        return {"report.ending.left_behind", {left, people}};
    case Ending::TimeLimit:
        return {"report.ending.time_limit", {left, people}};
    case Ending::Clogged:
        return {"report.ending.clogged", {left, people}};
    case Ending::Trapped:
        return {"report.ending.trapped", {left, people, std::to_string(result.trapped)}};
    case Ending::Cancelled:
        return {"report.ending.cancelled", {left, people}};
    }
    return {};
}

std::string handHeadline(const RunResult& result, Language language)
{
    const std::string people = std::to_string(result.people);
    if (result.clearance)
        return say({"report.everybody_out_by_hand",
                    {people, minutes(*result.clearance, language), fixed(*result.clearance, 1)}},
                   language);
    return say({"report.not_everybody_out_by_hand", {std::to_string(result.remaining), people}}, language);
}

Message nameOfStorey(const Storey& storey)
{
    if (!storey.name.empty()) return {};
    return {"report.storey", {std::to_string(storey.number)}};
}

}

std::string fixed(double value, int decimals)
{
    if (!std::isfinite(value)) return "–";
    std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    if (zero && text.starts_with('-')) text.erase(0, 1);
    return text;
}

std::string brief(double value)
{
    std::string text = fixed(value, 3);
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string minutes(double seconds, Language language)
{
    const long long whole = std::llround(std::max(0.0, seconds));
    const bool chinese = language == Language::Chinese;
    if (!chinese) return fmt::format("{}:{:02}", whole / 60, whole % 60);
    return whole < 60 ? fmt::format("{}秒", whole) : fmt::format("{}分{:02}秒", whole / 60, whole % 60);
}

std::string minutes(std::optional<double> seconds, Language language)
{
    return seconds ? minutes(*seconds, language) : std::string();
}

std::string orDash(std::string text)
{
    return text.empty() ? kDash : std::move(text);
}

std::string orDash(const std::optional<int>& value)
{
    return value ? std::to_string(*value) : kDash;
}

std::string orDash(const std::optional<Date>& date)
{
    return orDash(textOf(date));
}

std::string joined(const std::vector<std::string>& parts, Language language)
{
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += separatorOf(language);
        text += part;
    }
    return text;
}

std::string codeOf(Ending ending)
{
    switch (ending) {
    case Ending::Empty:
        return "empty";
    case Ending::TimeLimit:
        return "time_limit";
    case Ending::Clogged:
        return "clogged";
    case Ending::Trapped:
        return "trapped";
    case Ending::Cancelled:
        return "cancelled";
    }
    return {};
}

bool everybodyOut(const RunResult& result)
{
    return result.ending == Ending::Empty && result.clearance.has_value();
}

std::string headline(const RunResult& result, Language language)
{
    const std::string people = std::to_string(result.people);
    if (result.model == Model::Hydraulic) return handHeadline(result, language);
    if (everybodyOut(result))
        return say(
            {"report.everybody_out", {people, minutes(*result.clearance, language), fixed(*result.clearance, 1)}},
            language);
    const std::string moment = minutes(result.endTime, language);
    if (result.evacuated >= result.people && result.ending != Ending::Empty)
        return say({"report.not_arrived", {std::to_string(result.remaining), people, moment}}, language);
    return say({"report.not_everybody_out", {say(endingMessage(result), language), moment}}, language);
}

std::string groupName(const RunResult& result, const std::string& group, Language language)
{
    const auto found = std::ranges::find(result.classes, group, &ClassResult::id);
    if (found != result.classes.end() && !found->name.empty()) return found->name;
    if (found != result.classes.end()) return found->id;
    if (group == "staff") return say("report.group.staff", language);
    if (group == "listed") return say("report.group.listed", language);
    if (group == "fill") return say("report.group.fill", language);
    return group;
}

std::string passageName(const std::vector<PassageResult>& passages, const std::string& id)
{
    const auto found = std::ranges::find(passages, id, &PassageResult::id);
    return found == passages.end() || found->name.empty() ? id : found->name;
}

std::string storeyName(const School& school, const StoreyId& storey, Language language)
{
    if (storey.none()) return say("report.grounds", language);
    for (const Building& building : school.buildings)
        for (const auto& candidate : building.storeys) {
            if (candidate->id != storey) continue;
            const Message number = nameOfStorey(*candidate);
            const std::string name = number.key.empty() ? candidate->name : say(number, language);
            return building.name.empty() || building.name == school.name ? name : building.name + " " + name;
        }
    return storey.value;
}

std::optional<NamedPlace> namedPlace(const CrowdedPlace& place, const School& school, const Walkable& walkable,
                                     Language language)
{
    if (place.surface >= walkable.surfaces.size()) return std::nullopt;
    return NamedPlace{say(nameOf(school, walkable, place.surface), language),
                      storeyName(school, walkable.surfaces[place.surface].storey, language), place};
}

std::vector<NamedPlace> namedPlaces(const RunResult& result, const School& school, const Walkable& walkable,
                                    Language language)
{
    std::vector<NamedPlace> named;
    for (const CrowdedPlace& place : result.crowdedPlaces)
        if (auto one = namedPlace(place, school, walkable, language)) named.push_back(std::move(*one));
    return named;
}

}
