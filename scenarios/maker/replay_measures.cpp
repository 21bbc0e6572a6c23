#include "scenarios/maker/replay_measures.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/risk/voronoi.hpp"
#include "sim/run/setting.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

constexpr double kCrush = 5.0;    // persons per m²: what is more is not manageable any more (docs/measures.md)
constexpr double kDense = 6.0;    // persons per m²: what the replays are held against
constexpr double kLongest = 12.0; // metres, of a place; longer spaces are told in stretches of about kStretch, as
constexpr double kStretch = 6.0;  // the crowded places of a result are
constexpr int kFramesASecond = 2;
static_assert(kFramesASecond * kFrameInterval == 1.0);

/// A surface cut into places.
struct Cut {
    Vec2 low;
    Vec2 size;
    int columns = 1;
    int rows = 1;
    std::size_t first = 0;

    [[nodiscard]] std::size_t of(Vec2 at) const
    {
        const auto along = [](double off, double length, int most) {
            return static_cast<std::size_t>(std::clamp(off / length, 0.0, most - 0.5));
        };
        return first + along(at.y - low.y, size.y, rows) * static_cast<std::size_t>(columns) +
               along(at.x - low.x, size.x, columns);
    }
};

Cut cutOf(const Surface& surface, std::size_t first)
{
    const Box box = boxOf(surface.area.outer);
    const Vec2 size = toMetres(box.high) - toMetres(box.low);
    const auto parts = [](double length) {
        return length > kLongest ? static_cast<int>(std::floor(length / kStretch + 0.5)) : 1;
    };
    Cut cut{toMetres(box.low), {}, parts(size.x), parts(size.y), first};
    cut.size = {std::max(size.x / cut.columns, 1e-3), std::max(size.y / cut.rows, 1e-3)};
    return cut;
}

/// One frame: who stood where at which density.
struct Moment {
    Frame frame;
    std::vector<double> density;
    std::vector<double> perArea; // people ÷ clear area, by surface
};

/// Takes the frames of a run, half a second apart.
class Watch {
public:
    Watch(const Replay& replay, const Walkable& walkable);
    void take(const Frame& frame);
    void tell(Replayed& out) const;

private:
    void average();
    void note(SurfaceIndex surface, Vec2 at, double density);

    const Walkable& walkable_;
    VoronoiCells cells_;
    Shares shares_;
    std::vector<Cut> cuts_;        // by surface
    std::vector<double> areas_;    // m², by surface
    std::vector<bool> named_;      // by surface
    std::vector<double> index_;    // by place
    std::vector<SurfaceIndex> on_; // by place
    std::deque<Moment> second_;
    Replayed seen_;
    bool denseNow_ = false;
    bool crushNow_ = false;
};

Watch::Watch(const Replay& replay, const Walkable& walkable) : walkable_(walkable), cells_(walkable)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        cuts_.push_back(cutOf(surface, on_.size()));
        on_.resize(on_.size() + static_cast<std::size_t>(cuts_.back().columns * cuts_.back().rows), s);
        areas_.push_back(area(surface.area));
        named_.push_back(surface.stair.value == replay.stair && surface.rise == replay.rise &&
                         (surface.kind == SurfaceKind::Flight || surface.kind == SurfaceKind::HalfLanding));
    }
    index_.assign(on_.size(), 0.0);
}

void Watch::take(const Frame& frame)
{
    cells_.measure(frame, shares_);
    Moment moment{frame, {}, std::vector<double>(areas_.size(), 0.0)};
    for (std::size_t i = 0; i < frame.size(); ++i) {
        moment.density.push_back(densityOverSquareMetre(shares_, i));
        if (frame.surface[i] < areas_.size()) moment.perArea[frame.surface[i]] += 1.0 / areas_[frame.surface[i]];
    }
    second_.push_back(std::move(moment));
    if (second_.size() > kFramesASecond + 1) second_.pop_front();
    if (second_.size() == kFramesASecond + 1) average();
}

void Watch::note(SurfaceIndex surface, Vec2 at, double density)
{
    seen_.worstPeak = std::max(seen_.worstPeak, density);
    if (walkable_.surfaces[surface].kind == SurfaceKind::Flight)
        seen_.worstFlight = std::max(seen_.worstFlight, density);
    if (named_[surface]) {
        seen_.peak = std::max(seen_.peak, density);
        denseNow_ = denseNow_ || density >= kDense;
    }
    if (density <= kCrush) return;
    crushNow_ = true;
    index_[cuts_[surface].of(at)] += kFrameInterval;
}

// Over the second around the frame in the middle; the frames at both ends stand for half of the time. Told are those
// who were there all the time.
void Watch::average()
{
    denseNow_ = crushNow_ = false;
    const Frame& now = second_[1].frame;
    std::array<std::size_t, 3> row{};
    for (std::size_t i = 0; i < now.size(); ++i) {
        double density = 0.0;
        bool there = now.surface[i] < areas_.size();
        for (std::size_t k = 0; k < 3; ++k) {
            const Frame& frame = second_[k].frame;
            while (row[k] < frame.size() && frame.person[row[k]] < now.person[i]) ++row[k];
            there = there && row[k] < frame.size() && frame.person[row[k]] == now.person[i];
            if (there) density += (k == 1 ? 0.5 : 0.25) * second_[k].density[row[k]];
        }
        if (there) note(now.surface[i], toMetres({now.x[i], now.y[i]}), density);
    }
    if (denseNow_) seen_.dense += kFrameInterval;
    if (crushNow_) seen_.lasting += kFrameInterval;
    for (std::size_t s = 0; s < areas_.size(); ++s) {
        const double mean = 0.25 * second_[0].perArea[s] + 0.5 * second_[1].perArea[s] + 0.25 * second_[2].perArea[s];
        if (named_[s]) seen_.onAverage = std::max(seen_.onAverage, mean);
        if (walkable_.surfaces[s].kind == SurfaceKind::Flight)
            seen_.fullestFlight = std::max(seen_.fullestFlight, mean);
    }
}

