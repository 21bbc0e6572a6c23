#include "sim/crowd/seeing.hpp"

#include "sim/crowd/ways.hpp"

namespace stairwise {

std::size_t litAt(const Crowd::Inside& in, double time)
{
    std::size_t begun = 0;
    while (begun < in.def.lights.size() && in.def.lights[begun].from <= time + 1e-9) ++begun;
    return begun;
}

void seeLight(Crowd::Inside& in)
{
    const std::size_t now = litAt(in, in.time());
    if (now == in.lit) return;
    in.lit = now;
    for (std::size_t i = 0; i < in.inside; ++i)
        if (in.now.way[i] != kChoose) in.now.speed[i] = speedOn(in, i, in.now.way[i]);
}

}
