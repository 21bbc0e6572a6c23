#include "editor/panels/colours.hpp"
#include "editor/panels/panels.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/review_report.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

constexpr float kTile = 236.0F; // points
constexpr float kTileHigh = 118.0F;
constexpr float kButtonHigh = 52.0F; // large: a finger in the yard
constexpr int kMostPeople = 10'000;

DrillEvent markOf(DayMark what, const std::string& id = {})
{
    DrillEvent event;
    event.what = what;
    event.id = id;
    return event;
}

void press(Face& face, DrillEvent event)
{
    face.out.emplace_back(PressDay{std::move(event)});
}

// A large button; what was pressed shows its time and can be pressed again: the latest counts.
void markButton(Face& face, const std::string& name, std::string_view key, const std::optional<double>& time,
                DayMark what, const std::string& id, float width)
{
    const std::string label =
        time ? text(face, key) + "\n" + minutes(*time, face.editor.looks.language) : text(face, key) + "\n ";
    if (time) ImGui::PushStyleColor(ImGuiCol_Button, ImVec4{0.80F, 0.90F, 0.80F, 1.0F});
    if (ImGui::Button((label + "###" + name).c_str(), {width, kButtonHigh * face.unit})) press(face, markOf(what, id));
    mark(face, name);
    if (time) ImGui::PopStyleColor();
}

void simulatedLine(Face& face, const DrillDay& day, Measure measure, const std::string& id)
{
    const auto& times = day.review.times;
    const auto found =
        std::ranges::find_if(times, [&](const ComparedTime& one) { return one.measure == measure && one.id == id; });
    if (found == times.end() || !found->predicted.low || !found->predicted.high)
        return ImGui::TextUnformatted(" "); // the place of the line
    const Language language = face.editor.looks.language;
    std::string span = minutes(found->predicted.low, language) + "–" + minutes(found->predicted.high, language);
    if (found->measured) span += " " + withinName(found->within, language);
    const bool outside = found->within == Within::Earlier || found->within == Within::Later;
    ImGui::TextColored(outside ? kDoubt : kSoftText, "%s", text(face, {"drill.simulated", {span}}).c_str());
}

void classTile(Face& face, const DrillDay& day, const ClassDay& one)
{
    ImGui::BeginChild(("day.class." + one.id).c_str(), {kTile * face.unit, kTileHigh * face.unit}, true,
                      ImGuiWindowFlags_NoScrollbar);
    ImGui::TextUnformatted(one.name.c_str());
    if (one.present) {
        ImGui::SameLine();
        ImGui::TextColored(
            one.missing.value_or(0) > 0 ? kDoubt : kSoftText, "%s",
            text(face, {"drill.counted", {std::to_string(*one.present), std::to_string(one.missing.value_or(0))}})
                .c_str());
    }
    const float width = (ImGui::GetContentRegionAvail().x - 3.0F * ImGui::GetStyle().ItemSpacing.x) / 4.0F;
    const std::string name = "day." + one.id;
    markButton(face, name + ".left", "drill.left", one.left, DayMark::ClassLeft, one.id, width);
    ImGui::SameLine();
    markButton(face, name + ".out", "drill.out", one.out, DayMark::ClassOut, one.id, width);
    ImGui::SameLine();
    markButton(face, name + ".assembled", "drill.assembled", one.assembled, DayMark::Assembled, one.id, width);
    ImGui::SameLine();
    if (ImGui::Button((text(face, "drill.count") + "\n ###" + name + ".count").c_str(),
                      {width, kButtonHigh * face.unit})) {
        face.state.counted = one.id;
        face.state.count = {one.expected.value_or(0), 0, 0, 0};
        const auto planned = std::ranges::find(day.plan.derived.participants, one.id, &PlannedClass::id);
        if (!one.expected && planned != day.plan.derived.participants.end())
            face.state.count.expected = planned->pupils;
        face.state.count.present = one.present.value_or(face.state.count.expected);
    }
    mark(face, name + ".count");
    simulatedLine(face, day, Measure::ClassOut, one.id);
    ImGui::EndChild();
}

void placeTile(Face& face, const DrillDay& day, const PlaceDay& place, DayMark what)
{
    ImGui::BeginChild(("day.place." + place.id).c_str(), {kTile * face.unit, kTileHigh * face.unit}, true,
                      ImGuiWindowFlags_NoScrollbar);
    ImGui::TextUnformatted(place.name.c_str());
    markButton(face, "day." + place.id + ".clear", "drill.clear", place.clear, what, place.id, -1.0F);
    simulatedLine(face, day, what == DayMark::StairClear ? Measure::StairClear : Measure::ExitClear, place.id);
    ImGui::EndChild();
}

template <class List, class Draw> void tiles(Face& face, const List& list, const Draw& draw)
{
    const float room = ImGui::GetContentRegionAvail().x;
    const auto columns = std::max(1, static_cast<int>(room / (kTile * face.unit + ImGui::GetStyle().ItemSpacing.x)));
    int column = 0;
    for (const auto& one : list) {
        if (column++ % columns > 0) ImGui::SameLine();
        draw(one);
    }
}

