#include "sim/risk/voronoi.hpp"

#include <algorithm>

namespace stairwise {
namespace {

/// Whole cells one after another, as many as make up a square metre, the last one in part.
struct SquareMetre {
    double people = 0.0;
    double area = 0.0; // m²

    [[nodiscard]] bool full() const { return area >= 1.0; }
    void add(double share)
    {
        const double part = std::min(1.0, (1.0 - area) / share);
        people += part;
        area += part * share;
    }
};

}

double densityOverSquareMetre(const Shares& shares, std::size_t row)
{
    double people = 0.0;
    const double area = squareMetreAround(shares, row, [&](std::size_t, double part) { people += part; });
    return area > 0.0 ? people / area : 0.0;
}

/// Some people of a frame, one after another.
struct VoronoiCells::Block {
    CellCutter cutter;
    std::vector<CellCutter::Beside> beside; // of all of them
    std::vector<std::size_t> besideFrom;
    std::vector<std::uint32_t> near;
    std::vector<std::uint32_t> nearEnd;

    void cut(const Frame& frame, std::size_t begin, std::size_t end, std::size_t surfaces, std::vector<double>& area);
    void lookAround(const Frame& frame, std::size_t begin, std::size_t end, const std::vector<double>& area);
};

void VoronoiCells::Block::cut(const Frame& frame, std::size_t begin, std::size_t end, std::size_t surfaces,
                              std::vector<double>& area)
{
    beside.clear();
    besideFrom.clear();
    for (std::size_t row = begin; row < end; ++row) {
        besideFrom.push_back(beside.size());
        area[row] = 0.0;
        if (frame.surface[row] >= surfaces) continue;
        area[row] = cutter.shareOf(frame.surface[row], {frame.x[row], frame.y[row]}, static_cast<std::uint32_t>(row));
        if (area[row] < 1.0) beside.insert(beside.end(), cutter.beside().begin(), cutter.beside().end());
    }
    besideFrom.push_back(beside.size());
}

// Only as far as a square metre needs, which all cells are known for.
void VoronoiCells::Block::lookAround(const Frame& frame, std::size_t begin, std::size_t end,
                                     const std::vector<double>& area)
{
    near.clear();
    nearEnd.clear();
    for (std::size_t row = begin; row < end; ++row) {
        SquareMetre around;
        if (area[row] > 0.0) around.add(area[row]);
        const std::size_t before = near.size();
        bool looks = false;
        for (std::size_t i = besideFrom[row - begin]; i < besideFrom[row - begin + 1]; ++i) {
            if (around.full() || near.size() - before >= kMostNear) break;
            if (!beside[i].seen) {
                if (!looks) cutter.look(frame.surface[row], {frame.x[row], frame.y[row]});
                looks = true;
                if (!cutter.sees(beside[i])) continue;
            }
            near.push_back(beside[i].row);
            around.add(area[beside[i].row]);
        }
        nearEnd.push_back(static_cast<std::uint32_t>(near.size()));
    }
}

VoronoiCells::VoronoiCells(const Walkable& walkable) : sight_(walkable), squares_(walkable) {}
VoronoiCells::~VoronoiCells() = default;

void VoronoiCells::measure(const Frame& frame, Shares& shares)
{
    Workers alone(1);
    measure(frame, shares, alone);
}

void VoronoiCells::measure(const Frame& frame, Shares& shares, Workers& workers)
{
    squares_.sort(frame);
    while (blocks_.size() < blocksOf(frame.size()))
        blocks_.push_back(std::make_unique<Block>(Block{CellCutter(sight_, squares_), {}, {}, {}, {}}));
    shares.area.resize(frame.size());
    workers.forBlocks(frame.size(), [&](std::size_t b, std::size_t begin, std::size_t end) {
        blocks_[b]->cut(frame, begin, end, squares_.surfaces(), shares.area);
    });
    workers.forBlocks(frame.size(), [&](std::size_t b, std::size_t begin, std::size_t end) {
        blocks_[b]->lookAround(frame, begin, end, shares.area);
    });
    shares.near.clear();
    shares.nearFrom.assign(1, 0);
    for (std::size_t b = 0; b < blocksOf(frame.size()); ++b) {
        const auto before = static_cast<std::uint32_t>(shares.near.size());
        for (const std::uint32_t end : blocks_[b]->nearEnd) shares.nearFrom.push_back(before + end);
        shares.near.insert(shares.near.end(), blocks_[b]->near.begin(), blocks_[b]->near.end());
    }
}

void VoronoiCells::outline(const Frame& frame, std::span<const std::uint32_t> rows, const TakeOutline& take)
{
    squares_.sort(frame);
    CellCutter cutter(sight_, squares_);
    for (const std::uint32_t row : rows) {
        if (frame.surface[row] >= squares_.surfaces()) continue;
        const double share = cutter.shareOf(frame.surface[row], {frame.x[row], frame.y[row]}, row);
        take(row, cutter.outline(), share);
    }
}

}
