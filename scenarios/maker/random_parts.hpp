#pragma once

#include "scenarios/maker/random_school.hpp"
#include "scenarios/maker/random_storey.hpp"

namespace stairwise::samples {

/// What the makers of a random case hand on to each other.
struct CaseDraft {
    std::uint64_t seed = 0;
    Plan plan;
    std::vector<StoreyDraft> storeys;
    std::vector<SpaceId> walledIn;
    int people = 0; // wanted, all in all
};

/// Locks that leave everybody a way, and rooms walled in on purpose.
void lockDoors(CaseDraft& draft);
[[nodiscard]] School randomSchoolOf(const CaseDraft& draft);
[[nodiscard]] Scenario randomScenarioOf(const CaseDraft& draft, const School& school);
/// Doors and stairs that shut and open during the run; never a door of `walledIn`.
[[nodiscard]] std::vector<Event> randomEventsOf(const CaseDraft& draft, const School& school);

}
