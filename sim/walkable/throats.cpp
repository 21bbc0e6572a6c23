// Surfaces with the throats of their doors.
#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/making.hpp"

#include <algorithm>
#include <tuple>

namespace stairwise {
namespace {

void add(Ring& ring, Point corner)
{
    if (ring.empty() || ring.back() != corner) ring.push_back(corner);
}

// By ring, edge and place along the edge; nothing if one throat has no notch or two meet.
std::optional<std::vector<Notch>> inOrder(const std::vector<Throat>& throats)
{
    std::vector<Notch> notches;
    for (const Throat& throat : throats) {
        if (!throat.notch) return std::nullopt;
        notches.push_back(*throat.notch);
    }
    std::ranges::sort(notches, [](const Notch& p, const Notch& q) {
        return std::tie(p.ring, p.edge, p.from) < std::tie(q.ring, q.edge, q.from);
    });
    for (std::size_t i = 1; i < notches.size(); ++i) {
        const Notch& p = notches[i - 1];
        const Notch& q = notches[i];
        if (p.ring == q.ring && p.edge == q.edge && q.from < p.to) return std::nullopt;
    }
    return notches;
}

Polygon notched(const Polygon& drawn, const std::vector<Notch>& notches)
{
    Polygon result;
    auto next = notches.begin();
    for (std::size_t r = 0; r <= drawn.holes.size(); ++r) {
        const Ring& corners = ringOf(drawn, r);
        Ring ring;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            add(ring, corners[i]);
            for (; next != notches.end() && next->ring == r && next->edge == i; ++next)
                for (const Point corner : next->corners) add(ring, corner);
        }
        if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
        if (r == 0)
            result.outer = std::move(ring);
        else
            result.holes.push_back(std::move(ring));
    }
    return result;
}

}

const Ring& ringOf(const Polygon& polygon, std::size_t ring)
{
    return ring == 0 ? polygon.outer : polygon.holes[ring - 1];
}

Segment edgeOf(const Polygon& polygon, std::size_t ring, std::size_t edge)
{
    const Ring& corners = ringOf(polygon, ring);
    return {corners[edge], corners[(edge + 1) % corners.size()]};
}

Polygon withThroats(const Polygon& drawn, const std::vector<Throat>& throats)
{
    if (throats.empty()) return drawn;
    if (const auto notches = inOrder(throats))
        if (Polygon result = notched(drawn, *notches); valid(result)) return result;
    std::vector<Polygon> parts{drawn};
    for (const Throat& throat : throats) parts.push_back(throat.shape);
    const auto united = unite(parts);
    const Polygon* most = largest(united);
    return most != nullptr && valid(*most) ? *most : drawn;
}

}
