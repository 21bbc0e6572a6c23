#include "editor/desk/desk.hpp"

#include "editor/model/opening.hpp"
#include "sim/base/system.hpp"

#include <fmt/format.h>

namespace stairwise::editor {
namespace {

// All names of a school, for the fonts.
std::string namesOf(const School& school)
{
    std::string all = school.name;
    for (const SchoolClass& schoolClass : school.classes) all += schoolClass.name;
    for (const Building& building : school.buildings) {
        all += building.name;
        for (const auto& storey : building.storeys) {
            all += storey->name;
            for (const Space& space : storey->spaces) all += space.name;
        }
        for (const Stair& stair : building.stairs) all += stair.name;
    }
    return all;
}

bool same(const Habits& a, const Habits& b)
{
    return a.looks.language == b.looks.language && a.looks.scale == b.looks.scale && a.recent == b.recent;
}

}

Desk::Desk(std::filesystem::path folder, Habits habits, const Canvas* canvas)
    : folder_(std::move(folder)), plan_(canvas),
      editor_(emptyDocument(say("editor.new_school", habits.looks.language))), autosave_(folder_), kept_(habits)
{
    editor_.folder = folder_;
    editor_.looks = habits.looks;
    editor_.recent = habits.recent;
    editor_.leftBehind = leftBehind(folder_);
    editor_.dialog = editor_.leftBehind.empty() ? Dialog::Start : Dialog::Restore;
    ++editor_.aim.number; // the whole plan
}

Desk::~Desk()
{
    keepHabits();
}

void Desk::picture(Window& window, double seconds)
{
    takeDropped(window);
    nameWindow(window);
    if (editor_.looks.scale <= 0.0) editor_.looks.scale = window.scale();
    Outbox wishes;
    window.frame(!lively(editor_), [&] {
        const auto derived = editor_.deriver->latest();
        Face face{editor_, derived.get(), wishes, face_, probe_, static_cast<float>(window.scale())};
        drawWindow(face, plan_);
    });
    if (editor_.looks.scale > 0.0 && editor_.looks.scale != window.scale()) window.rescale(editor_.looks.scale);
    ++pictures_;
    for (const Wish& wish : wishes) fulfil(editor_, wish);
    tick(editor_, seconds);
    autosave_.consider(editor_);
    takeClosing(window);
    keepHabits();
}

bool Desk::done() const
{
    return editor_.quit;
}

void Desk::endWell()
{
    autosave_.discard();
}

bool Desk::atRest() const
{
    const auto derived = editor_.deriver->latest();
    const bool busy = editor_.runner->running() || editor_.work->running() || editor_.deriver->busy() ||
                      editor_.ensembling->running() || editor_.atlasing->running() || editor_.planning->running() || editor_.runsToFollow > 0;
    return !busy && derived != nullptr && derived->school == editor_.history.now().school;
}

void Desk::takeDropped(Window& window)
{
    for (const std::string& path : window.takeDropped()) fulfil(editor_, OpenFile{path});
}

void Desk::takeClosing(Window& window)
{
    if (!window.wantsToClose()) return;
    window.stayOpen();
    fulfil(editor_, Do{"do.quit"});
}

void Desk::nameWindow(Window& window)
{
    const auto& school = editor_.history.now().school;
    if (school != seen_) {
        seen_ = school;
        window.needGlyphs(namesOf(*school));
    }
    const std::string name = editor_.file.empty() ? school->name : editor_.file.filename().string();
    const std::string title =
        fmt::format("{}{} – {}", unsaved(editor_) ? "* " : "", name, say("editor.title", editor_.looks.language));
    if (title == title_) return;
    title_ = title;
    window.title(title);
}

void Desk::keepHabits()
{
    const Habits now{editor_.looks, editor_.recent};
    if (same(now, kept_)) return;
    kept_ = now;
    static_cast<void>(writeHabits(folder_, now)); // told nowhere: the next start is as for a new user
}

}
