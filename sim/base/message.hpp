#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// A text for people before its language is chosen: a key of the translation table (sim/words) and what fills its
/// places {0}, {1}, … The key is always a literal, so that a test can find every key in the sources.
struct Message {
    std::string_view key;
    std::vector<std::string> args;

    friend bool operator==(const Message&, const Message&) = default;
};

}
