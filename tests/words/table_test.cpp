#include "sim/words/tables.hpp"
#include "tests/house/sources.hpp"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

namespace stairwise {
namespace {

using house::listed;

/// Code points of a UTF-8 text.
std::vector<char32_t> points(std::string_view text)
{
    std::vector<char32_t> all;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        char32_t point = more == 0 ? lead : lead & (0x3fU >> more);
        for (int k = 1; k <= more; ++k)
            point = (point << 6) | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3fU);
        all.push_back(point);
        i += static_cast<std::size_t>(more) + 1;
    }
    return all;
}

bool isCjk(char32_t c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);
}
bool isFullWidth(char32_t c)
{
    return (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
}

std::set<std::string> placesIn(std::string_view text)
{
    std::set<std::string> places;
    const std::regex place(R"(\{([0-9][^}]*)?\})");
    const std::string copy(text);
    for (std::sregex_iterator it(copy.begin(), copy.end(), place), end; it != end; ++it) places.insert(it->str());
    return places;
}

/// Made of places, signs and units of one letter: the same in both languages.
bool hasWords(std::string_view text)
{
    static const std::regex word("[A-Za-z]{2,}");
    const std::string copy(text);
    return std::regex_search(copy, word);
}

// Parts of one line that stand apart like columns.
const std::set<std::string_view> kColumns = {"cli.progress"};

TEST(Table, EveryTextStandsInBothLanguages)
{
    std::vector<std::string> findings;
    for (const Word& word : words()) {
        const std::string key(word.key);
        if (word.english.empty() || word.chinese.empty()) findings.push_back(key + ": a language is missing");
        const auto chinese = points(word.chinese);
        if (std::ranges::none_of(chinese, isCjk) && (hasWords(word.chinese) || hasWords(word.english)))
            findings.push_back(key + ": no Chinese in " + std::string(word.chinese));
        const auto english = points(word.english);
        if (std::ranges::any_of(english, [](char32_t c) { return isCjk(c) || isFullWidth(c); }))
            findings.push_back(key + ": Chinese signs in the English text");
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Table, BothLanguagesHaveTheSamePlacesCountedFromZero)
{
    std::vector<std::string> findings;
    for (const Word& word : words()) {
        const auto places = placesIn(word.english);
        if (places != placesIn(word.chinese)) findings.push_back(std::string(word.key) + ": the places differ");
        std::size_t expected = 0;
        for (const auto& place : places)
            if (place != "{" + std::to_string(expected++) + "}")
                findings.push_back(std::string(word.key) + ": odd place " + place);
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Table, NoKeyStandsTwice)
{
    std::set<std::string_view> seen;
    for (const auto part : wordTables())
        for (const Word& word : part) EXPECT_TRUE(seen.insert(word.key).second) << word.key;
}

TEST(Table, KeysAreLowerCaseWordsJoinedByDots)
{
    const std::regex key("^[a-z_]+(\\.[a-z_0-9]+)+$");
    for (const Word& word : words()) EXPECT_TRUE(std::regex_match(std::string(word.key), key)) << word.key;
}

// ，。；：（）？！ where the words on either side are Chinese; no space between two Chinese characters.
TEST(Table, ChineseUsesChinesePunctuation)
{
    const std::u32string halfWidth = U",;:()?!";
    const std::regex unit(R"(/\([^()]*\))"); // 人/(米·秒)
    std::vector<std::string> findings;
    for (const Word& word : words()) {
        if (kColumns.contains(word.key)) continue;
        const auto text = points(std::regex_replace(std::string(word.chinese), unit, ""));
        const auto near = [&](std::size_t i, int step) {
            auto at = static_cast<std::ptrdiff_t>(i) + step;
            while (at >= 0 && at < std::ssize(text) && text[static_cast<std::size_t>(at)] == U' ') at += step;
            return at >= 0 && at < std::ssize(text) ? text[static_cast<std::size_t>(at)] : U'\0';
        };
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool half = halfWidth.find(text[i]) != std::u32string::npos;
            const bool between = isCjk(near(i, -1)) || isCjk(near(i, 1));
            const bool apart = text[i] == U' ' && isCjk(near(i, -1)) && isCjk(near(i, 1));
            const bool dot = text[i] == U'.' && isCjk(near(i, -1));
            if ((half && between) || apart || dot)
                findings.push_back(std::string(word.key) + ": " + std::string(word.chinese));
        }
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

TEST(Table, TextsHaveNoLooseSpaces)
{
    std::vector<std::string> findings;
    for (const Word& word : words()) {
        if (kColumns.contains(word.key)) continue;
        for (const auto text : {word.english, word.chinese})
            if (text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != std::string_view::npos ||
                text.find('\n') != std::string_view::npos)
                findings.push_back(std::string(word.key) + ": " + std::string(text));
    }
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

}
}
