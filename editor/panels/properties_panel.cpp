#include "editor/model/kinds.hpp"
#include "editor/model/making.hpp"
#include "editor/model/picking.hpp"
#include "editor/model/situations.hpp"
#include "editor/panels/panels.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/school/edits.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace stairwise::editor {
namespace {

void post(Face& face, Change change)
{
    face.out.emplace_back(Make{Step{{"edit.change", {}}, {std::move(change)}}});
}

// True where a person has set another one; millimetres, shown in metres.
bool between(Face& face, const std::string& name, std::string_view label, std::int32_t& value, double low, double high)
{
    const auto metres = numberField(face, name, text(face, label), value / 1000.0, {"m", low, high, 3});
    if (!metres) return false;
    value = static_cast<std::int32_t>(std::lround(*metres * 1000.0));
    return true;
}

bool length(Face& face, const std::string& name, std::string_view label, std::int32_t& value, double high)
{
    return between(face, name, label, value, 0.0, high);
}

bool coordinate(Face& face, const std::string& name, std::string_view label, std::int32_t& value)
{
    return between(face, name, label, value, -kFarthestMm / 1000.0, kFarthestMm / 1000.0);
}

template <class E> bool kind(Face& face, const std::string& name, std::string_view label, E& value, E last)
{
    const auto chosen = choice(face, name, text(face, label), wordsOf(face, last), static_cast<int>(value));
    if (chosen) value = static_cast<E>(*chosen);
    return chosen.has_value();
}

bool words(Face& face, const std::string& name, std::string_view label, std::string& value)
{
    auto typed = textField(face, name, text(face, label), value);
    if (typed) value = std::move(*typed);
    return typed.has_value();
}

void spaceFacts(Face& face, const StoreyId& home, Space space)
{
    const Box box = boxOf(space.polygon.outer);
    bool changed = words(face, "element.name", "field.name", space.name);
    if (space.kind != SpaceKind::Outdoor)
        changed = kind(face, "element.kind", "setting.kind", space.kind, SpaceKind::Other) || changed;
    ImGui::Text("%s", text(face, {"field.size",
                                  {fmt::format("{:.2f}", (box.high.x - box.low.x) / 1000.0),
                                   fmt::format("{:.2f}", (box.high.y - box.low.y) / 1000.0),
                                   fmt::format("{:.1f}", area(space.polygon))}})
                          .c_str());
    for (const SchoolClass& schoolClass : schoolOf(face.editor).classes)
        if (schoolClass.homeroom == space.id) ImGui::Text("%s · %d", schoolClass.name.c_str(), schoolClass.pupils);
    if (changed) post(face, PutSpace{home, std::move(space)});
}

void doorFacts(Face& face, const StoreyId& home, Door door)
{
    bool changed = words(face, "element.name", "field.name", door.name);
    changed = length(face, "element.width", "setting.clear_width", door.clearWidth, 100.0) || changed;
    if (door.kind == DoorKind::Door) {
        changed = kind(face, "element.swing", "field.swing", door.swing, Swing::Sliding) || changed;
        changed = kind(face, "element.state", "field.state", door.state, DoorState::Locked) || changed;
    }
    if (const auto exit = tick(face, "element.exit", text(face, "field.exit"), door.exit)) {
        door.exit = *exit;
        changed = true;
    }
    if (changed) post(face, PutDoor{home, std::move(door)});
}

bool stairNumbers(Face& face, Stair& stair)
{
    bool changed = kind(face, "element.kind", "setting.kind", stair.kind, StairKind::ThreeFlight);
    changed = length(face, "element.width", "setting.clear_width", stair.clearWidth, 20.0) || changed;
    changed = length(face, "element.tread", "setting.tread", stair.tread, 2.0) || changed;
    changed = length(face, "element.riser", "setting.riser", stair.riser, 1.0) || changed;
    changed = length(face, "element.floor", "setting.floor_landing", stair.floorLandingDepth, 20.0) || changed;
    changed = length(face, "element.half", "setting.half_landing", stair.halfLandingDepth, 20.0) || changed;
    changed = length(face, "element.well", "setting.well", stair.well, 20.0) || changed;
    return kind(face, "element.rails", "field.handrails", stair.handrails, Handrails::BothAndMiddle) || changed;
}

bool stairPlace(Face& face, Stair& stair)
{
    bool changed = false;
    if (const auto way = choice(face, "element.direction", text(face, "setting.direction"), {"→", "↑", "←", "↓"},
                                stair.direction / 90)) {
        stair.direction = *way * 90;
        changed = true;
    }
    if (const auto turn = choice(face, "element.turn", text(face, "setting.turn"),
                                 {text(face, "kind.left"), text(face, "kind.right")}, static_cast<int>(stair.turn))) {
        stair.turn = static_cast<Turn>(*turn);
        changed = true;
    }
    return changed;
}

void stairFacts(Face& face, const Building& building, Stair stair)
{
    const StairKind kindBefore = stair.kind;
    const std::int32_t riserBefore = stair.riser;
    bool changed = words(face, "element.name", "field.name", stair.name);
    changed = stairPlace(face, stair) || changed;
    changed = stairNumbers(face, stair) || changed;
    std::string steps;
    for (const auto& rise : stair.steps)
        for (const int count : rise) steps += (steps.empty() ? "" : " · ") + fmt::to_string(count);
    ImGui::Text("%s", text(face, {"field.steps", {steps}}).c_str());
    if (button(face, "element.fit_steps", text(face, "field.fit_steps")) || stair.kind != kindBefore ||
        stair.riser != riserBefore) {
        fitSteps(stair, building);
        changed = true;
    }
    if (changed) post(face, PutStair{building.id, std::move(stair)});
}

void gateFacts(Face& face, Gate gate)
{
    bool changed = words(face, "element.name", "field.name", gate.name);
    changed = length(face, "element.width", "setting.clear_width", gate.clearWidth, 100.0) || changed;
    if (changed) post(face, std::move(gate));
}

void areaFacts(Face& face, AssemblyArea area)
{
    if (words(face, "element.name", "field.name", area.name)) post(face, std::move(area));
}

void equipmentFacts(Face& face, const StoreyId& home, Equipment equipment)
{
    if (kind(face, "element.kind", "setting.kind", equipment.kind, EquipmentKind::Alarm))
        post(face, PutEquipment{home, equipment});
}

// Shut from the start, in the situation in work.
void shutTick(Face& face, const std::string& id, bool stair)
{
    const NamedScenario* named = scenarioOf(face.editor);
    if (named == nullptr) return;
    if (!tick(face, "element.shut", text(face, "field.shut"), shutFromStart(named->scenario, id))) return;
    NamedScenario changed{named->file, shutToggled(named->scenario, id, stair)};
    face.out.emplace_back(Make{Step{{"edit.shut", {id}}, {PutScenario{std::move(changed)}}}});
}

template <class T> const T* among(const std::vector<const T*>& things, const std::string& id)
{
    const auto found = std::ranges::find_if(things, [&](const T* thing) { return thing->id.value == id; });
    return found == things.end() ? nullptr : *found;
}

void factsOf(Face& face, const std::string& id)
{
    const School& school = schoolOf(face.editor);
    const StoreyId home = storeyOf(school, id).value_or(StoreyId{});
    const PlanElements all = elementsOf(school, home.none() ? face.editor.storey : home);
    ImGui::TextDisabled("%s", id.c_str());
    if (const Space* space = findSpace(school, {id})) return spaceFacts(face, home, *space);
    if (const Door* door = findDoor(school, {id})) {
        doorFacts(face, home, *door);
        return shutTick(face, id, false);
    }
    if (const Stair* stair = findStair(school, {id})) {
        for (const Building& building : school.buildings)
            if (std::ranges::find(building.stairs, stair->id, &Stair::id) != building.stairs.end())
                stairFacts(face, building, *stair);
        return shutTick(face, id, true);
    }
    if (const Gate* gate = among(all.gates, id)) return gateFacts(face, *gate);
    if (const AssemblyArea* area = among(all.areas, id)) return areaFacts(face, *area);
    if (const Equipment* equipment = among(all.equipment, id)) return equipmentFacts(face, home, *equipment);
    if (among(all.obstacles, id) != nullptr) ImGui::TextUnformatted(text(face, "field.obstacle").c_str());
}

void storeyFacts(Face& face)
{
    const School& school = schoolOf(face.editor);
    const Storey* found = findStorey(school, face.editor.storey);
    if (found == nullptr) return;
    PutStorey put{buildingOf(school, found->id)->id, *found};
    bool changed = words(face, "storey.name", "field.name", put.storey.name);
    if (const auto height = numberField(face, "storey.height", text(face, "field.storey_height"),
                                        put.storey.height / 1000.0, {"m", 2.0, 20.0, 2})) {
        put.storey.height = static_cast<std::int32_t>(*height * 1000.0 + 0.5);
        changed = true;
    }
    if (changed) post(face, std::move(put));
}

// What is chosen again and again, in columns and rows.
void array(Face& face)
{
    FaceState& state = face.state;
    const auto number = [&face](const char* name, int& value) {
        if (const auto typed = numberField(face, name, text(face, name), value, {"", 1.0, 100.0, 0}))
            value = static_cast<int>(std::lround(*typed));
    };
    const auto distance = [&face](const char* name, double& value) {
        if (const auto typed = numberField(face, name, text(face, name), value, {"m", -1000.0, 1000.0, 2}))
            value = *typed;
    };
    ImGui::PushItemWidth(90.0F * face.unit);
    number("array.columns", state.columns);
    distance("array.x", state.copiesBy.x);
    number("array.rows", state.rows);
    distance("array.y", state.copiesBy.y);
    ImGui::PopItemWidth();
    if (!button(face, "array.make", text(face, "array.make"))) return;
    const Rows rows{state.columns, state.rows, toMillimetres(state.copiesBy)};
    face.out.emplace_back(Make{stepOf(arrayed(schoolOf(face.editor), face.editor.selection, rows))});
}

void backdropFacts(Face& face)
{
    for (Backdrop backdrop : face.editor.history.now().backdrops) {
        if (!(backdrop.storey == face.editor.storey)) continue;
        ImGui::Separator();
        ImGui::TextWrapped("%s", backdrop.file.c_str());
        bool changed = false;
        if (const auto fade = numberField(face, "backdrop.fade", text(face, "field.fade"), backdrop.fade * 100.0,
                                          {"%", 0.0, 100.0, 0})) {
            backdrop.fade = *fade / 100.0;
            changed = true;
        }
        constexpr double kDegree = 3.14159265358979323846 / 180.0;
        if (const auto turn = numberField(face, "backdrop.turn", text(face, "field.turn"), backdrop.turn / kDegree,
                                          {"°", -180.0, 180.0, 1})) {
            backdrop.turn = *turn * kDegree;
            changed = true;
        }
        changed = coordinate(face, "backdrop.x", "field.x", backdrop.at.x) || changed;
        changed = coordinate(face, "backdrop.y", "field.y", backdrop.at.y) || changed;
        if (button(face, "backdrop.remove", text(face, "field.remove_backdrop"))) {
            face.out.emplace_back(Make{Step{{"edit.backdrop", {}}, {RemoveBackdrop{backdrop.storey}}}});
            return;
        }
        if (changed) face.out.emplace_back(Make{Step{{"edit.backdrop", {}}, {PutBackdrop{backdrop}}}});
    }
}

}

void drawProperties(Face& face)
{
    const auto& chosen = face.editor.selection;
    ImGui::PushItemWidth(140.0F * face.unit);
    if (chosen.size() == 1) {
        factsOf(face, chosen.front());
    } else if (chosen.empty()) {
        ImGui::TextWrapped("%s", text(face, "field.nothing_chosen").c_str());
        storeyFacts(face);
        backdropFacts(face);
    } else {
        ImGui::TextWrapped("%s", text(face, {"field.many_chosen", {fmt::to_string(chosen.size())}}).c_str());
    }
    ImGui::PopItemWidth();
    if (chosen.empty()) return;
    ImGui::Separator();
    actionRow(face, {"do.duplicate", "do.turn", "do.mirror", "do.remove"});
    array(face);
}

}
