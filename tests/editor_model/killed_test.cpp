// Killed at any moment: the file on disk is whole, and what was autosaved is there.
#include "editor/model/keeping.hpp"
#include "editor/model/opening.hpp"
#include "sim/base/random.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

constexpr int kKills = 100;
constexpr int kLongestLife = 60; // milliseconds after the first save

/// What a session told before it was killed: how many edits were in the file and in the autosave.
struct Told {
    int saved = 0;
    int kept = 0;
};

/// Edits, saves and autosaves until it is killed; tells how far it is each time.
[[noreturn]] void work(const fs::path& folder, int pipe)
{
    Editor editor{sampleDocument()};
    Autosave autosave(folder / "kept");
    Told told;
    for (int i = 1;; ++i) {
        const School& school = schoolOf(editor);
        fulfil(editor, Make{stepOf({{}, {PutTitle{std::to_string(i), school.source, school.code}}})});
        if (i % 3 == 1) {
            fulfil(editor, SetBackdrop{folder / (std::to_string(i) + ".png")});
            fulfil(editor, SaveAs{folder / "a.school.json"});
            told.saved = i;
        } else {
            autosave.now(editor);
            autosave.wait();
            told.kept = i;
        }
        if (::write(pipe, &told, sizeof told) != sizeof told) ::_exit(1);
    }
}

/// The life of one session, up to its violent end.
Told killedAfter(const fs::path& folder, int milliseconds)
{
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) work(folder, ends[1]);
    ::close(ends[1]);
    Told told;
    EXPECT_EQ(::read(ends[0], &told, sizeof told), static_cast<ssize_t>(sizeof told));
    ::usleep(static_cast<useconds_t>(milliseconds) * 1000);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    Told next;
    while (::read(ends[0], &next, sizeof next) == static_cast<ssize_t>(sizeof next)) told = next;
    ::close(ends[0]);
    return told;
}

void expectTheFileToBeWhole(const fs::path& folder, const Told& told)
{
    const auto saved = openDocument(folder / "a.school.json");
    ASSERT_TRUE(saved.ok()) << saved.fault().place << " " << saved.fault().what.key;
    EXPECT_GE(std::stoi(saved.value().document.school->name), told.saved);
    EXPECT_EQ(saved.value().document.scenarios.size(), 1U);
}

void expectTheAutosaveToBeWhole(const fs::path& folder, const Told& told)
{
    const auto left = leftBehind(folder / "kept");
    if (told.kept == 0 && left.empty()) return;
    ASSERT_EQ(left.size(), 1U);
    const auto kept = parseDocument(contentOf(left.front()), "kept");
    ASSERT_TRUE(kept.ok()) << kept.fault().place << " " << kept.fault().what.key;
    EXPECT_EQ(kept.value().file, folder / "a.school.json");
    EXPECT_GE(std::stoi(kept.value().document.school->name), told.kept);
    EXPECT_EQ(kept.value().document.scenarios.size(), 1U);
    EXPECT_EQ(kept.value().document.backdrops.size(), 1U);
}

TEST(Killed, AHundredTimesTheFileIsWholeAndTheAutosaveIsThere)
{
    int furthest = 0;
    for (int i = 0; i < kKills; ++i) {
        const OwnFolder folder;
        const auto moment = randomBits({7, static_cast<std::uint64_t>(i), 0, 0}) % kLongestLife;
        const Told told = killedAfter(folder / "", static_cast<int>(moment));
        ASSERT_NO_FATAL_FAILURE(expectTheFileToBeWhole(folder / "", told)) << i;
        ASSERT_NO_FATAL_FAILURE(expectTheAutosaveToBeWhole(folder / "", told)) << i;
        furthest = std::max(furthest, told.kept);
    }
    EXPECT_GE(furthest, 2); // an autosave at least was done: it was killed at its work, not before
    RecordProperty("edits", furthest);
}

}
}
