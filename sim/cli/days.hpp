#pragma once

#include "sim/record/dates.hpp"

#include <string>

namespace stairwise {

/// The day that an option names; another where it is empty. The fault names the option.
[[nodiscard]] inline Result<Date> dayAsked(const std::string& text, const char* option, const Date& otherwise = today())
{
    if (text.empty()) return otherwise;
    if (const auto date = parseDate(text)) return *date;
    return Fault{"", option, {"record.not_a_date", {text}}, {"record.not_a_date.mend", {}}};
}

}
