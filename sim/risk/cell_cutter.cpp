#include "sim/risk/cell_cutter.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// Where the cell reaches beyond the nearest wall, they see as far as that wall. Less than 2 by far more than rounding.
constexpr double kTwiceFree = 1.99;
constexpr std::int32_t kRings = 9; // as far as kNeighbourReach
static_assert(kRings * kSquare >= kNeighbourReach);

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

// Nobody nearer than `sure` is missing once the ring is taken.
void CellCutter::takeRing(std::int32_t ring, double sure)
{
    others_.clear();
    std::erase_if(later_, [&](const Other& other) {
        if (other.square <= sure * sure) others_.push_back(other);
        return other.square <= sure * sure;
    });
    const auto takeOn = [&](SurfaceIndex surface) {
        squares_->ring(surface, at_, ring, [&](const Squares::Standing& standing) {
            if (standing.row == row_) return;
            const Vec2 offset{(standing.at.x - at_.x) / 1000.0, (standing.at.y - at_.y) / 1000.0};
            const double square = dot(offset, offset);
            (square <= sure * sure ? others_ : later_).push_back({square, offset, standing.row, surface});
        });
    };
    takeOn(surface_);
    const double farthest = std::min(2.0 * corner_, (ring + 1) * kSquare * 1.4143); // the ring's corners
    for (const SightMap::Reach& reach : sight_->reach(surface_, toMetres(at_))) {
        if (reach.distance > farthest) break;
        takeOn(reach.surface);
    }
    std::ranges::sort(others_, [](const Other& a, const Other& b) {
        return a.square != b.square ? a.square < b.square : a.row < b.row;
    });
}

// Does the other take a part of the cell, if they are in sight?
bool CellCutter::reaches(const Other& other)
{
    if (other.square >= 4.0 * corner_ * corner_) return false;
    const double middle = 0.5 * other.square;
    beyond_.resize(cell_.size()); // > 0: the corner is nearer to the other
    double most = 0.0;
    for (std::size_t i = 0; i < cell_.size(); ++i) {
        beyond_[i] = dot(cell_[i], other.offset) - middle;
        most = std::max(most, beyond_[i]);
    }
    return most > 0.0;
}

void CellCutter::cut()
{
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

// Looking is dear: first the question whether it matters.
void CellCutter::takeOthers()
{
    for (const Other& other : others_) {
        const bool here = other.square <= 0.0;
        const bool matters = here || reaches(other);
        if (matters && !view_.sees(other.surface, other.offset)) continue;
        if (known_ < kMostNear) beside_.push_back({other.offset, other.row, other.surface, matters});
        known_ += matters ? 1 : 0;
        if (here)
            ++here_;
        else if (matters)
            cut();
    }
}

const View::Seen& CellCutter::inSight()
{
    if (!inSight_)
        inSight_ = view_.free() < corner_ ? view_.within(cell_, corner_) : View::Seen{areaOf(cell_), corner_};
    return *inSight_;
}

double CellCutter::shareOf(SurfaceIndex surface, Point at, std::uint32_t row)
{
    surface_ = surface;
    at_ = at;
    row_ = row;
    view_.look(surface, toMetres(at));
    cell_ = {
        {-kCellReach, -kCellReach}, {kCellReach, -kCellReach}, {kCellReach, kCellReach}, {-kCellReach, kCellReach}};
    corner_ = farthestOf(cell_);
    inSight_.reset();
    later_.clear();
    beside_.clear();
    known_ = 0;
    here_ = 1;
    const double side = toSide(at);
    for (std::int32_t ring = kFirstRing; ring <= kRings; ++ring) {
        const double sure = ring * kSquare + side;
        takeRing(ring, sure);
        takeOthers();
        // Nobody farther off than twice the farthest point in sight can cut what is in sight.
        if (sure >= 2.0 * corner_) break;
        if (sure >= kTwiceFree * view_.free() && sure >= 2.0 * inSight().farthest) break;
    }
    return std::max(kLeastShare, inSight().area / here_);
}

}
