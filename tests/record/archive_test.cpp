#include "sim/record/archive.hpp"

#include "sim/base/system.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

class ArchiveFile : public ::testing::Test {
protected:
    [[nodiscard]] Archive open() const { return Archive::open(file, Opening::CreateIfMissing).value(); }

    OwnFolder folder;
    fs::path file = folder / "school.archive";
};

Document note(const std::string& key, const std::string& text)
{
    return {"note", key, 0, "2026-03-12", {}, {}, "三年级（2）班", "{\"text\": \"" + text + "\"}", {}};
}

int put(Archive& archive, const Document& document)
{
    return archive.put({&document, 1}).value().front();
}

TEST_F(ArchiveFile, KeepsEveryVersionAndMakesNoneForTheSame)
{
    Archive archive = open();
    EXPECT_EQ(put(archive, note("a", "first")), 1);
    EXPECT_EQ(put(archive, note("a", "second")), 2);
    EXPECT_EQ(put(archive, note("a", "second")), 2);
    EXPECT_EQ(archive.get("note", "a").value()->version, 2);
    EXPECT_EQ(archive.get("note", "a", 1).value()->body, note("a", "first").body);
    EXPECT_EQ(archive.list({}).value().size(), 1U);
    EXPECT_EQ(archive.list({"note", "", "", true, 10}).value().size(), 2U);
}

TEST_F(ArchiveFile, LetsNobodyOverwriteOrDelete)
{
    Archive archive = open();
    put(archive, note("a", "first"));
    ASSERT_TRUE(archive.addEvent("d", "{}", 1));
    EXPECT_FALSE(archive.database().execute("UPDATE document SET body = ''"));
    EXPECT_FALSE(archive.database().execute("DELETE FROM document"));
    EXPECT_FALSE(archive.database().execute("UPDATE event SET body = ''"));
    EXPECT_EQ(archive.get("note", "a").value()->body, note("a", "first").body);
}

TEST_F(ArchiveFile, FindsChineseWordsOfOneTwoAndMoreCharacters)
{
    Archive archive = open();
    put(archive, note("a", "西侧楼梯口出现拥挤，S1 楼梯清空较慢"));
    put(archive, note("b", "操场集合"));
    for (const char* words : {"挤", "拥挤", "楼梯口", "西侧楼梯口出现", "s1", "拥挤 S1", "三年级"})
        EXPECT_FALSE(archive.search(words, 10).value().empty()) << words;
    EXPECT_EQ(archive.search("拥挤", 10).value().front().key, "a");
    EXPECT_NE(archive.search("拥挤", 10).value().front().body.find("楼梯口出现拥挤"), std::string::npos);
    for (const char* words : {"挤拥", "梯楼", "食堂", "拥挤 食堂", "", "\"", "*", "a OR b"})
        EXPECT_TRUE(archive.search(words, 10).value().empty()) << words;
}

TEST_F(ArchiveFile, IsBackedUpAndRestoredWhole)
{
    Archive archive = open();
    put(archive, note("a", "first"));
    const fs::path backup = folder / "backup";
    ASSERT_TRUE(archive.backup(backup));
    EXPECT_FALSE(archive.backup(backup)) << "nothing is overwritten";
    const fs::path again = folder / "again";
    ASSERT_TRUE(restoreArchive(backup, again));
    EXPECT_EQ(Archive::open(again, Opening::Existing).value().check().value(), 1);
    EXPECT_FALSE(restoreArchive(backup, file));
    std::string bytes = readFile(backup, 1 << 24).value();
    for (std::size_t i = bytes.size() / 2; i < bytes.size(); ++i) bytes[i] = 'x';
    ASSERT_TRUE(writeFile(backup, bytes));
    EXPECT_FALSE(restoreArchive(backup, folder / "third"));
    EXPECT_FALSE(fs::exists(folder / "third"));
}

TEST_F(ArchiveFile, RefusesWhatIsNoArchiveAndWhatIsNewer)
{
    ASSERT_TRUE(writeFile(folder / "text", std::string(5000, 'x')));
    EXPECT_EQ(Archive::open(folder / "text", Opening::Existing).fault().what.key, "record.archive.not_one");
    EXPECT_EQ(Archive::open(folder / "none", Opening::Existing).fault().what.key, "record.archive.missing");
    auto other = Database::open(folder / "other", Opening::CreateIfMissing);
    ASSERT_TRUE(other.value().script("CREATE TABLE t (a)"));
    EXPECT_EQ(Archive::open(folder / "other", Opening::Existing).fault().what.key, "record.archive.not_one");
    {
        Archive archive = open();
        ASSERT_TRUE(archive.database().script("PRAGMA user_version = 99"));
    }
    EXPECT_EQ(Archive::open(file, Opening::Existing).fault().what.key, "record.archive.newer");
}

TEST_F(ArchiveFile, NoticesABodyThatWasChangedBehindItsBack)
{
    Archive archive = open();
    put(archive, note("a", "first"));
    ASSERT_TRUE(archive.database().script("DROP TRIGGER document_stays; UPDATE document SET body = 'other'"));
    EXPECT_EQ(archive.check().fault().what.key, "record.archive.damaged");
}

TEST_F(ArchiveFile, CountsEventsOfEachDrill)
{
    Archive archive = open();
    EXPECT_EQ(archive.addEvent("d", "{}", 5).value(), 1);
    EXPECT_EQ(archive.addEvent("d", "{}", 6).value(), 2);
    EXPECT_EQ(archive.addEvent("other", "{}", 7).value(), 1);
    EXPECT_EQ(archive.events("d").value().size(), 2U);
}

}
}
