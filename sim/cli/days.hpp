#pragma once

#include "sim/record/dates.hpp"

#include <string>

namespace stairwise {

/// The day that an option names; today where it is empty. The fault names the option.
[[nodiscard]] inline Result<Date> dayAsked(const std::string& text, const char* option)
{
    if (text.empty()) return today();
    if (const auto date = parseDate(text)) return *date;
    return Fault{"", option, {"record.not_a_date", {text}}, {"record.not_a_date.mend", {}}};
}

}
