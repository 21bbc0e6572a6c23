#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/run/people.hpp"
#include "sim/run/run.hpp"
#include "sim/scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace stairwise {

/// What goes wrong in a scenario, on the floors of its school.

/// Where a fall happens; nothing where the floors lack the surface (a finding of theirs says why).
[[nodiscard]] std::optional<Fall> fallOf(const Event& event, const Walkable& walkable);
/// Of all falls of a scenario, in the order of its events.
[[nodiscard]] std::vector<Fall> fallsOf(const Scenario& scenario, const Walkable& walkable);

/// The light on every surface from each moment at which it changes; empty where it is day all the time.
[[nodiscard]] std::vector<Light> lightsOf(const Scenario& scenario, const Walkable& walkable);

/// Adds a guard to the crowd for each warden, and the wishes of those who will be sent on.
void addGuards(CrowdDef& def, const Scenario& scenario, const std::vector<Person>& persons);
/// Does a warden hold people back now, to let them go later?
[[nodiscard]] bool somebodyHolds(const Scenario& scenario, double time);

/// Who fell, where and when; a finding for each fall for which nobody came by.
void tellFalls(RunResult& result, const Scenario& scenario, const Walkable& walkable, const Crowd& crowd);

}
