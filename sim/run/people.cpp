#include "sim/run/people.hpp"

#include "sim/base/random.hpp"
#include "sim/egress/least_crowded.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/run/fill.hpp"
#include "sim/run/happenings.hpp"
#include "sim/run/together.hpp"
#include "sim/scenario/situation.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace stairwise {
namespace {

// A person before it has a place among the others.
struct Draft {
    Person person;
    Walker walker;
    int grade = kStaffGrade;
    std::tuple<int, std::string, std::int64_t, std::int64_t, std::int64_t> order; // the stable key
    std::optional<double> listedSpeed;
};

struct Book {
    const School& school;
    const Scenario& scenario;
    const Walkable& walkable;
    const Network& network;
    std::vector<Draft> drafts;
    std::vector<Finding> findings;
};

void find(Book& book, Severity severity, const std::string& element, Message what, Message mend)
{
    Finding finding;
    finding.severity = severity;
    finding.rule = "people";
    finding.element = element;
    finding.what = std::move(what);
    finding.mend = std::move(mend);
    book.findings.push_back(std::move(finding));
}

// Everybody who starts in one room gets a place of one common grid.
void seat(Book& book, SurfaceIndex surface, std::vector<Draft> group, const std::string& room)
{
    double radius = 0.0;
    for (const Draft& draft : group) radius = std::max(radius, draft.walker.radius);
    const auto places = placesOn(book.walkable.surfaces[surface], group.size(), radius);
    if (places.size() < group.size())
        find(book, Severity::Error, room,
             {"run.no_room", {std::to_string(group.size()), std::to_string(places.size())}}, {"run.no_room.mend", {}});
    for (std::size_t i = 0; i < places.size(); ++i) {
        group[i].walker.at = places[i];
        group[i].walker.surface = surface;
        book.drafts.push_back(std::move(group[i]));
    }
}

Draft draftOf(const Book& book, int grade, std::string group)
{
    Draft draft;
    draft.grade = grade;
    draft.walker.radius = profileFor(book.scenario.profiles, grade).radius / 1000.0;
    draft.person.group = std::move(group);
    return draft;
}

void draftClassesAndStaff(Book& book)
{
    std::map<SpaceId, std::vector<Draft>> rooms;
    for (std::size_t c = 0; c < book.school.classes.size(); ++c) {
        const SchoolClass& schoolClass = book.school.classes[c];
        for (int i = 0; i < schoolClass.pupils; ++i) {
            Draft draft = draftOf(book, schoolClass.grade, schoolClass.id.value);
            draft.person.schoolClass = c;
            const bool assisted = i >= schoolClass.pupils - schoolClass.assistedPupils; // those listed last
            draft.person.part = assisted ? Part::Assisted : Part::Pupil;
            draft.order = {0, schoolClass.id.value, i, 0, 0};
            rooms[schoolClass.homeroom].push_back(std::move(draft));
        }
    }
    for (const Staff& staff : book.school.staff) {
        if (staff.place.none()) continue;
        Draft draft = draftOf(book, kStaffGrade, "staff");
        for (std::size_t c = 0; c < book.school.classes.size(); ++c) // a class teacher leaves with the class
            if (book.school.classes[c].teacher == staff.id) {
                draft.person.schoolClass = c;
                draft.person.part = Part::Teacher;
            }
        draft.order = {1, staff.id.value, 0, 0, 0};
        rooms[staff.place].push_back(std::move(draft));
    }
    for (auto& [room, group] : rooms) {
        std::ranges::sort(group, {}, &Draft::order);
        const SurfaceIndex surface = surfaceOf(book.walkable, room);
        if (surface == kNowhere)
            find(book, Severity::Error, room.value, {"run.no_surface", {}}, {"run.no_surface.mend", {}});
        else
            seat(book, surface, std::move(group), room.value);
    }
}

SurfaceIndex surfaceAt(const Walkable& walkable, const StoreyId& storey, Point at)
{
    SurfaceIndex edge = kNowhere;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        if (surface.storey != storey || surface.kind == SurfaceKind::Flight) continue;
        const Side side = sideOf(surface.area, at);
        if (side == Side::Inside) return s;
        if (side == Side::Edge) edge = s;
    }
    return edge;
}

void draftListed(Book& book)
{
    for (const ListedPerson& listed : book.scenario.people) {
        Draft draft = draftOf(book, kStaffGrade, "listed");
        draft.walker.at = toMetres(listed.at);
        draft.walker.radius = listed.radius / 1000.0;
        draft.walker.surface = surfaceAt(book.walkable, listed.storey, listed.at);
        draft.listedSpeed = listed.speed;
        draft.order = {2, listed.storey.value + "|" + listed.exit.value + "|" + listed.line, listed.at.x, listed.at.y,
                       listed.radius * 1'000'000LL + static_cast<std::int64_t>(listed.speed * 1000.0)};
        draft.walker.wish = static_cast<std::uint32_t>(&listed - book.scenario.people.data()); // until wishes are made
        if (draft.walker.surface == kNowhere)
            find(book, Severity::Error, listed.storey.value,
                 {"run.listed_nowhere", {std::to_string(listed.at.x), std::to_string(listed.at.y)}},
                 {"run.listed_nowhere.mend", {}});
        else
            book.drafts.push_back(std::move(draft));
    }
}

