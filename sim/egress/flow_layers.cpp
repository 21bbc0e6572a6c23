#include "sim/egress/flow.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stairwise {
namespace {

using Amount = std::int64_t;
constexpr Amount kUnlimited = std::numeric_limits<Amount>::max() / 4;
constexpr double kParts = 4096.0; // a person in whole parts, so that sums are exact

/// Greatest flow by Dinic's blocking flows.
class LayeredFlow {
public:
    explicit LayeredFlow(std::size_t nodes) : first_(nodes, kNone), level_(nodes), at_(nodes) {}

    void add(std::uint32_t from, std::uint32_t to, Amount capacity)
    {
        arcs_.push_back({to, first_[from], capacity});
        first_[from] = static_cast<std::uint32_t>(arcs_.size() - 1);
        arcs_.push_back({from, first_[to], 0});
        first_[to] = static_cast<std::uint32_t>(arcs_.size() - 1);
    }

    Amount run(std::uint32_t start, std::uint32_t end)
    {
        Amount all = 0;
        while (label(start, end)) {
            at_ = first_;
            while (const Amount more = push(start, end)) all += more;
        }
        return all;
    }

    /// After run(): can more still flow from the start to here? The start's side of the smallest cut.
    [[nodiscard]] bool reached(std::uint32_t node) const { return level_[node] >= 0; }

private:
    static constexpr std::uint32_t kNone = 0xffffffffU;
    struct Arc {
        std::uint32_t to;
        std::uint32_t next;
        Amount left;
    };

    bool label(std::uint32_t start, std::uint32_t end)
    {
        std::ranges::fill(level_, -1);
        queue_.assign(1, start);
        level_[start] = 0;
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            for (std::uint32_t a = first_[queue_[i]]; a != kNone; a = arcs_[a].next) {
                if (arcs_[a].left <= 0 || level_[arcs_[a].to] >= 0) continue;
                level_[arcs_[a].to] = level_[queue_[i]] + 1;
                queue_.push_back(arcs_[a].to);
            }
        }
        return level_[end] >= 0;
    }

    /// One path along the levels, without recursion: paths may be thousands of arcs long.
    Amount push(std::uint32_t start, std::uint32_t end)
    {
        path_.clear();
        for (std::uint32_t node = start; node != end;) {
            std::uint32_t& a = at_[node];
            while (a != kNone && (arcs_[a].left <= 0 || level_[arcs_[a].to] != level_[node] + 1)) a = arcs_[a].next;
            if (a != kNone) {
                path_.push_back(a);
                node = arcs_[a].to;
                continue;
            }
            if (path_.empty()) return 0;
            node = arcs_[path_.back() ^ 1U].to; // a dead end: one back, and not here again
            path_.pop_back();
            at_[node] = arcs_[at_[node]].next;
        }
        Amount least = kUnlimited;
        for (const std::uint32_t a : path_) least = std::min(least, arcs_[a].left);
        for (const std::uint32_t a : path_) {
            arcs_[a].left -= least;
            arcs_[a ^ 1U].left += least;
        }
        return least;
    }

    std::vector<Arc> arcs_;
    std::vector<std::uint32_t> first_;
    std::vector<std::int32_t> level_;
    std::vector<std::uint32_t> at_;
    std::vector<std::uint32_t> queue_;
    std::vector<std::uint32_t> path_;
};

/// Everybody's clock at a way runs ahead by the way's toGo, so that only waiting and detours cost layers: rounding down
/// then loses little, however many short legs a way has.
struct Layers {
    std::uint32_t count = 0;
    double step = 0.0; // seconds

    [[nodiscard]] std::uint32_t of(double seconds) const
    {
        const double layer = std::floor(std::max(0.0, seconds) / step);
        return layer >= count ? count : static_cast<std::uint32_t>(layer);
    }
};

/// Nodes of the flow: start and end, then by way and layer the sides before and behind it, then the sources.
struct Nodes {
    std::uint32_t ways = 0;
    std::uint32_t layers = 0;

    [[nodiscard]] std::uint32_t before(std::uint32_t way, std::uint32_t layer) const
    {
        return 2 + 2 * way * layers + layer;
    }
    [[nodiscard]] std::uint32_t behind(std::uint32_t way, std::uint32_t layer) const
    {
        return 2 + (2 * way + 1) * layers + layer;
    }
    [[nodiscard]] std::uint32_t source(std::size_t i) const
    {
        return 2 + 2 * ways * layers + static_cast<std::uint32_t>(i);
    }
};
constexpr std::uint32_t kStart = 0;
constexpr std::uint32_t kEnd = 1;

void addWays(LayeredFlow& flow, const FlowGraph& graph, const Nodes& nodes, const Layers& layers)
{
    for (std::uint32_t w = 0; w < graph.ways.size(); ++w) {
        const FlowWay& way = graph.ways[w];
        const auto capacity = static_cast<Amount>(std::ceil(way.capacity * layers.step * kParts));
        const std::uint32_t shift = way.beyond ? layers.of(*way.beyond - way.toGo) : layers.count;
        for (std::uint32_t layer = 0; layer < layers.count; ++layer) {
            flow.add(nodes.before(w, layer), nodes.behind(w, layer), capacity);
            if (layer + 1 < layers.count) flow.add(nodes.before(w, layer), nodes.before(w, layer + 1), kUnlimited);
            if (layer + shift < layers.count) flow.add(nodes.behind(w, layer), kEnd, kUnlimited);
        }
    }
    for (const FlowLink& link : graph.links) {
        const std::uint32_t shift = layers.of(link.seconds + graph.ways[link.to].toGo - graph.ways[link.from].toGo);
        for (std::uint32_t layer = 0; layer + shift < layers.count; ++layer)
            flow.add(nodes.behind(link.from, layer), nodes.before(link.to, layer + shift), kUnlimited);
    }
}

/// All people, in parts.
Amount addSources(LayeredFlow& flow, const FlowGraph& graph, const Nodes& nodes, const Layers& layers)
{
    Amount all = 0;
    for (std::size_t i = 0; i < graph.sources.size(); ++i) {
        const FlowSource& source = graph.sources[i];
        const auto people = static_cast<Amount>(std::floor(source.people * kParts));
        all += people;
        flow.add(kStart, nodes.source(i), people);
        for (const std::uint32_t way : source.ways) {
            const std::uint32_t layer = layers.of(source.earliest + graph.ways[way].toGo);
            if (layer < layers.count) flow.add(nodes.source(i), nodes.before(way, layer), kUnlimited);
        }
    }
    return all;
}

}

std::vector<bool> crowdedOut(const FlowGraph& graph, double seconds, std::uint32_t count)
{
    std::vector<bool> late(graph.sources.size(), false);
    if (seconds <= 0.0) return late;
    const Layers layers{count, seconds / count};
    const Nodes nodes{static_cast<std::uint32_t>(graph.ways.size()), count};
    LayeredFlow flow(nodes.source(graph.sources.size()));
    addWays(flow, graph, nodes, layers);
    const Amount all = addSources(flow, graph, nodes, layers);
    if (flow.run(kStart, kEnd) >= all) return late;
    for (std::size_t i = 0; i < late.size(); ++i) late[i] = flow.reached(nodes.source(i));
    return late;
}

}
