#include "sim/run/stumble.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/risk/voronoi.hpp"
#include "sim/run/bars.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <thread>

namespace stairwise {
namespace {

constexpr double kNever = 1e9;       // s
constexpr double kAfterwards = 10;   // s that are looked at after who fell is up again; assumed
constexpr double kNearBehind = 2.0;  // m behind the place within which density is taken; assumed
constexpr double kCellsAround = 4.0; // m around it from which people bound a cell; assumed
constexpr double kFlush = 0.05;      // m of height: who stands on the same step is behind, too
constexpr double kUpperEnd = 1.5;    // m of height above the place: not the flight across the well

struct Test {
    const Scenario& scenario;
    const Setting& setting;
    const StumbleAsk& ask;
    CancelToken cancel;
    Workers& workers;
};

// The run's own people, with room in their state for one fall and one warden more.
CrowdDef definition(const Test& test, const Fall& fall, const Guard& guard)
{
    CrowdDef def = crowdOf(test.scenario, test.setting.walkable, test.setting.network, test.setting.start);
    def.falls.push_back(fall);
    def.guards.push_back(guard);
    return def;
}

Fall noFall()
{
    return {0, {}, kNever, 1.0};
}

void setBars(const Test& test, Crowd& crowd)
{
    crowd.shut(barredAt(test.setting.walkable, test.setting.network, test.scenario, crowd.time()));
}

void advance(const Test& test, Crowd& crowd)
{
    if (crowd.time() > 0.0 && eventDue(test.scenario, crowd.time())) setBars(test, crowd);
    crowd.step(test.workers);
}

Crowd beginning(const Test& test)
{
    Crowd crowd(definition(test, noFall(), {}));
    if (std::ranges::any_of(test.scenario.events, opensOrShuts)) setBars(test, crowd);
    return crowd;
}

bool isOver(const Test& test, const Crowd& crowd)
{
    const bool stuck = crowd.withoutWay().size() == crowd.inside() && !opensLater(test.scenario, crowd.time());
    return crowd.inside() == 0 || crowd.time() >= test.scenario.timeLimit || stuck;
}

bool atFrame(const Crowd& crowd, double step)
{
    const auto frames = [](double time) { return std::floor(time / kFrameInterval + 1e-9); };
    return frames(crowd.time()) > frames(crowd.time() - step);
}

/// When and with how many people a surface is fullest.
struct Fullest {
    double time = 0.0;
    std::size_t people = 0;
};

std::vector<std::size_t> countsOf(const Frame& frame, std::size_t surfaces)
{
    std::vector<std::size_t> counts(surfaces, 0);
    for (const std::uint32_t surface : frame.surface) ++counts[surface];
    return counts;
}

// The run without a fall, to its end; nothing if it was stopped.
std::optional<std::vector<Fullest>> fullestMoments(const Test& test, const Progress& progress)
{
    std::vector<Fullest> fullest(test.setting.walkable.surfaces.size());
    Crowd crowd = beginning(test);
    const std::size_t people = crowd.inside();
    while (!isOver(test, crowd)) {
        if (test.cancel.cancelled()) return std::nullopt;
        advance(test, crowd);
        if (!atFrame(crowd, test.scenario.timeStep)) continue;
        const auto counts = countsOf(crowd.frame(), fullest.size());
        for (std::size_t s = 0; s < counts.size(); ++s)
            if (counts[s] > fullest[s].people) fullest[s] = {crowd.time(), counts[s]};
        const double out =
            static_cast<double>(people - crowd.inside()) / static_cast<double>(std::max<std::size_t>(people, 1));
        if (progress) progress({0.25 * out, crowd.time(), 0, 0});
    }
    return fullest;
}

std::vector<Stumble> placesOf(const Test& test, const std::vector<Fullest>& fullest)
{
    const auto& surfaces = test.setting.walkable.surfaces;
    std::vector<SurfaceIndex> wanted = test.ask.places;
    for (SurfaceIndex s = 0; s < surfaces.size() && test.ask.places.empty(); ++s)
        if (surfaces[s].kind != SurfaceKind::Space) wanted.push_back(s);
    std::vector<Stumble> places;
    for (const SurfaceIndex s : wanted) {
        Stumble place;
        place.surface = s;
        place.element = surfaces[s].element;
        place.time = test.ask.time.value_or(fullest[s].time);
        if (test.ask.time || fullest[s].people > 0 || !test.ask.places.empty()) places.push_back(std::move(place));
    }
    return places;
}

// The state of the run without a fall at each moment at which somebody is to fall.
std::map<double, std::string> statesAt(const Test& test, const std::vector<Stumble>& places, const Progress& progress)
{
    std::set<double> times;
    for (const Stumble& place : places) times.insert(place.time);
    std::map<double, std::string> states;
    Crowd crowd = beginning(test);
    for (const double time : times) {
        while (crowd.time() < time - 1e-9 && !isOver(test, crowd) && !test.cancel.cancelled()) advance(test, crowd);
        states[time] = crowd.state();
        if (progress) progress({0.25 + 0.15 * time / std::max(*times.rbegin(), 1.0), crowd.time(), 0, 0});
    }
    return states;
}

// Onto the upper flight of the rise that leads down to the place, from the landing above; onto a floor landing from its
// storey, too. Of a place that is no stair: all ways in.
bool leadsTo(const Surface& place, const Surface& from, const Surface& to)
{
    if (place.stair.none()) return to.element == place.element;
    if (place.kind == SurfaceKind::FloorLanding && to.element == place.element) return from.stair != place.stair;
    if (to.stair != place.stair || to.kind != SurfaceKind::Flight || to.rise != place.rise) return false;
    if (from.kind == SurfaceKind::Space) return from.storey != to.storey; // flights are drawn on their lower storey
    return from.kind == SurfaceKind::FloorLanding && from.rise == place.rise + 1;
}

// Stops all who come to the place at the last floor landing before it.
Guard wardenAbove(const Test& test, const Stumble& place)
{
    Guard guard;
    guard.task = Guard::Task::Hold;
    guard.from = place.time + test.ask.reaction;
    guard.to = place.time + test.ask.duration;
    const auto& surfaces = test.setting.walkable.surfaces;
    const auto& passages = test.setting.network.passages;
    for (PassageIndex p = 0; p < passages.size(); ++p) {
        if (passages[p].from == kNowhere || passages[p].to == kNowhere) continue;
        if (leadsTo(surfaces[place.surface], surfaces[passages[p].from], surfaces[passages[p].to]))
            guard.entries.push_back(p);
    }
    return guard;
}

/// What is behind the place, in one frame.
struct Look {
    std::size_t waiting = 0;
    double density = 0.0;
};

Vec2 placeOf(const Frame& frame, std::size_t i)
{
    return {frame.x[i] / 1000.0, frame.y[i] / 1000.0};
}

// Those whose cells can count: nobody farther off bounds them.
Frame around(const Frame& frame, Vec2 at)
{
    Frame near;
    near.time = frame.time;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (length(placeOf(frame, i) - at) > kNearBehind + kCellsAround) continue;
        near.person.push_back(frame.person[i]);
        near.x.push_back(frame.x[i]);
        near.y.push_back(frame.y[i]);
        near.surface.push_back(frame.surface[i]);
        near.vx.push_back(frame.vx[i]);
        near.vy.push_back(frame.vy[i]);
    }
    return near;
}

class Observer {
public:
    Observer(const Test& test, SurfaceIndex surface) : test_(test), cells_(test.setting.walkable), surface_(surface) {}

