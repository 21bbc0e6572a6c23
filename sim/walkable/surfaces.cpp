#include "sim/geometry/polygon.hpp"
#include "sim/walkable/making.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace stairwise {
namespace {

std::vector<Ring> standingOn(const Box& box, const std::vector<Obstacle>& obstacles)
{
    std::vector<Ring> rings;
    for (const Obstacle& obstacle : obstacles)
        if (obstacle.polygon.size() >= 3 && overlap(box, boxOf(obstacle.polygon))) rings.push_back(obstacle.polygon);
    return rings;
}

void add(Making& making, Surface surface, const std::vector<Obstacle>* obstacles)
{
    const Box box = boxOf(surface.area.outer);
    making.drawn.push_back(surface.area);
    making.boxes.push_back(box);
    making.throats.emplace_back();
    making.obstacles.push_back(obstacles == nullptr ? std::vector<Ring>{} : standingOn(box, *obstacles));
    making.made.surfaces.push_back(std::move(surface));
}

SurfaceIndex nextIndex(const Making& making)
{
    return static_cast<SurfaceIndex>(making.made.surfaces.size());
}

void addSpace(Making& making, Level& level, const Space& space, const std::vector<Obstacle>& obstacles)
{
    const StoreyId storey = level.storey == nullptr ? StoreyId{} : level.storey->id;
    if (!valid(space.polygon)) {
        note(making, Severity::Error, {space.id.value, storey.value, {}}, {"walkable.space_broken", {}},
             {"walkable.space_broken.mend", {}});
        return;
    }
    Surface surface;
    surface.element = space.id.value;
    surface.space = space.id;
    surface.storey = storey;
    surface.outdoor = space.kind == SpaceKind::Outdoor;
    surface.area = space.polygon;
    surface.elevation = level.storey == nullptr ? 0.0 : level.storey->elevation / 1000.0;
    level.floors.push_back(nextIndex(making));
    add(making, std::move(surface), &obstacles);
}

void leaveOut(Making& making, const Stair& stair, Message what)
{
    note(making, Severity::Error, {stair.id.value, "", stair.origin}, std::move(what),
         {"walkable.stair_left_out.mend", {}});
}

// Heights that the steps give and the storeys ask for, rise by rise, are compared; flights are stretched to the
// storeys.
struct RiseHeights {
    double foot = 0.0;    // metres
    double stretch = 1.0; // true height over the steps' height
};

std::vector<RiseHeights> heightsOf(Making& making, const MadeStair& made)
{
    constexpr double kTolerance = 20.0; // mm: assumed: what a screed makes good
    const Stair& stair = *made.stair;
    std::vector<RiseHeights> heights;
    for (std::size_t i = 0; i + 1 < made.levels.size(); ++i) {
        const Storey& lower = *making.levels[made.levels[i]].storey;
        const Storey& upper = *making.levels[made.levels[i + 1]].storey;
        std::int64_t steps = 0;
        for (const int n : stair.steps[i]) steps += n;
        const double climbed = static_cast<double>(steps) * stair.riser;
        const double wanted = static_cast<double>(upper.elevation) - lower.elevation;
        heights.push_back({lower.elevation / 1000.0, wanted / climbed});
        if (std::abs(climbed - wanted) <= kTolerance) continue;
        Finding& finding = note(making, Severity::Warning, {stair.id.value, lower.id.value, stair.origin},
                                {"walkable.stair_height", {fmt::to_string(steps), upper.id.value}},
                                {"walkable.stair_height.mend", {}});
        finding.measured = millimetres(climbed);
        finding.required = millimetres(wanted);
    }
    return heights;
}

Surface surfaceFrom(const Stair& stair, const StairPart& part, const RiseHeights& heights)
{
    Surface surface;
    surface.kind = part.kind == StairPart::Kind::Flight        ? SurfaceKind::Flight
                   : part.kind == StairPart::Kind::HalfLanding ? SurfaceKind::HalfLanding
                                                               : SurfaceKind::FloorLanding;
    surface.element = elementOf(stair, part);
    surface.stair = stair.id;
    surface.rise = part.rise;
    surface.flight = part.number;
    surface.area = {part.polygon, {}};
    surface.elevation = heights.foot + heights.stretch * (part.foot / 1000.0);
    if (part.kind != StairPart::Kind::Flight) return surface;
    const Vec2 run = toMetres(part.upper.b) - toMetres(part.lower.a);
    surface.rising = heights.stretch * (part.gain / 1000.0) / std::abs(dot(run, part.uphill));
    surface.uphill = part.uphill;
    surface.foot = part.lower.a;
    surface.tread = stair.tread / 1000.0;
    surface.riser = stair.riser / 1000.0;
    return surface;
}

// Nothing where a storey is missing or not above the one before.
std::optional<std::vector<std::size_t>> levelsOf(const Making& making, const Stair& stair)
{
    std::vector<std::size_t> levels;
    for (const StoreyId& id : stair.storeys) {
        const auto found = std::ranges::find_if(
            making.levels, [&](const Level& level) { return level.storey != nullptr && level.storey->id == id; });
        if (found == making.levels.end()) return std::nullopt;
        if (!levels.empty() && found->storey->elevation <= making.levels[levels.back()].storey->elevation)
            return std::nullopt;
        levels.push_back(static_cast<std::size_t>(found - making.levels.begin()));
    }
    return levels;
}

void addStair(Making& making, const Stair& stair)
{
    MadeStair made{&stair, partsOf(stair), nextIndex(making), {}};
    const auto levels = levelsOf(making, stair);
    if (!levels) return leaveOut(making, stair, {"walkable.stair_storeys", {}});
    if (made.parts.empty()) return leaveOut(making, stair, {"walkable.stair_left_out", {}});
    made.levels = *levels;
    const auto heights = heightsOf(making, made);
    for (const StairPart& part : made.parts) {
        const auto at = static_cast<std::size_t>(part.rise) - 1;
        Level& level = making.levels[made.levels[at]];
        RiseHeights height = at < heights.size() ? heights[at] : RiseHeights{};
        height.foot = level.storey->elevation / 1000.0;
        Surface surface = surfaceFrom(stair, part, height);
        surface.storey = level.storey->id;
        const bool floor = part.kind == StairPart::Kind::FloorLanding;
        if (floor) level.floors.push_back(nextIndex(making));
        add(making, std::move(surface), floor ? &level.storey->obstacles : nullptr);
    }
    making.stairs.push_back(std::move(made));
}

}

bool Level::nearGround() const
{
    return storey == nullptr || std::abs(storey->elevation) <= kNearGround;
}

Making surfacesOf(const School& school)
{
    Making making;
    making.school = &school;
    for (const Building& building : school.buildings) {
        for (const auto& storey : building.storeys) {
            Level level{storey.get(), {}};
            for (const Space& space : storey->spaces) addSpace(making, level, space, storey->obstacles);
            making.levels.push_back(std::move(level));
        }
        for (const Stair& stair : building.stairs) addStair(making, stair);
    }
    Level grounds;
    for (const Space& space : school.grounds.spaces) addSpace(making, grounds, space, school.grounds.obstacles);
    making.levels.push_back(std::move(grounds));
    return making;
}

}
