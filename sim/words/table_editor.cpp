#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> editorWords()
{
    static constexpr Word kWords[] = {
        {"editor.about", "Draw a school, watch it empty, change the plan", "绘制学校、观看疏散、改进方案"},
        {"editor.option.file", "a school, a scenario, or a drawing to import", "学校文件、情景文件，或要导入的图纸"},
        {"editor.option.folder", "where autosave, runs and habits are kept",
         "存放自动保存、模拟结果和习惯设置的文件夹"},
        {"editor.option.height", "height of the window, pixels", "窗口高度（像素）"},
        {"editor.option.places", "write where each widget stands into this file, for scripts that click by name",
         "把每个控件的位置写入此文件，供按名称点击的脚本使用"},
        {"editor.option.scale", "size of text and widgets, 1 as usual", "文字和控件的缩放比例，1 为正常大小"},
        {"editor.option.width", "width of the window, pixels", "窗口宽度（像素）"},
        {"editor.title", "Stairwise", "阶序 Stairwise"},
        {"editor.view.image_too_large", "the picture measures {0} × {1} pixels", "图片尺寸为 {0} × {1} 像素"},
        {"editor.view.image_too_large.mend", "make it smaller: at most {0} pixels a side are read",
         "请缩小图片：每边最多可读取 {0} 像素"},
        {"editor.view.no_image", "this is no picture of the kinds PNG and JPEG", "这不是 PNG 或 JPEG 图片"},
        {"editor.view.no_image.mend", "save the plan as PNG or JPEG", "请将图纸另存为 PNG 或 JPEG"},
        {"editor.view.no_opengl", "this computer offers no OpenGL 3.3", "本机不支持 OpenGL 3.3"},
        {"editor.view.no_opengl.mend",
         "update the graphics driver, or draw in software: LIBGL_ALWAYS_SOFTWARE=1 stairwise-editor",
         "请更新显卡驱动，或改用软件绘图：LIBGL_ALWAYS_SOFTWARE=1 stairwise-editor"},
        {"editor.view.shader", "the graphics driver refuses this shader: {0}", "显卡驱动无法编译着色器：{0}"},
        {"editor.view.shader.mend",
         "update the graphics driver, or draw in software: LIBGL_ALWAYS_SOFTWARE=1 stairwise-editor",
         "请更新显卡驱动，或改用软件绘图：LIBGL_ALWAYS_SOFTWARE=1 stairwise-editor"},
        {"editor.window.no_screen", "there is no screen to open a window on", "没有可用的屏幕，无法打开窗口"},
        {"editor.window.no_screen.mend", "start it from the desktop; over ssh, use ssh -X",
         "请在图形桌面中启动；通过 ssh 连接时请使用 ssh -X"},
    };
    return kWords;
}

}
