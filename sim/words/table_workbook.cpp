#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> workbookWords()
{
    static constexpr Word kWords[] = {
        {"docx.damaged", "this .docx file is damaged, or none", "这个文件已损坏，或不是 DOCX 文件"},
        {"docx.damaged.mend", "open it in Word or WPS and save it as .docx", "请用 Word 或 WPS 打开，另存为 DOCX"},
        {"docx.too_large", "this document holds more tables than any plan", "这个文件里的表格远多于任何方案"},
        {"docx.too_large.mend", "take out what does not belong to the plan", "请删去与方案无关的内容"},
        {"workbook.unwritten", "the file could not be put together", "无法生成文件"},
        {"workbook.unwritten.mend", "free some memory and try again", "请释放内存后重试"},
        {"workbook.no_table", "this is no table: neither .xlsx nor text in UTF-8 or GBK",
         "这不是表格：既不是 XLSX，也不是 UTF-8 或 GBK 编码的文本"},
        {"workbook.no_table.mend", "save it as .xlsx or .csv", "请另存为 XLSX 或 CSV"},
        {"workbook.old", "this is an old .xls file, or one that is protected by a password",
         "这是旧的 XLS 格式，或者加了打开密码"},
        {"workbook.old.mend", "open it in Excel or WPS and save it as .xlsx without a password",
         "请用 Excel 或 WPS 打开，去掉密码，另存为 XLSX"},
        {"workbook.damaged", "this .xlsx file is damaged", "这个 XLSX 文件已损坏"},
        {"workbook.damaged.mend", "open it in Excel or WPS and save it again", "请用 Excel 或 WPS 打开后重新保存"},
        {"workbook.no_sheet", "there is no sheet that is shown", "没有可见的工作表"},
        {"workbook.no_sheet.mend", "unhide the sheet that is meant", "请取消隐藏要用的工作表"},
        {"workbook.too_large", "this table is larger than any timetable", "这个表格远大于任何放学安排表"},
        {"workbook.too_large.mend", "copy the rows that are meant into a new file", "请把需要的各行复制到一个新文件中"},
        {"workbook.many_rows", "there are more than {0} rows", "超过 {0} 行"},
        {"workbook.far_cell", "something stands beyond row {0} or column {1}", "第 {0} 行或第 {1} 列之外还有内容"},
        {"workbook.not_made", "this table could not be written", "无法写出这个表格"},
        {"workbook.not_made.mend", "see that there is room for temporary files", "请检查临时文件夹是否有空间"},
    };
    return kWords;
}

}
