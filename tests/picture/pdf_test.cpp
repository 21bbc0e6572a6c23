#include "sim/picture/picture.hpp"

#include <gtest/gtest.h>

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

}
}
