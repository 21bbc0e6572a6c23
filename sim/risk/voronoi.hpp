#pragma once

#include "sim/risk/sight.hpp"
#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace stairwise {

/// The Voronoi cell of each person of a frame: what lies nearer to them than to anybody whom they see, within
/// kCellReach and in their sight. Its area is their share of the floor. docs/measures.md.

/// No cell is counted smaller (assumed: far below any body; keeps two people at one point finite).
inline constexpr double kLeastShare = 0.01; // m²
/// Others in sight that are kept beside a cell. With 12 at 13 persons per m² they still fill a square metre.
inline constexpr std::size_t kMostNear = 12;

/// Rows are those of the frame.
struct Shares {
    std::vector<double> area;            // m²; 0 for people on no surface
    std::vector<std::uint32_t> nearFrom; // where each row's list begins in `near`; one more at the end
    std::vector<std::uint32_t> near;     // rows of the nearest in sight, nearest first, as far as a square metre needs
};

/// Persons per m² in the square metre around a person: as many whole cells, theirs first, then those of the nearest in
/// sight, as make up 1 m², the last one in part.
[[nodiscard]] double densityOverSquareMetre(const Shares& shares, std::size_t row);

class VoronoiCells {
public:
    explicit VoronoiCells(const Walkable& walkable);
    VoronoiCells(const VoronoiCells&) = delete; // the view points into the map beside it
    VoronoiCells& operator=(const VoronoiCells&) = delete;
    void measure(const Frame& frame, Shares& shares);
    /// Of some rows, for who wants to know where a cell lies: its convex outline around the person (metres, walls not
    /// taken off) and the person's share of the floor (walls taken off).
    using TakeOutline = std::function<void(std::uint32_t row, std::span<const Vec2> outline, double share)>;
    void outline(const Frame& frame, std::span<const std::uint32_t> rows, const TakeOutline& take);

private:
    // Squares of half a metre on one lattice for all surfaces, so that rings around a place match on each of them.
    struct Lattice {
        std::int32_t column = 0; // of the first square
        std::int32_t row = 0;
        std::int32_t columns = 0;
        std::int32_t rows = 0;
        std::size_t first = 0;
    };
    struct Other {
        double square; // of the distance
        Vec2 offset;
        std::uint32_t row;
        SurfaceIndex surface;
    };
    [[nodiscard]] std::size_t squareOf(const Lattice& lattice, std::int32_t x, std::int32_t y) const;
    void sortIntoSquares(const Frame& frame);
    void clearSquares(const Frame& frame);
    void takeRing(const Frame& frame, std::uint32_t row, std::int32_t ring);
    void takeSquares(const Frame& frame, std::uint32_t row, SurfaceIndex surface, std::int32_t ring);
    void takeSquare(const Frame& frame, std::uint32_t row, SurfaceIndex surface, std::size_t square);
    [[nodiscard]] const View::Seen& inSight();
    [[nodiscard]] double shareOf(const Frame& frame, std::uint32_t row, Shares& shares);
    void cutBy(Vec2 offset);

    SightMap sight_;
    View view_;
    std::vector<Lattice> lattices_;     // by surface
    std::vector<std::int32_t> heads_;   // first row in each square; −1: none
    std::vector<std::int32_t> follows_; // next row in the same square

    // Of the person whose cell is being cut:
    std::vector<Other> others_;         // found, nearest first, not yet used
    std::vector<Vec2> cell_;            // convex, counter-clockwise, around the person
    double corner_ = 0.0;               // metres to its farthest corner
    std::optional<View::Seen> inSight_; // what they see of it, until it is cut again
    std::vector<Vec2> cut_;
    std::vector<double> beyond_;
};

}
