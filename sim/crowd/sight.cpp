#include "sim/crowd/sight.hpp"

#include <algorithm>

namespace stairwise {
namespace {

/// Rows and columns of cells around one person's cell.
struct Window {
    int column0, column1, row0, row1; // the last ones excluded
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

// Of those behind one, only who may be touched before the next look matters.
constexpr float kBehind = -0.4F;  // metres
constexpr float kTouching = 0.8F; // metres: two of the broadest bodies and what they walk meanwhile

// One stretch of people in neighbouring cells of a row. Each is written down and kept only if near: no branch to guess.
void lookAlong(Seen& seen, const People& people, std::uint32_t i, float reach, std::uint32_t begin, std::uint32_t end)
{
    const float x = people.x[i];
    const float y = people.y[i];
    const float hx = people.hx[i];
    const float hy = people.hy[i];
    end = std::min(end, begin + static_cast<std::uint32_t>(kMostSeen - seen.count));
    std::size_t n = seen.count;
    for (std::uint32_t j = begin; j < end; ++j) {
        const float dx = people.x[j] - x;
        const float dy = people.y[j] - y;
        seen.slot[n] = j;
        seen.dx[n] = dx;
        seen.dy[n] = dy;
        const float square = dx * dx + dy * dy;
        const bool matters = (hx * dx + hy * dy > kBehind) | (square < kTouching * kTouching);
        const bool near = (square < reach * reach) & (j != i) & matters;
        n += near ? 1U : 0U;
    }
    seen.count = n;
}

template <class Hidden> void leaveOut(Seen& seen, std::size_t from, const Hidden& hidden)
{
    std::size_t kept = from;
    for (std::size_t n = from; n < seen.count; ++n) {
        if (hidden(seen.dx[n], seen.dy[n])) continue;
        seen.dx[kept] = seen.dx[n];
        seen.dy[kept] = seen.dy[n];
        seen.slot[kept++] = seen.slot[n];
    }
    seen.count = kept;
}

void lookBehindWalls(Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    const float x = in.now.x[i];
    const float y = in.now.y[i];
    const WallLine* begin = in.terrain->walls.begin(in.cell[i]);
    const WallLine* end = in.terrain->walls.end(in.cell[i]);
    leaveOut(seen, 0, [&](float dx, float dy) {
        return std::any_of(begin, end, [&](const WallLine& wall) {
            return crosses(x, y, x + dx, y + dy, wall.ax, wall.ay, wall.bx, wall.by);
        });
    });
}

void lookThroughPortals(Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    const float x = in.now.x[i];
    const float y = in.now.y[i];
    const FarCells* end = in.terrain->far.end(in.cell[i]);
    for (const FarCells* far = in.terrain->far.begin(in.cell[i]); far != end; ++far) {
        const std::uint32_t first = in.cellStart[far->begin];
        const std::uint32_t last = in.cellStart[far->end];
        if (first == last) continue;
        const std::size_t from = seen.count;
        lookAlong(seen, in.now, i, kReach, first, last);
        leaveOut(seen, from, [&](float dx, float dy) {
            return !crosses(x, y, x + dx, y + dy, far->ax, far->ay, far->bx, far->by);
        });
    }
}

Window windowOf(const Room& room, int column, int row, int cells)
{
    return {std::max(column - cells, 0), std::min(column + cells + 1, room.columns), std::max(row - cells, 0),
            std::min(row + cells + 1, room.rows)};
}

const std::uint32_t* rowStart(const Crowd::Inside& in, const Room& room, int row)
{
    return in.cellStart.data() + room.firstCell + static_cast<std::uint32_t>(row * room.columns);
}

// Where so many stand within one cell's width, those farther off are hidden behind them (assumed; 3.6 per m²).
constexpr std::uint32_t kCrowded = 16;

bool crowded(const Crowd::Inside& in, const Room& room, const Window& near)
{
    std::uint32_t count = 0;
    for (int r = near.row0; r < near.row1; ++r) {
        const std::uint32_t* line = rowStart(in, room, r);
        count += line[near.column1] - line[near.column0];
    }
    return count > kCrowded;
}

void lookIn(Seen& seen, const Crowd::Inside& in, std::uint32_t i, const Window& window, float reach)
{
    const Room& room = in.terrain->rooms[in.now.room[i]];
    seen.count = 0;
    for (int r = window.row0; r < window.row1; ++r) {
        const std::uint32_t* line = rowStart(in, room, r);
        lookAlong(seen, in.now, i, reach, line[window.column0], line[window.column1]);
    }
}

bool anybodyComes(const Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    const Heading heading{in.now.hx[i], in.now.hy[i]};
    bool comes = false;
    for (std::size_t n = 0; n < seen.count; ++n)
        comes |= comesTowards(heading, in.now.hx[seen.slot[n]], in.now.hy[seen.slot[n]], seen.dx[n], seen.dy[n]);
    return comes;
}

void lookOnOwnSurface(Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    const Room& room = in.terrain->rooms[in.now.room[i]];
    const auto place = static_cast<int>(in.cell[i] - room.firstCell);
    const int row = place / room.columns;
    const int column = place - row * room.columns;
    const Window near = windowOf(room, column, row, 1);
    const bool full = crowded(in, room, near);
    lookIn(seen, in, i, full ? near : windowOf(room, column, row, kReachCells), kReach);
    seen.comes = anybodyComes(seen, in, i);
    if (seen.comes && !full) // one looks farther ahead then, and steps aside in time
        lookIn(seen, in, i, windowOf(room, column, row, 2 * kReachCells), 2 * kReach);
}

}

void lookAround(Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    lookOnOwnSurface(seen, in, i);
    if (in.terrain->blind[in.cell[i]] != 0) lookBehindWalls(seen, in, i);
    lookThroughPortals(seen, in, i);
    for (std::size_t n = 0; n < seen.count; ++n) {
        const std::uint32_t j = seen.slot[n];
        seen.vx[n] = in.now.vx[j];
        seen.vy[n] = in.now.vy[j];
        seen.hx[n] = in.now.hx[j];
        seen.hy[n] = in.now.hy[j];
        seen.bodies[n] = in.now.radius[i] + in.now.radius[j];
    }
}

// Those just gone through an exit near by. They are not touched, only followed.
void lookOutside(Seen& seen, const Crowd::Inside& in, std::uint32_t i)
{
    const PortalLine* end = in.terrain->portals.end(in.cell[i]);
    for (const PortalLine* line = in.terrain->portals.begin(in.cell[i]); line != end; ++line)
        for (const Leaver& leaver : in.leavers) {
            const float dx = leaver.x - in.now.x[i];
            const float dy = leaver.y - in.now.y[i];
            if (leaver.portal != portalOf(line->passage) || dx * dx + dy * dy >= kReach * kReach) continue;
            if (seen.count == kMostSeen) return;
            const std::size_t n = seen.count++;
            seen.dx[n] = dx, seen.dy[n] = dy;
            seen.vx[n] = leaver.vx, seen.vy[n] = leaver.vy;
            seen.hx[n] = seen.hy[n] = 0.0F;
            seen.bodies[n] = in.now.radius[i] + leaver.radius;
            seen.slot[n] = kNowhere;
        }
}

}