    [[nodiscard]] Look look(const Frame& frame, Vec2 at, std::optional<std::uint32_t> fallen)
    {
        Look seen;
        for (std::size_t i = 0; i < frame.size(); ++i) {
            const double speed = length(Vec2{frame.vx[i] / 1000.0, frame.vy[i] / 1000.0});
            if (frame.person[i] != fallen && speed < kWaitingSpeed && behind(frame, i, at)) ++seen.waiting;
        }
        const Frame near = around(frame, at);
        cells_.measure(near, shares_, test_.workers);
        for (std::size_t i = 0; i < near.size(); ++i) {
            if (near.person[i] == fallen || !behind(near, i, at) || heightOver(near, i, at) > kUpperEnd) continue;
            if (length(placeOf(near, i) - at) <= kNearBehind)
                seen.density = std::max(seen.density, densityOverSquareMetre(shares_, i));
        }
        return seen;
    }

private:
    [[nodiscard]] double heightOver(const Frame& frame, std::size_t i, Vec2 at) const
    {
        const auto& surfaces = test_.setting.walkable.surfaces;
        return heightAt(surfaces[frame.surface[i]], placeOf(frame, i)) - heightAt(surfaces[surface_], at);
    }
    // On the same stair, no lower, and not beyond the next floor landing up; elsewhere on the same floor.
    [[nodiscard]] bool behind(const Frame& frame, std::size_t i, Vec2 at) const
    {
        const Surface& own = test_.setting.walkable.surfaces[surface_];
        const Surface& other = test_.setting.walkable.surfaces[frame.surface[i]];
        const bool between = other.kind != SurfaceKind::FloorLanding && other.rise == own.rise;
        if (frame.surface[i] != surface_ && (own.stair.none() || other.stair != own.stair || !between)) return false;
        return heightOver(frame, i, at) >= -kFlush;
    }

