#pragma once

#include "sim/base/message.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/school/school.hpp"

namespace stairwise::editor {

/// What the kinds of things are called.
[[nodiscard]] Message kindWord(SpaceKind kind);
[[nodiscard]] Message kindWord(StairKind kind);
[[nodiscard]] Message kindWord(EquipmentKind kind);
[[nodiscard]] Message kindWord(Swing swing);
[[nodiscard]] Message kindWord(DoorState state);
[[nodiscard]] Message kindWord(Handrails handrails);
[[nodiscard]] Message kindWord(SchoolKind kind);
[[nodiscard]] Message kindWord(Situation situation);
[[nodiscard]] Message kindWord(Destination destination);
[[nodiscard]] Message kindWord(Motivation motivation);
[[nodiscard]] Message kindWord(RouteChoice choice);
[[nodiscard]] Message kindWord(WardenTask task);

}
