#pragma once

#include "editor/model/editor.hpp"

#include <span>
#include <string_view>

namespace stairwise::editor {

/// One table says what the program can do: menus, keys, session scripts and tests read it.
struct Action {
    std::string_view name; // its text's key as well: "do.undo"
    std::string_view keys; // "Ctrl+Z", "Delete", "Space"; empty: none
    bool (*possible)(const Editor& editor);
    void (*run)(Editor& editor);
    std::string_view tip = {}; // key of a word on how it is used; empty: the name says it
};

[[nodiscard]] std::span<const Action> actions();
[[nodiscard]] const Action* actionNamed(std::string_view name); // null: none
[[nodiscard]] const Action* actionFor(std::string_view keys);   // null: none

/// The parts of the table, one file each; put together by actions.cpp.
[[nodiscard]] std::span<const Action> fileActions();
[[nodiscard]] std::span<const Action> editActions();
[[nodiscard]] std::span<const Action> viewActions();
[[nodiscard]] std::span<const Action> toolActions();
[[nodiscard]] std::span<const Action> runActions();

}
