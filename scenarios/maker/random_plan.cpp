#include "scenarios/maker/random_plan.hpp"

#include "scenarios/maker/maker.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cstdlib>

namespace stairwise::samples {
namespace {

enum class Shape { Bar, Angle, Tee, Horseshoe, Court, Hall };

// The corridor before it is turned.
struct Outline {
    std::vector<CorridorPiece> pieces;
    std::vector<Segment> joints;
};

Box boxFrom(int x0, int y0, int x1, int y1)
{
    return {{x0, y0}, {x1, y1}};
}

CorridorPiece rectangular(int x0, int y0, int x1, int y1)
{
    return {{rectangle(x0, y0, x1, y1), {}}, {boxFrom(x0, y0, x1, y1)}};
}

// Smoke doors across a corridor: now the whole width, now a leaf of it.
Segment acrossAt(Dice& dice, int x, int width)
{
    const int clear = std::max(1000, width - dice.between(0, 8) * 100);
    return {{x, (width - clear) / 2}, {x, (width + clear) / 2}};
}

Outline bar(Dice& dice, int length, int width)
{
    if (dice.chance(0.5)) return {{rectangular(0, 0, length, width)}, {}};
    const int cut = length * dice.between(35, 65) / 100;
    return {{rectangular(0, 0, cut - kRandomWall / 2, width), rectangular(cut + kRandomWall / 2, 0, length, width)},
            {acrossAt(dice, cut, width)}};
}

// A bar along x with arms that leave it upward at these places.
Outline withArms(Dice& dice, int length, int width, int depth, const std::vector<int>& arms)
{
    Outline made;
    if (dice.chance(0.4)) { // the arms behind doors
        made.pieces.push_back(rectangular(0, 0, length, width));
        for (const int x : arms) {
            made.pieces.push_back(rectangular(x, width + kRandomWall, x + width, depth));
            const int clear = std::max(1000, width - dice.between(0, 8) * 100);
            const int from = x + (width - clear) / 2;
            made.joints.push_back({{from, width + kRandomWall / 2}, {from + clear, width + kRandomWall / 2}});
        }
        return made;
    }
    CorridorPiece whole = rectangular(0, 0, length, width);
    Ring ring = {{0, 0}, {length, 0}};
    if (arms.back() + width < length) ring.push_back({length, width});
    for (auto arm = arms.rbegin(); arm != arms.rend(); ++arm) {
        const int x = *arm;
        if (x + width < length) ring.push_back({x + width, width});
        ring.push_back({x + width, depth});
        ring.push_back({x, depth});
        if (x > 0) ring.push_back({x, width});
        whole.boxes.push_back(boxFrom(x, width, x + width, depth));
    }
    if (arms.front() > 0) ring.push_back({0, width});
    whole.polygon.outer = ring;
    made.pieces.push_back(std::move(whole));
    return made;
}

Outline court(int length, int depth, int width)
{
    CorridorPiece ring = rectangular(0, 0, length, depth);
    ring.polygon.holes.push_back(
        {{width, width}, {width, depth - width}, {length - width, depth - width}, {length - width, width}});
    ring.boxes = {boxFrom(0, 0, length, width), boxFrom(0, depth - width, length, depth), boxFrom(0, 0, width, depth),
                  boxFrom(length - width, 0, length, depth)};
    return {{ring}, {}};
}

Outline outlineOf(Dice& dice)
{
    const auto shape = dice.of(
        std::array{Shape::Bar, Shape::Bar, Shape::Angle, Shape::Tee, Shape::Horseshoe, Shape::Court, Shape::Hall});
    const int width = dice.between(18, 36) * 100;
    const int length = dice.between(14, 40) * 1000;
    const int depth = dice.between(11, 22) * 1000;
    switch (shape) {
    case Shape::Bar:
        return bar(dice, length, width);
    case Shape::Angle:
        return withArms(dice, length, width, depth, {length - width});
    case Shape::Tee:
        return withArms(dice, length, width, depth, {(length - width) / 200 * 100});
    case Shape::Horseshoe:
        return withArms(dice, length + 6000, width, depth, {0, length + 6000 - width});
    case Shape::Court:
        return court(length / 2 + 9000, depth + 4000, width);
    case Shape::Hall:
        return {{rectangular(0, 0, 8000 + length / 5, 7000 + depth / 4)}, {}};
    }
    return {};
}

Point turned(Point point, int quarters)
{
    for (int i = 0; i < quarters; ++i) point = {-point.y, point.x};
    return point;
}

Ring turned(Ring ring, int quarters)
{
    for (Point& corner : ring) corner = turned(corner, quarters);
    return ring;
}

void turn(Outline& outline, int quarters)
{
    for (CorridorPiece& piece : outline.pieces) {
        piece.polygon.outer = turned(piece.polygon.outer, quarters);
        for (Ring& hole : piece.polygon.holes) hole = turned(hole, quarters);
        for (Box& box : piece.boxes) box = boxOf(Ring{turned(box.low, quarters), turned(box.high, quarters)});
    }
    for (Segment& joint : outline.joints) joint = {turned(joint.a, quarters), turned(joint.b, quarters)};
}

int signOf(int value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

std::vector<Front> frontsOf(const std::vector<CorridorPiece>& corridor)
{
    std::vector<Front> fronts;
    for (const CorridorPiece& piece : corridor)
        for (const Segment& edge : edgesOf(piece.polygon)) {
            const int dx = edge.b.x - edge.a.x;
            const int dy = edge.b.y - edge.a.y;
            const int length = std::abs(dx) + std::abs(dy);
            if (length >= 1500) fronts.push_back({edge.a, signOf(dx), signOf(dy), length});
        }
    return fronts;
}

Plan draw(Dice& dice)
{
    Plan plan;
    plan.storeys = dice.of(std::array{1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5});
    plan.height = dice.between(30, 39) * 100;
    Outline outline = outlineOf(dice);
    turn(outline, dice.between(0, 3));
    plan.corridor = std::move(outline.pieces);
    plan.joints = std::move(outline.joints);
    plan.fronts = frontsOf(plan.corridor);
    for (const CorridorPiece& piece : plan.corridor)
        plan.taken.insert(plan.taken.end(), piece.boxes.begin(), piece.boxes.end());
    return plan;
}

}

Box Front::box(int along0, int along1, int out0, int out1) const
{
    return boxOf(Ring{at(along0, out0), at(along1, out1)});
}

Ring Front::ring(int along0, int along1, int out0, int out1) const
{
    const Box all = box(along0, along1, out0, out1);
    return rectangle(all.low.x, all.low.y, all.high.x, all.high.y);
}

bool isFree(const std::vector<Box>& taken, const Box& box, int gap)
{
    return std::ranges::none_of(taken, [&](const Box& other) {
        return box.low.x - gap < other.high.x && other.low.x < box.high.x + gap && box.low.y - gap < other.high.y &&
               other.low.y < box.high.y + gap;
    });
}

Box boxAround(Segment line, int margin)
{
    const Box box = boxOf(Ring{line.a, line.b});
    return {{box.low.x - margin, box.low.y - margin}, {box.high.x + margin, box.high.y + margin}};
}

Plan randomPlan(std::uint64_t seed)
{
    for (std::uint64_t attempt = 0;; ++attempt) { // a corridor too short for its first stair is drawn again
        Dice shape(seed, Part::Shape, attempt);
        Dice stairs(seed, Part::Stairs, attempt);
        Plan plan = draw(shape);
        if (placeShafts(plan, stairs)) return plan;
    }
}

}
