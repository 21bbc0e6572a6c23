#pragma once

#include <string_view>

namespace stairwise {

/// Some writers put a prefix before every name: x:row.
inline std::string_view localName(const char* name)
{
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}
