#include "sim/base/json_write.hpp"
#include "sim/report/bureau_report.hpp"

namespace stairwise {
namespace {

std::string byName(AssessedBy by, Language language)
{
    return say(by == AssessedBy::Papers ? "assess.by.papers" : "assess.by.visit", language);
}

}

std::vector<AssessedItem> usualItems(Language language)
{
    struct Usual {
        std::string_view key;
        int most;
    };
    constexpr Usual kUsual[] = {{"assess.item.plan", 20},   {"assess.item.posts", 15},  {"assess.item.calendar", 10},
                                {"assess.item.day", 20},    {"assess.item.stairs", 15}, {"assess.item.record", 10},
                                {"assess.item.summary", 10}};
    std::vector<AssessedItem> items;
    for (const Usual& one : kUsual) items.push_back({say(one.key, language), one.most, 0, {}});
    return items;
}

Writing assessmentWriting(const Assessment& assessment, const std::string& schoolName, bool blank, Language language)
{
    Writing paper{say({"plan.foot", {schoolName, assessment.drill}}, language), {}};
    const auto field = [&](std::string_view key, const std::string& text) {
        paper.parts.emplace_back(FieldPart{say(key, language), text});
    };
    paper.parts.emplace_back(TitlePart{say("assess.title", language)});
    field("bureau.school", schoolName + " (" + assessment.school + ")");
    field("bureau.drill", assessment.drill);
    field("assess.by", byName(assessment.by, language));
    field("assess.date", blank ? std::string() : textOf(assessment.date));
    TablePart table{{0.44, 0.12, 0.12, 0.32}, {}, {}, 26.0};
    for (const std::string_view key : {"assess.item", "assess.most", "assess.got", "assess.remark"})
        table.head.push_back(say(key, language));
    for (const AssessedItem& item : assessment.items)
        table.rows.push_back(
            {item.item, std::to_string(item.most), blank ? std::string() : std::to_string(item.got), item.remark});
    table.rows.push_back({say("assess.total", language),
                          std::to_string(mostPointsOf(assessment)),
                          blank ? std::string() : std::to_string(pointsOf(assessment)),
                          {}});
    paper.parts.emplace_back(std::move(table));
    field("assess.remark", assessment.remark);
    field("assess.who", assessment.who);
    paper.parts.emplace_back(
        SignaturesPart{{say("assess.who", language), say("assess.school", language), say("plan.signed_on", language)},
                       say("plan.stamp", language)});
    return paper;
}

std::string assessmentText(const Assessment& assessment, Language language)
{
    std::string text =
        say({"assess.line",
             {assessment.school, assessment.drill, byName(assessment.by, language), textOf(assessment.date),
              std::to_string(pointsOf(assessment)), std::to_string(mostPointsOf(assessment))}},
            language) +
        "\n";
    for (const AssessedItem& item : assessment.items)
        text += "  " + item.item + " " + std::to_string(item.got) + "/" + std::to_string(item.most) +
                (item.remark.empty() ? "" : " " + item.remark) + "\n";
    return text;
}

std::string assessmentsJson(const std::vector<Assessment>& assessments)
{
    JsonWriter w;
    w.beginObject();
    writeObjects(w, "assessments", assessments, [](JsonWriter& writer, const Assessment& one) {
        writer.key("school").text(one.school);
        writer.key("drill").text(one.drill);
        writer.key("by").text(codeOf(one.by));
        writer.key("date").text(textOf(one.date));
        writer.textIfAny("who", one.who);
        writer.key("points").whole(pointsOf(one));
        writer.key("of").whole(mostPointsOf(one));
        writer.textIfAny("remark", one.remark);
    });
    w.endObject();
    return std::move(w).finished();
}

}
