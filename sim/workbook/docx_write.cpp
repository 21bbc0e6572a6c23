#include "sim/workbook/docx.hpp"

#include "sim/base/xml.hpp"
#include "sim/workbook/zip_parts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace stairwise {
namespace {

// Twentieths of a point, as the format counts.
constexpr int kPageWide = 11906; // A4
constexpr int kPageHigh = 16838;
constexpr int kMargin = 1020; // 18 mm, as the printed papers
constexpr int kWide = kPageWide - 2 * kMargin;

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view kSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

constexpr std::string_view kTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>)";
constexpr std::string_view kRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";
constexpr std::string_view kInnerRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>)";

std::string runOf(const std::string& text)
{
    std::string out = "<w:r>";
    std::size_t from = 0;
    for (std::size_t end = 0; end != std::string::npos; from = end + 1) {
        end = text.find('\n', from);
        if (from > 0) out += "<w:br/>";
        out += "<w:t xml:space=\"preserve\">" + xmlText(text.substr(from, end - from)) + "</w:t>";
    }
    return out + "</w:r>";
}

std::string paragraph(std::string_view style, const std::string& text)
{
    return fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}</w:p>", style, runOf(text));
}

std::vector<int> widthsOf(const std::vector<double>& shares)
{
    std::vector<int> widths;
    for (const double share : shares) widths.push_back(static_cast<int>(std::lround(share * kWide)));
    return widths;
}

std::string rowOf(const std::vector<int>& widths, const std::vector<std::string>& cells, bool head, double least)
{
    std::string out = "<w:tr><w:trPr><w:cantSplit/>";
    if (least > 0.0) out += fmt::format("<w:trHeight w:val=\"{}\"/>", std::lround(20.0 * least));
    out += head ? "<w:tblHeader/></w:trPr>" : "</w:trPr>";
    for (std::size_t i = 0; i < widths.size(); ++i) {
        out += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", widths[i]);
        if (head) out += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EBEBEB\"/>";
        out += "</w:tcPr>" + paragraph("Cell", i < cells.size() ? cells[i] : std::string()) + "</w:tc>";
    }
    return out + "</w:tr>";
}

std::string tableOf(const std::vector<double>& shares, const std::string& rows)
{
    std::string out = fmt::format("<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>", kWide);
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        out += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"969696\"/>", side);
    out += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (const int width : widthsOf(shares)) out += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
    return out + "</w:tblGrid>" + rows + "</w:tbl>" + paragraph("Gap", {});
}

/// The body of the document; fields that follow one another are gathered.
class Body {
public:
    std::string of(const Writing& writing)
    {
        for (const WritingPart& part : writing.parts) {
            if (!std::holds_alternative<FieldPart>(part)) putFields();
            std::visit([this](const auto& one) { put(one); }, part);
        }
        putFields();
        return std::move(out_);
    }

private:
    void put(const TitlePart& part) { out_ += paragraph("Title", part.text); }
    void put(const HeadingPart& part) { out_ += paragraph("Heading1", part.text); }
    void put(const ParagraphPart& part) { out_ += paragraph("Normal", part.text); }
    void put(const ItemPart& part) { out_ += paragraph("Item", "• " + part.text); }
    void put(const NewPagePart&) { out_ += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"; }
    void put(const FieldPart& part) { fields_ += rowOf(widthsOf(kFieldShares), {part.name, part.text}, false, 0.0); }
    void put(const TablePart& part)
    {
        const auto widths = widthsOf(part.shares);
        std::string rows = rowOf(widths, part.head, true, 0.0);
        for (const auto& row : part.rows) rows += rowOf(widths, row, false, part.least);
        out_ += tableOf(part.shares, rows);
    }
    void put(const SignaturesPart& part)
    {
        for (const std::string& who : part.who) out_ += paragraph("Sign", who + "：＿＿＿＿＿＿＿＿＿＿＿＿");
        out_ += paragraph("Sign", part.stamp);
    }
    void putFields()
    {
        if (!fields_.empty()) out_ += tableOf(kFieldShares, fields_);
        fields_.clear();
    }

    inline static const std::vector<double> kFieldShares = {0.22, 0.78};
    std::string out_;
    std::string fields_;
};

std::string documentOf(const Writing& writing)
{
    return fmt::format(
        "{}<w:document xmlns:w=\"{}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<w:body>{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"/>"
        "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"500\" w:footer=\"500\" "
        "w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        kHead, kSpace, Body().of(writing), kPageWide, kPageHigh, kMargin, kMargin, kMargin, kMargin);
}

std::string styleOf(std::string_view id, std::string_view name, int halfPoints, bool bold, int before, int after)
{
    return fmt::format("<w:style w:type=\"paragraph\" w:styleId=\"{0}\"{5}><w:name w:val=\"{1}\"/><w:pPr><w:spacing "
                       "w:before=\"{2}\" w:after=\"{3}\"/>{6}</w:pPr><w:rPr>{4}<w:sz w:val=\"{7}\"/><w:szCs "
                       "w:val=\"{7}\"/></w:rPr></w:style>",
                       id, name, before, after, bold ? "<w:b/>" : "", id == "Normal" ? " w:default=\"1\"" : "",
                       id == "Heading1" ? "<w:outlineLvl w:val=\"0\"/>" : "", halfPoints);
}

std::string stylesOf()
{
    // Songti is what Chinese offices write in; every system of theirs has it under this name or puts its own for it.
    return fmt::format("{}<w:styles xmlns:w=\"{}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New "
                       "Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\"/><w:lang w:val=\"en-US\" "
                       "w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>{}{}{}{}{}{}{}</w:styles>",
                       kHead, kSpace, styleOf("Normal", "Normal", 21, false, 0, 80),
                       styleOf("Title", "Title", 36, true, 0, 200), styleOf("Heading1", "heading 1", 26, true, 200, 80),
                       styleOf("Item", "Item", 21, false, 0, 40), styleOf("Cell", "Cell", 18, false, 20, 20),
                       styleOf("Gap", "Gap", 8, false, 0, 0), styleOf("Sign", "Sign", 21, false, 160, 0));
}

std::string footerOf(const Writing& writing)
{
    return fmt::format("{}<w:ftr xmlns:w=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr>{}<w:r><w:t "
                       "xml:space=\"preserve\">    </w:t></w:r><w:fldSimple w:instr=\" PAGE "
                       "\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>",
                       kHead, kSpace, runOf(writing.foot));
}

}

Result<std::string> formatDocx(const Writing& writing, const std::string& file)
{
    const ZipPart parts[] = {{"[Content_Types].xml", std::string(kHead) + std::string(kTypes)},
                             {"_rels/.rels", std::string(kHead) + std::string(kRelations)},
                             {"word/document.xml", documentOf(writing)},
                             {"word/_rels/document.xml.rels", std::string(kHead) + std::string(kInnerRelations)},
                             {"word/styles.xml", stylesOf()},
                             {"word/footer1.xml", footerOf(writing)}};
    return officeZip(parts, file);
}

}
