#include "sim/words/tables.hpp"

namespace stairwise {

/// The tests of RiMEA, IMO, NIST and ISO.
std::span<const Word> standardWords()
{
    static constexpr Word kWords[] = {
        {"standard.corner", "Twenty people round a corner 2 m wide", "20 人通过 2 m 宽的转角"},
        {"standard.corner.asked",
         "all arrive, nobody outside of the floor by over 1 mm, no bodies within one another by over 10 % of a radius",
         "全部到达，任何人不得越出地面范围 1 mm 以上，人体重叠不超过半径的 10%"},
        {"standard.corner.got", "last out after {0} s; outside by {1} mm at most, overlap {2} % at most; seeds: {3}",
         "最后一人 {0} 秒离开；越界最多 {1} mm，重叠最多 {2}%；随机种子 {3} 个"},
        {"standard.corridor_speed", "Speed in a corridor of 40 m", "40 m 走廊中的行走速度"},
        {"standard.door_flow", "A hundred people through a door of 1 m", "100 人通过 1 m 宽的门"},
        {"standard.door_flow.asked", "at most 1.33 persons/s, from the first to the last, in every seed",
         "每个随机种子下，从第一人到最后一人的平均流量不超过 1.33 人/秒"},
        {"standard.door_flow.experiments",
         "experiments pass 1.6 to 2.2 persons/s at this width (A5); the limit is a design value",
         "同样宽度的实验为 1.6～2.2 人/秒（见 A5），该限值是设计取值"},
        {"standard.door_flow.got", "{0} persons/s; seeds: {1}", "{0} 人/秒；随机种子 {1} 个"},
        {"standard.door_flow_capped", "A hundred people through a door of 1 m, flow capped at 1.3",
         "100 人通过 1 m 宽的门，流量上限 1.3"},
        {"standard.no_flow_cap", "the cap on flow is not yet part of the walking model", "行走模型尚无流量上限功能"},
        {"standard.not_kept", "{0} mm outside of the floor at most, {1} steps with people missing, {2} never arrived",
         "越出地面最多 {0} mm，{1} 个时间步有人丢失，{2} 人未能到达"},
        {"standard.speed.asked", "{0} m at {1} m/s within 5 % of the time in every seed; the standard itself: {2}",
         "以 {1} m/s 走 {0} m，每个随机种子的用时误差都在 5% 以内；标准原文：{2}"},
        {"standard.speed.got", "{0} s, {1} m/s; seeds: {2}", "{0} 秒，{1} m/s；随机种子 {2} 个"},
    };
    return kWords;
}

}
