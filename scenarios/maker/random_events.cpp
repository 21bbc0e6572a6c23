#include "scenarios/maker/random_parts.hpp"

#include <algorithm>

namespace stairwise::samples {
namespace {

// Doors that may shut and open: not those that wall somebody in.
std::vector<DoorId> movable(const CaseDraft& draft)
{
    std::vector<DoorId> doors;
    for (const StoreyDraft& storey : draft.storeys)
        for (const Door& door : storey.storey.doors)
            if (draft.walledIn.empty() || door.state != DoorState::Locked) doors.push_back(door.id);
    return doors;
}

bool isLocked(const CaseDraft& draft, const DoorId& id)
{
    return std::ranges::any_of(draft.storeys, [&](const StoreyDraft& storey) {
        return std::ranges::any_of(storey.storey.doors,
                                   [&](const Door& door) { return door.id == id && door.state == DoorState::Locked; });
    });
}

}

std::vector<Event> randomEventsOf(const CaseDraft& draft, const School& school)
{
    Dice dice(draft.seed, Part::Events);
    std::vector<Event> events;
    if (dice.chance(0.4)) return events;
    const auto doors = movable(draft);
    const auto& stairs = school.buildings.front().stairs;
    for (int i = dice.between(1, 5); i > 0; --i) {
        Event event;
        if (!stairs.empty() && dice.chance(0.3))
            event.stair = stairs[static_cast<std::size_t>(dice.between(0, static_cast<int>(stairs.size()) - 1))].id;
        else
            event.door = doors[static_cast<std::size_t>(dice.between(0, static_cast<int>(doors.size()) - 1))];
        event.time = 1.0 + dice.between(0, 100);
        if (!event.door.none() && isLocked(draft, event.door)) event.kind = EventKind::Open;
        events.push_back(event);
        if (!dice.chance(0.5)) continue;
        event.time += 1.0 + dice.between(0, 90);
        event.kind = event.kind == EventKind::Shut ? EventKind::Open : EventKind::Shut;
        events.push_back(event);
    }
    std::ranges::stable_sort(events, {}, &Event::time);
    return events;
}

}
