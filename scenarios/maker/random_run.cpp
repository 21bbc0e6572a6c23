#include "scenarios/maker/random_run.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/run/people.hpp"
#include "sim/walkable/walkable.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

constexpr double kOutside = 0.005; // metres: frames are rounded to a millimetre, single precision loses another

// Doors and stairs as they are at a time, worked out anew from what the file says: not as the run does it.
class House {
public:
    House(const RandomCase& made, const Walkable& walkable, double time) : walkable_(walkable)
    {
        for (const Portal& portal : walkable.portals) doors_[portal.door] = portal.state == DoorState::Locked;
        for (const Event& event : made.scenario.events) {
            if (event.time > time + 1e-9) continue;
            if (!event.door.none()) doors_[event.door] = event.kind == EventKind::Shut;
            if (!event.stair.none()) stairs_[event.stair] = event.kind == EventKind::Shut;
        }
    }
    [[nodiscard]] bool isShut(const std::string& id) const
    {
        const auto door = doors_.find(DoorId{id});
        const auto stair = stairs_.find(StairId{id});
        return (!id.empty() && door != doors_.end() && door->second) || (stair != stairs_.end() && stair->second);
    }
    /// By surface: is there a way on foot to the goal?
    [[nodiscard]] std::vector<bool> withWay(const Scenario& scenario) const
    {
        std::vector<bool> has(walkable_.surfaces.size(), false);
        std::vector<SurfaceIndex> next;
        const auto reach = [&](SurfaceIndex surface) {
            if (surface == kNowhere || has[surface]) return;
            has[surface] = true;
            next.push_back(surface);
        };
        const bool assembly = scenario.destination == Destination::Assembly;
        for (const Assembly& area : walkable_.assemblies)
            if (assembly) reach(area.surface);
        for (const Portal& portal : walkable_.portals)
            if (!assembly && (portal.exit || portal.b == kNowhere) && opens(portal)) reach(portal.a);
        for (std::size_t i = 0; i < next.size(); ++i)
            for (const Portal& portal : walkable_.portals) {
                if (!opens(portal)) continue;
                if (portal.a == next[i] && enters(portal.b, portal.a)) reach(portal.b);
                if (portal.b == next[i] && enters(portal.a, portal.b)) reach(portal.a);
            }
        return has;
    }

private:
    [[nodiscard]] bool opens(const Portal& portal) const { return portal.door.none() || !doors_.at(portal.door); }
    // A shut stair is not entered; who is on it may leave it.
    [[nodiscard]] bool enters(SurfaceIndex from, SurfaceIndex to) const
    {
        if (from == kNowhere || to == kNowhere) return true;
        const Surface& there = walkable_.surfaces[to];
        const auto stair = stairs_.find(there.stair);
        const bool part = there.kind == SurfaceKind::Flight || there.kind == SurfaceKind::HalfLanding;
        if (!part || stair == stairs_.end() || !stair->second) return true;
        const Surface& here = walkable_.surfaces[from];
        return here.stair == there.stair && (here.kind == SurfaceKind::Flight || here.kind == SurfaceKind::HalfLanding);
    }

    const Walkable& walkable_;
    std::map<DoorId, bool> doors_;
    std::map<StairId, bool> stairs_;
};

// Looks at every frame, and keeps the last.
struct Watcher {
    const Walkable& walkable;
    Frame last;
    double farthest = 0.0; // metres off the floor
    std::string where;

    void see(const Frame& frame)
    {
        for (std::size_t i = 0; i < frame.size(); ++i) {
            const Surface& surface = walkable.surfaces[frame.surface[i]];
            const Vec2 at = toMetres({frame.x[i], frame.y[i]});
            if (contains(surface.area, at)) continue;
            const double off = distanceToEdges(surface.area, at);
            if (off <= farthest) continue;
            farthest = off;
            where = fmt::format("person {} by {} at ({:.2f}, {:.2f}), {:.1f} s", frame.person[i], surface.element, at.x,
                                at.y, frame.time);
        }
        last = frame;
    }
};

