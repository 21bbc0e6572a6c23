#include "sim/crowd/fan.hpp"
#include "sim/crowd/seeing.hpp"
#include "sim/crowd/touch.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr float kContactMargin = 0.26F; // metres: two people walk towards each other at 1.3 m/s between two looks

constexpr float kWallSeen = 0.5F; // metres

constexpr float kDeadAgainst = 0.25F; // share of a heading that is left where there is no way along a wall; assumed
constexpr float kBehindPortal = 0.3F; // metres; twice the way between two looks

/// Where a person stands to one wall.
struct ToWall {
    float nx, ny; // unit vector away from it
    float gap;    // metres between body and wall
};

ToWall toWall(const WallLine& wall, float x, float y, float body)
{
    const auto [dx, dy, along] = offWall(wall, x, y);
    const float distance = std::max(std::sqrt(dx * dx + dy * dy), 1e-4F);
    return {dx / distance, dy / distance, distance - body};
}

/// The walls near one person.
struct Walls {
    std::array<ToWall, 16> near; // no place on any floor seen has more than a few within reach
    std::size_t count = 0;
};

void lookAtWalls(Walls& walls, const Crowd::Inside& in, std::uint32_t i)
{
    const float body = reachToWalls(in, i);
    walls.count = 0;
    const WallLine* end = in.terrain->walls.end(in.cell[i]);
    for (const WallLine* line = in.terrain->walls.begin(in.cell[i]); line != end; ++line) {
        const ToWall wall = toWall(*line, in.now.x[i], in.now.y[i], body);
        if (wall.gap < kWallSeen && walls.count < walls.near.size()) walls.near[walls.count++] = wall;
    }
}

// Into the room, for those who stand right behind the portal they came by; (0, 0) elsewhere and for who goes back on
// purpose. Without it a wall that ends at a portal sends people to and fro for ever, along it out and by their way in.
Heading inwards(const Crowd::Inside& in, std::uint32_t i)
{
    const PortalLine* end = in.terrain->portals.end(in.cell[i]);
    for (const PortalLine* line = in.terrain->portals.begin(in.cell[i]); line != end; ++line) {
        if (portalOf(line->passage) != in.now.came[i]) continue;
        const Way& way = in.terrain->ways[in.now.way[i]];
        if (way.kind == Way::Kind::Portal && way.target == line->passage) break;
        const float dx = line->bx - line->ax;
        const float dy = line->by - line->ay;
        const float size = std::sqrt(dx * dx + dy * dy);
        const float rx = in.now.x[i] - line->ax;
        const float ry = in.now.y[i] - line->ay;
        const float along = (rx * dx + ry * dy) / size;
        if (along < 0.0F || along > size || dx * ry - dy * rx > kBehindPortal * size) break;
        return {-dy / size, dx / size};
    }
    return {0.0F, 0.0F};
}

// How much of a heading a wall near by takes: all that leads into it where the body touches, nothing at `range`.
float taken(const ToWall& wall, Heading heading, float range)
{
    const float into = -(heading.x * wall.nx + heading.y * wall.ny);
    return into <= 0.0F ? 0.0F : into * (1.0F - std::clamp(wall.gap / range, 0.0F, 1.0F));
}

// Along the walls near by instead of into them, the one most in the way first: beside a door the end of its wall would
// else turn people away from the door. Never against `inwards`.
Heading sliding(const Walls& walls, const Manner& manner, Heading heading, Heading inwards)
{
    const auto range = static_cast<float>(manner.wallRange);
    std::size_t first = 0;
    for (std::size_t n = 1; n < walls.count; ++n)
        if (taken(walls.near[n], heading, range) > taken(walls.near[first], heading, range)) first = n;
    Heading along = heading;
    for (std::size_t n = 0; n < walls.count; ++n) {
        const ToWall& wall = walls.near[n == 0 ? first : n == first ? 0 : n];
        const float away = taken(wall, along, range);
        along.x += away * wall.nx;
        along.y += away * wall.ny;
    }
    const float back = std::min(along.x * inwards.x + along.y * inwards.y, 0.0F);
    along.x -= back * inwards.x;
    along.y -= back * inwards.y;
    const float size = std::sqrt(along.x * along.x + along.y * along.y);
    if (back < 0.0F && size < kDeadAgainst) return inwards; // round the wall's end into the room
    if (size < 1e-3F) return {heading.y, -heading.x};       // round it on the right
    return {along.x / size, along.y / size};
}

