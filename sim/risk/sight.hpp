#pragma once

#include "sim/geometry/point.hpp"
#include "sim/walkable/walkable.hpp"

#include <span>
#include <vector>

namespace stairwise {

/// Who can see whom, and how far anybody sees: the edges of the surfaces, listed once by place. People on surfaces that
/// lie over one another in plan do not see each other unless a straight line leads from one to the other through
/// portals and no wall.

/// How far a Voronoi cell reaches from its person, along x and y. Alone in a hall one has 9 m² (the cut-off radius of
/// PedPy, as a square; the value is assumed: at 0.11 persons per m² nothing is crowded).
inline constexpr double kCellReach = 1.5;
/// Twice the farthest corner of such a cell: nobody farther off can cut it.
inline constexpr double kNeighbourReach = 4.2427;
/// A person may stand this far over the line while still counted on the surface before it (assumed: rounding to whole
/// millimetres and the last step).
inline constexpr double kOverTheLine = 0.01;

/// An edge of a surface. Portals lead on to another surface and have their own on the left.
struct SightEdge {
    Vec2 a;
    Vec2 b;
    SurfaceIndex surface = kNowhere;
    SurfaceIndex beyond = kNowhere; // kNowhere: a wall (or a locked door, or the way out of the drawing)
};

class SightMap {
public:
    explicit SightMap(const Walkable& walkable);

    struct Near {
        std::uint32_t edge = 0;
        float distance = 0.0F; // at least, from anywhere in the square metre
    };
    /// Edges of the surface within kNeighbourReach of a place, nearest first.
    [[nodiscard]] std::span<const Near> near(SurfaceIndex surface, Vec2 at) const;
    struct Reach {
        SurfaceIndex surface = kNowhere;
        float distance = 0.0F; // at least, to the portals on the way
    };
    /// Other surfaces within kNeighbourReach through at most kPortalsDeep portals, nearest first.
    [[nodiscard]] std::span<const Reach> reach(SurfaceIndex surface, Vec2 at) const;
    [[nodiscard]] const SightEdge& edge(std::uint32_t index) const { return edges_[index]; }
    [[nodiscard]] std::size_t surfaces() const { return squares_.size(); }

private:
    // Square metres over the surface's box, numbered from `first`.
    struct Squares {
        Vec2 low;
        int columns = 0;
        int rows = 0;
        std::size_t first = 0;
    };
    [[nodiscard]] std::size_t square(SurfaceIndex surface, Vec2 at) const;
    [[nodiscard]] Vec2 centre(const Squares& squares, int column, int row) const;
    void listEdges(const Walkable& walkable);
    void layOut(const Walkable& walkable);
    void listNear();
    void listReach();

    std::vector<SightEdge> edges_;
    std::vector<std::vector<std::uint32_t>> portals_; // edges that lead on, by surface
    std::vector<Squares> squares_;
    std::size_t count_ = 0; // of squares
    std::vector<std::uint32_t> nearStart_;
    std::vector<Near> near_;
    std::vector<std::uint32_t> reachStart_;
    std::vector<Reach> reach_;
};
inline constexpr int kPortalsDeep = 2;

/// What one person has before them. Filled by look(); kept from person to person for its memory.
class View {
public:
    explicit View(const SightMap& map) : map_(&map) {}

    void look(SurfaceIndex surface, Vec2 at);
    /// Metres to the nearest edge of the own surface; at most kNeighbourReach.
    [[nodiscard]] double free() const { return free_; }
    /// Is the place `offset` away, on another or the same surface, in sight?
    [[nodiscard]] bool sees(SurfaceIndex surface, Vec2 offset);

    struct Seen {
        double area = 0.0;     // m²
        double farthest = 0.0; // metres to the farthest point in sight
    };
    /// The part in sight of a convex window around the person (corners relative to them, counter-clockwise).
    [[nodiscard]] Seen within(std::span<const Vec2> window, double farthestCorner);

private:
    struct Piece { // of an edge, relative to the person
        Vec2 a;
        Vec2 b;
        double square; // of the distance of the whole edge
        SurfaceIndex surface;
        SurfaceIndex beyond;
    };
    struct Direction {
        double turn; // grows with the angle, 0 … 4
        Vec2 to;     // |x| + |y| = 1
        int corner;  // of the window: which; −1: end of an edge
    };
    struct Hit {
        Vec2 a;
        Vec2 b;
    };
    void gather(double radius);
    void gatherFrom(SurfaceIndex surface, double radius);
    void clipToWindow(std::span<const Vec2> window, double farthestCorner);
    void addDirection(Vec2 point, int corner);
    void sortDirections();
    [[nodiscard]] Hit firstHit(Vec2 direction, const Hit& windowEdge) const;

    const SightMap* map_;
    SurfaceIndex surface_ = kNowhere;
    Vec2 at_;
    double free_ = 0.0;
    double gathered_ = -1.0; // radius within which edges_ is complete
    std::vector<Piece> edges_;
    std::vector<Piece> pieces_; // edges_ within the window
    std::vector<Direction> directions_;
};

}
