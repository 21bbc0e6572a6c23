#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> todayWords()
{
    static constexpr Word kWords[] = {
        {"cli.option.today_plan", "the school's present timetable: a .csv or .xlsx file of class, time, way",
         "学校现行的放学安排表：含班级、时间、路线的 CSV 或 XLSX 文件"},
        {"cli.option.bell", "time of the bell, 16:40 or 16:40:30: what counts as 0 seconds",
         "放学铃的时间，如 16:40 或 16:40:30，作为 0 秒"},
        {"cli.no_bell", "{0} is no time of day", "“{0}”不是一个时刻"},
        {"cli.no_bell.mend", "write it as 16:40 or 16:40:30", "请写成 16:40 或 16:40:30"},
        {"cli.more_faults", "{0} more of this file are not listed", "此文件还有 {0} 处问题未列出"},
        {"cli.more_faults.mend", "mend those above and try again", "请先改正以上各处再试"},
        {"stagger.today_from", "Today's plan is read from {0}; times are counted from the bell",
         "现行方案读自 {0}；时间从放学铃起算"},
        {"stagger.today_from_bell", "Today's plan is read from {0}; {1} counts as 0 seconds",
         "现行方案读自 {0}；以 {1} 为 0 秒"},
        {"today.no_headings", "no row has headings for class and time", "找不到同时写有“班级”和“时间”的标题行"},
        {"today.no_headings.mend", "put \"class\" and \"time\" over the columns, within the first ten rows",
         "请在前十行内写上列标题“班级”“时间”（及“路线”）"},
        {"today.merged", "these cells are merged: it is not clear which class they speak for",
         "这些单元格是合并的，无法确定各班的内容"},
        {"today.merged.mend", "split them and fill in every row", "请取消合并，并逐行填写"},
        {"today.no_class", "there is a time but no class", "有时间，没有班级"},
        {"today.no_class.mend", "write the class, or clear the row", "请填写班级，或清空此行"},
        {"today.unknown_class", "“{0}” is no class of this school", "“{0}”不是本校的班级"},
        {"today.unknown_class.mend", "perhaps one of {0}", "是否为：{0}"},
        {"today.twice", "{0} stands in {1} already", "{0}已在 {1} 出现过"},
        {"today.twice.mend", "delete one of the two rows", "请删去其中一行"},
        {"today.missing", "{0} is missing", "缺少{0}"},
        {"today.missing.mend", "add a row for it", "请为该班添加一行"},
        {"today.no_time", "{0} has no time", "{0}没有时间"},
        {"today.no_time.mend", "write when it leaves, as 16:40 or 16:40:30", "请填写出教室时间，如 16:40 或 16:40:30"},
        {"today.bad_time", "“{0}” is no time", "“{0}”不是有效的时间"},
        {"today.bad_time.mend",
         "write a time of day (16:40, 16:40:30) or what has passed since the bell (90, 1:30); minutes and seconds end "
         "at "
         "59",
         "请写时刻（16:40、16:40:30）或放学铃响后的时间（90、1:30）；分和秒最大为 59"},
        {"today.two_meanings", "this may be a time of day or minutes and seconds after the bell",
         "这可能是时刻，也可能是放学铃响后的分秒"},
        {"today.two_meanings.mend", "write times of day with hours from 6 to 23, or give --bell",
         "请按 24 小时制写时刻，或用 --bell 给出放学铃时间"},
        {"today.mixed_times", "this counts from the bell, while other rows have times of day",
         "此处从放学铃起算，而其他行写的是时刻"},
        {"today.mixed_times.mend", "write times of day everywhere, or give --bell",
         "请统一写时刻，或用 --bell 给出放学铃时间"},
        {"today.before_bell", "{0} is before the bell at {1}", "{0} 早于放学铃 {1}"},
        {"today.before_bell.mend", "mend the time, or --bell", "请改正此时间，或改正 --bell"},
        {"today.after_the_end", "this is {0} s after the bell; the run ends at {1} s",
         "这是放学铃响后 {0} 秒，而模拟在 {1} 秒结束"},
        {"today.after_the_end.mend", "mend the time, or raise \"timeLimit\" of the scenario",
         "请改正此时间，或提高情景文件中的 timeLimit"},
        {"today.unknown_way", "there is no stair or exit “{0}”", "没有名为“{0}”的楼梯或出口"},
        {"today.unknown_way.mend", "write one of {0}, or leave the cell empty for the nearest",
         "请填写以下之一：{0}；留空表示就近"},
        {"today.ways_alike", "“{0}” may be any of {1}", "“{0}”可能指 {1} 中的任何一个"},
        {"today.ways_alike.mend", "write its id", "请填写编号"},
        {"today.cannot_reach", "{0} cannot leave by “{1}”", "{0}无法由“{1}”离开"},
        {"today.cannot_reach.mend", "write one of {0}", "请填写以下之一：{0}"},
        {"today.needs_no_stair.mend", "leave the cell empty, or write an exit", "请留空，或填写出口"},
    };
    return kWords;
}

}
