#include "sim/workbook/xlsx_read.hpp"

#include "sim/workbook/table_text.hpp"
#include "sim/workbook/xml_names.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace stairwise {
namespace {

constexpr double kDay = 86400.0;
constexpr std::size_t kMostSheets = 64;       // assumed
constexpr std::size_t kMostCells = 1'000'000; // of all sheets, empty ones before others included; assumed
constexpr std::size_t kMostMerged = 10'000;   // of a sheet; assumed
constexpr std::size_t kMostText = 64U << 20U; // bytes of all cells: many may share one text; assumed
enum class Style { Plain, Minutes, Seconds }; // how a number is shown

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name)
{
    for (const pugi::xml_node& child : node)
        if (localName(child.name()) == name) return child;
    return {};
}

template <class Each> void eachChild(const pugi::xml_node& node, std::string_view name, const Each& each)
{
    for (const pugi::xml_node& child : node)
        if (localName(child.name()) == name) each(child);
}

std::string_view attributeOf(const pugi::xml_node& node, std::string_view name)
{
    for (const pugi::xml_attribute& attribute : node.attributes())
        if (localName(attribute.name()) == name) return attribute.value();
    return {};
}

std::optional<double> numberIn(std::string_view text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return {};
    return value;
}

std::optional<std::size_t> indexIn(std::string_view text)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

// "B3" → row 2, column 1.
std::optional<CellPlace> placeIn(std::string_view text)
{
    constexpr std::size_t kMostLetters = 3; // XFD
    std::size_t letters = 0;
    std::size_t column = 0;
    for (; letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z'; ++letters)
        column = 26 * column + static_cast<std::size_t>(text[letters] - 'A' + 1);
    const auto row = indexIn(text.substr(letters));
    if (letters == 0 || letters > kMostLetters || !row || *row == 0) return {};
    return CellPlace{*row - 1, column - 1};
}

std::optional<CellRange> rangeIn(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const auto first = placeIn(text.substr(0, colon));
    const auto last = placeIn(text.substr(colon + 1));
    if (!first || !last) return {};
    return CellRange{*first, *last};
}

// The numbers of formats that every program knows without a code (ECMA-376 18.8.30, and those of Chinese Excel).
Style knownStyle(std::size_t format)
{
    constexpr std::size_t kMinutes[] = {18, 20, 22, 32, 34, 55};
    constexpr std::size_t kSeconds[] = {19, 21, 33, 35, 45, 46, 47, 56};
    if (std::ranges::find(kMinutes, format) != std::ranges::end(kMinutes)) return Style::Minutes;
    return std::ranges::find(kSeconds, format) != std::ranges::end(kSeconds) ? Style::Seconds : Style::Plain;
}

// h, m and s of a format code; what stands in quotes, or in brackets other than [h], [m], [s], is no code.
Style styleOf(std::string_view code)
{
    bool hours = false;
    bool seconds = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '"')
            i = std::min(code.find('"', i + 1), code.size());
        else if (code[i] == '\\' || code[i] == '_' || code[i] == '*')
            ++i;
        else if (code[i] == '[' && code.find_first_not_of("hmsHMS", i + 1) != code.find(']', i + 1))
            i = std::min(code.find(']', i + 1), code.size());
        else if (code[i] == 'h' || code[i] == 'H')
            hours = true;
        else if (code[i] == 's' || code[i] == 'S')
            seconds = true;
    }
    return seconds ? Style::Seconds : hours ? Style::Minutes : Style::Plain;
}

// The text of a string of several runs; how it is pronounced (rPh) is left out.
std::string textOf(const pugi::xml_node& item)
{
    std::string text;
    for (const pugi::xml_node& child : item) {
        const std::string_view name = localName(child.name());
        if (name == "t") text += child.child_value();
        if (name == "r") eachChild(child, "t", [&](const pugi::xml_node& run) { text += run.child_value(); });
    }
    return trimmed(text);
}

