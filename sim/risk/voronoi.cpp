#include "sim/risk/voronoi.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr std::int32_t kSquareMm = 500;
constexpr double kSquare = kSquareMm / 1000.0;
constexpr std::int32_t kRings = 9;     // as far as kNeighbourReach
constexpr std::int32_t kFirstRing = 2; // taken as one block: the square metre around asks for as much
static_assert(kRings * kSquare >= kNeighbourReach);

std::int32_t latticeOf(std::int32_t mm)
{
    return mm >= 0 ? mm / kSquareMm : -((-mm + kSquareMm - 1) / kSquareMm);
}

// Metres from a place to the nearest side of its own square.
double toSide(std::int32_t mm)
{
    const std::int32_t off = mm - latticeOf(mm) * kSquareMm;
    return std::min(off, kSquareMm - off) / 1000.0;
}

double areaOf(std::span<const Vec2> ring)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) twice += cross(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
    return 0.5 * twice;
}

double farthestOf(std::span<const Vec2> ring)
{
    double most = 0.0;
    for (const Vec2 corner : ring) most = std::max(most, dot(corner, corner));
    return std::sqrt(most);
}

}

double densityOverSquareMetre(const Shares& shares, std::size_t row)
{
    constexpr double kPatch = 1.0; // m²
    if (shares.area[row] <= 0.0) return 0.0;
    double people = 0.0;
    double area = 0.0;
    const auto count = [&](double share) {
        const double part = std::min(1.0, (kPatch - area) / share);
        people += part;
        area += part * share;
    };
    count(shares.area[row]);
    for (std::uint32_t i = shares.nearFrom[row]; i < shares.nearFrom[row + 1] && area < kPatch; ++i)
        count(shares.area[shares.near[i]]);
    return people / area;
}

VoronoiCells::VoronoiCells(const Walkable& walkable) : sight_(walkable), view_(sight_)
{
    std::size_t count = 0;
    for (const Surface& surface : walkable.surfaces) {
        const Box box = boxOf(surface.area.outer);
        Lattice lattice{latticeOf(box.low.x) - 1, latticeOf(box.low.y) - 1, 0, 0, count};
        lattice.columns = latticeOf(box.high.x) + 2 - lattice.column;
        lattice.rows = latticeOf(box.high.y) + 2 - lattice.row;
        lattices_.push_back(lattice);
        count += static_cast<std::size_t>(lattice.columns) * static_cast<std::size_t>(lattice.rows);
    }
    heads_.assign(count, -1);
}

std::size_t VoronoiCells::squareOf(const Lattice& lattice, std::int32_t x, std::int32_t y) const
{
    const std::int32_t column = std::clamp(latticeOf(x) - lattice.column, 0, lattice.columns - 1);
    const std::int32_t row = std::clamp(latticeOf(y) - lattice.row, 0, lattice.rows - 1);
    return lattice.first + static_cast<std::size_t>(row) * static_cast<std::size_t>(lattice.columns) +
           static_cast<std::size_t>(column);
}

void VoronoiCells::sortIntoSquares(const Frame& frame)
{
    follows_.assign(frame.size(), -1);
    for (std::size_t i = frame.size(); i-- > 0;) { // from behind, so that each square lists its rows in order
        if (frame.surface[i] >= lattices_.size()) continue;
        std::int32_t& head = heads_[squareOf(lattices_[frame.surface[i]], frame.x[i], frame.y[i])];
        follows_[i] = head;
        head = static_cast<std::int32_t>(i);
    }
}

void VoronoiCells::clearSquares(const Frame& frame)
{
    for (std::size_t i = 0; i < frame.size(); ++i)
        if (frame.surface[i] < lattices_.size())
            heads_[squareOf(lattices_[frame.surface[i]], frame.x[i], frame.y[i])] = -1;
}

void VoronoiCells::takeSquares(const Frame& frame, std::uint32_t row, SurfaceIndex surface, std::int32_t ring)
{
    const Lattice& lattice = lattices_[surface];
    const std::int32_t column = latticeOf(frame.x[row]) - lattice.column;
    const std::int32_t line = latticeOf(frame.y[row]) - lattice.row;
    const std::int32_t left = std::max(column - ring, 0);
    const std::int32_t right = std::min(column + ring, lattice.columns - 1);
    for (std::int32_t j = std::max(line - ring, 0); j <= std::min(line + ring, lattice.rows - 1); ++j) {
        const std::size_t start =
            lattice.first + static_cast<std::size_t>(j) * static_cast<std::size_t>(lattice.columns);
        if (ring == kFirstRing || j == line - ring || j == line + ring) {
            for (std::int32_t i = left; i <= right; ++i)
                takeSquare(frame, row, surface, start + static_cast<std::size_t>(i));
        } else { // inner lines were taken with the rings before, all but both ends
            if (left == column - ring && left < lattice.columns)
                takeSquare(frame, row, surface, start + static_cast<std::size_t>(left));
            if (right == column + ring && right >= 0)
                takeSquare(frame, row, surface, start + static_cast<std::size_t>(right));
        }
    }
}

