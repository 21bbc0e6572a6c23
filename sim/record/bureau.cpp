#include "sim/record/bureau.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/record_words.hpp"
#include "sim/workbook/table_text.hpp"

#include <algorithm>
#include <set>

namespace stairwise {
namespace {

constexpr std::string_view kRuleFormat = "stairwise-bureau-rule";
constexpr const char* kRuleKind = "rule";
constexpr const char* kRuleKey = "bureau";
constexpr Whole kDays{1, 3660, "days"};
constexpr std::size_t kColumns = 6;

constexpr WordFor<RateRule> kRateWords[] = {{RateRule::Rounded, "rounded"}, {RateRule::CutOff, "cut_off"}};
constexpr WordFor<FilingState> kStateWords[] = {{FilingState::Received, "received"},
                                                {FilingState::SentAgain, "sent_again"},
                                                {FilingState::SentBack, "sent_back"},
                                                {FilingState::Accepted, "accepted"}};
constexpr WordFor<Receiving> kReceivingWords[] = {{Receiving::Accepted, "accepted"},
                                                  {Receiving::SentBack, "sent_back"},
                                                  {Receiving::Duplicate, "duplicate"},
                                                  {Receiving::Refused, "refused"}};

void putTexts(JsonWriter& writer, std::string_view key, const std::vector<std::string>& texts)
{
    writer.key(key).beginList(JsonWriter::Shape::OneLine);
    for (const std::string& text : texts) writer.text(text);
    writer.endList();
}

BureauSchool schoolOf(const SqlRow& row)
{
    return {textAt(row, 0), textAt(row, 1), textAt(row, 2), textAt(row, 3), textAt(row, 4), textAt(row, 5)};
}

Done enrolOne(Archive& archive, const BureauSchool& school, const std::string& saved)
{
    const auto known = schoolNamed(archive, school.id);
    if (!known) return known.fault();
    if (known.value() == school) return done();
    return archive.database().execute(
        "INSERT INTO school (id, version, name, city, county, campus_of, public_key, "
        "saved) SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM "
        "school WHERE id = ?1",
        {school.id, school.name, school.city, school.county, school.campusOf, school.publicKey, saved});
}

}

std::string_view codeOf(FilingState state)
{
    return wordFor(kStateWords, state);
}

std::string_view stateKey(std::string_view code)
{
    switch (valueFor(kStateWords, code).value_or(FilingState::Received)) {
    case FilingState::Received:
        return "bureau.state.received";
    case FilingState::SentAgain:
        return "bureau.state.sent_again";
    case FilingState::SentBack:
        return "bureau.sent_back";
    case FilingState::Accepted:
        return "bureau.accepted";
    }
    return "bureau.state.received";
}

std::string_view codeOf(Receiving verdict)
{
    return wordFor(kReceivingWords, verdict);
}

Result<std::vector<BureauSchool>> schoolsFrom(std::string_view table, const std::string& file)
{
    std::vector<BureauSchool> schools;
    std::set<std::string> ids;
    const TableText cells = tableOf(table);
    for (std::size_t i = 0; i < cells.rows.size(); ++i) {
        std::vector<std::string> row = cells.rows[i];
        if (row.empty() || row[0].empty() || row[0] == "id" || row[0] == "代码") continue;
        row.resize(std::max(row.size(), kColumns));
        const auto refused = [&](Message what) {
            return Fault{file, std::to_string(i + 1), std::move(what), {"record.schools.mend", {}}};
        };
        if (!isHandle(row[0])) return refused({"record.schools.id", {row[0].substr(0, kLongestId)}});
        if (!ids.insert(row[0]).second) return refused({"record.schools.twice", {row[0]}});
        if (row[1].empty()) return refused({"record.schools.name", {row[0]}});
        if (!row[5].empty() && !isHex(row[5], 64)) return refused({"record.schools.key", {row[0]}});
        schools.push_back({row[0], row[1], row[2], row[3], row[4], row[5]});
    }
    if (schools.empty()) return Fault{file, "", {"record.schools.none", {}}, {"record.schools.mend", {}}};
    return schools;
}

Result<int> enrol(Archive& archive, std::span<const BureauSchool> schools)
{
    const std::string saved = utcText(nowMs());
    const Done kept = archive.database().transaction([&]() -> Done {
        for (const BureauSchool& school : schools)
            if (auto step = enrolOne(archive, school, saved); !step) return step;
        return done();
    });
    if (!kept) return kept.fault();
    return static_cast<int>(schools.size());
}

Result<std::optional<BureauSchool>> schoolNamed(Archive& archive, const std::string& id)
{
    const auto rows = archive.database().rows("SELECT id, name, city, county, campus_of, public_key FROM school WHERE "
                                              "id = ?1 ORDER BY version DESC LIMIT 1",
                                              {id});
    if (!rows) return rows.fault();
    if (rows.value().empty()) return std::optional<BureauSchool>();
    return std::optional(schoolOf(rows.value().front()));
}

std::string formatRule(const BureauRule& rule)
{
    return documentText(kRuleFormat, [&](JsonWriter& w) {
        w.key("interval_days").whole(rule.intervalDays);
        w.key("due_days").whole(rule.dueDays);
        w.key("warn_days").whole(rule.warnDays);
        w.key("rate").text(wordFor(kRateWords, rule.rate));
        putTexts(w, "parts", rule.parts);
        putTexts(w, "plan_fields", rule.planFields);
    });
}

Result<BureauRule> parseRule(std::string_view text, const std::string& file)
{
    return readDocument<BureauRule>(text, kRuleFormat, file, [](JsonObject& o, BureauRule& rule) {
        o.may("interval_days", rule.intervalDays, kDays);
        o.may("due_days", rule.dueDays, kDays);
        o.may("warn_days", rule.warnDays, kDays);
        o.may("rate", rule.rate, oneOf(kRateWords));
        o.may("parts", rule.parts, listOf(kNameText, kMostParts));
        o.may("plan_fields", rule.planFields, listOf(kNameText, kMostParts));
    });
}

Result<BureauRule> ruleOf(Archive& archive)
{
    const auto found = archive.get(kRuleKind, kRuleKey);
    if (!found) return found.fault();
    if (!found.value()) return BureauRule{};
    return parseRule(found.value()->body, archive.database().path().string());
}

std::string formatFigures(const FiledFigures& figures)
{
    JsonWriter w;
    w.beginObject(JsonWriter::Shape::OneLine);
    w.key("classes").whole(figures.classes);
    w.key("pupils").whole(figures.pupils);
    w.key("present").whole(figures.present);
    w.key("missing").whole(figures.missing);
    w.key("injuries").whole(figures.injuries);
    w.key("notices").whole(figures.notices);
    w.key("hazards_found").whole(figures.hazardsFound);
    w.key("hazards_mended").whole(figures.hazardsMended);
    w.key("staff").whole(figures.staff);
    w.key("equipment").whole(figures.equipment);
    w.key("inspections").whole(figures.inspections);
    w.endObject();
    return std::move(w).finished();
}

}
