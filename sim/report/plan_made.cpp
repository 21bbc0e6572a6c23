#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/posts_report.hpp"
#include "sim/scenario/scenario_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace stairwise {
namespace {

// A tenth of a second is finer than any drill is timed.
double tenth(double seconds)
{
    return std::round(10.0 * seconds) / 10.0;
}

PredictedTime timeOf(const std::string& id, const std::string& name, const std::optional<Band>& band)
{
    PredictedTime time{id, name, {}, {}, {}, 0};
    if (!band) return time;
    time.low = tenth(band->low);
    time.median = tenth(band->median);
    time.high = tenth(band->high);
    time.runs = static_cast<int>(band->of);
    return time;
}

std::vector<PredictedTime> timesOf(const std::vector<NamedBand>& bands)
{
    std::vector<PredictedTime> times;
    for (const NamedBand& band : bands)
        times.push_back(timeOf(band.id, band.name.empty() ? band.id : band.name, band.band));
    return times;
}

void addRisks(SimulatedOfDrill& simulated, const NamedEnsemble& many, Language language)
{
    const auto& points = many.result.points;
    for (std::size_t i = 0; i < std::min(points.size(), many.points.size()); ++i) {
        if (simulated.risks.size() == kMostRisks) {
            simulated.otherRisks = static_cast<int>(points.size() - i);
            return;
        }
        const EnsemblePoint& point = points[i];
        const NamedPoint& named = many.points[i];
        simulated.risks.push_back({say({"plan.risk.at", {named.place, named.storey}}, language), named.storey,
                                   point.typical.rank, tenth(point.from.median), tenth(point.to.median),
                                   std::round(1000.0 * point.shareOfRuns) / 1000.0, named.why, named.help});
    }
}

SimulatedOfDrill simulatedOf(const RunResult& one, const NamedEnsemble& many, Language language)
{
    const EnsembleResult& all = many.result;
    SimulatedOfDrill simulated;
    simulated.engine = kEngineNumber;
    simulated.digest = one.digest.hex();
    simulated.runs = static_cast<int>(all.runs.size());
    simulated.notEmpty = static_cast<int>(all.notEmpty);
    simulated.enough = all.enough;
    if (one.bound) simulated.lowerBound = tenth(one.bound->seconds);
    // Whoever is not out has no time: with one such run there is no range.
    simulated.clearance = timeOf("", "", all.notEmpty == 0 ? all.clearance : std::nullopt);
    simulated.rooms = timesOf(all.rooms);
    simulated.classes = timesOf(all.classes);
    simulated.assembled = timesOf(all.assembled);
    simulated.stairs = timesOf(all.stairs);
    simulated.exits = timesOf(all.exits);
    addRisks(simulated, many, language);
    return simulated;
}

std::vector<std::string> namesIn(const std::vector<PassageResult>& passages, const std::vector<std::string>& ids)
{
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(passageName(passages, id));
    return names;
}

void addWay(PlannedClass& planned, const RunResult& one)
{
    if (!one.hand) return;
    const auto found = std::ranges::find(one.hand->classes, planned.id, [](const HandClass& c) { return c.times.id; });
    if (found == one.hand->classes.end()) return;
    planned.stairs = namesIn(one.stairs, found->stairs);
    for (const auto& [exit, people] : found->exits) planned.exits.push_back(passageName(one.exits, exit));
}

std::vector<PlannedClass> participantsOf(const School& school, const RunResult& one)
{
    std::vector<PlannedClass> all;
    std::set<double> releases;
    for (const SchoolClass& each : school.classes) {
        const Space* room = findSpace(school, each.homeroom);
        PlannedClass planned{each.id.value,
                             each.name,
                             each.pupils,
                             each.assistedPupils,
                             {},
                             {},
                             {},
                             {},
                             {},
                             areaNameOf(school, each.id)};
        planned.room = nameOrId(room, each.homeroom.value);
        addWay(planned, one);
        const auto ran = std::ranges::find(one.classes, each.id.value, &ClassResult::id);
        if (ran != one.classes.end()) releases.insert(*(planned.release = tenth(ran->released)));
        all.push_back(std::move(planned));
    }
    for (PlannedClass& planned : all)
        if (planned.release)
            planned.order = static_cast<int>(std::distance(releases.begin(), releases.find(*planned.release))) + 1;
    return all;
}

// Those that the scenario has; besides, the guide wants somebody at the foot of every stair and at every exit in use.
std::vector<std::string> postsOf(const School& school, const Scenario& scenario, const RunResult& one,
                                 Language language)
{
    std::vector<std::string> posts;
    for (const Warden& warden : scenario.wardens) {
        const std::string name = nameOf(school, StairPost{warden.stair, warden.storey}, language);
        if (std::ranges::find(posts, name) == posts.end()) posts.push_back(name);
    }
    for (const PassageResult& stair : one.stairs)
        if (stair.passed > 0) posts.push_back(say({"plan.post.stair", {passageName(one.stairs, stair.id)}}, language));
    for (const PassageResult& exit : one.exits)
        if (exit.passed > 0) posts.push_back(say({"plan.post.exit", {passageName(one.exits, exit.id)}}, language));
    return posts;
}

std::vector<std::string> blockedOf(const School& school, const Scenario& scenario)
{
    std::vector<std::string> blocked;
    for (const Event& event : scenario.events) {
        if (event.kind != EventKind::Shut) continue;
        const Stair* stair = findStair(school, event.stair);
        const Door* door = findDoor(school, event.door);
        const std::string id = event.stair.none() ? event.door.value : event.stair.value;
        const std::string name = stair != nullptr ? stair->name : door != nullptr ? door->name : std::string();
        blocked.push_back(name.empty() ? id : name);
    }
    return blocked;
}

DerivedOfDrill derivedOf(const PlanSources& sources, Language language)
{
    const School& school = sources.school;
    DerivedOfDrill derived;
    derived.school = school.name;
    derived.scenario = sources.scenario.name;
    derived.situation = wordFor(kSituationWords, sources.scenario.situation);
    derived.classes = static_cast<int>(school.classes.size());
    for (const SchoolClass& each : school.classes) derived.pupils += each.pupils;
    derived.staff = static_cast<int>(school.staff.size());
    derived.takeCover = sources.scenario.takeCover;
    derived.participants = participantsOf(school, sources.one);
    derived.posts = postsOf(school, sources.scenario, sources.one, language);
    derived.blocked = blockedOf(school, sources.scenario);
    return derived;
}

void want(std::vector<SaidPair>& pairs, const std::string& what, const std::string& text = {})
{
    if (std::ranges::find(pairs, what, &SaidPair::what) == pairs.end()) pairs.push_back({what, text});
}

void wantPhases(SaidOfDrill& said, const Scenario& scenario, Language language)
{
    if (!said.phases.empty()) return;
    const bool cover = scenario.takeCover > 0.0;
    if (cover) said.phases.push_back({say("plan.phase.cover", language), scenario.takeCover});
    said.phases.push_back({say("plan.phase.evacuate", language), {}});
    said.phases.push_back({say("plan.phase.count", language), {}});
    said.phases.push_back({say("plan.phase.comment", language), {}});
}

// The five teams of a drill (docs/filing.md, F11); the list is the school's to edit.
void wantTeams(SaidOfDrill& said, Language language)
{
    if (!said.teams.empty()) return;
    said.teams = {{say("plan.team.guide", language), {}, {}, say("plan.team.guide.duty", language)},
                  {say("plan.team.medical", language), {}, {}, say("plan.team.medical.duty", language)},
                  {say("plan.team.guard", language), {}, {}, say("plan.team.guard.duty", language)},
                  {say("plan.team.signal", language), {}, {}, say("plan.team.signal.duty", language)},
                  {say("plan.team.picture", language), {}, {}, say("plan.team.picture.duty", language)}};
}

SaidOfDrill completed(SaidOfDrill said, const DrillPlan& plan, const Scenario& scenario, Language language)
{
    wantPhases(said, scenario, language);
    wantTeams(said, language);
    for (const std::string& post : plan.derived.posts) want(said.wardens, post);
    for (const PlannedClass& one : plan.derived.participants) {
        want(said.places, one.name);
        if (one.assisted > 0) want(said.helpers, one.name);
    }
    for (const PlannedRisk& risk : plan.simulated.risks) {
        const std::string help = joined(risk.help, language);
        want(said.answers, risk.place, help.empty() ? help : say({"plan.proposed", {help}}, language));
    }
    return said;
}

}

const AssemblyArea* areaFor(const School& school, const ClassId& id)
{
    const AssemblyArea* everybodys = nullptr;
    for (const AssemblyArea& area : school.grounds.assemblyAreas) {
        if (std::ranges::find(area.classes, id) != area.classes.end()) return &area;
        if (area.classes.empty() && everybodys == nullptr) everybodys = &area;
    }
    return everybodys;
}

std::string areaNameOf(const School& school, const ClassId& id)
{
    const AssemblyArea* area = areaFor(school, id);
    return area == nullptr ? std::string() : nameOrId(area, area->id.value);
}

DrillPlan planOf(const PlanSources& sources, Language language)
{
    DrillPlan plan;
    plan.drill = sources.drill;
    plan.derived = derivedOf(sources, language);
    plan.simulated = simulatedOf(sources.one, sources.many, language);
    plan.said = completed(sources.said, plan, sources.scenario, language);
    return plan;
}

}
