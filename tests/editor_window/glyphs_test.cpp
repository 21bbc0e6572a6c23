#include "editor/window/glyphs.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

TEST(Glyphs, Gb2312HasItsNumberOfCharacters)
{
    std::set<char32_t> characters;
    addGb2312(characters);
    EXPECT_EQ(characters.size(), 6763U);
    for (const char32_t c : std::u32string(U"啊座亍齄学校疏散帧")) EXPECT_TRUE(characters.contains(c));
    for (const char32_t c : std::u32string(U"喆學a①")) EXPECT_FALSE(characters.contains(c));
}

TEST(Glyphs, SignsHaveWhatFormulasAndListsNeed)
{
    std::set<char32_t> characters;
    addSigns(characters);
    for (const char32_t c : std::u32string(U"①≤≥→℃²³×±°（）：～…–ǎāλ■"))
        EXPECT_TRUE(characters.contains(c)) << static_cast<int>(c);
}

TEST(Glyphs, ATextGivesItsCharactersEachOnce)
{
    std::set<char32_t> characters;
    addCharacters(characters, "班a班😀\n");
    EXPECT_EQ(characters, (std::set<char32_t>{U'a', U'班', U'😀'}));
}

TEST(Glyphs, BrokenTextIsPassedOver)
{
    std::set<char32_t> characters;
    addCharacters(characters, "a\x80\xe7\x8f");
    addCharacters(characters, "\xe7\x8f"
                              "b");
    addCharacters(characters, "\xff");
    EXPECT_EQ(characters, (std::set<char32_t>{U'a', U'b'}));
}

TEST(Glyphs, OwnTextsAreAmongThem)
{
    std::set<char32_t> characters;
    addOwnTexts(characters);
    for (const char32_t c : std::u32string(U"请更新显卡驱动Az")) EXPECT_TRUE(characters.contains(c));
}

}
}
