#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stairwise {

/// "16:05", "16:05:30" → second of the day; nothing for what is no time of a day (11:65, 24:00, 4pm).
[[nodiscard]] std::optional<double> clockSeconds(std::string_view text);
/// "16:05:30"; what passes midnight begins anew.
[[nodiscard]] std::string clockText(double secondOfDay);

}
