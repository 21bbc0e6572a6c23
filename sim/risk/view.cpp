#include "sim/risk/sight.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stairwise {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

// Metres from the origin to a segment, squared.
inline double squareDistance(Vec2 a, Vec2 b)
{
    const Vec2 along = b - a;
    const double off = -dot(a, along);
    if (off <= 0.0) return dot(a, a);
    const double square = dot(along, along);
    const Vec2 nearest = off < square ? a + along * (off / square) : a + along;
    return dot(nearest, nearest);
}

// Do the two ends lie on different sides of the line through the origin? Half open, so that a line through the corner
// of two walls in a row meets exactly one of them.
bool straddles(Vec2 direction, Vec2 a, Vec2 b)
{
    return (cross(direction, a) < 0.0) != (cross(direction, b) < 0.0);
}

// How often `direction` fits between the origin and the line a-b.
double reachAlong(Vec2 direction, Vec2 a, Vec2 b)
{
    const Vec2 along = b - a;
    const double turn = cross(direction, along);
    return turn != 0.0 ? cross(a, along) / turn : kNever;
}

}

void View::look(SurfaceIndex surface, Vec2 at)
{
    surface_ = surface;
    at_ = at;
    gathered_ = -1.0;
    double nearest = kNeighbourReach * kNeighbourReach;
    for (const SightMap::Near& near : map_->near(surface, at)) {
        const double least = near.distance;
        if (least * least >= nearest) break;
        const SightEdge& edge = map_->edge(near.edge);
        nearest = std::min(nearest, squareDistance(edge.a - at, edge.b - at));
    }
    free_ = std::sqrt(nearest);
}

void View::gatherFrom(SurfaceIndex surface, double radius)
{
    for (const SightMap::Near& near : map_->near(surface, at_)) {
        if (near.distance > radius) break;
        const SightEdge& edge = map_->edge(near.edge);
        const Vec2 a = edge.a - at_;
        const Vec2 b = edge.b - at_;
        const double square = squareDistance(a, b);
        if (square <= radius * radius) edges_.push_back({a, b, square, edge.surface, edge.beyond});
    }
}

void View::gather(double radius)
{
    if (radius <= gathered_) return;
    // Metres; in a crowd nothing beyond the first is asked for, and seldom anything beyond the second.
    constexpr double kLooks[] = {1.2, 2.2, kNeighbourReach};
    for (const double look : {kLooks[2], kLooks[1], kLooks[0]})
        if (radius <= look) gathered_ = look;
    gathered_ = std::max(gathered_, radius);
    edges_.clear();
    gatherFrom(surface_, gathered_);
    for (const SightMap::Reach& reach : map_->reach(surface_, at_)) {
        if (reach.distance > gathered_) break;
        gatherFrom(reach.surface, gathered_);
    }
}

bool View::sees(SurfaceIndex surface, Vec2 offset)
{
    const double distance = std::sqrt(dot(offset, offset));
    if (surface == surface_ && distance < free_) return true;
    if (distance <= 0.0) return surface == surface_;
    gather(distance + kOverTheLine);
    const double slack = kOverTheLine / distance;
    const double ahead = distance + 2.0 * kOverTheLine; // what is farther off is not on the way
    SurfaceIndex on = surface_;
    double from = 0.0; // where the surface was entered, as a part of the way
    for (int passed = 0; passed <= kPortalsDeep; ++passed) {
        double wall = kNever;
        double portal = kNever;
        SurfaceIndex next = kNowhere;
        for (const Piece& edge : edges_) {
            if (edge.square > ahead * ahead || edge.surface != on || !straddles(offset, edge.a, edge.b)) continue;
            const double t = reachAlong(offset, edge.a, edge.b);
            if (edge.beyond == kNowhere) {
                if (t > from) wall = std::min(wall, t);
            } else if (t > from - slack && t < portal && cross(offset, edge.b - edge.a) > 0.0) { // leads out
                portal = t;
                next = edge.beyond;
            }
        }
        if (wall < 1.0 && wall <= portal) return false;
        if (on == surface && portal >= 1.0 - slack) return true;
        if (portal > 1.0 + slack) return false;
        from = std::max(0.0, portal);
        on = next;
    }
    return false;
}

