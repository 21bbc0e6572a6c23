#include "sim/record/archive.hpp"
#include "tests/record/lossy_disk.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace stairwise {
namespace {

Document note(int number)
{
    return {"note",
            "n" + std::to_string(number),
            0,
            "2026-03-12",
            {},
            {},
            "楼梯口" + std::to_string(number),
            "{\"text\": \"" + std::string(3000, 'x') + std::to_string(number) + "\"}",
            {}};
}

/// Records until the disk fails. Answers how many were acknowledged.
struct Acknowledged {
    int documents = 0;
    int events = 0;
};
Acknowledged recordUntilCut(const std::string& vfs)
{
    Acknowledged safe;
    auto archive = Archive::open("archive", Opening::CreateIfMissing, vfs);
    if (!archive) return safe;
    for (int i = 1; i <= 12; ++i) {
        const Document document = note(i);
        if (!archive.value().put({&document, 1})) break;
        safe.documents = i;
        if (!archive.value().addEvent("drill", "{}", i)) break;
        safe.events = i;
    }
    return safe;
}

void expectWhole(const std::string& vfs, const Acknowledged& safe, std::int64_t cut)
{
    auto archive = Archive::open("archive", Opening::CreateIfMissing, vfs);
    ASSERT_TRUE(archive) << "cut after " << cut;
    const auto count = archive.value().check();
    ASSERT_TRUE(count) << "cut after " << cut;
    EXPECT_GE(count.value(), safe.documents) << "cut after " << cut;
    const auto events = archive.value().events("drill");
    ASSERT_TRUE(events);
    EXPECT_GE(static_cast<int>(events.value().size()), safe.events) << "cut after " << cut;
    for (int i = 1; i <= safe.documents; ++i) {
        const auto found = archive.value().get("note", "n" + std::to_string(i));
        ASSERT_TRUE(found && found.value()) << "cut after " << cut << ": document " << i;
        EXPECT_EQ(found.value()->body, note(i).body);
    }
    const Document next = note(99);
    EXPECT_TRUE(archive.value().put({&next, 1})) << "it goes on";
}

TEST(PowerCut, NothingThatWasAcknowledgedIsLostWhereverThePlugIsPulled)
{
    LossyDisk whole("whole");
    EXPECT_EQ(recordUntilCut(whole.name()).events, 12);
    const std::int64_t all = whole.operations();
    const char* asked = std::getenv("STAIRWISE_POWER_CUTS"); // docs/filing.md: 500 of them
    const std::int64_t cuts = std::min(asked != nullptr ? std::atoll(asked) : 60LL, static_cast<long long>(all));
    ASSERT_GT(cuts, 0);
    for (std::int64_t i = 0; i < cuts; ++i) {
        const std::int64_t cut = 1 + i * (all - 1) / cuts;
        LossyDisk disk("lossy");
        disk.pullPlugAfter(cut);
        const Acknowledged safe = recordUntilCut(disk.name());
        EXPECT_TRUE(disk.isPulled());
        disk.powerAgain(static_cast<std::uint64_t>(cut));
        expectWhole(disk.name(), safe, cut);
        if (HasFatalFailure()) return;
    }
}

// The test itself is tried: a disk that syncs nothing does lose what was acknowledged.
TEST(PowerCut, IsNoticedWhereNothingIsSynced)
{
    LossyDisk disk("never");
    {
        auto archive = Archive::open("archive", Opening::CreateIfMissing, disk.name());
        ASSERT_TRUE(archive);
        ASSERT_TRUE(archive.value().database().script("PRAGMA synchronous = OFF"));
        const Document document = note(1);
        ASSERT_TRUE(archive.value().put({&document, 1}));
    }
    disk.powerAgain(0);
    auto archive = Archive::open("archive", Opening::CreateIfMissing, disk.name());
    const bool lost = !archive || !archive.value().get("note", "n1") || !archive.value().get("note", "n1").value();
    EXPECT_TRUE(lost);
}

}
}
