#include "sim/record/assessment.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/record_words.hpp"
#include "sim/workbook/table_text.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr const char* kKind = "assessment";
constexpr std::string_view kFormat = "stairwise-assessment";
constexpr std::size_t kMostItems = 200; // assumed
constexpr int kMostPoints = 1000;       // of an item; assumed
constexpr Whole kPoints{0, kMostPoints};
constexpr WordFor<AssessedBy> kByWords[] = {{AssessedBy::Papers, "papers"}, {AssessedBy::Visit, "visit"}};

std::string keyOf(const std::string& school, const std::string& drill, AssessedBy by)
{
    return school + "/" + drill + "/" + std::string(codeOf(by));
}

std::string formatAssessment(const Assessment& assessment)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("school").text(assessment.school);
        w.key("drill").text(assessment.drill);
        w.key("by").text(codeOf(assessment.by));
        w.key("date").text(textOf(assessment.date));
        w.textIfAny("who", assessment.who);
        writeObjects(w, "items", assessment.items, [](JsonWriter& writer, const AssessedItem& item) {
            writer.key("item").text(item.item);
            writer.key("most").whole(item.most);
            writer.key("got").whole(item.got);
            writer.textIfAny("remark", item.remark);
        });
        w.textIfAny("remark", assessment.remark);
    });
}

constexpr auto readItem = [](JsonObject& o, AssessedItem& item) {
    o.need("item", item.item, kLongText);
    o.need("most", item.most, kPoints);
    o.need("got", item.got, kPoints);
    o.may("remark", item.remark, kLongText);
};

Result<Assessment> parseAssessment(std::string_view text, const std::string& file)
{
    return readDocument<Assessment>(text, kFormat, file, [](JsonObject& o, Assessment& assessment) {
        o.need("school", assessment.school, kNameText);
        o.need("drill", assessment.drill, kNameText);
        o.need("by", assessment.by, oneOf(kByWords));
        o.need("date", assessment.date, DateText{});
        o.may("who", assessment.who, kNameText);
        o.need("items", assessment.items, listOf(ObjectOf{readItem}, kMostItems));
        o.may("remark", assessment.remark, kLongText);
    });
}

}

std::string_view codeOf(AssessedBy by)
{
    return wordFor(kByWords, by);
}

int pointsOf(const Assessment& assessment)
{
    int points = 0;
    for (const AssessedItem& item : assessment.items) points += item.got;
    return points;
}

int mostPointsOf(const Assessment& assessment)
{
    int points = 0;
    for (const AssessedItem& item : assessment.items) points += item.most;
    return points;
}

Result<std::vector<AssessedItem>> itemsFrom(std::string_view table, const std::string& file)
{
    std::vector<AssessedItem> items;
    const TableText cells = tableOf(table);
    for (std::size_t i = 0; i < cells.rows.size(); ++i) {
        const auto& row = cells.rows[i];
        if (row.size() < 2 || row[0].empty() || row[0] == "item" || row[0] == "考核项目") continue;
        const auto refused = [&](Message what) {
            return Fault{file, std::to_string(i + 1), std::move(what), {"assess.mend", {}}};
        };
        const auto most = wholeIn(row[1], 0, kMostPoints);
        if (!most) return refused({"assess.points", {row[1]}});
        AssessedItem item{row[0], *most, 0, row.size() > 3 ? row[3] : std::string()};
        if (row.size() > 2 && !row[2].empty()) {
            const auto got = wholeIn(row[2], 0, kMostPoints);
            if (!got) return refused({"assess.points", {row[2]}});
            if (*got > *most) return refused({"assess.too_many", {row[2], row[1]}});
            item.got = *got;
        }
        items.push_back(std::move(item));
    }
    if (items.empty() || items.size() > kMostItems) return Fault{file, "", {"assess.none", {}}, {"assess.mend", {}}};
    return items;
}

Done keepAssessment(Archive& archive, const Assessment& assessment)
{
    const auto filed = archive.database().number("SELECT count(*) FROM filing_now WHERE school = ?1 AND drill = ?2",
                                                 {assessment.school, assessment.drill});
    if (!filed) return filed.fault();
    if (filed.value() == 0)
        return archive.database().fault({"record.bureau.no_filing", {assessment.school, assessment.drill}},
                                        {"record.bureau.no_filing.mend", {}});
    const std::string body = formatAssessment(assessment);
    if (const auto read = parseAssessment(body, ""); !read) return read.fault(); // too long for what reads it
    const std::string key = keyOf(assessment.school, assessment.drill, assessment.by);
    const Document document{kKind, key, 0, textOf(assessment.date), {}, assessment.who, key, body, {}};
    const auto kept = archive.put({&document, 1});
    return kept ? done() : Done(kept.fault());
}

Result<std::vector<Assessment>> assessmentsOf(Archive& archive, const std::string& school, const std::string& drill)
{
    std::vector<Assessment> all;
    for (const AssessedBy by : {AssessedBy::Papers, AssessedBy::Visit}) {
        const auto found = archive.get(kKind, keyOf(school, drill, by));
        if (!found) return found.fault();
        if (!found.value()) continue;
        auto assessment = parseAssessment(found.value()->body, archive.database().path().string());
        if (!assessment) return assessment.fault();
        all.push_back(std::move(assessment).value());
    }
    return all;
}

}
