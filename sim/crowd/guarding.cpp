#include "sim/crowd/guarding.hpp"

#include "sim/base/random.hpp"
#include "sim/crowd/facing.hpp"
#include "sim/crowd/following.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kHeard = 5.0; // metres from the way onto the stair within which a warden turns people round; assumed

bool onDuty(const Crowd::Inside& in, const Guard& guard)
{
    return guard.from <= in.time() + 1e-9 && in.time() < guard.to - 1e-9;
}

bool minds(const Crowd::Inside& in, const Guard& guard, std::size_t i)
{
    return guard.whom.empty() || guard.whom[in.now.who[i]] != 0;
}

std::uint32_t peopleOn(const Crowd::Inside& in, SurfaceIndex surface)
{
    const Room& room = in.terrain->rooms[surface];
    return in.cellStart[room.firstCell + static_cast<std::uint32_t>(room.columns * room.rows)] -
           in.cellStart[room.firstCell];
}

bool full(const Crowd::Inside& in, const Guard& guard)
{
    return std::ranges::any_of(guard.flights, [&](const Guard::Flight& flight) {
        const std::uint32_t next = flight.landing == kNowhere ? 0 : peopleOn(in, flight.landing);
        return peopleOn(in, flight.surface) + next >= guard.density * flight.area;
    });
}

bool holds(const Crowd::Inside& in, const Guard& guard)
{
    if (!onDuty(in, guard)) return false;
    return guard.task == Guard::Task::Hold || (guard.task == Guard::Task::Meter && full(in, guard));
}

// Who is already on the stair walks on, also where its landing is a room of the storey.
bool comesFromStair(const Crowd::Inside& in, const Guard& guard, std::size_t i)
{
    if (in.now.came[i] == kNowhere) return false;
    const Portal& portal = in.def.walkable->portals[in.now.came[i]];
    const auto onStair = [&](SurfaceIndex s) { return std::ranges::find(guard.stair, s) != guard.stair.end(); };
    return onStair(portal.a) || onStair(portal.b);
}

// Once sent, nobody is sent again: two wardens cannot keep somebody walking to and fro.
bool toBeSent(const Crowd::Inside& in, std::uint32_t number, std::size_t i)
{
    const Guard& guard = in.def.guards[number];
    const std::uint32_t way = in.now.way[i];
    if (way >= in.terrain->ways.size() || in.terrain->ways[way].kind != Way::Kind::Portal) return false;
    const PassageIndex passage = in.terrain->ways[way].target;
    if (std::ranges::find(guard.entries, passage) == guard.entries.end()) return false;
    const Walker& walker = in.def.walkers[in.now.who[i]];
    if (walker.wish >= guard.sentTo.size() || !minds(in, guard, i) || comesFromStair(in, guard, i)) return false;
    if (static_cast<double>(in.now.start[i]) > in.time()) return false;
    const Vec2 at{double{in.now.x[i]}, double{in.now.y[i]}};
    const Segment& line = in.terrain->ways[way].line;
    if (length(nearestOn(toMetres(line.a), toMetres(line.b), at) - at) > kHeard) return false;
    return uniform({in.def.seed, walker.key, kPurposeSent, number}) < guard.share;
}

// A way there must be: nobody is sent against a shut door.
bool canGo(const Crowd::Inside& in, SurfaceIndex from, std::uint32_t wish)
{
    const auto& toGo = in.toGo[wish];
    for (const PortalIndex portal : in.def.network->surfaces[from].portals)
        for (const bool back : {false, true}) {
            const PassageIndex passage = passageOf(portal, back);
            const bool out = in.def.network->passages[passage].from == from;
            if (out && in.barred[passage] == 0 && std::isfinite(toGo[passage])) return true;
        }
    return false;
}

void send(Crowd::Inside& in, std::uint32_t number)
{
    const Guard& guard = in.def.guards[number];
    for (std::size_t i = 0; i < in.inside; ++i) {
        if (!toBeSent(in, number, i)) continue;
        Walker& walker = in.def.walkers[in.now.who[i]];
        const std::uint32_t wish = guard.sentTo[walker.wish];
        if (!canGo(in, in.now.room[i], wish)) continue;
        walker.wish = wish;
        in.now.way[i] = kChoose;
    }
}

// Rows of people on flights where files are kept now.
template <class Act> void forThoseInFiles(Crowd::Inside& in, const Act& act)
{
    for (const Guard& guard : in.def.guards) {
        if (guard.task != Guard::Task::Files || !onDuty(in, guard)) continue;
        for (const Guard::Flight& flight : guard.flights) {
            const Room& room = in.terrain->rooms[flight.surface];
            const auto cells = static_cast<std::uint32_t>(room.columns * room.rows);
            const std::uint32_t end = in.cellStart[room.firstCell + cells];
            for (std::uint32_t row = in.cellStart[room.firstCell]; row < end; ++row)
                if (minds(in, guard, row)) act(row);
        }
    }
}

}

void placeGuards(Crowd::Inside& in)
{
    if (in.def.guards.empty()) return;
    in.holding.assign(in.def.guards.size(), 0);
    in.guardsAt.resize(in.def.network->passages.size());
    for (std::uint32_t g = 0; g < in.def.guards.size(); ++g)
        for (const PassageIndex passage : in.def.guards[g].entries) in.guardsAt[passage].push_back(g);
}

void standGuard(Crowd::Inside& in)
{
    for (std::uint32_t g = 0; g < in.def.guards.size(); ++g) {
        const Guard& guard = in.def.guards[g];
        in.holding[g] = holds(in, guard) ? 1 : 0;
        if (guard.task == Guard::Task::Send && onDuty(in, guard)) send(in, g);
    }
}

bool heldBack(const Crowd::Inside& in, std::size_t i, PassageIndex passage)
{
    if (in.guardsAt.empty()) return false;
    return std::ranges::any_of(in.guardsAt[passage], [&](std::uint32_t g) {
        const Guard& guard = in.def.guards[g];
        return in.holding[g] != 0 && minds(in, guard, i) && !comesFromStair(in, guard, i);
    });
}

void keepToFiles(Crowd::Inside& in)
{
    forThoseInFiles(in, [&](std::uint32_t row) {
        if (const auto lane = nearestLane(in, row)) lean(in, row, *lane);
    });
}

void stayInFiles(Crowd::Inside& in)
{
    forThoseInFiles(in, [&](std::uint32_t row) {
        if (const auto lane = nearestLane(in, row)) keepWithin(in, row, *lane);
    });
}

}
