#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> scenarioWords()
{
    static constexpr Word kWords[] = {
        {"scenario.no_walking_speed", "speeds from {0} to {1} m/s can be drawn here", "此处可能抽到 {0} 至 {1} m/s 的速度"},
        {"scenario.no_walking_speed.mend", "give low and high between {0} and {1} m/s",
         "请用 low 和 high 限定在 {0} 至 {1} m/s 之间"},
        {"scenario.no_such_grade", "there is no grade {0}", "没有 {0} 年级"},
        {"scenario.no_such_grade.mend", "write 1 to 12, 0 for kindergarten, 99 for adults", "请填写 1 至 12；幼儿园为 0，成人为 99"},
        {"scenario.given_without_rule", "the route is to be given, but none is", "指定了“given”，却没有给出疏散路线"},
        {"scenario.given_without_rule.mend", "name its stairs or exits, or write nearest or least_crowded",
         "请填写楼梯或安全出口，或改为 nearest 或 least_crowded"},
        {"scenario.event_of_one", "an event concerns one door or one stair", "一个事件只能针对一扇门或一部楼梯"},
        {"scenario.event_of_one.mend", "name one of the two", "请填写其中之一"},
        {"scenario.ends_before_it_begins", "the range ends before it begins", "上限小于下限"},
        {"scenario.ends_before_it_begins.mend", "exchange the two numbers", "请对调两个数"},
        {"scenario.school_missing", "the school file {0} does not exist", "学校文件 {0} 不存在"},
        {"scenario.school_missing.mend", "name it relative to the scenario's folder", "请填写相对于情景文件所在文件夹的路径"},
        {"scenario.no_such_class", "the school has no class {0}", "学校中没有班级 {0}"},
        {"scenario.no_such_door", "the school has no door {0}", "学校中没有门 {0}"},
        {"scenario.no_such_stair", "the school has no stair {0}", "学校中没有楼梯 {0}"},
        {"scenario.no_such_storey", "the school has no storey {0}", "学校中没有楼层 {0}"},
        {"scenario.no_such_line", "there is no removal line {0}", "没有离开线 {0}"},
        {"scenario.no_such.mend", "mend the id {0}, or add what it names", "请改正编号 {0}，或补上它所指的对象"},
        {"scenario.no_class_of_grade", "no class is of grade {0}", "没有 {0} 年级的班级"},
        {"scenario.no_class_of_grade.mend", "name a grade that the school has", "请填写学校中已有的年级"},
        {"scenario.grade_twice", "grade {0} has two profiles", "{0} 年级有两组行走参数"},
        {"scenario.grade_twice.mend", "keep one of the two", "请只保留其中一组"},
        {"scenario.id_twice", "the id {0} is used twice", "编号 {0} 重复"},
        {"scenario.id_twice.mend", "give one of the two another id", "请为其中一个换一个编号"},
        {"scenario.not_an_exit", "door {0} is no exit", "门 {0} 不是安全出口"},
        {"scenario.not_an_exit.mend", "name a door that leads out of the building", "请填写通向室外的门"},
        {"scenario.route_through_locked", "the route leads through door {0}, which is locked all the time",
         "疏散路线经过门 {0}，而该门始终锁闭"},
        {"scenario.route_through_locked.mend", "take another way, unlock {0}, or let an event open it",
         "请改走其他路线，或打开 {0}，或用事件将其打开"},
        {"scenario.route_over_shut_stair", "the route leads over stair {0}, which is shut all the time",
         "疏散路线经过楼梯 {0}，而该楼梯始终封闭"},
        {"scenario.route_over_shut_stair.mend", "take another way, or let an event open {0}",
         "请改走其他路线，或用事件打开 {0}"},
        {"scenario.no_assembly_area", "the school has no assembly area", "学校没有疏散集合点"},
        {"scenario.no_assembly_area.mend", "add one to the school, or choose another destination",
         "请在学校文件中补上，或选择其他目的地"},
        {"scenario.no_gate", "the school has no gate", "学校没有校门"},
        {"scenario.no_gate.mend", "add one to the school, or choose another destination",
         "请在学校文件中补上，或选择其他目的地"},
        {"scenario.person_outside", "nobody can stand at {0}: no space of this storey is there", "{0} 处不能站人：该楼层在此没有区域"},
        {"scenario.person_outside.mend", "move the person into a space, or name another storey", "请将此人移入区域内，或改填楼层"},
        {"scenario.too_many_people", "{0} people would be in this run", "本次模拟共有 {0} 人"},
        {"scenario.too_many_people.mend", "at most {0} are simulated; lower the density or the list",
         "最多模拟 {0} 人；请降低密度或减少人数"},
        {"scenario.no_effect", "{0} ({1}) has no effect in this version", "{0}（{1}）在本版本中不起作用"},
        {"scenario.no_effect.mend", "leave it out, or read the result as if it were not there", "请删去，或在看结果时不考虑它"},
    };
    return kWords;
}

}
