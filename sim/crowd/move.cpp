#include "sim/crowd/guarding.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kCorner = 0.01; // m: what single precision may be wrong by far from the origin, and some; assumed
constexpr float kFastest = 4.0F; // m/s: no push moves a body faster in one step; assumed, a running adult

float sideOfLine(float px, float py, float ax, float ay, float bx, float by)
{
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

// From the left of a→b (or on it) to its right, between its ends.
bool passes(const Step& step, float ax, float ay, float bx, float by)
{
    if (sideOfLine(step.fromX, step.fromY, ax, ay, bx, by) < 0) return false;
    if (sideOfLine(step.toX, step.toY, ax, ay, bx, by) >= 0) return false;
    const float sideA = sideOfLine(ax, ay, step.fromX, step.fromY, step.toX, step.toY);
    const float sideB = sideOfLine(bx, by, step.fromX, step.fromY, step.toX, step.toY);
    return (sideA >= 0) != (sideB >= 0) || sideA == 0 || sideB == 0;
}

bool hitsWall(const Crowd::Inside& in, std::uint32_t cell, const Step& step)
{
    const WallLine* end = in.terrain->walls.end(cell);
    for (const WallLine* wall = in.terrain->walls.begin(cell); wall != end; ++wall)
        if (passes(step, wall->ax, wall->ay, wall->bx, wall->by)) return true;
    return false;
}

bool meansTo(const Crowd::Inside& in, std::size_t i, PassageIndex passage)
{
    const std::uint32_t way = in.now.way[i];
    return way < in.terrain->ways.size() && in.terrain->ways[way].kind == Way::Kind::Portal &&
           in.terrain->ways[way].target == passage;
}

// Out of the drawing, and out of the building, only who means to; elsewhere a crowd may push one through.
bool mayPass(const Crowd::Inside& in, std::size_t i, const PortalLine& line)
{
    if (in.barred[line.passage] != 0) return false;
    const Portal& portal = in.def.walkable->portals[portalOf(line.passage)];
    if (portal.b != kNowhere && !portal.exit) return true;
    if (meansTo(in, i, line.passage)) return true;
    // Pressed against an exit that is not one's own: out is out, and nobody else gets past.
    const Wish& wish = in.def.wishes[in.def.walkers[in.now.who[i]].wish];
    const bool wantsOut = wish.goal.kind == Goal::Kind::OutOfBuilding && !wish.endsAtLine && wish.circuit.empty();
    return wantsOut && portal.gate.none() && in.now.stood[i] >= static_cast<float>(in.def.manner.patience);
}

bool leavesBy(const Crowd::Inside& in, std::size_t i, PassageIndex passage)
{
    if (in.def.network->passages[passage].to == kNowhere) return true;
    const Wish& wish = in.def.wishes[in.def.walkers[in.now.who[i]].wish];
    return in.def.walkable->portals[portalOf(passage)].exit && wish.goal.kind == Goal::Kind::OutOfBuilding &&
           !wish.endsAtLine;
}

void note(Crowd::Inside& in, std::size_t i, PassageIndex passage, std::uint32_t line, bool gone)
{
    in.notes[i] = gone ? Note::Gone : Note::Passed;
    in.notedPassage[i] = passage;
    in.notedLine[i] = line;
}

// Where two portals meet at a corner, one step can lead through the first and past the second: it ends a little behind
// the first, so that nobody stands beside the surface it is said to be on.
void stopBehind(const Crowd::Inside& in, Step& step, const PortalLine& line, SurfaceIndex there)
{
    const std::uint32_t cell = in.terrain->cellAt(there, step.toX, step.toY);
    const PortalLine* end = in.terrain->portals.end(cell);
    const bool leaves = std::any_of(in.terrain->portals.begin(cell), end, [&](const PortalLine& other) {
        return portalOf(other.passage) != portalOf(line.passage) &&
               passes(step, other.ax, other.ay, other.bx, other.by);
    });
    if (!leaves) return;
    const float from = sideOfLine(step.fromX, step.fromY, line.ax, line.ay, line.bx, line.by);
    const float to = sideOfLine(step.toX, step.toY, line.ax, line.ay, line.bx, line.by);
    const float share = std::min(from / (from - to) + 1e-3F, 1.0F);
    step.toX = step.fromX + share * (step.toX - step.fromX);
    step.toY = step.fromY + share * (step.toY - step.fromY);
}

// At the corner of two portals single precision may lead past the end of the other one: out of every floor.
bool endsBesideFloor(const Crowd::Inside& in, const Step& step, const PortalLine& line, SurfaceIndex there)
{
    const std::uint32_t cell = in.terrain->cellAt(there, step.toX, step.toY);
    const PortalLine* end = in.terrain->portals.end(cell);
    return std::any_of(in.terrain->portals.begin(cell), end, [&](const PortalLine& other) {
        if (portalOf(other.passage) == portalOf(line.passage)) return false;
        if (sideOfLine(step.toX, step.toY, other.ax, other.ay, other.bx, other.by) > 0) return false;
        const Vec2 at{double{step.toX}, double{step.toY}};
        const Vec2 near = nearestOn({double{other.ax}, double{other.ay}}, {double{other.bx}, double{other.by}}, at);
        return length(near - at) < kCorner;
    });
}

}

