#include "tests/house/sources.hpp"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace stairwise::house {
namespace {

// The ground floor first (ARCHITECTURE.md); the editor's modules by the names of their targets.
const std::vector<std::string> kOrder = {
    "base",   "words",    "workbook", "geometry",     "picture",     "school",        "import",        "walkable",
    "egress", "scenario", "trace",    "crowd",        "risk",        "run",           "stagger",       "validate",
    "record", "report",   "cli",      "editor_model", "editor_view", "editor_panels", "editor_window", "editor_desk"};

std::size_t placeOf(const std::string& module)
{
    return static_cast<std::size_t>(std::ranges::find(kOrder, module) - kOrder.begin());
}

/// "sim/base/hash.hpp" → "base", "editor/view/camera.hpp" → "editor_view"; "" for what is of neither.
std::string moduleOf(const std::string& file)
{
    for (const auto& [folder, prefix] : {std::pair{"sim/", ""}, std::pair{"editor/", "editor_"}})
        if (const std::string_view name = folder; file.starts_with(name))
            return prefix + file.substr(name.size(), file.find('/', name.size()) - name.size());
    return {};
}

std::vector<fs::path> moduleSources()
{
    std::vector<fs::path> files = sourcesUnder("sim");
    for (const auto& file : sourcesUnder("editor")) files.push_back(file);
    return files;
}

/// The modules that each may use, theirs included: read from the files of CMake, which link by them.
std::map<std::string, std::set<std::string>> allowed()
{
    std::map<std::string, std::set<std::string>> all;
    const std::string text = textOf(root() / "CMakeLists.txt") + textOf(root() / "cmake/Editor.cmake");
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
    // Three makings of one window share its folder; it is no stairwise_module().
    all["editor_window"] = all["editor_view"];
    all["editor_window"].insert("editor_window");
    all["editor_desk"].insert("editor_window");
    const auto core = kOrder.begin() + static_cast<std::ptrdiff_t>(placeOf("cli"));
    all["cli"].insert(kOrder.begin(), core + 1);
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
    for (const std::string top : {"sim/", "editor/"})
        for (const auto& entry : fs::directory_iterator(root() / top))
            if (entry.is_directory()) folders.insert(moduleOf(top + entry.path().filename().string() + "/"));
    const std::set<std::string> named(kOrder.begin(), kOrder.end());
    EXPECT_TRUE(std::includes(named.begin(), named.end(), folders.begin(), folders.end()));
    for (const auto& [name, uses] : all)
        for (const auto& used : uses) EXPECT_LE(placeOf(used), placeOf(name)) << name << " uses " << used;
}

TEST(Modules, IncludeOnlyWhatTheyUse)
{
    const auto all = allowed();
    std::vector<std::string> findings;
    for (const auto& file : moduleSources()) {
        const std::string name = nameOf(file);
        const std::string module = moduleOf(name);
        if (name == "editor/main.cpp") continue; // puts the parts together
        ASSERT_TRUE(all.contains(module)) << name;
        for (const auto& include : includesOf(file)) {
            if (include.starts_with("tests/") || include.find("..") == 0)
                findings.push_back(name + " includes " + include);
            const std::string other = moduleOf(include);
            if (other.empty()) continue;
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
    const std::regex slow(
        R"(^(geos|boost/|cairo|pango|nlohmann/|CLI/|pugixml|sqlite|sodium|turbojpeg|png|xlsxwriter|zip\.h|GLFW/|stb/).*)");
    std::vector<std::string> findings;
    for (const auto& file : moduleSources()) {
        if (file.extension() != ".hpp") continue;
        for (const auto& include : includesOf(file))
            if (std::regex_match(include, slow)) findings.push_back(nameOf(file) + " includes " + include);
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

// What draws and what clicks stay apart: the rest of the editor is tried without a screen.
TEST(Modules, FaceAndEyesAreTheirOwn)
{
    const std::regex face(R"(^(imgui|backends/imgui|imstb).*)");
    const std::regex eyes(R"(^(epoxy/|GL/|GLES|EGL/|GLFW/).*)");
    const std::set<std::string> haveFace = {"editor_panels", "editor_window"};
    const std::set<std::string> haveEyes = {"editor_view", "editor_window"};
    std::vector<std::string> findings;
    for (const auto& file : moduleSources())
        for (const auto& include : includesOf(file)) {
            const std::string module = moduleOf(nameOf(file));
            if ((std::regex_match(include, face) && !haveFace.contains(module)) ||
                (std::regex_match(include, eyes) && !haveEyes.contains(module)))
                findings.push_back(nameOf(file) + " includes " + include);
        }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Modules, EverySourceAndEveryTestIsBuilt)
{
    const std::string commands = textOf(fs::path(STAIRWISE_BINARY_DIR) / "compile_commands.json");
    if (commands.empty()) GTEST_SKIP() << "this generator writes no compile_commands.json";
    std::vector<std::string> findings;
    const bool editor = commands.find("/editor/") != std::string::npos; // else built without it
    for (const std::string folder : {"sim", "editor", "tests"})
        for (const auto& file : sourcesUnder(folder)) {
            const std::string name = nameOf(file);
            if (!editor && (name.starts_with("editor/") || name.starts_with("tests/editor_"))) continue;
            if (file.extension() != ".cpp" || name.starts_with("tests/fuzz/") || name.starts_with("tests/bench/"))
                continue;
            if (commands.find("/" + name + "\"") == std::string::npos) findings.push_back(name + " is in no target");
        }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

}
}
