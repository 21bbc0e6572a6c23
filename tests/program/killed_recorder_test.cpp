#include "sim/record/drill_store.hpp"
#include "sim/record/package.hpp"
#include "tests/program/drill_school.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace stairwise::program {
namespace {

/// A small dose; docs/filing.md says how 500 are asked for.
int killsAsked(int usual)
{
    const char* asked = std::getenv("STAIRWISE_KILLS");
    return asked != nullptr ? std::atoi(asked) : usual;
}

/// When to kill: so long after so many lines were read from it.
struct Moment {
    std::ptrdiff_t lines = 0;
    std::chrono::microseconds after{0};
};

/// The program with its output in a pipe, killed at a moment. Answers what it had said by then.
std::string saidBeforeKilled(const std::string& arguments, const Moment& moment)
{
    int out[2];
    if (::pipe(out) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(out[1], 1);
        ::close(out[0]);
        ::close(out[1]);
        const std::string command =
            "exec " + std::string(STAIRWISE_PROGRAM) + " " + arguments + " --lang en 2>/dev/null";
        ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(out[1]);
    std::string said;
    std::array<char, 4096> part{};
    const auto readMore = [&] {
        const ssize_t count = ::read(out[0], part.data(), part.size());
        if (count > 0) said.append(part.data(), static_cast<std::size_t>(count));
        return count > 0;
    };
    while (std::ranges::count(said, '\n') < moment.lines && readMore()) {
    }
    std::this_thread::sleep_for(moment.after);
    ::kill(child, SIGKILL);
    while (readMore()) {
    }
    ::close(out[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return said;
}

std::size_t acknowledgedIn(const std::string& said)
{
    std::size_t count = 0;
    for (auto at = said.find(" saved: "); at != std::string::npos; at = said.find(" saved: ", at + 1))
        if (said.find('\n', at) != std::string::npos) ++count; // a whole line
    return count;
}

TEST(Killed, WhileRecordingItHasLostNothingThatItAcknowledged)
{
    const DrillSchool school;
    ASSERT_LE(school.plan().code, 1);
    std::string lines = "start\n";
    for (int i = 0; i < 400; ++i) lines += "note,number " + std::to_string(i) + "\n";
    ASSERT_TRUE(writeFile(school.folder / "lines", lines).ok());
    const std::string command = "record " + school.at("school.archive") + " " + kDrill + " < " + school.at("lines");
    std::mt19937 chance(7); // when it is killed; what must hold does not depend on it
    std::size_t before = 0;
    std::size_t told = 0;
    for (int kill = 0; kill < killsAsked(12); ++kill) {
        const std::string said = saidBeforeKilled(
            command, {static_cast<std::ptrdiff_t>(chance() % 40), std::chrono::microseconds(chance() % 4000)});
        auto archive = Archive::open(school.at("school.archive"), Opening::Existing);
        ASSERT_TRUE(archive) << "kill " << kill;
        ASSERT_TRUE(archive.value().check()) << "kill " << kill;
        const auto events = archive.value().events(kDrill);
        ASSERT_TRUE(events);
        ASSERT_GE(events.value().size(), before + acknowledgedIn(said)) << "kill " << kill;
        before = events.value().size();
        told += acknowledgedIn(said);
    }
    EXPECT_GT(told, 0U) << "it was always killed before it began";
}

TEST(Killed, WhileFilingItLeavesNoHalfPackage)
{
    const DrillSchool school;
    school.enrol();
    ASSERT_LE(school.plan().code, 1);
    ASSERT_TRUE(writeFile(school.folder / "day.csv", "fact,date,2026-03-12\n").ok());
    const std::string record = "record " + school.at("school.archive") + " " + kDrill + " --csv ";
    ASSERT_EQ(answerOf(record + school.at("day.csv")).code, 0);
    const std::string command = "file " + school.at("school.archive") + " " + kDrill + " --key " +
                                school.at("school.key") + " --date 2026-03-20 --to " + school.at("out");
    const auto begin = std::chrono::steady_clock::now();
    (void)school.file();
    const auto usual = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    fs::remove(school.package(1));
    std::mt19937 chance(11);
    for (int kill = 0; kill < killsAsked(12); ++kill) {
        const std::string said = saidBeforeKilled(
            command, {0, std::chrono::microseconds(static_cast<std::int64_t>(chance()) % (usual.count() + 1))});
        ASSERT_TRUE(Archive::open(school.at("school.archive"), Opening::Existing)) << "kill " << kill;
        const bool there = fs::exists(school.package(1));
        if (said.find('\n') != std::string::npos) {
            ASSERT_TRUE(there) << "it said that it had filed";
        }
        if (!there) continue;
        ASSERT_TRUE(openPackage(readFile(school.package(1), 1 << 26).value(), "package")) << "kill " << kill;
        fs::remove(school.package(1));
    }
    (void)school.file();
    EXPECT_TRUE(fs::exists(school.package(1))) << "and it goes on where it was killed";
    EXPECT_FALSE(fs::exists(school.package(2))) << "as the same version";
}

}
}
