#include "editor/view/mesh.hpp"

#include "editor/view/strokes.hpp"
#include "editor/view/tessellate.hpp"

#include <cmath>
#include <optional>

namespace stairwise::editor {
namespace {

// A fill behind a line or disc goes on in its run if it is small: fewer calls, where hundreds of doors each lay a
// threshold under a leaf. Square metres; assumed.
constexpr double kSmallFill = 4.0;

std::optional<Vec2> firstPoint(const Shape& shape)
{
    if (const auto* fill = std::get_if<FillShape>(&shape))
        for (const auto& ring : fill->rings)
            if (!ring.empty()) return ring.front();
    if (const auto* line = std::get_if<LineShape>(&shape); line != nullptr && !line->points.empty())
        return line->points.front();
    if (const auto* disc = std::get_if<DiscShape>(&shape)) return disc->centre;
    return std::nullopt;
}

double areaOf(const std::vector<std::array<Vec2, 3>>& parts)
{
    double sum = 0.0;
    for (const auto& [a, b, c] : parts) sum += 0.5 * std::abs(cross(b - a, c - a));
    return sum;
}

class Mesher {
public:
    Mesh run(std::span<const Shape> shapes)
    {
        for (const Shape& shape : shapes)
            if (const auto point = firstPoint(shape)) {
                mesh_.origin = *point;
                break;
            }
        for (const Shape& shape : shapes) std::visit([this](const auto& s) { add(s); }, shape);
        return std::move(mesh_);
    }

private:
    void add(const FillShape& fill)
    {
        const auto parts = triangles(fill.rings);
        if (parts.empty() || fill.colour.a == 0) return;
        if (!mesh_.runs.empty() && mesh_.runs.back().kind == RunKind::Soft && areaOf(parts) < kSmallFill)
            return addSoft(parts, fill.colour);
        Run& run = runOf(fill.colour.a == 255 ? RunKind::Opaque : RunKind::Clear);
        for (const auto& part : parts)
            for (const Vec2 corner : part) {
                const Vec2 at = corner - mesh_.origin;
                mesh_.flat.push_back({static_cast<float>(at.x), static_cast<float>(at.y), fill.colour});
            }
        run.count += static_cast<std::uint32_t>(3 * parts.size());
    }

    void addSoft(const std::vector<std::array<Vec2, 3>>& parts, Colour colour)
    {
        for (const auto& part : parts)
            for (const Vec2 corner : part) {
                const Vec2 at = corner - mesh_.origin;
                mesh_.softIndices.push_back(static_cast<std::uint32_t>(mesh_.soft.size()));
                mesh_.soft.push_back(
                    {static_cast<float>(at.x), static_cast<float>(at.y), 0.0F, 0.0F, 0.0F, 0.0F, 1.0F, 0.0F, colour});
            }
        mesh_.runs.back().count += static_cast<std::uint32_t>(3 * parts.size());
    }

    void add(const LineShape& line)
    {
        if (line.points.empty() || line.colour.a == 0) return;
        Run& run = runOf(RunKind::Soft);
        addStroke(mesh_, line);
        run.count = static_cast<std::uint32_t>(mesh_.softIndices.size()) - run.first;
    }
    void add(const DiscShape& disc)
    {
        if (disc.colour.a == 0) return;
        Run& run = runOf(RunKind::Soft);
        addDisc(mesh_, disc);
        run.count = static_cast<std::uint32_t>(mesh_.softIndices.size()) - run.first;
    }
    void add(const TextShape&) {}

    Run& runOf(RunKind kind)
    {
        if (mesh_.runs.empty() || mesh_.runs.back().kind != kind) {
            const std::size_t first = kind == RunKind::Soft ? mesh_.softIndices.size() : mesh_.flat.size();
            mesh_.runs.push_back({kind, static_cast<std::uint32_t>(first), 0});
        }
        return mesh_.runs.back();
    }

    Mesh mesh_;
};

}

Mesh meshOf(std::span<const Shape> shapes)
{
    return Mesher().run(shapes);
}

}
