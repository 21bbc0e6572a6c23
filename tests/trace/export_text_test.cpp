#include "tests/files.hpp"

#include "tests/trace/walk.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

Walk twoPeople()
{
    Walk walk = walkOf(2, 0);
    walk.frames.push_back({0.0, {0, 1}, {1234, -5}, {0, 10000}, {0, 2}, {0, 0}, {0, 0}});
    walk.frames.push_back({0.5, {1}, {-600}, {9999}, {2}, {0, 0}, {0, 0}});
    walk.frames.back().vx = {0};
    walk.frames.back().vy = {0};
    return walk;
}

TEST(ExportText, IsWhatPedPyReads)
{
    const OwnFolder folder;
    ASSERT_TRUE(write(twoPeople(), folder / "a.trace"));
    const auto reader = TraceReader::open(folder / "a.trace");
    ASSERT_TRUE(exportText(reader.value(), folder / "a.txt"));
    EXPECT_EQ(contentOf(folder / "a.txt"), "# framerate: 2.00 fps\n"
                                           "# id frame x/m y/m z/m\n"
                                           "1 0 1.234 0.000 0.000\n"
                                           "2 0 -0.005 10.000 0.000\n"
                                           "2 1 -0.600 9.999 0.000\n");
}

TEST(ExportText, HeightComesFromTheSurface)
{
    const OwnFolder folder;
    ASSERT_TRUE(write(twoPeople(), folder / "a.trace"));
    const auto reader = TraceReader::open(folder / "a.trace");
    const HeightAt height = [](std::uint32_t surface, double x, double) { return surface == 2 ? 3.6 + x : 0.0; };
    ASSERT_TRUE(exportText(reader.value(), folder / "a.txt", height));
    EXPECT_NE(contentOf(folder / "a.txt").find("\n2 1 -0.600 9.999 3.000\n"), std::string::npos);
}

TEST(ExportText, DamagedTraceLeavesWhatWasThere)
{
    const OwnFolder folder;
    ASSERT_TRUE(write(twoPeople(), folder / "a.trace"));
    std::string bytes = contentOf(folder / "a.trace");
    bytes[bytes.size() - 60] ^= 1; // within the chunk
    std::ofstream(folder / "a.txt") << "what was there";
    const auto reader = readerOf(bytes);
    ASSERT_TRUE(reader);
    EXPECT_FALSE(exportText(reader.value(), folder / "a.txt"));
    EXPECT_EQ(contentOf(folder / "a.txt"), "what was there");
}

}
}
