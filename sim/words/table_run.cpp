#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> runWords()
{
    static constexpr Word kWords[] = {
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
