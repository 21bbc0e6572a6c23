#pragma once

#include "sim/picture/picture.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace stairwise::editor {

/// Shapes as what the shaders take: plain triangles, and lines and discs with soft edges. Drawn run after run, so that
/// the order of the shapes is kept.

struct FlatVertex {
    float x = 0.0F; // metres, less the mesh's origin
    float y = 0.0F;
    Colour colour;
};
struct SoftVertex {
    float x = 0.0F;
    float y = 0.0F;
    float outX = 0.0F; // see shaders/soft.vert
    float outY = 0.0F;
    float edgeX = 0.0F;
    float edgeY = 0.0F;
    float pixels = 0.0F;
    float metres = 0.0F;
    Colour colour;
};
enum class RunKind { Opaque, Clear, Soft };
struct Run {
    RunKind kind = RunKind::Opaque;
    std::uint32_t first = 0; // vertex of flat, index of soft
    std::uint32_t count = 0;
};
struct Mesh {
    Vec2 origin; // so that floats are exact far from zero
    std::vector<FlatVertex> flat;
    std::vector<SoftVertex> soft;
    std::vector<std::uint32_t> softIndices;
    std::vector<Run> runs;
};

[[nodiscard]] Mesh meshOf(std::span<const Shape> shapes);

}
