#include "sim/base/json_write.hpp"
#include "sim/record/hazards.hpp"
#include "sim/report/bureau_report.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/script.hpp"
#include "sim/report/tables.hpp"

#include <array>

namespace stairwise {
namespace {

std::string countyOf(const BureauFigures& figures, Language language)
{
    if (figures.total) return say("bureau.total", language);
    return figures.county.empty() ? say("bureau.city", language) : figures.county;
}

std::string rateOf(const BureauFigures& figures, RateRule rule)
{
    return rateText(static_cast<int>(figures.hazardsMended), static_cast<int>(figures.hazardsFound), rule);
}

constexpr std::array<std::string_view, 14> kFigureKeys = {
    "bureau.column.county",  "bureau.column.schools",       "bureau.column.schools_filed",  "bureau.column.drills",
    "bureau.column.late",    "bureau.column.present",       "bureau.column.injuries",       "bureau.column.inspections",
    "bureau.column.notices", "bureau.column.hazards_found", "bureau.column.hazards_mended", "bureau.column.rate",
    "bureau.column.staff",   "bureau.column.equipment"};

std::vector<Row> figureRows(const std::vector<BureauFigures>& figures, RateRule rule, Language language)
{
    std::vector<Row> rows;
    for (const BureauFigures& one : figures) {
        rows.push_back({countyOf(one, language)});
        for (const std::int64_t value : {one.schools, one.schoolsFiled, one.drills, one.late, one.present, one.injuries,
                                         one.inspections, one.notices, one.hazardsFound, one.hazardsMended})
            rows.back().push_back(std::to_string(value));
        rows.back().push_back(rateOf(one, rule));
        rows.back().push_back(std::to_string(one.staff));
        rows.back().push_back(std::to_string(one.equipment));
    }
    return rows;
}

}

std::string schoolListText(const std::vector<SchoolLine>& lines, Language language)
{
    std::string text;
    for (const SchoolLine& one : lines)
        text += say({"bureau.school_line",
                     {one.id, one.name, orDash(one.county), std::to_string(one.drills), std::to_string(one.accepted),
                      std::to_string(one.sentBack), std::to_string(one.late), orDash(one.last)}},
                    language) +
                "\n";
    return text + say({"bureau.school_count", {std::to_string(lines.size())}}, language) + "\n";
}

std::string schoolListCsv(const std::vector<SchoolLine>& lines, Language language)
{
    std::string text =
        csvHead({"bureau.column.id", "bureau.column.name", "bureau.column.county", "bureau.column.drills",
                 "bureau.column.accepted", "bureau.column.sent_back", "bureau.column.late", "bureau.column.last"},
                language);
    for (const SchoolLine& one : lines)
        text +=
            csvRow({harmless(one.id), harmless(one.name), harmless(one.county), std::to_string(one.drills),
                    std::to_string(one.accepted), std::to_string(one.sentBack), std::to_string(one.late), one.last});
    return text;
}

std::string schoolListJson(const std::vector<SchoolLine>& lines)
{
    JsonWriter w;
    w.beginObject();
    writeObjects(
        w, "schools", lines,
        [](JsonWriter& writer, const SchoolLine& one) {
            writer.key("id").text(one.id);
            writer.key("name").text(one.name);
            writer.key("county").text(one.county);
            writer.key("drills").whole(one.drills);
            writer.key("accepted").whole(one.accepted);
            writer.key("sent_back").whole(one.sentBack);
            writer.key("late").whole(one.late);
            writer.textIfAny("last", one.last);
        },
        JsonWriter::Shape::OneLine);
    w.endObject();
    return std::move(w).finished();
}

Writing schoolListWriting(const std::vector<SchoolLine>& lines, const ListAsk& ask, Language language)
{
    constexpr std::string_view kTitles[] = {"bureau.list.all", "bureau.list.filed", "bureau.list.late",
                                            "bureau.list.not_filed", "bureau.list.sent_back"};
    Script w(language, {"bureau.list.foot", {textOf(ask.today)}});
    w.title({kTitles[static_cast<std::size_t>(ask.shown)], {}});
    w.paragraph(w.text({"bureau.list.time", {textOf(ask.from), textOf(ask.to), std::to_string(lines.size())}}));
    TablePart table = w.table({0.17, 0.33, 0.16, 0.1, 0.1, 0.14},
                              {"bureau.column.id", "bureau.column.name", "bureau.column.county", "bureau.column.drills",
                               "bureau.column.late", "bureau.column.last"});
    for (const SchoolLine& one : lines)
        table.rows.push_back({one.id, one.name, orDash(one.county), std::to_string(one.drills),
                              std::to_string(one.late), orDash(one.last)});
    w.put(std::move(table));
    return std::move(w).finished();
}

std::string figuresText(const std::vector<BureauFigures>& figures, RateRule rule, Language language)
{
    std::string text;
    for (const BureauFigures& one : figures)
        text += say({"bureau.figures_line",
                     {countyOf(one, language), std::to_string(one.schoolsFiled), std::to_string(one.schools),
                      std::to_string(one.drills), std::to_string(one.late), std::to_string(one.present),
                      std::to_string(one.injuries)}},
                    language) +
                "\n  " +
                say({"bureau.figures_hazards",
                     {std::to_string(one.notices), rateOf(one, rule), std::to_string(one.staff),
                      std::to_string(one.equipment)}},
                    language) +
                "\n";
    return text;
}

std::string figuresCsv(const std::vector<BureauFigures>& figures, RateRule rule, Language language)
{
    std::string text = csvHead({kFigureKeys.begin(), kFigureKeys.end()}, language);
    for (Row row : figureRows(figures, rule, language)) {
        row.front() = harmless(row.front());
        text += csvRow(row);
    }
    return text;
}

Workbook figuresWorkbook(const std::vector<BureauFigures>& figures, RateRule rule, int year, Language language)
{
    Sheet sheet{say({"bureau.figures.sheet", {std::to_string(year)}}, language), {{}}, {}};
    for (const std::string_view key : kFigureKeys) sheet.rows.front().push_back(textCell(say(key, language)));
    for (const Row& row : figureRows(figures, rule, language)) {
        sheet.rows.emplace_back();
        for (const std::string& cell : row) {
            const bool number = !cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos;
            sheet.rows.back().push_back(number ? numberCell(std::stod(cell)) : textCell(cell));
        }
    }
    return {{std::move(sheet)}};
}

Writing figuresWriting(const std::vector<BureauFigures>& figures, RateRule rule, int year, Language language)
{
    const Message title{"bureau.figures.title", {std::to_string(year)}};
    Script w(language, title);
    w.title(title);
    w.paragraph(w.text("bureau.figures.how"));
    // Two tables: one of papers, one of hazards, for a page that stands upright.
    constexpr std::ptrdiff_t kOfPapers = 7;
    const auto rows = figureRows(figures, rule, language);
    const auto table = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
        const auto part = [&](const auto& all) {
            std::vector some(all.begin(), all.begin() + 1);
            some.insert(some.end(), all.begin() + from, all.begin() + to);
            return some;
        };
        std::vector<double> shares(static_cast<std::size_t>(1 + to - from), 0.8 / static_cast<double>(to - from));
        shares.front() = 0.2;
        TablePart made = w.table(std::move(shares), part(kFigureKeys));
        for (const Row& row : rows) made.rows.push_back(part(row));
        w.put(std::move(made));
    };
    table(1, kOfPapers);
    table(kOfPapers, std::ssize(kFigureKeys));
    w.signatures({"bureau.clerk", "plan.signed_on"});
    return std::move(w).finished();
}

std::string figuresJson(const std::vector<BureauFigures>& figures, RateRule rule)
{
    JsonWriter w;
    w.beginObject();
    writeObjects(
        w, "counties", figures,
        [&](JsonWriter& writer, const BureauFigures& one) {
            writer.key("county").text(one.county);
            writer.key("total").yesNo(one.total);
            writer.key("schools").whole(one.schools);
            writer.key("schools_filed").whole(one.schoolsFiled);
            writer.key("drills").whole(one.drills);
            writer.key("late").whole(one.late);
            writer.key("present").whole(one.present);
            writer.key("injuries").whole(one.injuries);
            writer.key("notices").whole(one.notices);
            writer.key("hazards_found").whole(one.hazardsFound);
            writer.key("hazards_mended").whole(one.hazardsMended);
            writer.key("rate").text(rateOf(one, rule));
            writer.key("staff").whole(one.staff);
            writer.key("equipment").whole(one.equipment);
            writer.key("inspections").whole(one.inspections);
        },
        JsonWriter::Shape::OneLine);
    w.endObject();
    return std::move(w).finished();
}

}
