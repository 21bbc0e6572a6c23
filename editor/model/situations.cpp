#include "editor/model/situations.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/run/people.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace stairwise::editor {
namespace {

std::string freeFile(const Document& document, const std::string& stem)
{
    for (int i = 1;; ++i) {
        const std::string file = i == 1 ? stem + ".scenario.json" : fmt::format("{}-{}.scenario.json", stem, i);
        if (std::ranges::find(document.scenarios, file, &NamedScenario::file) == document.scenarios.end()) return file;
    }
}

// What a class is told now, without who else is told so.
Release releaseNow(const Scenario& scenario, const SchoolClass& schoolClass)
{
    const Release* release = releaseFor(scenario, &schoolClass);
    Release now = release == nullptr ? Release{} : *release;
    now.classes.clear();
    now.grades.clear();
    return now;
}

bool aloneFor(const Release& release, const ClassId& id)
{
    return release.classes.size() == 1 && release.classes.front() == id && release.grades.empty();
}

void dropOwn(Scenario& scenario, const ClassId& id)
{
    std::erase_if(scenario.releases, [&](const Release& release) { return aloneFor(release, id); });
}

}

Scenario defaultScenario(const School& school)
{
    Scenario scenario;
    scenario.name = school.name;
    scenario.situation = Situation::Fire;
    scenario.motivation = Motivation::Hurry;
    // Pupils in class who hear an alarm with their teacher: within half a minute; assumed (docs/model.md).
    scenario.preMovement = {Distribution::Kind::Uniform, 5.0, 30.0};
    scenario.releases.push_back({});
    if (!school.grounds.assemblyAreas.empty()) scenario.destination = Destination::Assembly;
    return scenario;
}

void addScenario(Editor& editor, Scenario scenario)
{
    const Document& document = editor.history.now();
    const std::string stem = editor.file.empty() ? std::string("situation")
                                                 : std::filesystem::path(schoolStem(editor.file)).filename().string();
    const std::string file = freeFile(document, stem);
    fulfil(editor, Make{Step{{"edit.add_scenario", {}}, {PutScenario{{file, std::move(scenario)}}}}});
    fulfil(editor, ChooseScenario{file});
}

void startRun(Editor& editor)
{
    if (scenarioOf(editor) == nullptr) addScenario(editor, defaultScenario(schoolOf(editor)));
    const NamedScenario* named = scenarioOf(editor);
    if (named == nullptr) return;
    if (const Done fits = checkAgainst(named->scenario, schoolOf(editor), named->file); !fits)
        return tell(editor, fits.fault());
    editor.playback.reset();
    editor.outcome.reset();
    editor.curves.reset();
    editor.beside.reset();
    dropEnsemble(editor);
    editor.playing = {0.0, true, editor.playing.speed};
    RunOrder order;
    order.school = editor.history.now().school;
    editor.walkedIn = order.school;
    editor.walked.reset();
    order.scenario = named->scenario;
    order.scenarioFile = named->file;
    order.folder = editor.folder / "run" / named->file; // each keeps its walk, to be played beside others
    order.language = editor.looks.language;
    editor.runner->begin(std::move(order));
}

Scenario releasedAt(Scenario scenario, const School& school, const ClassId& id, double seconds)
{
    const SchoolClass* schoolClass = findClass(school, id);
    if (schoolClass == nullptr) return scenario;
    Release own = releaseNow(scenario, *schoolClass);
    dropOwn(scenario, id);
    own.classes = {id};
    own.time = std::max(seconds, 0.0);
    scenario.releases.push_back(std::move(own));
    return scenario;
}

Scenario releasedAt(Scenario scenario, const School& school, int grade, double seconds)
{
    for (const SchoolClass& schoolClass : school.classes)
        if (schoolClass.grade == grade) scenario = releasedAt(std::move(scenario), school, schoolClass.id, seconds);
    return scenario;
}

double releaseOf(const Scenario& scenario, const SchoolClass& schoolClass)
{
    return releaseNow(scenario, schoolClass).time;
}

Scenario wayToggled(Scenario scenario, const School& school, const ClassId& id, const std::string& by)
{
    const SchoolClass* schoolClass = findClass(school, id);
    if (schoolClass == nullptr) return scenario;
    Release own = releaseNow(scenario, *schoolClass);
    if (own.choice != RouteChoice::Given) own.rule = {};
    const auto toggle = [](auto& ids, const auto& one) {
        if (std::erase(ids, one) == 0) ids.push_back(one);
    };
    if (findStair(school, {by}) != nullptr)
        toggle(own.rule.stairs, StairId{by});
    else
        toggle(own.rule.exits, DoorId{by});
    const bool any = !own.rule.stairs.empty() || !own.rule.exits.empty() || !own.rule.doors.empty();
    own.choice = any ? RouteChoice::Given : RouteChoice::Nearest;
    dropOwn(scenario, id);
    own.classes = {id};
    scenario.releases.push_back(std::move(own));
    return scenario;
}

bool shutFromStart(const Scenario& scenario, const std::string& id)
{
    return std::ranges::any_of(scenario.events, [&](const Event& event) {
        const bool here = event.door.value == id || event.stair.value == id;
        return here && event.kind == EventKind::Shut && event.time <= 0.0;
    });
}

Scenario shutToggled(Scenario scenario, const std::string& id, bool stair)
{
    const bool shut = shutFromStart(scenario, id);
    std::erase_if(scenario.events, [&](const Event& event) {
        return opensOrShuts(event) && (event.door.value == id || event.stair.value == id);
    });
    if (shut) return scenario;
    Event event;
    if (stair)
        event.stair = {id};
    else
        event.door = {id};
    scenario.events.push_back(event);
    return scenario;
}

Scenario fallenAt(Scenario scenario, double seconds, const StoreyId& storey, Point at)
{
    Event fall;
    fall.kind = EventKind::Fall;
    fall.time = std::round(seconds * 10.0) / 10.0; // tenths: what the clock of the time line shows
    fall.storey = storey;
    fall.at = at;
    scenario.events.push_back(fall);
    return scenario;
}

std::optional<Vec2> postOf(const Walkable& walkable, const Warden& warden)
{
    for (const Surface& surface : walkable.surfaces)
        if (surface.kind == SurfaceKind::FloorLanding && surface.stair == warden.stair &&
            surface.storey == warden.storey)
            return centroid(surface.area);
    return std::nullopt;
}

std::optional<Moment> busiestMoment(const Editor& editor)
{
    if (!editor.outcome || !editor.outcome->result || editor.outcome->result->crowdedPlaces.empty())
        return std::nullopt;
    const CrowdedPlace& place = editor.outcome->result->crowdedPlaces.front();
    if (editor.walked == nullptr || place.surface >= editor.walked->walkable.surfaces.size()) return std::nullopt;
    return Moment{(place.from + place.to) / 2.0, editor.walked->walkable.surfaces[place.surface].storey,
                  toMillimetres(place.at)};
}

}
