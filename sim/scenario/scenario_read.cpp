#include "sim/scenario/scenario_read.hpp"

#include "sim/scenario/scenario_limits.hpp"
#include "sim/scenario/scenario_words.hpp"
#include "sim/school/school_limits.hpp"
#include "sim/school/school_words.hpp"
#include "sim/school/shape_read.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr Number kTime{0.0, kLongestTime, "s"};
constexpr Text kElementText{kLongestId + 32}; // the name of a part of a stair holds the stair's id
constexpr Whole kRadius{kThinnestBody, kWidestBody, "mm"};

void readParameters(JsonObject& object, Distribution& out)
{
    constexpr Number kAny{0.0, 1e6};
    constexpr Number kPositive{1e-6, 1e6};
    switch (out.kind) {
    case Distribution::Kind::Constant:
        object.need("value", out.a, kAny);
        break;
    case Distribution::Kind::Uniform:
        object.need("from", out.a, kAny);
        object.need("to", out.b, kAny);
        break;
    case Distribution::Kind::Normal:
        object.need("mean", out.a, kAny);
        object.need("sd", out.b, kAny);
        break;
    case Distribution::Kind::LogNormal:
        object.need("median", out.a, kPositive);
        object.need("gsd", out.b, Number{1.0, 100.0});
        break;
    case Distribution::Kind::Gamma:
    case Distribution::Kind::Weibull:
        object.need("shape", out.a, Number{0.05, 1e4});
        object.need("scale", out.b, kPositive);
        break;
    }
    object.may("low", out.low, kAny);
    object.may("high", out.high, kAny);
}

// A distribution of speeds: whatever is drawn can be walked.
void readSpeeds(const JsonPlace& at, Distribution& out)
{
    readDistribution(at, out);
    const bool single = out.kind == Distribution::Kind::Constant;
    const bool bounded = single || out.kind == Distribution::Kind::Uniform;
    const double slowest = bounded ? std::max(out.low, out.a) : out.low;
    const double fastest = bounded ? std::min(out.high, single ? out.a : out.b) : out.high;
    if (slowest >= kSlowestSpeed && fastest <= kFastestSpeed) return;
    at.refuse({"scenario.no_walking_speed", {fmt::format("{}", slowest), fmt::format("{}", fastest)}},
              {"scenario.no_walking_speed.mend", {fmt::format("{}", kSlowestSpeed), fmt::format("{}", kFastestSpeed)}});
}

void readGrade(const JsonPlace& at, int& out)
{
    Whole{0, kStaffGrade}(at, out);
    if (out > kHighestGrade && out != kStaffGrade)
        at.refuse({"scenario.no_such_grade", {fmt::to_string(out)}}, {"scenario.no_such_grade.mend", {}});
}

void readProfile(const JsonPlace& at, Profile& out)
{
    JsonObject object(at);
    object.need("grades", out.grades, listOf(readGrade, kMostItems));
    object.need("levelSpeed", out.levelSpeed, readSpeeds);
    object.need("stairDown", out.stairDown, readSpeeds);
    object.need("stairUp", out.stairUp, readSpeeds);
    object.may("hurry", out.hurry, Number{0.1, kMostHurry});
    object.may("radius", out.radius, kRadius);
    object.may("mass", out.mass, Number{kLightestBody, kHeaviestBody, "kg"});
    object.may("push", out.push, Number{0.0, kGreatestPush, "N"});
    object.may("preMovement", out.preMovement, readDistribution);
    object.may("source", out.source, kLongText);
}

void readAssistance(const JsonPlace& at, Assistance& out)
{
    JsonObject object(at);
    object.may("helpers", out.helpers, Whole{0, 2});
    object.may("from", out.from, oneOf(kHelpFromWords));
    object.may("levelSpeed", out.levelSpeed, readSpeeds);
    object.may("stairDown", out.stairDown, readSpeeds);
    object.may("stairUp", out.stairUp, readSpeeds);
    object.may("source", out.source, kLongText);
}

void readRule(const JsonPlace& at, RouteRule& out)
{
    JsonObject object(at);
    object.may("stairs", out.stairs, listOf(IdText{}, kMostItems));
    object.may("exits", out.exits, listOf(IdText{}, kMostItems));
    object.may("doors", out.doors, listOf(IdText{}, kMostItems));
}

