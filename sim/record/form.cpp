#include "sim/record/form.hpp"

#include "sim/record/record_words.hpp"
#include "sim/record/seal.hpp"
#include "sim/workbook/table_text.hpp"
#include "sim/words/word_in.hpp"

#include <algorithm>
#include <array>

namespace stairwise {
namespace {

constexpr int kMostCount = 1'000'000;

// Texts first, then counts, in the order of the form.
constexpr std::string_view kTexts[] = {"form.school", "form.drill",     "form.kind",
                                       "form.date",   "form.commander", "form.said"};
struct Count {
    std::string_view key;
    int FiledFigures::*figure;
};
constexpr Count kCounts[] = {{"form.classes", &FiledFigures::classes},
                             {"form.pupils", &FiledFigures::pupils},
                             {"form.staff", &FiledFigures::staff},
                             {"form.present", &FiledFigures::present},
                             {"form.missing", &FiledFigures::missing},
                             {"form.injuries", &FiledFigures::injuries},
                             {"form.inspections", &FiledFigures::inspections},
                             {"form.notices", &FiledFigures::notices},
                             {"form.hazards_found", &FiledFigures::hazardsFound},
                             {"form.hazards_mended", &FiledFigures::hazardsMended},
                             {"form.equipment", &FiledFigures::equipment}};

/// Reads the filled cells of one form; the first thing that is wrong is kept.
class FormReader {
public:
    FormReader(const Sheet& sheet, std::string file) : sheet_(sheet), file_(std::move(file)) {}

