#include "sim/base/steady_math.hpp"
#include "sim/egress/hydraulic.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kStairFactor = 51.8 / 60.0; // m/s; EvacuatioNZ

/// The flight that the passage leads onto or off; null: none.
const Surface* flightOf(const Walkable& walkable, const Passage& passage)
{
    for (const SurfaceIndex side : {passage.to, passage.from})
        if (side != kNowhere && walkable.surfaces[side].kind == SurfaceKind::Flight) return &walkable.surfaces[side];
    return nullptr;
}

}

double sfpeStairK(double tread, double riser)
{
    return kStairFactor * steady::sqrt(tread / riser);
}

double sfpeSpeed(double k, double density)
{
    return std::max(0.0, k * (1.0 - kSfpeA * std::max(density, kSfpeFreeDensity)));
}

double sfpeMostFlow(double k)
{
    return k / (4.0 * kSfpeA);
}

double sfpeDensity(double k, double flow)
{
    // k D (1 − aD) = flow, the smaller root; a double one at the greatest flow.
    const double under = 1.0 - 4.0 * kSfpeA * flow / k;
    return (1.0 - (under > 0.0 ? steady::sqrt(under) : 0.0)) / (2.0 * kSfpeA);
}

ElementLimit elementLimit(const Walkable& walkable, const Network& network, PassageIndex passage, double flowCap)
{
    const Passage& by = network.passages[passage];
    const Portal& portal = walkable.portals[portalOf(passage)];
    const Surface* flight = flightOf(walkable, by);
    const bool door = !portal.door.none() || !portal.gate.none();
    const bool stair = flight != nullptr && flight->tread > 0.0 && flight->riser > 0.0;
    double layer = kCorridorLayer;
    ElementLimit limit{by.width, 0.0, sfpeMostFlow(kSfpeLevelK), 0.0};
    if (door) {
        layer = kDoorLayer;
        limit.mostFlow = kSfpeDoorMost;
    }
    if (stair) {
        layer = kStairLayer;
        limit.mostFlow = std::min(limit.mostFlow, sfpeMostFlow(sfpeStairK(flight->tread, flight->riser)));
    }
    limit.effectiveWidth = std::max(by.width - 2.0 * layer, kLeastEffective * by.width);
    limit.capacity = limit.mostFlow * limit.effectiveWidth;
    if (flowCap > 0.0 && (door || stair)) limit.capacity = std::min(limit.capacity, flowCap * by.width);
    return limit;
}

}
