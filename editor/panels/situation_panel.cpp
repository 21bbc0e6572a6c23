#include "editor/model/kinds.hpp"
#include "editor/model/situations.hpp"
#include "editor/panels/panels.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace stairwise::editor {
namespace {

template <class E> bool kind(Face& face, const std::string& name, std::string_view label, E& value, E last)
{
    const auto chosen = choice(face, name, text(face, label), wordsOf(face, last), static_cast<int>(value));
    if (chosen) value = static_cast<E>(*chosen);
    return chosen.has_value();
}

bool seconds(Face& face, const std::string& name, std::string_view label, double& value, double high)
{
    const auto typed = numberField(face, name, text(face, label), value, {"s", 0.0, high, 1});
    if (typed) value = *typed;
    return typed.has_value();
}

void list(Face& face)
{
    for (const NamedScenario& named : face.editor.history.now().scenarios) {
        const std::string name = "scenario." + named.file;
        const std::string label = calledOf(named.scenario, named.file);
        if (ImGui::Selectable((label + "###" + name).c_str(), named.file == face.editor.scenario))
            face.out.emplace_back(ChooseScenario{named.file});
        mark(face, name);
        tip(face, named.file);
    }
    actionRow(face, {"do.scenario_new", "do.scenario_copy", "do.scenario_remove"});
}

// Uniform: what an officer can say. Other shapes are shown as they are.
bool preMovement(Face& face, Distribution& distribution)
{
    if (distribution.kind != Distribution::Kind::Uniform && distribution.kind != Distribution::Kind::Constant) {
        ImGui::TextDisabled("%s", text(face, "situation.pre_movement_other").c_str());
        return false;
    }
    double low = distribution.a;
    double high = distribution.kind == Distribution::Kind::Uniform ? distribution.b : distribution.a;
    bool changed = seconds(face, "situation.pre_low", "situation.pre_low", low, 3600.0);
    changed = seconds(face, "situation.pre_high", "situation.pre_high", high, 3600.0) || changed;
    if (!changed) return false;
    if (low > high) std::swap(low, high);
    distribution.kind = low == high ? Distribution::Kind::Constant : Distribution::Kind::Uniform;
    distribution.a = low;
    distribution.b = low == high ? 0.0 : high;
    return true;
}

bool cap(Face& face, Scenario& scenario)
{
    bool changed = false;
    if (const auto on = tick(face, "situation.cap", text(face, "situation.cap"), scenario.flowCap.has_value())) {
        constexpr double kCap = 1.3; // persons per metre and second: SFPE Handbook, greatest specific flow of a door
        scenario.flowCap = *on ? std::optional(kCap) : std::nullopt;
        changed = true;
    }
    if (!scenario.flowCap) return changed;
    const auto value = numberField(face, "situation.cap_value", text(face, "situation.cap_value"), *scenario.flowCap,
                                   {"1/(m·s)", 0.1, 10.0, 2});
    if (value) scenario.flowCap = *value;
    return changed || value.has_value();
}

bool head(Face& face, Scenario& scenario)
{
    bool changed = false;
    if (auto name = textField(face, "situation.name", text(face, "field.name"), scenario.name)) {
        scenario.name = *name;
        changed = true;
    }
    changed =
        kind(face, "situation.kind", "situation.kind", scenario.situation, Situation::NightInDormitory) || changed;
    changed = kind(face, "situation.destination", "situation.destination", scenario.destination, Destination::Gate) ||
              changed;
    changed =
        kind(face, "situation.motivation", "situation.motivation", scenario.motivation, Motivation::Push) || changed;
    if (scenario.situation == Situation::Earthquake)
        changed = seconds(face, "situation.cover", "situation.cover", scenario.takeCover, 600.0) || changed;
    changed = preMovement(face, scenario.preMovement) || changed;
    double limit = scenario.timeLimit / 60.0;
    if (const auto minutes =
            numberField(face, "situation.limit", text(face, "situation.limit"), limit, {"min", 1.0, 600.0, 0})) {
        scenario.timeLimit = *minutes * 60.0;
        changed = true;
    }
    double seed = static_cast<double>(scenario.seed);
    if (const auto typed = numberField(face, "situation.seed", text(face, "situation.seed"), seed, {"", 0.0, 1e9, 0})) {
        scenario.seed = static_cast<std::uint64_t>(*typed);
        changed = true;
    }
    changed = cap(face, scenario) || changed;
    changed = drawWardens(face, scenario) || changed;
    return drawFalls(face, scenario) || changed;
}

}

void drawSituation(Face& face)
{
    list(face);
    const NamedScenario* named = scenarioOf(face.editor);
    if (named == nullptr) return ImGui::TextWrapped("%s", text(face, "situation.none").c_str());
    ImGui::Separator();
    NamedScenario changed = *named;
    ImGui::PushItemWidth(140.0F * face.unit);
    if (head(face, changed.scenario))
        face.out.emplace_back(
            Make{Step{{"edit.scenario", {changed.scenario.name}}, {PutScenario{std::move(changed)}}}});
    ImGui::PopItemWidth();
    ImGui::Separator();
    actionRow(face, {"do.run", "do.run_many"});
}

}
