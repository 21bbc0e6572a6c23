// Voronoi cells against a plain slow reference: the plane in small squares, each given to the nearest person who sees
// it. Made-up crowds in awkward rooms, and real trajectories where the archive is at hand.

#include "sim/risk/voronoi.hpp"
#include "tests/risk/raster.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace stairwise {
namespace {

void compare(const Floors& floors, const Frame& frame, std::size_t stride, double pixel)
{
    VoronoiCells cells(floors.walkable);
    Shares shares;
    cells.measure(frame, shares);
    double sum = 0.0;
    double reference = 0.0;
    for (std::size_t i = 0; i < frame.size(); i += stride) {
        const double raster = rasterShare(floors, frame, i, pixel);
        // 1 %, and the chance of the squares along the outline.
        EXPECT_NEAR(shares.area[i], raster, 0.01 * raster + 1.5 * pixel * std::sqrt(pixel)) << i;
        sum += shares.area[i];
        reference += raster;
    }
    EXPECT_NEAR(sum, reference, 0.003 * reference);
}

TEST(VoronoiAgainstRaster, CrowdInARoomWithCornersAndPillars)
{
    Floors floors;
    floors.surface({{0, 0}, {9, 0}, {9, 3}, {5, 3}, {5, 3.2}, {9, 3.2}, {9, 8}, {3, 8}, {3, 6}, {0, 6}},
                   {{{2, 2}, {2, 2.4}, {2.4, 2.4}, {2.4, 2}}, {{6, 5}, {6.5, 5.8}, {7, 5}}});
    Frame frame;
    for (std::uint64_t i = 0; frame.size() < 90; ++i) {
        const Vec2 at{9.0 * uniform({5, i, 1, 0}), 8.0 * uniform({5, i, 2, 0})};
        if (contains(floors.walkable.surfaces[0].area, at) &&
            distanceToEdges(floors.walkable.surfaces[0].area, at) > 0.1)
            stand(frame, 0, at);
    }
    compare(floors, frame, 3, 0.01);
}

void compareArchive(const char* name, double scale)
{
    auto frames = archiveFrames(name, scale);
    if (frames.empty()) GTEST_SKIP() << "the archive is not at hand";
    ASSERT_GT(frames.size(), 100U);
    Box box{{kFarthestMm, kFarthestMm}, {-kFarthestMm, -kFarthestMm}};
    std::vector<const Frame*> full;
    for (const auto& [number, frame] : frames) {
        if (full.empty() || frame.size() > full.back()->size()) full.push_back(&frame);
        for (std::size_t i = 0; i < frame.size(); ++i) {
            box.low = {std::min(box.low.x, frame.x[i]), std::min(box.low.y, frame.y[i])};
            box.high = {std::max(box.high.x, frame.x[i]), std::max(box.high.y, frame.y[i])};
        }
    }
    Floors floors; // the walls are not in the file: a room around everybody, 0.2 m from the outermost
    const Vec2 low = toMetres(box.low) - Vec2{0.2, 0.2};
    const Vec2 high = toMetres(box.high) + Vec2{0.2, 0.2};
    floors.room(low.x, low.y, high.x, high.y);
    compare(floors, *full[full.size() / 2], 8, 0.01);
    compare(floors, *full.back(), 8, 0.01);
}

TEST(VoronoiAgainstRaster, RealCrowdBeforeABottleneck)
{
    compareArchive("bottleneck__040_c_56_h-.txt", 1.0);
}
TEST(VoronoiAgainstRaster, RealCrowdInACorridor)
{
    compareArchive("uni-directional__uo-180-180-070.txt", 0.01);
}

}
}