void countRow(Face& face, const DrillDay& day)
{
    if (face.state.counted.empty()) return;
    const auto found = std::ranges::find(day.record.classes, face.state.counted, &ClassDay::id);
    if (found == day.record.classes.end()) return;
    auto& count = face.state.count;
    ImGui::TextUnformatted(found->name.c_str());
    const auto countField = [&](const char* name, std::string_view key, int& value) {
        ImGui::SameLine();
        ImGui::SetNextItemWidth(64.0F * face.unit);
        const NumberShape shape{"", 0.0, static_cast<double>(kMostPeople), 0};
        if (const auto typed = numberField(face, name, text(face, key), value, shape)) value = static_cast<int>(*typed);
    };
    countField("day.count.expected", "day.expected", count.expected);
    countField("day.count.present", "day.present", count.present);
    countField("day.count.leave", "day.on_leave", count.onLeave);
    countField("day.count.missing", "day.missing", count.missing);
    ImGui::SameLine();
    ImGui::SetNextItemWidth(180.0F * face.unit);
    if (const auto typed = textField(face, "day.count.reason", text(face, "day.reason"), face.state.reason))
        face.state.reason = *typed;
    ImGui::SameLine();
    if (!button(face, "day.count.keep", text(face, "drill.keep"))) return;
    DrillEvent event = markOf(DayMark::ClassCounted, face.state.counted);
    event.expected = count.expected;
    event.present = count.present;
    event.onLeave = count.onLeave;
    event.missing = count.missing;
    event.text = face.state.reason;
    press(face, std::move(event));
    face.state.counted.clear();
    face.state.reason.clear();
}

void remarkRow(Face& face)
{
    ImGui::SetNextItemWidth(320.0F * face.unit);
    if (const auto typed = textField(face, "day.note", text(face, "drill.note"), face.state.remark))
        face.state.remark = *typed;
    ImGui::SameLine();
    ImGui::SetNextItemWidth(140.0F * face.unit);
    if (const auto typed = textField(face, "day.note.place", text(face, "drill.place"), face.state.remarkPlace))
        face.state.remarkPlace = *typed;
    const auto remarkButton = [&](const char* name, std::string_view key, DayMark what) {
        ImGui::SameLine();
        ImGui::BeginDisabled(face.state.remark.empty());
        if (button(face, name, text(face, key))) {
            DrillEvent event = markOf(what);
            event.text = face.state.remark;
            event.place = face.state.remarkPlace;
            press(face, std::move(event));
            face.state.remark.clear();
            face.state.remarkPlace.clear();
        }
        ImGui::EndDisabled();
    };
    remarkButton("day.note.keep", "drill.note_keep", DayMark::Note);
    remarkButton("day.injury.keep", "drill.injury", DayMark::Injury);
}

void head(Face& face, const DrillDay& day)
{
    const auto clock = clockOf(day, nowMs());
    ImGui::SetWindowFontScale(2.6F);
    const int seconds = clock ? static_cast<int>(*clock) : 0;
    ImGui::TextUnformatted(clock ? fmt::format("{:02}:{:02}", seconds / 60, seconds % 60).c_str() : "--:--");
    ImGui::SetWindowFontScale(1.0F);
    mark(face, "day.clock");
    const auto large = [&](const char* name, std::string_view key, DayMark what, bool possible) {
        ImGui::SameLine();
        ImGui::BeginDisabled(!possible);
        if (ImGui::Button((text(face, key) + "###" + name).c_str(), {110.0F * face.unit, kButtonHigh * face.unit}))
            press(face, markOf(what));
        mark(face, name);
        ImGui::EndDisabled();
    };
    large("day.start", "drill.start", DayMark::Start, !day.signal);
    large("day.all_out", "drill.all_out", DayMark::AllOut, day.signal.has_value());
    large("day.end", "drill.end", DayMark::End, day.signal.has_value());
    ImGui::SameLine();
    ImGui::BeginDisabled(day.last == 0);
    if (button(face, "day.strike", text(face, "drill.strike"))) face.out.emplace_back(StrikeLast{});
    ImGui::EndDisabled();
    ImGui::SameLine();
    if (button(face, "day.close", text(face, "drill.close"))) face.out.emplace_back(CloseDay{});
    ImGui::TextUnformatted((day.plan.derived.school + "  " + day.plan.drill + "  " +
                            kindName(day.plan.said.kind, face.editor.looks.language))
                               .c_str());
    ImGui::SameLine();
    ImGui::TextColored(kSoftText, "%s", day.said.empty() ? text(face, "drill.safe").c_str() : day.said.c_str());
    mark(face, "day.said");
    simulatedLine(face, day, Measure::AllOut, {});
    ImGui::SameLine();
    if (day.record.allOut)
        ImGui::TextUnformatted(
            text(face, {"drill.measured", {minutes(*day.record.allOut, face.editor.looks.language)}}).c_str());
}

}

void drawDay(Face& face)
{
    const DrillDay& day = *face.editor.drills->day;
    head(face, day);
    countRow(face, day);
    remarkRow(face);
    ImGui::BeginChild("tiles");
    sectionHead(face, "drill.classes");
    tiles(face, day.record.classes, [&](const ClassDay& one) { classTile(face, day, one); });
    sectionHead(face, "drill.stairs");
    tiles(face, day.record.stairs, [&](const PlaceDay& one) { placeTile(face, day, one, DayMark::StairClear); });
    sectionHead(face, "drill.exits");
    tiles(face, day.record.exits, [&](const PlaceDay& one) { placeTile(face, day, one, DayMark::ExitClear); });
    ImGui::EndChild();
}

}
