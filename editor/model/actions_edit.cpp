#include "editor/model/actions.hpp"
#include "editor/model/editor.hpp"
#include "editor/model/picking.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/school/edits.hpp"
#include "sim/school/new_year.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

bool canUndo(const Editor& editor)
{
    return editor.history.undoName() != nullptr;
}
bool canRedo(const Editor& editor)
{
    return editor.history.redoName() != nullptr;
}
bool hasChosen(const Editor& editor)
{
    return !editor.selection.empty();
}
bool onStorey(const Editor& editor)
{
    return !editor.storey.none();
}
bool hasClasses(const Editor& editor)
{
    return !schoolOf(editor).classes.empty();
}
bool moreStoreys(const Editor& editor)
{
    const Building* building = buildingOf(schoolOf(editor), editor.storey);
    return building != nullptr && building->storeys.size() > 1;
}
bool always(const Editor&)
{
    return true;
}

void make(Editor& editor, Edit edit)
{
    fulfil(editor, Make{stepOf(std::move(edit))});
}

void undo(Editor& editor)
{
    editor.history.undo();
    settle(editor);
}
void redo(Editor& editor)
{
    editor.history.redo();
    settle(editor);
}

void removeChosen(Editor& editor)
{
    Edit edit{{"edit.remove", {fmt::to_string(editor.selection.size())}}, {}};
    for (const std::string& id : editor.selection) edit.changes.emplace_back(Remove{id});
    make(editor, std::move(edit));
}

// The copies lie a little aside, chosen, so that they can be pulled to their place.
void duplicate(Editor& editor)
{
    constexpr std::int32_t kAside = 1000; // millimetres; assumed
    const Edit edit = arrayed(schoolOf(editor), editor.selection, {kAside, kAside}, 1);
    std::vector<std::string> ids;
    for (const Change& change : edit.changes)
        if (std::string id = idOf(change); !id.empty()) ids.push_back(std::move(id));
    make(editor, edit);
    fulfil(editor, Choose{std::move(ids)});
}

void chooseAll(Editor& editor)
{
    const Scene scene = sceneOf(editor, nullptr);
    fulfil(editor, Choose{elementsIn(scene, {{-kFarthestMm, -kFarthestMm}, {kFarthestMm, kFarthestMm}})});
}

Point middleOfChosen(const Editor& editor)
{
    std::vector<Point> points;
    for (const std::string& id : editor.selection)
        if (const auto outline = outlineOf(schoolOf(editor), id))
            points.insert(points.end(), outline->points.begin(), outline->points.end());
    if (points.empty()) return {};
    const Box box = boxOf(points);
    return {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
}

void mirror(Editor& editor)
{
    make(editor, turned(schoolOf(editor), editor.selection, mirrorAcross(middleOfChosen(editor))));
}
void turn(Editor& editor)
{
    make(editor, turned(schoolOf(editor), editor.selection, quarterTurn(middleOfChosen(editor))));
}

void showAbove(Editor& editor, const StoreyId& below)
{
    const Building* building = buildingOf(schoolOf(editor), below);
    if (building == nullptr) return;
    for (std::size_t i = 0; i + 1 < building->storeys.size(); ++i)
        if (building->storeys[i]->id == below) return fulfil(editor, Show{building->storeys[i + 1]->id});
}

void copyUp(Editor& editor)
{
    const StoreyId from = editor.storey;
    make(editor, storeyCopiedUp(schoolOf(editor), from));
    showAbove(editor, from);
}

// An empty storey on top of the building.
void storeyAbove(Editor& editor)
{
    const Building& building = *buildingOf(schoolOf(editor), editor.storey);
    const Storey& top = *building.storeys.back();
    Storey storey;
    storey.number = top.number + 1;
    storey.id = {freeId(schoolOf(editor), "F", top.number)};
    storey.name = storey.id.value;
    storey.elevation = top.elevation + top.height;
    storey.height = top.height;
    const StoreyId shown = storey.id;
    make(editor, {{"edit.add_storey", {}}, {PutStorey{building.id, std::move(storey)}}});
    fulfil(editor, Show{shown});
}

void removeStorey(Editor& editor)
{
    make(editor, {{"edit.remove_storey", {}}, {Remove{editor.storey.value}}});
}

void pasteClasses(Editor& editor)
{
    editor.dialog = Dialog::Paste;
}

void nextYear(Editor& editor)
{
    NewYear year = newYear(schoolOf(editor));
    editor.lines.clear();
    for (const Message& message : year.toDo) editor.lines.push_back(say(message, editor.looks.language));
    make(editor, std::move(year.edit));
    editor.dialog = Dialog::NewYear;
}

}

std::span<const Action> editActions()
{
    static constexpr Action kActions[] = {
        {"do.undo", "Ctrl+Z", canUndo, undo},
        {"do.redo", "Ctrl+Y", canRedo, redo},
        {"do.remove", "Delete", hasChosen, removeChosen},
        {"do.duplicate", "Ctrl+D", hasChosen, duplicate, "do.duplicate.tip"},
        {"do.choose_all", "Ctrl+A", always, chooseAll},
        {"do.mirror", "Ctrl+M", hasChosen, mirror, "do.mirror.tip"},
        {"do.turn", "Ctrl+R", hasChosen, turn},
        {"do.copy_up", "Ctrl+U", onStorey, copyUp, "do.copy_up.tip"},
        {"do.storey_above", "", onStorey, storeyAbove, "do.storey_above.tip"},
        {"do.remove_storey", "", moreStoreys, removeStorey},
        {"do.paste_classes", "Ctrl+Shift+V", always, pasteClasses, "do.paste_classes.tip"},
        {"do.new_year", "", hasClasses, nextYear, "do.new_year.tip"},
    };
    return kActions;
}

}
