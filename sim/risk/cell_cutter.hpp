#pragma once

#include "sim/risk/sight.hpp"
#include "sim/risk/squares.hpp"

#include <optional>
#include <span>
#include <vector>

namespace stairwise {

/// No cell is counted smaller (assumed: far below any body; keeps two people at one point finite).
inline constexpr double kLeastShare = 0.01; // m²
/// Others in sight that are kept beside a cell. With 12 at 13 persons per m² they still fill a square metre.
inline constexpr std::size_t kMostNear = 12;

/// Cuts one Voronoi cell after another; kept from person to person for its memory. One for each that works at a time.
class CellCutter {
public:
    CellCutter(const SightMap& sight, const Squares& squares) : sight_(&sight), squares_(&squares), view_(sight) {}

    /// m² of a person's cell in their sight.
    [[nodiscard]] double shareOf(SurfaceIndex surface, Point at, std::uint32_t row);

    /// Somebody near the last person. Only who cuts the cell was looked for.
    struct Beside {
        Vec2 offset;
        std::uint32_t row;
        SurfaceIndex surface;
        bool seen; // false: not known
    };
    /// The nearest first, less those who are known to be out of sight. Holds the kMostNear nearest in sight.
    [[nodiscard]] std::span<const Beside> beside() const { return beside_; }
    void look(SurfaceIndex surface, Point at) { view_.look(surface, toMetres(at)); }
    /// From where one looked last.
    [[nodiscard]] bool sees(const Beside& other) { return view_.sees(other.surface, other.offset); }
    /// The last person's cell, convex, counter-clockwise, around them; walls not taken off.
    [[nodiscard]] std::span<const Vec2> outline() const { return cell_; }

private:
    struct Other {
        double square; // of the distance
        Vec2 offset;
        std::uint32_t row;
        SurfaceIndex surface;
    };
    void takeRing(std::int32_t ring, double sure);
    void takeOthers();
    [[nodiscard]] bool reaches(const Other& other);
    void cut();
    [[nodiscard]] const View::Seen& inSight();

    const SightMap* sight_;
    const Squares* squares_;
    View view_;
    SurfaceIndex surface_ = kNowhere;
    Point at_;
    std::uint32_t row_ = 0;
    int here_ = 1;              // people at this very point share one cell
    std::size_t known_ = 0;     // of beside_, seen
    std::vector<Other> others_; // the next to be taken, nearest first
    std::vector<Other> later_;  // found, but somebody not found yet may be nearer
    std::vector<Beside> beside_;
    std::vector<Vec2> cell_;
    double corner_ = 0.0;               // metres to its farthest corner
    std::optional<View::Seen> inSight_; // what they see of it, until it is cut again
    std::vector<Vec2> cut_;
    std::vector<double> beyond_;
};

}
