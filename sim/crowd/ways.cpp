#include "sim/crowd/ways.hpp"

#include "sim/crowd/seeing.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

struct Choice {
    std::uint32_t way = kWithoutWay;
    double seconds = kNever;
};

void consider(Choice& best, std::uint32_t way, double seconds)
{
    if (seconds < best.seconds) best = {way, seconds};
}

bool climbs(const Crowd::Inside& in, const Room& room, const Way& way, Vec2 at)
{
    const Heading heading = headingAt(*in.terrain, way, static_cast<float>(at.x), static_cast<float>(at.y));
    return heading.x * room.uphillX + heading.y * room.uphillY > 0.0F;
}

// At the same speeds as the seconds behind each portal: with one's own, a slow person would turn round at every door.
double secondsTo(const Crowd::Inside& in, const Room& room, const Way& way, Vec2 at)
{
    const double known = distanceAt(*way.field, at);
    if (known < 0.0 && way.kind == Way::Kind::Area) return kNever;
    // A place that the field does not know is a nook of the floor: as far as the straight line.
    const double metres = known >= 0.0 ? known : length(nearestOn(toMetres(way.line.a), toMetres(way.line.b), at) - at);
    if (room.rising == 0.0F) return metres / kRouteSpeed;
    return metres / (double{room.planPerSlope} * (climbs(in, room, way, at) ? kRouteSpeedUp : kRouteSpeedDown));
}

// Back through the portal just crossed on purpose (estimates differ a little from both of its sides), and from the open
// into a building again, only if there is nothing else.
enum class Turning { Onward, Back };

void considerPortals(Choice& best, const Crowd::Inside& in, std::size_t i, Vec2 at, const std::vector<double>& toGo,
                     Turning turning)
{
    const SurfaceIndex here = in.now.room[i];
    const Room& room = in.terrain->rooms[here];
    for (std::uint32_t slot = 0; slot < in.def.network->surfaces[here].portals.size(); ++slot) {
        const Way& way = in.terrain->ways[room.firstWay + slot];
        if (in.barred[way.target] != 0 || toGo[way.target] == kNever) continue;
        const SurfaceIndex there = in.def.network->passages[way.target].to;
        const auto& surfaces = in.def.walkable->surfaces;
        const bool indoors = there != kNowhere && surfaces[here].outdoor && !surfaces[there].outdoor;
        const bool back = indoors || portalOf(way.target) == in.now.came[i];
        if (back != (turning == Turning::Back)) continue;
        consider(best, room.firstWay + slot, secondsTo(in, room, way, at) + toGo[way.target]);
    }
}

void considerPortals(Choice& best, const Crowd::Inside& in, std::size_t i, Vec2 at, const std::vector<double>& toGo)
{
    considerPortals(best, in, i, at, toGo, Turning::Onward);
    if (best.way == kWithoutWay) considerPortals(best, in, i, at, toGo, Turning::Back);
}

void considerEnds(Choice& best, const Crowd::Inside& in, SurfaceIndex here, const Wish& wish, Vec2 at)
{
    const Room& room = in.terrain->rooms[here];
    const auto reach = [&](std::uint32_t way) { consider(best, way, secondsTo(in, room, in.terrain->ways[way], at)); };
    if (wish.endsAtLine)
        for (std::uint32_t i = 0; i < in.def.lines.size(); ++i)
            if (in.def.lines[i].surface == here) reach(in.terrain->lineWays[i]);
    if (wish.goal.kind == Goal::Kind::Assembly)
        for (std::uint32_t i = 0; i < in.def.walkable->assemblies.size(); ++i) {
            const Assembly& area = in.def.walkable->assemblies[i];
            const auto& wanted = wish.goal.areas;
            if (area.surface == here && (wanted.empty() || std::ranges::find(wanted, area.id) != wanted.end()))
                reach(in.terrain->areaWays[i]);
        }
}

void considerCircuit(Choice& best, const Crowd::Inside& in, std::size_t i, const Wish& wish)
{
    const SurfaceIndex here = in.now.room[i];
    const auto& slots = in.def.network->surfaces[here].portals;
    for (std::uint32_t slot = 0; slot < slots.size(); ++slot) {
        const std::uint32_t way = in.terrain->rooms[here].firstWay + slot;
        if (std::ranges::count(wish.circuit, in.terrain->ways[way].target) > 0) consider(best, way, 0.0);
    }
}

}

// Up or down follows from the way chosen; in plan a person is slower than along the slope.
float speedOn(const Crowd::Inside& in, std::size_t i, std::uint32_t way)
{
    const Walker& walker = in.def.walkers[in.now.who[i]];
    const Room& room = in.terrain->rooms[in.now.room[i]];
    const float light = lightOn(in, in.now.room[i]);
    if (room.rising == 0.0F || way == kWithoutWay) return static_cast<float>(walker.levelSpeed) * light;
    const bool up = climbs(in, room, in.terrain->ways[way], {double{in.now.x[i]}, double{in.now.y[i]}});
    return static_cast<float>(up ? walker.upSpeed : walker.downSpeed) * room.planPerSlope * light;
}

void chooseWays(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&in](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (in.now.way[i] != kChoose) continue;
            const Walker& walker = in.def.walkers[in.now.who[i]];
            const Wish& wish = in.def.wishes[walker.wish];
            const Vec2 at{double{in.now.x[i]}, double{in.now.y[i]}};
            Choice best;
            considerCircuit(best, in, i, wish);
            considerEnds(best, in, in.now.room[i], wish, at);
            considerPortals(best, in, i, at, in.toGo[walker.wish]);
            // Nobody stays because the way planned for is barred.
            if (best.way == kWithoutWay && !in.toGoFreely[walker.wish].empty())
                considerPortals(best, in, i, at, in.toGoFreely[walker.wish]);
            in.now.way[i] = best.way;
            in.now.speed[i] = speedOn(in, i, best.way);
        }
    });
}

double secondsToGoal(const Crowd::Inside& in, std::size_t i)
{
    const std::uint32_t index = in.now.way[i];
    if (index >= in.terrain->ways.size()) return kNever;
    const Way& way = in.terrain->ways[index];
    const Vec2 at{double{in.now.x[i]}, double{in.now.y[i]}};
    const double here = secondsTo(in, in.terrain->rooms[in.now.room[i]], way, at);
    if (way.kind != Way::Kind::Portal) return here;
    const std::uint32_t wish = in.def.walkers[in.now.who[i]].wish;
    const double planned = in.toGo[wish][way.target];
    const bool astray = planned == kNever && !in.toGoFreely[wish].empty();
    return here + (astray ? in.toGoFreely[wish][way.target] : planned);
}

void findRoutes(Crowd::Inside& in)
{
    const auto seconds = [&](const RouteRule& rule, const Goal& goal) {
        return secondsToGo(*in.def.walkable, *in.def.network, rule, goal, in.barred);
    };
    in.toGo.clear();
    in.toGoFreely.clear();
    for (const Wish& wish : in.def.wishes) {
        in.toGo.push_back(seconds(wish.rule, wish.goal));
        in.toGoFreely.push_back(wish.rule == RouteRule{} ? std::vector<double>{} : seconds({}, wish.goal));
    }
}

}