bool passPortal(Crowd::Inside& in, std::size_t i, Step& step, AtCap atCap)
{
    const PortalLine* end = in.terrain->portals.end(in.cell[i]);
    for (const PortalLine* line = in.terrain->portals.begin(in.cell[i]); line != end; ++line) {
        if (!passes(step, line->ax, line->ay, line->bx, line->by)) continue;
        if (!mayPass(in, i, *line) || heldBack(in, i, line->passage)) return false;
        if (atCap == AtCap::Ask && in.perStep[line->passage] > 0.0F) {
            in.notes[i] = Note::Asks;
            in.notedPassage[i] = line->passage;
            in.rx[i] = step.toX;
            in.ry[i] = step.toY;
            return false;
        }
        const SurfaceIndex there = in.def.network->passages[line->passage].to;
        const bool gone = leavesBy(in, i, line->passage);
        if (!gone) {
            stopBehind(in, step, *line, there);
            if (endsBesideFloor(in, step, *line, there)) return false;
            if (hitsWall(in, in.terrain->cellAt(there, step.toX, step.toY), step)) return false;
            in.now.came[i] = meansTo(in, i, line->passage) ? portalOf(line->passage) : kNowhere;
            in.now.room[i] = there;
            in.cell[i] = in.terrain->cellAt(there, step.toX, step.toY);
            in.now.way[i] = kChoose;
        }
        note(in, i, line->passage, kNowhere, gone);
        return true;
    }
    return true;
}

namespace {

bool reachesEnd(const Crowd::Inside& in, std::size_t i, const Step& step)
{
    const std::uint32_t index = in.now.way[i];
    if (index >= in.terrain->ways.size() || in.terrain->ways[index].kind == Way::Kind::Portal) return false;
    const Way& way = in.terrain->ways[index];
    if (way.kind == Way::Kind::Area) {
        const Assembly& area = in.def.walkable->assemblies[way.target];
        const Vec2 at{double{step.toX}, double{step.toY}};
        return sideOf(area.polygon, toMillimetres(at)) != Side::Outside ||
               distanceToEdges({area.polygon, {}}, at) <= double{in.now.radius[i]};
    }
    const Vec2 a = toMetres(in.def.lines[way.target].line.a);
    const Vec2 b = toMetres(in.def.lines[way.target].line.b);
    const auto ax = static_cast<float>(a.x), ay = static_cast<float>(a.y);
    const auto bx = static_cast<float>(b.x), by = static_cast<float>(b.y);
    return passes(step, ax, ay, bx, by) || passes(step, bx, by, ax, ay);
}

// As much of the step as no wall stops; people slide by contact, so the rest of it is small.
void stopAtWall(const Crowd::Inside& in, std::size_t i, Step& step)
{
    const Step whole = step;
    for (float share = 1.0F; share > 0.2F; share *= 0.5F) {
        step.toX = whole.fromX + share * (whole.toX - whole.fromX);
        step.toY = whole.fromY + share * (whole.toY - whole.fromY);
        if (!hitsWall(in, in.cell[i], step)) return;
    }
    step.toX = step.fromX;
    step.toY = step.fromY;
}

}

void account(Crowd::Inside& in, std::size_t i, const Step& step)
{
    const auto dt = static_cast<float>(in.def.timeStep);
    const float dx = step.toX - step.fromX;
    const float dy = step.toY - step.fromY;
    in.now.vx[i] = dx / dt;
    in.now.vy[i] = dy / dt;
    if (static_cast<double>(in.now.start[i]) > in.time()) return;
    const float plan = std::sqrt(dx * dx + dy * dy);
    const float metres = plan / in.terrain->rooms[in.now.room[i]].planPerSlope;
    in.now.metres[i] += metres;
    if (metres < static_cast<float>(kWaitingSpeed) * dt) in.now.waited[i] += dt;
    // Getting on is measured along the last half second or so: who only jostles has stood.
    const bool stands = plan < 0.3F * std::min(in.now.speed[i], 0.5F) * dt;
    const float most = 4.0F * static_cast<float>(in.def.manner.patience);
    in.now.stood[i] = stands ? std::min(in.now.stood[i] + dt, most) : std::max(in.now.stood[i] - 10 * dt, 0.0F);
}

namespace {

void moveOne(Crowd::Inside& in, std::size_t i)
{
    if (in.notes[i] == Note::Left) return;
    in.notes[i] = Note::None;
    Step step{in.now.x[i], in.now.y[i], in.qx[i], in.qy[i]};
    const float dx = step.toX - step.fromX;
    const float dy = step.toY - step.fromY;
    const float most = kFastest * static_cast<float>(in.def.timeStep);
    if (const float size = std::sqrt(dx * dx + dy * dy); size > most) {
        step.toX = step.fromX + dx * (most / size);
        step.toY = step.fromY + dy * (most / size);
    }
    if (reachesEnd(in, i, step)) {
        const Way& way = in.terrain->ways[in.now.way[i]];
        note(in, i, kNowhere, way.kind == Way::Kind::Line ? way.target : kNowhere, true);
    } else {
        stopAtWall(in, i, step);
        if (!passPortal(in, i, step, AtCap::Ask)) {
            step.toX = step.fromX;
            step.toY = step.fromY;
        }
        if (in.notes[i] == Note::Asks) return;
    }
    in.now.x[i] = step.toX;
    in.now.y[i] = step.toY;
    account(in, i, step);
}

}

void move(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&in](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) moveOne(in, i);
    });
}

}
