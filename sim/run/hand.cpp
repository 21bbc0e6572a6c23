#include "sim/run/hand.hpp"

#include "sim/run/hand_groups.hpp"

#include <algorithm>

namespace stairwise {
namespace {

struct Book {
    const School& school;
    const Scenario& scenario;
    const Walkable& walkable;
    const Network& network;
    const std::vector<HandGroup>& groups;
    const Hydraulic& flow;
};

using Time = std::optional<double>;

void earlier(Time& kept, Time time)
{
    if (time && (!kept || *time < *kept)) kept = time;
}

void later(Time& kept, Time time)
{
    if (time && (!kept || *time > *kept)) kept = time;
}

bool onStair(const Walkable& walkable, SurfaceIndex surface)
{
    return surface != kNowhere && walkable.surfaces[surface].kind == SurfaceKind::Flight;
}

/// The stair that a passage leads onto or off; none where it leads from flight to flight or touches none.
StairId stairBy(const Book& book, PassageIndex passage)
{
    const Passage& by = book.network.passages[passage];
    const bool into = onStair(book.walkable, by.to);
    if (into == onStair(book.walkable, by.from)) return {};
    return book.walkable.surfaces[into ? by.to : by.from].stair;
}

std::string exitBy(const Book& book, PassageIndex passage)
{
    const Passage& by = book.network.passages[passage];
    if (!by.exit && by.to != kNowhere) return {};
    const Portal& portal = book.walkable.portals[portalOf(passage)];
    return portal.door.none() ? portal.gate.value : portal.door.value;
}

/// The place in its route where a group leaves the building; nothing: at the end of its way.
std::optional<std::size_t> exitStage(const Book& book, const HandGroup& group)
{
    if (!group.line.empty()) return std::nullopt;
    for (std::size_t i = 0; i < group.flow.route.size(); ++i) {
        const Passage& by = book.network.passages[group.flow.route[i]];
        if (by.exit || by.to == kNowhere || book.walkable.surfaces[by.to].outdoor) return i;
    }
    return std::nullopt;
}

double outAt(const Book& book, std::size_t index)
{
    const auto stage = exitStage(book, book.groups[index]);
    return stage ? book.flow.groups[index].last[*stage] : book.flow.groups[index].done;
}

std::string exitOf(const Book& book, const HandGroup& group)
{
    const auto stage = exitStage(book, group);
    return stage ? exitBy(book, group.flow.route[*stage]) : group.line;
}

void addPassage(HandPassage& row, const HydraulicElement& element)
{
    PassageResult& times = row.times;
    const bool narrowest = row.mostFlow <= 0.0 || element.limit.capacity < row.mostFlow * times.width;
    if (narrowest) {
        row.effectiveWidth = element.limit.effectiveWidth;
        row.mostFlow = times.width > 0.0 ? element.limit.capacity / times.width : 0.0;
    }
    earlier(row.bindsFrom, element.bindsFrom);
    later(row.bindsUntil, element.bindsUntil);
    row.longestQueue = std::max(row.longestQueue, element.longestQueue);
    if (times.width > 0.0) times.peakFlow = std::max(times.peakFlow, element.peakFlow / times.width);
}

std::vector<HandPassage> stairsOf(const Book& book)
{
    std::map<std::string, HandPassage> rows;
    for (const Building& building : book.school.buildings)
        for (const Stair& stair : building.stairs) {
            PassageResult& times = rows[stair.id.value].times;
            times.id = stair.id.value;
            times.name = stair.name;
            times.width = stair.clearWidth / 1000.0;
        }
    for (const HydraulicElement& element : book.flow.elements) {
        const auto row = rows.find(stairBy(book, element.passage).value);
        if (row == rows.end()) continue;
        const bool into = onStair(book.walkable, book.network.passages[element.passage].to);
        if (into) earlier(row->second.times.first, element.first);
        if (!into) later(row->second.times.last, element.last);
        addPassage(row->second, element);
    }
    for (const HandGroup& group : book.groups) {
        std::map<std::string, bool> used;
        for (const PassageIndex passage : group.flow.route) used[stairBy(book, passage).value] = true;
        for (auto& [id, row] : rows)
            if (used.contains(id)) row.times.passed += static_cast<int>(group.flow.people);
    }
    std::vector<HandPassage> list;
    for (auto& [id, row] : rows) list.push_back(std::move(row));
    return list;
}

/// Exits and gates, and the removal lines, which limit nothing.
std::map<std::string, HandPassage> waysOut(const Book& book)
{
    std::map<std::string, HandPassage> rows;
    for (PortalIndex p = 0; p < book.walkable.portals.size(); ++p) {
        const Portal& portal = book.walkable.portals[p];
        if (!portal.exit && portal.b != kNowhere) continue;
        const Door* door = findDoor(book.school, portal.door);
        const std::string id = exitBy(book, passageOf(p, false));
        PassageResult& times = rows[id].times;
        times.id = id;
        times.name = door != nullptr ? door->name : id;
        times.width = book.network.passages[passageOf(p, false)].width;
    }
    for (const RemovalLine& line : book.scenario.lines) {
        PassageResult& times = rows[line.id].times;
        times.id = times.name = line.id;
        times.width = length(toMetres(line.line.b) - toMetres(line.line.a));
    }
    return rows;
}

std::vector<HandPassage> exitsOf(const Book& book)
{
    auto rows = waysOut(book);
    for (const HydraulicElement& element : book.flow.elements) {
        const auto row = rows.find(exitBy(book, element.passage));
        if (row == rows.end()) continue;
        row->second.times.passed += static_cast<int>(element.people);
        earlier(row->second.times.first, element.first);
        later(row->second.times.last, element.last);
        addPassage(row->second, element);
    }
    for (std::size_t i = 0; i < book.groups.size(); ++i) {
        const auto row = rows.find(book.groups[i].line);
        if (row == rows.end()) continue;
        const HydraulicTimes& times = book.flow.groups[i];
        row->second.times.passed += static_cast<int>(book.groups[i].flow.people);
        earlier(row->second.times.first,
                times.first.empty() ? times.done : times.first.back() + times.done - times.last.back());
        later(row->second.times.last, times.done);
    }
    std::vector<HandPassage> list;
    for (auto& [id, row] : rows) list.push_back(std::move(row));
    return list;
}

void addToClass(const Book& book, HandClass& row, std::size_t index)
{
    const HandGroup& group = book.groups[index];
    const HydraulicTimes& times = book.flow.groups[index];
    const auto people = static_cast<int>(group.flow.people);
    row.times.people += people;
    row.times.out += people;
    row.times.released = group.released;
    earlier(row.times.firstLeft, times.first.empty() ? times.done : times.first.front());
    later(row.times.roomClear, times.last.empty() ? times.done : times.last.front());
    later(row.times.lastOut, outAt(book, index));
    if (book.scenario.destination != Destination::OutOfBuilding) later(row.times.assembled, times.done);
    row.exits[exitOf(book, group)] += people;
    for (const PassageIndex passage : group.flow.route) {
        const std::string stair = stairBy(book, passage).value;
        if (!stair.empty() && std::ranges::count(row.stairs, stair) == 0) row.stairs.push_back(stair);
    }
}

/// `withoutWay`: people by class id; their classes have no times of "all".
std::vector<HandClass> classesOf(const Book& book, const std::map<std::string, int>& withoutWay)
{
    std::vector<HandClass> rows(book.school.classes.size());
    for (std::size_t i = 0; i < book.groups.size(); ++i)
        if (book.groups[i].schoolClass && book.groups[i].label != "staff")
            addToClass(book, rows[*book.groups[i].schoolClass], i);
    for (std::size_t c = 0; c < rows.size(); ++c) {
        ClassResult& times = rows[c].times;
        times.id = book.school.classes[c].id.value;
        times.name = book.school.classes[c].name;
        const auto left = withoutWay.find(times.id);
        if (left == withoutWay.end()) continue;
        times.people += left->second;
        times.roomClear.reset();
        times.lastOut.reset();
        times.assembled.reset();
    }
    std::erase_if(rows, [](const HandClass& row) { return row.times.people == 0; });
    return rows;
}

std::vector<HandElement> elementsOf(const Book& book)
{
    std::vector<HandElement> list;
    for (const HydraulicElement& element : book.flow.elements) {
        const Passage& by = book.network.passages[element.passage];
        const Portal& portal = book.walkable.portals[portalOf(element.passage)];
        const auto name = [&](SurfaceIndex surface) {
            return surface == kNowhere ? std::string() : book.walkable.surfaces[surface].element;
        };
        std::string id = portal.door.none() ? portal.gate.value : portal.door.value;
        if (id.empty() && onStair(book.walkable, by.to)) id = name(by.to);
        if (id.empty() && onStair(book.walkable, by.from)) id = name(by.from);
        if (id.empty()) id = name(by.from) + " – " + name(by.to);
        list.push_back({std::move(id), name(by.to), element});
    }
    return list;
}

Digest digestOf(const Hydraulic& flow)
{
    Hasher hasher;
    for (const HydraulicElement& element : flow.elements) {
        hasher.add(static_cast<std::uint64_t>(element.passage));
        hasher.add(static_cast<std::uint64_t>(element.people));
        hasher.add(element.first);
        hasher.add(element.last);
    }
    for (const HydraulicTimes& times : flow.groups) hasher.add(times.done);
    return hasher.digest();
}

/// Events that may come too late for somebody on the way.
std::size_t unheededEvents(const Book& book)
{
    double first = 0.0;
    double last = 0.0;
    for (std::size_t i = 0; i < book.groups.size(); ++i) {
        const double start = book.groups[i].flow.start;
        first = i == 0 ? start : std::min(first, start);
        last = std::max(last, book.flow.groups[i].done);
    }
    const auto unheeded = [&](const Event& event) {
        return opensOrShuts(event) && event.time > first && event.time < last;
    };
    return static_cast<std::size_t>(std::ranges::count_if(book.scenario.events, unheeded));
}

void tellWhole(const Book& book, HandResult& result)
{
    int without = 0;
    for (const auto& [label, people] : result.withoutWay) without += people;
    result.people = static_cast<std::size_t>(without);
    Time out;
    Time done;
    for (std::size_t i = 0; i < book.groups.size(); ++i) {
        result.people += book.groups[i].flow.people;
        later(out, outAt(book, i));
        later(done, book.flow.groups[i].done);
    }
    const bool goal = book.scenario.destination != Destination::OutOfBuilding && book.scenario.lines.empty();
    if (without == 0) {
        result.clearance = out.value_or(0.0);
        if (goal) result.assembled = done;
    }
    for (auto* rows : {&result.stairs, &result.exits})
        for (HandPassage& row : *rows)
            if (without == 0) row.times.clear = row.times.last;
}

void addFinding(RunResult& result, Severity severity, const std::string& element, Message what, Message mend)
{
    Finding finding;
    finding.severity = severity;
    finding.rule = what.key;
    finding.element = element;
    finding.what = std::move(what);
    finding.mend = std::move(mend);
    result.findings.push_back(std::move(finding));
}

}

HandResult handCalculation(const School& school, const Scenario& scenario, const Walkable& walkable,
                           const Network& network, const Start& start)
{
    HandGroups groups = handGroupsOf(scenario, walkable, network, start);
    std::vector<HydraulicGroup> flows;
    for (const HandGroup& group : groups.groups) flows.push_back(group.flow);
    const Hydraulic flow = hydraulic(walkable, network, flows, scenario.flowCap.value_or(0.0));
    const Book book{school, scenario, walkable, network, groups.groups, flow};
    HandResult result;
    result.withoutWay = std::move(groups.withoutWay);
    result.classes = classesOf(book, result.withoutWay);
    result.stairs = stairsOf(book);
    result.exits = exitsOf(book);
    result.elements = elementsOf(book);
    result.digest = digestOf(flow);
    result.unheeded = unheededEvents(book);
    tellWhole(book, result);
    return result;
}

void answerByHand(RunResult& result, HandResult hand)
{
    result.model = Model::Hydraulic;
    result.people = hand.people;
    for (const auto& [label, people] : hand.withoutWay) result.trapped += static_cast<std::size_t>(people);
    result.remaining = result.trapped;
    result.evacuated = result.people - result.remaining;
    result.ending = result.trapped > 0 ? Ending::Trapped : Ending::Empty;
    result.clearance = hand.clearance;
    result.assembled = hand.assembled;
    for (const HandPassage& row : hand.exits) result.endTime = std::max(result.endTime, row.times.last.value_or(0.0));
    result.endTime = std::max({result.endTime, hand.clearance.value_or(0.0), hand.assembled.value_or(0.0)});
    for (const HandClass& row : hand.classes) result.classes.push_back(row.times);
    for (const HandPassage& row : hand.stairs) result.stairs.push_back(row.times);
    for (const HandPassage& row : hand.exits) result.exits.push_back(row.times);
    result.digest = hand.digest;
    addFinding(result, Severity::Note, "model", {"run.by_hand", {}}, {"run.by_hand.mend", {}});
    if (hand.unheeded > 0)
        addFinding(result, Severity::Warning, "events", {"run.hand_events", {std::to_string(hand.unheeded)}},
                   {"run.hand_events.mend", {}});
    result.hand = std::move(hand);
}

}
