#include "sim/run/hand_groups.hpp"

#include "sim/egress/onward.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/run/bars.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace stairwise {
namespace {

struct Book {
    const Scenario& scenario;
    const Walkable& walkable;
    const Network& network;
    const Start& start;
    std::map<std::pair<std::uint32_t, Barred>, std::vector<double>> toGo; // by wish and what is barred
};

const std::vector<double>& secondsAt(Book& book, std::uint32_t wish, double time)
{
    const std::pair key{wish, barredAt(book.walkable, book.network, book.scenario, time)};
    const auto known = book.toGo.find(key);
    if (known != book.toGo.end()) return known->second;
    const Wish& wanted = book.start.wishes[wish];
    return book.toGo[key] = secondsToGo(book.walkable, book.network, wanted.rule, wanted.goal, key.second);
}

/// The moments at which somebody who starts then can look for a way.
std::vector<double> momentsFrom(const Scenario& scenario, double start)
{
    std::vector<double> moments{start};
    for (const Event& event : scenario.events)
        if (opensOrShuts(event) && event.time > start) moments.push_back(event.time);
    std::ranges::sort(moments);
    return moments;
}

/// Metres from a place to the nearest removal line of a surface, straight, and which it is.
struct ToLine {
    double metres = 0.0;
    std::string id;
};
ToLine toLine(const Book& book, SurfaceIndex surface, Vec2 from)
{
    ToLine best{std::numeric_limits<double>::infinity(), {}};
    for (std::size_t i = 0; i < book.start.lines.size(); ++i) {
        const LeavingLine& line = book.start.lines[i];
        if (line.surface != surface) continue;
        const double metres = length(nearestOn(toMetres(line.line.a), toMetres(line.line.b), from) - from);
        if (metres < best.metres) best = {metres, book.start.lineIds[i]};
    }
    return best.id.empty() ? ToLine{} : best;
}

/// Metres to the nearest assembly area of the goal on the surface where somebody stands.
double toArea(const Book& book, SurfaceIndex surface, Vec2 at, const Goal& goal)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < book.walkable.assemblies.size(); ++i) {
        const Assembly& area = book.walkable.assemblies[i];
        const bool named = goal.areas.empty() || std::ranges::count(goal.areas, area.id) > 0;
        if (area.surface != surface || !named) continue;
        const double metres = distanceAt(book.network.areas[i].field, at);
        if (metres >= 0.0) best = std::min(best, metres);
    }
    return best < std::numeric_limits<double>::infinity() ? best : 0.0;
}

/// Where and when one person sets out.
struct SetOut {
    double time = 0.0;
    Departure by; // first: kNowhere where no passage is to be crossed
};
std::optional<SetOut> setOutOf(Book& book, std::size_t person)
{
    const Walker& walker = book.start.walkers[person];
    const double start = book.start.persons[person].usualStart;
    const Wish& wish = book.start.wishes[walker.wish];
    if (atGoal(book.walkable, walker.surface, wish.goal)) {
        const double metres = wish.endsAtLine ? toLine(book, walker.surface, walker.at).metres
                                              : toArea(book, walker.surface, walker.at, wish.goal);
        return SetOut{start, {kNowhere, metres}};
    }
    for (const double time : momentsFrom(book.scenario, start)) {
        const auto& toGo = secondsAt(book, walker.wish, time);
        const Departure by = departureFrom(book.walkable, book.network, walker.surface, walker.at, toGo);
        if (by.first != kNowhere) return SetOut{time, by};
    }
    return std::nullopt;
}

/// What people of one group have in common.
struct Key {
    std::string label;
    std::optional<std::size_t> schoolClass;
    SurfaceIndex surface = kNowhere;
    std::uint32_t wish = 0;
    double time = 0.0;
    PassageIndex first = kNowhere;
    friend auto operator<=>(const Key&, const Key&) = default;
};
struct Members {
    std::size_t people = 0;
    double metres = 0.0; // of all of them
    double released = 0.0;
    Vec2 at; // of the first
};

HandGroup groupOf(Book& book, const Key& key, const Members& members)
{
    HandGroup group;
    group.label = key.label;
    group.schoolClass = key.schoolClass;
    group.released = members.released;
    group.flow.people = members.people;
    group.flow.start = key.time;
    group.flow.away = members.metres / static_cast<double>(members.people);
    const Wish& wish = book.start.wishes[key.wish];
    if (key.first != kNowhere)
        group.flow.route =
            routeThrough(book.walkable, book.network, key.first, wish.goal, secondsAt(book, key.wish, key.time));
    const bool walks = !group.flow.route.empty();
    const PassageIndex last = walks ? group.flow.route.back() : kNowhere;
    if (wish.endsAtLine) {
        const SurfaceIndex end = walks ? book.network.passages[last].to : key.surface;
        const ToLine line = toLine(book, end, walks ? middleOf(book.walkable, portalOf(last)) : members.at);
        group.line = line.id;
        if (walks) group.flow.beyond = line.metres;
    } else if (walks) {
        group.flow.beyond = metresBeyond(book.walkable, book.network, last, wish.goal);
    }
    return group;
}

}

HandGroups handGroupsOf(const Scenario& scenario, const Walkable& walkable, const Network& network, const Start& start)
{
    Book book{scenario, walkable, network, start, {}};
    HandGroups result;
    std::map<Key, Members> groups;
    for (std::size_t i = 0; i < start.walkers.size(); ++i) {
        const Walker& walker = start.walkers[i];
        const Person& person = start.persons[i];
        const auto setOut = setOutOf(book, i);
        if (!setOut) {
            ++result.withoutWay[person.group];
            continue;
        }
        Members& members =
            groups[{person.group, person.schoolClass, walker.surface, walker.wish, setOut->time, setOut->by.first}];
        if (members.people == 0) members.at = walker.at;
        ++members.people;
        members.metres += setOut->by.metres;
        members.released = person.released;
    }
    for (const auto& [key, members] : groups) result.groups.push_back(groupOf(book, key, members));
    return result;
}

}
