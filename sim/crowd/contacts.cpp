#include "sim/crowd/touch.hpp"

namespace stairwise {
namespace {

/// Contact forces on one person, and how they grow when it moves.
struct Load {
    float x = 0, y = 0;           // newtons
    float xx = 0, xy = 0, yy = 0; // N/m, symmetric matrix

    void add(const Touch& touch, float stiffness)
    {
        x += touch.nx * touch.force;
        y += touch.ny * touch.force;
        xx += touch.nx * touch.nx * stiffness;
        xy += touch.nx * touch.ny * stiffness;
        yy += touch.ny * touch.ny * stiffness;
    }
};

Load loadOn(const Crowd::Inside& in, const Body& body, std::size_t i)
{
    Load load;
    const Places at{in.qx, in.qy};
    // Twice: the other gives way as well. So no round overshoots: the system lies below its own diagonal blocks.
    touchBodies(in, at, body, i, [&](const Touch& touch) { load.add(touch, 2.0F * touch.stiffness); });
    if (in.contacts[i].walls != 0)
        touchWalls(in, at, body, i,
                   [&](const Touch& touch, const WallLine&, float) { load.add(touch, touch.stiffness); });
    return load;
}

}

// Everybody's place at the end of the step, where the force of the legs, mass over relaxation time times what is
// lacking to the wanted velocity, balances the contacts (implicit Euler). Jacobi, not Gauss-Seidel: each contact reads
// last round's places, so threads cannot change the result. What is in balance stays so, however few the rounds.
void resolveContacts(Crowd::Inside& in, Workers& workers)
{
    const Manner& manner = in.def.manner;
    const Body body(manner);
    const auto dt = static_cast<float>(in.def.timeStep);
    const auto now = static_cast<float>(in.time());
    for (std::size_t i = 0; i < in.inside;
         ++i) { // as if all went on as they went: a crowd that flows is near its balance
        in.qx[i] = in.now.x[i] + in.now.vx[i] * dt;
        in.qy[i] = in.now.y[i] + in.now.vy[i] * dt;
    }
    for (int round = 0; round < manner.contactRounds; ++round) {
        workers.forBlocks(in.inside, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                Load load = loadOn(in, body, i);
                const float walking = in.now.start[i] <= now ? dt : 0.0F;
                const float legs = in.now.drag[i] / dt;
                load.x += legs * (in.now.x[i] + in.now.ux[i] * walking - in.qx[i]);
                load.y += legs * (in.now.y[i] + in.now.uy[i] * walking - in.qy[i]);
                const float xx = legs + load.xx, yy = legs + load.yy;
                const float share = 1.0F / (xx * yy - load.xy * load.xy);
                in.rx[i] = in.qx[i] + (load.x * yy - load.y * load.xy) * share;
                in.ry[i] = in.qy[i] + (load.y * xx - load.x * load.xy) * share;
            }
        });
        std::swap(in.qx, in.rx);
        std::swap(in.qy, in.ry);
    }
}

}
