#pragma once

#include "sim/base/parallel.hpp"
#include "sim/risk/cell_cutter.hpp"
#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace stairwise {

/// The Voronoi cell of each person of a frame: what lies nearer to them than to anybody whom they see, within
/// kCellReach and in their sight. Its area is their share of the floor. docs/measures.md.

/// Rows are those of the frame.
struct Shares {
    std::vector<double> area;            // m²; 0 for people on no surface
    std::vector<std::uint32_t> nearFrom; // where each row's list begins in `near`; one more at the end
    std::vector<std::uint32_t> near;     // rows of the nearest in sight, nearest first, as far as a square metre needs
};

/// The square metre around a person: as many whole cells, theirs first, then those of the nearest in sight, as make up
/// 1 m², the last one in part. Calls visit(row, part of the cell); returns its size in m², which is more where the
/// person's own cell is, and less where nobody else is in sight.
template <class Visit> double squareMetreAround(const Shares& shares, std::size_t row, Visit visit);
/// Persons per m² in it; 0 for people on no surface.
[[nodiscard]] double densityOverSquareMetre(const Shares& shares, std::size_t row);

class VoronoiCells {
public:
    explicit VoronoiCells(const Walkable& walkable);
    ~VoronoiCells();
    VoronoiCells(const VoronoiCells&) = delete; // the cutters point into the map beside them
    VoronoiCells& operator=(const VoronoiCells&) = delete;
    void measure(const Frame& frame, Shares& shares);
    void measure(const Frame& frame, Shares& shares, Workers& workers);
    /// Of some rows, for who wants to know where a cell lies: its convex outline around the person (metres, walls not
    /// taken off) and the person's share of the floor (walls taken off).
    using TakeOutline = std::function<void(std::uint32_t row, std::span<const Vec2> outline, double share)>;
    void outline(const Frame& frame, std::span<const std::uint32_t> rows, const TakeOutline& take);

private:
    struct Block;
    SightMap sight_;
    Squares squares_;
    std::vector<std::unique_ptr<Block>> blocks_; // of people; kept for their memory
};

template <class Visit> double squareMetreAround(const Shares& shares, std::size_t row, Visit visit)
{
    const double own = shares.area[row];
    if (own <= 0.0) return 0.0;
    visit(row, 1.0);
    double area = own;
    for (std::uint32_t i = shares.nearFrom[row]; i < shares.nearFrom[row + 1] && area < 1.0; ++i) {
        const std::size_t other = shares.near[i];
        const double part = std::min(1.0, (1.0 - area) / shares.area[other]);
        visit(other, part);
        area += part * shares.area[other];
    }
    return area;
}

}
