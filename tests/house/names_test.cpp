#include "tests/house/sources.hpp"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace stairwise::house {
namespace {

using Homes = std::map<std::string, std::set<std::string>>; // name with its namespaces → files that define it

std::string joined(const std::vector<std::string>& parts)
{
    std::string all;
    for (const std::string& part : parts) all += part + "::";
    return all;
}

/// Adds the types that a source defines outside of unnamed namespaces and of other types.
void addTypes(const std::string& source, const std::string& file, Homes& homes)
{
    static const std::regex kNamespace(R"((?:^|\s)namespace\s*([\w:]*)\s*$)");
    static const std::regex kType(
        R"((?:^|[\s>])(?:struct|class|enum class)\s+(\w+)(?:\s+final)?(?:\s*:\s*[^:].*)?\s*$)");
    constexpr const char* kElse = "{";
    std::vector<std::string> open;
    std::size_t from = 0; // of what stands before the next brace
    const std::string code = Blanker(source).run().text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '{') {
            std::string head = code.substr(from, i - from);
            std::ranges::replace(head, '\n', ' ');
            std::smatch found;
            const bool inNamespaces =
                std::ranges::none_of(open, [](const auto& name) { return name.starts_with('{'); });
            if (std::regex_search(head, found, kNamespace)) {
                open.push_back(found[1].length() == 0 ? std::string(kElse) : found[1].str());
            } else {
                if (inNamespaces && std::regex_search(head, found, kType))
                    homes[joined(open) + found[1].str()].insert(file);
                open.emplace_back(kElse);
            }
        }
        if (code[i] == '}' && !open.empty()) open.pop_back();
        if (code[i] == '{' || code[i] == '}' || code[i] == ';') from = i + 1;
    }
}

Homes homesIn(const std::string& folder)
{
    Homes homes;
    for (const fs::path& file : sourcesUnder(folder)) addTypes(textOf(file), nameOf(file), homes);
    return homes;
}

// Two types of one name in one program: the linker takes the destructor of either for both, and says nothing.
TEST(Names, NoTypeIsDefinedTwice)
{
    Homes homes = homesIn("sim");
    for (const auto& [name, files] : homesIn("editor")) homes[name].insert(files.begin(), files.end());
    EXPECT_GT(homes.size(), 500U);
    for (const auto& [name, files] : homes) {
        std::string where;
        for (const std::string& file : files) where += " " + file;
        EXPECT_EQ(files.size(), 1U) << name << " in" << where;
    }
}

TEST(Names, OfTypesAreReadFromSources)
{
    Homes homes;
    addTypes("namespace a::b { namespace { struct Hidden {}; } template <class T> struct One { struct Inner {}; }; "
             "void f() { struct Local {}; } enum class Two : int { X }; struct Declared; }",
             "x", homes);
    std::string names;
    for (const auto& [name, files] : homes) names += name + " ";
    EXPECT_EQ(names, "a::b::One a::b::Two ");
}

}
}
