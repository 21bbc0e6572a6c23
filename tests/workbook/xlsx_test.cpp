#include "sim/workbook/xlsx_read.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <map>

namespace stairwise {
namespace {

using ::testing::ElementsAre;
using Named = std::map<std::string, std::string>;

constexpr const char* kRelations =
    R"(<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/one.xml"/>
       <Relationship Id="r2" Type="http://x/worksheet" Target="/xl/worksheets/two.xml"/>
       <Relationship Id="r3" Type="http://x/chartsheet" Target="chart.xml"/></Relationships>)";

/// A file of one sheet whose rows are given as XML.
Named oneSheet(const std::string& rows)
{
    return {{"xl/workbook.xml", R"(<workbook><sheets><sheet name="放学" r:id="r1"/></sheets></workbook>)"},
            {"xl/_rels/workbook.xml.rels", kRelations},
            {"xl/worksheets/one.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

Result<Workbook> read(const Named& parts)
{
    const ZipParts find = [&parts](const std::string& name) -> Result<std::optional<std::string>> {
        const auto found = parts.find(name);
        return found == parts.end() ? std::optional<std::string>{} : std::optional(found->second);
    };
    return sheetsOf(find, "plan.xlsx");
}

std::vector<std::string> firstRow(const Named& parts)
{
    const auto workbook = read(parts);
    EXPECT_TRUE(workbook);
    std::vector<std::string> texts;
    for (const Cell& cell : workbook.value().sheets.at(0).rows.at(0)) texts.push_back(cell.text);
    return texts;
}

TEST(Xlsx, ReadsSharedInlineAndFormulaTexts)
{
    Named parts = oneSheet(R"(<row><c t="s"><v>1</v></c><c t="inlineStr"><is><t> 东梯 </t></is></c>
        <c t="str"><f>A1</f><v>算出</v></c><c><v>45</v></c><c t="s"><v>9</v></c><c t="e"><v>#REF!</v></c></row>)");
    parts["xl/sharedStrings.xml"] =
        "<sst><si><t>x</t></si><si><r><t>三</t></r><r><t>（2）班</t></r><rPh><t>san</t></rPh></si></sst>";
    EXPECT_THAT(firstRow(parts), ElementsAre("三（2）班", "东梯", "算出", "45", "", "#REF!"));
}

TEST(Xlsx, ShowsNumbersAsTheirFormatDoes)
{
    Named parts = oneSheet(R"(<row><c s="0"><v>0.5</v></c><c s="1"><v>45000.694444444445</v></c>
        <c s="2"><v>0.6947916666666667</v></c><c s="3"><v>0.0006944444444444445</v></c><c s="4"><v>3</v></c></row>)");
    parts["xl/styles.xml"] = R"(<styleSheet><numFmts>
        <numFmt numFmtId="170" formatCode="[$-F400]h:mm:ss\ AM/PM"/><numFmt numFmtId="171" formatCode="mm:ss"/>
        <numFmt numFmtId="172" formatCode="0&quot;class hours&quot;"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="20"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>
        </cellXfs></styleSheet>)";
    EXPECT_THAT(firstRow(parts), ElementsAre("0.5", "16:40", "16:40:30", "0:01:00", "3"));
}

TEST(Xlsx, PutsCellsWhereTheyAreSaidToStand)
{
    const auto workbook =
        read(oneSheet(R"(<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)"));
    ASSERT_TRUE(workbook);
    const Sheet& sheet = workbook.value().sheets.at(0);
    EXPECT_EQ(cellAt(sheet, {2, 2}).text, "1");
    EXPECT_EQ(cellAt(sheet, {2, 3}).text, "2");
    EXPECT_EQ(cellAt(sheet, {3, 0}).text, "3");
    EXPECT_EQ(cellAt(sheet, {99, 99}).kind, CellKind::Empty);
}

TEST(Xlsx, ReportsMergedCells)
{
    Named parts = oneSheet("<row><c><v>1</v></c></row>");
    parts["xl/worksheets/one.xml"] = R"(<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>
        <x:mergeCells><x:mergeCell ref="B3:B5"/><x:mergeCell ref="nonsense"/></x:mergeCells></x:worksheet>)";
    const auto workbook = read(parts);
    ASSERT_TRUE(workbook);
    EXPECT_THAT(workbook.value().sheets.at(0).merged, ElementsAre(CellRange{{2, 1}, {4, 1}}));
}

TEST(Xlsx, LeavesOutHiddenSheetsAndCharts)
{
    Named parts = oneSheet("<row><c><v>1</v></c></row>");
    parts["xl/worksheets/two.xml"] = "<worksheet/>";
    parts["xl/workbook.xml"] = R"(<workbook><sheets><sheet name="a" r:id="r1" state="hidden"/>
        <sheet name="b" r:id="r2"/><sheet name="c" r:id="r3"/><sheet name="d" r:id="r9"/></sheets></workbook>)";
    const auto workbook = read(parts);
    ASSERT_TRUE(workbook);
    ASSERT_EQ(workbook.value().sheets.size(), 1U);
    EXPECT_EQ(workbook.value().sheets[0].name, "b");
}

TEST(Xlsx, RefusesWhatIsMissingBrokenOrFarTooLarge)
{
    const auto why = [](const Named& parts) { return std::string(read(parts).fault().what.key); };
    const Named whole = oneSheet("");
    for (const auto& [name, text] : whole) {
        Named parts = whole;
        parts.erase(name);
        EXPECT_EQ(why(parts), "workbook.damaged") << name;
        parts[name] = "<not closed";
        EXPECT_EQ(why(parts), "workbook.damaged") << name;
    }
    EXPECT_EQ(why(oneSheet(R"(<row><c r="A1048576"><v>1</v></c></row>)")), "workbook.far_cell");
    EXPECT_EQ(why(oneSheet(R"(<row><c r="XFD1"><v>1</v></c></row>)")), "workbook.far_cell");
    std::string wide;
    for (int row = 1; row <= 10'000; ++row)
        wide += "<row r=\"" + std::to_string(row) + "\"><c r=\"CV" + std::to_string(row) + "\"><v>1</v></c></row>";
    EXPECT_TRUE(read(oneSheet(wide))) << "a million cells are let through";
    Named shared = oneSheet("");
    shared["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(1U << 20U, 'a') + "</t></si></sst>";
    for (int i = 0; i < 90; ++i) shared["xl/worksheets/one.xml"].insert(22, "<row><c t=\"s\"><v>0</v></c></row>");
    EXPECT_EQ(why(shared), "workbook.too_large") << "many cells, one text";
}

std::string zipOf(const Named& parts)
{
    zip_error_t error;
    zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* zip = zip_open_from_source(out, ZIP_TRUNCATE, &error);
    zip_source_keep(out);
    for (const auto& [name, text] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    zip_close(zip);
    zip_stat_t stat;
    zip_source_stat(out, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(out);
    zip_source_read(out, bytes.data(), bytes.size());
    zip_source_close(out);
    zip_source_free(out);
    return bytes;
}

TEST(Xlsx, IsNotBlownUpByASmallFile)
{
    Named parts = oneSheet("");
    parts["xl/worksheets/one.xml"] = std::string(100U << 20U, ' ');
    const std::string bytes = zipOf(parts);
    ASSERT_LT(bytes.size(), kMostWorkbookBytes);
    EXPECT_EQ(std::string(parseXlsx(bytes, "bomb.xlsx").fault().what.key), "workbook.too_large");
}

// Four bytes of each entry of the directory say how large its part would be.
TEST(Xlsx, IsNotBlownUpByWhatItStates)
{
    std::string bytes = zipOf(oneSheet("<row><c><v>1</v></c></row>"));
    for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos; at = bytes.find("PK\x01\x02", at + 1))
        bytes.replace(at + 24, 4, "\xfe\xff\xff\xff");
    const auto read = parseXlsx(bytes, "bomb.xlsx");
    EXPECT_TRUE(read || read.fault().what.key == "workbook.damaged");
}

TEST(Xlsx, OfAHundredThousandPartsIsRefused)
{
    Named parts = oneSheet("<row><c><v>1</v></c></row>");
    for (int i = 0; i < 100'000; ++i) parts["a/" + std::to_string(i)] = "";
    const std::string bytes = zipOf(parts);
    ASSERT_LT(bytes.size(), kMostWorkbookBytes);
    EXPECT_EQ(std::string(parseXlsx(bytes, "many.xlsx").fault().what.key), "workbook.too_large");
}

TEST(Xlsx, SurvivesEveryCutAndEveryWrongByte)
{
    const std::string whole = zipOf(oneSheet("<row><c><v>1</v></c></row>"));
    ASSERT_TRUE(parseXlsx(whole, "plan.xlsx"));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(parseXlsx(whole.substr(0, length), "cut.xlsx")) << length;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        static_cast<void>(parseXlsx(changed, "changed.xlsx"));
    }
}

}
}
