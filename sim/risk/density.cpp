#include "sim/risk/density.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/risk/grid_walk.hpp"
#include "sim/risk/voronoi.hpp"
#include "sim/trace/pack.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>

namespace stairwise {

void pack(auto& way, Same<Vec2> auto& at)
{
    way(at.x, at.y);
}

namespace {

constexpr double kWindow = 1.0;      // seconds over which a density is averaged
constexpr double kSameMoment = 1e-6; // seconds; times are sums of steps
constexpr double kLongest = 12.0;    // metres; a longer surface is told in stretches (assumed: what a warden oversees)
constexpr double kStretch = 6.0;     // metres, about

/// One frame with the density over a square metre around each of its people.
struct Moment {
    double time = 0.0;
    std::vector<std::uint32_t> person;
    std::vector<std::uint32_t> surface;
    std::vector<Vec2> at;
    std::vector<double> density;
};

void pack(auto& way, Same<Moment> auto& moment)
{
    way(moment.time, moment.person, moment.surface, moment.at, moment.density);
}

/// How a surface is cut into places that can be named.
struct Stretches {
    Vec2 low;
    Vec2 size; // of one stretch
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

Stretches stretchesOf(const Surface& surface, std::size_t first)
{
    const Box box = boxOf(surface.area.outer);
    const Vec2 size = toMetres(box.high) - toMetres(box.low);
    const auto parts = [](double length) {
        return length > kLongest ? static_cast<int>(std::floor(length / kStretch + 0.5)) : 1;
    };
    Stretches cut{toMetres(box.low), {}, parts(size.x), parts(size.y), first};
    cut.size = {std::max(size.x / cut.columns, 1e-3), std::max(size.y / cut.rows, 1e-3)};
    return cut;
}

}

struct DensityMeter::Inside {
    double limit;
    VoronoiCells cells;
    Shares shares;
    std::vector<Portal> portals;
    std::vector<std::vector<PortalIndex>> portalsBySurface;
    std::vector<Stretches> stretches;
    std::vector<CrowdedPlace> places; // by stretch
    std::vector<DensityMap> maps;
    std::deque<Moment> window; // the last second
    double told = -1.0;        // time of the last moment that was averaged

    Inside(const Walkable& walkable, double crowded);
    [[nodiscard]] Moment momentOf(const Frame& frame, Workers& workers);
    void countCrossings(const Moment& before, const Moment& now);
    void countWay(const Moment& before, std::size_t b, const Moment& now, std::size_t n);
    void average();
    void tell(const Moment& centre, std::size_t row, double density, double seconds);
    [[nodiscard]] std::optional<double> crossing(SurfaceIndex from, SurfaceIndex to, Vec2 a, Vec2 b) const;
};

DensityMeter::Inside::Inside(const Walkable& walkable, double crowded)
    : limit(crowded), cells(walkable), portals(walkable.portals), portalsBySurface(walkable.surfaces.size())
{
    for (PortalIndex p = 0; p < portals.size(); ++p)
        for (const SurfaceIndex s : {portals[p].a, portals[p].b})
            if (s != kNowhere) portalsBySurface[s].push_back(p);
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        stretches.push_back(stretchesOf(surface, places.size()));
        const auto count = static_cast<std::size_t>(stretches.back().columns * stretches.back().rows);
        for (std::size_t i = 0; i < count; ++i) places.push_back({s, 0.0, 0.0, 0.0, 0.0, {}});
        DensityMap map{gridOver(boxOf(surface.area.outer), kDensityCell), {}, {}};
        map.peak.assign(map.grid.cells(), 0.0F);
        map.crossings.assign(map.grid.cells(), 0.0F);
        maps.push_back(std::move(map));
    }
}

Moment DensityMeter::Inside::momentOf(const Frame& frame, Workers& workers)
{
    cells.measure(frame, shares, workers);
    Moment moment;
    moment.time = frame.time;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (frame.surface[i] >= maps.size()) continue;
        moment.person.push_back(frame.person[i]);
        moment.surface.push_back(frame.surface[i]);
        moment.at.push_back(toMetres({frame.x[i], frame.y[i]}));
        moment.density.push_back(densityOverSquareMetre(shares, i));
    }
    return moment;
}

