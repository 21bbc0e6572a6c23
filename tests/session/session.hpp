#pragma once

#include "editor/desk/places.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What a person does at the window, as lines of text; `#` begins a comment. Places of the plan in millimetres.
///     click NAME             the widget of that name (double NAME: twice; over NAME: only points at it)
///     tap X Y                presses and lets go on the plan (double-tap X Y: twice)
///     press X Y, move X Y, release X Y
///     drag NAME DX DY        takes a widget and moves it by pixels at scale 1
///     key Ctrl+Z             a key
///     type TEXT              text, into whatever takes it; \n ends a line
///     fill NAME TEXT         a field: all of it anew, with Enter
///     wait                   until check, run and export are done (each step waits by itself as well)
///     picture NAME TEXT…     what is seen; the text is its caption
struct SessionStep {
    int line = 0;
    std::string word;
    std::string rest; // of the line
};
[[nodiscard]] std::vector<SessionStep> parseSession(std::string_view text);

/// What a session needs of a hand: ImGui's input within the program, or a mouse on a screen.
struct Hand {
    std::function<std::optional<Places>()> rest; // waits until nothing moves; nothing: it never did
    std::function<void(Vec2)> move;              // pixels of the window
    std::function<void(bool)> button;            // true: down
    std::function<void(const std::string&)> key; // "Ctrl+Z"
    std::function<void(const std::string&)> type;
    std::function<void(const std::string&, const std::string&)> picture; // name, caption
};

/// Plays all steps. What went wrong, "line 12: no widget …"; empty: nothing. `names` stand for words in braces, {out}.
[[nodiscard]] std::string play(const std::vector<SessionStep>& steps, const Hand& hand,
                               const std::map<std::string, std::string>& names = {});

}
