#pragma once

#include "sim/egress/network.hpp"

#include <cstdint>
#include <vector>

namespace stairwise {

/// What does not change while people walk: the cells that sort people, the walls and portals near each cell, and the
/// directions of every way. Internal to sim/crowd. Single precision, metres.

inline constexpr float kCrowdCell = 0.7F; // metres
inline constexpr int kReachCells = 2;     // cells looked at on each side
inline constexpr float kReach = kCrowdCell * kReachCells;
inline constexpr float kWallReach = 0.6F; // metres from a cell within which its walls are listed

struct WallLine {
    float ax, ay, bx, by;
    float ux, uy, length; // unit vector a → b
};

/// A portal seen from one of its surfaces.
struct PortalLine {
    float ax, ay, bx, by; // this surface on the left
    PassageIndex passage;
    std::uint32_t slot; // index into `portals` of the surface's ways
};

/// Cells [begin, end) of another surface, seen through a portal line of the cell's own surface.
struct FarCells {
    std::uint32_t begin, end;
    float ax, ay, bx, by;
};

struct Room {
    float lowX = 0, lowY = 0;
    int columns = 0, rows = 0;
    std::uint32_t firstCell = 0;
    std::uint32_t firstWay = 0; // ways of this surface: one a portal, then its leaving lines, then areas
    float planPerSlope = 1;
    float uphillX = 0, uphillY = 0;
    float rising = 0;
};

/// A list for each cell, all in one array.
template <class T> struct PerCell {
    std::vector<std::uint32_t> start; // cells + 1
    std::vector<T> items;
    [[nodiscard]] const T* begin(std::uint32_t cell) const { return items.data() + start[cell]; }
    [[nodiscard]] const T* end(std::uint32_t cell) const { return items.data() + start[cell + 1]; }
};

/// A way to follow on one surface.
struct Way {
    enum class Kind : std::uint8_t { Portal, Line, Area } kind = Kind::Portal;
    std::uint32_t target = 0; // passage, index of the leaving line, index of the assembly
    float lowX = 0, lowY = 0, perCell = 0;
    int columns = 0, rows = 0;
    std::size_t first = 0; // into Terrain::directions
    const WayField* field = nullptr;
    Segment line; // of a portal or leaving line
};

struct LeavingLine;

struct Terrain {
    std::vector<Room> rooms;
    std::uint32_t cells = 0;
    PerCell<WallLine> walls;
    PerCell<PortalLine> portals;
    PerCell<FarCells> far;
    std::vector<std::uint8_t> blind; // a wall may stand between people of this cell and their neighbours
    std::vector<float> squeeze;      // metres: nearest that a body's centre need keep from walls (narrow doors)
    std::vector<Way> ways;
    std::vector<float> directions;       // x, y by turns
    std::vector<std::uint32_t> lineWays; // way of each leaving line
    std::vector<std::uint32_t> areaWays; // way of each assembly
    std::vector<WayField> ownFields;     // of lines

    [[nodiscard]] std::uint32_t cellAt(std::uint32_t room, float x, float y) const
    {
        const Room& r = rooms[room];
        int column = static_cast<int>((x - r.lowX) * (1.0F / kCrowdCell));
        int row = static_cast<int>((y - r.lowY) * (1.0F / kCrowdCell));
        column = column < 0 ? 0 : column >= r.columns ? r.columns - 1 : column;
        row = row < 0 ? 0 : row >= r.rows ? r.rows - 1 : row;
        return r.firstCell + static_cast<std::uint32_t>(row * r.columns + column);
    }
};

[[nodiscard]] Terrain terrainOf(const Walkable& walkable, const Network& network,
                                const std::vector<LeavingLine>& lines);

/// The direction of a way at a place: bilinear, a unit vector; where the field knows none, straight to its line.
struct Heading {
    float x, y;
};
[[nodiscard]] Heading headingAt(const Terrain& terrain, const Way& way, float x, float y);

}