void View::clipToWindow(std::span<const Vec2> window, double farthestCorner)
{
    pieces_.clear();
    for (const Piece& edge : edges_) {
        if (edge.square >= farthestCorner * farthestCorner) continue;
        double from = 0.0;
        double to = 1.0;
        const Vec2 along = edge.b - edge.a;
        for (std::size_t i = 0; i < window.size() && from < to; ++i) {
            const Vec2 corner = window[i];
            const Vec2 side = window[i + 1 < window.size() ? i + 1 : 0] - corner;
            const double inside = cross(side, edge.a - corner); // ≥ 0: a lies within
            const double gain = cross(side, along);
            if (inside >= 0.0 && inside >= -gain) continue; // both ends within
            if (inside < 0.0 && gain <= -inside) {          // both beyond
                to = -1.0;
            } else if (gain > 0.0) {
                from = std::max(from, -inside / gain);
            } else {
                to = std::min(to, -inside / gain);
            }
        }
        if (from < to)
            pieces_.push_back({edge.a + along * from, edge.a + along * to, edge.square, edge.surface, edge.beyond});
    }
}

void View::addDirection(Vec2 point, int corner)
{
    const double size = std::abs(point.x) + std::abs(point.y);
    if (size < 1e-9) return; // stands on it
    const Vec2 to = point * (1.0 / size);
    directions_.push_back({to.y >= 0.0 ? 1.0 - to.x : 3.0 + to.x, to, corner});
}

// By insertion: there are few, and the corners come in order.
void View::sortDirections()
{
    for (std::size_t i = 1; i < directions_.size(); ++i) {
        const Direction moved = directions_[i];
        std::size_t j = i;
        for (; j > 0 && directions_[j - 1].turn > moved.turn; --j) directions_[j] = directions_[j - 1];
        directions_[j] = moved;
    }
}

View::Hit View::firstHit(Vec2 direction, const Hit& windowEdge) const
{
    SurfaceIndex on = surface_;
    double from = 0.0;
    for (int passed = 0; passed <= kPortalsDeep; ++passed) {
        const Piece* first = nullptr;
        double nearest = kNever;
        for (const Piece& piece : pieces_) {
            if (piece.surface != on || !straddles(direction, piece.a, piece.b)) continue;
            const double t = reachAlong(direction, piece.a, piece.b);
            const bool wall = piece.beyond == kNowhere;
            if (t >= nearest || t <= (wall ? from : from - kOverTheLine)) continue;
            if (!wall && cross(direction, piece.b - piece.a) <= 0.0) continue;
            nearest = t;
            first = &piece;
        }
        if (first == nullptr) return windowEdge;
        if (first->beyond == kNowhere || passed == kPortalsDeep) return {first->a, first->b};
        from = std::max(0.0, nearest);
        on = first->beyond;
    }
    return windowEdge;
}

View::Seen View::within(std::span<const Vec2> window, double farthestCorner)
{
    gather(farthestCorner);
    clipToWindow(window, farthestCorner);
    directions_.clear();
    const auto corners = static_cast<int>(window.size());
    for (int i = 0; i < corners; ++i) addDirection(window[static_cast<std::size_t>(i)], i);
    for (const Piece& piece : pieces_) {
        addDirection(piece.a, -1);
        addDirection(piece.b, -1);
    }
    sortDirections();

    // Which edge of the window lies ahead: it changes at every corner.
    const auto first = std::ranges::find_if(directions_, [](const Direction& d) { return d.corner >= 0; });
    if (first == directions_.end()) return {};
    auto edge = static_cast<std::size_t>(first->corner == 0 ? corners - 1 : first->corner - 1);

    Seen seen;
    for (std::size_t i = 0; i < directions_.size(); ++i) {
        if (directions_[i].corner >= 0) edge = static_cast<std::size_t>(directions_[i].corner);
        const Vec2 left = directions_[i].to;
        const Vec2 right = directions_[i + 1 < directions_.size() ? i + 1 : 0].to;
        const double turn = cross(left, right);
        if (turn <= 1e-12) continue;
        const Hit windowEdge{window[edge], window[edge + 1 < window.size() ? edge + 1 : 0]};
        const Hit hit = firstHit(left + right, windowEdge);
        const double one = reachAlong(left, hit.a, hit.b);
        const double two = reachAlong(right, hit.a, hit.b);
        if (!(one >= 0.0 && two >= 0.0 && one < 1e3 && two < 1e3)) continue; // seen edge on
        seen.area += 0.5 * one * two * turn;
        seen.farthest = std::max({seen.farthest, one * one * dot(left, left), two * two * dot(right, right)});
    }
    seen.farthest = std::sqrt(seen.farthest);
    return seen;
}

}
