#include "sim/risk/flow_measures.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>
#include <optional>

namespace stairwise {
namespace {

std::optional<Vec2> placeIn(const Frame& frame, std::uint32_t person)
{
    const auto found = std::ranges::lower_bound(frame.person, person);
    if (found == frame.person.end() || *found != person) return std::nullopt;
    const auto row = static_cast<std::size_t>(found - frame.person.begin());
    return toMetres({frame.x[row], frame.y[row]});
}

Vec2 placeOf(const Frame& frame, std::size_t row)
{
    return toMetres({frame.x[row], frame.y[row]});
}

bool among(const MeasuringArea& area, SurfaceIndex surface)
{
    return surface == area.surface || std::ranges::count(area.beside, surface) > 0;
}

double ringArea(std::span<const Vec2> ring)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) twice += cross(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
    return 0.5 * twice;
}

// What of a convex ring lies where dot(normal, p) ≤ limit.
std::vector<Vec2> cutBehind(std::span<const Vec2> ring, Vec2 normal, double limit)
{
    std::vector<Vec2> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 p = ring[i];
        const Vec2 q = ring[i + 1 < ring.size() ? i + 1 : 0];
        const double beyondP = dot(normal, p) - limit;
        const double beyondQ = dot(normal, q) - limit;
        if (beyondP <= 0.0) kept.push_back(p);
        if ((beyondP < 0.0 && beyondQ > 0.0) || (beyondP > 0.0 && beyondQ < 0.0))
            kept.push_back(p + (q - p) * (beyondP / (beyondP - beyondQ)));
    }
    return kept;
}

double sharedArea(std::span<const Vec2> cell, const MeasuringArea& area)
{
    std::vector<Vec2> ring = cutBehind(cell, {1.0, 0.0}, area.high.x);
    ring = cutBehind(ring, {-1.0, 0.0}, -area.low.x);
    ring = cutBehind(ring, {0.0, 1.0}, area.high.y);
    ring = cutBehind(ring, {0.0, -1.0}, -area.low.y);
    return ring.size() < 3 ? 0.0 : ringArea(ring);
}

bool inside(const MeasuringArea& area, Vec2 at, double margin)
{
    return at.x >= area.low.x - margin && at.x <= area.high.x + margin && at.y >= area.low.y - margin &&
           at.y <= area.high.y + margin;
}

}

double squareMetresOf(const MeasuringArea& area)
{
    return (area.high.x - area.low.x) * (area.high.y - area.low.y);
}

std::vector<Vec2> velocitiesAt(std::span<const Frame> frames, std::size_t at, std::size_t half)
{
    const Frame& now = frames[at];
    const Frame& before = frames[at >= half ? at - half : 0];
    const Frame& after = frames[std::min(at + half, frames.size() - 1)];
    std::vector<Vec2> velocities(now.size());
    for (std::size_t row = 0; row < now.size(); ++row) {
        const Vec2 here = placeOf(now, row);
        const auto was = placeIn(before, now.person[row]);
        const auto will = placeIn(after, now.person[row]);
        const double seconds = (will ? after.time : now.time) - (was ? before.time : now.time);
        if (seconds > 0.0) velocities[row] = (will.value_or(here) - was.value_or(here)) * (1.0 / seconds);
    }
    return velocities;
}

AreaState classicalState(const Frame& frame, std::span<const Vec2> velocities, const MeasuringArea& area)
{
    double people = 0.0;
    double speeds = 0.0;
    for (std::size_t row = 0; row < frame.size(); ++row) {
        if (frame.surface[row] != area.surface || !inside(area, placeOf(frame, row), 0.0)) continue;
        people += 1.0;
        speeds += length(velocities[row]);
    }
    return {people / squareMetresOf(area), people > 0.0 ? speeds / people : 0.0};
}

AreaState voronoiState(VoronoiCells& cells, const Frame& frame, std::span<const Vec2> velocities,
                       const MeasuringArea& area)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < frame.size(); ++row)
        if (among(area, frame.surface[row]) && inside(area, placeOf(frame, row), kCellReach)) rows.push_back(row);
    double persons = 0.0;
    double covered = 0.0;
    double speeds = 0.0;
    cells.outline(frame, rows, [&](std::uint32_t row, std::span<const Vec2> ring, double share) {
        std::vector<Vec2> cell(ring.begin(), ring.end());
        for (Vec2& corner : cell) corner = corner + placeOf(frame, row);
        const double part = sharedArea(cell, area);
        persons += part / share;
        covered += part;
        speeds += part * length(velocities[row]);
    });
    return {persons / squareMetresOf(area), covered > 0.0 ? speeds / covered : 0.0};
}

std::vector<Crossed> crossingsOf(std::span<const Frame> frames, const CountingLine& line)
{
    std::vector<Crossed> crossed;
    const Vec2 along = line.b - line.a;
    for (std::size_t k = 0; k + 1 < frames.size(); ++k) {
        const Frame& now = frames[k];
        for (std::size_t row = 0; row < now.size(); ++row) {
            if (line.surface != kNowhere && now.surface[row] != line.surface) continue;
            const Vec2 from = placeOf(now, row);
            const double left = cross(along, from - line.a);
            if (left < 0.0) continue;
            const auto to = placeIn(frames[k + 1], now.person[row]);
            if (!to) continue;
            const double right = cross(along, *to - line.a);
            if (right >= 0.0) continue;
            const double share = left / (left - right);
            const double place = dot(from + (*to - from) * share - line.a, along);
            if (place < 0.0 || place > dot(along, along)) continue;
            crossed.push_back({now.time + share * (frames[k + 1].time - now.time), now.person[row]});
        }
    }
    std::ranges::stable_sort(crossed, {}, &Crossed::time);
    return crossed;
}

double flowThrough(std::span<const Crossed> crossed, double dropped)
{
    const auto left = static_cast<std::size_t>(dropped * static_cast<double>(crossed.size()));
    if (crossed.size() < 2 * left + 2) return 0.0;
    const double seconds = crossed[crossed.size() - 1 - left].time - crossed[left].time;
    return seconds > 0.0 ? static_cast<double>(crossed.size() - 2 * left - 1) / seconds : 0.0;
}

}
