#include "sim/crowd/state.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr float kContactMargin = 0.25F; // metres: two people walk towards each other at 2.5 m/s for a step of 0.1 s
constexpr std::size_t kMostSeen = 64;   // π·1.4² m² at 10 persons per m²

/// Neighbours within reach of one person.
struct Seen {
    std::array<float, kMostSeen> dx, dy, distance, bodies; // bodies: sum of the radii
    std::array<std::uint32_t, kMostSeen> slot;
    std::size_t count = 0;
};

bool crosses(float px, float py, float qx, float qy, float ax, float ay, float bx, float by)
{
    const float sideP = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const float sideQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
    if ((sideP > 0) == (sideQ > 0)) return false;
    const float sideA = (qx - px) * (ay - py) - (qy - py) * (ax - px);
    const float sideB = (qx - px) * (by - py) - (qy - py) * (bx - px);
    return (sideA > 0) != (sideB > 0);
}

bool wallBetween(const Crowd::Inside& in, std::uint32_t cell, float px, float py, float qx, float qy)
{
    const WallLine* end = in.terrain.walls.end(cell);
    for (const WallLine* wall = in.terrain.walls.begin(cell); wall != end; ++wall)
        if (crosses(px, py, qx, qy, wall->ax, wall->ay, wall->bx, wall->by)) return true;
    return false;
}

bool inReach(const People& people, std::size_t i, std::uint32_t j)
{
    const float dx = people.x[j] - people.x[i];
    const float dy = people.y[j] - people.y[i];
    return dx * dx + dy * dy < kReach * kReach;
}

void take(Seen& seen, const People& people, std::size_t i, std::uint32_t j)
{
    if (seen.count == kMostSeen) return;
    const std::size_t n = seen.count++;
    seen.dx[n] = people.x[j] - people.x[i];
    seen.dy[n] = people.y[j] - people.y[i];
    seen.distance[n] = std::max(std::sqrt(seen.dx[n] * seen.dx[n] + seen.dy[n] * seen.dy[n]), 1e-4F);
    seen.bodies[n] = people.radius[i] + people.radius[j];
    seen.slot[n] = j;
}

// One stretch of people in neighbouring cells of a row. `Hidden` is asked only of those in reach.
template <class Hidden>
void lookAlong(Seen& seen, const People& people, std::uint32_t i, std::uint32_t begin, std::uint32_t end,
               const Hidden& hidden)
{
    for (std::uint32_t j = begin; j < end; ++j)
        if (inReach(people, i, j) && j != i && !hidden(j)) take(seen, people, i, j);
}

// Those just gone through an exit near by. They are not touched, only followed.
void lookOutside(Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    const PortalLine* end = in.terrain.portals.end(in.cell[i]);
    for (const PortalLine* line = in.terrain.portals.begin(in.cell[i]); line != end; ++line)
        for (const Leaver& leaver : in.leavers) {
            const float dx = leaver.x - in.now.x[i];
            const float dy = leaver.y - in.now.y[i];
            if (leaver.portal != portalOf(line->passage) || dx * dx + dy * dy >= kReach * kReach) continue;
            if (seen.count == kMostSeen) return;
            const std::size_t n = seen.count++;
            seen.dx[n] = dx;
            seen.dy[n] = dy;
            seen.distance[n] = std::max(std::sqrt(dx * dx + dy * dy), 1e-4F);
            seen.bodies[n] = in.now.radius[i] + leaver.radius;
            seen.slot[n] = kNowhere;
        }
}

void lookAround(Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    const People& people = in.now;
    const std::uint32_t cell = in.cell[i];
    const Room& room = in.terrain.rooms[people.room[i]];
    const int column = static_cast<int>(cell - room.firstCell) % room.columns;
    const int row = static_cast<int>(cell - room.firstCell) / room.columns;
    const auto c0 = static_cast<std::uint32_t>(std::max(column - kReachCells, 0));
    const auto c1 = static_cast<std::uint32_t>(std::min(column + kReachCells, room.columns - 1)) + 1;
    const bool blind = in.terrain.blind[cell] != 0;
    const auto nothing = [](std::uint32_t) { return false; };
    const auto wall = [&](std::uint32_t j) {
        return wallBetween(in, cell, people.x[i], people.y[i], people.x[j], people.y[j]);
    };
    seen.count = 0;
    for (int r = std::max(row - kReachCells, 0); r <= std::min(row + kReachCells, room.rows - 1); ++r) {
        const std::uint32_t* line = in.cellStart.data() + room.firstCell + static_cast<std::uint32_t>(r * room.columns);
        if (blind)
            lookAlong(seen, people, i, line[c0], line[c1], wall);
        else
            lookAlong(seen, people, i, line[c0], line[c1], nothing);
    }
    for (const FarCells* far = in.terrain.far.begin(cell); far != in.terrain.far.end(cell); ++far)
        lookAlong(seen, people, i, in.cellStart[far->begin], in.cellStart[far->end], [&](std::uint32_t j) {
            return !crosses(people.x[i], people.y[i], people.x[j], people.y[j], far->ax, far->ay, far->bx, far->by);
        });
}

void keepContacts(ContactList& list, const Seen& seen)
{
    list.count = 0;
    for (std::size_t n = 0; n < seen.count && list.count < kMostContacts; ++n)
        if (seen.slot[n] != kNowhere && seen.distance[n] < seen.bodies[n] + kContactMargin)
            list.with[list.count++] = seen.slot[n];
}

