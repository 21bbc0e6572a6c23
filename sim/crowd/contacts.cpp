#include "sim/crowd/state.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr float kOverRelaxation =
    1.3F; // of averaged Jacobi corrections (Macklin et al. 2014, "Unified particle physics")

struct Shift {
    float x = 0, y = 0;
    float count = 0;
};

void fromBodies(Shift& shift, const Crowd::Inside& in, std::size_t i)
{
    const ContactList& list = in.contacts[i];
    for (std::uint32_t n = 0; n < list.count; ++n) {
        const std::uint32_t j = list.with[n];
        const float dx = in.px[i] - in.px[j];
        const float dy = in.py[i] - in.py[j];
        const float apart = in.now.radius[i] + in.now.radius[j];
        const float square = dx * dx + dy * dy;
        if (square >= apart * apart || square < 1e-12F) continue;
        const float distance = std::sqrt(square);
        const float half = 0.5F * (apart - distance) / distance; // both give way alike
        shift.x += dx * half;
        shift.y += dy * half;
        shift.count += 1;
    }
}

void fromWalls(Shift& shift, const Crowd::Inside& in, std::size_t i)
{
    const float body = std::min(in.now.radius[i], in.terrain.squeeze[in.cell[i]]);
    const WallLine* end = in.terrain.walls.end(in.cell[i]);
    for (const WallLine* wall = in.terrain.walls.begin(in.cell[i]); wall != end; ++wall) {
        const float rx = in.px[i] - wall->ax;
        const float ry = in.py[i] - wall->ay;
        const float along = std::clamp(rx * wall->ux + ry * wall->uy, 0.0F, wall->length);
        const float dx = rx - along * wall->ux;
        const float dy = ry - along * wall->uy;
        const float square = dx * dx + dy * dy;
        if (square >= body * body || square < 1e-12F) continue;
        const float distance = std::sqrt(square);
        const float whole = (body - distance) / distance; // a wall gives no way
        shift.x += dx * whole;
        shift.y += dy * whole;
        shift.count += 1;
    }
}

}

// Jacobi, not Gauss-Seidel: each contact reads last round's places, so threads cannot change the result.
void resolveContacts(Crowd::Inside& in, Workers& workers)
{
    for (int round = 0; round < in.def.manner.contactRounds; ++round) {
        workers.forBlocks(in.inside, [&in](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                Shift shift;
                fromBodies(shift, in, i);
                fromWalls(shift, in, i);
                const float share = shift.count > 0 ? std::min(kOverRelaxation / shift.count, 1.0F) : 0.0F;
                in.qx[i] = in.px[i] + shift.x * share;
                in.qy[i] = in.py[i] + shift.y * share;
            }
        });
        std::swap(in.px, in.qx);
        std::swap(in.py, in.qy);
    }
}

}
