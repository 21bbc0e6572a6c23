#include "sim/validate/lab.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// Purposes of chance in the trials, apart from those of a run.
constexpr std::uint32_t kPurposeLevel = 901;
constexpr std::uint32_t kPurposeStairs = 902;
constexpr std::uint32_t kPurposePlaceX = 903;
constexpr std::uint32_t kPurposePlaceY = 904;

Ring ringOf(const Rect& r)
{
    return {toMillimetres({r.x0, r.y0}), toMillimetres({r.x1, r.y0}), toMillimetres({r.x1, r.y1}),
            toMillimetres({r.x0, r.y1})};
}

}

Lab labOf(const School& school)
{
    Lab lab;
    lab.walkable = walkableOf(school);
    lab.network = networkOf(lab.walkable);
    return lab;
}

School oneStorey(std::vector<Space> spaces, std::vector<Door> doors)
{
    Storey storey;
    storey.id = {"F1"};
    storey.name = "1";
    storey.height = 3600;
    storey.spaces = std::move(spaces);
    storey.doors = std::move(doors);
    Building building;
    building.id = {"B"};
    building.name = "B";
    building.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
    School school;
    school.name = "trial";
    school.code.kind = SchoolKind::Other;
    school.buildings.push_back(std::move(building));
    return school;
}

Space hallOf(std::string id, const Rect& rect)
{
    return hallOf(std::move(id), ringOf(rect));
}

Space hallOf(std::string id, Ring ring)
{
    Space space;
    space.name = id;
    space.id = {std::move(id)};
    space.kind = SpaceKind::Hall;
    space.polygon.outer = std::move(ring);
    return space;
}

Door gapOf(std::string id, Vec2 a, Vec2 b)
{
    Door door;
    door.name = id;
    door.id = {std::move(id)};
    door.kind = DoorKind::Opening;
    door.at = {toMillimetres(a), toMillimetres(b)};
    door.clearWidth = toMillimetres({length(b - a), 0.0}).x;
    return door;
}

Door wayOut(std::string id, Vec2 a, Vec2 b)
{
    Door door = gapOf(std::move(id), a, b);
    door.exit = true;
    return door;
}

SurfaceIndex surfaceNamed(const Lab& lab, std::string_view element)
{
    const auto found = std::ranges::find(lab.walkable.surfaces, element, &Surface::element);
    return found == lab.walkable.surfaces.end() ? kNowhere
                                                : static_cast<SurfaceIndex>(found - lab.walkable.surfaces.begin());
}

PortalIndex portalNamed(const Lab& lab, std::string_view door)
{
    const auto& portals = lab.walkable.portals;
    const auto found = std::ranges::find(portals, door, [](const Portal& p) { return std::string_view(p.door.value); });
    return found == portals.end() ? kNowhere : static_cast<PortalIndex>(found - portals.begin());
}

PassageIndex passageFrom(const Lab& lab, SurfaceIndex surface, std::string_view door)
{
    const PortalIndex portal = portalNamed(lab, door);
    return portal == kNowhere ? kNowhere : passageOf(portal, lab.walkable.portals[portal].a != surface);
}

Wish towards(Goal::Kind kind)
{
    Wish wish;
    wish.goal.kind = kind;
    return wish;
}

Walker personOf(int grade, std::uint64_t seed, std::uint64_t key)
{
    const Profile profile = profileFor({}, grade);
    const auto drawn = [&](const Distribution& from, std::uint32_t purpose) {
        return quantile(from, uniformOpen({seed, key, purpose, 0}));
    };
    Walker walker;
    walker.key = key;
    walker.radius = profile.radius / 1000.0;
    walker.levelSpeed = drawn(profile.levelSpeed, kPurposeLevel);
    walker.downSpeed = drawn(profile.stairDown, kPurposeStairs);
    walker.upSpeed = drawn(profile.stairUp, kPurposeStairs);
    return walker;
}

std::vector<Walker> crowdIn(const Standing& standing, std::uint64_t seed)
{
    constexpr double kShare = 0.9; // of the free way to the next point on the grid that a place may be off
    std::vector<Walker> walkers;
    const Rect& r = standing.where;
    const double s = standing.spacing;
    const auto columns = static_cast<std::size_t>(std::floor((r.x1 - r.x0) / s + 1e-9));
    const auto rows = static_cast<std::size_t>(std::floor((r.y1 - r.y0) / s + 1e-9));
    for (std::size_t n = 0; n < standing.count && n < columns * rows; ++n) {
        const std::uint64_t key = standing.firstKey + n;
        Walker walker = personOf(standing.grade, seed, key);
        const double play = std::max(0.0, 0.5 * s - walker.radius) * kShare;
        const auto off = [&](std::uint32_t purpose) { return play * (2.0 * uniform({seed, key, purpose, 0}) - 1.0); };
        walker.at.x = r.x1 - (static_cast<double>(n / rows) + 0.5) * s + off(kPurposePlaceX);
        walker.at.y = 0.5 * (r.y0 + r.y1) + (static_cast<double>(n % rows) - 0.5 * static_cast<double>(rows - 1)) * s +
                      off(kPurposePlaceY);
        walker.surface = standing.surface;
        walker.wish = standing.wish;
        walkers.push_back(walker);
    }
    return walkers;
}

}
