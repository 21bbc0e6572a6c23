#include "scenarios/maker/replays.hpp"

#include "scenarios/maker/maker.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace stairwise::samples {
namespace {

constexpr double kApart = 75.0;         // seconds between classes that are let go one by one: 60 to 90, the middle
constexpr double kOrdinaryApart = 60.0; // seconds on an ordinary day of the sample school; assumed

Scenario bell(std::string name, std::string source, std::string school)
{
    Scenario scenario;
    scenario.name = std::move(name);
    scenario.source = std::move(source);
    scenario.school = std::move(school);
    scenario.situation = Situation::Dismissal;
    scenario.motivation = Motivation::Hurry;
    scenario.stallLimit = 180.0;
    scenario.timeLimit = 3600.0;
    return scenario;
}

Scenario named(Scenario scenario, std::string name, std::string source)
{
    scenario.name = std::move(name);
    scenario.source = std::move(source);
    return scenario;
}

/// The light is on, nobody hurries, people pack up as in the fire drill of the sample school.
Scenario ordinary(Scenario scenario)
{
    scenario.motivation = Motivation::Walk;
    scenario.lighting = Lighting::Normal;
    scenario.preMovement = {Distribution::Kind::LogNormal, 20.0, 1.5, 3.0, 90.0};
    return scenario;
}

/// `count` people fall one after another, every two seconds (guessed), where the others come by.
void fallOn(Scenario& scenario, const std::string& surface, double first, int count)
{
    for (int i = 0; i < count; ++i) {
        Event fall;
        fall.kind = EventKind::Fall;
        fall.time = first + 2.0 * i;
        fall.on = surface;
        fall.duration = 60.0;
        scenario.events.push_back(fall);
    }
}

int storeyOf(const SchoolClass& one)
{
    return one.homeroom.value[0] - '0'; // rooms are numbered so in all of these schools
}

std::vector<SchoolClass> lowestFirst(const School& school)
{
    std::vector<SchoolClass> classes = school.classes;
    std::ranges::stable_sort(classes, {}, storeyOf);
    return classes;
}

// ---- Chengan ----

}

Scenario chenganEvening()
{
    Scenario scenario = bell("成安 2003：晚自习停电后同时下楼", "11 December 2003, 19:50 to 20:00, power cut, a shout",
                             "chengan.school.json");
    scenario.timeLimit = 1800.0;
    scenario.lighting = Lighting::Dark;
    // Everybody jumps up at once; the spread is assumed.
    scenario.preMovement = {Distribution::Kind::LogNormal, 8.0, 1.5, 1.0, 40.0};
    scenario.releases.push_back({});
    return scenario;
}

