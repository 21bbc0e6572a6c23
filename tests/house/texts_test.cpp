#include "tests/house/sources.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace stairwise::house {
namespace {

std::vector<std::string> filesWith(const std::vector<std::string>& marks)
{
    const std::set<std::string> binary = {".png", ".pdf", ".trace", ".ttf", ".zip", ".gz"};
    std::vector<std::string> findings;
    for (const auto& file : trackedFiles()) {
        if (binary.contains(file.extension().string()) || !fs::is_regular_file(file)) continue;
        const std::string text = textOf(file);
        for (const auto& mark : marks)
            if (const auto at = text.find(mark); at != std::string::npos)
                findings.push_back(nameOf(file) + ":" + std::to_string(lineOf(text, at)) + ": " + mark);
    }
    return findings;
}

// The marks are put together here, so that this file does not find itself.
TEST(Texts, NameNoPlaceOnOneMachine)
{
    const auto findings = filesWith({std::string("/wo") + "rk/", std::string("/ho") + "me/", std::string("/ro") + "ot/",
                                     std::string("/Us") + "ers/", std::string("C:") + "\\"});
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Texts, LeaveNothingForLater)
{
    const auto findings = filesWith({std::string("TO") + "DO", std::string("FIX") + "ME"});
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Texts, ReadmeNamesBothCommandsInBothLanguages)
{
    for (const std::string name : {"README.md", "README.zh-CN.md"}) {
        const std::string text = textOf(root() / name);
        EXPECT_NE(text.find("./demo.sh"), std::string::npos) << name;
        EXPECT_NE(text.find("./test.sh"), std::string::npos) << name;
    }
}

TEST(Texts, ReadmeNamesEveryCommandOfTheProgram)
{
    for (const std::string name : {"README.md", "README.zh-CN.md"}) {
        const std::string text = textOf(root() / name);
        for (const std::string command :
             {"simulate", "graph", "check", "import", "export", "validate", "atlas", "compare", "stagger", "posts",
              "cards", "plan", "record", "review", "calendar", "bureau"})
            EXPECT_NE(text.find("stairwise " + command), std::string::npos) << name << ": " << command;
    }
}

TEST(Texts, LinksOfDocumentsLeadSomewhere)
{
    std::vector<std::string> findings;
    for (const auto& file : trackedFiles()) {
        if (file.extension() != ".md") continue;
        const std::string text = textOf(file);
        for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
            const std::string target = text.substr(at + 2, text.find_first_of(")#", at + 2) - at - 2);
            if (target.empty() || target.find("://") != std::string::npos) continue;
            if (!fs::exists(file.parent_path() / target)) findings.push_back(nameOf(file) + " links to " + target);
        }
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Texts, ShellScriptsAreWholeAndRunnable)
{
    int scripts = 0;
    for (const auto& file : trackedFiles()) {
        const std::string text = textOf(file);
        const bool program = text.starts_with("#!");
        if (file.extension() != ".sh" && !program) continue;
        ++scripts;
        EXPECT_EQ(std::system(("bash -n '" + file.string() + "'").c_str()), 0) << nameOf(file);
        if (!program) continue;
        EXPECT_NE(fs::status(file).permissions() & fs::perms::owner_exec, fs::perms::none) << nameOf(file);
        EXPECT_NE(text.find("set -euo pipefail"), std::string::npos) << nameOf(file);
    }
    EXPECT_GE(scripts, 4);
}

}
}
