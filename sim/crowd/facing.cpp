#include "sim/crowd/facing.hpp"

#include "sim/base/random.hpp"
#include "sim/crowd/state.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// Who has stood for a while tries a little to the side now and then, so that no arch of people holds. Not all the time:
// a queue that is shaken without end packs closer than bodies can (docs/replays.md).
constexpr double kTries = 0.1; // share of the half seconds; assumed

Heading tryAside(const Crowd::Inside& in, std::size_t i, Heading heading)
{
    const auto patience = static_cast<float>(in.def.manner.patience);
    if (in.now.stood[i] < patience) return heading;
    const auto turn = static_cast<std::uint32_t>(in.time() * 2.0);
    const std::uint64_t key = in.def.walkers[in.now.who[i]].key;
    const double draw = uniform({in.def.seed, key, kPurposeSidestep, turn}) / kTries;
    if (draw >= 1.0) return heading;
    const auto lean = static_cast<float>(2.0 * draw - 1.0);
    return leaning(heading, lean * std::min(in.now.stood[i] / patience, 4.0F) * 0.5F);
}

// Nowhere before the start, and for those who have no way.
Heading headingOf(const Crowd::Inside& in, std::size_t i)
{
    const double next = in.time() + in.stepsPerLook * in.def.timeStep;
    if (in.now.way[i] == kWithoutWay || static_cast<double>(in.now.start[i]) > next) return {0.0F, 0.0F};
    const Heading way = headingAt(*in.terrain, in.terrain->ways[in.now.way[i]], in.now.x[i], in.now.y[i]);
    return way.x == 0.0F && way.y == 0.0F ? way : tryAside(in, i, way);
}

}

Heading leaning(Heading heading, float push)
{
    if (push == 0.0F) return heading;
    const float p = std::clamp(push, -1.5F, 1.5F);
    const float x = heading.x - heading.y * p;
    const float y = heading.y + heading.x * p;
    const float size = std::sqrt(x * x + y * y);
    return {x / size, y / size};
}

void face(Crowd::Inside& in, Workers& workers)
{
    workers.forBlocks(in.inside, [&in](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Heading heading = headingOf(in, i);
            in.now.hx[i] = heading.x;
            in.now.hy[i] = heading.y;
        }
    });
}

}
