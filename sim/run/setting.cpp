#include "sim/run/setting.hpp"

#include <chrono>

namespace stairwise {

Setting settingOf(const School& school, const Scenario& scenario)
{
    const auto begin = std::chrono::steady_clock::now();
    Setting setting = settingOf(school, scenario, walkableOf(school));
    setting.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return setting;
}

Setting settingOf(const School& school, const Scenario& scenario, Walkable floors)
{
    Setting setting;
    setting.walkable = std::move(floors);
    setting.network = networkOf(setting.walkable);
    setting.start = startOf(school, scenario, setting.walkable, setting.network);
    return setting;
}

}
