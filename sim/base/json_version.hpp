#pragma once

#include "sim/base/json.hpp"

#include <span>

namespace stairwise {

/// Brings the values of a file from one version to the next, in place. Migration i leads from version i + 1 to i + 2.
using Migration = void (*)(JsonValue& root);

/// Refuses a file of another format or of a newer version than `migrations` lead to; brings an older one up to date.
/// Answers the tree without its "format" and "version".
[[nodiscard]] Result<JsonValue> currentVersion(JsonValue root, std::string_view format,
                                               std::span<const Migration> migrations, const std::string& name);

}
