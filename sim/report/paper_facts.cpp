#include "sim/report/paper_facts.hpp"

#include "sim/report/page.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/posts_report.hpp"
#include "sim/run/people.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/stagger/clock_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace stairwise {
namespace {

constexpr double kStep = 10.0; // seconds that a bell or a broadcast can give (docs/stagger.md)

const Storey* storeyOf(const School& school, const SpaceId& room)
{
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            if (std::ranges::find(storey->spaces, room, &Space::id) != storey->spaces.end()) return storey.get();
    return nullptr;
}

// The post of a kind that most of a class pass: the way that they take in the runs.
const PassedPost* mostUsed(const Papers& papers, std::size_t schoolClass, PassedKind kind)
{
    const PassedPost* most = nullptr;
    std::size_t people = 0;
    for (const PostPassings& at : papers.passings.posts)
        for (const Passing& passing : at.passings)
            if (at.post.kind == kind && passing.schoolClass == schoolClass && passing.people > people) {
                most = &at.post;
                people = passing.people;
            }
    return most;
}

// Stairs, then exits, that the class is told.
std::vector<std::string> waysTold(const Papers& papers, const Release* release)
{
    std::vector<std::string> names;
    if (release == nullptr || release->choice != RouteChoice::Given) return names;
    for (const StairId& stair : release->rule.stairs)
        names.push_back(nameOrId(findStair(papers.school, stair), stair.value));
    for (const DoorId& exit : release->rule.exits) names.push_back(nameOrId(findDoor(papers.school, exit), exit.value));
    return names;
}

// For a class that is told none: the stair that most of it take in the runs.
std::string freeWay(const Papers& papers, std::size_t schoolClass, Language language)
{
    const PassedPost* by = mostUsed(papers, schoolClass, PassedKind::Landing);
    if (by == nullptr) return say("papers.any_way", language);
    const StairId& stair = by->stair.stair;
    return say({"papers.any_way_by", {nameOrId(findStair(papers.school, stair), stair.value)}}, language);
}

std::string gateOf(const Papers& papers, std::size_t schoolClass, Language language)
{
    const auto& gates = papers.school.grounds.gates;
    if (gates.size() == 1) return nameOrId(&gates.front(), gates.front().id.value);
    const PassedPost* by = mostUsed(papers, schoolClass, PassedKind::Gate);
    return by == nullptr ? std::string{} : postName(papers, *by, language);
}

std::string roomOf(const Papers& papers, const SchoolClass& own)
{
    const Space* room = findSpace(papers.school, own.homeroom);
    if (room == nullptr) return {};
    const Storey* storey = storeyOf(papers.school, own.homeroom);
    const std::string name = nameOrId(room, own.homeroom.value);
    return storey == nullptr || storey->name.empty() ? name : storey->name + " " + name;
}

}

std::vector<ClassFacts> classFacts(const Papers& papers, Language language)
{
    std::vector<ClassFacts> all;
    for (std::size_t c = 0; c < papers.school.classes.size(); ++c) {
        const SchoolClass& own = papers.school.classes[c];
        const Release* release = releaseFor(papers.scenario, &own);
        ClassFacts facts;
        facts.schoolClass = c;
        facts.name = nameOrId(&own, own.id.value);
        facts.room = roomOf(papers, own);
        facts.pupils = own.pupils;
        facts.time = release != nullptr ? release->time : 0.0;
        facts.over = release != nullptr ? release->over : 0.0;
        facts.files = release != nullptr ? release->files : 0;
        const auto told = waysTold(papers, release);
        facts.told = told.empty() ? std::string{} : told.front();
        facts.way = told.empty() ? freeWay(papers, c, language) : joined(told, language);
        if (const PassedPost* exit = mostUsed(papers, c, PassedKind::Exit); exit != nullptr)
            facts.exit = postName(papers, *exit, language);
        facts.gate = gateOf(papers, c, language);
        if (papers.scenario.destination == Destination::Assembly) facts.area = areaNameOf(papers.school, own.id);
        if (c < papers.passings.out.size() && papers.passings.out[c])
            facts.out = roundedTime(*papers.passings.out[c], Rounded::Up);
        all.push_back(std::move(facts));
    }
    std::ranges::stable_sort(all, {}, &ClassFacts::time);
    return all;
}

