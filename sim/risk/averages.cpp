#include "sim/risk/averages.hpp"

#include "sim/trace/pack.hpp"

#include <algorithm>
#include <deque>
#include <tuple>

namespace stairwise {

void pack(auto& way, Same<Vec2> auto& at)
{
    way(at.x, at.y);
}

void pack(auto& way, Same<Pressing::OnWall> auto& wall)
{
    way(wall.surface, wall.at, wall.newtonsPerMetre);
}

namespace {

constexpr double kWindow = 1.0;      // seconds over which everything is averaged
constexpr double kSameMoment = 1e-6; // seconds; times are sums of steps
constexpr double kAgainst = -0.5;    // cosine: they come from more than 120° off (assumed)

/// One frame: what is averaged, of the people on surfaces.
struct Moment {
    double time = 0.0;
    std::vector<std::uint32_t> person;
    std::vector<std::uint32_t> surface;
    std::vector<Vec2> at;
    AroundEach around;
    std::vector<double> force;
    std::vector<Pressing::OnWall> walls;
};

void pack(auto& way, Same<Moment> auto& moment)
{
    auto& around = moment.around;
    way(moment.time, moment.person, moment.surface, moment.at, around.density, around.occupied, around.speed,
        around.pressure, around.against, moment.force, moment.walls);
}

// The columns that are averaged, of either kind, in one order.
auto columnsOf(auto& around, auto& force)
{
    return std::array{&around.density, &around.occupied, &around.speed, &around.pressure, &around.against, &force};
}

Vec2 velocityOf(const Frame& frame, std::size_t row)
{
    return {frame.vx[row] / 1000.0, frame.vy[row] / 1000.0};
}

bool comesAgainst(Vec2 one, Vec2 other)
{
    const double speeds = length(one) * length(other);
    return length(one) > kWalks && length(other) > kWalks && dot(one, other) < kAgainst * speeds;
}

struct Sums {
    double people = 0.0;
    double bodies = 0.0;
    double speed = 0.0;
    double against = 0.0;
    Vec2 velocity;
    double square = 0.0; // of the velocities
};

// Rounding must not make a rigid crowd tremble.
double varianceOf(const Sums& sums)
{
    const Vec2 mean = sums.velocity * (1.0 / sums.people);
    const double variance = sums.square / sums.people - dot(mean, mean);
    return variance > 1e-12 ? variance : 0.0;
}

void lookAroundOne(const Frame& frame, const Shares& shares, std::span<const double> bodies, std::size_t row,
                   AroundEach& around)
{
    Sums sums;
    const Vec2 own = velocityOf(frame, row);
    const double area = squareMetreAround(shares, row, [&](std::size_t other, double part) {
        const Vec2 velocity = velocityOf(frame, other);
        const std::uint32_t person = frame.person[other];
        sums.people += part;
        sums.bodies += part * (person < bodies.size() ? bodies[person] : 0.0);
        sums.speed += part * length(velocity);
        sums.velocity = sums.velocity + velocity * part;
        sums.square += part * dot(velocity, velocity);
        if (comesAgainst(own, velocity)) sums.against += part;
    });
    if (area <= 0.0) return;
    around.density[row] = sums.people / area;
    around.occupied[row] = sums.bodies / area;
    around.speed[row] = sums.speed / sums.people;
    around.pressure[row] = around.density[row] * varianceOf(sums);
    around.against[row] = sums.against / sums.people;
}

}

void lookAround(const Frame& frame, const Shares& shares, std::span<const double> bodies, Workers& workers,
                AroundEach& around)
{
    for (auto* column : {&around.density, &around.occupied, &around.speed, &around.pressure, &around.against})
        column->assign(frame.size(), 0.0);
    workers.forBlocks(frame.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) lookAroundOne(frame, shares, bodies, row, around);
    });
}

struct SecondAverager::Inside {
    std::size_t surfaces;
    std::vector<double> bodies;
    VoronoiCells cells;
    Shares shares;
    AroundEach around;
    std::deque<Moment> window; // the last second
    double told = -1.0;        // time of the last moment that was averaged
    SecondMean second;

    Inside(const Walkable& walkable, std::vector<double> covered)
        : surfaces(walkable.surfaces.size()), bodies(std::move(covered)), cells(walkable)
    {
    }
    [[nodiscard]] Moment momentOf(const Frame& frame, const Pressing& pressing, Workers& workers);
    [[nodiscard]] bool average();
    void averagePeople(const Moment& centre, std::span<const double> weights);
    void averageWalls(std::span<const double> weights);
};

