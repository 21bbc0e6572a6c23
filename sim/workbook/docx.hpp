#pragma once

#include "sim/base/result.hpp"
#include "sim/workbook/writing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Papers that a school edits in WPS, Word or LibreOffice (ECMA-376, WordprocessingML).

/// A4 upright. Fields on end are a table of two columns. The same bytes for the same writing.
[[nodiscard]] Result<std::string> formatDocx(const Writing& writing, const std::string& file);

/// The tables of a .docx in their order, as texts: paragraphs of a cell are parted by line ends, what was struck out
/// under "track changes" is gone. Whatever else a person wrote is passed over. Refused: damaged, no .docx, too large.
using DocxTable = std::vector<std::vector<std::string>>;
[[nodiscard]] Result<std::vector<DocxTable>> tablesInDocx(std::string_view bytes, const std::string& file);

/// By its first bytes and its parts.
[[nodiscard]] bool isDocx(std::string_view bytes);

}
