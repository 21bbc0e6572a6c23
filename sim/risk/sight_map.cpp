#include "sim/risk/sight.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kHalfDiagonal = 0.70710678118654752; // of a square metre

double distanceTo(Vec2 a, Vec2 b, Vec2 point)
{
    const Vec2 along = b - a;
    const double square = dot(along, along);
    const double t = square > 0.0 ? std::clamp(dot(point - a, along) / square, 0.0, 1.0) : 0.0;
    const Vec2 off = point - (a + along * t);
    return std::sqrt(dot(off, off));
}

// Lists by square, one after another in one array.
template <class Item>
void flatten(const std::vector<std::vector<Item>>& lists, std::vector<std::uint32_t>& start, std::vector<Item>& items)
{
    start.reserve(lists.size() + 1);
    for (const auto& list : lists) {
        start.push_back(static_cast<std::uint32_t>(items.size()));
        items.insert(items.end(), list.begin(), list.end());
    }
    start.push_back(static_cast<std::uint32_t>(items.size()));
}

}

SightMap::SightMap(const Walkable& walkable) : portals_(walkable.surfaces.size())
{
    listEdges(walkable);
    layOut(walkable);
    listNear();
    listReach();
}

void SightMap::listEdges(const Walkable& walkable)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        for (const Segment& wall : wallsOf(walkable, s))
            edges_.push_back({toMetres(wall.a), toMetres(wall.b), s, kNowhere});
    for (const Portal& portal : walkable.portals) {
        const Vec2 a = toMetres(portal.line.a);
        const Vec2 b = toMetres(portal.line.b);
        const bool shut = portal.b == kNowhere || portal.state == DoorState::Locked;
        edges_.push_back({a, b, portal.a, shut ? kNowhere : portal.b});
        if (!shut) portals_[portal.a].push_back(static_cast<std::uint32_t>(edges_.size() - 1));
        if (portal.b == kNowhere) continue;
        edges_.push_back({b, a, portal.b, shut ? kNowhere : portal.a});
        if (!shut) portals_[portal.b].push_back(static_cast<std::uint32_t>(edges_.size() - 1));
    }
}

void SightMap::layOut(const Walkable& walkable)
{
    for (const Surface& surface : walkable.surfaces) {
        const Box box = boxOf(surface.area.outer);
        Squares squares{toMetres(box.low), 0, 0, count_};
        const Vec2 size = toMetres(box.high) - squares.low;
        squares.columns = std::max(1, static_cast<int>(std::ceil(size.x)));
        squares.rows = std::max(1, static_cast<int>(std::ceil(size.y)));
        squares_.push_back(squares);
        count_ += static_cast<std::size_t>(squares.columns) * static_cast<std::size_t>(squares.rows);
    }
}

Vec2 SightMap::centre(const Squares& squares, int column, int row) const
{
    return squares.low + Vec2{column + 0.5, row + 0.5};
}

std::size_t SightMap::square(SurfaceIndex surface, Vec2 at) const
{
    const Squares& squares = squares_[surface];
    const Vec2 off = at - squares.low;
    const auto column = static_cast<std::size_t>(std::clamp(off.x, 0.0, squares.columns - 1.0));
    const auto row = static_cast<std::size_t>(std::clamp(off.y, 0.0, squares.rows - 1.0));
    return squares.first + row * static_cast<std::size_t>(squares.columns) + column;
}

void SightMap::listNear()
{
    std::vector<std::vector<Near>> lists(count_);
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
        const SightEdge& edge = edges_[e];
        const Squares& squares = squares_[edge.surface];
        const double margin = kNeighbourReach + 1.0;
        const auto within = [&](double value, int most) {
            return static_cast<int>(std::clamp(std::floor(value), 0.0, most - 1.0));
        };
        const int left = within(std::min(edge.a.x, edge.b.x) - margin - squares.low.x, squares.columns);
        const int right = within(std::max(edge.a.x, edge.b.x) + margin - squares.low.x, squares.columns);
        const int low = within(std::min(edge.a.y, edge.b.y) - margin - squares.low.y, squares.rows);
        const int high = within(std::max(edge.a.y, edge.b.y) + margin - squares.low.y, squares.rows);
        for (int row = low; row <= high; ++row)
            for (int column = left; column <= right; ++column) {
                const Vec2 middle = centre(squares, column, row);
                const double distance = std::max(0.0, distanceTo(edge.a, edge.b, middle) - kHalfDiagonal);
                if (distance <= kNeighbourReach)
                    lists[square(edge.surface, middle)].push_back({e, static_cast<float>(distance) * 0.9999F});
            }
    }
    for (auto& list : lists) std::ranges::stable_sort(list, {}, &Near::distance);
    flatten(lists, nearStart_, near_);
}

void SightMap::listReach()
{
    std::vector<std::vector<Reach>> lists(count_);
    const auto add = [](std::vector<Reach>& list, SurfaceIndex surface, float distance) {
        const auto known = std::ranges::find(list, surface, &Reach::surface);
        if (known == list.end())
            list.push_back({surface, distance});
        else
            known->distance = std::min(known->distance, distance);
    };
    for (SurfaceIndex s = 0; s < squares_.size(); ++s) {
        const Squares& squares = squares_[s];
        for (int row = 0; row < squares.rows; ++row)
            for (int column = 0; column < squares.columns; ++column) {
                const Vec2 middle = centre(squares, column, row);
                std::vector<Reach>& list = lists[square(s, middle)];
                for (const Near& first : near(s, middle)) {
                    const SurfaceIndex next = edges_[first.edge].beyond;
                    if (next == kNowhere) continue;
                    add(list, next, first.distance);
                    for (const std::uint32_t portal : portals_[next]) { // kPortalsDeep
                        const SightEdge& second = edges_[portal];
                        const double distance = distanceTo(second.a, second.b, middle) - kHalfDiagonal;
                        if (second.beyond == s || distance > kNeighbourReach) continue;
                        add(list, second.beyond, std::max(first.distance, static_cast<float>(distance) * 0.9999F));
                    }
                }
                std::ranges::stable_sort(list, [](const Reach& a, const Reach& b) {
                    return a.distance != b.distance ? a.distance < b.distance : a.surface < b.surface;
                });
            }
    }
    flatten(lists, reachStart_, reach_);
}

std::span<const SightMap::Near> SightMap::near(SurfaceIndex surface, Vec2 at) const
{
    const std::size_t i = square(surface, at);
    return std::span(near_).subspan(nearStart_[i], nearStart_[i + 1] - nearStart_[i]);
}

std::span<const SightMap::Reach> SightMap::reach(SurfaceIndex surface, Vec2 at) const
{
    const std::size_t i = square(surface, at);
    return std::span(reach_).subspan(reachStart_[i], reachStart_[i + 1] - reachStart_[i]);
}

}
