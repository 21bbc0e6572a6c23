#include "sim/words/words.hpp"
#include "sim/workbook/xlsx_read.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>

namespace {

using namespace stairwise;

// What a zip's checksums would hide from the fuzzer: sheet, texts and styles, parted by the byte 0xff.
Result<Workbook> readParts(std::string_view text)
{
    std::map<std::string, std::string> parts = {
        {"xl/workbook.xml", R"(<workbook><sheets><sheet name="s" r:id="r1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<r><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></r>)"}};
    for (const char* name : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}) {
        const std::size_t end = std::min(text.find('\xff'), text.size());
        parts[name] = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const ZipParts find = [&parts](const std::string& name) -> Result<std::optional<std::string>> {
        const auto found = parts.find(name);
        return found == parts.end() ? std::optional<std::string>{} : std::optional(found->second);
    };
    return sheetsOf(find, "s.xlsx");
}

}

/// Whatever is in a file becomes a workbook that can be written and read again, or a fault that can be said.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto workbook = text.starts_with('<') ? readParts(text) : parseWorkbook(text, "s");
    if (!workbook && (line(workbook.fault(), Language::English).empty() || workbook.fault().what.key.empty()))
        std::abort();
    if (!workbook) return 0;
    for (const Sheet& sheet : workbook.value().sheets)
        for (const auto& row : sheet.rows)
            for (const Cell& cell : row)
                if ((cell.kind == CellKind::Empty) != cell.text.empty()) std::abort();
    return 0;
}
