// A paper that came back from a word processor: its tables, or a fault that can be said. Text that begins with < is the
// document within the zip, which a zip's checksums would hide from the fuzzer.
#include "sim/workbook/docx.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/zip_parts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::array parts = {ZipPart{"word/document.xml", text}};
    const std::string bytes = text.starts_with('<') ? officeZip(parts, "made").value() : text;
    (void)isDocx(bytes);
    const auto tables = tablesInDocx(bytes, "p.docx");
    if (!tables && line(tables.fault(), Language::English).find('\n') != std::string::npos) std::abort();
    if (!tables) return 0;
    for (const DocxTable& table : tables.value())
        for (const auto& row : table)
            for (const std::string& cell : row)
                if (!cell.empty() && (cell.front() == ' ' || cell.back() == '\n')) std::abort();
    return 0;
}
