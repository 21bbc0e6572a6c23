#include "sim/base/system.hpp"
#include "sim/record/bureau_lists.hpp"
#include "sim/words/words.hpp"
#include "tests/files.hpp"
#include "tests/record/sample.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

constexpr Date kOnTime{2026, 3, 21};

class Bureau : public ::testing::Test {
protected:
    void SetUp() override
    {
        fs::remove(file);
        archive.emplace(Archive::open(file, Opening::CreateIfMissing).value());
        const BureauSchool school{"S100", "实验学校", "市", "县", "", key.publicKey};
        ASSERT_TRUE(enrol(*archive, {&school, 1}));
    }
    Receipt take(const std::string& bytes, const Date& day = kOnTime)
    {
        return receive(*archive, bytes, "p.drill", day).value();
    }
    static std::string why(const Receipt& receipt)
    {
        return receipt.fault ? std::string(receipt.fault->what.key) : std::string("taken");
    }

    OwnFolder folder;
    fs::path file = folder / "bureau.archive";
    std::optional<Archive> archive;
    KeyPair key = newKeyPair();
};

TEST_F(Bureau, AcceptsAWholePackageAndKnowsItAgain)
{
    const std::string package = sample::package({}, key);
    const Receipt receipt = take(package);
    EXPECT_EQ(receipt.verdict, Receiving::Accepted);
    EXPECT_FALSE(receipt.late);
    EXPECT_EQ(take(package).verdict, Receiving::Duplicate);
    EXPECT_EQ(filingsOf(*archive, "S100").value().size(), 1U);
}

TEST_F(Bureau, SendsBackWhatIsNotWholeAndTakesItsCorrection)
{
    sample::Filing filing;
    filing.complete = false;
    const Receipt first = take(sample::package(filing, key));
    EXPECT_EQ(first.verdict, Receiving::SentBack);
    EXPECT_EQ(first.reasons.size(), 4U);
    const Receipt second = take(sample::package({2, first.sha256}, key));
    EXPECT_EQ(second.verdict, Receiving::Accepted);
    const auto lines = filingsOf(*archive, "S100").value();
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].steps[0].state, "received");
    EXPECT_EQ(lines[0].steps[1].state, "sent_back");
    EXPECT_EQ(lines[1].steps[0].state, "sent_again");
    EXPECT_EQ(lines[1].steps[1].state, "accepted");
}

TEST_F(Bureau, SpeaksTheLanguageThatIsAsked)
{
    sample::Filing filing;
    filing.commander.clear();
    const std::string package = sample::package(filing, key);
    const Receipt lacks = take(package);
    ASSERT_EQ(lacks.reasons.size(), 1U);
    EXPECT_EQ(say(lacks.reasons[0], Language::English), "the plan does not say: Drill commander (commander)");
    EXPECT_EQ(say(lacks.reasons[0], Language::Chinese), "演练方案未填写：总指挥（commander）");
    const Receipt again = take(package);
    ASSERT_EQ(again.remarks.size(), 1U);
    EXPECT_EQ(say(again.remarks[0], Language::English), "received before; it is \"sent back for correction\"");
    EXPECT_EQ(say(again.remarks[0], Language::Chinese), "此前已收到；状态为“退回补正”");
}

TEST_F(Bureau, RefusesAnOlderVersionAgainAndOneThatNamesAnotherBefore)
{
    const std::string first = sample::package({}, key);
    const Receipt receipt = take(first);
    EXPECT_EQ(why(take(sample::package({2, std::string(64, '0')}, key))), "record.receive.other_before");
    EXPECT_EQ(take(sample::package({2, receipt.sha256}, key)).verdict, Receiving::Accepted);
    EXPECT_EQ(take(first).verdict, Receiving::Duplicate) << "the very bytes that came before";
    sample::Filing other;
    other.complete = false;
    EXPECT_EQ(why(take(sample::package(other, key))), "record.receive.same_version");
    EXPECT_EQ(filingsOf(*archive, "S100").value().size(), 2U) << "nothing of the refused was recorded";
}

TEST_F(Bureau, RefusesAnOldPackageThatItNeverSawWhereANewerIsThere)
{
    EXPECT_EQ(take(sample::package({3, std::string(64, '0')}, key)).verdict, Receiving::Accepted);
    EXPECT_EQ(why(take(sample::package({2, std::string(64, '0')}, key))), "record.receive.replayed");
}

TEST_F(Bureau, RefusesAnotherKeyAndASchoolItDoesNotKnow)
{
    EXPECT_EQ(why(take(sample::package({}, newKeyPair()))), "record.receive.other_key");
    const BureauSchool without{"S100", "实验学校", "市", "县", "", ""};
    ASSERT_TRUE(enrol(*archive, {&without, 1}));
    EXPECT_EQ(why(take(sample::package({}, key))), "record.receive.unknown_school");
}

TEST_F(Bureau, SaysWhatIsLate)
{
    EXPECT_FALSE(take(sample::package({}, key), Date{2026, 4, 11}).late) << "thirty days after the drill";
    sample::Filing other;
    other.drill = "2026-03-other";
    EXPECT_TRUE(take(sample::package(other, key), Date{2026, 4, 12}).late);
}

TEST_F(Bureau, ListsWhoHasFiledAndWhoHasNot)
{
    const BureauSchool second{"S200", "第二小学", "市", "", "", ""};
    ASSERT_TRUE(enrol(*archive, {&second, 1}));
    (void)take(sample::package({}, key));
    ListAsk ask{Date{2026, 3, 1}, Date{2026, 3, 31}, kOnTime, Shown::NotFiled, ""};
    const auto missing = schoolList(*archive, ask).value();
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].id, "S200");
    ask.shown = Shown::Filed;
    EXPECT_EQ(schoolList(*archive, ask).value().at(0).id, "S100");
    const auto figures = figuresFor(*archive, Date{2026, 1, 1}, Date{2026, 12, 31}).value();
    EXPECT_EQ(figures.back().schools, 2);
    EXPECT_EQ(figures.back().schoolsFiled, 1);
    EXPECT_EQ(figures.back().present, 234);
}

TEST_F(Bureau, SendsBackByHandWithAReason)
{
    (void)take(sample::package({}, key));
    ASSERT_TRUE(decide(*archive, {"S100", "2026-03-fire", FilingState::SentBack, "李科长", "照片不清"}));
    EXPECT_FALSE(decide(*archive, {"S100", "none", FilingState::SentBack, "", "x"}));
    const auto lines = filingsOf(*archive, "S100").value();
    EXPECT_EQ(lines[0].steps.back().state, "sent_back");
    EXPECT_EQ(lines[0].steps.back().reasons, "照片不清");
}

TEST(Schools, AreReadFromATableWithTheirKeys)
{
    const std::string table =
        "代码,校名,市,县区,所属学校,公钥\nS1,一小,市,县,,\nS2,二小,市,,S1," + std::string(64, 'a');
    EXPECT_EQ(schoolsFrom(table, "t").value().size(), 2U);
    for (const char* bad : {"", "S1,一小\nS1,二小", "一小,一小", "S1,", "S1,一小,,,,abc"})
        EXPECT_FALSE(schoolsFrom(bad, "t")) << bad;
}

}
}
