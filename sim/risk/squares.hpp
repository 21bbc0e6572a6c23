#pragma once

#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace stairwise {

/// People of a frame sorted into squares of half a metre, on one lattice for all surfaces, so that rings around a place
/// match on each of them.

inline constexpr std::int32_t kSquareMm = 500;
inline constexpr double kSquare = kSquareMm / 1000.0; // metres
inline constexpr std::int32_t kFirstRing = 2;         // taken as one block: the square metre around asks for as much

/// Metres from a place to the nearest side of its own square.
[[nodiscard]] double toSide(Point at);

class Squares {
public:
    explicit Squares(const Walkable& walkable);
    void sort(const Frame& frame);
    [[nodiscard]] std::size_t surfaces() const { return lattices_.size(); }

    struct Standing {
        Point at;
        std::uint32_t row; // of the frame
    };
    /// Calls visit(standing) for everybody on the surface in the squares of a ring around a place, beside it or on it.
    template <class Visit> void ring(SurfaceIndex surface, Point at, std::int32_t ring, Visit visit) const;

private:
    struct Lattice {
        std::int32_t column = 0; // of the first square
        std::int32_t row = 0;
        std::int32_t columns = 0;
        std::int32_t rows = 0;
        std::size_t first = 0; // of its squares, in starts_
        bool used = false;     // somebody stands there

        [[nodiscard]] std::size_t squares() const
        {
            return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
        }
        [[nodiscard]] std::size_t line(std::int32_t j) const
        {
            return first + static_cast<std::size_t>(j) * static_cast<std::size_t>(columns);
        }
    };
    [[nodiscard]] static std::int32_t latticeOf(std::int32_t mm);
    [[nodiscard]] static std::size_t squareOf(const Lattice& lattice, Point at);
    [[nodiscard]] std::span<const Standing> between(std::size_t line, std::int32_t left, std::int32_t right) const
    {
        const std::uint32_t begin = starts_[line + static_cast<std::size_t>(left)];
        return {people_.data() + begin, starts_[line + static_cast<std::size_t>(right) + 1] - begin};
    }
    friend double toSide(Point at);

    std::vector<Lattice> lattices_;     // by surface
    std::vector<std::uint32_t> starts_; // of each square in people_, two more a surface; of used surfaces
    std::vector<std::size_t> squareOf_; // by row
    std::vector<Standing> people_;
};

template <class Visit> void Squares::ring(SurfaceIndex surface, Point at, std::int32_t ring, Visit visit) const
{
    const Lattice& lattice = lattices_[surface];
    if (!lattice.used) return;
    const std::int32_t column = latticeOf(at.x) - lattice.column;
    const std::int32_t row = latticeOf(at.y) - lattice.row;
    const std::int32_t left = std::max(column - ring, 0);
    const std::int32_t right = std::min(column + ring, lattice.columns - 1);
    if (left > right) return;
    for (std::int32_t j = std::max(row - ring, 0); j <= std::min(row + ring, lattice.rows - 1); ++j) {
        const std::size_t line = lattice.line(j);
        if (ring == kFirstRing || j == row - ring || j == row + ring) {
            for (const Standing& standing : between(line, left, right)) visit(standing);
        } else { // inner lines were taken with the rings before, all but both ends
            if (left == column - ring)
                for (const Standing& standing : between(line, left, left)) visit(standing);
            if (right == column + ring)
                for (const Standing& standing : between(line, right, right)) visit(standing);
        }
    }
}

inline std::int32_t Squares::latticeOf(std::int32_t mm)
{
    return mm >= 0 ? mm / kSquareMm : -((-mm + kSquareMm - 1) / kSquareMm);
}

}
