#include "sim/geometry/way_field.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

namespace stairwise {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kWallCost = 2.5;     // metres of open floor that a metre along a wall is worth; assumed
constexpr double kSeedCells = 1.5;    // cells from a target that are seeded
constexpr double kFarSeedCells = 3.0; // the same where no cell that sees the target is so near
constexpr double kSlack = 0.02;       // metres by which portals and walls may miss each other; assumed
constexpr double kOnTarget = 1e-9;    // metres; nearer, the straight line to the target has no direction

constexpr unsigned kBeside = 4; // of kAround
constexpr double kDiagonal = 1.4142135623730951;

struct Line {
    Vec2 a;
    Vec2 b;
};
Line lineOf(Segment s)
{
    return {toMetres(s.a), toMetres(s.b)};
}

/// Do they share a point? In doubles.
bool touches(Line p, Line q)
{
    const double a = cross(p.b - p.a, q.a - p.a);
    const double b = cross(p.b - p.a, q.b - p.a);
    const double c = cross(q.b - q.a, p.a - q.a);
    const double d = cross(q.b - q.a, p.b - q.a);
    if ((a > 0.0 && b > 0.0) || (a < 0.0 && b < 0.0) || (c > 0.0 && d > 0.0) || (c < 0.0 && d < 0.0)) return false;
    const auto apart = [](double pa, double pb, double qa, double qb) {
        return std::max(pa, pb) < std::min(qa, qb) || std::max(qa, qb) < std::min(pa, pb);
    };
    return !apart(p.a.x, p.b.x, q.a.x, q.b.x) && !apart(p.a.y, p.b.y, q.a.y, q.b.y);
}

class March {
public:
    March(const Floor& floor, double keepClear);

    void seed(const std::vector<Segment>& targets);
    void run();
    /// Cells in tips of corners, joined to the rest by a corner only: reached over it where no wall is between.
    void squeezeIntoTips();
    [[nodiscard]] WayField field() const;

private:
    /// One axis of the upwind difference: weight · (time − from)² is the square of that part of the slope.
    struct Side {
        double next = kNever; // time of the smaller of the two neighbours that have their final time
        double from = kNever;
        double weight = 1.0;
        int towards = 0;
    };
    struct Sides {
        Side x;
        Side y;
    };
    struct Entry {
        double time;
        std::uint32_t cell;
        bool operator>(const Entry& o) const { return time != o.time ? time > o.time : cell > o.cell; }
    };

    [[nodiscard]] int columnOf(std::size_t cell) const { return static_cast<int>(cell % columns_); }
    [[nodiscard]] int rowOf(std::size_t cell) const { return static_cast<int>(cell / columns_); }
    [[nodiscard]] Vec2 centreOf(std::size_t cell) const { return grid_.centre(columnOf(cell), rowOf(cell)); }
    [[nodiscard]] std::size_t beside(std::size_t cell, CellStep step) const
    {
        return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(cell) +
                                        step.row * static_cast<std::ptrdiff_t>(columns_) + step.column);
    }
    [[nodiscard]] bool inside(std::size_t cell, CellStep step) const;
    [[nodiscard]] bool linked(std::size_t cell, unsigned i) const { return (floor_.links[cell] >> i & 1U) != 0; }
    [[nodiscard]] bool settled(std::size_t cell) const { return final_[cell] < kNever; }
    [[nodiscard]] bool sees(Vec2 from, Vec2 to, const std::vector<Segment>& walls) const;
    [[nodiscard]] Side sideOf(std::size_t cell, unsigned ahead) const;
    [[nodiscard]] Sides sidesOf(std::size_t cell) const { return {sideOf(cell, 0), sideOf(cell, 1)}; }
    [[nodiscard]] static double timeFrom(const Sides& sides, double cost);
    [[nodiscard]] bool seedWithin(double reach, const std::vector<Segment>& targets);
    void seedCell(std::size_t cell, Vec2 aim, double away);
    void offer(std::size_t cell, double time);
    void settle(std::size_t cell);
    [[nodiscard]] bool free(std::size_t cell, Vec2 direction) const;
    [[nodiscard]] Vec2 steepest(std::size_t cell) const;
    [[nodiscard]] Vec2 directionOf(std::size_t cell) const;
    void continueOutwards(WayField& field) const;

