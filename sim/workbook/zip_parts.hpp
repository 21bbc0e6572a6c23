#pragma once

#include "sim/base/result.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stairwise {

/// Files of office programs are zips of XML parts (ECMA-376).

/// Hands out a part by its name in the zip ("xl/workbook.xml"); nothing where there is none.
using ZipParts = std::function<Result<std::optional<std::string>>(const std::string& name)>;
/// Parts of a zip in memory, which outlives them. All parts together give at most kMostUnzipped: a small zip may hold
/// any amount. Refuses more entries than any office program writes.
[[nodiscard]] Result<ZipParts> partsOfZip(std::string_view bytes, const std::string& file);
inline constexpr std::size_t kMostUnzipped = 16U << 20U; // bytes; assumed: 10,000 rows of ten cells take five

struct ZipPart {
    const char* name;
    std::string bytes;
};
/// The same bytes for the same parts: all are of 1 January 1980.
[[nodiscard]] Result<std::string> officeZip(std::span<const ZipPart> parts, const std::string& file);

}
