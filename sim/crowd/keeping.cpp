#include "sim/crowd/seeing.hpp"
#include "sim/trace/pack.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {

void pack(auto& way, Same<ContactList> auto& list)
{
    way(list.with, list.count, list.walls);
}

void pack(auto& way, Same<Leaver> auto& leaver)
{
    way(leaver.x, leaver.y, leaver.vx, leaver.vy, leaver.radius, leaver.until, leaver.portal);
}

void pack(auto& way, Same<Crowd::Walked> auto& walked)
{
    way(walked.metres, walked.waited);
}

void pack(auto& way, Same<Fallen> auto& fallen)
{
    way(fallen.fall, fallen.person, fallen.from, fallen.until, fallen.up);
}

namespace {

// Rows of people who have gone hold what stood there last; they are no part of the state.
template <class T> void packRows(Packer& way, const std::vector<T>& field, std::size_t rows)
{
    way(std::vector<T>(field.begin(), field.begin() + static_cast<std::ptrdiff_t>(rows)));
}
template <class T> void packRows(Unpacker& way, std::vector<T>& field, std::size_t rows)
{
    const std::size_t people = field.size();
    way(field);
    if (field.size() == rows) field.resize(people);
}

// What is made anew in every step, or from the definition and from what is barred, is left out.
void packState(auto& way, auto& in)
{
    way(in.stepNumber, in.inside, in.left);
    const auto rows = [&](auto& field) { packRows(way, field, in.inside); };
    in.now.forEachField(rows);
    rows(in.cell);
    rows(in.contacts);
    rows(in.notes);
    way(in.barred, in.credit, in.leavers, in.walked);
    if (!in.def.falls.empty()) way(in.fallen);
    if (in.def.guards.empty()) return;
    way(in.holding);
    for (auto& walker : in.def.walkers) way(walker.wish); // wardens send people other ways
}

bool knownOrNone(std::uint32_t index, std::size_t count)
{
    return index < count || index == kNowhere;
}

bool isPerson(const Crowd::Inside& in, std::size_t i)
{
    const std::uint32_t way = in.now.way[i];
    const bool somewhere = std::abs(in.now.x[i]) <= kAway && std::abs(in.now.y[i]) <= kAway; // no NaN
    return somewhere && in.now.who[i] < in.def.walkers.size() && in.now.room[i] < in.terrain->rooms.size() &&
           (way < in.terrain->ways.size() || way == kChoose || way == kWithoutWay) &&
           knownOrNone(in.now.came[i], in.def.walkable->portals.size()) && in.cell[i] < in.terrain->cells &&
           in.notes[i] <= Note::Left;
}

bool isContact(const Crowd::Inside& in, const ContactList& list)
{
    return list.count <= kMostContacts && std::all_of(list.with.begin(), list.with.begin() + list.count,
                                                      [&](std::uint32_t i) { return i < in.inside; });
}

// Nothing points out of its list, whatever the bytes said.
bool holds(Crowd::Inside& in)
{
    const std::size_t people = in.def.walkers.size();
    bool all = in.inside <= people && in.left <= in.inside && in.cell.size() == people &&
               in.contacts.size() == people && in.notes.size() == people && in.walked.size() == people &&
               in.barred.size() == in.def.network->passages.size() &&
               in.credit.size() == in.def.walkable->portals.size();
    in.now.forEachField([&](const auto& field) { all = all && field.size() == people; });
    for (std::size_t i = 0; all && i < in.inside; ++i) all = isPerson(in, i) && isContact(in, in.contacts[i]);
    for (const Fallen& fallen : in.fallen) all = all && fallen.fall < in.def.falls.size() && fallen.person < people;
    all = all && in.holding.size() == in.def.guards.size();
    for (const Walker& walker : in.def.walkers) all = all && walker.wish < in.def.wishes.size();
    for (const Leaver& leaver : in.leavers) all = all && leaver.portal < in.def.walkable->portals.size();
    return all;
}

}

std::string Crowd::state() const
{
    Packer way;
    packState(way, *inside_);
    return way.bytes();
}

bool Crowd::restore(std::string_view state)
{
    Inside& in = *inside_;
    Unpacker way(state);
    packState(way, in);
    if (!way.whole() || !holds(in)) return false;
    in.fallen.reserve(in.def.falls.size());
    in.leavers.reserve(in.def.walkers.size()); // nothing is allocated in a step
    in.passed.clear();
    const std::uint32_t looked = in.stepNumber == 0 ? 0 : (in.stepNumber - 1) / in.stepsPerLook * in.stepsPerLook;
    in.lit = litAt(in, looked * in.def.timeStep);
    findRoutes(in);
    return true;
}

}