/// The part of the straight way from a to b at which it passes from one surface to the other.
std::optional<double> DensityMeter::Inside::crossing(SurfaceIndex from, SurfaceIndex to, Vec2 a, Vec2 b) const
{
    for (const PortalIndex p : portalsBySurface[from]) {
        if (portals[p].a != to && portals[p].b != to) continue;
        const Vec2 p1 = toMetres(portals[p].line.a);
        const Vec2 along = toMetres(portals[p].line.b) - p1;
        const double turn = cross(b - a, along);
        if (turn == 0.0) continue;
        const double way = cross(p1 - a, along) / turn;
        const double part = cross(p1 - a, b - a) / turn;
        if (way >= 0.0 && way <= 1.0 && part >= 0.0 && part <= 1.0) return way;
    }
    return std::nullopt;
}

void DensityMeter::Inside::countWay(const Moment& before, std::size_t b, const Moment& now, std::size_t n)
{
    const auto enter = [](DensityMap& map, std::size_t cell) { map.crossings[cell] += 1.0F; };
    const SurfaceIndex from = before.surface[b];
    const SurfaceIndex to = now.surface[n];
    if (from == to) {
        walkGrid(maps[to].grid, before.at[b], now.at[n], FirstCell::Skipped,
                 [&](std::size_t c) { enter(maps[to], c); });
        return;
    }
    const Vec2 start = before.at[b];
    const Vec2 way = now.at[n] - start;
    constexpr double kJust = 1e-9; // the line itself may be the line between two cells
    const double door = crossing(from, to, start, now.at[n]).value_or(-1.0); // none: through several in one step
    if (door > kJust)
        walkGrid(maps[from].grid, start, start + way * (door - kJust), FirstCell::Skipped,
                 [&](std::size_t c) { enter(maps[from], c); });
    walkGrid(maps[to].grid, start + way * (door < 0.0 ? 1.0 : std::min(1.0, door + kJust)), now.at[n],
             FirstCell::Counted, [&](std::size_t c) { enter(maps[to], c); });
}

void DensityMeter::Inside::countCrossings(const Moment& before, const Moment& now)
{
    std::size_t b = 0;
    for (std::size_t n = 0; n < now.person.size(); ++n) {
        while (b < before.person.size() && before.person[b] < now.person[n]) ++b;
        const bool known = b < before.person.size() && before.person[b] == now.person[n];
        if (known)
            countWay(before, b, now, n);
        else
            walkGrid(maps[now.surface[n]].grid, now.at[n], now.at[n], FirstCell::Counted,
                     [&](std::size_t c) { maps[now.surface[n]].crossings[c] += 1.0F; });
    }
}

void DensityMeter::Inside::tell(const Moment& centre, std::size_t row, double density, double seconds)
{
    DensityMap& map = maps[centre.surface[row]];
    walkGrid(map.grid, centre.at[row], centre.at[row], FirstCell::Counted,
             [&](std::size_t c) { map.peak[c] = std::max(map.peak[c], static_cast<float>(density)); });
    if (density <= limit) return;
    CrowdedPlace& place = places[stretches[centre.surface[row]].of(centre.at[row])];
    if (place.personSeconds == 0.0) place.from = centre.time;
    place.to = centre.time;
    place.personSeconds += seconds;
    if (density > place.peak) {
        place.peak = density;
        place.at = centre.at[row];
    }
}

