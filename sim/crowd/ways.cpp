#include "sim/crowd/state.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

struct Choice {
    std::uint32_t way = kNoWay;
    double seconds = kNever;
};

void consider(Choice& best, std::uint32_t way, double seconds)
{
    if (seconds < best.seconds) best = {way, seconds};
}

void considerPortals(Choice& best, const Crowd::Inside& in, SurfaceIndex room, const Wish& wish, Vec2 at, double speed)
{
    const auto& toGo = in.toGo[static_cast<std::size_t>(&wish - in.def.wishes.data())];
    const std::uint32_t first = in.terrain.rooms[room].firstWay;
    for (std::uint32_t slot = 0; slot < in.def.network->surfaces[room].portals.size(); ++slot) {
        const Way& way = in.terrain.ways[first + slot];
        if (in.barred[portalOf(way.target)] != 0 || toGo[way.target] == kNever) continue;
        const double metres = distanceAt(*way.field, at);
        if (metres >= 0.0) consider(best, first + slot, metres / speed + toGo[way.target]);
    }
}

void considerEnds(Choice& best, const Crowd::Inside& in, SurfaceIndex room, const Wish& wish, Vec2 at, double speed)
{
    const auto reach = [&](std::uint32_t way) {
        const double metres = distanceAt(*in.terrain.ways[way].field, at);
        if (metres >= 0.0) consider(best, way, metres / speed);
    };
    if (wish.endsAtLine)
        for (std::uint32_t i = 0; i < in.def.lines.size(); ++i)
            if (in.def.lines[i].surface == room) reach(in.terrain.lineWays[i]);
    if (wish.goal.kind == Goal::Kind::Assembly)
        for (std::uint32_t i = 0; i < in.def.walkable->assemblies.size(); ++i) {
            const Assembly& area = in.def.walkable->assemblies[i];
            const auto& wanted = wish.goal.areas;
            if (area.surface == room && (wanted.empty() || std::ranges::find(wanted, area.id) != wanted.end()))
                reach(in.terrain.areaWays[i]);
        }
}

// Up or down follows from the way chosen; in plan a person is slower than along the slope.
float speedOn(const Crowd::Inside& in, std::size_t i, std::uint32_t way)
{
    const Walker& walker = in.def.walkers[in.now.who[i]];
    const Room& room = in.terrain.rooms[in.now.room[i]];
    if (room.rising == 0.0F || way == kNoWay) return static_cast<float>(walker.levelSpeed);
    const Heading heading = headingAt(in.terrain, in.terrain.ways[way], in.now.x[i], in.now.y[i]);
    const bool up = heading.x * room.uphillX + heading.y * room.uphillY > 0.0F;
    return static_cast<float>(up ? walker.upSpeed : walker.downSpeed) * room.planPerSlope;
}

}

void chooseWays(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&in](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (in.now.way[i] != kChoose) continue;
            const Walker& walker = in.def.walkers[in.now.who[i]];
            const Wish& wish = in.def.wishes[walker.wish];
            const Vec2 at{double{in.now.x[i]}, double{in.now.y[i]}};
            const double speed = std::max(walker.levelSpeed, 0.1);
            Choice best;
            considerPortals(best, in, in.now.room[i], wish, at, speed);
            considerEnds(best, in, in.now.room[i], wish, at, speed);
            in.now.way[i] = best.way;
            in.now.speed[i] = speedOn(in, i, best.way);
        }
    });
}

void findRoutes(Crowd::Inside& in)
{
    const auto& portals = in.def.walkable->portals;
    in.barred.assign(portals.size(), 0);
    for (std::size_t p = 0; p < portals.size(); ++p) in.barred[p] = portals[p].state == DoorState::Locked ? 1 : 0;
    for (const PortalIndex p : in.shut) in.barred[p] = 1;
    in.toGo.clear();
    for (const Wish& wish : in.def.wishes)
        in.toGo.push_back(secondsToGo(*in.def.walkable, *in.def.network, wish.rule, wish.goal, in.shut));
}

}
