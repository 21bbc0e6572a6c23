#pragma once

#include "editor/model/editor.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise::editor {

/// A person's hand at the plan: places in millimetres, so many pixels a metre.
class Hand {
public:
    explicit Hand(Editor& editor, double pixelsPerMetre = 40.0) : editor_(editor), pixel_(1.0 / pixelsPerMetre) {}
    bool shift = false;
    bool alt = false;

    void take(ToolKind tool) const { fulfil(editor_, TakeTool{tool}); }
    void move(Point at) const { point(PointerKind::Move, at); }
    void press(Point at) const { point(PointerKind::Press, at); }
    void release(Point at) const { point(PointerKind::Release, at); }
    void tap(Point at) const
    {
        move(at);
        press(at);
        release(at);
    }
    void doubleTap(Point at) const
    {
        tap(at);
        point(PointerKind::DoublePress, at);
        release(at);
    }
    void drag(Point from, Point to) const
    {
        move(from);
        press(from);
        move({(from.x + to.x) / 2, (from.y + to.y) / 2});
        move(to);
        release(to);
    }
    void key(Key key) const { fulfil(editor_, KeyPress{key, 0}); }
    void type(std::string_view text) const
    {
        for (const char c : text) fulfil(editor_, KeyPress{Key::Digit, static_cast<char32_t>(c)});
    }
    void act(const std::string& action) const { fulfil(editor_, Do{action}); }

private:
    void point(PointerKind kind, Point at) const { fulfil(editor_, Pointer{kind, toMetres(at), pixel_, shift, alt}); }
    Editor& editor_;
    double pixel_;
};

/// The storey that is shown.
inline const Storey& shownStorey(const Editor& editor)
{
    return *findStorey(schoolOf(editor), editor.storey);
}

/// Corners in an order that does not hang on where a ring begins.
inline Ring sorted(Ring ring)
{
    std::ranges::sort(ring, [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    return ring;
}

/// The key of the step that undo would take back; empty: none.
inline std::string lastStep(const Editor& editor)
{
    return editor.history.undoName() == nullptr ? "" : std::string(editor.history.undoName()->key);
}

/// What the line at the foot says must be this text, in the language of the looks.
inline bool says(const Editor& editor, const Message& message)
{
    return editor.notice && editor.notice->text == say(message, editor.looks.language);
}

}
