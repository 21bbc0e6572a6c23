#include "sim/stagger/hand_loads.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kFastest = 2.0; // pupils a second that leave a room; assumed

/// On a flight or landing from one time to another, seconds after leaving the room.
struct Stay {
    std::uint32_t place = 0;
    double from = 0.0;
    double to = 0.0;
    double area = 0.0; // m²
};

std::vector<Stay> staysOf(const Setting& setting, const SchoolClass& own, const WayChoice& choice)
{
    const Walkable& walkable = setting.walkable;
    std::vector<std::uint32_t> placeOf(walkable.surfaces.size(), kNowhere);
    std::uint32_t places = 0;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].kind != SurfaceKind::Space) placeOf[s] = places++;
    RouteRule rule;
    if (!choice.way.stair.none()) rule.stairs = {choice.way.stair};
    if (!choice.way.exit.none()) rule.exits = {choice.way.exit};
    const SurfaceIndex room = surfaceOf(walkable, own.homeroom);
    const auto toGo = secondsToGo(walkable, setting.network, rule, Goal{}, {});
    const auto route = routeFrom(walkable, setting.network, room, rule, Goal{}, {});
    std::vector<Stay> stays;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        const SurfaceIndex on = setting.network.passages[route[i]].to;
        if (on == kNowhere || placeOf[on] == kNowhere) continue;
        stays.push_back({placeOf[on], choice.seconds - toGo[route[i]], choice.seconds - toGo[route[i + 1]],
                         area(walkable.surfaces[on].area)});
    }
    return stays;
}

// Pupils who stand there at each second, ÷ area.
PlaceUse useOf(const Stay& stay, int pupils, double pace)
{
    PlaceUse use;
    use.place = stay.place;
    use.first = static_cast<std::uint32_t>(std::max(0.0, std::floor(stay.from)));
    const double end = stay.to + pupils / pace;
    for (double second = use.first; second < end + 1.0; second += 1.0) {
        // Pupil i leaves the room at i ÷ pace; those with from ≤ second − i ÷ pace < to are there.
        const double entered = std::clamp(std::floor((second - stay.from) * pace) + 1.0, 0.0, 1.0 * pupils);
        const double left = std::clamp(std::floor((second - stay.to) * pace) + 1.0, 0.0, 1.0 * pupils);
        use.loads.push_back(static_cast<float>((entered - left) / stay.area));
    }
    return use;
}

}

Result<Packing> handLoads(const School& school, const Scenario& scenario, const Timetable& plan,
                          const StaggerRules& rules, double limit)
{
    const Setting setting = settingOf(school, scenario);
    auto made = packingOf(school, plan, rules, setting, stairPlacesOf(setting.walkable), limit);
    if (!made) return made;
    Packing& packing = made.value();
    std::ranges::fill(packing.problem.bears, limit * kHandShare);
    for (std::size_t p = packing.stairPlaces; p < packing.problem.bears.size(); ++p) packing.problem.bears[p] = 1e9;
    for (std::size_t c = 0; c < school.classes.size(); ++c)
        for (std::size_t o = 0; o < packing.choices[c].size(); ++o) {
            const WayChoice& choice = packing.choices[c][o];
            const int pupils = std::max(1, school.classes[c].pupils);
            const auto stays = staysOf(setting, school.classes[c], choice);
            double pace = kFastest;
            for (const Stay& stay : stays)
                if (stay.to > stay.from) pace = std::min(pace, kHandShare * limit * stay.area / (stay.to - stay.from));
            SlotOption& option = packing.problem.jobs[c].options[o];
            option.over = std::ceil(pupils / pace);
            option.last = option.over + choice.seconds;
            for (const Stay& stay : stays) option.uses.push_back(useOf(stay, pupils, pace));
        }
    return made;
}

}