void Watch::tell(Replayed& out) const
{
    out = seen_;
    double worstNamed = 0.0;
    std::size_t worst = 0;
    for (std::size_t p = 0; p < index_.size(); ++p) {
        if (index_[p] > index_[worst]) worst = p;
        if (walkable_.surfaces[on_[p]].kind != SurfaceKind::Space)
            out.worstOnStairs = std::max(out.worstOnStairs, index_[p]);
        if (!named_[on_[p]]) continue;
        out.index += index_[p];
        worstNamed = std::max(worstNamed, index_[p]);
    }
    out.worstIndex = index_[worst];
    if (index_[worst] > 0.0) out.worst = walkable_.surfaces[on_[worst]].element;
    if (worstNamed <= 0.0) return;
    out.place = out.placeOnStairs = 1;
    for (std::size_t p = 0; p < index_.size(); ++p) {
        if (index_[p] <= worstNamed) continue;
        ++out.place;
        out.placeOnStairs += walkable_.surfaces[on_[p]].kind == SurfaceKind::Space ? 0 : 1;
    }
}

template <class Get> double median(std::span<const Replayed> runs, const Get& get)
{
    std::vector<double> values;
    for (const Replayed& run : runs) values.push_back(static_cast<double>(get(run)));
    return medianOf(std::move(values));
}

// Nothing above the limit is behind everything that has something.
double placeOf(int place)
{
    return place > 0 ? place : 999.0;
}

std::string placeText(double median)
{
    return median < 999.0 ? fmt::format("{:.0f}", median) : "–";
}

}

Replayed replayed(const Replay& replay, std::uint64_t seed)
{
    const School school = replay.school();
    Scenario scenario = replay.scenario;
    scenario.seed = seed;
    const Setting setting = settingOf(school, scenario);
    Watch watch(replay, setting.walkable);
    const std::vector<FrameSink> sinks = {[&](const Frame& frame) { watch.take(frame); }};
    RunOptions options;
    options.threads = 1;
    options.measures = false;
    options.bound = false;
    options.hand = false;
    Replayed out;
    RunResult result = simulate(school, scenario, setting, options, sinks, {}, {});
    watch.tell(out);
    out.seed = seed;
    out.result = std::move(result);
    return out;
}

double medianOf(std::vector<double> values)
{
    if (values.empty()) return 0.0;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

double medianIndex(std::span<const Replayed> runs)
{
    return median(runs, [](const Replayed& run) { return run.index; });
}

int alarms(std::span<const Replayed> runs)
{
    return static_cast<int>(std::ranges::count_if(runs, [](const Replayed& run) { return run.worstIndex >= kAlarm; }));
}

int alarmsOnStairs(std::span<const Replayed> runs)
{
    return static_cast<int>(
        std::ranges::count_if(runs, [](const Replayed& run) { return run.worstOnStairs >= kAlarm; }));
}

std::string tableHead()
{
    return "| replay | runs | index, person-s | peak, /m² | people ÷ area, /m² | seconds ≥ 6 /m² | place among all, on "
           "stairs "
           "| worst place: index, peak | any flight: peak, people ÷ area, /m² | alarms: anywhere, on stairs | out, s "
           "|\n"
           "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
}

std::string tableLine(const Replay& replay, std::span<const Replayed> runs)
{
    const auto middle = [&](const auto& get) { return median(runs, get); };
    const std::string named = fmt::format(
        "{:.0f} | {:.1f} | {:.1f} | {:.1f} | {}, {}", medianIndex(runs),
        middle([](const Replayed& r) { return r.peak; }), middle([](const Replayed& r) { return r.onAverage; }),
        middle([](const Replayed& r) { return r.dense; }),
        placeText(middle([](const Replayed& r) { return placeOf(r.place); })),
        placeText(middle([](const Replayed& r) { return placeOf(r.placeOnStairs); })));
    const std::string whole = fmt::format("{} {:.0f}, {:.1f} | {:.1f}, {:.1f}", runs.empty() ? "" : runs.front().worst,
                                          middle([](const Replayed& r) { return r.worstIndex; }),
                                          middle([](const Replayed& r) { return r.worstPeak; }),
                                          middle([](const Replayed& r) { return r.worstFlight; }),
                                          middle([](const Replayed& r) { return r.fullestFlight; }));
    return fmt::format("| {} | {} | {} | {} | {}, {} | {:.0f} |\n", replay.name, runs.size(),
                       replay.stair.empty() ? "– | – | – | – | –" : named, whole, alarms(runs), alarmsOnStairs(runs),
                       middle([](const Replayed& r) { return r.result.clearance.value_or(-1.0); }));
}

}
