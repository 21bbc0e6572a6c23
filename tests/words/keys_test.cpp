// Every key in the sources has a text, and every text is used.
#include "sim/words/words.hpp"
#include "tests/house/sources.hpp"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <regex>
#include <set>

namespace stairwise {
namespace {

using house::listed;
namespace fs = std::filesystem;

// Looks like a key and begins as one, but is something else.
const std::set<std::string> kNotKeys = {};
// Keys that are put together while running: where. None is better; a key is a literal (sim/base/message.hpp).
const std::vector<std::string> kBuiltPrefixes = {};

struct Use {
    std::string key;
    std::string where;
    std::optional<std::size_t> args; // nothing where the arguments are no list in place
};

std::string prefixOf(std::string_view key)
{
    return std::string(key.substr(0, key.find('.')));
}

bool isFileName(const std::string& text)
{
    static const std::regex file(R"(.*\.(json|csv|png|svg|txt|trace|pdf|docx|xlsx|dot|md|mp4|cpp|hpp|dxf|ifc)$)");
    return std::regex_match(text, file);
}

/// The names of widgets (editor/panels/face.hpp) look like keys; the literal that a widget is given first is no text.
bool namesAWidget(const std::string& code, std::size_t at)
{
    static const std::regex widget(
        R"(\b(mark|button|textField|numberField|choice|tick|kind|length|words|seconds|lengthSetting|InvisibleButton|workRow|large|countField|remarkButton|markButton)"
        R"()\((face,\s*)?$)");
    const std::size_t from = at - std::min<std::size_t>(at, 80);
    return std::regex_search(code.begin() + static_cast<std::ptrdiff_t>(from),
                             code.begin() + static_cast<std::ptrdiff_t>(at), widget);
}

/// How many arguments stand in the braces behind a key: {"key", {a, b}}.
std::optional<std::size_t> argsBehind(const std::string& code, std::size_t at)
{
    const auto skip = [&] { at = code.find_first_not_of(" \n", at); };
    skip();
    if (at == std::string::npos || code[at] != ',') return std::nullopt;
    ++at;
    skip();
    if (at == std::string::npos || code[at] != '{') return std::nullopt;
    int depth = 0;
    std::size_t commas = 0;
    bool any = false;
    for (; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '{' || c == '(' || c == '[')
            ++depth;
        else if (c == '}' || c == ')' || c == ']')
            --depth;
        else if (c == ',' && depth == 1)
            ++commas;
        else if (c != ' ' && c != '\n')
            any = true;
        if (depth == 0) return any ? commas + 1 : 0;
    }
    return std::nullopt;
}

std::vector<Use> uses()
{
    std::set<std::string> prefixes;
    std::set<std::string_view> known;
    for (const Word& word : words()) {
        prefixes.insert(prefixOf(word.key));
        known.insert(word.key);
    }
    const std::regex key("^[a-z_]+(\\.[a-z_0-9]+)+$");
    std::vector<Use> all;
    std::vector<fs::path> files = house::sourcesUnder("sim");
    for (const auto& file : house::sourcesUnder("editor")) files.push_back(file);
    for (const auto& file : files) {
        const std::string name = house::nameOf(file);
        if (name.starts_with("sim/words/table_")) continue;
        const house::Code code = house::codeOf(file);
        for (const auto& [text, at, past] : code.literals) {
            if (!std::regex_match(text, key) || !prefixes.contains(prefixOf(text))) continue;
            if (!known.contains(text) && (isFileName(text) || kNotKeys.contains(text))) continue;
            if (namesAWidget(code.text, at)) continue;
            all.push_back(
                {text, name + ":" + std::to_string(house::lineOf(code.text, at)), argsBehind(code.text, past)});
        }
    }
    return all;
}

std::map<std::string, Word> table()
{
    std::map<std::string, Word> all;
    for (const Word& word : words()) all.emplace(word.key, word);
    return all;
}

std::size_t placesIn(std::string_view text)
{
    std::set<char> places;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && text[i + 2] == '}') places.insert(text[i + 1]);
    return places.size();
}

TEST(Keys, InTheSourcesHaveATextInTheTable)
{
    const auto all = table();
    std::vector<std::string> findings;
    for (const Use& use : uses())
        if (!all.contains(use.key)) findings.push_back(use.where + ": " + use.key);
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Keys, InTheTableAreUsed)
{
    std::set<std::string> used;
    for (const Use& use : uses()) used.insert(use.key);
    std::vector<std::string> findings;
    for (const auto& entry : table()) {
        const std::string& key = entry.first; // clang 14 captures no binding
        const bool built = std::ranges::any_of(kBuiltPrefixes, [&](const auto& p) { return key.starts_with(p); });
        if (!used.contains(key) && !built) findings.push_back(key);
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Keys, AreGivenAsManyArgumentsAsTheirTextHasPlaces)
{
    const auto all = table();
    std::vector<std::string> findings;
    std::size_t counted = 0;
    for (const Use& use : uses()) {
        const auto found = all.find(use.key);
        if (found == all.end() || !use.args) continue;
        ++counted;
        if (*use.args != placesIn(found->second.english))
            findings.push_back(use.where + ": " + use.key + " is given " + std::to_string(*use.args));
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
    EXPECT_GT(counted, 5U) << "the scanner sees no messages";
}

}
}
