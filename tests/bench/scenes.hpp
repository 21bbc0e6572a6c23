#pragma once

#include "scenarios/maker/maker.hpp"
#include "sim/run/setting.hpp"

/// The scenes that are timed: the same ones that samples and tests walk.
namespace stairwise::bench {

struct Scene {
    Setting setting;
    Scenario scenario;
};

inline Scene sceneOf(const School& school, const Scenario& scenario)
{
    return {settingOf(school, scenario), scenario};
}

inline CrowdDef defOf(const Scene& scene)
{
    return crowdOf(scene.scenario, scene.setting.walkable, scene.setting.network, scene.setting.start);
}

}