// Mean over the last second, each frame standing for the time around it, told of the frame in the middle. People who
// were not there for the whole second are not told.
void DensityMeter::Inside::average()
{
    const double now = window.back().time;
    while (window.front().time < now - kWindow - kSameMoment) window.pop_front();
    const std::size_t frames = window.size();
    if (frames < 3 || window.front().time > now - kWindow + kSameMoment) return;
    std::size_t middle = 1;
    while (middle + 2 < frames && window[middle].time < now - 0.5 * kWindow - kSameMoment) ++middle;
    const Moment& centre = window[middle];
    if (centre.time <= told) return;
    told = centre.time;
    std::vector<double> weights(frames, 0.0);
    for (std::size_t k = 0; k + 1 < frames; ++k) {
        const double half = 0.5 * (window[k + 1].time - window[k].time);
        weights[k] += half;
        weights[k + 1] += half;
    }
    const double seconds = 0.5 * (window[middle + 1].time - window[middle - 1].time);
    std::vector<std::size_t> rows(frames, 0);
    for (std::size_t row = 0; row < centre.person.size(); ++row) {
        double sum = 0.0;
        bool there = true;
        for (std::size_t k = 0; k < frames; ++k) {
            const Moment& moment = window[k];
            while (rows[k] < moment.person.size() && moment.person[rows[k]] < centre.person[row]) ++rows[k];
            there = there && rows[k] < moment.person.size() && moment.person[rows[k]] == centre.person[row];
            if (there) sum += weights[k] * moment.density[rows[k]];
        }
        if (there) tell(centre, row, sum / (now - window.front().time), seconds);
    }
}

namespace {

// Which surfaces, places and squares there are follows from the floor.
void packMeter(auto& way, auto& in)
{
    for (auto& place : in.places) way(place.personSeconds, place.peak, place.from, place.to, place.at);
    for (auto& map : in.maps) way(map.peak, map.crossings);
    way(in.window, in.told);
}

}

DensityMeter::DensityMeter(const Walkable& walkable, double limit) : inside_(std::make_unique<Inside>(walkable, limit))
{
}
DensityMeter::~DensityMeter() = default;
DensityMeter::DensityMeter(DensityMeter&&) noexcept = default;

void DensityMeter::add(const Frame& frame)
{
    Workers alone(1);
    add(frame, alone);
}

void DensityMeter::add(const Frame& frame, Workers& workers)
{
    Inside& in = *inside_;
    Moment moment = in.momentOf(frame, workers);
    if (in.window.empty()) in.window.emplace_back().time = moment.time - 2.0 * kWindow; // before the run: nobody
    in.countCrossings(in.window.back(), moment);
    in.window.push_back(std::move(moment));
    in.average();
}

std::vector<CrowdedPlace> DensityMeter::crowdedPlaces(std::size_t count) const
{
    std::vector<CrowdedPlace> crowded;
    for (const CrowdedPlace& place : inside_->places)
        if (place.personSeconds > 0.0) crowded.push_back(place);
    std::ranges::stable_sort(crowded, std::ranges::greater{}, &CrowdedPlace::personSeconds);
    if (crowded.size() > count) crowded.resize(count);
    return crowded;
}

const std::vector<DensityMap>& DensityMeter::maps() const
{
    return inside_->maps;
}

std::string DensityMeter::state() const
{
    Packer way;
    packMeter(way, *inside_);
    return way.bytes();
}

bool DensityMeter::restore(std::string_view state)
{
    Inside& in = *inside_;
    Unpacker way(state);
    packMeter(way, in);
    bool good = way.whole();
    for (const DensityMap& map : in.maps)
        good = good && map.peak.size() == map.grid.cells() && map.crossings.size() == map.grid.cells();
    for (const Moment& moment : in.window) {
        const std::size_t people = moment.person.size();
        good = good && moment.surface.size() == people && moment.at.size() == people && moment.density.size() == people;
        for (const std::uint32_t surface : moment.surface) good = good && surface < in.maps.size();
    }
    return good;
}

std::vector<double> voronoiDensities(const Walkable& walkable, const Frame& frame)
{
    VoronoiCells cells(walkable);
    Shares shares;
    cells.measure(frame, shares);
    std::vector<double> densities;
    for (const double area : shares.area) densities.push_back(area > 0.0 ? 1.0 / area : 0.0);
    return densities;
}

}
