#include "sim/base/system.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sys/resource.h>
#include <unistd.h>

namespace stairwise {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kEnough = 1'000'000;

/// A folder of its own for each test, gone afterwards.
class InAFolder : public testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (fs::temp_directory_path() / "stairwise.XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
    }
    void TearDown() override
    {
        fs::permissions(folder_, fs::perms::owner_all);
        fs::remove_all(folder_);
    }
    [[nodiscard]] fs::path path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] static std::set<std::string> namesIn(const fs::path& folder)
    {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
        return names;
    }
    [[nodiscard]] static std::string textOf(const fs::path& file) { return readFile(file, kEnough).value(); }

    fs::path folder_;
};

/// While it lives, no file can grow beyond so many bytes: the nearest thing to a full disk without being root.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int) = SIG_DFL;
};

using ReadFile = InAFolder;
using WriteFile = InAFolder;
using StagedFolder = InAFolder;

TEST_F(ReadFile, GivesEveryByte)
{
    const std::string bytes("a\0\r\n\xff", 5);
    ASSERT_TRUE(writeFile(path("x"), bytes).ok());
    EXPECT_EQ(textOf(path("x")), bytes);
    ASSERT_TRUE(writeFile(path("empty"), "").ok());
    EXPECT_EQ(textOf(path("empty")), "");
}

TEST_F(ReadFile, RefusesWhatIsMissing)
{
    const auto read = readFile(path("nothing"), kEnough);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.fault().what.key, "file.missing");
    EXPECT_EQ(read.fault().file, path("nothing").string());
    EXPECT_FALSE(read.fault().mend.key.empty());
}

TEST_F(ReadFile, RefusesAFolderAndADevice)
{
    EXPECT_EQ(readFile(folder_, kEnough).fault().what.key, "file.not_regular");
    EXPECT_EQ(readFile("/dev/zero", kEnough).fault().what.key, "file.not_regular");
}

TEST_F(ReadFile, RefusesOneByteTooMany)
{
    ASSERT_TRUE(writeFile(path("x"), "12345").ok());
    EXPECT_TRUE(readFile(path("x"), 5).ok());
    EXPECT_EQ(readFile(path("x"), 4).fault().what.key, "file.too_large");
}

TEST_F(ReadFile, RefusesAHugeFileWithoutReadingIt)
{
    std::ofstream(path("huge")).close();
    fs::resize_file(path("huge"), std::uintmax_t{1} << 40); // sparse
    const auto read = readFile(path("huge"), kEnough);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.fault().what.args.at(1), "1.0");
}

TEST_F(WriteFile, ReplacesTheOldFileAndLeavesNothingBeside)
{
    ASSERT_TRUE(writeFile(path("x"), "old").ok());
    ASSERT_TRUE(writeFile(path("x"), "new").ok());
    EXPECT_EQ(textOf(path("x")), "new");
    EXPECT_EQ(namesIn(folder_), std::set<std::string>{"x"});
}

TEST_F(WriteFile, KeepsTheOldFileWhenTheDiskIsFull)
{
    ASSERT_TRUE(writeFile(path("x"), "old").ok());
    {
        const SmallDisk disk(1000);
        const auto written = writeFile(path("x"), std::string(5000, 'n'));
        ASSERT_FALSE(written.ok());
        EXPECT_EQ(written.fault().what.key, "file.cannot_write");
        EXPECT_FALSE(written.fault().mend.key.empty());
    }
    EXPECT_EQ(textOf(path("x")), "old");
    EXPECT_EQ(namesIn(folder_), std::set<std::string>{"x"});
}

TEST_F(WriteFile, NamesAFolderThatCannotBeWritten)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    const auto written = writeFile(path("x"), "new");
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.fault().file, path("x").string());
}

TEST_F(WriteFile, RefusesAMissingFolderAndAFolderOfThatName)
{
    EXPECT_FALSE(writeFile(path("none/x"), "new").ok());
    fs::create_directory(path("d"));
    EXPECT_EQ(writeFile(path("d"), "new").fault().what.key, "file.not_regular");
    EXPECT_EQ(namesIn(folder_), std::set<std::string>{"d"});
}

