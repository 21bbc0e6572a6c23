#pragma once

#include "sim/walkable/walkable.hpp"

#include <cstddef>
#include <vector>

namespace stairwise {

/// How surfaces are cut into places that can be named and overlooked: a surface longer than 12 m into stretches of
/// about 6 m (both assumed: what a warden oversees), so that "the corridor before stair B" is told from the corridor.
class Stretches {
public:
    explicit Stretches(const Walkable& walkable);
    [[nodiscard]] std::size_t count() const { return surfaces_.size(); }
    [[nodiscard]] std::size_t of(SurfaceIndex surface, Vec2 at) const;
    [[nodiscard]] SurfaceIndex surface(std::size_t stretch) const { return surfaces_[stretch]; }

private:
    struct Cut {
        Vec2 low;
        Vec2 size; // of one stretch
        int columns = 1;
        int rows = 1;
        std::size_t first = 0;
    };
    std::vector<Cut> cuts_;              // by surface
    std::vector<SurfaceIndex> surfaces_; // by stretch
};

}
