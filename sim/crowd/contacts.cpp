#include "sim/crowd/sight.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr float kOverRelaxation = 1.0F;
constexpr float kTurned = 0.1F; // of the rim's stiffness left between two who pass with their shoulders turned; assumed

/// Contact forces on one person, and how they grow when it moves.
struct Load {
    float x = 0, y = 0;           // newtons
    float xx = 0, xy = 0, yy = 0; // N/m, symmetric matrix

    void add(float nx, float ny, float force, float stiffness)
    {
        x += nx * force;
        y += ny * force;
        xx += nx * nx * stiffness;
        xy += nx * ny * stiffness;
        yy += ny * ny * stiffness;
    }
};

/// A rim that gives way, and a core within it that hardly does.
struct Body {
    float rim, soft, hard;
};

float forceOf(const Body& body, float overlap, float apart)
{
    const float core = overlap - body.rim * apart;
    return body.soft * overlap + (core > 0 ? body.hard * core : 0.0F);
}

void fromBodies(Load& load, const Crowd::Inside& in, const Body& body, std::size_t i)
{
    const ContactList& list = in.contacts[i];
    for (std::uint32_t n = 0; n < list.count; ++n) {
        const std::uint32_t j = list.with[n];
        const float dx = in.qx[i] - in.qx[j];
        const float dy = in.qy[i] - in.qy[j];
        const float apart = in.now.radius[i] + in.now.radius[j];
        const float square = dx * dx + dy * dy;
        if (square >= apart * apart || square < 1e-12F) continue;
        const float distance = std::sqrt(square);
        const float overlap = apart - distance;
        const bool passing = comesTowards({in.now.hx[i], in.now.hy[i]}, in.now.hx[j], in.now.hy[j], -dx, -dy);
        const Body own{body.rim, passing ? kTurned * body.soft : body.soft, body.hard};
        // Twice: the other gives way as well. So no round overshoots: the system lies below its own diagonal blocks.
        const float stiffness = 2.0F * (own.soft + (overlap > own.rim * apart ? own.hard : 0.0F));
        load.add(dx / distance, dy / distance, forceOf(own, overlap, apart), stiffness);
    }
}

void fromWalls(Load& load, const Crowd::Inside& in, const Body& body, std::size_t i)
{
    const float radius = std::min(in.now.radius[i], in.terrain.squeeze[in.cell[i]]);
    const WallLine* end = in.terrain.walls.end(in.cell[i]);
    for (const WallLine* wall = in.terrain.walls.begin(in.cell[i]); wall != end; ++wall) {
        const float rx = in.qx[i] - wall->ax;
        const float ry = in.qy[i] - wall->ay;
        const float along = std::clamp(rx * wall->ux + ry * wall->uy, 0.0F, wall->length);
        const float dx = rx - along * wall->ux;
        const float dy = ry - along * wall->uy;
        const float square = dx * dx + dy * dy;
        if (square >= radius * radius || square < 1e-12F) continue;
        const float distance = std::sqrt(square);
        const float overlap = radius - distance;
        const float stiffness = body.soft + (overlap > body.rim * radius ? body.hard : 0.0F);
        load.add(dx / distance, dy / distance, forceOf(body, overlap, radius), stiffness);
    }
}

}

// Everybody's place at the end of the step, where the force of the legs, mass over relaxation time times what is
// lacking to the wanted velocity, balances the contacts (implicit Euler). Jacobi, not Gauss-Seidel: each contact reads
// last round's places, so threads cannot change the result. What is in balance stays so, however few the rounds.
void resolveContacts(Crowd::Inside& in, Workers& workers)
{
    const Manner& manner = in.def.manner;
    const Body body{static_cast<float>(manner.rim), static_cast<float>(manner.rimStiffness),
                    static_cast<float>(manner.coreStiffness)};
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
                Load load;
                fromBodies(load, in, body, i);
                if (in.contacts[i].walls != 0) fromWalls(load, in, body, i);
                const float walking = in.now.start[i] <= now ? dt : 0.0F;
                const float legs = in.now.drag[i] / dt;
                load.x += legs * (in.now.x[i] + in.now.ux[i] * walking - in.qx[i]);
                load.y += legs * (in.now.y[i] + in.now.uy[i] * walking - in.qy[i]);
                const float xx = legs + load.xx, yy = legs + load.yy;
                const float share = kOverRelaxation / (xx * yy - load.xy * load.xy);
                in.rx[i] = in.qx[i] + (load.x * yy - load.y * load.xy) * share;
                in.ry[i] = in.qy[i] + (load.y * xx - load.x * load.xy) * share;
            }
        });
        std::swap(in.qx, in.rx);
        std::swap(in.qy, in.ry);
    }
}

}
