#include "sim/stagger/passings.hpp"

#include "sim/run/many_runs.hpp"
#include "sim/run/run.hpp"
#include "sim/run/vary.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

namespace stairwise {
namespace {

constexpr double kFewest = 0.1; // of a class: fewer are on their own ways, and nobody waits for them; assumed
constexpr double kNever = std::numeric_limits<double>::infinity();

/// One class at one post in one run.
struct Seen {
    double from = kNever;
    double to = -kNever;
    std::size_t people = 0;
};
struct OneRun {
    std::vector<std::vector<Seen>> posts;           // as postsOf(), by class
    std::vector<std::optional<double>> out, atGate; // as School::classes
    bool empty = false;
};

// In the order of the file, whatever ids are called.
std::vector<PassedPost> postsOf(const School& school)
{
    std::vector<PassedPost> posts;
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs)
            for (const StoreyId& storey : stair.storeys)
                posts.push_back({PassedKind::Landing, {stair.id, storey}, {}, {}});
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Door& door : storey->doors)
                if (door.exit) posts.push_back({PassedKind::Exit, {}, door.id, {}});
    for (const Gate& gate : school.grounds.gates) posts.push_back({PassedKind::Gate, {}, {}, gate.id});
    return posts;
}

// Where a stair meets a storey: its landing there, or where there is none the flights down from it, of the lowest
// storey the first flights up.
std::vector<SurfaceIndex> surfacesOf(const Stair& stair, std::size_t storey, const Walkable& walkable)
{
    std::vector<SurfaceIndex> landings, flights;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        if (surface.stair != stair.id) continue;
        if (surface.kind == SurfaceKind::FloorLanding && surface.storey == stair.storeys[storey]) landings.push_back(s);
        if (surface.kind == SurfaceKind::Flight && surface.rise == std::max(static_cast<int>(storey), 1))
            flights.push_back(s);
    }
    return landings.empty() ? flights : landings;
}

// By surface: which of postsOf() it is; kNowhere: none.
std::vector<std::uint32_t> landingsOf(const School& school, const Walkable& walkable)
{
    std::vector<std::uint32_t> landings(walkable.surfaces.size(), kNowhere);
    std::uint32_t post = 0;
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs)
            for (std::size_t i = 0; i < stair.storeys.size(); ++i, ++post)
                for (const SurfaceIndex s : surfacesOf(stair, i, walkable)) landings[s] = post;
    return landings;
}

// Frames are short enough that nobody is farther than a step from the exit on the last one inside.
DoorId exitNear(const Walkable& walkable, SurfaceIndex surface, Vec2 at)
{
    DoorId nearest;
    double least = kNever;
    for (const Portal& portal : walkable.portals) {
        if (!portal.exit || portal.a != surface) continue;
        const Vec2 apart = (toMetres(portal.line.a) + toMetres(portal.line.b)) * 0.5 - at;
        if (dot(apart, apart) >= least) continue;
        least = dot(apart, apart);
        nearest = portal.door;
    }
    return nearest;
}

/// Somebody comes by where a stair meets a storey if they use a flight of it just before or just after; whoever only
/// crosses the landing on the way elsewhere does not.
class Watcher {
public:
    Watcher(const School& school, const Setting& setting, double begin)
        : school_(school), setting_(setting), posts_(postsOf(school)), landings_(landingsOf(school, setting.walkable)),
          begin_(begin), people_(setting.start.persons.size()),
          counted_(posts_.size(), std::vector<bool>(people_.size(), false))
    {
        run_.posts.assign(posts_.size(), std::vector<Seen>(school.classes.size()));
    }
    void add(const Frame& frame)
    {
        for (std::size_t row = 0; row < frame.size(); ++row)
            follow(frame.person[row], frame.surface[row], toMetres(Point{frame.x[row], frame.y[row]}), frame.time);
    }
    [[nodiscard]] OneRun told(const RunResult& result) &&
    {
        for (std::uint32_t i = 0; i < result.persons.size(); ++i) noteOut(i, result.persons[i]);
        run_.empty = result.ending == Ending::Empty;
        for (const SchoolClass& own : school_.classes) {
            const auto one = std::ranges::find(result.classes, own.id.value, &ClassResult::id);
            const bool there = one != result.classes.end();
            run_.out.push_back(there ? after(one->lastOut) : std::nullopt);
            run_.atGate.push_back(there ? after(one->assembled) : std::nullopt);
        }
        return std::move(run_);
    }

private:
    struct Walk {
        SurfaceIndex on = kNowhere;
        SurfaceIndex inside = kNowhere; // the last surface in the building, and where on it
        Vec2 at;
        double since = 0.0;    // seconds: on this surface
        double until = 0.0;    // … last seen on it
        bool byFlight = false; // came onto it from a flight of the same stair
    };
    [[nodiscard]] bool isFlightOf(SurfaceIndex surface, const StairId& stair) const
    {
        if (surface == kNowhere) return false;
        const Surface& other = setting_.walkable.surfaces[surface];
        return other.kind == SurfaceKind::Flight && other.stair == stair;
    }
    void follow(std::uint32_t person, SurfaceIndex surface, Vec2 at, double time)
    {
        Walk& walk = people_[person];
        if (surface != walk.on) {
            const SurfaceIndex before = walk.on;
            if (before != kNowhere && isFlightOf(surface, setting_.walkable.surfaces[before].stair))
                noteLanding(person);
            walk.on = surface;
            walk.since = time;
            walk.byFlight = isFlightOf(before, setting_.walkable.surfaces[surface].stair);
        }
        walk.until = time;
        if (!setting_.walkable.surfaces[surface].outdoor) {
            walk.inside = surface;
            walk.at = at;
        }
        const bool flight = setting_.walkable.surfaces[surface].kind == SurfaceKind::Flight; // a stair without landings
        if (walk.byFlight || flight) noteLanding(person);
    }
    void noteLanding(std::uint32_t person)
    {
        const Walk& walk = people_[person];
        const std::uint32_t post = landings_[walk.on];
        if (post == kNowhere) return;
        note(post, person, walk.since);
        note(post, person, walk.until);
    }
    [[nodiscard]] std::optional<double> after(std::optional<double> time) const
    {
        return time ? std::optional(*time - begin_) : std::nullopt;
    }
    void note(std::size_t post, std::uint32_t person, double time)
    {
        const Person& who = setting_.start.persons[person];
        if (post >= posts_.size() || !who.schoolClass || who.group == "staff") return;
        Seen& seen = run_.posts[post][*who.schoolClass];
        seen.from = std::min(seen.from, time - begin_);
        seen.to = std::max(seen.to, time - begin_);
        if (!counted_[post][person]) ++seen.people;
        counted_[post][person] = true;
    }
    [[nodiscard]] std::size_t indexOf(const PassedPost& post) const
    {
        return static_cast<std::size_t>(std::ranges::find(posts_, post) - posts_.begin());
    }
    void noteOut(std::uint32_t person, const PersonResult& result)
    {
        if (!result.out) return;
        const bool byDoor = findDoor(school_, DoorId{result.exit}) != nullptr;
        const Walk& walk = people_[person];
        const DoorId exit = byDoor ? DoorId{result.exit} : exitNear(setting_.walkable, walk.inside, walk.at);
        note(indexOf({PassedKind::Exit, {}, exit, {}}), person, *result.out);
        note(indexOf({PassedKind::Gate, {}, {}, {result.exit}}), person, result.arrived.value_or(*result.out));
    }

