#include "scenarios/maker/random_storey.hpp"

#include "scenarios/maker/maker.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

constexpr int kBeforeDoors = 1000; // clear before every door

class Furnisher {
public:
    Furnisher(StoreyDraft& draft, const Plan& plan) : draft_(draft)
    {
        for (const Door& each : draft.storey.doors) doors_.push_back(boxAround(each.at, kBeforeDoors));
        for (const Shaft& shaft : plan.shafts)
            if (draft.storey.number >= shaft.first && draft.storey.number <= shaft.last)
                doors_.push_back(boxAround(shaft.mouths[static_cast<std::size_t>(draft.storey.number - shaft.first)],
                                           2 * kBeforeDoors));
    }
    /// Nothing is put where it would stand before a door or nearer than `gap` to another obstacle.
    void put(const Box& box, int gap)
    {
        if (!isFree(doors_, box, 0) || !isFree(obstacles_, box, gap)) return;
        obstacles_.push_back(box);
        draft_.storey.obstacles.push_back({{fmt::format("O{}-{}", draft_.storey.number, obstacles_.size())},
                                           rectangle(box.low.x, box.low.y, box.high.x, box.high.y)});
    }

private:
    StoreyDraft& draft_;
    std::vector<Box> doors_;
    std::vector<Box> obstacles_;
};

// Rows of tables, an aisle beside each and along the walls.
void tables(Furnisher& furnisher, Dice& dice, const Front& front, const RoomSite& site)
{
    const int table = dice.of(std::array{600, 1200, 1200, 2400});
    const int aisle = dice.between(6, 12) * 100;
    const int row = dice.between(10, 15) * 100;
    const bool turned = dice.chance(0.5); // rows across the room instead of along it
    const int wide = turned ? 400 : table;
    const int deep = turned ? table : 400;
    const int stepAlong = wide + (turned ? row - 400 : aisle);
    const int stepOut = deep + (turned ? aisle : row - 400);
    for (int out = site.out0 + 1500; out + deep + 700 <= site.out1; out += stepOut)
        for (int along = site.along0 + 700; along + wide + 700 <= site.along1; along += stepAlong)
            if (!dice.chance(0.1)) furnisher.put(front.box(along, along + wide, out, out + deep), 590);
}

void columns(Furnisher& furnisher, Dice& dice, const Front& front, const RoomSite& site)
{
    const int size = dice.between(3, 6) * 100;
    for (int out = site.out0 + 1500; out + size + 1000 <= site.out1; out += 2500)
        for (int along = site.along0 + 1500; along + size + 1000 <= site.along1; along += 3000)
            furnisher.put(front.box(along, along + size, out, out + size), 900);
}

// Cupboards along the corridor's wall, standing into it.
void cupboards(Furnisher& furnisher, Dice& dice, const Front& front)
{
    for (int i = dice.between(0, 3); i > 0; --i) {
        const int wide = dice.between(6, 20) * 100;
        const int deep = dice.between(3, 5) * 100;
        if (front.length < wide + 3000) continue;
        const int along = dice.between(15, (front.length - wide) / 100 - 15) * 100;
        furnisher.put(front.box(along, along + wide, -deep, 0), 1000);
    }
}

}

void placeObstacles(StoreyDraft& draft, const Plan& plan, std::uint64_t seed)
{
    Dice dice(seed, Part::Obstacles, static_cast<std::uint64_t>(draft.storey.number));
    Furnisher furnisher(draft, plan);
    for (const RoomSite& site : draft.rooms) {
        const SpaceKind kind = draft.storey.spaces[site.space].kind;
        if (kind == SpaceKind::Classroom && dice.chance(0.6)) tables(furnisher, dice, plan.fronts[site.front], site);
        if (kind == SpaceKind::Hall && dice.chance(0.6)) columns(furnisher, dice, plan.fronts[site.front], site);
    }
    for (const Front& front : plan.fronts)
        if (dice.chance(0.3)) cupboards(furnisher, dice, front);
}

}