struct Listed {
    std::string name;
    std::string part;
};

class Reading {
public:
    Reading(const ZipParts& parts, std::string file) : parts_(parts), file_(std::move(file)) {}

    Result<Workbook> workbook()
    {
        const auto sheets = listed();
        readTexts();
        readStyles();
        Workbook workbook;
        for (const Listed& sheet : sheets)
            if (!fault_) workbook.sheets.push_back(readSheet(sheet));
        if (!fault_ && workbook.sheets.empty()) refuse("", {"workbook.no_sheet", {}}, {"workbook.no_sheet.mend", {}});
        if (fault_) return *fault_;
        return workbook;
    }

private:
    enum class Needed { Yes, No };

    void refuse(const std::string& place, Message what, Message mend)
    {
        if (!fault_) fault_ = Fault{file_, place, std::move(what), std::move(mend)};
    }

    // The root of a part; an empty one where there is none that is needed.
    pugi::xml_node open(pugi::xml_document& document, const std::string& name, Needed needed)
    {
        if (fault_) return {};
        auto bytes = parts_(name);
        if (!bytes) {
            fault_ = bytes.fault();
            return {};
        }
        const auto& text = bytes.value();
        if (!text && needed == Needed::No) return {};
        if (!text || !document.load_buffer(text->data(), text->size())) {
            refuse(name, {"workbook.damaged", {}}, {"workbook.damaged.mend", {}});
            return {};
        }
        return document.document_element();
    }

