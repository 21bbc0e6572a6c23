#include "sim/crowd/following.hpp"

#include "sim/crowd/facing.hpp"
#include "sim/crowd/ways.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace stairwise {
namespace {

constexpr float kStream = 0.6F;      // metres: one file on a stair, the person stream of GB 50099-2011, 8.2.1
constexpr float kSteepest = 0.6F;    // tangent of the most that a file leans towards its side; assumed
constexpr float kHeldLongest = 4.0F; // patiences of standing after which nobody minds the order any more; assumed
constexpr float kOvertaken = -0.5F;  // metres: who has got so far ahead does not let the other by again; assumed

float speedOf(const Crowd::Inside& in, std::uint32_t row)
{
    return std::sqrt(in.now.vx[row] * in.now.vx[row] + in.now.vy[row] * in.now.vy[row]);
}

// Nobody stops on a stair, whatever happens behind.
bool onStair(const Crowd::Inside& in, std::uint32_t row)
{
    return in.def.walkable->surfaces[in.now.room[row]].kind != SurfaceKind::Space;
}

bool freed(const Crowd::Inside& in, std::uint32_t row)
{
    return in.now.stood[row] >= kHeldLongest * static_cast<float>(in.def.manner.patience);
}

// A sweeper's start is put off as long as somebody it waits for is on the surface and has a way off it.
void putOff(Crowd::Inside& in, const Sweep& sweep)
{
    const std::uint32_t row = in.rowOf[sweep.walker];
    if (row == kNowhere) return;
    const SurfaceIndex surface = in.def.walkers[sweep.walker].surface;
    const bool waits = std::ranges::any_of(sweep.of, [&](std::uint32_t person) {
        const std::uint32_t other = in.rowOf[person];
        return other != kNowhere && in.now.room[other] == surface && in.now.way[other] != kWithoutWay;
    });
    const double look = in.stepsPerLook * in.def.timeStep;
    if (waits) in.now.start[row] = std::max(in.now.start[row], static_cast<float>(in.time() + 1.5 * look));
}

/// The speed–headway relation of those in sight, for somebody who may be out of sight. m/s in plan.
float limitBehind(const Crowd::Inside& in, std::uint32_t before, float apart)
{
    const Manner& manner = in.def.manner;
    const auto time = static_cast<float>(manner.timeGap); // on stairs too: there sight keeps the greater distance
    const auto ahead = static_cast<float>(manner.anticipation);
    return (apart + ahead * speedOf(in, before)) / (time + ahead);
}

/// The next of the column before rank `k`, `files` places on each time, who is still inside; kNowhere: none.
std::uint32_t rowBefore(const Crowd::Inside& in, const Column& column, std::size_t k, std::size_t step)
{
    while (k >= step) {
        k -= step;
        if (const std::uint32_t row = in.rowOf[column.walkers[k]]; row != kNowhere) return row;
    }
    return kNowhere;
}

// Metres by which one is behind the other on the way to the goal, as walked where the one behind is.
float behind(const Crowd::Inside& in, std::uint32_t row, std::uint32_t before)
{
    const double seconds = in.secondsLeft[in.now.who[row]] - in.secondsLeft[in.now.who[before]];
    if (!std::isfinite(seconds)) return 1e9F; // one of them has no way: nothing to follow
    const Room& room = in.terrain->rooms[in.now.room[row]];
    const double pace = room.rising == 0.0F ? kRouteSpeed : double{room.planPerSlope} * kRouteSpeedDown;
    return static_cast<float>(seconds * pace);
}

// Between the bodies, less what people keep when they stand.
float gapBehind(const Crowd::Inside& in, std::uint32_t row, std::uint32_t before)
{
    const float bodies = in.now.radius[row] + in.now.radius[before];
    return behind(in, row, before) - bodies - static_cast<float>(in.def.manner.reserve);
}

void shorten(Crowd::Inside& in, std::uint32_t row, float most)
{
    const float x = in.now.ux[row], y = in.now.uy[row];
    const float size = std::sqrt(x * x + y * y);
    const float limit = std::max(most, static_cast<float>(in.def.manner.creep));
    if (size <= limit) return;
    in.now.ux[row] = x * (limit / size);
    in.now.uy[row] = y * (limit / size);
}

// From the last to the first of those on their way, in whatever order they are: `share` is what the gaps seen so far
// leave of the speed of those in front of them.
void waitForTorn(Crowd::Inside& in, const Column& column)
{
    auto& rows = in.columnRows;
    rows.clear();
    for (const std::uint32_t person : column.walkers)
        if (in.rowOf[person] != kNowhere && std::isfinite(in.secondsLeft[person])) rows.push_back(in.rowOf[person]);
    std::ranges::sort(rows, [&](std::uint32_t i, std::uint32_t j) {
        const std::uint32_t a = in.now.who[i], b = in.now.who[j];
        return in.secondsLeft[a] != in.secondsLeft[b] ? in.secondsLeft[a] > in.secondsLeft[b] : a < b;
    });
    const auto tear = static_cast<float>(column.tear);
    const auto heldUp = static_cast<float>(column.heldUp);
    float share = 1.0F;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        const std::uint32_t row = rows[n];
        const float free = in.now.speed[row];
        if (!onStair(in, row) && !freed(in, row)) shorten(in, row, share * free);
        const bool comes = !freed(in, row) && speedOf(in, row) >= heldUp * share * free;
        if (n + 1 < rows.size() && comes)
            share = std::min(share, std::clamp(2.0F - gapBehind(in, row, rows[n + 1]) / tear, 0.0F, 1.0F));
    }
}

