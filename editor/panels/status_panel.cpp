#include "editor/panels/panels.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <cmath>

namespace stairwise::editor {
namespace {

void progress(Face& face, double fraction, std::string_view cancel)
{
    ImGui::SameLine();
    ImGui::ProgressBar(static_cast<float>(fraction), {160.0F * face.unit, 0.0F},
                       fmt::format("{:.0f} %", fraction * 100.0).c_str());
    ImGui::SameLine();
    actionButton(face, cancel);
}

void runState(Face& face)
{
    const RunState state = face.editor.runner->state();
    const std::string left = state.secondsLeft > 0.0 ? fmt::format("{:.0f} s", std::ceil(state.secondsLeft)) : "…";
    ImGui::TextUnformatted(
        text(face, {"status.running", {fmt::to_string(state.out), fmt::to_string(state.people), left}}).c_str());
    progress(face, state.fraction, "do.cancel_run");
}

void manyRuns(Face& face, const Work& work, std::string_view cancel)
{
    ImGui::TextUnformatted(manyRunsLine(face, work).c_str());
    progress(face, work.fraction(), cancel);
}

}

void drawStatus(Face& face)
{
    const Editor& editor = face.editor;
    ImGui::SetCursorPosY((ImGui::GetWindowHeight() - ImGui::GetFrameHeight()) * 0.5F);
    ImGui::AlignTextToFramePadding();
    if (editor.runner->running()) {
        runState(face);
    } else if (editor.work->running()) {
        ImGui::TextUnformatted(text(face, editor.work->name()).c_str());
        progress(face, editor.work->fraction(), "do.cancel_work");
    } else if (editor.ensembling->running()) {
        manyRuns(face, editor.ensembling->work(), "do.cancel_run");
    } else if (editor.atlasing->running()) {
        manyRuns(face, editor.atlasing->work(), "do.stop_atlas");
    } else if (editor.planning->running()) {
        manyRuns(face, editor.planning->work(), "do.stop_planning");
    } else if (editor.notice) {
        const bool bad = editor.notice->severity == Severity::Error;
        const ImVec4 colour = bad ? ImVec4(0.72F, 0.1F, 0.15F, 1.0F) : ImVec4(0.1F, 0.1F, 0.1F, 1.0F);
        ImGui::TextColored(colour, "%s", editor.notice->text.c_str());
        mark(face, "status.notice");
        tip(face, editor.notice->text);
    } else {
        std::string words = text(face, adviceOf(editor.drawing));
        if (!editor.drawing.typed.empty()) words = fmt::format("{} m", editor.drawing.typed);
        ImGui::TextUnformatted(words.c_str());
        mark(face, "status.advice");
    }
    std::string right;
    if (editor.drawing.hover)
        right =
            fmt::format("x {:.2f}  y {:.2f} m   ", editor.drawing.hover->x / 1000.0, editor.drawing.hover->y / 1000.0);
    const std::string name = editor.file.empty() ? text(face, "status.never_saved") : editor.file.filename().string();
    right += fmt::format("{}{}", name, unsaved(editor) ? " *" : "");
    const float width = ImGui::CalcTextSize(right.c_str()).x;
    ImGui::SameLine(ImGui::GetWindowWidth() - width - 12.0F * face.unit);
    ImGui::TextDisabled("%s", right.c_str());
}

}
