#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/school/school.hpp"

#include <string>

/// The sample schools and workloads of scenarios/, built in code so that every number has a reason beside it.
/// `stairwise_make_samples FOLDER` writes them; tests compare what stands in scenarios/ with what is made here.
namespace stairwise::samples {

/// School floor of the benchmark: ten rooms, one corridor, one 1.8 m exit, 480 people.
/// `doorWidth` of the ten classroom doors, millimetres (the workload's knob D).
[[nodiscard]] School floorSchool(int doorWidth);
[[nodiscard]] Scenario floorScenario();

/// Bottleneck hall of the benchmark: `modules` of 10 m and 250 people side by side, one 1.2 m opening each.
[[nodiscard]] School hallSchool(int modules);
[[nodiscard]] Scenario hallScenario(int modules);

/// A five-storey teaching building of a secondary school that meets GB 50099: 36 classes of 50, three dog-leg stairs,
/// five exits, a hall, a playground with assembly areas.
[[nodiscard]] School teachingBuilding();
[[nodiscard]] Scenario teachingBuildingFireDrill();
[[nodiscard]] Scenario teachingBuildingBreak();

/// 120 classes, 6,000 pupils, three of these buildings and one gate: the largest search for a timetable. Too large to lie
/// in scenarios/; `stairwise_make_samples FOLDER campus` writes it alone.
[[nodiscard]] School campus();
[[nodiscard]] Scenario campusDismissal();

/// Documented events; what no report says is marked as a guess in the file. See scenarios/README.md for the sources.
/// Their scenarios: replays.hpp.
[[nodiscard]] School chengan();
[[nodiscard]] School xiangxiang();

/// Pieces that the makers share. Millimetres.
[[nodiscard]] Ring rectangle(int x0, int y0, int x1, int y1);
[[nodiscard]] Space room(std::string id, std::string name, SpaceKind kind, Ring ring);
[[nodiscard]] Door door(std::string id, Point a, Point b);
[[nodiscard]] Door opening(std::string id, Point a, Point b);
[[nodiscard]] Door exitDoor(std::string id, std::string name, Point a, Point b);
[[nodiscard]] std::string chineseNumber(int n); // 1 … 12: 一 … 十二

}
