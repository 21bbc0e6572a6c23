#pragma once

#include "sim/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace stairwise {

/// A JSON text as values. Numbers are finite; no key stands twice in an object.
struct JsonMember;
struct JsonValue {
    using List = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>; // in the order of the file
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Object> held;

    template <class T> [[nodiscard]] const T* as() const { return std::get_if<T>(&held); }
    template <class T> [[nodiscard]] T* as() { return std::get_if<T>(&held); }
};
struct JsonMember {
    std::string key;
    JsonValue value;
};

/// Null where `value` is no object or has no such key.
[[nodiscard]] const JsonValue* memberOf(const JsonValue& value, std::string_view key);

inline constexpr std::size_t kDeepestJson = 64;           // lists and objects within each other; assumed: ours need 8
inline constexpr std::size_t kMostJsonValues = 2'000'000; // 40 bytes each; assumed: a large campus has 600,000

/// Refuses, with line and column or key: what is not JSON, keys that stand twice, numbers that are not finite, and what
/// is deeper or longer than the limits. `name` is how the file is called in a Fault.
[[nodiscard]] Result<JsonValue> parseJson(std::string_view text, const std::string& name);

}
