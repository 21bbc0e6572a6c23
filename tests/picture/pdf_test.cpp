#include "sim/picture/picture.hpp"

#include "sim/base/system.hpp"
#include "sim/picture/text.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace stairwise {
namespace {

Picture page(const std::string& text)
{
    const Colour black{0, 0, 0, 255};
    return {{0.0, 0.0}, {595.0, 842.0}, 1.0, {TextShape{{50.0, 700.0}, 12.0, Anchor::Left, black, text, 0.0}}};
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(Pdf, HasAPageForEachPicture)
{
    const std::string pdf = toPdf(std::vector<Picture>{page("one"), page("二")}, "title");
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_NE(pdf.find("%%EOF"), std::string::npos);
    EXPECT_EQ(count(pdf, "/Type /Page\n") + count(pdf, "/Type /Page "), 2U);
    EXPECT_NE(pdf.find("595"), std::string::npos) << "A4 in points";
}

TEST(Pdf, IsTheSameForTheSamePictures)
{
    const std::vector<Picture> pages = {page("one"), page("二")};
    EXPECT_EQ(toPdf(pages, "title"), toPdf(pages, "title"));
    EXPECT_EQ(toPdf(pages, "title").find("CreationDate"), std::string::npos);
    EXPECT_NE(toPdf(pages, "title"), toPdf(pages, "another"));
}

/// A page of squares with a character each, and the ink that a reader of PDF puts into each square.
struct Squares {
    static constexpr double kSide = 20.0;
    static constexpr std::size_t kAcross = 25;
    std::vector<char32_t> characters;

    [[nodiscard]] Picture page() const
    {
        Picture picture{{0.0, 0.0}, {kSide * kAcross, kSide * kAcross}, 1.0, {}};
        for (std::size_t i = 0; i < characters.size(); ++i)
            picture.shapes.emplace_back(TextShape{{kSide * static_cast<double>(i % kAcross) + 2.0,
                                                   picture.high.y - kSide * static_cast<double>(i / kAcross + 1) + 5.0},
                                                  14.0,
                                                  Anchor::Left,
                                                  {0, 0, 0},
                                                  utf8({characters[i]}),
                                                  0.0});
        return picture;
    }
    /// `image`: a PGM of 72 dots an inch. Characters without a dark dot.
    [[nodiscard]] std::string blankIn(const std::string& image) const
    {
        const std::size_t wide = static_cast<std::size_t>(kSide) * kAcross;
        const std::string pixels = image.substr(image.size() - std::min(image.size(), wide * wide));
        std::string blank;
        for (std::size_t i = 0; i < characters.size(); ++i) {
            bool dark = false;
            for (std::size_t y = 0; y < 20; ++y)
                for (std::size_t x = 0; x < 20; ++x)
                    dark = dark || static_cast<unsigned char>(
                                       pixels.at((20 * (i / kAcross) + y) * wide + 20 * (i % kAcross) + x)) < 160;
            if (!dark) blank += utf8({characters[i]});
        }
        return blank;
    }
};

// cairo 1.16 left out a letter here and there.
TEST(Pdf, ShowsEveryCharacter)
{
    if (!hasProgram("pdftoppm")) GTEST_SKIP() << "needs poppler-utils";
    Squares squares;
    for (const char32_t c : codePoints(
             "为避免放学时楼梯和校门口拥挤，保障学生安全，学校实行错峰放学，放学铃响后各班按安排的时间和路线依次离开"
             "您孩子所在班级的安排如下：请按上述时间来接，不必提前到校。“仿真预计”由计算机模拟得出"))
        squares.characters.push_back(c);
    for (char32_t c = 0x4e00; squares.characters.size() < 600; c += 37) squares.characters.push_back(c);
    const OwnFolder folder;
    const std::string pdf = (folder / "page.pdf").string();
    ASSERT_TRUE(writeFile(pdf, toPdf(std::vector<Picture>{squares.page()}, "squares")));
    ASSERT_TRUE(runProgram({"pdftoppm", "-gray", "-r", "72", "-singlefile", pdf, (folder / "page").string()}));
    const auto image = readFile(folder / "page.pgm", 1U << 20U);
    ASSERT_TRUE(image);
    EXPECT_EQ(squares.blankIn(image.value()), "");
}

}
}
