#pragma once

#include <string_view>

namespace stairwise {

/// Well-formed UTF-8? (Excel on a Chinese computer saves GBK unless asked otherwise.) Surrogates and overlong forms of
/// three and four bytes are let through.
[[nodiscard]] bool isUtf8(std::string_view text);

}
