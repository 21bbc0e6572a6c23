#include "sim/base/json_write.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/scenario/scenario_words.hpp"
#include "sim/school/school_words.hpp"
#include "sim/school/shape_read.hpp"

namespace stairwise {
namespace {

void putParameters(JsonWriter& writer, const Distribution& distribution)
{
    const auto two = [&](std::string_view first, std::string_view second) {
        writer.key(first).number(distribution.a);
        writer.key(second).number(distribution.b);
    };
    switch (distribution.kind) {
    case Distribution::Kind::Constant:
        writer.key("value").number(distribution.a);
        break;
    case Distribution::Kind::Uniform:
        two("from", "to");
        break;
    case Distribution::Kind::Normal:
        two("mean", "sd");
        break;
    case Distribution::Kind::LogNormal:
        two("median", "gsd");
        break;
    case Distribution::Kind::Gamma:
    case Distribution::Kind::Weibull:
        two("shape", "scale");
        break;
    }
}

void putDistribution(JsonWriter& writer, std::string_view key, const Distribution& distribution)
{
    const Distribution usual;
    writer.key(key).beginObject(JsonWriter::Shape::OneLine);
    writer.key("kind").text(wordFor(kDistributionWords, distribution.kind));
    putParameters(writer, distribution);
    if (distribution.low != usual.low) writer.key("low").number(distribution.low);
    if (distribution.high != usual.high) writer.key("high").number(distribution.high);
    writer.endObject();
}

void putGrades(JsonWriter& writer, const std::vector<int>& grades)
{
    writer.key("grades").beginList(JsonWriter::Shape::OneLine);
    for (const int grade : grades) writer.whole(grade);
    writer.endList();
}

void putProfile(JsonWriter& writer, const Profile& profile)
{
    putGrades(writer, profile.grades);
    putDistribution(writer, "levelSpeed", profile.levelSpeed);
    putDistribution(writer, "stairDown", profile.stairDown);
    putDistribution(writer, "stairUp", profile.stairUp);
    writer.key("hurry").number(profile.hurry);
    writer.key("radius").whole(profile.radius);
    if (profile.mass != Profile{}.mass) writer.key("mass").number(profile.mass);
    if (profile.push) writer.key("push").number(*profile.push);
    if (profile.preMovement) putDistribution(writer, "preMovement", *profile.preMovement);
    writer.textIfAny("source", profile.source);
}

void putAssistance(JsonWriter& writer, const Assistance& assisted)
{
    if (assisted == Assistance{}) return;
    writer.key("assisted").beginObject();
    writer.key("helpers").whole(assisted.helpers);
    writer.key("from").text(wordFor(kHelpFromWords, assisted.from));
    putDistribution(writer, "levelSpeed", assisted.levelSpeed);
    putDistribution(writer, "stairDown", assisted.stairDown);
    putDistribution(writer, "stairUp", assisted.stairUp);
    writer.key("source").text(assisted.source); // an empty one too: the built-in source is not that of other numbers
    writer.endObject();
}

void putRelease(JsonWriter& writer, const Release& release)
{
    writeIdsIfAny(writer, "classes", release.classes);
    if (!release.grades.empty()) putGrades(writer, release.grades);
    writer.key("time").number(release.time);
    writer.key("choice").text(wordFor(kRouteChoiceWords, release.choice));
    if (release.rule != RouteRule{}) {
        writer.key("rule").beginObject();
        writeIdsIfAny(writer, "stairs", release.rule.stairs);
        writeIdsIfAny(writer, "exits", release.rule.exits);
        writeIdsIfAny(writer, "doors", release.rule.doors);
        writer.endObject();
    }
    if (release.preMovement) putDistribution(writer, "preMovement", *release.preMovement);
    if (release.files != 0) writer.key("files").whole(release.files);
    if (release.teacher != TeacherPlace::OwnTime)
        writer.key("teacher").text(wordFor(kTeacherPlaceWords, release.teacher));
    if (release.over != 0.0) writer.key("over").number(release.over);
}

void putEvent(JsonWriter& writer, const Event& event)
{
    writer.key("time").number(event.time);
    writer.key("kind").text(wordFor(kEventKindWords, event.kind));
    writer.textIfAny("door", event.door.value);
    writer.textIfAny("stair", event.stair.value);
    writer.textIfAny("on", event.on);
    writer.textIfAny("storey", event.storey.value);
    if (event.at) write(writer.key("at"), *event.at);
    if (event.duration != kUsualFall) writer.key("duration").number(event.duration);
}

void putWarden(JsonWriter& writer, const Warden& warden)
{
    writer.key("stair").text(warden.stair.value);
    writer.key("storey").text(warden.storey.value);
    writer.key("task").text(wordFor(kWardenTaskWords, warden.task));
    writer.key("from").number(warden.from);
    if (warden.to) writer.key("to").number(*warden.to);
    writeIdsIfAny(writer, "classes", warden.classes);
    if (warden.task == WardenTask::Meter) writer.key("density").number(warden.density);
    if (warden.task != WardenTask::Send) return;
    writer.key("toStair").text(warden.toStair.value);
    writer.key("share").number(warden.share);
}

void putPerson(JsonWriter& writer, const ListedPerson& person)
{
    write(writer.key("at"), person.at);
    writer.textIfAny("storey", person.storey.value);
    writer.key("speed").number(person.speed);
    writer.key("radius").whole(person.radius);
    writer.textIfAny("exit", person.exit.value);
    writer.textIfAny("line", person.line);
}

void putLine(JsonWriter& writer, const RemovalLine& line)
{
    writer.key("id").text(line.id);
    writer.textIfAny("storey", line.storey.value);
    write(writer.key("line"), line.line);
}

void putFill(JsonWriter& writer, const Fill& fill)
{
    writer.key("density").number(fill.density);
    if (!fill.kinds.empty()) {
        writer.key("kinds").beginList(JsonWriter::Shape::OneLine);
        for (const SpaceKind kind : fill.kinds) writer.text(wordFor(kSpaceKindWords, kind));
        writer.endList();
    }
    writer.key("grade").whole(fill.grade);
}

void putVisibility(JsonWriter& writer, std::string_view key, const Visibility& visibility, const Visibility& usual)
{
    if (visibility == usual) return;
    writer.key(key).beginObject(JsonWriter::Shape::OneLine);
    writer.key("stairs").number(visibility.stairs);
    writer.key("level").number(visibility.level);
    writer.endObject();
}

void putSettings(JsonWriter& writer, const Scenario& scenario)
{
    writer.key("situation").text(wordFor(kSituationWords, scenario.situation));
    writer.key("destination").text(wordFor(kDestinationWords, scenario.destination));
    if (scenario.model != Model::Agents) writer.key("model").text(wordFor(kModelWords, scenario.model));
    if (scenario.flowCap) writer.key("flowCap").number(*scenario.flowCap);
    writer.key("seed").whole(static_cast<std::int64_t>(scenario.seed));
    writer.key("timeStep").number(scenario.timeStep);
    writer.key("timeLimit").number(scenario.timeLimit);
    writer.key("stallLimit").number(scenario.stallLimit);
    if (scenario.takeCover != 0.0) writer.key("takeCover").number(scenario.takeCover);
    if (scenario.lighting != Lighting::Normal) writer.key("lighting").text(wordFor(kLightingWords, scenario.lighting));
    putVisibility(writer, "inDim", scenario.inDim, kInDim);
    putVisibility(writer, "inDark", scenario.inDark, kInDark);
    writer.key("motivation").text(wordFor(kMotivationWords, scenario.motivation));
    putDistribution(writer, "preMovement", scenario.preMovement);
}

}

std::string formatScenario(const Scenario& scenario)
{
    constexpr auto kOneLine = JsonWriter::Shape::OneLine;
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text("stairwise-scenario");
    writer.key("version").whole(kScenarioVersion);
    writer.key("name").text(scenario.name);
    writer.textIfAny("source", scenario.source);
    writer.key("school").text(scenario.school);
    putSettings(writer, scenario);
    writeObjectsIfAny(writer, "profiles", scenario.profiles, putProfile);
    putAssistance(writer, scenario.assisted);
    writeObjectsIfAny(writer, "releases", scenario.releases, putRelease);
    writeObjectsIfAny(writer, "events", scenario.events, putEvent, kOneLine);
    writeObjectsIfAny(writer, "wardens", scenario.wardens, putWarden, kOneLine);
    writeObjectsIfAny(writer, "people", scenario.people, putPerson, kOneLine);
    writeObjectsIfAny(writer, "lines", scenario.lines, putLine, kOneLine);
    writeObjectsIfAny(writer, "fills", scenario.fills, putFill, kOneLine);
    if (!scenario.classesPresent) writer.key("classesPresent").yesNo(false);
    writer.endObject();
    return std::move(writer).finished();
}

}
