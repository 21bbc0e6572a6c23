#pragma once

#include <string_view>

namespace stairwise {

/// As CMakeLists.txt and CHANGELOG.md have it. The engine, which alone decides results, has a number of its own.
inline constexpr std::string_view kProgramVersion = "0.1.0";

}
