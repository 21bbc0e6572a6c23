#include "sim/risk/squares.hpp"

#include "sim/geometry/polygon.hpp"

namespace stairwise {

double toSide(Point at)
{
    const auto along = [](std::int32_t mm) {
        const std::int32_t off = mm - Squares::latticeOf(mm) * kSquareMm;
        return std::min(off, kSquareMm - off) / 1000.0;
    };
    return std::min(along(at.x), along(at.y));
}

Squares::Squares(const Walkable& walkable)
{
    std::size_t count = 0;
    for (const Surface& surface : walkable.surfaces) {
        const Box box = boxOf(surface.area.outer);
        Lattice lattice{latticeOf(box.low.x) - 1, latticeOf(box.low.y) - 1, 0, 0, count, false};
        lattice.columns = latticeOf(box.high.x) + 2 - lattice.column;
        lattice.rows = latticeOf(box.high.y) + 2 - lattice.row;
        lattices_.push_back(lattice);
        count += lattice.squares() + 2;
    }
    starts_.assign(count, 0);
}

std::size_t Squares::squareOf(const Lattice& lattice, Point at)
{
    const std::int32_t column = std::clamp(latticeOf(at.x) - lattice.column, 0, lattice.columns - 1);
    const std::int32_t row = std::clamp(latticeOf(at.y) - lattice.row, 0, lattice.rows - 1);
    return lattice.line(row) + static_cast<std::size_t>(column);
}

// By counting, on the surfaces where somebody stands: most of the ground is empty most of the time.
void Squares::sort(const Frame& frame)
{
    for (Lattice& lattice : lattices_) lattice.used = false;
    squareOf_.resize(frame.size());
    std::size_t standing = 0;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (frame.surface[i] >= lattices_.size()) continue;
        Lattice& lattice = lattices_[frame.surface[i]];
        if (!lattice.used)
            std::fill_n(starts_.begin() + static_cast<std::ptrdiff_t>(lattice.first), lattice.squares() + 2, 0U);
        lattice.used = true;
        squareOf_[i] = squareOf(lattice, {frame.x[i], frame.y[i]});
        ++starts_[squareOf_[i] + 2];
        ++standing;
    }
    std::uint32_t before = 0;
    for (const Lattice& lattice : lattices_) {
        if (!lattice.used) continue;
        for (std::size_t k = 0; k < lattice.squares() + 2; ++k) before = starts_[lattice.first + k] += before;
    }
    people_.resize(standing);
    for (std::uint32_t i = 0; i < frame.size(); ++i)
        if (frame.surface[i] < lattices_.size()) people_[starts_[squareOf_[i] + 1]++] = {{frame.x[i], frame.y[i]}, i};
}

}
