#include "editor/window/glyphs.hpp"

#include "sim/words/words.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace stairwise::editor {
namespace {

constexpr std::array<std::pair<char32_t, char32_t>, 18> kSigns{{
    {0x0020, 0x007e}, // ASCII
    {0x00a0, 0x00ff}, // Latin-1
    {0x0100, 0x017f}, // Latin with macrons, for pinyin
    {0x01cd, 0x01dc}, // and carons
    {0x0391, 0x03c9}, // Greek
    {0x2010, 0x205e}, // punctuation
    {0x2070, 0x209c}, // raised and lowered numbers
    {0x2100, 0x214f}, // ℃ № and their like
    {0x2160, 0x217f}, // Roman numbers
    {0x2190, 0x21ff}, // arrows
    {0x2200, 0x22ff}, // mathematics
    {0x2460, 0x24ff}, // encircled numbers
    {0x2500, 0x257f}, // box drawing
    {0x2580, 0x25ff}, // blocks and geometric signs
    {0x2600, 0x26a1}, // stars, warning sign
    {0x3000, 0x303f}, // Chinese punctuation
    {0x3220, 0x3243}, // numbers in parentheses
    {0xff01, 0xffe6}, // full-width forms
}};

constexpr char32_t kNone = 0xfffd;

// The code point that begins at `at`, which moves behind it.
char32_t next(std::string_view text, std::size_t& at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    char32_t point = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U) return kNone;
        point = point << 6 | (static_cast<unsigned char>(text[at++]) & 0x3fU);
    }
    return lead >= 0xc0 ? point : kNone;
}

}

void addCharacters(std::set<char32_t>& characters, std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t point = next(text, at); point >= U' ' && point != kNone) characters.insert(point);
}

void addSigns(std::set<char32_t>& characters)
{
    for (const auto& [first, last] : kSigns)
        for (char32_t c = first; c <= last; ++c) characters.insert(c);
}

void addOwnTexts(std::set<char32_t>& characters)
{
    for (const Word& word : words()) {
        addCharacters(characters, word.english);
        addCharacters(characters, word.chinese);
    }
}

}