    const Floor& floor_;
    const Grid& grid_;
    std::size_t columns_;
    std::array<std::size_t, 8> offset_{}; // of the cells around; minus wraps round, as it does when added
    std::vector<double> cost_;            // metres for each cell's width
    std::vector<double> time_;            // metres still to go
    std::vector<double> final_;           // the same once it cannot fall any more
    std::vector<std::uint8_t> seeded_;
    std::vector<std::pair<std::size_t, Vec2>> seeds_; // and the point of the target they make for, by cell
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> waiting_;
};

March::March(const Floor& floor, double keepClear)
    : floor_(floor), grid_(floor.grid), columns_(static_cast<std::size_t>(floor.grid.columns)),
      cost_(grid_.cells(), grid_.size), time_(grid_.cells(), kNever), final_(grid_.cells(), kNever),
      seeded_(grid_.cells(), 0)
{
    for (std::size_t i = 0; i < offset_.size(); ++i) offset_[i] = beside(0, kAround[i]);
    if (keepClear <= 0.0) return;
    for (std::size_t cell = 0; cell < grid_.cells(); ++cell) {
        const double clear = static_cast<double>(floor.clearance[cell]);
        if (clear < keepClear) cost_[cell] = grid_.size * (1.0 + (kWallCost - 1.0) * (1.0 - clear / keepClear));
    }
}

bool March::inside(std::size_t cell, CellStep step) const
{
    const int column = columnOf(cell) + step.column;
    const int row = rowOf(cell) + step.row;
    return column >= 0 && row >= 0 && column < grid_.columns && row < grid_.rows;
}

bool March::sees(Vec2 from, Vec2 to, const std::vector<Segment>& walls) const
{
    return std::none_of(walls.begin(), walls.end(), [&](Segment w) { return touches({from, to}, lineOf(w)); });
}

std::vector<Segment> wallsNear(const std::vector<Segment>& walls, Line target, double reach)
{
    const Vec2 low{std::min(target.a.x, target.b.x) - reach, std::min(target.a.y, target.b.y) - reach};
    const Vec2 high{std::max(target.a.x, target.b.x) + reach, std::max(target.a.y, target.b.y) + reach};
    std::vector<Segment> near;
    for (const Segment wall : walls) {
        const auto [a, b] = lineOf(wall);
        if (std::max(a.x, b.x) >= low.x && std::min(a.x, b.x) <= high.x && std::max(a.y, b.y) >= low.y &&
            std::min(a.y, b.y) <= high.y) {
            near.push_back(wall);
        }
    }
    return near;
}

/// A little within the target and before it, so that walls that end there are not in the way.
Vec2 aimAt(Line target, Vec2 nearest, Vec2 from)
{
    const double size = length(target.b - target.a);
    Vec2 aim = nearest;
    if (size > 2.0 * kSlack) {
        const Vec2 unit = (target.b - target.a) * (1.0 / size);
        aim = target.a + unit * std::clamp(dot(nearest - target.a, unit), kSlack, size - kSlack);
    }
    const double away = length(aim - from);
    return away <= kSlack ? from : from + (aim - from) * ((away - kSlack) / away);
}

void March::seed(const std::vector<Segment>& targets)
{
    if (!seedWithin(kSeedCells * grid_.size, targets)) {
        static_cast<void>(seedWithin(kFarSeedCells * grid_.size, targets));
    }
}

bool March::seedWithin(double reach, const std::vector<Segment>& targets)
{
    for (const Segment& segment : targets) {
        const Line target = lineOf(segment);
        const std::vector<Segment> walls = wallsNear(floor_.walls, target, reach);
        const auto index = [&](double v, double low, int count) {
            return static_cast<int>(std::clamp(std::floor((v - low) / grid_.size), 0.0, count - 1.0));
        };
        const int left = index(std::min(target.a.x, target.b.x) - reach, grid_.low.x, grid_.columns);
        const int right = index(std::max(target.a.x, target.b.x) + reach, grid_.low.x, grid_.columns);
        const int bottom = index(std::min(target.a.y, target.b.y) - reach, grid_.low.y, grid_.rows);
        const int top = index(std::max(target.a.y, target.b.y) + reach, grid_.low.y, grid_.rows);
        for (int row = bottom; row <= top; ++row) {
            for (int column = left; column <= right; ++column) {
                const std::size_t cell = grid_.cell(column, row);
                if (floor_.open[cell] == 0) continue;
                const Vec2 centre = grid_.centre(column, row);
                const Vec2 nearest = nearestOn(target.a, target.b, centre);
                const double away = length(nearest - centre);
                if (away > reach || !sees(centre, aimAt(target, nearest, centre), walls)) continue;
                seedCell(cell, nearest, away);
            }
        }
    }
    return !seeds_.empty();
}

