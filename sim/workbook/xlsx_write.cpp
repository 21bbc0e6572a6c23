#include "sim/base/system.hpp"
#include "sim/workbook/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr time_t kMade = 315'532'800; // 1980, as old as a zip can be: no date of making, equal sheets are equal bytes
constexpr double kNarrowest = 6.0;    // characters
constexpr double kWidest = 60.0;

// Columns that a text takes, Chinese characters two.
double widthOf(const std::string& text)
{
    double width = 0.0;
    for (const char one : text) {
        const auto byte = static_cast<unsigned char>(one);
        if ((byte & 0xC0U) != 0x80U) width += byte >= 0xE0U ? 2.0 : 1.0;
    }
    return width;
}

struct Formats {
    lxw_format* head;
    lxw_format* minutes;
    lxw_format* seconds;
};

Formats formatsOf(lxw_workbook* book)
{
    const Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_bold(formats.head);
    format_set_text_wrap(formats.head);
    format_set_align(formats.head, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(formats.minutes, "h:mm");
    format_set_num_format(formats.seconds, "h:mm:ss");
    return formats;
}

bool writeCell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, const Formats& formats)
{
    lxw_format* const head = row == 0 ? formats.head : nullptr;
    lxw_error error = LXW_NO_ERROR;
    if (cell.kind == CellKind::Text) error = worksheet_write_string(sheet, row, column, cell.text.c_str(), head);
    if (cell.kind == CellKind::Number) error = worksheet_write_number(sheet, row, column, cell.number, head);
    if (cell.kind == CellKind::Time) {
        const bool seconds = std::ranges::count(cell.text, ':') > 1;
        error = worksheet_write_number(sheet, row, column, cell.number, seconds ? formats.seconds : formats.minutes);
    }
    return error == LXW_NO_ERROR;
}

bool writeSheet(lxw_workbook* book, const Sheet& from, const Formats& formats)
{
    lxw_worksheet* const sheet = workbook_add_worksheet(book, from.name.empty() ? nullptr : from.name.c_str());
    if (sheet == nullptr) return false; // a name twice, too long, or with a sign that Excel does not take
    bool good = true;
    std::vector<double> widths;
    for (std::size_t r = 0; r < from.rows.size(); ++r)
        for (std::size_t c = 0; c < from.rows[r].size(); ++c) {
            const Cell& cell = from.rows[r][c];
            if (widths.size() <= c) widths.resize(c + 1, kNarrowest);
            widths[c] = std::clamp(widthOf(cell.text) + 2.0, widths[c], kWidest);
            good = good && writeCell(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), cell, formats);
        }
    for (std::size_t c = 0; c < widths.size(); ++c)
        worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), widths[c], nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    return good;
}

bool write(const Workbook& workbook, const std::string& name)
{
    lxw_workbook* const book = workbook_new(name.c_str());
    if (book == nullptr) return false;
    lxw_doc_properties properties{};
    properties.created = kMade;
    workbook_set_properties(book, &properties);
    const Formats formats = formatsOf(book);
    bool good = true;
    for (const Sheet& sheet : workbook.sheets) good = writeSheet(book, sheet, formats) && good;
    return workbook_close(book) == LXW_NO_ERROR && good;
}

}

Result<std::string> formatXlsx(const Workbook& workbook, const std::string& file)
{
    auto bytes = bytesWrittenBy([&](const std::string& name) { return write(workbook, name); });
    if (!bytes) return Fault{file, "", {"workbook.not_made", {}}, {"workbook.not_made.mend", {}}};
    return std::move(*bytes);
}

}
