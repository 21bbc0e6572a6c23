#include "editor/view/tessellate.hpp"

#include <algorithm>
#include <cstddef>

namespace stairwise::editor {
namespace {

// From below upward; level ones bound nothing.
struct Edge {
    Vec2 low;
    Vec2 high;
};
double across(const Edge& edge, double y)
{
    if (y <= edge.low.y) return edge.low.x;
    if (y >= edge.high.y) return edge.high.x;
    return edge.low.x + (edge.high.x - edge.low.x) * (y - edge.low.y) / (edge.high.y - edge.low.y);
}

std::vector<Edge> edgesOf(const std::vector<std::vector<Vec2>>& rings)
{
    std::vector<Edge> edges;
    for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vec2 a = ring[i];
            const Vec2 b = ring[(i + 1) % ring.size()];
            if (a.y < b.y) edges.push_back({a, b});
            if (a.y > b.y) edges.push_back({b, a});
        }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.low.y < b.low.y; });
    return edges;
}

// Between two levels no side begins, ends or crosses another.
std::vector<double> levelsOf(const std::vector<Edge>& edges)
{
    std::vector<double> levels;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Edge& a = edges[i];
        levels.push_back(a.low.y);
        levels.push_back(a.high.y);
        for (std::size_t k = i + 1; k < edges.size() && edges[k].low.y < a.high.y; ++k) {
            const Edge& b = edges[k];
            const double from = std::max(a.low.y, b.low.y);
            const double to = std::min(a.high.y, b.high.y);
            const double before = across(a, from) - across(b, from);
            const double after = across(a, to) - across(b, to);
            if (before * after < 0.0) levels.push_back(from + (to - from) * before / (before - after));
        }
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

struct Strip {
    std::size_t left = 0; // edges
    std::size_t right = 0;
    double from = 0.0;
};

class Sweep {
public:
    explicit Sweep(const std::vector<std::vector<Vec2>>& rings) : edges_(edgesOf(rings)) {}

    std::vector<std::array<Vec2, 3>> run()
    {
        const std::vector<double> levels = levelsOf(edges_);
        for (std::size_t i = 0; i + 1 < levels.size(); ++i) step(levels[i], levels[i + 1]);
        if (!levels.empty()) close({}, levels.back());
        return std::move(made_);
    }

private:
    void step(double from, double to)
    {
        std::erase_if(active_, [&](std::size_t edge) { return edges_[edge].high.y <= from; });
        while (next_ < edges_.size() && edges_[next_].low.y <= from) active_.push_back(next_++);
        const double middle = 0.5 * (from + to);
        std::sort(active_.begin(), active_.end(), [&](std::size_t a, std::size_t b) {
            const double xa = across(edges_[a], middle);
            const double xb = across(edges_[b], middle);
            return xa != xb ? xa < xb : a < b;
        });
        std::vector<Strip> now;
        for (std::size_t i = 0; i + 1 < active_.size(); i += 2) now.push_back({active_[i], active_[i + 1], from});
        close(std::move(now), from);
    }

    // Strips whose sides do not go on end here.
    void close(std::vector<Strip> now, double at)
    {
        for (const Strip& strip : open_) {
            const auto same = std::find_if(now.begin(), now.end(), [&](const Strip& other) {
                return other.left == strip.left && other.right == strip.right;
            });
            if (same != now.end())
                same->from = strip.from;
            else
                add(strip, at);
        }
        open_ = std::move(now);
    }

    void add(const Strip& strip, double to)
    {
        const Vec2 a{across(edges_[strip.left], strip.from), strip.from};
        const Vec2 b{across(edges_[strip.right], strip.from), strip.from};
        const Vec2 c{across(edges_[strip.right], to), to};
        const Vec2 d{across(edges_[strip.left], to), to};
        if (a != b) made_.push_back({a, b, c});
        if (c != d) made_.push_back({a, c, d});
    }

    std::vector<Edge> edges_;
    std::size_t next_ = 0;
    std::vector<std::size_t> active_;
    std::vector<Strip> open_;
    std::vector<std::array<Vec2, 3>> made_;
};

}

std::vector<std::array<Vec2, 3>> triangles(const std::vector<std::vector<Vec2>>& rings)
{
    return Sweep(rings).run();
}

}