namespace {

Scenario chenganLit()
{
    Scenario scenario = named(chenganEvening(), "成安 2003：同时下楼，灯亮着", "As chengan, without the power cut");
    scenario.lighting = Lighting::Normal;
    return scenario;
}

/// One class after the other, from the ground storey up: who is let go finds the stair below empty.
std::vector<Release> oneByOne(const School& school)
{
    std::vector<Release> releases;
    for (const SchoolClass& one : lowestFirst(school)) {
        Release release;
        release.classes = {one.id};
        release.time = kApart * static_cast<double>(releases.size());
        releases.push_back(release);
    }
    return releases;
}

/// Reported: those in front fell and those behind did not see it and pushed on; 16 fell when the rail of the lowest
/// stair gave way. Guessed: five fall on the lowest flight from 45 s on and lie for a minute.
Scenario chenganFalls()
{
    Scenario scenario =
        named(chenganEvening(), "成安 2003：停电后同时下楼，有人跌倒",
              "As chengan, with the falls that are reported. Guessed: five, on the lowest flight, from 45 s "
              "on, a minute each");
    fallOn(scenario, "S1/1/flight1", 45.0, 5);
    return scenario;
}

Scenario chenganStaggered()
{
    Scenario scenario = named(chenganEvening(), "成安 2003：逐班下楼，每班相隔 75 秒",
                              "As chengan, classes 75 s apart (guessed between 60 and 90), lowest storey first");
    scenario.releases = oneByOne(chengan());
    return scenario;
}

Scenario chenganOrdinary()
{
    return named(ordinary(chenganStaggered()), "成安：平日错峰放学",
                 "An ordinary evening of the building of chengan: light, nobody hurries, classes 75 s apart (guessed)");
}

// ---- Xiangxiang ----

/// Down one stair and out at its foot.
Release by(char stair)
{
    Release release;
    release.choice = RouteChoice::Given;
    release.rule.stairs = {{std::string("S") + stair}};
    release.rule.exits = {{std::string("E") + stair}};
    return release;
}

/// The stair whose corner is near; of the middle rooms of the two long wings some to either side, so that each stair
/// gets 12 to 14 classes. That classes had stairs of their own is reported, which class had which is guessed.
char stairOf(const SchoolClass& one)
{
    const std::string& room = one.homeroom.value; // storey, wing, number
    const bool low = storeyOf(one) <= 3;
    switch (room[1]) {
    case 'N':
        return room[2] == '1' ? '1' : room[2] == '3' ? '2' : low ? '1' : '2'; // along the south side
    case 'O':
        return room[2] == '1' ? '3' : room[2] == '3' ? '4' : low ? '4' : '3'; // along the north side
    case 'P':
        return room[2] == '1' ? '1' : '3'; // along the west side
    default:
        return room[2] == '1' ? '2' : '4'; // along the east side
    }
}

/// Every class by the stair of its room, `apart` seconds after the class before it on that stair, lowest storey first.
std::vector<Release> byFourStairs(double apart)
{
    std::vector<Release> releases;
    std::map<char, int> before;
    for (const SchoolClass& one : lowestFirst(xiangxiang())) {
        const char stair = stairOf(one);
        Release release = by(stair);
        release.classes = {one.id};
        release.time = apart * before[stair]++;
        releases.push_back(release);
    }
    return releases;
}

/// Boys block the foot of stair 1. Reported: that several did, and that who came down stopped there to open an umbrella
/// or to shelter. Guessed: four side by side half a metre before the last step, for two minutes from the bell; then
/// they leave like everybody.
void blockFoot(Scenario& scenario)
{
    Release boys = by('1');
    boys.time = 120.0;
    scenario.releases.insert(scenario.releases.begin(), boys); // for who is in no class: later ones speak for the rest
    for (const int x : {9200, 9575, 9945, 10320}) {
        ListedPerson boy;
        boy.at = {x, 6300};
        boy.storey = {"F1"};
        boy.radius = 185; // docs/model.md, grades 7 to 9
        boy.exit = {"E1"};
        scenario.people.push_back(boy);
    }
}

Release everyClassBy(char stair)
{
    Release release = by(stair);
    release.grades = {7, 8, 9};
    return release;
}

/// Reported: no lamp on the corner landing of stair 1. Taken for the half landing between the first two storeys.
void darken(Scenario& scenario, const std::string& surface)
{
    Event dark;
    dark.kind = EventKind::Dark;
    dark.on = surface;
    scenario.events.push_back(dark);
}

/// The rainy evening without the boys at the foot.
Scenario xiangxiangFreeFoot()
{
    Scenario scenario = bell("湘乡 2009：下雨，全部走 1 号楼梯，楼梯口畅通",
                             "As xiangxiang, with nobody who blocks the foot of the stair", "xiangxiang.school.json");
    darken(scenario, "S1/1/half1");
    scenario.preMovement = {Distribution::Kind::LogNormal, 20.0, 1.8, 1.0, 120.0}; // assumed: packing up at the bell
    scenario.releases.push_back(everyClassBy('1'));
    return scenario;
}

Scenario xiangxiangRain()
{
    Scenario scenario = named(
        xiangxiangFreeFoot(), "湘乡 2009：下雨，全部走 1 号楼梯，楼梯口被堵",
        "7 December 2009, 21:10, heavy rain, all by the stair nearest the dormitory, boys block its foot, no lamp on "
        "the landing. Guessed: four boys for 120 s");
    blockFoot(scenario);
    return scenario;
}

Scenario xiangxiangLit()
{
    Scenario scenario = named(xiangxiangRain(), "湘乡 2009：下雨，全部走 1 号楼梯，灯亮着",
                              "As xiangxiang, with a lamp on the landing");
    scenario.events.clear();
    return scenario;
}

/// Reported: one girl slipped, seven or eight fell on the landing between the second and the first storey. Guessed:
/// when, and that each lies for a minute.
Scenario xiangxiangFalls()
{
    Scenario scenario = named(xiangxiangRain(), "湘乡 2009：下雨，楼梯口被堵，有人跌倒",
                              "As xiangxiang, with the falls that are reported, on the half landing below the second "
                              "storey. Guessed: eight from 90 s on, a minute each");
    fallOn(scenario, "S1/1/half1", 90.0, 8);
    return scenario;
}

Scenario xiangxiangFourStairs()
{
    Scenario scenario = named(xiangxiangRain(), "湘乡 2009：同时下楼，分走四部楼梯",
                              "As xiangxiang, each class by the stair near its room. Guessed: which class by which");
    scenario.releases.pop_back();
    for (const Release& release : byFourStairs(0.0)) scenario.releases.push_back(release);
    return scenario;
}

Scenario xiangxiangStaggered()
{
    Scenario scenario = named(
        xiangxiangRain(), "湘乡 2009：分走四部楼梯，每梯逐班相隔 75 秒",
        "As xiangxiang, each class by the stair near its room, classes of a stair 75 s apart (guessed between 60 and "
        "90), lowest storey first");
    scenario.releases.pop_back();
    for (const Release& release : byFourStairs(kApart)) scenario.releases.push_back(release);
    return scenario;
}

Scenario xiangxiangOrdinary()
{
    Scenario scenario = named(ordinary(xiangxiangFreeFoot()), "湘乡：平日错峰放学",
                              "An ordinary evening of the building of xiangxiang: light, nobody hurries, nobody in the "
                              "way, four stairs, classes of a stair 75 s apart (guessed)");
    scenario.events.clear();
    scenario.releases = byFourStairs(kApart);
    return scenario;
}

// ---- The sample school ----

/// Storey by storey, on each stair one class after another; who has a room on the ground storey needs none.
Scenario schoolStaggered()
{
    Scenario scenario = ordinary(
        bell("示例中学：错峰放学", "An ordinary day: storey after storey, on each stair a class every 60 s (assumed)",
             "school.school.json"));
    scenario.preMovement = {Distribution::Kind::LogNormal, 20.0, 1.5, 3.0, 90.0};               // as in the fire drill
    static constexpr std::array kStairs = {"", "SA", "SA", "SB", "SB", "SC", "SC", "SA", "SC"}; // by room 1 … 8
    std::map<std::string, int> before;
    for (const SchoolClass& one : lowestFirst(teachingBuilding())) {
        const std::string stair =
            storeyOf(one) == 1 ? "" : kStairs[static_cast<std::size_t>(one.homeroom.value[2] - '0')];
        Release release;
        if (!stair.empty()) {
            release.choice = RouteChoice::Given;
            release.rule.stairs = {{stair}};
        }
        release.classes = {one.id};
        release.time = kOrdinaryApart * before[stair]++;
        scenario.releases.push_back(release);
    }
    return scenario;
}

}

