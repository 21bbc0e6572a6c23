#include "sim/record/drill_picture.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

using namespace std::string_literals;

std::string segment(char marker, const std::string& bytes)
{
    const std::size_t size = bytes.size() + 2;
    return "\xff"s + marker + static_cast<char>(size >> 8U) + static_cast<char>(size & 255U) + bytes;
}

TEST(Picture, OfACameraLosesWhereItWasTakenAndWhatHidesBehindIt)
{
    const std::string scan = segment('\xda', "scan") + "lines\xff\x00more\xff\xd0lines"s;
    const std::string table = segment('\xdb', "table");
    const std::string jpeg = "\xff\xd8"s + segment('\xe1', "Exif GPS 31.2 N") + segment('\xe0', "JFIF") + table +
                             segment('\xfe', "comment") + scan + "\xff\xd9"s + "behind the end";
    const auto clean = withoutMetadata(jpeg, "p.jpg");
    ASSERT_TRUE(clean);
    EXPECT_EQ(clean.value(), "\xff\xd8"s + segment('\xe0', "JFIF") + table + scan + "\xff\xd9"s);
    EXPECT_EQ(withoutMetadata(clean.value(), "p.jpg").value(), clean.value());
}

std::string chunk(const std::string& kind, const std::string& bytes)
{
    return "\0\0\0"s + static_cast<char>(bytes.size()) + kind + bytes + "crc!";
}

TEST(Picture, OfAPhoneLosesItsTexts)
{
    const std::string head = "\x89PNG\r\n\x1a\n"s + chunk("IHDR", "head");
    const std::string tail = chunk("IDAT", "dots") + chunk("IEND", "");
    const auto clean = withoutMetadata(head + chunk("eXIf", "GPS") + chunk("tEXt", "where") + tail + "behind", "p.png");
    ASSERT_TRUE(clean);
    EXPECT_EQ(clean.value(), head + tail);
}

TEST(Picture, ThatIsDamagedOrNoneIsRefused)
{
    for (const std::string& bad :
         {""s, "text"s, "\xff\xd8\xff"s, "\xff\xd8\xff\xe1\xff\xff"s, "\xff\xd8\xff\xdb\0\x04"s, "\x89PNG\r\n\x1a\n"s,
          "\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT"s})
        EXPECT_FALSE(withoutMetadata(bad, "p")) << bad;
}

}
}
