#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> staggerWords()
{
    static constexpr Word kWords[] = {
        {"atlas.by_hand", "the scenario is answered by hand (model hydraulic); an atlas lets people walk",
         "该情景采用手算（model 为 hydraulic），失效图集需要逐人模拟"},
        {"atlas.by_hand.mend", "leave out \"model\", or write \"agents\"", "请删去 model，或改为 agents"},
        {"atlas.too_many", "that would be {0} runs, more than the {1} that an atlas holds",
         "共需 {0} 次模拟，超过失效图集的上限 {1} 次"},
        {"atlas.too_many.mend", "take fewer seeds, leave out --doors, or take --alone",
         "请减少随机种子数，或去掉 --doors，或加上 --alone"},
        {"atlas.left_out", "left out: {0}", "未纳入：{0}"},
        {"atlas.left_out.by_hand", "it is answered by hand, nobody walks", "该情景采用手算，无人行走"},
        {"atlas.left_out.same", "it is the same situation once more", "与前面的情景相同"},
        {"atlas.state.engine", "these runs were made by another engine", "其中的模拟出自另一版本的计算引擎"},
        {"atlas.state.school", "these runs are of another school, or of this one before it was changed",
         "其中的模拟属于另一所学校，或本校修改之前"},
        {"atlas.state.walkable", "these runs were walked on other floors", "其中的模拟所用的楼面与现在不同"},
        {"atlas.state.situation", "there are runs of a scenario that is changed, or not asked for now",
         "其中有的情景已被修改，或这次未纳入"},
        {"atlas.state.mend", "choose another folder, or delete this file to begin anew",
         "请换一个文件夹；若要重新开始，请删除此文件"},
        {"atlas.nothing", "Nothing out of use", "全部可用"},
        {"atlas.door", "{0} ({1})", "{0}（{1}）"},
        {"atlas.left", "{0} left inside", "{0} 人未出"},
        {"atlas.no_point", "no risk point", "无风险点"},
        {"atlas.heading",
         "Failure atlas of {0}: {1} stairs, exits and doors out of use in turn, {2} situations, {3} seeds each; "
         "simulated, engine {4}",
         "{0}失效图集：{1} 处楼梯、安全出口和门依次停用，{2} 种情景，各 {3} 个随机种子；模拟结果，计算引擎 {4}"},
        {"atlas.more", "… and {0} more in {1}", "……其余 {0} 行见 {1}"},
        {"atlas.how",
         "Longest clearance time and highest rank over the seeds. Situations are the scenario files that lie beside "
         "the "
         "one asked for and name the same school.",
         "表中为各随机种子中最长的清空时间和最高的风险级别。情景取自同一文件夹中指向同一学校文件的情景文件。"},
        {"atlas.worst", "The worst", "最不利情形"},
        {"atlas.worst.of", "{0} out of use, {1}: {2} (with everything in use {3})",
         "{0}停用，{1}：{2}（全部可用时 {3}）"},
        {"atlas.worst.at", "; {0}, {1} person-seconds above 5 persons/m² at {2}, {3}",
         "；{0}，{2}（{3}）超过 5 人/m² 的累计 {1} 人·秒"},
        {"atlas.stopped", "Stopped: {0} of {1} runs are done and kept; the same command goes on.",
         "已中止：{1} 次模拟中完成的 {0} 次已保存，用同一命令即可继续。"},
        {"atlas.column.kind", "kind", "类别"},
        {"atlas.column.out", "out of use", "停用部位"},
        {"atlas.column.situation", "situation", "情景"},
        {"atlas.column.file", "scenario file", "情景文件"},
        {"atlas.column.runs", "runs", "模拟次数"},
        {"atlas.column.not_empty", "runs in which not everybody got out", "未全部疏散的次数"},
        {"atlas.column.left", "most people left inside", "最多未出人数"},
        {"atlas.column.clearance", "longest clearance time (s)", "最长清空时间（秒）"},
        {"atlas.column.without_second", "classes without a second way", "没有第二条路线的班级"},
        {"atlas.column.second_short", "without 2nd way", "无第二路线班级数"},
        {"atlas.cell.rank", "{0}, {1} person·s", "{0}，{1} 人·秒"},
        {"atlas.cell.second", "{0} classes without a second way", "{0} 个班没有第二条路线"},
        {"atlas.picture.title", "Failure atlas: {0}", "失效图集：{0}"},
        {"atlas.picture.lower",
         "One stair, exit or door out of use in each row. Simulated, worst of {0} seeds, engine {1}.",
         "每行停用一处楼梯、安全出口或门。模拟结果，取 {0} 个随机种子中最不利者，计算引擎 {1}。"},
        {"atlas.picture.legend",
         "Cell: until everybody is out, or who is left inside; rank of the worst place and person-seconds above 5 "
         "persons/m² there.",
         "格内：全部出楼所需时间，或未出人数；最危险地点的级别及该处超过 5 人/m² 的累计人·秒。"},
        {"cli.atlas", "Put every stair and exit out of use in turn, in each situation of the school day",
         "在各种情景下逐一停用每部楼梯和每个安全出口，编制失效图集"},
        {"cli.option.alone", "this scenario alone, not those beside it of the same school",
         "只算这一情景，不含同一文件夹中同校的其他情景"},
        {"cli.option.atlas_json", "print the atlas alone, as JSON", "只打印 JSON 格式的失效图集"},
        {"cli.option.atlas_out", "folder for the atlas; one that was stopped goes on there",
         "失效图集的文件夹；中止后在此继续"},
        {"cli.option.atlas_seeds", "runs with other seeds for each cell", "每格用多少个随机种子各算一次"},
        {"cli.option.doors", "every door too", "逐一停用每扇门"},
    };
    return kWords;
}

}
