#include "editor/model/actions.hpp"
#include "editor/model/editor.hpp"
#include "editor/model/opening.hpp"

namespace stairwise::editor {
namespace {

bool always(const Editor&)
{
    return true;
}
bool hasResult(const Editor& editor)
{
    return editor.outcome && editor.outcome->result;
}

void ask(Editor& editor, FileWish wish)
{
    editor.fileWish = wish;
    editor.dialog = Dialog::File;
}

void startNew(Editor& editor)
{
    if (mustAsk(editor, Do{"do.new"})) return;
    beginDocument(editor, emptyDocument(say("editor.new_school", editor.looks.language)), {});
}
void openSample(Editor& editor)
{
    if (mustAsk(editor, Do{"do.sample"})) return;
    beginDocument(editor, sampleDocument(), {});
}
void open(Editor& editor)
{
    ask(editor, FileWish::Open);
}
void save(Editor& editor)
{
    if (editor.file.empty()) return ask(editor, FileWish::SaveAs);
    fulfil(editor, SaveAs{editor.file});
}
void saveAs(Editor& editor)
{
    ask(editor, FileWish::SaveAs);
}
void import(Editor& editor)
{
    ask(editor, FileWish::Import);
}
void backdrop(Editor& editor)
{
    ask(editor, FileWish::Backdrop);
}
void results(Editor& editor)
{
    ask(editor, FileWish::Results);
}
void film(Editor& editor)
{
    ask(editor, FileWish::Film);
}
void quit(Editor& editor)
{
    if (!mustAsk(editor, Do{"do.quit"})) editor.quit = true;
}

}

std::span<const Action> fileActions()
{
    static constexpr Action kActions[] = {
        {"do.new", "Ctrl+N", always, startNew},
        {"do.open", "Ctrl+O", always, open},
        {"do.sample", "", always, openSample},
        {"do.save", "Ctrl+S", always, save},
        {"do.save_as", "Ctrl+Shift+S", always, saveAs},
        {"do.import", "Ctrl+I", always, import},
        {"do.backdrop", "", always, backdrop, "do.backdrop.tip"},
        {"do.results", "Ctrl+E", hasResult, results, "do.results.tip"},
        {"do.film", "", hasResult, film, "do.film.tip"},
        {"do.quit", "Ctrl+Q", always, quit},
    };
    return kActions;
}

}