void VoronoiCells::takeSquare(const Frame& frame, std::uint32_t row, SurfaceIndex surface, std::size_t square)
{
    for (std::int32_t other = heads_[square]; other >= 0; other = follows_[static_cast<std::size_t>(other)]) {
        const auto o = static_cast<std::uint32_t>(other);
        if (o == row) continue;
        const Vec2 offset{(frame.x[o] - frame.x[row]) / 1000.0, (frame.y[o] - frame.y[row]) / 1000.0};
        others_.push_back({dot(offset, offset), offset, o, surface});
    }
}

void VoronoiCells::takeRing(const Frame& frame, std::uint32_t row, std::int32_t ring)
{
    const SurfaceIndex surface = frame.surface[row];
    const std::size_t before = others_.size();
    takeSquares(frame, row, surface, ring);
    const double farthest = std::min(2.0 * corner_, (ring + 1) * kSquare * 1.4143); // the ring's corners
    for (const SightMap::Reach& reach : sight_.reach(surface, toMetres({frame.x[row], frame.y[row]}))) {
        if (reach.distance > farthest) break;
        takeSquares(frame, row, reach.surface, ring);
    }
    if (others_.size() == before) return;
    std::ranges::sort(others_, [](const Other& a, const Other& b) {
        return a.square != b.square ? a.square < b.square : a.row < b.row;
    });
}

void VoronoiCells::cutBy(Vec2 offset)
{
    const double middle = 0.5 * dot(offset, offset);
    beyond_.clear(); // > 0: the corner is nearer to the other
    bool cuts = false;
    for (const Vec2 corner : cell_) {
        beyond_.push_back(dot(corner, offset) - middle);
        cuts = cuts || beyond_.back() > 0.0;
    }
    if (!cuts) return;
    cut_.clear();
    for (std::size_t i = 0; i < cell_.size(); ++i) {
        const std::size_t j = i + 1 < cell_.size() ? i + 1 : 0;
        const double from = beyond_[i];
        const double to = beyond_[j];
        if (from <= 0.0) cut_.push_back(cell_[i]);
        if ((from < 0.0 && to > 0.0) || (from > 0.0 && to < 0.0))
            cut_.push_back(cell_[i] + (cell_[j] - cell_[i]) * (from / (from - to)));
    }
    cell_.swap(cut_);
    corner_ = farthestOf(cell_);
    inSight_.reset();
}

const View::Seen& VoronoiCells::inSight()
{
    if (!inSight_)
        inSight_ = view_.free() < corner_ ? view_.within(cell_, corner_) : View::Seen{areaOf(cell_), corner_};
    return *inSight_;
}

double VoronoiCells::shareOf(const Frame& frame, std::uint32_t row, Shares& shares)
{
    const SurfaceIndex surface = frame.surface[row];
    view_.look(surface, toMetres({frame.x[row], frame.y[row]}));
    cell_ = {
        {-kCellReach, -kCellReach}, {kCellReach, -kCellReach}, {kCellReach, kCellReach}, {-kCellReach, kCellReach}};
    corner_ = farthestOf(cell_);
    others_.clear();
    const double side = std::min(toSide(frame.x[row]), toSide(frame.y[row]));
    inSight_.reset();
    int here = 1; // people at this very point share one cell
    for (std::int32_t ring = kFirstRing; ring <= kRings; ++ring) {
        takeRing(frame, row, ring);
        std::size_t next = 0;
        const double sure = ring * kSquare + side; // nobody nearer than this is missing
        for (; next < others_.size() && others_[next].square <= sure * sure; ++next) {
            const Other& other = others_[next];
            const bool near = shares.near.size() - shares.nearFrom[row] < kMostNear;
            const bool cuts = other.square < 4.0 * corner_ * corner_;
            if ((!near && !cuts) || !view_.sees(other.surface, other.offset)) continue;
            if (near) shares.near.push_back(other.row);
            if (other.square > 0.0) cutBy(other.offset);
            if (other.square <= 0.0) ++here;
        }
        others_.erase(others_.begin(), others_.begin() + static_cast<std::ptrdiff_t>(next));
        // Nobody farther off than twice the farthest point in sight can cut what is in sight.
        if (sure >= 2.0 * corner_ || sure >= 2.0 * inSight().farthest) break;
    }
    return std::max(kLeastShare, inSight().area / here);
}

void VoronoiCells::measure(const Frame& frame, Shares& shares)
{
    sortIntoSquares(frame);
    shares.area.clear();
    shares.near.clear();
    shares.nearFrom.clear();
    for (std::uint32_t row = 0; row < frame.size(); ++row) {
        shares.nearFrom.push_back(static_cast<std::uint32_t>(shares.near.size()));
        shares.area.push_back(frame.surface[row] < lattices_.size() ? shareOf(frame, row, shares) : 0.0);
    }
    shares.nearFrom.push_back(static_cast<std::uint32_t>(shares.near.size()));
    clearSquares(frame);
}

void VoronoiCells::outline(const Frame& frame, std::span<const std::uint32_t> rows, const TakeOutline& take)
{
    sortIntoSquares(frame);
    Shares unused;
    unused.nearFrom.assign(frame.size(), 0);
    for (const std::uint32_t row : rows) {
        if (frame.surface[row] >= lattices_.size()) continue;
        unused.near.clear();
        const double share = shareOf(frame, row, unused);
        take(row, cell_, share);
    }
    clearSquares(frame);
}

}