void draftFills(Book& book)
{
    for (std::size_t f = 0; f < book.scenario.fills.size(); ++f) {
        const Fill& fill = book.scenario.fills[f];
        for (const auto& [surface, count] : fillCounts(book.walkable, book.school, fill)) {
            std::vector<Draft> group;
            for (std::size_t i = 0; i < count; ++i) {
                Draft draft = draftOf(book, fill.grade, "fill");
                draft.order = {3, book.walkable.surfaces[surface].element, static_cast<std::int64_t>(f),
                               static_cast<std::int64_t>(i), 0};
                group.push_back(std::move(draft));
            }
            seat(book, surface, std::move(group), book.walkable.surfaces[surface].element);
        }
    }
}

const Release* releaseFor(const Book& book, const Draft& draft)
{
    const SchoolClass* own = draft.person.schoolClass ? &book.school.classes[*draft.person.schoolClass] : nullptr;
    return releaseFor(book.scenario, own);
}

double drawn(const Book& book, const Distribution& distribution, std::uint64_t key, std::uint32_t purpose)
{
    return quantile(distribution, uniform({book.scenario.seed, key, purpose, 0}));
}

void giveSpeeds(const Book& book, Draft& draft)
{
    const Profile profile = profileFor(book.scenario.profiles, draft.grade);
    const double hurry = book.scenario.motivation == Motivation::Walk ? 1.0 : profile.hurry;
    Walker& walker = draft.walker;
    // One draw for stairs both ways: who is quick going down is quick going up.
    walker.downSpeed = hurry * drawn(book, profile.stairDown, walker.key, kPurposeStairSpeed);
    walker.upSpeed = hurry * drawn(book, profile.stairUp, walker.key, kPurposeStairSpeed);
    walker.levelSpeed = hurry * drawn(book, profile.levelSpeed, walker.key, kPurposeLevelSpeed);
    if (!draft.listedSpeed) return;
    // A listed speed is the free speed on the level; on stairs the profile's own proportion holds.
    const double share = *draft.listedSpeed / quantile(profile.levelSpeed, 0.5);
    walker.levelSpeed = *draft.listedSpeed;
    walker.downSpeed = share * quantile(profile.stairDown, 0.5);
    walker.upSpeed = share * quantile(profile.stairUp, 0.5);
}

void giveStrength(const Book& book, Walker& walker, int grade)
{
    if (book.scenario.motivation != Motivation::Push) return;
    const Profile profile = profileFor(book.scenario.profiles, grade);
    walker.mass = profile.mass;
    walker.push = greatestPush(profile);
}

void giveStart(const Book& book, Draft& draft)
{
    const Release* release = releaseFor(book, draft);
    draft.person.released = coverOf(book.scenario) + (release != nullptr ? release->time : 0.0);
    const std::optional<Distribution> own = profileFor(book.scenario.profiles, draft.grade).preMovement;
    const Distribution& wait = release != nullptr && release->preMovement ? *release->preMovement
                               : own                                      ? *own
                                                                          : book.scenario.preMovement;
    draft.person.usualStart = draft.person.released + quantile(wait, 0.5);
    draft.walker.start = draft.person.released + drawn(book, wait, draft.walker.key, kPurposePreMovement);
}

Goal goalFor(const Book& book, const Draft& draft, const Start& start, const std::string& line)
{
    Goal goal;
    if (!start.lines.empty()) {
        goal.kind = Goal::Kind::Surface;
        for (std::size_t i = 0; i < start.lines.size(); ++i)
            if (line.empty() || line == start.lineIds[i]) goal.surfaces.push_back(start.lines[i].surface);
        return goal;
    }
    if (book.scenario.destination == Destination::OutOfBuilding) return goal;
    if (book.scenario.destination == Destination::Gate) {
        goal.kind = Goal::Kind::Gate;
        return goal;
    }
    goal.kind = Goal::Kind::Assembly;
    std::vector<AreaId> open;
    for (const AssemblyArea& area : book.school.grounds.assemblyAreas) {
        if (area.classes.empty()) open.push_back(area.id);
        if (draft.person.schoolClass &&
            std::ranges::count(area.classes, book.school.classes[*draft.person.schoolClass].id) > 0)
            goal.areas.push_back(area.id);
    }
    if (goal.areas.empty()) goal.areas = open;
    return goal;
}

std::uint32_t indexOf(std::vector<Wish>& wishes, const Wish& wish)
{
    const auto index = static_cast<std::uint32_t>(std::ranges::find(wishes, wish) - wishes.begin());
    if (index == wishes.size()) wishes.push_back(wish);
    return index;
}