// The speed–headway relation along each heading; the one that brings a person farthest on its way is taken.
Heading wantedVelocity(const Crowd::Inside& in, std::uint32_t i, const Fan& fan)
{
    const Manner& manner = in.def.manner;
    const bool flight = in.terrain->rooms[in.now.room[i]].rising != 0.0F;
    const double ownTime = (flight ? manner.stairTimeGap : manner.timeGap) / double{lightOn(in, in.now.room[i])};
    const double gapTime = ownTime + manner.anticipation;
    const float free = in.now.speed[i];
    const Pick best = pick(fan, static_cast<float>(manner.reserve), static_cast<float>(gapTime), free);
    const auto creep = static_cast<float>(manner.creep);
    if (best.speed >= creep) return {best.x * best.speed, best.y * best.speed};
    if (fan.right > 0.0F) { // past those who come towards one, to the right
        const float aside = std::min(static_cast<float>(manner.squeeze), free);
        return {fan.x[kFarRight] * aside, fan.y[kFarRight] * aside};
    }
    // Pressed already: no squeezing on; who means to push does so in press().
    const float squeeze = fan.gap[0] > -static_cast<float>(manner.yield) ? creep : 0.0F;
    const float speed = std::min(squeeze, free);
    return {fan.x[0] * speed, fan.y[0] * speed};
}

void keepContacts(ContactList& list, const Seen& seen)
{
    std::array<std::uint32_t, kMostSeen> near;
    std::size_t count = 0;
    for (std::size_t n = 0; n < seen.count; ++n) { // no branch to guess
        const float reach = seen.bodies[n] + kContactMargin;
        near[count] = static_cast<std::uint32_t>(n);
        count += seen.dx[n] * seen.dx[n] + seen.dy[n] * seen.dy[n] < reach * reach ? 1U : 0U;
    }
    if (count > kMostContacts) // those who touch, or nearly, before the others
        std::stable_partition(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), [&](std::uint32_t n) {
            const float reach = seen.bodies[n] + 0.05F;
            return seen.dx[n] * seen.dx[n] + seen.dy[n] * seen.dy[n] < reach * reach;
        });
    list.count = static_cast<std::uint16_t>(std::min(count, kMostContacts));
    for (std::uint32_t n = 0; n < list.count; ++n) list.with[n] = seen.slot[near[n]];
}

void lookOne(Crowd::Inside& in, std::uint32_t i, Seen& seen)
{
    lookAround(seen, in, i);
    keepContacts(in.contacts[i], seen);
    if (!in.leavers.empty()) lookOutside(seen, in, i); // followed, not touched
    Walls walls;
    lookAtWalls(walls, in, i);
    in.contacts[i].walls = walls.count > 0 ? 1 : 0;
    in.now.ux[i] = 0;
    in.now.uy[i] = 0;
    const Heading heading{in.now.hx[i], in.now.hy[i]};
    if (heading.x == 0.0F && heading.y == 0.0F) return;
    Fan fan;
    spread(fan, heading, sliding(walls, in.def.manner, heading, inwards(in, i)));
    if (seen.comes) fan.right = static_cast<float>(in.def.manner.keepRight);
    in.weighPeople(fan, seen, static_cast<float>(in.def.manner.lane), static_cast<float>(in.def.manner.anticipation));
    for (std::size_t n = 0; n < walls.count; ++n)
        weighWall(fan, walls.near[n].nx, walls.near[n].ny, std::max(walls.near[n].gap, 0.0F), in.def.manner);
    const Heading wanted = wantedVelocity(in, i, fan);
    in.now.ux[i] = wanted.x;
    in.now.uy[i] = wanted.y;
}

}

void look(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&in](std::size_t, std::size_t begin, std::size_t end) {
        Seen seen;
        for (std::size_t i = begin; i < end; ++i) lookOne(in, static_cast<std::uint32_t>(i), seen);
    });
}

}
