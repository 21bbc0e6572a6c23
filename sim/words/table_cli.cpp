#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> cliWords()
{
    static constexpr Word kWords[] = {
        {"cli.about", "Stairwise: how a school empties over its stairs, and where it gets dangerous",
         "阶序：推演学校上下楼梯疏散，找出拥挤踩踏风险"},
        {"cli.bad_arguments", "the command cannot be understood: {0}", "命令无法理解：{0}"},
        {"cli.bad_arguments.mend", "see stairwise --help", "请看 stairwise --help"},
        {"cli.check", "Check a school: unreachable rooms, doors onto nothing, the design code",
         "检查学校：不可到达的房间、通向空处的门、设计规范"},
        {"cli.check.count", "{0} findings", "共 {0} 条发现"},
        {"cli.export", "Write a run's trajectories as text for PedPy and JuPedSim's viewers",
         "把轨迹导出为文本，供 PedPy 和 JuPedSim 的查看器读取"},
        {"cli.export.cut", "{0}: {1} frames; the trace is cut, the rest is lost",
         "{0}：{1} 帧；轨迹文件不完整，其余已丢失"},
        {"cli.export.done", "{0}: {1} frames", "{0}：{1} 帧"},
        {"cli.graph", "Print the egress graph: spaces, doors, flights, routes of every class",
         "打印疏散网络：区域、门、梯段、各班疏散路线"},
        {"cli.import", "Turn a foreign drawing into a school file, with everything doubtful about it",
         "把外来图纸转成学校文件，并列出一切存疑之处"},
        {"cli.import.done", "{0} written; {1} findings, {2} guesses", "已写入 {0}；{1} 条发现，{2} 处推测"},
        {"cli.option.dot", "print it for Graphviz", "以 Graphviz 格式打印"},
        {"cli.option.drawing", "drawing in the bim-json form", "bim-json 格式的图纸"},
        {"cli.option.json", "print the summary alone, as JSON", "只打印 JSON 格式的结果摘要"},
        {"cli.option.lang", "language: zh or en", "语言：zh 或 en"},
        {"cli.option.no_capped", "leave out the second run of an evacuation, with doors and stairs capped",
         "疏散情境不再另作一次门和楼梯限流的模拟"},
        {"cli.option.only", "run only trials whose number or name contains this", "只运行编号或名称含有此文字的试验"},
        {"cli.option.out", "folder for the result", "结果文件夹"},
        {"cli.option.scenario", "scenario file *.scenario.json", "情景文件 *.scenario.json"},
        {"cli.option.school", "school file *.school.json", "学校文件 *.school.json"},
        {"cli.option.school_out", "school file to write", "要写入的学校文件"},
        {"cli.option.seed", "seed of chance, instead of the scenario's", "随机种子，代替情景文件中的种子"},
        {"cli.option.seeds", "seeds for every trial in which chance plays a part",
         "凡有随机性的试验，各运行多少个随机种子"},
        {"cli.option.text_out", "text file to write", "要写入的文本文件"},
        {"cli.option.threads", "threads; all cores if not given (the result is the same)",
         "线程数；不给出时用全部处理器核（结果相同）"},
        {"cli.option.trace", "trace file walk.trace of a result", "结果中的轨迹文件 run.trace"},
        {"cli.progress", "{0} %   simulated {1}   {2} of {3} out   about {4} s left",
         "{0} %   已模拟 {1}   已疏散 {2}/{3} 人   约剩 {4} 秒"},
        {"cli.option.validate_json", "print the table alone, as JSON", "只打印 JSON 格式的结果表"},
        {"cli.option.validate_out", "folder for the table as HTML and PDF, with the plots",
         "输出文件夹：HTML 和 PDF 格式的结果表及图"},
        {"cli.validate", "Run the published tests and experiments, and print what came out of each",
         "运行已发表的检验与实验算例，并逐项列出结果"},
        {"cli.validate.none", "no trial's number or name contains “{0}”", "没有编号或名称含有“{0}”的试验"},
        {"cli.validate.none.mend", "try “RiMEA”, “IMO”, “A4”, or leave --only out",
         "可试“RiMEA”“IMO”“A4”，或不加 --only"},
        {"cli.validate.progress", "{0} of {1}: {2}, {3} of {4} runs done", "第 {0}/{1} 项：{2}，已完成 {3}/{4} 次运行"},
        {"cli.validate.stopped", "Stopped: {0} of {1} trials were finished; no files were written.", "已中止：{1} 项试验中完成了 {0} 项，未写出文件。"},
        {"cli.simulate", "Let the school empty, and write the result", "模拟全校疏散，并写出结果"},
    };
    return kWords;
}

}
