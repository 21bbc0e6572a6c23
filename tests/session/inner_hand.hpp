#pragma once

#include "editor/desk/desk.hpp"
#include "tests/session/session.hpp"

namespace stairwise::editor {

/// A hand within the program, for windows that no mouse can reach: one change of the input a picture. Pictures are told
/// to `picture` after the one that shows them was drawn. Borrows all.
[[nodiscard]] Hand innerHand(Desk& desk, Window& window,
                             std::function<void(const std::string&, const std::string&)> picture = {});

}
