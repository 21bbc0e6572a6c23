#pragma once

#include "sim/report/plan.hpp"

#include <vector>

namespace stairwise {

/// A door or gate where people can cross it.
struct Doorway {
    Vec2 from;
    Vec2 to;
    Vec2 away; // unit vector, to the side of portal->b
    const Portal* portal = nullptr;
    const Door* door = nullptr; // null: a gate
};
[[nodiscard]] std::vector<Doorway> doorwaysOn(const Plan& plan);

struct Leaf {
    Vec2 hinge;
    Vec2 shut; // from the hinge to the edge where it is shut
    Vec2 open; // where it stands open
};
[[nodiscard]] std::vector<Leaf> leavesOf(const Doorway& doorway);

}
