#include "editor/model/heat.hpp"

#include "sim/base/parallel.hpp"
#include "sim/egress/onward.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/risk/averages.hpp"
#include "sim/risk/voronoi.hpp"

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

namespace stairwise::editor {
namespace {

constexpr float kNothing = -1.0F;

/// Fruin 1971, "Pedestrian Planning and Design": m² per person below which the next level begins, B to F.
constexpr double kWalkway[] = {3.25, 2.32, 1.39, 0.93, 0.46};
constexpr double kStair[] = {1.85, 1.39, 0.93, 0.65, 0.37};

std::vector<HeatField> emptyFields(const Walkable& walkable)
{
    std::vector<HeatField> fields;
    for (const Surface& surface : walkable.surfaces)
        fields.push_back({gridOver(boxOf(surface.area.outer), kDensityCell), {}});
    return fields;
}

unsigned cores()
{
    return std::max(1U, std::thread::hardware_concurrency());
}

}

int serviceLevel(double personsPerSquareMetre, ServiceTable table)
{
    if (personsPerSquareMetre <= 0.0) return 0;
    const auto& limits = table == ServiceTable::Stair ? kStair : kWalkway;
    return static_cast<int>(
        std::ranges::count_if(limits, [&](double limit) { return 1.0 / personsPerSquareMetre < limit; }));
}

int pressureStep(double pressure)
{
    int step = 0;
    for (double from = kHeaves; step + 1 < kPressureSteps && pressure >= from; from *= 2.0) ++step;
    return step;
}

struct HeatMaker::Inside {
    std::shared_ptr<const Walkable> walkable;
    VoronoiCells cells;
    Workers workers;
    Shares shares;
    AroundEach around;
    std::vector<HeatField> fields;
    std::vector<std::vector<float>> nearest; // by surface: square of the distance of whoever gave the value
    std::vector<SurfaceIndex> used;

    explicit Inside(std::shared_ptr<const Walkable> floors)
        : walkable(std::move(floors)), cells(*walkable), workers(cores()), fields(emptyFields(*walkable)),
          nearest(fields.size())
    {
    }

    void clear()
    {
        for (const SurfaceIndex surface : used) fields[surface].values.clear();
        used.clear();
    }

    void begin(SurfaceIndex surface)
    {
        const std::size_t count = fields[surface].grid.cells();
        fields[surface].values.assign(count, kNothing);
        nearest[surface].assign(count, static_cast<float>(kCellReach * kCellReach));
        used.push_back(surface);
    }

    // Whoever is nearest to a square's middle gives its value: the square of a Voronoi cell that it lies in.
    void paint(SurfaceIndex surface, Vec2 at, float value)
    {
        HeatField& field = fields[surface];
        if (field.values.empty()) begin(surface);
        const Grid& grid = field.grid;
        const auto from = [&](double v, double low) {
            return std::max(0, static_cast<int>(std::ceil((v - kCellReach - low) / grid.size - 0.5)));
        };
        const auto to = [&](double v, double low, int count) {
            return std::min(count - 1, static_cast<int>(std::floor((v + kCellReach - low) / grid.size - 0.5)));
        };
        for (int row = from(at.y, grid.low.y); row <= to(at.y, grid.low.y, grid.rows); ++row)
            for (int column = from(at.x, grid.low.x); column <= to(at.x, grid.low.x, grid.columns); ++column) {
                const Vec2 apart = grid.centre(column, row) - at;
                const auto square = static_cast<float>(dot(apart, apart));
                float& best = nearest[surface][grid.cell(column, row)];
                if (square >= best) continue;
                best = square;
                field.values[grid.cell(column, row)] = value;
            }
    }

    void measure(const Frame& frame)
    {
        clear();
        cells.measure(frame, shares, workers);
    }

    template <class Value> const std::vector<HeatField>& make(const Frame& frame, Value valueOf)
    {
        measure(frame);
        return painted(frame, valueOf);
    }

    template <class Value> const std::vector<HeatField>& painted(const Frame& frame, Value valueOf)
    {
        for (std::size_t i = 0; i < frame.size(); ++i) {
            const SurfaceIndex surface = frame.surface[i];
            if (surface >= fields.size()) continue;
            paint(surface, toMetres({frame.x[i], frame.y[i]}), valueOf(surface, i));
        }
        return fields;
    }
};

HeatMaker::HeatMaker(std::shared_ptr<const Walkable> walkable) : inside_(std::make_unique<Inside>(std::move(walkable)))
{
}
HeatMaker::~HeatMaker() = default;

const std::vector<HeatField>& HeatMaker::density(const Frame& frame)
{
    return inside_->make(frame, [this](SurfaceIndex, std::size_t row) {
        return static_cast<float>(densityOverSquareMetre(inside_->shares, row));
    });
}

const std::vector<HeatField>& HeatMaker::service(const Frame& frame)
{
    return inside_->make(frame, [this](SurfaceIndex surface, std::size_t row) {
        const bool flight = inside_->walkable->surfaces[surface].kind == SurfaceKind::Flight;
        return static_cast<float>(serviceLevel(densityOverSquareMetre(inside_->shares, row),
                                               flight ? ServiceTable::Stair : ServiceTable::Walkway));
    });
}

const std::vector<HeatField>& HeatMaker::pressure(const Frame& frame)
{
    Inside& in = *inside_;
    in.measure(frame);
    lookAround(frame, in.shares, {}, in.workers, in.around);
    return in.painted(frame,
                      [&](SurfaceIndex, std::size_t row) { return static_cast<float>(in.around.pressure[row]); });
}

std::vector<HeatField> densityNow(const Walkable& walkable, const Frame& frame)
{
    return HeatMaker(std::make_shared<const Walkable>(walkable)).density(frame);
}

std::vector<HeatField> serviceNow(const Walkable& walkable, const Frame& frame)
{
    return HeatMaker(std::make_shared<const Walkable>(walkable)).service(frame);
}

std::vector<HeatField> peaksOf(const std::vector<DensityMap>& maps, HeatKind kind)
{
    std::vector<HeatField> fields;
    for (const DensityMap& map : maps) {
        const auto& peak = kind == HeatKind::PeakForce      ? map.force
                           : kind == HeatKind::PeakPressure ? map.pressure
                                                            : map.peak;
        HeatField field{map.grid, {}};
        if (std::ranges::any_of(peak, [](float value) { return value > 0.0F; })) field.values = peak;
        for (float& value : field.values)
            if (value <= 0.0F) value = kNothing;
        fields.push_back(std::move(field));
    }
    return fields;
}

std::vector<HeatField> timeToExit(const Walkable& walkable, const Network& network, const Goal& goal,
                                  const Barred& barred)
{
    const auto toGo = secondsToGo(walkable, network, {}, goal, barred);
    std::vector<HeatField> fields = emptyFields(walkable);
    Workers workers(cores());
    const auto fill = [&](SurfaceIndex surface) {
        HeatField& field = fields[surface];
        field.values.reserve(field.grid.cells());
        for (int row = 0; row < field.grid.rows; ++row)
            for (int column = 0; column < field.grid.columns; ++column) {
                const double seconds =
                    secondsFrom(walkable, network, surface, field.grid.centre(column, row), goal, toGo);
                field.values.push_back(std::isfinite(seconds) ? static_cast<float>(seconds) : kNothing);
            }
    };
    workers.forBlocks(
        fields.size(),
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) fill(static_cast<SurfaceIndex>(i));
        },
        1);
    return fields;
}

}