void readReleaseKeys(const JsonPlace& at, Release& out)
{
    JsonObject object(at);
    object.may("classes", out.classes, listOf(IdText{}, kMostItems));
    object.may("grades", out.grades, listOf(Whole{0, kHighestGrade}, kMostItems));
    object.may("time", out.time, kTime);
    object.may("choice", out.choice, oneOf(kRouteChoiceWords));
    object.may("rule", out.rule, readRule);
    object.may("preMovement", out.preMovement, readDistribution);
    object.may("files", out.files, Whole{0, 2});
    object.may("teacher", out.teacher, oneOf(kTeacherPlaceWords));
    object.may("over", out.over, kTime);
}

void readRelease(const JsonPlace& at, Release& out)
{
    readReleaseKeys(at, out);
    if (at.good() && out.choice == RouteChoice::Given && out.rule == RouteRule{})
        at.named("rule").refuse({"scenario.given_without_rule", {}}, {"scenario.given_without_rule.mend", {}});
}

void readEventKeys(const JsonPlace& at, Event& out)
{
    JsonObject object(at);
    object.need("time", out.time, kTime);
    object.need("kind", out.kind, oneOf(kEventKindWords));
    object.may("door", out.door, IdText{});
    object.may("stair", out.stair, IdText{});
    object.may("on", out.on, kElementText);
    object.may("storey", out.storey, IdText{});
    object.may("at", out.at, readPoint);
    object.may("duration", out.duration, Number{kShortestFall, kLongestFall, "s"});
}

// Keys of another kind of event would be passed over in silence.
void refuseKey(const JsonPlace& at, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        if (memberOf(at.value(), key) != nullptr)
            at.named(key).refuse({"scenario.event_key", {std::string(key)}}, {"scenario.event_key.mend", {}});
}

void readFall(const JsonPlace& at, const Event& event)
{
    refuseKey(at, {"door", "stair"});
    if (event.on.empty() ? !event.at.has_value() : !event.storey.none())
        at.refuse({"scenario.fall_of_one_place", {}}, {"scenario.fall_of_one_place.mend", {}});
}

void readLight(const JsonPlace& at, const Event& event)
{
    refuseKey(at, {"door", "storey", "at", "duration"});
    if (!event.stair.none() && !event.on.empty())
        at.refuse({"scenario.light_of_one", {}}, {"scenario.light_of_one.mend", {}});
}

void readEvent(const JsonPlace& at, Event& out)
{
    readEventKeys(at, out);
    if (!at.good()) return;
    if (out.kind == EventKind::Fall) return readFall(at, out);
    if (!opensOrShuts(out)) return readLight(at, out);
    refuseKey(at, {"on", "storey", "at", "duration"});
    if (out.door.none() == out.stair.none())
        at.refuse({"scenario.event_of_one", {}}, {"scenario.event_of_one.mend", {}});
}

void readWardenKeys(const JsonPlace& at, Warden& out)
{
    JsonObject object(at);
    object.need("stair", out.stair, IdText{});
    object.need("storey", out.storey, IdText{});
    object.need("task", out.task, oneOf(kWardenTaskWords));
    object.may("from", out.from, kTime);
    object.may("to", out.to, kTime);
    object.may("classes", out.classes, listOf(IdText{}, kMostItems));
    object.may("density", out.density, Number{kLeastMeter, kDensestFill, "1/m²"});
    object.may("toStair", out.toStair, IdText{});
    object.may("share", out.share, Number{0.0, 1.0});
}

void readWarden(const JsonPlace& at, Warden& out)
{
    readWardenKeys(at, out);
    if (!at.good()) return;
    const auto others = [&](std::string_view key) {
        if (memberOf(at.value(), key) != nullptr)
            at.named(key).refuse({"scenario.warden_key", {std::string(key)}}, {"scenario.warden_key.mend", {}});
    };
    if (out.task != WardenTask::Meter) others("density");
    if (out.task != WardenTask::Send) {
        others("toStair");
        others("share");
    }
    if (out.task == WardenTask::Send && out.toStair.none())
        at.named("toStair").refuse({"scenario.sent_nowhere", {}}, {"scenario.sent_nowhere.mend", {}});
    if (out.task == WardenTask::Hold && !out.to)
        at.named("to").refuse({"scenario.held_for_ever", {}}, {"scenario.held_for_ever.mend", {}});
    if (out.to && *out.to <= out.from)
        at.named("to").refuse({"scenario.ends_before_it_begins", {}}, {"scenario.ends_before_it_begins.mend", {}});
}