    // The targets of a part's relations by their ids, seen from the root of the zip.
    std::map<std::string, Listed> relationsOf(const std::string& folder, const std::string& part, Needed needed)
    {
        pugi::xml_document document;
        std::map<std::string, Listed> relations;
        eachChild(open(document, folder + "_rels/" + part + ".rels", needed), "Relationship",
                  [&](const pugi::xml_node& node) {
                      std::string target(attributeOf(node, "Target"));
                      target = target.starts_with('/') ? target.substr(1) : folder + target;
                      const std::string_view type = attributeOf(node, "Type");
                      relations[std::string(attributeOf(node, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                                         std::move(target)};
                  });
        return relations;
    }

    std::vector<Listed> listed()
    {
        std::string main = "xl/workbook.xml";
        for (const auto& [id, relation] : relationsOf("", "", Needed::No))
            if (relation.name == "officeDocument") main = relation.part;
        folder_ = main.substr(0, main.rfind('/') + 1);
        const auto relations = relationsOf(folder_, main.substr(folder_.size()), Needed::Yes);
        pugi::xml_document document;
        std::vector<Listed> sheets;
        eachChild(childOf(open(document, main, Needed::Yes), "sheets"), "sheet", [&](const pugi::xml_node& node) {
            const auto relation = relations.find(std::string(attributeOf(node, "id")));
            const std::string_view state = attributeOf(node, "state");
            if (relation == relations.end() || relation->second.name != "worksheet") return;
            if ((state.empty() || state == "visible") && sheets.size() < kMostSheets)
                sheets.push_back({std::string(attributeOf(node, "name")), relation->second.part});
        });
        return sheets;
    }

    void readTexts()
    {
        pugi::xml_document document;
        eachChild(open(document, folder_ + "sharedStrings.xml", Needed::No), "si",
                  [&](const pugi::xml_node& item) { texts_.push_back(textOf(item)); });
    }

    void readStyles()
    {
        pugi::xml_document document;
        const pugi::xml_node root = open(document, folder_ + "styles.xml", Needed::No);
        std::map<std::string_view, Style> own;
        eachChild(childOf(root, "numFmts"), "numFmt", [&](const pugi::xml_node& node) {
            own[attributeOf(node, "numFmtId")] = styleOf(attributeOf(node, "formatCode"));
        });
        eachChild(childOf(root, "cellXfs"), "xf", [&](const pugi::xml_node& node) {
            const std::string_view id = attributeOf(node, "numFmtId");
            const auto found = own.find(id);
            styles_.push_back(found != own.end() ? found->second : knownStyle(indexIn(id).value_or(0)));
        });
    }

    Sheet readSheet(const Listed& listed)
    {
        Sheet sheet;
        sheet.name = listed.name;
        pugi::xml_document document;
        const pugi::xml_node root = open(document, listed.part, Needed::Yes);
        CellPlace next;
        eachChild(childOf(root, "sheetData"), "row", [&](const pugi::xml_node& row) {
            if (const auto number = indexIn(attributeOf(row, "r")); number && *number > 0) next.row = *number - 1;
            next.column = 0;
            eachChild(row, "c", [&](const pugi::xml_node& node) {
                next = placeIn(attributeOf(node, "r")).value_or(next);
                put(sheet, next, cellOf(node));
                ++next.column;
            });
            ++next.row;
        });
        eachChild(childOf(root, "mergeCells"), "mergeCell", [&](const pugi::xml_node& node) {
            const auto range = rangeIn(attributeOf(node, "ref"));
            if (range && sheet.merged.size() < kMostMerged) sheet.merged.push_back(*range);
        });
        return sheet;
    }

    void put(Sheet& sheet, const CellPlace& place, Cell cell)
    {
        if (cell.kind == CellKind::Empty || fault_) return;
        if (place.row >= kMostTableRows || place.column >= kMostTableColumns)
            return refuse(sheet.name + "!" + nameOf(place),
                          {"workbook.far_cell", {fmt::to_string(kMostTableRows), fmt::to_string(kMostTableColumns)}},
                          {"workbook.too_large.mend", {}});
        if (sheet.rows.size() <= place.row) sheet.rows.resize(place.row + 1);
        auto& row = sheet.rows[place.row];
        const std::size_t wide = std::max(row.size(), place.column + 1);
        cells_ += wide - row.size();
        bytes_ += cell.text.size();
        if (cells_ > kMostCells || bytes_ > kMostText)
            return refuse(sheet.name, {"workbook.too_large", {}}, {"workbook.too_large.mend", {}});
        row.resize(wide);
        row[place.column] = std::move(cell);
    }

    [[nodiscard]] Cell cellOf(const pugi::xml_node& node) const
    {
        const std::string_view type = attributeOf(node, "t");
        if (type == "inlineStr") return textCell(textOf(childOf(node, "is")));
        const std::string_view value = childOf(node, "v").child_value();
        if (type == "s") {
            const auto index = indexIn(value);
            return index && *index < texts_.size() ? textCell(texts_[*index]) : Cell{};
        }
        const auto number = type.empty() || type == "n" ? numberIn(value) : std::nullopt;
        if (!number) return textCell(trimmed(value)); // formulas' texts, errors, dates as text
        const auto style = indexIn(attributeOf(node, "s"));
        return shown(*number, style && *style < styles_.size() ? styles_[*style] : Style::Plain);
    }

    [[nodiscard]] static Cell shown(double number, Style style)
    {
        constexpr double kLastDay = 2'958'466.0; // of the year 9999: no date lies beyond it
        if (style == Style::Plain || number < 0.0 || number >= kLastDay) return numberCell(number);
        return timeCell((number - std::floor(number)) * kDay,
                        style == Style::Seconds ? Shows::Seconds : Shows::Minutes);
    }

    const ZipParts& parts_;
    std::string file_;
    std::string folder_;
    std::vector<std::string> texts_;
    std::vector<Style> styles_;
    std::size_t cells_ = 0;
    std::size_t bytes_ = 0;
    std::optional<Fault> fault_;
};

}

Result<Workbook> sheetsOf(const ZipParts& parts, const std::string& file)
{
    return Reading(parts, file).workbook();
}

Result<Workbook> parseXlsx(std::string_view bytes, const std::string& file)
{
    const auto parts = partsOfZip(bytes, file);
    if (!parts) return parts.fault();
    return sheetsOf(parts.value(), file);
}

}