std::string postName(const Papers& papers, const PassedPost& post, Language language)
{
    if (post.kind == PassedKind::Landing) {
        const StairId& stair = post.stair.stair;
        const Storey* storey = findStorey(papers.school, post.stair.storey);
        const std::string where = papers.school.buildings.size() > 1
                                      ? storeyName(papers.school, post.stair.storey, language)
                                      : nameOrId(storey, post.stair.storey.value);
        return say({"papers.landing", {nameOrId(findStair(papers.school, stair), stair.value), where}}, language);
    }
    if (post.kind == PassedKind::Exit) return nameOrId(findDoor(papers.school, post.exit), post.exit.value);
    DutyPost gate;
    gate.kind = DutyKind::Gate;
    gate.gate = post.gate;
    return nameOf(papers.school, gate, language);
}

std::vector<PostPassings> postsWithCards(const Papers& papers)
{
    std::set<StairPost> wardens;
    for (const Warden& warden : papers.scenario.wardens) wardens.insert({warden.stair, warden.storey});
    std::vector<PostPassings> posts;
    for (const PostPassings& at : papers.passings.posts)
        if (at.post.kind != PassedKind::Landing || wardens.empty() || wardens.contains(at.post.stair))
            posts.push_back(at);
    return posts;
}

std::string timeText(const Papers& papers, double seconds)
{
    if (papers.ask.bell) return clockText(*papers.ask.bell + seconds);
    const long whole = std::lround(seconds);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string timePhrase(const Papers& papers, double seconds, Language language)
{
    if (papers.ask.bell) return timeText(papers, seconds);
    const std::string signal = signalName(papers, language);
    if (std::lround(seconds) == 0) return say({"papers.at_signal", {signal}}, language);
    return say({"papers.after_signal", {minutes(seconds, language), signal}}, language);
}

double roundedTime(double seconds, Rounded rounded)
{
    const double steps = seconds / kStep;
    return kStep * std::max(rounded == Rounded::Down ? std::floor(steps) : std::ceil(steps), 0.0);
}

bool isDismissal(const Papers& papers)
{
    return papers.scenario.situation == Situation::Dismissal;
}

std::string signalName(const Papers& papers, Language language)
{
    if (isDismissal(papers)) return say("papers.bell", language);
    const bool second = papers.scenario.situation == Situation::Earthquake;
    return say(second ? "papers.second_signal" : "papers.signal", language);
}

void addFoot(std::vector<Picture>& pages, const Papers& papers, Language language)
{
    constexpr double kLeft = 42.0;
    constexpr double kBase = 24.0; // points above the foot
    const std::string mark = hashOf(papers.scenario).hex().substr(0, 8);
    const std::string plan = say({"papers.plan", {papers.ask.planFile, mark}}, language);
    const std::string runs = say({"papers.runs", {std::to_string(papers.passings.runs)}}, language);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const double right = pages[i].high.x - kLeft;
        const Message number{"papers.page", {std::to_string(i + 1), std::to_string(pages.size())}};
        const auto add = [&](double x, Anchor anchor, const std::string& text, double widest) {
            pages[i].shapes.emplace_back(TextShape{{x, kBase}, 7.0, anchor, kPageSoft, text, widest});
        };
        add(kLeft, Anchor::Left, plan, 0.42 * (right - kLeft));
        add(0.5 * (kLeft + right), Anchor::Centre, say(number, language), 70.0);
        add(right, Anchor::Right, runs, 0.42 * (right - kLeft));
    }
}

}
