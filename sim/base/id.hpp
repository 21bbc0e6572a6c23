#pragma once

#include <compare>
#include <functional>
#include <string>

namespace stairwise {

/// A handle that a person chose and a file keeps: "A101", "S1". Handles of different things cannot be mixed.
/// Empty is none.
template <class Tag> struct Id {
    std::string value;

    [[nodiscard]] bool none() const { return value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

}

template <class Tag> struct std::hash<stairwise::Id<Tag>> {
    std::size_t operator()(const stairwise::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