TEST_F(WriteFile, DoesNotTakeThePlaceOfADevice)
{
    ASSERT_FALSE(writeFile("/dev/null", "new").ok());
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(StagedFolder, AppearsAsAWholeWhenCommitted)
{
    auto staging = Staging::open(path("a/b/out"));
    ASSERT_TRUE(staging.ok());
    ASSERT_TRUE(staging.value().write("one", "1").ok());
    EXPECT_FALSE(fs::exists(path("a/b/out")));
    ASSERT_TRUE(staging.value().commit().ok());
    EXPECT_EQ(namesIn(path("a/b/out")), std::set<std::string>{"one"});
    EXPECT_EQ(namesIn(path("a/b")), std::set<std::string>{"out"});
}

TEST_F(StagedFolder, LeavesNothingWithoutCommit)
{
    {
        auto staging = Staging::open(path("a/b/out/"));
        ASSERT_TRUE(staging.ok());
        ASSERT_TRUE(staging.value().write("one", "1").ok());
        const Staging moved = std::move(staging).value();
        EXPECT_TRUE(fs::exists(moved.folder()));
    }
    EXPECT_EQ(namesIn(folder_), std::set<std::string>{});
}

TEST_F(StagedFolder, KeepsFoldersThatOthersFilledMeanwhile)
{
    {
        auto staging = Staging::open(path("a/out"));
        ASSERT_TRUE(staging.ok());
        ASSERT_TRUE(writeFile(path("a/other"), "theirs").ok());
    }
    EXPECT_EQ(namesIn(path("a")), std::set<std::string>{"other"});
}

TEST_F(StagedFolder, ReplacesItsOwnFilesAndKeepsTheOthers)
{
    fs::create_directory(path("out"));
    ASSERT_TRUE(writeFile(path("out/one"), "old").ok());
    ASSERT_TRUE(writeFile(path("out/mine"), "kept").ok());
    {
        auto staging = Staging::open(path("out"));
        ASSERT_TRUE(staging.ok());
        ASSERT_TRUE(staging.value().write("one", "new").ok());
        EXPECT_EQ(textOf(path("out/one")), "old");
        ASSERT_TRUE(staging.value().commit().ok());
    }
    EXPECT_EQ(textOf(path("out/one")), "new");
    EXPECT_EQ(textOf(path("out/mine")), "kept");
    EXPECT_EQ(namesIn(path("out")), (std::set<std::string>{"mine", "one"}));
    EXPECT_EQ(namesIn(folder_), std::set<std::string>{"out"});
}

TEST_F(StagedFolder, LeavesWhatWasThereWhenTheDiskIsFull)
{
    fs::create_directory(path("out"));
    ASSERT_TRUE(writeFile(path("out/one"), "old").ok());
    {
        auto staging = Staging::open(path("out"));
        ASSERT_TRUE(staging.ok());
        const SmallDisk disk(1000);
        EXPECT_FALSE(staging.value().write("one", std::string(5000, 'n')).ok());
    }
    EXPECT_EQ(textOf(path("out/one")), "old");
    EXPECT_EQ(namesIn(path("out")), std::set<std::string>{"one"});
}

TEST_F(StagedFolder, MovesNothingWhereOneNameIsTaken)
{
    fs::create_directories(path("out/two"));
    auto staging = Staging::open(path("out"));
    ASSERT_TRUE(staging.ok());
    ASSERT_TRUE(staging.value().write("one", "1").ok());
    ASSERT_TRUE(staging.value().write("two", "2").ok());
    EXPECT_FALSE(staging.value().commit().ok());
    EXPECT_FALSE(fs::exists(path("out/one")));
}

TEST_F(StagedFolder, RefusesAFileInItsPlace)
{
    ASSERT_TRUE(writeFile(path("out"), "a file").ok());
    EXPECT_FALSE(Staging::open(path("out")).ok());
    EXPECT_FALSE(Staging::open(path("out/deeper")).ok());
    EXPECT_EQ(textOf(path("out")), "a file");
}

TEST_F(StagedFolder, RefusesAFolderThatCannotBeWritten)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_FALSE(Staging::open(folder_).ok());
    EXPECT_FALSE(Staging::open(path("out")).ok());
    EXPECT_EQ(namesIn(folder_), std::set<std::string>{});
}

TEST(Interrupt, CancelsInsteadOfKilling)
{
    const CancelToken cancel = cancelOnInterrupt();
    EXPECT_FALSE(cancel.cancelled());
    std::raise(SIGTERM);
    EXPECT_TRUE(cancel.cancelled());
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    EXPECT_FALSE(CancelToken{}.cancelled());
}

TEST(Environment, OwnVariableComesBeforeTheLocale)
{
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    ::setenv("STAIRWISE_LANG", "zh", 1);
    EXPECT_EQ(environmentLanguage(), "zh");
    ::unsetenv("STAIRWISE_LANG");
    EXPECT_EQ(environmentLanguage(), "de_DE.UTF-8");
    ::unsetenv("LC_ALL");
}

}
}
