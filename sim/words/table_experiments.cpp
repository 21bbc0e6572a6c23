#include "sim/words/tables.hpp"

namespace stairwise {

/// Trials against experiments.
std::span<const Word> experimentWords()
{
    static constexpr Word kWords[] = {
        {"experiment.bin_in", "{0} /m²: {1} m/s, band {2}: inside", "{0} 人/m²：{1} m/s，实测范围 {2}：在范围内"},
        {"experiment.bin_missed", "{0} /m²: not reached, band {1}", "{0} 人/m²：未达到此密度，实测范围 {1}"},
        {"experiment.bin_out", "{0} /m²: {1} m/s, band {2}: OUTSIDE", "{0} 人/m²：{1} m/s，实测范围 {2}：超出"},
        {"experiment.bottleneck", "Flow through a bottleneck against its width", "瓶颈流量与宽度的关系"},
        {"experiment.bottleneck.asked",
         "J = (1.9 ± 0.3)·b persons/s for 0.8 m ≤ b ≤ 2.5 m, rising with every width from 0.5 to 2.75 m",
         "宽 0.8～2.5 m 时流量 J = (1.9 ± 0.3)·b 人/秒，且 0.5～2.75 m 逐级递增"},
        {"experiment.bottleneck.got",
         "{0} persons per metre and second from 0.8 to 2.5 m; {1} persons/s at 0.5 m; {2} seeds",
         "0.8～2.5 m：每米每秒 {0} 人；0.5 m：{1} 人/秒；{2} 个随机种子"},
        {"experiment.bottleneck.width", "{0} m: {1} persons/s, {2} per metre; band {3}",
         "{0} m：{1} 人/秒，每米 {2}；范围 {3}"},
        {"experiment.closed_corridor", "Fundamental diagram of a closed corridor 1.8 m wide, free speed 1.2 m/s",
         "1.8 m 宽环形走廊的基本图（自由速度 1.2 m/s）"},
        {"experiment.closed_corridor.asked",
         "mean speed between the lower of both corridors' measured means less 2 σ and the higher plus 2 σ, in every "
         "bin "
         "reached, at least 9 reached",
         "至少达到 9 个密度区间，且每个区间的平均速度都在两种走廊实测值 ±2σ 的合并范围内"},
        {"experiment.closed_corridor.got", "{0} of {1} bins reached are inside; {2} seeds",
         "达到的 {1} 个区间中 {0} 个在范围内；{2} 个随机种子"},
        {"experiment.open_corridor", "Fundamental diagram of an open corridor 3.0 m wide", "3.0 m 宽开放走廊的基本图"},
        {"experiment.open_corridor.asked",
         "mean speed within ± 2 σ of the measured in ≥ 80 % of the bins reached, at least 9 reached; greatest flow 1.2 "
         "to 2.2 "
         "persons per metre and second at 1.5 to 2.25 persons/m²",
         "至少达到 9 个密度区间，其中 80% 以上的平均速度在实测值 ±2σ 内；最大流量为每米每秒 1.2～2.2 人，出现在 "
         "1.5～2.25 人/m²"},
        {"experiment.open_corridor.got",
         "{0} of {1} bins reached are inside; greatest flow {2} per metre and second at {3} /m²; {4} seeds",
         "达到的 {1} 个区间中 {0} 个在范围内；最大流量每米每秒 {2} 人，密度 {3} 人/m²；{4} 个随机种子"},
        {"experiment.single_file", "Single file round an oval: speed against headway", "环形单列行走：速度与间距"},
        {"experiment.single_file.asked",
         "at least 80 % of the points between the 10 and the 90 % line of those measured",
         "80% 以上的点落在实测 10%～90% 分位线之间"},
        {"experiment.single_file.bin", "{0} /m: {1} m/s, band {2}: {3} % inside",
         "{0} 人/m：{1} m/s，实测范围 {2}：{3}% 在内"},
        {"experiment.single_file.got", "{0} % inside; {1} seeds", "{0}% 在范围内；{1} 个随机种子"},
    };
    return kWords;
}

}