// Classes (or rooms of people without a class) that asked for the least crowded way get theirs together.
std::map<std::pair<SurfaceIndex, std::string>, RouteRule> leastCrowdedRules(const Book& book)
{
    std::map<std::pair<SurfaceIndex, std::string>, Group> groups;
    for (const Draft& draft : book.drafts) {
        const Release* release = releaseFor(book, draft);
        if (release == nullptr || release->choice != RouteChoice::LeastCrowded) continue;
        Group& group = groups[{draft.walker.surface, draft.person.group}];
        group.surface = draft.walker.surface;
        group.people += 1.0;
        group.earliest = draft.person.released;
    }
    std::vector<Group> list;
    for (const auto& [key, group] : groups) list.push_back(group);
    const auto rules = assignLeastCrowded(book.walkable, book.network, list, Goal{}, {});
    std::map<std::pair<SurfaceIndex, std::string>, RouteRule> result;
    std::size_t i = 0;
    for (const auto& [key, group] : groups) result[key] = rules[i++];
    return result;
}

void giveWishes(Book& book, Start& start)
{
    const auto least = leastCrowdedRules(book);
    for (Draft& draft : book.drafts) {
        Wish wish;
        std::string line;
        if (draft.listedSpeed) {
            const ListedPerson& listed = book.scenario.people[draft.walker.wish];
            if (!listed.exit.none()) wish.rule.exits = {listed.exit};
            line = listed.line;
        } else if (const Release* release = releaseFor(book, draft); release != nullptr) {
            if (release->choice == RouteChoice::Given) wish.rule = release->rule;
            if (release->choice == RouteChoice::LeastCrowded)
                wish.rule = least.at({draft.walker.surface, draft.person.group});
        }
        wish.goal = goalFor(book, draft, start, line);
        wish.endsAtLine = wish.goal.kind == Goal::Kind::Surface;
        draft.walker.wish = indexOf(start.wishes, wish);
    }
}

void placeLines(Book& book, Start& start)
{
    for (const RemovalLine& line : book.scenario.lines) {
        const Point middle{(line.line.a.x + line.line.b.x) / 2, (line.line.a.y + line.line.b.y) / 2};
        const SurfaceIndex surface = surfaceAt(book.walkable, line.storey, middle);
        if (surface == kNowhere) {
            find(book, Severity::Error, line.id, {"run.line_nowhere", {}}, {"run.line_nowhere.mend", {}});
            continue;
        }
        start.lines.push_back({surface, line.line});
        start.lineIds.push_back(line.id);
    }
}

// Who starts on the grounds and only has to leave the building has done so.
void leaveOutThoseOutside(Book& book, const Start& start)
{
    const auto outside = std::erase_if(book.drafts, [&](const Draft& draft) {
        return start.wishes[draft.walker.wish].goal.kind == Goal::Kind::OutOfBuilding &&
               book.walkable.surfaces[draft.walker.surface].outdoor;
    });
    if (outside > 0)
        find(book, Severity::Note, "", {"run.already_out", {std::to_string(outside)}}, {"run.already_out.mend", {}});
}

}

const Release* releaseFor(const Scenario& scenario, const SchoolClass* own)
{
    const Release* found = nullptr;
    for (const Release& release : scenario.releases) {
        const bool everybody = release.classes.empty() && release.grades.empty();
        const bool named = own != nullptr && (std::ranges::count(release.classes, own->id) > 0 ||
                                              std::ranges::count(release.grades, own->grade) > 0);
        if (everybody || named) found = &release;
    }
    return found;
}

Start startOf(const School& school, const Scenario& scenario, const Walkable& walkable, const Network& network)
{
    Book book{school, scenario, walkable, network, {}, {}};
    Start start;
    placeLines(book, start);
    if (scenario.classesPresent) draftClassesAndStaff(book);
    draftListed(book);
    draftFills(book);
    std::ranges::stable_sort(book.drafts, {}, &Draft::order);
    for (std::size_t i = 0; i < book.drafts.size(); ++i) {
        book.drafts[i].walker.key = i;
        giveSpeeds(book, book.drafts[i]);
        giveStrength(book, book.drafts[i].walker, book.drafts[i].grade);
        giveStart(book, book.drafts[i]);
    }
    giveWishes(book, start);
    leaveOutThoseOutside(book, start);
    for (Draft& draft : book.drafts) {
        start.walkers.push_back(draft.walker);
        start.persons.push_back(std::move(draft.person));
    }
    start.findings = std::move(book.findings);
    walkTogether(school, scenario, walkable, network, start);
    return start;
}

CrowdDef crowdOf(const Scenario& scenario, const Walkable& walkable, const Network& network, const Start& start)
{
    CrowdDef def;
    def.walkable = &walkable;
    def.network = &network;
    def.walkers = start.walkers;
    def.wishes = start.wishes;
    def.lines = start.lines;
    def.timeStep = scenario.timeStep;
    def.seed = scenario.seed;
    def.flowCap = scenario.flowCap.value_or(0.0);
    def.columns = start.columns;
    def.sweeps = start.sweeps;
    def.falls = fallsOf(scenario, walkable);
    def.lights = lightsOf(scenario, walkable);
    addGuards(def, scenario, start.persons);
    return def;
}

}
