#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stairwise {

/// Well-formed UTF-8? (Excel on a Chinese computer saves GBK unless asked otherwise.) Surrogates and overlong forms of
/// three and four bytes are let through.
[[nodiscard]] bool isUtf8(std::string_view text);

/// At most so many bytes from the beginning, cut between characters.
[[nodiscard]] std::string_view beginningOf(std::string_view text, std::size_t bytes);
/// The same, with … where something was cut off: for a message of one line.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

}