Moment SecondAverager::Inside::momentOf(const Frame& frame, const Pressing& pressing, Workers& workers)
{
    cells.measure(frame, shares, workers);
    lookAround(frame, shares, bodies, workers, around);
    std::vector<double> force = pressing.onPerson;
    force.resize(frame.size(), 0.0);
    Moment moment;
    moment.time = frame.time;
    const auto from = columnsOf(around, force);
    const auto to = columnsOf(moment.around, moment.force);
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (frame.surface[i] >= surfaces) continue;
        moment.person.push_back(frame.person[i]);
        moment.surface.push_back(frame.surface[i]);
        moment.at.push_back(toMetres({frame.x[i], frame.y[i]}));
        for (std::size_t c = 0; c < from.size(); ++c) to[c]->push_back((*from[c])[i]);
    }
    moment.walls = pressing.walls;
    return moment;
}

// Each frame stands for the time around it. People who were not there for the whole second are left out.
void SecondAverager::Inside::averagePeople(const Moment& centre, std::span<const double> weights)
{
    std::vector<std::size_t> rows(window.size(), 0);
    const auto to = columnsOf(second, second.force);
    for (auto* column : to) column->clear();
    second.person.clear();
    second.surface.clear();
    second.at.clear();
    for (std::size_t row = 0; row < centre.person.size(); ++row) {
        double sums[6] = {};
        bool there = true;
        for (std::size_t k = 0; k < window.size(); ++k) {
            Moment& moment = window[k];
            while (rows[k] < moment.person.size() && moment.person[rows[k]] < centre.person[row]) ++rows[k];
            there = there && rows[k] < moment.person.size() && moment.person[rows[k]] == centre.person[row];
            if (!there) continue;
            const auto from = columnsOf(moment.around, moment.force);
            for (std::size_t c = 0; c < to.size(); ++c) sums[c] += weights[k] * (*from[c])[rows[k]];
        }
        if (!there) continue;
        second.person.push_back(centre.person[row]);
        second.surface.push_back(centre.surface[row]);
        second.at.push_back(centre.at[row]);
        for (std::size_t c = 0; c < to.size(); ++c) to[c]->push_back(sums[c]);
    }
}

void SecondAverager::Inside::averageWalls(std::span<const double> weights)
{
    std::vector<Pressing::OnWall> all;
    for (std::size_t k = 0; k < window.size(); ++k)
        for (Pressing::OnWall wall : window[k].walls) {
            wall.newtonsPerMetre *= weights[k];
            all.push_back(wall);
        }
    const auto place = [](const Pressing::OnWall& wall) { return std::tuple(wall.surface, wall.at.x, wall.at.y); };
    std::ranges::stable_sort(all, {}, place);
    second.walls.clear();
    for (const Pressing::OnWall& wall : all)
        if (!second.walls.empty() && place(second.walls.back()) == place(wall))
            second.walls.back().newtonsPerMetre += wall.newtonsPerMetre;
        else
            second.walls.push_back(wall);
}

// Is there a new moment with a whole second around it?
bool SecondAverager::Inside::average()
{
    const double now = window.back().time;
    while (window.front().time < now - kWindow - kSameMoment) window.pop_front();
    const std::size_t frames = window.size();
    if (frames < 3 || window.front().time > now - kWindow + kSameMoment) return false;
    std::size_t middle = 1;
    while (middle + 2 < frames && window[middle].time < now - 0.5 * kWindow - kSameMoment) ++middle;
    const Moment& centre = window[middle];
    if (centre.time <= told) return false;
    told = centre.time;
    std::vector<double> weights(frames, 0.0); // shares of the second
    for (std::size_t k = 0; k + 1 < frames; ++k) {
        const double half = 0.5 * (window[k + 1].time - window[k].time) / (now - window.front().time);
        weights[k] += half;
        weights[k + 1] += half;
    }
    second.time = centre.time;
    second.seconds = 0.5 * (window[middle + 1].time - window[middle - 1].time);
    averagePeople(centre, weights);
    averageWalls(weights);
    return true;
}

SecondAverager::SecondAverager(const Walkable& walkable, std::vector<double> bodies)
    : inside_(std::make_unique<Inside>(walkable, std::move(bodies)))
{
}
SecondAverager::~SecondAverager() = default;
SecondAverager::SecondAverager(SecondAverager&&) noexcept = default;

const SecondMean* SecondAverager::add(const Frame& frame, const Pressing& pressing, Workers& workers)
{
    inside_->window.push_back(inside_->momentOf(frame, pressing, workers));
    return inside_->average() ? &inside_->second : nullptr;
}

std::string SecondAverager::state() const
{
    Packer way;
    way(inside_->window, inside_->told);
    return way.bytes();
}

bool SecondAverager::restore(std::string_view state)
{
    Inside& in = *inside_;
    Unpacker way(state);
    way(in.window, in.told);
    bool good = way.whole();
    for (Moment& moment : in.window) {
        const std::size_t people = moment.person.size();
        good = good && moment.surface.size() == people && moment.at.size() == people;
        for (const auto* column : columnsOf(moment.around, moment.force)) good = good && column->size() == people;
        for (const std::uint32_t surface : moment.surface) good = good && surface < in.surfaces;
    }
    return good;
}

}