void March::seedCell(std::size_t cell, Vec2 aim, double away)
{
    const double time = away * (cost_[cell] / grid_.size);
    if (!(time < time_[cell])) return;
    offer(cell, time);
    seeded_[cell] = 1;
    seeds_.emplace_back(cell, aim);
}

void March::offer(std::size_t cell, double time)
{
    if (!(time < time_[cell])) return;
    time_[cell] = time;
    waiting_.push({time, static_cast<std::uint32_t>(cell)});
}

March::Side March::sideOf(std::size_t cell, unsigned ahead) const
{
    Side side;
    for (const unsigned i : {ahead, ahead + 2}) { // kAround turns: two on is straight back
        if (!linked(cell, i)) continue;
        const std::size_t other = cell + offset_[i];
        const double time = final_[other];
        if (!(time < side.next)) continue;
        side = {time, time, 1.0, i == ahead ? 1 : -1};
        if (!linked(other, i)) continue;
        const double beyond = final_[other + offset_[i]];
        if (beyond > time) continue;
        side.from = (4.0 * time - beyond) / 3.0; // (3t − 4t₁ + t₂) / 2, the difference of second order
        side.weight = 2.25;
    }
    return side;
}

/// Upwind solution of |∇time| = cost, of second order where two cells in line are known (Sethian 1999, ch. 8.7).
double March::timeFrom(const Sides& sides, double cost)
{
    const auto& [x, y] = sides;
    if (x.towards != 0 && y.towards != 0) {
        const double a = x.weight + y.weight;
        const double b = x.weight * x.from + y.weight * y.from;
        const double apart = x.from - y.from;
        const double inner = a * cost * cost - x.weight * y.weight * apart * apart; // a quarter of the discriminant
        const double time = inner < 0.0 ? kNever : (b + std::sqrt(inner)) / a;
        if (time >= x.next && time >= y.next && time < kNever) return time;
    }
    const auto along = [&](const Side& side) {
        return side.towards == 0 ? kNever : std::max(side.next, side.from + cost / std::sqrt(side.weight));
    };
    return std::min(along(x), along(y));
}

void March::settle(std::size_t cell)
{
    final_[cell] = time_[cell];
    for (unsigned i = 0; i < kBeside; ++i) {
        if (!linked(cell, i)) continue;
        const std::size_t other = cell + offset_[i];
        if (settled(other) || seeded_[other] != 0) continue;
        offer(other, timeFrom(sidesOf(other), cost_[other]));
    }
}

void March::run()
{
    while (!waiting_.empty()) {
        const Entry next = waiting_.top();
        waiting_.pop();
        if (!settled(next.cell)) settle(next.cell);
    }
}

void March::squeezeIntoTips()
{
    std::vector<std::size_t> left;
    for (std::size_t cell = 0; cell < grid_.cells(); ++cell) {
        if (floor_.open[cell] != 0 && !settled(cell)) left.push_back(cell);
    }
    bool reached = true;
    while (reached) {
        reached = false;
        for (const std::size_t cell : left) {
            for (std::size_t i = kBeside; i < offset_.size(); ++i) {
                const std::size_t other = cell + offset_[i];
                if (settled(cell) || !settled(other) || !sees(centreOf(cell), centreOf(other), floor_.walls)) continue;
                offer(cell, time_[other] + cost_[cell] * kDiagonal);
                reached = true;
            }
        }
        run();
    }
}

