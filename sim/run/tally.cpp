#include "sim/run/tally.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kFlowWindow = 10.0; // seconds over which a greatest flow is averaged; assumed

// Persons per metre and second: the fullest window of kFlowWindow, times ascending.
double peakFlow(const std::vector<double>& times, double width)
{
    std::size_t best = 0;
    for (std::size_t first = 0, last = 0; last < times.size(); ++last) {
        while (times[last] - times[first] >= kFlowWindow) ++first;
        best = std::max(best, last - first + 1);
    }
    return width > 0.0 ? static_cast<double>(best) / (kFlowWindow * width) : 0.0;
}

double metresOf(Segment line)
{
    return length(toMetres(line.b) - toMetres(line.a));
}

std::optional<double> firstOf(const std::vector<double>& times)
{
    return times.empty() ? std::nullopt : std::optional(times.front());
}

bool isStair(const Walkable& walkable, SurfaceIndex surface)
{
    return surface != kNowhere && walkable.surfaces[surface].kind == SurfaceKind::Flight;
}

}

Tally::Tally(const School& school, const Scenario& scenario, const Walkable& walkable, const Network& network,
             const Start& start)
    : school_(school), scenario_(scenario), walkable_(walkable), network_(network), start_(start)
{
    for (std::size_t i = 0; i < start.persons.size(); ++i) {
        PersonResult person;
        person.group = start.persons[i].group;
        person.from = walkable.surfaces[start.walkers[i].surface].element;
        person.released = start.walkers[i].start;
        persons_.push_back(std::move(person));
    }
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs)
            stairs_[stair.id.value] = {stair.id.value, stair.name, stair.clearWidth / 1000.0, {}, {}, {}, {}, {}, {}};
    for (const Portal& portal : walkable.portals) {
        if (!portal.exit && portal.b != kNowhere) continue;
        const std::string id = portal.door.none() ? portal.gate.value : portal.door.value;
        const Door* door = findDoor(school, portal.door);
        exits_[id] = {id, door != nullptr ? door->name : id, metresOf(portal.line), {}, {}, {}, {}, {}, {}};
    }
    for (std::size_t i = 0; i < start.lines.size(); ++i)
        exits_[start.lineIds[i]] = {
            start.lineIds[i], start.lineIds[i], metresOf(start.lines[i].line), {}, {}, {}, {}, {}, {}};
}

void Tally::noteStair(const Passed& passed, double time)
{
    const Passage& passage = network_.passages[passed.passage];
    const bool into = isStair(walkable_, passage.to);
    const bool outOf = isStair(walkable_, passage.from);
    if (into == outOf) return;
    Times& times = stairs_[walkable_.surfaces[into ? passage.to : passage.from].stair.value];
    if (into) {
        if (times.who.insert(passed.person).second) times.in.push_back(time);
        return;
    }
    times.who.insert(passed.person);
    times.last = times.left[passed.person] = time;
    if (times.crossed.emplace(passed.passage, passed.person).second) times.by[passed.passage].push_back(time);
}

void Tally::noteOut(const Passed& passed, double time)
{
    PersonResult& person = persons_[passed.person];
    std::string id;
    if (passed.passage != kNowhere) {
        const Portal& portal = walkable_.portals[portalOf(passed.passage)];
        const bool outward = network_.passages[passed.passage].to == kNowhere || portal.exit;
        if (!outward) return;
        id = portal.door.none() ? portal.gate.value : portal.door.value;
    } else if (passed.line != kNowhere) {
        id = start_.lineIds[passed.line];
    }
    if (!id.empty()) {
        Times& times = exits_[id];
        times.last = times.left[passed.person] = time;
        if (times.who.insert(passed.person).second) times.in.push_back(time);
        if (times.crossed.emplace(passed.passage, passed.person).second) times.by[passed.passage].push_back(time);
        person.exit = id;
    }
    // With removal lines the line is the end; without, the building's exit is.
    const bool isOut = start_.lines.empty() || passed.gone;
    if (isOut && !person.out) {
        person.out = time;
        ++out_;
    }
    if (passed.gone) person.arrived = time;
}

void Tally::note(std::span<const Passed> passed, double time)
{
    for (const Passed& one : passed) {
        PersonResult& person = persons_[one.person];
        if (!person.leftRoom) person.leftRoom = time;
        lastProgress_ = time;
        if (one.passage != kNowhere) noteStair(one, time);
        noteOut(one, time);
    }
}

std::vector<ClassResult> Tally::classes() const
{
    std::vector<ClassResult> results;
    for (const SchoolClass& schoolClass : school_.classes)
        results.push_back({schoolClass.id.value, schoolClass.name, 0, 0, 0.0, {}, {}, {}, {}});
    std::vector<std::size_t> left(results.size()), arrived(results.size());
    const auto later = [](std::optional<double>& kept, std::optional<double> time) {
        if (time && (!kept || *time > *kept)) kept = time;
    };
    for (std::size_t i = 0; i < persons_.size(); ++i) {
        if (!start_.persons[i].schoolClass || persons_[i].group == "staff") continue;
        const std::size_t c = *start_.persons[i].schoolClass;
        ClassResult& result = results[c];
        const PersonResult& person = persons_[i];
        ++result.people;
        result.released = start_.persons[i].released;
        if (person.out) ++result.out;
        if (person.leftRoom && (!result.firstLeft || *person.leftRoom < *result.firstLeft))
            result.firstLeft = person.leftRoom;
        left[c] += person.leftRoom ? 1 : 0;
        arrived[c] += person.arrived ? 1 : 0;
        later(result.roomClear, person.leftRoom);
        later(result.lastOut, person.out);
        later(result.assembled, person.arrived);
    }
    for (std::size_t c = 0; c < results.size(); ++c) { // "all of them" only where all have
        const auto people = static_cast<std::size_t>(results[c].people);
        if (left[c] < people) results[c].roomClear.reset();
        if (results[c].out < results[c].people) results[c].lastOut.reset();
        if (arrived[c] < people || scenario_.destination == Destination::OutOfBuilding) results[c].assembled.reset();
    }
    std::erase_if(results, [](const ClassResult& result) { return result.people == 0; });
    return results;
}

void Tally::tell(RunResult& result, const std::vector<Crowd::Walked>& walked) const
{
    result.persons = persons_;
    for (std::size_t i = 0; i < persons_.size(); ++i) {
        result.persons[i].walked = walked[i].metres;
        result.persons[i].waited = walked[i].waited;
    }
    result.evacuated = out_;
    result.classes = classes();
    const bool everybody = out_ == persons_.size();
    const auto tell = [&](const Times& times) {
        PassageResult row{
            times.id, times.name, times.width, static_cast<int>(times.who.size()), firstOf(times.in), times.last,
            {},       0.0,        {}};
        for (const auto& [person, time] : times.left) row.times.push_back(time);
        std::ranges::sort(row.times);
        for (const auto& [passage, list] : times.by) row.peakFlow = std::max(row.peakFlow, peakFlow(list, times.width));
        if (everybody) row.clear = row.last;
        return row;
    };
    for (const auto& [id, times] : stairs_) result.stairs.push_back(tell(times));
    for (const auto& [id, times] : exits_) result.exits.push_back(tell(times));
}

void Tally::add(Hasher& hasher) const
{
    const auto add = [&](const std::optional<double>& time) { hasher.add(time.value_or(-1.0)); };
    for (const PersonResult& person : persons_) {
        add(person.leftRoom);
        add(person.out);
        add(person.arrived);
        hasher.add(person.exit);
    }
}

}