void judgeEnding(Verdict& verdict)
{
    const RunResult& result = verdict.result;
    if (result.ending != Ending::Empty && result.ending != Ending::Trapped)
        verdict.faults.push_back(result.ending == Ending::Clogged ? "it clogs" : "it does not end by itself");
    if (result.ending == Ending::Trapped && result.trapped != result.remaining)
        verdict.faults.push_back(
            fmt::format("{} remain, but only {} are told trapped", result.remaining, result.trapped));
    for (const Finding& finding : result.findings)
        if (finding.severity == Severity::Error) verdict.faults.push_back("finding " + finding.rule);
}

void judgePeople(Verdict& verdict, const RandomCase& made, const Walkable& walkable, const Watcher& watcher)
{
    const RunResult& result = verdict.result;
    const auto gone = std::ranges::count_if(result.persons, [&](const PersonResult& person) {
        return made.scenario.destination == Destination::Assembly ? person.arrived.has_value() : person.out.has_value();
    });
    if (static_cast<std::size_t>(gone) + result.remaining != result.people)
        verdict.faults.push_back(
            fmt::format("of {} people {} left and {} remain", result.people, gone, result.remaining));
    if (watcher.last.size() != result.remaining && result.ending != Ending::Empty)
        verdict.faults.push_back(fmt::format("{} remain, {} are seen", result.remaining, watcher.last.size()));
    if (watcher.farthest > kOutside)
        verdict.faults.push_back(fmt::format("{:.3f} m off the floor: {}", watcher.farthest, watcher.where));
    if (result.ending == Ending::Empty) return;
    const House house(made, walkable, result.endTime);
    const auto way = house.withWay(made.scenario);
    for (std::size_t i = 0; i < watcher.last.size(); ++i) {
        const PersonResult& person = result.persons[watcher.last.person[i]];
        if (way[watcher.last.surface[i]])
            verdict.faults.push_back(fmt::format("person {} has a way out", watcher.last.person[i]));
        else if (!house.isShut(person.barredBy))
            verdict.faults.push_back(
                fmt::format("person {} is barred by \"{}\"", watcher.last.person[i], person.barredBy));
    }
}

// Who remains, by surface, with one place each.
std::string whereTheyStand(const Walkable& walkable, const Frame& frame, const RunResult& result)
{
    struct Stand {
        int people = 0;
        std::size_t one = 0;
    };
    std::map<SurfaceIndex, Stand> stands;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        Stand& stand = stands[frame.surface[i]];
        if (stand.people++ == 0) stand.one = i;
    }
    std::string text;
    for (const auto& [surface, stand] : stands)
        text += fmt::format("    {} on {} ({}), person {} at ({:.2f}, {:.2f}), barred by \"{}\"\n", stand.people,
                            walkable.surfaces[surface].element, walkable.surfaces[surface].storey.value,
                            frame.person[stand.one], frame.x[stand.one] / 1000.0, frame.y[stand.one] / 1000.0,
                            result.persons[frame.person[stand.one]].barredBy);
    return text;
}

constexpr const char* kEndings[] = {"empty", "time limit", "clogged", "trapped", "cancelled"};

}

Verdict runAndJudge(std::uint64_t seed, const RandomCase& made)
{
    const Walkable walkable = walkableOf(made.school);
    Watcher watcher{walkable, {}, 0.0, {}};
    const FrameSink sinks[] = {[&watcher](const Frame& frame) { watcher.see(frame); }};
    RunOptions options;
    options.threads = 1;
    options.measures = false;
    options.bound = false;
    Verdict verdict;
    verdict.seed = seed;
    verdict.result = simulate(made.school, made.scenario, options, sinks, {}, {});
    judgeEnding(verdict);
    judgePeople(verdict, made, walkable, watcher);
    verdict.stand = whereTheyStand(walkable, watcher.last, verdict.result);
    return verdict;
}

std::string toldAs(const Verdict& verdict)
{
    const RunResult& result = verdict.result;
    std::string text = fmt::format("seed {}: {} after {:.1f} s, {} of {} out, {} remain, {} trapped\n", verdict.seed,
                                   kEndings[static_cast<std::size_t>(result.ending)], result.endTime, result.evacuated,
                                   result.people, result.remaining, result.trapped);
    for (std::size_t i = 0; i < verdict.faults.size() && i < 6; ++i) text += "    " + verdict.faults[i] + "\n";
    return text + verdict.stand;
}

}
