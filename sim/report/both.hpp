#pragma once

#include "sim/run/run.hpp"
#include "sim/words/words.hpp"

#include <optional>
#include <string>

namespace stairwise {

/// Agents and hand calculation side by side, the capped case beside them, where they part and why, and which limits
/// only the cap enforces. Empty where there is nothing to put beside the agents.
[[nodiscard]] std::string bothText(const RunResult& result, Language language);
/// What the hand calculation counted at each stair and exit: widths, most flow, and when it binds.
[[nodiscard]] std::string handText(const RunResult& result, Language language);

/// Agents ÷ hand; nothing where one of the two has no time.
[[nodiscard]] std::optional<double> ratioOf(std::optional<double> agents, std::optional<double> hand);
/// The clearance time of the agents if everybody arrived.
[[nodiscard]] std::optional<double> agentsClearance(const RunResult& result);
/// "held", "imposed", "missed": for people.
[[nodiscard]] std::string wordOf(LimitState state, Language language);
/// Everybody, the stair, the exit or the class by name.
[[nodiscard]] std::string countedName(const RunResult& result, Counted what, const std::string& id, Language language);
/// Why the two part, in words.
[[nodiscard]] std::string reasonText(const RunResult& result, const Reason& reason, Language language);

}
