#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> runWords()
{
    static constexpr Word kWords[] = {
        {"run.already_out", "{0} people start in the open and have nothing to leave", "{0} 人一开始就在室外，无需疏散"},
        {"run.already_out.mend", "choose assembly or gate as destination to see them walk",
         "如需模拟他们，请把目的地设为集合点或校门"},
        {"run.assisted_without_effect", "{0} assisted pupils walk like the others in this version",
         "本版本中 {0} 名需协助学生按普通学生行走"},
        {"run.assisted_without_effect.mend", "read the times of their classes as too short",
         "其所在班级的时间应视为偏短"},
        {"run.line_nowhere", "the line lies on no walkable surface", "该线不在任何可行走区域上"},
        {"run.line_nowhere.mend", "draw it across a space", "请把它画在某个区域内"},
        {"run.listed_nowhere", "nobody can stand at ({0}, {1})", "（{0}，{1}）处无法站人"},
        {"run.listed_nowhere.mend", "place the person inside a space", "请把人放在某个区域内"},
        {"run.no_room", "{0} people do not fit, {1} were placed", "容不下 {0} 人，只安置了 {1} 人"},
        {"run.no_room.mend", "check the room's outline and the number of people", "请检查房间轮廓和人数"},
        {"run.no_surface", "nobody can be placed here: the room has no floor", "此处无法安置人员：房间没有可行走地面"},
        {"run.no_surface.mend", "see the findings of the check", "请看检查结果"},
        {"trace.no_trace", "this is not a trace of a run", "这不是仿真轨迹文件"},
        {"trace.no_trace.mend", "name the *.trace file of a result", "请指定仿真结果中的 *.trace 文件"},
        {"trace.version", "the trace has version {0}, this program reads version {1}",
         "轨迹文件版本为 {0}，本程序只能读取版本 {1}"},
        {"trace.version.mend", "run the scenario again with this program, or use a newer one",
         "请用本程序重新运行该场景，或使用更新版本的程序"},
        {"trace.head_damaged", "the head of the trace is damaged or cut off", "轨迹文件的文件头已损坏或不完整"},
        {"trace.chunk_damaged", "this part of the trace is damaged", "轨迹文件的这一部分已损坏"},
        {"trace.damaged.mend", "run the scenario again", "请重新运行该场景"},
        {"trace.no_frame", "the trace holds {0} frames only", "轨迹文件只有 {0} 帧"},
        {"trace.no_frame.mend", "ask for an earlier moment", "请选择更早的时刻"},
        {"trace.bad_frame", "a frame names people or surfaces that the head of the trace does not hold",
         "有一帧包含文件头中没有的人员或区域"},
        {"trace.bad_frame.mend", "this is a fault of the program: please report it with the scenario",
         "这是程序错误，请连同场景文件一起反馈"},
    };
    return kWords;
}

}
