#include "sim/risk/density.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/risk/grid_walk.hpp"
#include "sim/risk/voronoi.hpp"
#include "sim/risk/walked_cells.hpp"
#include "sim/trace/pack.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

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
    WalkedCells walked;
    std::vector<Stretches> stretches;
    std::vector<CrowdedPlace> places; // by stretch
    std::vector<DensityMap> maps;
    std::deque<Moment> window; // the last second
    double told = -1.0;        // time of the last moment that was averaged

    Inside(const Walkable& walkable, double crowded);
    [[nodiscard]] Moment momentOf(const Frame& frame, Workers& workers);
    void average();
    void tell(const Moment& centre, std::size_t row, double density, double seconds);
};

DensityMeter::Inside::Inside(const Walkable& walkable, double crowded)
    : limit(crowded), cells(walkable), walked(walkable)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        stretches.push_back(stretchesOf(surface, places.size()));
        const auto count = static_cast<std::size_t>(stretches.back().columns * stretches.back().rows);
        for (std::size_t i = 0; i < count; ++i) places.push_back({s, 0.0, 0.0, 0.0, 0.0, {}});
        DensityMap map{walked.grid(s), {}, {}};
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
    const auto standing = [](const Moment& m) { return WalkedCells::Standing{m.person, m.surface, m.at}; };
    in.walked.between(standing(in.window.back()), standing(moment),
                      [&](SurfaceIndex s, std::size_t cell) { in.maps[s].crossings[cell] += 1.0F; });
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
