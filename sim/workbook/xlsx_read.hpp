#pragma once

#include "sim/workbook/workbook.hpp"
#include "sim/workbook/zip_parts.hpp"

namespace stairwise {

/// The sheets that are shown, hidden ones left out. Formulas give the value that was saved with them.
[[nodiscard]] Result<Workbook> sheetsOf(const ZipParts& parts, const std::string& file);

[[nodiscard]] Result<Workbook> parseXlsx(std::string_view bytes, const std::string& file);

}
