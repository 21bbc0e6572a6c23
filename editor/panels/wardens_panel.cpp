#include "editor/model/kinds.hpp"
#include "editor/model/situations.hpp"
#include "editor/panels/panels.hpp"
#include "sim/report/phrases.hpp"
#include "sim/scenario/scenario_limits.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

constexpr double kHold = 60.0; // seconds: what a warden who is told to hold begins with (assumed)

void goTo(Face& face, const Warden& warden)
{
    if (face.derived == nullptr) return;
    if (const auto at = postOf(face.derived->walkable, warden))
        face.out.emplace_back(GoTo{{}, warden.storey, toMillimetres(*at)});
}

bool seconds(Face& face, const std::string& name, std::string_view label, double& value)
{
    ImGui::SetNextItemWidth(70.0F * face.unit);
    const auto typed = numberField(face, name, text(face, label), value, {"s", 0.0, kLongestTime, 1});
    if (typed) value = *typed;
    return typed.has_value();
}

// A task has what it needs and nothing else: the file's rule.
void giveTask(Warden& warden, WardenTask task, const std::vector<StairId>& others)
{
    warden.task = task;
    warden.density = kUsualMeter;
    warden.share = 1.0;
    warden.toStair = task == WardenTask::Send && !others.empty() ? others.front() : StairId{};
    if (task == WardenTask::Hold && !warden.to) warden.to = warden.from + kHold;
}

// Stairs on the same storey, but this one.
std::vector<StairId> othersThan(const School& school, const Warden& warden)
{
    std::vector<StairId> others;
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs)
            if (!(stair.id == warden.stair) && std::ranges::find(stair.storeys, warden.storey) != stair.storeys.end())
                others.push_back(stair.id);
    return others;
}

std::string stairName(const School& school, const StairId& id)
{
    const Stair* stair = findStair(school, id);
    return stair == nullptr || stair->name.empty() ? id.value : stair->name;
}

bool task(Face& face, const std::string& name, Warden& warden, const std::vector<StairId>& others)
{
    const auto chosen = choice(face, name + ".task", text(face, "warden.task"), wordsOf(face, WardenTask::Files),
                               static_cast<int>(warden.task));
    if (!chosen) return false;
    const auto wanted = static_cast<WardenTask>(*chosen);
    if (wanted == WardenTask::Send && others.empty()) return false; // there is no other stair
    giveTask(warden, wanted, others);
    return true;
}

bool sending(Face& face, const std::string& name, Warden& warden, const std::vector<StairId>& others)
{
    std::vector<std::string> names;
    for (const StairId& id : others) names.push_back(stairName(schoolOf(face.editor), id));
    const auto at = std::ranges::find(others, warden.toStair) - others.begin();
    bool changed = false;
    if (const auto chosen =
            choice(face, name + ".to_stair", text(face, "warden.to_stair"), names, static_cast<int>(at))) {
        warden.toStair = others[static_cast<std::size_t>(*chosen)];
        changed = true;
    }
    const double percent = 100.0 * warden.share;
    if (const auto typed =
            numberField(face, name + ".share", text(face, "warden.share"), percent, {"%", 1.0, 100.0, 0})) {
        warden.share = *typed / 100.0;
        changed = true;
    }
    return changed;
}

// Everybody, or the classes that are ticked.
bool classes(Face& face, const std::string& name, Warden& warden)
{
    const School& school = schoolOf(face.editor);
    const std::string label = warden.classes.empty()
                                  ? text(face, "warden.everybody")
                                  : text(face, {"warden.some", {fmt::to_string(warden.classes.size())}});
    if (button(face, name + ".classes", label)) ImGui::OpenPopup((name + ".who").c_str());
    if (!ImGui::BeginPopup((name + ".who").c_str())) return false;
    bool changed = false;
    for (const SchoolClass& one : school.classes) {
        const auto here = std::ranges::find(warden.classes, one.id);
        const bool in = here != warden.classes.end();
        const auto ticked = tick(face, name + ".class." + one.id.value, one.name.empty() ? one.id.value : one.name, in);
        if (!ticked) continue;
        if (in)
            warden.classes.erase(here);
        else
            warden.classes.push_back(one.id);
        changed = true;
    }
    ImGui::EndPopup();
    return changed;
}

bool until(Face& face, const std::string& name, Warden& warden)
{
    bool changed = seconds(face, name + ".from", "warden.from", warden.from);
    if (warden.task != WardenTask::Hold) {
        const auto ends = tick(face, name + ".ends", text(face, "warden.ends"), warden.to.has_value());
        if (ends) warden.to = *ends ? std::optional(warden.from + kHold) : std::nullopt;
        changed = changed || ends.has_value();
    }
    if (!warden.to) return changed;
    ImGui::SameLine();
    changed = seconds(face, name + ".to", "warden.to", *warden.to) || changed;
    if (changed) *warden.to = std::max(*warden.to, warden.from);
    return changed;
}

bool one(Face& face, const std::string& name, Warden& warden)
{
    const std::vector<StairId> others = othersThan(schoolOf(face.editor), warden);
    bool changed = task(face, name, warden, others);
    changed = classes(face, name, warden) || changed;
    changed = until(face, name, warden) || changed;
    if (warden.task == WardenTask::Send && !others.empty()) changed = sending(face, name, warden, others) || changed;
    if (warden.task != WardenTask::Meter) return changed;
    const auto density = numberField(face, name + ".density", text(face, "warden.density"), warden.density,
                                     {"/m²", kLeastMeter, kDensestFill, 1});
    if (density) warden.density = *density;
    return changed || density.has_value();
}

}

bool drawWardens(Face& face, Scenario& scenario)
{
    bool changed = false;
    std::optional<std::size_t> gone;
    const School& school = schoolOf(face.editor);
    for (std::size_t i = 0; i < scenario.wardens.size(); ++i) {
        Warden& warden = scenario.wardens[i];
        const std::string name = fmt::format("warden.{}", i);
        const std::string label = text(
            face, {"warden.line",
                   {stairName(school, warden.stair), storeyName(school, warden.storey, face.editor.looks.language)}});
        if (button(face, name, label)) goTo(face, warden);
        ImGui::SameLine();
        if (button(face, name + ".remove", text(face, "fall.remove"))) gone = i;
        changed = one(face, name, warden) || changed;
    }
    if (gone) scenario.wardens.erase(scenario.wardens.begin() + static_cast<std::ptrdiff_t>(*gone));
    if (scenario.wardens.empty()) ImGui::TextDisabled("%s", text(face, "warden.none").c_str());
    return changed || gone.has_value();
}

}
