#include "tests/house/sources.hpp"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace stairwise::house {
namespace {

// The ground floor first (ARCHITECTURE.md).
const std::vector<std::string> kOrder = {"base",   "words",    "geometry", "picture",  "school",
                                         "import", "walkable", "egress",   "scenario", "trace",
                                         "crowd",  "risk",     "run",      "validate", "report",
                                         "cli"};

std::size_t placeOf(const std::string& module)
{
    return static_cast<std::size_t>(std::ranges::find(kOrder, module) - kOrder.begin());
}

/// The modules that each may use, theirs included: read from the root CMakeLists.txt, which links by them.
std::map<std::string, std::set<std::string>> allowed()
{
    std::map<std::string, std::set<std::string>> all;
    const std::string text = textOf(root() / "CMakeLists.txt");
    const std::regex module(R"(stairwise_module\((\w+)([^)]*)\))");
    for (std::sregex_iterator it(text.begin(), text.end(), module), end; it != end; ++it) {
        const std::string name = (*it)[1];
        std::set<std::string>& mine = all[name];
        mine.insert(name);
        std::istringstream words((*it)[2]);
        bool uses = false;
        for (std::string word; words >> word;) {
            if (word == "USES" || word == "PUBLIC" || word == "PRIVATE")
                uses = word == "USES";
            else if (uses)
                mine.insert(all[word].begin(), all[word].end());
        }
    }
    all["cli"].insert(kOrder.begin(), kOrder.end());
    return all;
}

std::vector<std::string> includesOf(const fs::path& file)
{
    std::vector<std::string> names;
    const std::string text = textOf(file);
    const std::regex line(R"((^|\n)[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"])");
    for (std::sregex_iterator it(text.begin(), text.end(), line), end; it != end; ++it) names.push_back((*it)[2]);
    return names;
}

TEST(Modules, StandInTheirOrder)
{
    const auto all = allowed();
    std::set<std::string> folders;
    for (const auto& entry : fs::directory_iterator(root() / "sim")) folders.insert(entry.path().filename().string());
    EXPECT_EQ(folders, std::set<std::string>(kOrder.begin(), kOrder.end()));
    for (const auto& [name, uses] : all)
        for (const auto& used : uses) EXPECT_LE(placeOf(used), placeOf(name)) << name << " uses " << used;
}

TEST(Modules, IncludeOnlyWhatTheyUse)
{
    const auto all = allowed();
    std::vector<std::string> findings;
    for (const auto& file : sourcesUnder("sim")) {
        const std::string name = nameOf(file);
        const std::string module = name.substr(4, name.find('/', 4) - 4);
        ASSERT_TRUE(all.contains(module)) << name;
        for (const auto& include : includesOf(file)) {
            if (include.starts_with("tests/") || include.starts_with("editor/") || include.find("..") == 0)
                findings.push_back(name + " includes " + include);
            if (!include.starts_with("sim/")) continue;
            const std::string other = include.substr(4, include.find('/', 4) - 4);
            if (!all.at(module).contains(other)) findings.push_back(name + " includes " + include);
            if (!fs::exists(root() / include))
                findings.push_back(name + " includes " + include + ", which is not there");
        }
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

// Each costs seconds to compile or is odd to read, so it is seen by the few files that need it.
TEST(Modules, KeepSlowLibrariesOutOfHeaders)
{
    const std::regex slow(R"(^(geos|boost/|cairo|pango|nlohmann/|CLI/|pugixml|sqlite|sodium|zip\.h).*)");
    std::vector<std::string> findings;
    for (const auto& file : sourcesUnder("sim")) {
        if (file.extension() != ".hpp") continue;
        for (const auto& include : includesOf(file))
            if (std::regex_match(include, slow)) findings.push_back(nameOf(file) + " includes " + include);
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Modules, EverySourceAndEveryTestIsBuilt)
{
    const std::string commands = textOf(fs::path(STAIRWISE_BINARY_DIR) / "compile_commands.json");
    if (commands.empty()) GTEST_SKIP() << "this generator writes no compile_commands.json";
    std::vector<std::string> findings;
    for (const std::string folder : {"sim", "tests"})
        for (const auto& file : sourcesUnder(folder)) {
            const std::string name = nameOf(file);
            if (file.extension() != ".cpp" || name.starts_with("tests/fuzz/") || name.starts_with("tests/bench/"))
                continue;
            if (commands.find("/" + name + "\"") == std::string::npos) findings.push_back(name + " is in no target");
        }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

}
}
