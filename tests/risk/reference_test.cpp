// Voronoi cells against a plain slow reference: the plane in small squares, each given to the nearest person who sees
// it. Made-up crowds in awkward rooms, and real trajectories where the archive is at hand.

#include "sim/base/random.hpp"
#include "sim/risk/voronoi.hpp"
#include "tests/risk/floors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace stairwise {
namespace {

bool crosses(Vec2 a, Vec2 b, const Segment& wall)
{
    const Vec2 p = toMetres(wall.a);
    const Vec2 q = toMetres(wall.b);
    const auto side = [](Vec2 u, Vec2 v, Vec2 w) { return cross(v - u, w - u) > 0.0; };
    return side(a, b, p) != side(a, b, q) && side(p, q, a) != side(p, q, b);
}

bool sees(const std::vector<Segment>& walls, Vec2 a, Vec2 b)
{
    return std::ranges::none_of(walls, [&](const Segment& wall) { return crosses(a, b, wall); });
}

// The share of one person: squares within reach and sight, nearer to them than to anybody they see.
double rasterShare(const Floors& floors, const Frame& frame, std::size_t row, double pixel)
{
    const std::vector<Segment> walls = edgesOf(floors.walkable.surfaces[0].area);
    const auto place = [&](std::size_t i) { return toMetres({frame.x[i], frame.y[i]}); };
    const Vec2 me = place(row);
    std::vector<Vec2> others;
    for (std::size_t i = 0; i < frame.size(); ++i)
        if (i != row && length(place(i) - me) < 4.3 && sees(walls, me, place(i))) others.push_back(place(i));
    std::vector<Segment> around;
    for (const Segment& wall : walls)
        if (length(nearestOn(toMetres(wall.a), toMetres(wall.b), me) - me) < 2.2) around.push_back(wall);
    std::size_t mine = 0;
    const int steps = static_cast<int>(std::lround(kCellReach / pixel));
    for (int j = -steps; j < steps; ++j)
        for (int i = -steps; i < steps; ++i) {
            // Somewhere in the square: middles would favour outlines that run along them.
            const auto chance = [&](std::uint32_t purpose) {
                return uniform(
                    {row, static_cast<std::uint64_t>(i + steps), purpose, static_cast<std::uint32_t>(j + steps)});
            };
            const Vec2 at = me + Vec2{(i + chance(1)) * pixel, (j + chance(2)) * pixel};
            const double own = dot(at - me, at - me);
            const bool nearest =
                std::ranges::none_of(others, [&](Vec2 other) { return dot(at - other, at - other) < own; });
            if (nearest && sees(around, me, at)) ++mine;
        }
    return static_cast<double>(mine) * pixel * pixel;
}

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

// Frames of an archive file: "id frame x y …", with `scale` to metres.
std::map<int, Frame> framesOf(const std::filesystem::path& path, double scale)
{
    std::map<int, Frame> frames;
    std::ifstream stream(path);
    std::string text;
    while (std::getline(stream, text)) {
        if (text.empty() || text[0] == '#') continue;
        std::istringstream row(text);
        int id = 0;
        int number = 0;
        double x = 0.0;
        double y = 0.0;
        if (row >> id >> number >> x >> y) stand(frames[number], 0, {x * scale, y * scale});
    }
    return frames;
}

void compareArchive(const char* name, double scale)
{
    const std::filesystem::path path =
        std::filesystem::path(STAIRWISE_SOURCE_DIR) / "../shared/validation/data/trajectories" / name;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the archive is not at hand";
    auto frames = framesOf(path, scale);
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
