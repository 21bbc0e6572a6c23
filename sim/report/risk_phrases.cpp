#include "sim/report/risk_phrases.hpp"

#include <algorithm>

namespace stairwise {
namespace {

std::string nameOfElement(const School& school, const Walkable& walkable, const std::string& element, Language language)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].element == element) return say(nameOf(school, walkable, s), language);
    if (const Stair* stair = findStair(school, StairId{element}); stair != nullptr && !stair->name.empty())
        return stair->name;
    if (const Door* door = findDoor(school, DoorId{element}); door != nullptr && !door->name.empty()) return door->name;
    return element;
}

// The door, else what lies behind the line.
std::string nameOfPortal(const School& school, const Walkable& walkable, const RiskPoint& point, Language language)
{
    const Portal& portal = walkable.portals[point.before];
    const SurfaceIndex beyond = portal.a == point.surface ? portal.b : portal.a;
    if (const Door* door = findDoor(school, portal.door); door != nullptr && !door->name.empty()) return door->name;
    if (beyond == kNowhere) return portal.door.none() ? portal.gate.value : portal.door.value;
    if (const Stair* stair = findStair(school, walkable.surfaces[beyond].stair);
        stair != nullptr && !stair->name.empty())
        return stair->name;
    return say(nameOf(school, walkable, beyond), language);
}

std::string percent(double share)
{
    return fixed(100.0 * share, 0);
}

}

std::string pointName(const School& school, const Walkable& walkable, const RiskPoint& point, Language language)
{
    const std::string name = say(nameOf(school, walkable, point.surface), language);
    if (point.part == PointPart::LowerHalf) return say({"risk.name.lower", {name}}, language);
    if (point.part == PointPart::UpperHalf) return say({"risk.name.upper", {name}}, language);
    if (point.before != kNowhere)
        return say({"risk.name.before", {name, nameOfPortal(school, walkable, point, language)}}, language);
    return name;
}

const char* codeOf(RiskCause cause)
{
    constexpr const char* kCodes[] = {"released_together", "merging",     "counterflow", "narrowing",
                                      "shut_way",          "queue_ahead", "dark",        "fall"};
    return kCodes[static_cast<std::size_t>(cause)];
}

std::string causeText(const School& school, const Walkable& walkable, const FoundCause& cause, Language language)
{
    const std::string element = nameOfElement(school, walkable, cause.element, language);
    switch (cause.cause) {
    case RiskCause::ReleasedTogether:
        return say({"risk.cause.released_together", {fixed(cause.figure, 0)}}, language);
    case RiskCause::Merging:
        return say({"risk.cause.merging", {percent(cause.figure)}}, language);
    case RiskCause::Counterflow:
        return say({"risk.cause.counterflow", {percent(cause.figure)}}, language);
    case RiskCause::Narrowing:
        return say({"risk.cause.narrowing", {fixed(cause.figure, 1), fixed(cause.other, 1)}}, language);
    case RiskCause::ShutWay:
        return say({"risk.cause.shut_way", {element}}, language);
    case RiskCause::QueueAhead:
        return say({"risk.cause.queue_ahead", {element}}, language);
    case RiskCause::Dark:
        return say("risk.cause.dark", language);
    case RiskCause::Fall:
        return say({"risk.cause.fall", {element, fixed(std::max(cause.figure, 0.0), 0)}}, language);
    }
    return {};
}

std::string helpText(RiskCause cause, Language language)
{
    switch (cause) {
    case RiskCause::ReleasedTogether:
        return say("risk.help.released_together", language);
    case RiskCause::Merging:
        return say("risk.help.merging", language);
    case RiskCause::Counterflow:
        return say("risk.help.counterflow", language);
    case RiskCause::Narrowing:
        return say("risk.help.narrowing", language);
    case RiskCause::ShutWay:
        return say("risk.help.shut_way", language);
    case RiskCause::QueueAhead:
        return say("risk.help.queue_ahead", language);
    case RiskCause::Dark:
        return say("risk.help.dark", language);
    case RiskCause::Fall:
        return say("risk.help.fall", language);
    }
    return {};
}

std::string rankName(int rank, Language language)
{
    switch (rank) {
    case 5:
        return say("risk.rank.5", language);
    case 4:
        return say("risk.rank.4", language);
    case 3:
        return say("risk.rank.3", language);
    case 2:
        return say("risk.rank.2", language);
    default:
        return say("risk.rank.1", language);
    }
}

std::string rankReason(const RiskPoint& point, const RiskLimits& limits, Language language)
{
    if (point.rankedBy == RankedBy::Rail)
        return say({"risk.reason.rail", {fixed(point.peakRail, 0), fixed(limits.rail, 0)}}, language);
    if (point.rank < 2)
        return say({"risk.reason.density", {fixed(point.personSeconds, 0), fixed(limits.density, 1)}}, language);
    const auto colour = static_cast<std::size_t>(point.rank - 2);
    return say({"risk.reason.density", {fixed(point.above[colour], 0), fixed(kColours[colour], 1)}}, language);
}

const char* codeOf(RankedBy by)
{
    constexpr const char* kCodes[] = {"density", "rail"};
    return kCodes[static_cast<std::size_t>(by)];
}

std::vector<NamedPoint> namedPoints(const RunResult& result, const School& school, const Walkable& walkable,
                                    Language language)
{
    std::vector<NamedPoint> named;
    for (const RiskPoint& point : result.riskPoints) {
        if (point.surface >= walkable.surfaces.size()) continue; // not of this school
        NamedPoint one{pointName(school, walkable, point, language),
                       storeyName(school, walkable.surfaces[point.surface].storey, language),
                       {},
                       {},
                       {},
                       point};
        for (const ClassShare& share : point.classes)
            one.classes.push_back(
                say({"risk.class_share", {groupName(result, share.group, language), percent(share.share)}}, language));
        for (const FoundCause& cause : point.causes) {
            one.why.push_back(causeText(school, walkable, cause, language));
            const std::string help = helpText(cause.cause, language);
            if (std::ranges::find(one.help, help) == one.help.end()) one.help.push_back(help);
        }
        named.push_back(std::move(one));
    }
    return named;
}

ResultNames namesOf(const RunResult& result, const School& school, const Walkable& walkable, Language language)
{
    ResultNames names{
        namedPlaces(result, school, walkable, language), namedPoints(result, school, walkable, language), {}};
    for (const StairLoad& load : result.loads)
        names.loads.push_back(say(nameOf(school, walkable, load.surface), language));
    return names;
}

}
