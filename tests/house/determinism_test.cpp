#include "tests/house/shape.hpp"

#include <gtest/gtest.h>

#include <set>

namespace stairwise::house {
namespace {

// What flows into a digest is made in these.
const std::vector<std::string> kSimulation = {"geometry", "school", "walkable", "egress", "scenario",
                                              "trace",    "crowd",  "risk",     "run"};

struct Ban {
    const char* pattern;
    const char* reason;
};

std::vector<std::string> hits(const std::vector<std::string>& folders, const std::vector<Ban>& bans)
{
    std::vector<std::string> findings;
    for (const auto& folder : folders)
        for (const auto& file : sourcesUnder(folder)) {
            const std::string text = codeOf(file).text;
            for (const auto& [pattern, reason] : bans) {
                const std::regex regex(pattern);
                for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it)
                    findings.push_back(nameOf(file) + ":" +
                                       std::to_string(lineOf(text, static_cast<std::size_t>(it->position()))) + ": " +
                                       it->str() + ": " + reason);
            }
        }
    return findings;
}

TEST(Determinism, SimulationUsesNoFunctionWhoseLastBitDependsOnTheProcessor)
{
    const std::vector<Ban> bans = {
        {R"((\bstd::|[^:\w.>])(a?(sin|cos|tan)h?|atan2|exp2?|expm1|log(2|10|1p)?|pow|hypot|cbrt|erfc?|[tl]gamma|fma|lerp)f?\s*\()",
         "use sim/base/steady_math.hpp"},
        {R"(\bunordered_(multi)?(map|set)\b)", "its order is nobody's"},
        {R"(\bstd::(reduce|transform_reduce|execution)\b)", "its order is nobody's"},
        {R"(\bstd::atomic<\s*(double|float))", "a sum by order of arrival"},
        {R"(\b(system_clock|random_device|this_thread::get_id)\b)", "a run depends on its inputs alone"},
    };
    std::vector<std::string> folders;
    for (const auto& module : kSimulation) folders.push_back("sim/" + module);
    const auto findings = hits(folders, bans);
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

// A library that prints would stand in the middle of what --json promises.
TEST(Output, IsPrintedByTheCommandLineAlone)
{
    std::vector<std::string> folders;
    for (const auto& entry : std::filesystem::directory_iterator(root() / "sim"))
        if (entry.is_directory() && entry.path().filename() != "cli")
            folders.push_back("sim/" + entry.path().filename().string());
    const auto findings = hits(folders, {{R"(\b(printf|puts|putchar)\s*\(|\bcout\b|\bstdout\b|\bfmt::print(ln)?\s*\()",
                                          "say it to whoever asked"}});
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Determinism, ChanceComesFromKeysAlone)
{
    const std::vector<Ban> bans = {
        {R"(\bs?rand(om)?\s*\()", "use sim/base/random.hpp"},
        {R"(\b(random_device|mt19937(_64)?|default_random_engine|minstd_rand0?)\b)", "use sim/base/random.hpp"},
        {R"(\bstd::\w+_distribution\b)", "differs between libraries"},
        {R"(\bstd::(ranges::)?shuffle\b)", "differs between libraries"},
    };
    const auto findings = hits({"sim"}, bans);
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

// clang 14, Debian 12's own, fuzzes and compares digests; it cannot read these parts of libstdc++ 12.
TEST(Compilers, BothCanReadTheSources)
{
    const std::vector<Ban> bans = {
        {R"(\b(ranges::(unique|remove(_if)?|subrange|search|partition|stable_partition|rotate)|views::\w+)\b)",
         "clang 14 cannot read it; use the algorithm with iterators, or std::erase_if"},
    };
    const auto findings = hits({"sim", "tests", "scenarios"}, bans);
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

// file: why it may keep something between calls
const std::set<std::string> kMayRemember = {
    "sim/base/system.cpp", // a signal handler can reach nothing else
};

TEST(Determinism, NothingIsRememberedOutsideOfValues)
{
    std::vector<std::string> findings;
    const std::regex statics(R"(\bstatic\b([^;{=]*)[;{=])");
    const std::regex harmless(R"(\b(const|constexpr)\b|\()");
    for (const auto& file : sourcesUnder("sim")) {
        if (kMayRemember.contains(nameOf(file))) continue;
        const Code code = codeOf(file);
        for (const auto& variable : shapeOf(code).variables) findings.push_back(nameOf(file) + ": " + variable);
        for (std::sregex_iterator it(code.text.begin(), code.text.end(), statics), end; it != end; ++it) {
            const std::string declaration = (*it)[1];
            if (!std::regex_search(declaration, harmless)) findings.push_back(nameOf(file) + ": static" + declaration);
        }
        const std::regex threadLocal(R"(\b(thread_local|mutable\s+static)\b)");
        if (std::regex_search(code.text, threadLocal)) findings.push_back(nameOf(file) + ": thread_local");
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

}
}
