#pragma once

#include "scenarios/maker/maker.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/egress/network.hpp"
#include "sim/run/people.hpp"
#include "sim/walkable/walkable.hpp"

#include <memory>

/// The scenes that are timed: the same ones that samples and tests walk.
namespace stairwise::bench {

struct Scene {
    Walkable walkable;
    Network network;
    Start start;
    double timeStep = 0.05;
    std::uint64_t seed = 1;
};

inline Scene sceneOf(const School& school, const Scenario& scenario)
{
    Scene scene;
    scene.walkable = walkableOf(school);
    scene.network = networkOf(scene.walkable);
    scene.start = startOf(school, scenario, scene.walkable, scene.network);
    scene.timeStep = scenario.timeStep;
    scene.seed = scenario.seed;
    return scene;
}

inline CrowdDef defOf(const Scene& scene)
{
    CrowdDef def;
    def.walkable = &scene.walkable;
    def.network = &scene.network;
    def.walkers = scene.start.walkers;
    def.wishes = scene.start.wishes;
    def.lines = scene.start.lines;
    def.timeStep = scene.timeStep;
    def.seed = scene.seed;
    return def;
}

}
