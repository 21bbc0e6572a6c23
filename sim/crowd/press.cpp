#include "sim/crowd/touch.hpp"
#include "sim/geometry/polygon.hpp"

namespace stairwise {
namespace {

constexpr float kElbow = 0.1F;     // metres of gap ahead from which who means to push closes up and does; assumed
constexpr float kAhead = 0.5F;     // within 60° of the way; assumed
constexpr float kGetsOn = 0.1F;    // share of the free speed, along the way, at which nobody pushes yet; assumed
constexpr double kDoorMouth = 1.0; // metres before a door, edge of a flight or exit; assumed
constexpr float kShuffle = 0.2F;   // m/s at which a push has spent itself: steps of a crowd of 6 to 8 per m²; assumed

bool bodyAhead(const Crowd::Inside& in, std::size_t i, Heading way)
{
    const ContactList& list = in.contacts[i];
    return std::any_of(list.with.begin(), list.with.begin() + list.count, [&](std::uint32_t j) {
        const float dx = in.now.x[j] - in.now.x[i];
        const float dy = in.now.y[j] - in.now.y[i];
        const float distance = std::sqrt(dx * dx + dy * dy);
        return distance < in.now.radius[i] + in.now.radius[j] + kElbow && way.x * dx + way.y * dy > kAhead * distance;
    });
}

bool wallAhead(const Crowd::Inside& in, std::size_t i, Heading way)
{
    if (in.contacts[i].walls == 0) return false;
    const float reach = reachToWalls(in, i) + kElbow;
    const WallLine* begin = in.terrain->walls.begin(in.cell[i]);
    return std::any_of(begin, in.terrain->walls.end(in.cell[i]), [&](const WallLine& wall) {
        const OffWall off = offWall(wall, in.now.x[i], in.now.y[i]);
        const float distance = std::sqrt(off.dx * off.dx + off.dy * off.dy);
        return distance < reach && way.x * off.dx + way.y * off.dy < -kAhead * distance;
    });
}

bool pushes(const Crowd::Inside& in, std::size_t i)
{
    return in.now.push[i] > 0.0F && (in.now.hx[i] != 0.0F || in.now.hy[i] != 0.0F);
}

bool beforeDoor(const Way& way, float x, float y)
{
    if (way.kind != Way::Kind::Portal) return false;
    const Vec2 at{double{x}, double{y}};
    return length(nearestOn(toMetres(way.line.a), toMetres(way.line.b), at) - at) < kDoorMouth;
}

}

// They press on instead of trying to the side: what presses stands still. Not so in a door's mouth, where an arch
// would.
void faceOn(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!pushes(in, i)) continue;
            const Way& to = in.terrain->ways[in.now.way[i]];
            if (beforeDoor(to, in.now.x[i], in.now.y[i])) continue;
            const Heading way = headingAt(*in.terrain, to, in.now.x[i], in.now.y[i]);
            in.now.hx[i] = way.x;
            in.now.hy[i] = way.y;
        }
    });
}

// Who means to push and finds no way on, neither straight nor round what stands ahead, leans on it: with all its push
// where nothing gives way, with less the faster it does. So a crowd that moves is not driven faster than it can step.
void press(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!pushes(in, i)) continue;
            const Heading way{in.now.hx[i], in.now.hy[i]};
            const float walking = dragOf(in, i);
            const float shuffle = std::min(kShuffle, in.now.push[i] / walking);
            in.now.drag[i] = walking;
            const float gettingOn = in.now.ux[i] * way.x + in.now.uy[i] * way.y;
            if (gettingOn > std::max(kGetsOn * in.now.speed[i], shuffle)) continue;
            if (!bodyAhead(in, i, way) && !wallAhead(in, i, way)) continue;
            in.now.drag[i] = in.now.push[i] / shuffle;
            in.now.ux[i] = way.x * shuffle;
            in.now.uy[i] = way.y * shuffle;
        }
    });
}

}