// Not past those who go before, neither in the own file nor beside one.
void keepOrder(Crowd::Inside& in, const Column& column)
{
    const auto files = static_cast<std::size_t>(column.files);
    for (std::size_t k = 0; k < column.walkers.size(); ++k) {
        const std::uint32_t row = in.rowOf[column.walkers[k]];
        if (row == kNowhere || freed(in, row)) continue;
        if (const std::uint32_t before = rowBefore(in, column, k, files); before != kNowhere)
            if (behind(in, row, before) > kOvertaken)
                shorten(in, row, limitBehind(in, before, behind(in, row, before)));
        if (const std::uint32_t beside = rowBefore(in, column, k, 1); files > 1 && beside != kNowhere) {
            const float abreast = static_cast<float>(in.def.manner.timeGap) * in.now.speed[row]; // at full speed
            if (const float metres = behind(in, row, beside); metres > kOvertaken)
                shorten(in, row, limitBehind(in, beside, metres + abreast));
        }
    }
}

/// Across a flight: the direction to the right of the way, metres to the right of its middle, its width.
struct Across {
    float x, y;
    float offset;
    float width;
};

// Nothing off flights.
std::optional<Across> acrossFlight(const Crowd::Inside& in, std::uint32_t row)
{
    const std::uint32_t index = in.now.way[row];
    const Heading heading{in.now.hx[row], in.now.hy[row]};
    const bool flight = in.terrain->rooms[in.now.room[row]].rising != 0.0F;
    if (!flight || index >= in.terrain->ways.size() || (heading.x == 0.0F && heading.y == 0.0F)) return std::nullopt;
    const Segment& line = in.terrain->ways[index].line;
    const Vec2 a = toMetres(line.a), b = toMetres(line.b);
    const auto width = static_cast<float>(length(b - a));
    float x = static_cast<float>(b.x - a.x) / width, y = static_cast<float>(b.y - a.y) / width;
    if (x * heading.y - y * heading.x < 0.0F) x = -x, y = -y;
    const float offset = (in.now.x[row] - static_cast<float>(0.5 * (a.x + b.x))) * x +
                         (in.now.y[row] - static_cast<float>(0.5 * (a.y + b.y))) * y;
    return Across{x, y, offset, width};
}

// One stream a file along the right side (two files keep right: drill plans of Chinese schools).
std::optional<Lane> laneOf(const Crowd::Inside& in, const Column& column, std::size_t k, std::uint32_t row)
{
    const auto across = acrossFlight(in, row);
    if (!across) return std::nullopt;
    const std::size_t file = k % static_cast<std::size_t>(column.files);
    const float stream = std::min(kStream, across->width / static_cast<float>(column.files));
    const float middle = 0.5F * across->width - stream * (static_cast<float>(file) + 0.5F);
    return Lane{across->x, across->y, middle - across->offset};
}

// Not out of one's file to pass somebody.
void keepInLane(Crowd::Inside& in, const Column& column)
{
    for (std::size_t k = 0; k < column.walkers.size(); ++k) {
        const std::uint32_t row = in.rowOf[column.walkers[k]];
        if (row == kNowhere || freed(in, row)) continue;
        if (const auto lane = laneOf(in, column, k, row)) keepWithin(in, row, *lane);
    }
}

}

std::optional<Lane> nearestLane(const Crowd::Inside& in, std::uint32_t row)
{
    const auto across = acrossFlight(in, row);
    if (!across) return std::nullopt;
    const int files = std::max(1, static_cast<int>(across->width / kStream));
    const float stream = across->width / static_cast<float>(files);
    const int file = std::clamp(static_cast<int>((0.5F * across->width - across->offset) / stream), 0, files - 1);
    const float middle = 0.5F * across->width - stream * (static_cast<float>(file) + 0.5F);
    return Lane{across->x, across->y, middle - across->offset};
}

void lean(Crowd::Inside& in, std::uint32_t row, const Lane& lane)
{
    const Heading heading{in.now.hx[row], in.now.hy[row]};
    const Heading turned = leaning(heading, -std::clamp(lane.lacking, -kSteepest, kSteepest));
    in.now.hx[row] = turned.x;
    in.now.hy[row] = turned.y;
}

void keepWithin(Crowd::Inside& in, std::uint32_t row, const Lane& lane)
{
    const float right = in.now.ux[row] * lane.x + in.now.uy[row] * lane.y;
    if (right * lane.lacking >= 0.0F) return;
    in.now.ux[row] -= right * lane.x;
    in.now.uy[row] -= right * lane.y;
}

void gatherColumns(Crowd::Inside& in)
{
    if (in.def.columns.empty() && in.def.sweeps.empty()) return;
    std::ranges::fill(in.rowOf, kNowhere);
    for (std::uint32_t i = 0; i < in.inside; ++i) in.rowOf[in.now.who[i]] = i;
    for (const Column& column : in.def.columns)
        for (const std::uint32_t person : column.walkers)
            if (const std::uint32_t row = in.rowOf[person]; row != kNowhere)
                in.secondsLeft[person] = secondsToGoal(in, row);
    for (const Sweep& sweep : in.def.sweeps) putOff(in, sweep);
}

void keepLanes(Crowd::Inside& in)
{
    for (const Column& column : in.def.columns)
        for (std::size_t k = 0; k < column.walkers.size(); ++k) {
            const std::uint32_t row = in.rowOf[column.walkers[k]];
            if (row == kNowhere) continue;
            if (const auto lane = laneOf(in, column, k, row)) lean(in, row, *lane);
        }
}

void keepFiles(Crowd::Inside& in)
{
    for (const Column& column : in.def.columns) {
        keepInLane(in, column);
        waitForTorn(in, column);
        keepOrder(in, column);
    }
}

}
