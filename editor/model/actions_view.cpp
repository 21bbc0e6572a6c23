#include "editor/model/actions.hpp"
#include "editor/model/editor.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

bool always(const Editor&)
{
    return true;
}
bool onStorey(const Editor& editor)
{
    return !editor.storey.none();
}

void fit(Editor& editor)
{
    ++editor.aim.number;
    editor.aim.at.reset();
}

// Storeys of all buildings in the order of the school, the grounds before them.
void step(Editor& editor, int by)
{
    std::vector<StoreyId> order{{}};
    for (const Building& building : schoolOf(editor).buildings)
        for (const auto& storey : building.storeys) order.push_back(storey->id);
    const auto here = std::ranges::find(order, editor.storey) - order.begin();
    const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
    const auto next = std::clamp<std::ptrdiff_t>(here + by, 0, last);
    fulfil(editor, Show{order[static_cast<std::size_t>(next)]});
}
void up(Editor& editor)
{
    step(editor, 1);
}
void down(Editor& editor)
{
    step(editor, -1);
}
void grounds(Editor& editor)
{
    fulfil(editor, Show{});
}

template <bool Looks::*what> void flip(Editor& editor)
{
    editor.looks.*what = !(editor.looks.*what);
}
template <ViewKind kind> void view(Editor& editor)
{
    editor.looks.view = kind;
}

void otherLanguage(Editor& editor)
{
    const bool chinese = editor.looks.language == Language::Chinese;
    editor.looks.language = chinese ? Language::English : Language::Chinese;
}

void scale(Editor& editor, double factor)
{
    const double now = editor.looks.scale > 0.0 ? editor.looks.scale : 1.0;
    editor.looks.scale = std::clamp(now * factor, 0.75, 3.0); // assumed: what can be read, and what fits
}
void larger(Editor& editor)
{
    scale(editor, 1.25);
}
void smaller(Editor& editor)
{
    scale(editor, 0.8);
}
void keys(Editor& editor)
{
    editor.dialog = Dialog::Keys;
}
void start(Editor& editor)
{
    editor.dialog = Dialog::Start;
}

}

std::span<const Action> viewActions()
{
    static constexpr Action kActions[] = {
        {"do.fit", "F", always, fit},
        {"do.up", "PageUp", always, up},
        {"do.down", "PageDown", always, down},
        {"do.grounds", "Home", onStorey, grounds},
        {"do.plan", "F2", always, view<ViewKind::Plan>},
        {"do.stacked", "F3", always, view<ViewKind::Stacked>},
        {"do.section", "F4", always, view<ViewKind::Section>},
        {"do.grid", "Ctrl+G", always, flip<&Looks::grid>},
        {"do.names", "", always, flip<&Looks::names>},
        {"do.graph", "G", always, flip<&Looks::graph>},
        {"do.show_backdrop", "", always, flip<&Looks::backdrop>},
        {"do.equipment", "", always, flip<&Looks::equipment>},
        {"do.below", "", always, flip<&Looks::below>},
        {"do.risks", "", always, flip<&Looks::risks>},
        {"do.language", "", always, otherLanguage},
        {"do.larger", "Ctrl+=", always, larger},
        {"do.smaller", "Ctrl+-", always, smaller},
        {"do.keys", "F1", always, keys},
        {"do.start", "", always, start},
    };
    return kActions;
}

}