    [[nodiscard]] std::string text(std::string_view key) const
    {
        const auto row = rowOf(key);
        return row ? cellAt(sheet_, {*row, 1}).text : std::string();
    }
    // A spreadsheet keeps a day as the number of days since the end of 1899.
    [[nodiscard]] std::string day(std::string_view key) const
    {
        const auto row = rowOf(key);
        const Cell cell = row ? cellAt(sheet_, {*row, 1}) : Cell{};
        constexpr double kFirst = 36526.0; // 1 January 2000
        constexpr double kLast = 73050.0;  // 2099
        if (cell.kind != CellKind::Number || cell.number < kFirst || cell.number > kLast) return cell.text;
        return textOf(plusDays({2000, 1, 1}, static_cast<int>(cell.number - kFirst)));
    }
    std::optional<int> count(std::string_view key)
    {
        const auto row = rowOf(key);
        const std::string cell = text(key);
        if (!row || cell.empty()) return std::nullopt;
        const auto value = wholeIn(cell, 0, kMostCount);
        if (!value) refuse({"form.count", {cell}}, key);
        return value;
    }
    void refuse(Message what, std::string_view key)
    {
        if (fault_) return;
        const auto row = rowOf(key);
        const std::string place = row ? nameOf(CellPlace{*row, 1}) : std::string();
        fault_ = Fault{file_, place, std::move(what), {"form.mend", {}}};
    }
    [[nodiscard]] bool isForm() const { return rowOf("form.school") && rowOf("form.drill") && rowOf("form.date"); }
    [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

private:
    [[nodiscard]] std::optional<std::size_t> rowOf(std::string_view key) const
    {
        for (std::size_t row = 0; row < sheet_.rows.size(); ++row)
            if (says(cellAt(sheet_, {row, 0}).text, key)) return row;
        return std::nullopt;
    }

    const Sheet& sheet_;
    std::string file_;
    std::optional<Fault> fault_;
};

std::optional<DrillKind> kindIn(const std::string& text)
{
    for (const auto& entry : kDrillKindWords)
        if (says(text, keyOf(entry.value)) || text == entry.word) return entry.value;
    return std::nullopt;
}

FilingRow rowIn(FormReader& form, std::vector<Message>& reasons)
{
    FilingRow row;
    row.school = form.text("form.school");
    row.drill = form.text("form.drill");
    if (!isHandle(row.school)) form.refuse({"form.handle", {row.school}}, "form.school");
    if (!isHandle(row.drill)) form.refuse({"form.handle", {row.drill}}, "form.drill");
    const std::string date = form.day("form.date");
    if (const auto day = parseDate(date))
        row.date = *day;
    else
        form.refuse({"record.not_a_date", {date}}, "form.date");
    if (const auto kind = kindIn(form.text("form.kind")))
        row.kind = *kind;
    else
        form.refuse({"form.no_kind", {form.text("form.kind")}}, "form.kind");
    for (const std::string_view key : {"form.commander", "form.said"})
        if (form.text(key).empty()) reasons.push_back({"form.lacks", {wordIn(key)}});
    for (const Count& one : kCounts) {
        const auto value = form.count(one.key);
        row.figures.*one.figure = value.value_or(0);
        if (!value && !form.fault()) reasons.push_back({"form.lacks", {wordIn(one.key)}});
    }
    if (row.figures.hazardsMended > row.figures.hazardsFound)
        form.refuse({"form.more_mended", {}}, "form.hazards_mended");
    return row;
}

std::optional<Fault> strange(const std::optional<BureauSchool>& school, const FilingRow& row, const std::string& file)
{
    if (!school) return Fault{file, "", {"form.unknown_school", {row.school}}, {"form.unknown_school.mend", {}}};
    if (!school->publicKey.empty()) return Fault{file, "", {"form.has_key", {row.school}}, {"form.has_key.mend", {}}};
    return std::nullopt;
}

}

Workbook filingForm(Language language)
{
    Sheet sheet{say("form.sheet", language),
                {{textCell(say("form.what", language)), textCell(say("form.value", language))}},
                {}};
    for (const std::string_view key : kTexts) sheet.rows.push_back({textCell(say(key, language))});
    for (const Count& one : kCounts) sheet.rows.push_back({textCell(say(one.key, language))});
    Sheet help{say("form.help", language), {}, {}};
    for (const std::string_view key : {"form.help.handle", "form.help.date", "form.help.kind", "form.help.counts"})
        help.rows.push_back({textCell(say(key, language))});
    return {{std::move(sheet), std::move(help)}};
}

Result<Receipt> receiveForm(Archive& archive, std::string_view bytes, const std::string& file, const Date& today)
{
    Receipt receipt;
    receipt.file = file;
    receipt.received = today;
    const auto rule = ruleOf(archive);
    if (!rule) return rule.fault();
    const auto refused = [&](const Fault& fault) {
        receipt.fault = fault;
        return receipt;
    };
    const auto workbook = parseWorkbook(bytes, file);
    if (!workbook) return refused(workbook.fault());
    FormReader form(workbook.value().sheets.front(), file);
    if (!form.isForm()) return refused({file, "", {"form.none", {}}, {"form.none.mend", {}}});
    FilingRow row = rowIn(form, receipt.reasons);
    if (form.fault()) return refused(*form.fault());
    const auto school = schoolNamed(archive, row.school);
    if (!school) return school.fault();
    if (const auto foreign = strange(school.value(), row, file)) return refused(*foreign);
    row.sha256 = receipt.sha256 = sha256(bytes);
    row.received = today;
    const auto before = filedBefore(archive, row);
    if (!before) return before.fault();
    judgeTime(row, receipt, rule.value(), before.value());
    receipt.remarks.push_back({"form.unsigned", {}});
    const bool known = !before.value().empty() && before.value().back().sha256 == row.sha256;
    if (!before.value().empty()) row.version = before.value().back().version + (known ? 0 : 1);
    if (known)
        receipt.verdict = Receiving::Duplicate;
    else if (const Done kept = conclude(archive, row, receipt); !kept)
        return kept.fault();
    receipt.manifest =
        Manifest{row.school, school.value()->name, row.drill, row.version, {}, row.kind, row.date, today, 0, {}};
    return receipt;
}

}
