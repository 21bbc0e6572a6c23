#include "sim/picture/text.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

TEST(Text, ChineseIsOneEmAndLatinAboutHalf)
{
    EXPECT_DOUBLE_EQ(roughWidth("楼梯（一）", 10.0), 50.0);
    EXPECT_DOUBLE_EQ(roughWidth("A101", 10.0), 22.0);
    EXPECT_DOUBLE_EQ(roughWidth("e\xcc\x81", 10.0), 5.5); // e with a combining accent
}

TEST(Text, CodePointsSurviveTheWayThereAndBack)
{
    const std::string text = "aé三𠮷…";
    EXPECT_EQ(utf8(codePoints(text)), text);
    EXPECT_EQ(codePoints(text).size(), 5U);
}

TEST(Text, BrokenBytesBecomeTheReplacementCharacter)
{
    EXPECT_EQ(utf8(codePoints("a\xe4\xb8")), "a\xef\xbf\xbd");           // cut
    EXPECT_EQ(utf8(codePoints("\xc0\x80")), "\xef\xbf\xbd\xef\xbf\xbd"); // NUL, written too long
    EXPECT_EQ(utf8(codePoints("\xed\xa0\x80")), "\xef\xbf\xbd");         // half of a pair
    EXPECT_EQ(utf8(codePoints("a\nb\x7f")), "a b ");
}

TEST(Text, FittedTextIsNeverSmallerThanWhatCanBeRead)
{
    const auto measure = [](const std::string& text, double size) { return roughWidth(text, size); };
    EXPECT_EQ(fit("三层走廊", 8.0, 0.0, measure).size, 8.0);
    EXPECT_EQ(fit("三层走廊", 8.0, 32.0, measure).size, 8.0);
    const FittedText cut = fit("三层走廊", 8.0, 12.0, measure);
    EXPECT_EQ(cut.size, kSmallestText);
    EXPECT_EQ(cut.text, "三…");
    EXPECT_EQ(fit("三层走廊", 8.0, 1.0, measure).text, "");
}

using Lines = std::vector<std::string>;

TEST(WrappedText, BreaksAtBlanksAndBetweenChineseCharacters)
{
    EXPECT_EQ(wrapped("one two three", 10.0, 40.0), (Lines{"one two", "three"}));
    EXPECT_EQ(wrapped("楼梯间宽度", 10.0, 30.0), (Lines{"楼梯间", "宽度"}));
    EXPECT_EQ(wrapped("", 10.0, 30.0), Lines{});
}

TEST(WrappedText, KeepsMarksWhereTheyBelong)
{
    EXPECT_EQ(wrapped("楼梯间，宽", 10.0, 30.0), (Lines{"楼梯", "间，宽"}));         // no line begins with a comma
    EXPECT_EQ(wrapped("楼梯（宽）度", 10.0, 30.0), (Lines{"楼梯", "（宽）", "度"})); // and none ends with a bracket
}

TEST(WrappedText, CutsAWordThatIsWiderThanTheLine)
{
    EXPECT_EQ(wrapped("abcdefgh", 10.0, 22.0), (Lines{"abcd", "efgh"}));
    EXPECT_EQ(wrapped("宽", 10.0, 1.0), Lines{"宽"}) << "at least one character a line";
}

}
}
