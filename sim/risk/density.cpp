#include "sim/risk/density.hpp"

#include "sim/risk/grid_walk.hpp"
#include "sim/risk/stretches.hpp"
#include "sim/risk/walked_cells.hpp"
#include "sim/trace/pack.hpp"

#include <algorithm>

namespace stairwise {

void pack(auto& way, Same<Vec2> auto& at)
{
    way(at.x, at.y);
}

namespace {

/// Where the people of a frame stood who stood on surfaces.
struct Stood {
    std::vector<std::uint32_t> person;
    std::vector<std::uint32_t> surface;
    std::vector<Vec2> at;
    [[nodiscard]] WalkedCells::Standing standing() const { return {person, surface, at}; }
};

Stood stoodOf(const Frame& frame, std::size_t surfaces)
{
    Stood stood;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (frame.surface[i] >= surfaces) continue;
        stood.person.push_back(frame.person[i]);
        stood.surface.push_back(frame.surface[i]);
        stood.at.push_back(toMetres({frame.x[i], frame.y[i]}));
    }
    return stood;
}

void raise(std::vector<float>& map, std::size_t cell, double value)
{
    map[cell] = std::max(map[cell], static_cast<float>(value));
}

}

struct DensityMeter::Inside {
    double limit;
    SecondAverager averager;
    WalkedCells walked;
    Stretches stretches;
    std::vector<CrowdedPlace> places; // by stretch
    std::vector<DensityMap> maps;
    Stood before; // in the frame before

    Inside(const Walkable& walkable, double crowded, std::vector<double> bodies);
    void tell(const SecondMean& second, std::size_t row);
};

DensityMeter::Inside::Inside(const Walkable& walkable, double crowded, std::vector<double> bodies)
    : limit(crowded), averager(walkable, std::move(bodies)), walked(walkable), stretches(walkable)
{
    for (std::size_t i = 0; i < stretches.count(); ++i) places.push_back({stretches.surface(i), 0, 0, 0, 0, {}});
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        DensityMap map{walked.grid(s), {}, {}, {}, {}};
        for (auto* values : {&map.peak, &map.pressure, &map.force, &map.crossings})
            values->assign(map.grid.cells(), 0.0F);
        maps.push_back(std::move(map));
    }
}

void DensityMeter::Inside::tell(const SecondMean& second, std::size_t row)
{
    const double density = second.density[row];
    const Vec2 at = second.at[row];
    DensityMap& map = maps[second.surface[row]];
    walkGrid(map.grid, at, at, FirstCell::Counted, [&](std::size_t cell) {
        raise(map.peak, cell, density);
        raise(map.pressure, cell, second.pressure[row]);
        raise(map.force, cell, second.force[row]);
    });
    if (density <= limit) return;
    CrowdedPlace& place = places[stretches.of(second.surface[row], at)];
    if (place.personSeconds == 0.0) place.from = second.time;
    place.to = second.time;
    place.personSeconds += second.seconds;
    if (density > place.peak) {
        place.peak = density;
        place.at = at;
    }
}

namespace {

// Which surfaces, places and squares there are follows from the floor.
void packMeter(auto& way, auto& in)
{
    for (auto& place : in.places) way(place.personSeconds, place.peak, place.from, place.to, place.at);
    for (auto& map : in.maps) way(map.peak, map.pressure, map.force, map.crossings);
    way(in.before.person, in.before.surface, in.before.at);
}

}

DensityMeter::DensityMeter(const Walkable& walkable, double limit, std::vector<double> bodies)
    : inside_(std::make_unique<Inside>(walkable, limit, std::move(bodies)))
{
}
DensityMeter::~DensityMeter() = default;
DensityMeter::DensityMeter(DensityMeter&&) noexcept = default;

void DensityMeter::add(const Frame& frame)
{
    Workers alone(1);
    add(frame, {}, alone);
}

const SecondMean* DensityMeter::add(const Frame& frame, const Pressing& pressing, Workers& workers)
{
    Inside& in = *inside_;
    Stood now = stoodOf(frame, in.maps.size());
    in.walked.between(in.before.standing(), now.standing(),
                      [&](SurfaceIndex s, std::size_t cell) { in.maps[s].crossings[cell] += 1.0F; });
    in.before = std::move(now);
    const SecondMean* second = in.averager.add(frame, pressing, workers);
    if (second != nullptr)
        for (std::size_t row = 0; row < second->size(); ++row) in.tell(*second, row);
    return second;
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
    way(inside_->averager.state());
    packMeter(way, *inside_);
    return way.bytes();
}

bool DensityMeter::restore(std::string_view state)
{
    Inside& in = *inside_;
    std::string averager;
    Unpacker way(state);
    way(averager);
    packMeter(way, in);
    const std::size_t people = in.before.person.size();
    bool good = way.whole() && in.averager.restore(averager) && in.before.surface.size() == people &&
                in.before.at.size() == people;
    for (const std::uint32_t surface : in.before.surface) good = good && surface < in.maps.size();
    for (const DensityMap& map : in.maps)
        for (const auto* values : {&map.peak, &map.pressure, &map.force, &map.crossings})
            good = good && values->size() == map.grid.cells();
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