void readVisibility(const JsonPlace& at, Visibility& out)
{
    constexpr Number kShare{kWorstSight, 1.0};
    JsonObject object(at);
    object.may("stairs", out.stairs, kShare);
    object.may("level", out.level, kShare);
}

void readPerson(const JsonPlace& at, ListedPerson& out)
{
    JsonObject object(at);
    object.need("at", out.at, readPoint);
    object.may("storey", out.storey, IdText{});
    object.may("speed", out.speed, Number{kSlowestSpeed, kFastestSpeed, "m/s"});
    object.may("radius", out.radius, kRadius);
    object.may("exit", out.exit, IdText{});
    object.may("line", out.line, IdText{});
}

void readLine(const JsonPlace& at, RemovalLine& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("storey", out.storey, IdText{});
    object.need("line", out.line, readSegment);
}

void readFill(const JsonPlace& at, Fill& out)
{
    JsonObject object(at);
    object.need("density", out.density, Number{0.0, kDensestFill, "1/m²"});
    object.may("kinds", out.kinds, listOf(oneOf(kSpaceKindWords), kMostItems));
    object.may("grade", out.grade, readGrade);
}

}

void readDistribution(const JsonPlace& at, Distribution& out)
{
    out = {};
    {
        JsonObject object(at);
        object.need("kind", out.kind, oneOf(kDistributionWords));
        if (object.has("kind")) readParameters(object, out);
    }
    if (at.good() && out.kind == Distribution::Kind::Uniform && out.a > out.b)
        at.named("to").refuse({"scenario.ends_before_it_begins", {}}, {"scenario.ends_before_it_begins.mend", {}});
    if (at.good() && out.low > out.high)
        at.named("high").refuse({"scenario.ends_before_it_begins", {}}, {"scenario.ends_before_it_begins.mend", {}});
}

void readScenario(const JsonPlace& at, Scenario& out)
{
    JsonObject object(at);
    object.need("name", out.name, kNameText);
    object.may("source", out.source, kLongText);
    object.need("school", out.school, kLongText);
    object.may("situation", out.situation, oneOf(kSituationWords));
    object.may("destination", out.destination, oneOf(kDestinationWords));
    object.may("model", out.model, oneOf(kModelWords));
    object.may("flowCap", out.flowCap, Number{kSmallestFlowCap, kGreatestFlowCap, "1/(m·s)"});
    object.may("seed", out.seed, Whole{0, kLargestSeed});
    object.may("timeStep", out.timeStep, Number{kShortestStep, kLongestStep, "s"});
    object.may("timeLimit", out.timeLimit, Number{1.0, kLongestTime, "s"});
    object.may("stallLimit", out.stallLimit, Number{1.0, kLongestTime, "s"});
    object.may("takeCover", out.takeCover, kTime);
    object.may("lighting", out.lighting, oneOf(kLightingWords));
    object.may("inDim", out.inDim, readVisibility);
    object.may("inDark", out.inDark, readVisibility);
    object.may("motivation", out.motivation, oneOf(kMotivationWords));
    object.may("preMovement", out.preMovement, readDistribution);
    object.may("profiles", out.profiles, listOf(readProfile, kMostItems));
    object.may("assisted", out.assisted, readAssistance);
    object.may("releases", out.releases, listOf(readRelease, kMostItems));
    object.may("events", out.events, listOf(readEvent, kMostItems));
    object.may("wardens", out.wardens, listOf(readWarden, kMostItems));
    object.may("people", out.people, listOf(readPerson, kMostPeople));
    object.may("lines", out.lines, listOf(readLine, kMostItems));
    object.may("fills", out.fills, listOf(readFill, kMostItems));
    object.may("classesPresent", out.classesPresent, YesNo{});
}

}
