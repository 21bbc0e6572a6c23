#pragma once

#include "sim/crowd/sight.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {

/// Where bodies touch bodies and walls: the one law that moves people and that forces are read from. Internal to
/// sim/crowd.

inline constexpr float kTurned = 0.1F; // of the rim's stiffness left between two who pass, shoulders turned; assumed

/// A rim that gives way, and a core within it that hardly does.
struct Body {
    float rim, soft, hard;

    explicit Body(const Manner& manner)
        : rim(static_cast<float>(manner.rim)), soft(static_cast<float>(manner.rimStiffness)),
          hard(static_cast<float>(manner.coreStiffness))
    {
    }
    [[nodiscard]] float force(float overlap, float apart) const
    {
        const float core = overlap - rim * apart;
        return soft * overlap + (core > 0 ? hard * core : 0.0F);
    }
    [[nodiscard]] float stiffness(float overlap, float apart) const
    {
        return soft + (overlap > rim * apart ? hard : 0.0F);
    }
};

/// One contact seen by who is touched.
struct Touch {
    float nx, ny;    // unit vector towards it: the way it is pressed
    float force;     // newtons
    float stiffness; // N/m
};

/// From the nearest point of a wall.
struct OffWall {
    float dx, dy; // metres, from the wall
    float along;  // metres from its beginning
};
[[nodiscard]] inline OffWall offWall(const WallLine& wall, float x, float y)
{
    const float rx = x - wall.ax;
    const float ry = y - wall.ay;
    const float along = std::clamp(rx * wall.ux + ry * wall.uy, 0.0F, wall.length);
    return {rx - along * wall.ux, ry - along * wall.uy, along};
}

/// How near a body comes to walls: narrow doors are passed sideways.
[[nodiscard]] inline float reachToWalls(const Crowd::Inside& in, std::size_t i)
{
    return std::min(in.now.radius[i], in.terrain->squeeze[in.cell[i]]);
}

/// Everybody's place that a contact is looked at in.
struct Places {
    const std::vector<float>& x;
    const std::vector<float>& y;
};

/// Calls act(Touch) for each body that person i touches.
template <class Act>
void touchBodies(const Crowd::Inside& in, const Places& at, const Body& body, std::size_t i, const Act& act)
{
    const ContactList& list = in.contacts[i];
    for (std::uint32_t n = 0; n < list.count; ++n) {
        const std::uint32_t j = list.with[n];
        const float dx = at.x[i] - at.x[j];
        const float dy = at.y[i] - at.y[j];
        const float apart = in.now.radius[i] + in.now.radius[j];
        const float square = dx * dx + dy * dy;
        if (square >= apart * apart || square < 1e-12F) continue;
        const float distance = std::sqrt(square);
        const float overlap = apart - distance;
        const bool passing = comesTowards({in.now.hx[i], in.now.hy[i]}, in.now.hx[j], in.now.hy[j], -dx, -dy);
        Body own = body;
        if (passing) own.soft *= kTurned;
        act(Touch{dx / distance, dy / distance, own.force(overlap, apart), own.stiffness(overlap, apart)});
    }
}

/// Calls act(Touch, wall, metres along it) for each wall that person i touches.
template <class Act>
void touchWalls(const Crowd::Inside& in, const Places& at, const Body& body, std::size_t i, const Act& act)
{
    const float radius = reachToWalls(in, i);
    const WallLine* end = in.terrain->walls.end(in.cell[i]);
    for (const WallLine* wall = in.terrain->walls.begin(in.cell[i]); wall != end; ++wall) {
        const auto [dx, dy, along] = offWall(*wall, at.x[i], at.y[i]);
        const float square = dx * dx + dy * dy;
        if (square >= radius * radius || square < 1e-12F) continue;
        const float distance = std::sqrt(square);
        const float overlap = radius - distance;
        act(Touch{dx / distance, dy / distance, body.force(overlap, radius), body.stiffness(overlap, radius)}, *wall,
            along);
    }
}

}
