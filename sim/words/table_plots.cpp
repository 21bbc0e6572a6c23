#include "sim/words/tables.hpp"

namespace stairwise {

/// Titles, axes and legends of plots.
std::span<const Word> plotWords()
{
    static constexpr Word kWords[] = {
        {"plot.along", "Way along the track (m)", "沿跑道距离（m）"},
        {"plot.bottleneck_band", "(1.9 ± 0.3) × b", "(1.9 ± 0.3) × b"},
        {"plot.density", "Density (persons/m²)", "密度（人/m²）"},
        {"plot.density_1d", "Density, 1 / headway (persons/m)", "线密度，即间距的倒数（人/m）"},
        {"plot.envelope", "measured, both, ± 2 σ", "实测，两种走廊 ±2σ"},
        {"plot.flow", "Flow (persons/s)", "流量（人/秒）"},
        {"plot.flow_over_density", "Specific flow against density", "单位宽度流量与密度"},
        {"plot.flow_over_width", "Flow against width", "流量与宽度"},
        {"plot.means", "model, bin means", "模型，各区间平均值"},
        {"plot.measured_median", "measured, median", "实测中位数"},
        {"plot.moments", "model, each moment", "模型，每个时刻"},
        {"plot.one_direction", "one direction", "单向"},
        {"plot.open_corridor", "measured (UO) ± 2 σ", "实测（UO）±2σ"},
        {"plot.ours", "model", "模型"},
        {"plot.people", "model, each person", "模型，每人每时刻"},
        {"plot.percentiles", "measured, 10 to 90 %", "实测 10%～90%"},
        {"plot.person", "each person", "每个人"},
        {"plot.sfpe", "SFPE", "SFPE 公式"},
        {"plot.specific_flow", "Specific flow (persons per metre and second)", "单位宽度流量（人/(m·s)）"},
        {"plot.speed", "Speed (m/s)", "速度（m/s）"},
        {"plot.speed_over_density", "Speed against density", "速度与密度"},
        {"plot.study", "{0}", "{0}"},
        {"plot.time", "Time (s)", "时间（秒）"},
        {"plot.time_distance", "Time and distance, {0} people", "时间与距离，{0} 人"},
        {"plot.two_directions", "two directions", "双向"},
        {"plot.weidmann", "Weidmann 1993", "Weidmann 1993 公式"},
        {"plot.width", "Width (m)", "宽度（m）"},
    };
    return kWords;
}

}