    const Test& test_;
    VoronoiCells cells_;
    Shares shares_;
    SurfaceIndex surface_;
};

/// One way on from the state.
struct Course {
    Behind behind;
    double before = 0.0;
    bool fell = false;
};

Course courseOf(const Test& test, const Stumble& place, const std::string& state, const Fall& fall, const Guard& guard,
                Vec2 at)
{
    Course course;
    Crowd crowd(definition(test, fall, guard));
    if (!crowd.restore(state)) return course;
    Observer observer(test, place.surface);
    std::optional<double> last; // density of the frame before: two make a second
    const double end = place.time + test.ask.duration + kAfterwards;
    while (crowd.time() < end && crowd.inside() > 0 && !test.cancel.cancelled()) {
        advance(test, crowd);
        if (!atFrame(crowd, test.scenario.timeStep)) continue;
        std::optional<std::uint32_t> fallen;
        if (!crowd.fallen().empty() && !crowd.fallen().back().up) fallen = crowd.fallen().back().person;
        const Look seen = observer.look(crowd.frame(), at, fallen);
        const double density = 0.5 * (seen.density + last.value_or(seen.density));
        const bool first = !last;
        if (first) course.before = density;
        last = seen.density;
        Behind& behind = course.behind;
        behind.heldUp = std::max(behind.heldUp, seen.waiting);
        const double after = crowd.time() - place.time;
        if (density > behind.peak) {
            behind.peak = density;
            behind.peakAfter = after;
        }
        if (density >= test.ask.limit && !behind.passes) behind.passes = first ? 0.0 : after;
    }
    course.fell = std::ranges::any_of(crowd.fallen(), [&](const Fallen& f) { return f.from >= place.time - 1e-9; });
    return course;
}

void tryPlace(const Test& test, Stumble& place, const std::string& state)
{
    const Surface& surface = test.setting.walkable.surfaces[place.surface];
    const Vec2 at = centroid(surface.area);
    const Fall fall{place.surface, at, place.time, test.ask.duration};
    {
        Crowd crowd(definition(test, noFall(), {}));
        if (!crowd.restore(state)) return;
        place.people = countsOf(crowd.frame(), test.setting.walkable.surfaces.size())[place.surface];
    }
    const Course without = courseOf(test, place, state, noFall(), {}, at);
    const Course with = courseOf(test, place, state, fall, {}, at);
    const Course warden = courseOf(test, place, state, fall, wardenAbove(test, place), at);
    place.fell = with.fell;
    place.before = with.before;
    place.without = without.behind;
    place.fall = with.behind;
    place.warden = warden.behind;
    const double seconds = with.behind.peakAfter;
    place.growth = seconds > 0.0 ? (with.behind.peak - with.before) / seconds : 0.0;
}

}

StumbleResult stumbleTest(const Scenario& scenario, const Setting& setting, const StumbleAsk& ask, CancelToken cancel,
                          const Progress& progress)
{
    Workers workers(ask.threads > 0 ? ask.threads : std::max(1U, std::thread::hardware_concurrency()));
    const Test test{scenario, setting, ask, cancel, workers};
    StumbleResult result;
    std::vector<Fullest> fullest(setting.walkable.surfaces.size());
    if (!ask.time) {
        auto moments = fullestMoments(test, progress);
        if (!moments) return {{}, true};
        fullest = std::move(*moments);
    }
    std::vector<Stumble> places = placesOf(test, fullest);
    const auto states = statesAt(test, places, progress);
    for (Stumble& place : places) {
        tryPlace(test, place, states.at(place.time));
        if (cancel.cancelled()) break; // the last one is half done
        result.places.push_back(place);
        const double share = static_cast<double>(result.places.size()) / static_cast<double>(places.size());
        if (progress) progress({0.4 + 0.6 * share, place.time, result.places.size(), places.size()});
    }
    result.cancelled = cancel.cancelled();
    std::ranges::stable_sort(result.places, [](const Stumble& a, const Stumble& b) {
        const double soonA = a.fall.passes.value_or(kNever), soonB = b.fall.passes.value_or(kNever);
        return soonA != soonB ? soonA < soonB : a.fall.peak > b.fall.peak;
    });
    return result;
}

SurfaceIndex surfaceNamed(const Walkable& walkable, const std::string& element)
{
    const auto found = std::ranges::find(walkable.surfaces, element, &Surface::element);
    return found == walkable.surfaces.end() ? kNowhere : static_cast<SurfaceIndex>(found - walkable.surfaces.begin());
}

}
