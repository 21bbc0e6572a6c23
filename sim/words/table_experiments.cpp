#include "sim/words/tables.hpp"

namespace stairwise {

/// Trials against experiments.
std::span<const Word> experimentWords()
{
    static constexpr Word kWords[] = {
        {"experiment.bidirectional", "Two directions in a corridor 3.6 m wide: flow and lanes",
         "3.6 m 宽走廊双向人流：流量与分道"},
        {"experiment.bidirectional.got",
         "greatest flow {0} persons per metre and second in two directions, {1} in one: ratio {2}; seeds: {3}",
         "最大流量：双向每米每秒 {0} 人，单向 {1} 人，比值 {2}；随机种子 {3} 个"},
        {"experiment.bidirectional.row", "{0} /m²: {1} in one direction, {2} in two; order of lanes {3}",
         "{0} 人/m²：单向 {1}，双向 {2}；分道有序度 {3}"},
        {"experiment.bin_in", "{0} /m²: {1} m/s, band {2}: inside", "{0} 人/m²：{1} m/s，实测范围 {2}：在范围内"},
        {"experiment.bin_missed", "{0} /m²: not reached, band {1}", "{0} 人/m²：未达到此密度，实测范围 {1}"},
        {"experiment.bin_out", "{0} /m²: {1} m/s, band {2}: OUTSIDE", "{0} 人/m²：{1} m/s，实测范围 {2}：超出"},
        {"experiment.bottleneck", "Flow through a bottleneck against its width", "瓶颈流量与宽度的关系"},
        {"experiment.bottleneck.asked",
         "J = (1.9 ± 0.3) × b persons/s for 0.8 m ≤ b ≤ 2.5 m, rising with every width from 0.5 to 2.75 m",
         "宽 0.8～2.5 m 时流量 J = (1.9 ± 0.3) × b 人/秒，且 0.5～2.75 m 逐级递增"},
        {"experiment.bottleneck.got",
         "{0} persons per metre and second from 0.8 to 2.5 m; {1} persons/s at 0.5 m; seeds: {2}",
         "0.8～2.5 m：每米每秒 {0} 人；0.5 m：{1} 人/秒；随机种子 {2} 个"},
        {"experiment.bottleneck.width", "{0} m: {1} persons/s, {2} per metre; band {3}",
         "{0} m：{1} 人/秒，每米 {2}；范围 {3}"},
        {"experiment.children_down", "Children of 6 to 10 years going down freely", "6～10 岁儿童自由下楼"},
        {"experiment.children_down.asked",
         "mean speed on flights 0.85 m/s ± 10 %, on landings 1.02 m/s ± 10 %; coefficient of variation at least 0.20",
         "梯段平均速度 0.85 m/s ±10%，平台 1.02 m/s ±10%；变异系数不小于 0.20"},
        {"experiment.children_down.got", "flights {0} m/s, landings {1} m/s, coefficient of variation {2}; seeds: {3}",
         "梯段 {0} m/s，平台 {1} m/s，变异系数 {2}；随机种子 {3} 个"},
        {"experiment.children_down.lost", "{0} of {1} children never arrived", "{1} 名儿童中有 {0} 名未能到达"},
        {"experiment.closed_corridor", "Fundamental diagram of a closed corridor 1.8 m wide, free speed 1.2 m/s",
         "1.8 m 宽环形走廊的基本图（自由速度 1.2 m/s）"},
        {"experiment.closed_corridor.asked",
         "mean speed between the lower of both corridors' measured means less 2 σ and the higher plus 2 σ, in every "
         "bin "
         "reached, at least 9 reached",
         "至少达到 9 个密度区间，且每个区间的平均速度都在两种走廊实测值 ±2σ 的合并范围内"},
        {"experiment.closed_corridor.got", "{0} of {1} bins reached are inside; seeds: {2}",
         "达到的 {1} 个区间中 {0} 个在范围内；随机种子 {2} 个"},
        {"experiment.corner", "Corner in a corridor 2.4 m wide", "2.4 m 宽走廊转角"},
        {"experiment.door_by_grade", "Doors by grade: flow through 1.0 m", "1.0 m 宽门的流量（按年级）"},
        {"experiment.door_by_grade.asked",
         "no grade below adults, none above the 3.31 persons per metre and second measured with many children",
         "各年级均不低于成人，且不超过儿童较多时的实测值每米每秒 3.31 人"},
        {"experiment.door_by_grade.got", "grades 1 and 2: {0} persons/s; adults: {1}; seeds: {2}",
         "1～2 年级：{0} 人/秒；成人：{1} 人/秒；随机种子 {2} 个"},
        {"experiment.door_by_grade.grade", "grade {0}: {1} persons/s", "{0} 年级：{1} 人/秒"},
        {"experiment.door_by_grade.staff", "adults: {0} persons/s", "成人：{0} 人/秒"},
        {"experiment.junction", "T-junction: two streams meeting, corridors 2.4 m wide", "T 形汇流，走廊宽 2.4 m"},
        {"experiment.merging", "Merging on a landing: people from the floor and from the stair above",
         "楼梯平台汇流：本层人员与上层人员"},
        {"experiment.merging.asked",
         "share from the floor 60 to 75 % where the door is beside the incoming flight, 40 to 60 % where it faces it "
         "or the "
         "side is open",
         "门在来流梯段旁时本层占 60%～75%；门正对来流梯段或整边敞开时占 40%～60%"},
        {"experiment.merging.got", "adjacent {0} %, opposite {1} %, open {2} %; seeds: {3}",
         "旁侧 {0}%，正对 {1}%，敞开 {2}%；随机种子 {3} 个"},
        {"experiment.no_band", "no measured data at hand: shown without a band",
         "手头没有实测数据：仅列出结果，不作判定"},
        {"experiment.open_corridor", "Fundamental diagram of an open corridor 3.0 m wide", "3.0 m 宽开放走廊的基本图"},
        {"experiment.open_corridor.asked",
         "mean speed within ± 2 σ of the measured in ≥ 80 % of the bins reached, at least 9 reached; greatest flow 1.2 "
         "to 2.2 "
         "persons per metre and second at 1.5 to 2.25 persons/m²",
         "至少达到 9 个密度区间，其中 80% 以上的平均速度在实测值 ±2σ 内；最大流量为每米每秒 1.2～2.2 人，出现在 "
         "1.5～2.25 人/m²"},
        {"experiment.open_corridor.got",
         "{0} of {1} bins reached are inside; greatest flow {2} per metre and second at {3} /m²; seeds: {4}",
         "达到的 {1} 个区间中 {0} 个在范围内；最大流量每米每秒 {2} 人，密度 {3} 人/m²；随机种子 {4} 个"},
        {"experiment.replay", "Replay of a documented accident", "历史踩踏事故重演"},
        {"experiment.replay.asked",
         "the stair of the accident ranks first and reaches 6 persons/m²; with releases spread out it stays below 4",
         "事故楼梯列为最危险处，密度达到 6 人/m²；错峰放行时低于 4 人/m²"},
        {"experiment.replay.reason",
         "left out: widths are guessed and no density was measured; the buildings are among the samples, to be run "
         "with "
         "simulate",
         "未做：宽度为推测，当时也没有实测密度；相关建筑见示例，可用 simulate 运行"},
        {"experiment.single_file", "Single file round an oval: speed against headway", "环形单列行走：速度与间距"},
        {"experiment.single_file.asked",
         "at least 80 % of the points between the 10 and the 90 % line of those measured",
         "80% 以上的点落在实测 10%～90% 分位线之间"},
        {"experiment.single_file.bin", "{0} /m: {1} m/s, band {2}: {3} % inside",
         "{0} 人/m：{1} m/s，实测范围 {2}：{3}% 在内"},
        {"experiment.single_file.got", "{0} % inside; seeds: {1}", "{0}% 在范围内；随机种子 {1} 个"},
        {"experiment.stair_flow.asked",
         "free speed {0} to {1} m/s along the slope (Fruin); greatest flow per metre of effective width within a "
         "quarter of "
         "SFPE's",
         "沿坡自由速度 {0}～{1} m/s（Fruin）；每米有效宽度的最大流量与 SFPE 相差不超过四分之一"},
        {"experiment.stair_flow.bin", "{0} /m²: {1} m/s (SFPE {2}), {3} per metre and second",
         "{0} 人/m²：{1} m/s（SFPE 为 {2}），每米每秒 {3} 人"},
        {"experiment.stair_flow.got",
         "greatest flow {0} per second and metre of effective width (SFPE {1}), {2} per metre of clear width; free "
         "speed "
         "{3} m/s; seeds: {4}",
         "最大流量：每米有效宽度每秒 {0} 人（SFPE 为 {1}），每米净宽 {2} 人；自由速度 {3} m/s；随机种子 {4} 个"},
        {"experiment.stairs_down", "Stairs down: adults on a straight flight", "成人下直跑楼梯"},
        {"experiment.stairs_up", "Stairs up: adults on a straight flight", "成人上直跑楼梯"},
        {"experiment.turns.got",
         "{0} persons per metre and second, {1} in a straight corridor; {2} persons/m² at the bend, {3} behind it; {4} "
         "seeds",
         "每米每秒 {0} 人，直走廊为 {1} 人；弯处 {2} 人/m²，其后 {3} 人/m²；随机种子 {4} 个"},
        {"experiment.whole_drill", "Whole-building drill", "整栋教学楼演练"},
        {"experiment.whole_drill.asked", "total time within 15 %, door flows within 20 % of those measured",
         "总时间误差不超过 15%，各门流量误差不超过 20%"},
        {"experiment.whole_drill.reason", "left out: plans and arrival times of the published drills are not at hand",
         "未做：手头没有已发表演练的平面图和到达时间"},
        {"experiment.wide_bottleneck", "Wide bottlenecks: flow from 3 to 5 m", "更宽瓶颈（3～5 m）的流量"},
        {"experiment.wide_bottleneck.got", "{0} persons per metre and second from 3 to 5 m; seeds: {1}",
         "3～5 m：每米每秒 {0} 人；随机种子 {1} 个"},
        {"experiment.wide_bottleneck.width", "{0} m: {1} persons/s, {2} per metre", "{0} m：{1} 人/秒，每米 {2}"},
    };
    return kWords;
}

}
