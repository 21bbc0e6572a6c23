#include "sim/words/tables.hpp"

namespace stairwise {

/// What the editor asks and tells: dialogs, files, the first start, work in the background.
std::span<const Word> dialogWords()
{
    static constexpr Word kWords[] = {
        {"dialog.close", "Close", "关闭"},
        {"dialog.file", "Choose a file or folder", "选择文件或文件夹"},
        {"dialog.findings", "What was noticed while reading", "读入时发现的问题"},
        {"dialog.keys", "Keys and mouse", "按键与鼠标"},
        {"dialog.new_year", "New school year: what is left to do", "新学年：还需完成的事项"},
        {"dialog.paste", "Paste a class list", "粘贴班级列表"},
        {"dialog.restore", "Unsaved work was found", "发现未保存的内容"},
        {"dialog.start", "Welcome to Stairwise", "欢迎使用阶序"},
        {"dialog.unsaved", "Not everything is saved", "有未保存的修改"},
        {"editor.new_school", "New school", "新学校"},
        {"editor.results_written", "Results saved in {0}", "结果已存入 {0}"},
        {"editor.saved", "{0} saved", "已保存 {0}"},
        {"file.name", "Name", "名称"},
        {"file.take", "OK", "确定"},
        {"film.cancelled", "the film was cancelled", "已取消导出动画"},
        {"film.cancelled.mend", "nothing was written; start it again when you want it",
         "没有写入任何文件，需要时请重新导出"},
        {"film.made", "Film saved in {0}", "动画已存入 {0}"},
        {"film.moment", "{0} after the signal, {1} people inside", "信号发出后 {0}，场内 {1} 人"},
        {"film.pictures_made", "Pictures saved in {0}; for a video install ffmpeg and save again",
         "图片已存入 {0}；如需视频，请安装 ffmpeg 后重新导出"},
        {"film.too_long", "the film would have {0} pictures", "动画将有 {0} 张图片"},
        {"film.too_long.mend", "play it faster, or take fewer pictures a second", "请提高播放速度，或减少每秒图片数"},
        {"keys.mouse",
         "Mouse: the wheel zooms, the right or middle button moves the plan and turns the storeys in 3D. Shift keeps "
         "lines at right angles and adds to the choice; Alt switches snapping off.",
         "鼠标：滚轮缩放；按住右键或中键拖动可移动图纸、转动三维视图。按住 Shift 画直线或追加选择，按住 Alt 不捕捉。"},
        {"paste.take", "Take the list", "读入列表"},
        {"paste.words",
         "Copy class, pupils and room in the spreadsheet, with their headings in the first row, and paste them here "
         "(Ctrl+V). Names of pupils are not kept.",
         "请在电子表格中复制班级、人数、教室各列（第一行为列名），粘贴到下面（Ctrl+V）。不保存学生姓名。"},
        {"restore.no", "Discard", "放弃"},
        {"restore.words",
         "The program did not end properly last time. Restore brings your work back; it is not saved until you save "
         "it.",
         "上次程序未正常退出。点击“恢复”可找回未保存的内容，恢复后请及时保存。"},
        {"restore.yes", "Restore", "恢复"},
        {"start.step_1", "1. Lay a picture of the paper plan under the storey (File), and set its scale.",
         "1. 在“文件”菜单中把纸质平面图设为底图，并设定比例。"},
        {"start.step_2", "2. Draw rooms, corridors, doors, stairs and exits with the tools at the left.",
         "2. 用左侧工具绘制房间、走廊、门、楼梯和安全出口。"},
        {"start.step_3", "3. Paste the class list (page Classes) and fix what the page Check shows.",
         "3. 在“班级”页粘贴班级列表，并处理“检查”页列出的问题。"},
        {"start.step_4", "4. Press F5 to run, then look at the page Results.", "4. 按 F5 开始模拟，然后查看“结果”页。"},
        {"start.words",
         "Draw your school, run a drill or a dismissal, and see how it empties. The sample school can be run at once.",
         "画出学校，模拟演练或放学，观看疏散。示例学校可直接模拟。"},
        {"unsaved.drop", "Do not save", "不保存"},
        {"unsaved.save", "Save", "保存"},
        {"unsaved.words", "The school has changes that are not saved. Save them first?",
         "学校有尚未保存的修改。是否先保存？"},
        {"work.ensemble", "Many runs", "多次模拟"},
        {"work.film", "Saving the film", "正在导出动画"},
        {"work.results", "Saving the results", "正在导出结果"},
    };
    return kWords;
}

}