std::vector<Replay> replays()
{
    return {
        {"chengan", "", chengan, chenganEvening(), "S1", 1},
        {"chengan-lit", "chengan", chengan, chenganLit(), "S1", 1},
        {"chengan-falls", "", chengan, chenganFalls(), "S1", 1},
        {"chengan-staggered", "chengan", chengan, chenganStaggered(), "S1", 1},
        {"chengan-ordinary", "", chengan, chenganOrdinary(), "S1", 1},
        {"xiangxiang", "", xiangxiang, xiangxiangRain(), "S1", 1},
        {"xiangxiang-falls", "", xiangxiang, xiangxiangFalls(), "S1", 1},
        {"xiangxiang-four-stairs", "xiangxiang", xiangxiang, xiangxiangFourStairs(), "S1", 1},
        {"xiangxiang-free-foot", "xiangxiang", xiangxiang, xiangxiangFreeFoot(), "S1", 1},
        {"xiangxiang-lit", "xiangxiang", xiangxiang, xiangxiangLit(), "S1", 1},
        {"xiangxiang-staggered", "xiangxiang", xiangxiang, xiangxiangStaggered(), "S1", 1},
        {"xiangxiang-ordinary", "", xiangxiang, xiangxiangOrdinary(), "S1", 1},
        {"school-staggered", "", teachingBuilding, schoolStaggered(), "", 0},
    };
}

}
