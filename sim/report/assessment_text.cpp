#include "sim/base/json_write.hpp"
#include "sim/report/bureau_report.hpp"
#include "sim/report/script.hpp"

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
    Script w(language, {"plan.foot", {schoolName, assessment.drill}});
    w.title({"assess.title", {}});
    w.field("bureau.school", schoolName + " (" + assessment.school + ")");
    w.field("bureau.drill", assessment.drill);
    w.field("assess.by", byName(assessment.by, language));
    w.field("assess.date", blank ? std::string() : textOf(assessment.date));
    TablePart table =
        w.table({0.44, 0.12, 0.12, 0.32}, {"assess.item", "assess.most", "assess.got", "assess.remark"}, 26.0);
    for (const AssessedItem& item : assessment.items)
        table.rows.push_back(
            {item.item, std::to_string(item.most), blank ? std::string() : std::to_string(item.got), item.remark});
    table.rows.push_back({w.text("assess.total"),
                          std::to_string(mostPointsOf(assessment)),
                          blank ? std::string() : std::to_string(pointsOf(assessment)),
                          {}});
    w.put(std::move(table));
    w.field("assess.remark", assessment.remark);
    w.field("assess.who", assessment.who);
    w.signatures({"assess.who", "assess.school", "plan.signed_on"});
    return std::move(w).finished();
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