// Who has stood for a while tries a little to the side, another way every half second: no arch of people holds.
Heading tryAside(const Crowd::Inside& in, std::size_t i, Heading heading)
{
    const auto patience = static_cast<float>(in.def.manner.patience);
    if (in.now.stood[i] < patience) return heading;
    const auto turn = static_cast<std::uint32_t>(in.time() * 2.0);
    const std::uint64_t key = in.def.walkers[in.now.who[i]].key;
    const auto lean = static_cast<float>(2.0 * uniform({in.def.seed, key, kPurposeSidestep, turn}) - 1.0);
    const float reach = std::min(in.now.stood[i] / patience, 4.0F) * 0.5F;
    const float x = heading.x - heading.y * lean * reach;
    const float y = heading.y + heading.x * lean * reach;
    const float size = std::sqrt(x * x + y * y);
    return {x / size, y / size};
}

// Only sideways: how fast one walks is decided by the gap ahead.
float pushFromPeople(const Manner& manner, const Seen& seen, Heading heading)
{
    const auto range = static_cast<float>(manner.avoidRange);
    float push = 0;
    for (std::size_t n = 0; n < seen.count; ++n) {
        const float gap = seen.distance[n] - seen.bodies[n];
        const float along = (seen.dx[n] * heading.x + seen.dy[n] * heading.y) / seen.distance[n];
        if (gap >= range || along < -0.3F) continue;
        const float left = (heading.x * seen.dy[n] - heading.y * seen.dx[n]) / seen.distance[n];
        const float near = 1.0F - std::max(gap, 0.0F) / range;
        // Straight ahead: to the right, as traffic and school rules go.
        push -= near * near * (left + 0.1F * std::max(along, 0.0F));
    }
    return push * static_cast<float>(manner.avoidStrength);
}

float pushFromWalls(const Crowd::Inside& in, std::size_t i, Heading heading)
{
    const float range = static_cast<float>(in.def.manner.wallRange);
    const float body = std::min(in.now.radius[i], in.terrain.squeeze[in.cell[i]]);
    float push = 0;
    const WallLine* end = in.terrain.walls.end(in.cell[i]);
    for (const WallLine* wall = in.terrain.walls.begin(in.cell[i]); wall != end; ++wall) {
        const float rx = in.now.x[i] - wall->ax;
        const float ry = in.now.y[i] - wall->ay;
        const float along = std::clamp(rx * wall->ux + ry * wall->uy, 0.0F, wall->length);
        const float dx = rx - along * wall->ux;
        const float dy = ry - along * wall->uy;
        const float distance = std::max(std::sqrt(dx * dx + dy * dy), 1e-4F);
        const float gap = distance - body;
        if (gap >= range) continue;
        const float near = 1.0F - std::max(gap, 0.0F) / range;
        push += near * near * (heading.x * dy - heading.y * dx) / distance;
    }
    return push * static_cast<float>(in.def.manner.wallStrength);
}

Heading leaning(Heading heading, float push)
{
    const float p = std::clamp(push, -1.5F, 1.5F);
    const float x = heading.x - heading.y * p;
    const float y = heading.y + heading.x * p;
    const float size = std::sqrt(x * x + y * y);
    return {x / size, y / size};
}

// The speed–headway relation: the free gap to the nearest in the way, in `timeGap` seconds.
float speedAhead(const Manner& manner, const Seen& seen, Heading heading, float free)
{
    const auto lane = static_cast<float>(manner.lane);
    float gap = 1e3F;
    for (std::size_t n = 0; n < seen.count; ++n) {
        const float along = seen.dx[n] * heading.x + seen.dy[n] * heading.y;
        const float aside = std::fabs(heading.x * seen.dy[n] - heading.y * seen.dx[n]);
        if (along > 0 && aside < lane * seen.bodies[n]) gap = std::min(gap, seen.distance[n] - seen.bodies[n]);
    }
    if (gap < -static_cast<float>(manner.yield)) return 0; // pressed already: no pushing on
    const float speed = gap / static_cast<float>(manner.timeGap);
    return std::min(std::max(speed, static_cast<float>(manner.creep)), free);
}

void chooseOne(Crowd::Inside& in, std::uint32_t i, Seen& seen)
{
    lookAround(seen, in, i);
    keepContacts(in.contacts[i], seen);
    if (!in.leavers.empty()) lookOutside(seen, in, i);
    in.px[i] = in.now.x[i];
    in.py[i] = in.now.y[i];
    if (in.now.way[i] == kWithoutWay || static_cast<double>(in.now.start[i]) > in.time()) return;
    const Heading way = headingAt(in.terrain, in.terrain.ways[in.now.way[i]], in.now.x[i], in.now.y[i]);
    if (way.x == 0 && way.y == 0) return;
    Heading heading = tryAside(in, i, way);
    heading = leaning(heading, pushFromPeople(in.def.manner, seen, heading) + pushFromWalls(in, i, heading));
    const float speed = speedAhead(in.def.manner, seen, heading, in.now.speed[i]);
    const auto step = static_cast<float>(in.def.timeStep);
    in.px[i] += heading.x * speed * step;
    in.py[i] += heading.y * speed * step;
}

}

void chooseVelocities(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&in](std::size_t, std::size_t begin, std::size_t end) {
        Seen seen;
        for (std::size_t i = begin; i < end; ++i) chooseOne(in, static_cast<std::uint32_t>(i), seen);
    });
}

}