    const School& school_;
    const Setting& setting_;
    std::vector<PassedPost> posts_;
    std::vector<std::uint32_t> landings_;
    double begin_; // seconds: releases count from here
    std::vector<Walk> people_;
    std::vector<std::vector<bool>> counted_; // by post and person
    OneRun run_;
};

PostPassings mergedAt(const PassedPost& post, std::size_t index, const std::vector<OneRun>& runs, const School& school)
{
    PostPassings merged{post, {}};
    for (std::size_t c = 0; c < school.classes.size(); ++c) {
        Seen all;
        for (const OneRun& run : runs) {
            const Seen& one = run.posts[index][c];
            all.from = std::min(all.from, one.from);
            all.to = std::max(all.to, one.to);
            all.people = std::max(all.people, one.people);
        }
        const bool some = static_cast<double>(all.people) >= kFewest * school.classes[c].pupils;
        if (all.people > 0 && some) merged.passings.push_back({c, all.from, all.to, all.people});
    }
    std::ranges::stable_sort(merged.passings, {}, &Passing::from);
    return merged;
}

std::optional<double> latestOf(const std::vector<OneRun>& runs, std::vector<std::optional<double>> OneRun::*times,
                               std::size_t schoolClass)
{
    std::optional<double> latest;
    for (const OneRun& run : runs) {
        const auto& time = (run.*times)[schoolClass];
        if (!time) return {};
        if (!latest || *time > *latest) latest = time;
    }
    return latest;
}

PlanPassings merged(const School& school, const std::vector<OneRun>& runs)
{
    PlanPassings all;
    all.runs = runs.size();
    for (const OneRun& run : runs) all.notEmpty += run.empty ? 0 : 1;
    const auto posts = postsOf(school);
    for (std::size_t p = 0; p < posts.size(); ++p)
        if (auto at = mergedAt(posts[p], p, runs, school); !at.passings.empty()) all.posts.push_back(std::move(at));
    for (std::size_t c = 0; c < school.classes.size(); ++c) {
        all.out.push_back(latestOf(runs, &OneRun::out, c));
        all.atGate.push_back(latestOf(runs, &OneRun::atGate, c));
    }
    return all;
}

}

PlanPassings passingsOf(const School& school, const Scenario& scenario, const PassingsAsk& ask, CancelToken cancel,
                        const Progress& progress)
{
    std::vector<std::optional<OneRun>> runs(ask.runs);
    std::mutex telling;
    std::size_t done = 0;
    RunOptions options;
    options.threads = 1;
    options.measures = options.bound = options.hand = false;
    const double begin = scenario.situation == Situation::Earthquake ? scenario.takeCover : 0.0;
    manyRuns(ask.runs, ask.threads, cancel, [&]() -> RunOne {
        auto settings = std::make_shared<VariedSettings>(school, scenario, Varied{});
        return [&, settings](std::size_t i) {
            Scenario own = scenario;
            own.seed = scenario.seed + i;
            const Setting& setting = settings->settingFor(own, settings->drawOf(i));
            Watcher watcher(school, setting, begin);
            const std::vector<FrameSink> sinks = {[&](const Frame& frame) { watcher.add(frame); }};
            const RunResult result = simulate(school, own, setting, options, sinks, cancel, {});
            if (result.ending == Ending::Cancelled) return;
            runs[i] = std::move(watcher).told(result);
            const std::lock_guard lock(telling);
            ++done;
            if (progress) progress({static_cast<double>(done) / static_cast<double>(ask.runs), 0.0, done, ask.runs});
        };
    });
    std::vector<OneRun> whole;
    for (auto& run : runs) // of a cancelled piece of work some are missing
        if (run) whole.push_back(std::move(*run));
    return merged(school, whole);
}

}
