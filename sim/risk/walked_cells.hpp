#pragma once

#include "sim/geometry/way_field.hpp"
#include "sim/walkable/walkable.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace stairwise {

/// Which squares people walk into between two moments; cells of kDensityCell over each surface's box.
class WalkedCells {
public:
    explicit WalkedCells(const Walkable& walkable);
    [[nodiscard]] const Grid& grid(SurfaceIndex surface) const { return grids_[surface]; }
    [[nodiscard]] std::size_t surfaces() const { return grids_.size(); }

    /// People of a moment, by ascending number, all on surfaces.
    struct Standing {
        std::span<const std::uint32_t> person;
        std::span<const std::uint32_t> surface;
        std::span<const Vec2> at; // metres
    };
    using Enter = std::function<void(SurfaceIndex surface, std::size_t cell)>;
    /// Calls `enter` for every cell that somebody enters on the straight way from one moment to the next, through the
    /// portal between two surfaces; for who was not there before, of the cell where they stand.
    void between(const Standing& before, const Standing& now, const Enter& enter) const;

private:
    struct Way {
        SurfaceIndex from = kNowhere;
        SurfaceIndex to = kNowhere;
        Vec2 a;
        Vec2 b;
    };
    void along(const Way& way, const Enter& enter) const;
    [[nodiscard]] std::optional<double> crossing(const Way& way) const;

    std::vector<Grid> grids_;
    std::vector<Portal> portals_;
    std::vector<std::vector<PortalIndex>> portalsBySurface_;
};

}
