#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> baseWords()
{
    static constexpr Word kWords[] = {
        {"file.missing", "there is no such file", "文件不存在"},
        {"file.missing.mend", "check the name and the folder", "请检查文件名和所在文件夹"},
        {"file.not_regular", "this is not a file", "这不是一个文件"},
        {"file.not_regular.mend", "name a file, not a folder or a device", "请指定文件，而不是文件夹或设备"},
        {"file.too_large", "the file holds {0} MB, more than the {1} MB that are read", "文件有 {0} MB，超过可读取的 {1} MB"},
        {"file.too_large.mend", "is it the right file? split the drawing if it is", "请确认是否选错文件；若没有选错，请拆分图纸"},
        {"file.cannot_read", "the file cannot be read", "文件无法读取"},
        {"file.cannot_read.mend", "check its permissions", "请检查文件权限"},
        {"file.cannot_write", "cannot be written: {0}", "无法写入：{0}"},
        {"file.cannot_write.mend", "choose another folder or make room on the disk", "请换一个文件夹，或清理磁盘空间"},
        {"severity.note", "note", "提示"},
        {"severity.warning", "warning", "注意"},
        {"severity.error", "error", "错误"},
        {"finding.measured", "measured {0}, required {1}", "实测 {0}，要求 {1}"},
    };
    return kWords;
}

}
