#include "sim/geometry/polygon.hpp"

#include "sim/geometry/wide.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace stairwise {

/// Does any line cross another? The sweep of Shamos and Hoey (1976), exact: O(n log n) however the ring is drawn.

namespace {

Segment edgeOf(std::span<const Point> ring, std::size_t edge)
{
    return {ring[edge], ring[edge + 1 < ring.size() ? edge + 1 : 0]};
}

bool neighbours(std::span<const Point> ring, std::size_t a, std::size_t b)
{
    return (a + 1) % ring.size() == b || (b + 1) % ring.size() == a;
}

/// An edge of no length, or one that folds back onto the edge before.
std::optional<Crossing> foldOf(std::span<const Point> ring)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const std::size_t next = (i + 1) % ring.size();
        const Segment e = edgeOf(ring, i);
        const Segment f = edgeOf(ring, next);
        const bool folds = turn(e.a, e.b, f.b) == 0 && dotOf(e.a, e.b, f.a, f.b) < 0;
        if (e.a == e.b || folds) return Crossing{i, next, e.b};
    }
    return std::nullopt;
}

/// A corner that the ring visits twice: the edges that start there, the first such pair.
std::optional<Crossing> doubledCornerOf(std::span<const Point> ring)
{
    std::vector<std::size_t> order(ring.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return ring[a] != ring[b] ? ring[a] < ring[b] : a < b; });
    std::optional<Crossing> first;
    for (std::size_t k = 1; k < order.size(); ++k) {
        if (ring[order[k - 1]] != ring[order[k]]) continue;
        if (!first || order[k - 1] < first->edge) first = Crossing{order[k - 1], order[k], ring[order[k]]};
    }
    return first;
}

std::int32_t divideRounded(Wide above, Wide below)
{
    if (below < 0) {
        above = -above;
        below = -below;
    }
    const Wide half = below / 2;
    return static_cast<std::int32_t>(above >= 0 ? (above + half) / below : -((-above + half) / below));
}

/// A point that both edges share, given that they meet.
Point meetingOf(Segment p, Segment q)
{
    for (const Point end : {q.a, q.b}) {
        if (turn(p.a, p.b, end) == 0 && between(p, end)) return end;
    }
    for (const Point end : {p.a, p.b}) {
        if (turn(q.a, q.b, end) == 0 && between(q, end)) return end;
    }
    const Wide from = turn(q.a, q.b, p.a);
    const Wide whole = from - turn(q.a, q.b, p.b);
    return {static_cast<std::int32_t>(p.a.x + divideRounded((Wide{p.b.x} - p.a.x) * from, whole)),
            static_cast<std::int32_t>(p.a.y + divideRounded((Wide{p.b.y} - p.a.y) * from, whole))};
}

/// Edges that the sweep line cuts, from below upwards. Valid until the first crossing, which ends the sweep.
struct Below {
    std::span<const Point> ring;

    [[nodiscard]] Segment rightward(std::size_t edge) const
    {
        const Segment s = edgeOf(ring, edge);
        return s.a < s.b ? s : Segment{s.b, s.a};
    }
    bool operator()(std::size_t a, std::size_t b) const
    {
        const Segment s = rightward(a);
        const Segment t = rightward(b);
        if (s.a == t.a) return turn(s.a, s.b, t.b) > 0;
        if (s.a < t.a) return turn(s.a, s.b, t.a) > 0;
        return turn(t.a, t.b, s.a) < 0;
    }
};

class Sweep {
public:
    explicit Sweep(std::span<const Point> ring) : ring_(ring), cut_(Below{ring}) {}

    std::optional<Crossing> run()
    {
        std::vector<std::size_t> order(ring_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ring_[a] < ring_[b]; });
        std::vector<Cut::iterator> places(ring_.size());
        for (const std::size_t corner : order) {
            const std::size_t before = corner == 0 ? ring_.size() - 1 : corner - 1;
            // Edges that end here go before edges that start here come.
            for (const std::size_t edge : {before, corner}) {
                if (endsAt(edge, corner)) take(places[edge]);
            }
            for (const std::size_t edge : {before, corner}) {
                if (!found_ && !endsAt(edge, corner)) places[edge] = put(edge);
            }
            if (found_) break;
        }
        return found_;
    }

private:
    using Cut = std::set<std::size_t, Below>;

    [[nodiscard]] bool endsAt(std::size_t edge, std::size_t corner) const
    {
        const Segment s = edgeOf(ring_, edge);
        return std::max(s.a, s.b) == ring_[corner];
    }
    void take(Cut::iterator place)
    {
        const auto above = cut_.erase(place);
        if (above != cut_.begin() && above != cut_.end()) test(*std::prev(above), *above);
    }
    Cut::iterator put(std::size_t edge)
    {
        const auto [place, fresh] = cut_.insert(edge);
        if (!fresh) {
            note(edge, *place); // starts on an edge that is already cut
            return place;
        }
        if (place != cut_.begin()) test(*std::prev(place), edge);
        if (std::next(place) != cut_.end()) test(edge, *std::next(place));
        return place;
    }
    void test(std::size_t a, std::size_t b)
    {
        if (!neighbours(ring_, a, b) && meet(edgeOf(ring_, a), edgeOf(ring_, b))) note(a, b);
    }
    void note(std::size_t a, std::size_t b)
    {
        if (found_) return;
        const auto [first, second] = std::minmax(a, b);
        found_ = Crossing{first, second, meetingOf(edgeOf(ring_, first), edgeOf(ring_, second))};
    }

    std::span<const Point> ring_;
    Cut cut_;
    std::optional<Crossing> found_;
};

}

std::optional<Crossing> selfCrossing(std::span<const Point> ring)
{
    if (ring.size() < 3) return Crossing{0, 0, ring.empty() ? Point{} : ring.front()};
    if (auto fold = foldOf(ring)) return fold;
    if (auto doubled = doubledCornerOf(ring)) return doubled;
    return Sweep(ring).run();
}

}