/// Towards the best of the eight around.
Vec2 March::steepest(std::size_t cell) const
{
    double best = 0.0;
    Vec2 direction;
    for (unsigned i = 0; i < offset_.size(); ++i) {
        const std::size_t other = cell + offset_[i];
        if (!settled(other)) continue;
        const double fall = (time_[cell] - time_[other]) / (i < kBeside ? 1.0 : kDiagonal);
        if (!(fall > best) || !(linked(cell, i) || sees(centreOf(cell), centreOf(other), floor_.walls))) continue;
        best = fall;
        direction = Vec2{static_cast<double>(kAround[i].column), static_cast<double>(kAround[i].row)};
        if (i >= kBeside) direction = direction * (1.0 / kDiagonal);
    }
    return direction;
}

/// May one walk to the next cell in this direction?
bool March::free(std::size_t cell, Vec2 direction) const
{
    const auto part = [](double v) { return v > 0.5 ? 1 : v < -0.5 ? -1 : 0; };
    const int column = part(direction.x), row = part(direction.y);
    for (unsigned i = 0; i < offset_.size(); ++i) {
        if (kAround[i].column == column && kAround[i].row == row) return linked(cell, i);
    }
    return false;
}

/// Downhill, by the neighbours that gave the cell its time.
Vec2 March::directionOf(std::size_t cell) const
{
    const Sides sides = sidesOf(cell);
    const auto fall = [&](const Side& side) {
        return side.next < time_[cell] ? std::max(0.0, std::sqrt(side.weight) * (time_[cell] - side.from)) : 0.0;
    };
    const double fallX = fall(sides.x), fallY = fall(sides.y);
    const double size = std::sqrt(fallX * fallX + fallY * fallY);
    if (size <= 0.0) return steepest(cell);
    const Vec2 direction{fallX / size * sides.x.towards, fallY / size * sides.y.towards};
    return free(cell, direction) ? direction : steepest(cell);
}

WayField March::field() const
{
    WayField field{grid_, {}, {}, {}};
    field.distance.assign(grid_.cells(), kNoFloor);
    field.dirX.assign(grid_.cells(), 0.0F);
    field.dirY.assign(grid_.cells(), 0.0F);
    const auto point = [&](std::size_t cell, Vec2 direction) {
        field.dirX[cell] = static_cast<float>(direction.x);
        field.dirY[cell] = static_cast<float>(direction.y);
    };
    for (std::size_t cell = 0; cell < grid_.cells(); ++cell) {
        if (floor_.open[cell] == 0) continue;
        field.distance[cell] = settled(cell) ? static_cast<float>(time_[cell]) : kNoWay;
        if (settled(cell) && seeded_[cell] == 0) point(cell, directionOf(cell));
    }
    for (const auto& [cell, aim] : seeds_) { // a later seed of the same cell is a nearer one
        const Vec2 way = aim - centreOf(cell);
        const double away = length(way);
        point(cell, away > kOnTarget ? way * (1.0 / away) : steepest(cell));
    }
    continueOutwards(field);
    return field;
}

/// The nearest reached cell of those around within two, the sooner one of two as near.
void March::continueOutwards(WayField& field) const
{
    for (const std::uint32_t cell : floor_.fringe) {
        int nearest = 9; // beyond (2, 2)
        std::size_t from = cell;
        for (int row = -2; row <= 2; ++row) {
            for (int column = -2; column <= 2; ++column) {
                const int away = column * column + row * row;
                if (away > nearest || !inside(cell, {column, row})) continue;
                const std::size_t other = beside(cell, {column, row});
                if (!settled(other) || (away == nearest && !(time_[other] < time_[from]))) continue;
                nearest = away;
                from = other;
            }
        }
        if (from == cell) continue;
        const Vec2 direction{static_cast<double>(field.dirX[from]), static_cast<double>(field.dirY[from])};
        const double gained = dot(direction, centreOf(cell) - centreOf(from));
        field.dirX[cell] = field.dirX[from];
        field.dirY[cell] = field.dirY[from];
        field.distance[cell] = static_cast<float>(std::max(0.0, time_[from] - gained));
    }
}

}

WayField wayTo(const Floor& floor, const std::vector<Segment>& targets, double keepClear)
{
    March march(floor, keepClear);
    march.seed(targets);
    march.run();
    march.squeezeIntoTips();
    return march.field();
}

}
