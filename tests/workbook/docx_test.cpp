#include "sim/workbook/docx.hpp"

#include "sim/workbook/zip_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using ::testing::ElementsAre;

Writing paper()
{
    return {"foot",
            {TitlePart{"演练方案"}, FieldPart{"总指挥", "李 & 王 <校长>"}, FieldPart{"信号", ""}, HeadingPart{"分工"},
             TablePart{{0.5, 0.5}, {"组", "职责"}, {{"疏散组", "一\n二"}, {"救护组", ""}}},
             SignaturesPart{{"编制人"}, "公章"}}};
}

TEST(Docx, GivesBackItsTables)
{
    const auto bytes = formatDocx(paper(), "p.docx");
    ASSERT_TRUE(bytes);
    EXPECT_TRUE(isDocx(bytes.value()));
    const auto tables = tablesInDocx(bytes.value(), "p.docx");
    ASSERT_TRUE(tables);
    ASSERT_EQ(tables.value().size(), 2U);
    EXPECT_THAT(tables.value()[0], ElementsAre(ElementsAre("总指挥", "李 & 王 <校长>"), ElementsAre("信号", "")));
    EXPECT_THAT(tables.value()[1],
                ElementsAre(ElementsAre("组", "职责"), ElementsAre("疏散组", "一\n二"), ElementsAre("救护组", "")));
}

TEST(Docx, IsTheSameBytesForTheSamePaper)
{
    EXPECT_EQ(formatDocx(paper(), "a").value(), formatDocx(paper(), "b").value());
}

// What a word processor makes of it: other prefixes, text in pieces, a struck word, a table within a cell.
TEST(Docx, IsReadAsWordProcessorsWriteIt)
{
    const ZipPart parts[] = {
        {"word/document.xml",
         "<x:document xmlns:x=\"u\"><x:body><x:p><x:r><x:t>not this</x:t></x:r></x:p><x:tbl><x:tr><x:tc><x:p><x:r>"
         "<x:t>a</x:t></x:r><x:del><x:r><x:delText>gone</x:delText></x:r></x:del><x:ins><x:r><x:t "
         "xml:space=\"preserve\">"
         " b</x:t></x:r></x:ins></x:p><x:p><x:r><x:t>c</x:t></x:r></x:p></"
         "x:tc><x:tc><x:tbl><x:tr><x:tc><x:p><x:r><x:t>in"
         "</x:t></x:r></x:p></x:tc></x:tr></x:tbl></x:tc></x:tr></x:tbl></x:body></x:document>"}};
    const auto tables = tablesInDocx(officeZip(parts, "t").value(), "t.docx");
    ASSERT_TRUE(tables);
    EXPECT_THAT(tables.value(), ElementsAre(ElementsAre(ElementsAre("a b\nc", "in"))));
}

TEST(Docx, ThatIsDamagedIsRefusedInOneLine)
{
    const std::string whole = formatDocx(paper(), "p.docx").value();
    const ZipPart broken[] = {{"word/document.xml", "<w:document><w:body>"}};
    const ZipPart other[] = {{"xl/workbook.xml", "<workbook/>"}};
    for (const std::string& bytes : {std::string(), std::string("PK\x03\x04"), whole.substr(0, whole.size() / 2),
                                     officeZip(broken, "b").value(), officeZip(other, "o").value()}) {
        const auto tables = tablesInDocx(bytes, "p.docx");
        ASSERT_FALSE(tables);
        EXPECT_EQ(tables.fault().file, "p.docx");
        EXPECT_EQ(tables.fault().what.key, "docx.damaged");
    }
}

}
}
