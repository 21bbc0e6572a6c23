#pragma once

#include "sim/workbook/workbook.hpp"

#include <functional>
#include <optional>

namespace stairwise {

/// An .xlsx file is a zip of XML parts (ECMA-376).

/// Hands out a part by its name in the zip ("xl/workbook.xml"); nothing where there is none.
using XlsxParts = std::function<Result<std::optional<std::string>>(const std::string& name)>;
/// Parts of a zip in memory, which outlives them. All parts together give at most kMostXlsxBytes: a small zip may hold
/// any amount.
[[nodiscard]] Result<XlsxParts> partsOfZip(std::string_view bytes, const std::string& file);
inline constexpr std::size_t kMostXlsxBytes = 16U << 20U; // assumed: 10,000 rows of ten cells take five

/// The sheets that are shown, hidden ones left out. Formulas give the value that was saved with them.
[[nodiscard]] Result<Workbook> sheetsOf(const XlsxParts& parts, const std::string& file);

[[nodiscard]] Result<Workbook> parseXlsx(std::string_view bytes, const std::string& file);

}
