#include "scenarios/maker/random_parts.hpp"

#include <algorithm>

namespace stairwise::samples {
namespace {

void lock(StoreyDraft& draft, std::size_t door)
{
    draft.storey.doors[door].state = DoorState::Locked;
}

// One of two doors of a room; no more exits than all but the first; doors between rooms.
void lockOnStorey(StoreyDraft& draft, Dice& dice)
{
    for (const RoomSite& site : draft.rooms)
        if (site.doors.size() > 1 && dice.chance(0.08)) lock(draft, site.doors.front());
    for (std::size_t i = draft.storey.number == 1 ? 1 : 0; i < draft.exits.size(); ++i)
        if (dice.chance(0.12)) lock(draft, draft.exits[i]);
    for (const std::size_t inner : draft.innerDoors)
        if (dice.chance(0.25)) lock(draft, inner);
}

// One storey's door to a stair; never of the first, by which everybody can go.
void lockStairs(CaseDraft& draft, Dice& dice)
{
    for (std::size_t i = 1; i < draft.plan.shafts.size(); ++i) {
        const Shaft& shaft = draft.plan.shafts[i];
        if (shaft.doorWidths.empty() || !dice.chance(0.12)) continue;
        StoreyDraft& storey = draft.storeys[static_cast<std::size_t>(dice.between(shaft.first, shaft.last) - 1)];
        for (Door& door : storey.storey.doors)
            if (door.id.value.starts_with("D" + shaft.stair.id.value + "-")) door.state = DoorState::Locked;
    }
}

bool belongs(const Space& space, const Door& door)
{
    const Box near = boxAround(door.at, kRandomWall / 2 + 50);
    return !isFree(
        {near}, Box{*std::ranges::min_element(space.polygon.outer), *std::ranges::max_element(space.polygon.outer)}, 0);
}

void wallIn(CaseDraft& draft, Dice& dice)
{
    for (StoreyDraft& storey : draft.storeys) {
        if (storey.rooms.empty() || !dice.chance(0.5)) continue;
        const auto& site =
            storey.rooms[static_cast<std::size_t>(dice.between(0, static_cast<int>(storey.rooms.size()) - 1))];
        const Space& space = storey.storey.spaces[site.space];
        if (space.kind != SpaceKind::Classroom) continue;
        for (Door& door : storey.storey.doors)
            if (belongs(space, door)) door.state = DoorState::Locked;
        draft.walledIn.push_back(space.id);
    }
}

}

void lockDoors(CaseDraft& draft)
{
    Dice dice(draft.seed, Part::Locks);
    for (StoreyDraft& storey : draft.storeys) lockOnStorey(storey, dice);
    lockStairs(draft, dice);
    if (dice.chance(0.15)) wallIn(draft, dice);
}

}
