#include "sim/words/words.hpp"

#include "sim/words/word_in.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

TEST(Words, FillTheirPlaces)
{
    EXPECT_EQ(say({"file.too_large", {"200.0", "64.0"}}, Language::English),
              "the file holds 200.0 MB, more than the 64.0 MB that are read");
    EXPECT_EQ(say({"finding.measured", {"0.8 m", "0.9 m"}}, Language::Chinese), "实测 0.8 m，要求 0.9 m");
}

TEST(Words, LeaveWhatIsFilledAlone)
{
    EXPECT_EQ(say({"file.cannot_write", {"{0}"}}, Language::English), "cannot be written: {0}");
}

TEST(Words, OfTheTableInAPlaceAreSaidInTheLanguageOfTheWhole)
{
    const Message lacks{"record.receive.plan_field", {wordIn("plan.commander"), "commander"}};
    EXPECT_EQ(say(lacks, Language::English), "the plan does not say: Drill commander (commander)");
    EXPECT_EQ(say(lacks, Language::Chinese), "演练方案未填写：总指挥（commander）");
    EXPECT_EQ(say({"record.receive.part", {wordIn("no_such_key")}}, Language::English), "no_such_key is missing");
}

TEST(Words, AnUnknownKeyIsABug)
{
    EXPECT_DEATH((void)say("no_such_key", Language::English), "no text for \"no_such_key\"");
}

TEST(Words, LanguageComesFromItsCode)
{
    EXPECT_EQ(languageOf("zh_CN.UTF-8"), Language::Chinese);
    EXPECT_EQ(languageOf("zh"), Language::Chinese);
    EXPECT_EQ(languageOf("en_GB.UTF-8"), Language::English);
    EXPECT_EQ(languageOf("C.UTF-8"), Language::English);
    EXPECT_EQ(languageOf(""), Language::English);
}

TEST(Words, AFaultIsOneLine)
{
    const Fault fault{"a.json", "classes[2].pupils", {"file.missing", {}}, {"file.missing.mend", {}}};
    EXPECT_EQ(line(fault, Language::English),
              "a.json: classes[2].pupils: there is no such file; check the name and the folder");
    const Fault broken{"a\nb", "", {"file.cannot_read", {}}, {}};
    EXPECT_EQ(line(broken, Language::English), "a b: the file cannot be read");
}

TEST(Words, AFindingNamesElementValuesAndSource)
{
    Finding finding;
    finding.severity = Severity::Error;
    finding.rule = "door.width";
    finding.source = "GB 50099-2011 8.1.8";
    finding.element = "D12";
    finding.storey = "F1";
    finding.measured = "0.80 m";
    finding.required = "0.90 m";
    finding.what = {"file.cannot_read", {}};
    finding.mend = {"file.cannot_read.mend", {}};
    EXPECT_EQ(line(finding, Language::English), "error: D12 (F1): the file cannot be read; measured 0.80 m, required "
                                                "0.90 m (GB 50099-2011 8.1.8); check its permissions");
    finding.measured.clear();
    finding.source.clear();
    EXPECT_EQ(line(finding, Language::Chinese), "错误：D12 (F1)：文件无法读取；请检查文件权限");
}

}
}
