#include "sim/record/bureau_lists.hpp"

#include <algorithm>
#include <map>

namespace stairwise {
namespace {

// The newest version of every school, with what it filed in the time asked. ?1 from, ?2 to, ?3 county or ''.
constexpr const char* kSchoolLines =
    "SELECT s.id, s.name, s.county, count(f.drill), coalesce(sum(f.state = 'accepted'), 0), "
    "coalesce(sum(f.state = 'sent_back'), 0), coalesce(sum(f.received > f.due), 0), coalesce(max(f.date), '') "
    "FROM school AS s LEFT JOIN filing_now AS f ON f.school = s.id AND f.date BETWEEN ?1 AND ?2 "
    "WHERE s.version = (SELECT max(version) FROM school AS t WHERE t.id = s.id) AND (?3 = '' OR s.county = ?3) "
    "GROUP BY s.id ORDER BY s.county, s.id";

// Of the newest versions, by county and school.
constexpr const char* kFigures =
    "SELECT school, count(*), sum(received > due), sum(present), sum(injuries), max(notices), max(hazards_found), "
    "max(hazards_mended), max(staff), max(equipment), max(inspections) FROM filing_now WHERE +date BETWEEN ?1 AND ?2 "
    "AND +state = "
    "'accepted' GROUP BY school"; // +: in the order of schools, which no index on days has

bool isShown(const SchoolLine& line, Shown shown)
{
    switch (shown) {
    case Shown::All:
        return true;
    case Shown::Filed:
        return line.drills > 0;
    case Shown::Late:
        return line.late > 0;
    case Shown::NotFiled:
        return line.drills == 0;
    case Shown::SentBack:
        return line.sentBack > 0;
    }
    return true;
}

void add(BureauFigures& figures, const SqlRow& row)
{
    figures.schoolsFiled += 1;
    figures.drills += wholeAt(row, 1);
    figures.late += wholeAt(row, 2);
    figures.present += wholeAt(row, 3);
    figures.injuries += wholeAt(row, 4);
    figures.notices += wholeAt(row, 5);
    figures.hazardsFound += wholeAt(row, 6);
    figures.hazardsMended += wholeAt(row, 7);
    figures.staff += wholeAt(row, 8);
    figures.equipment += wholeAt(row, 9);
    figures.inspections += wholeAt(row, 10);
}

}

Result<std::vector<SchoolLine>> schoolList(Archive& archive, const ListAsk& ask)
{
    const auto rows = archive.database().rows(kSchoolLines, {textOf(ask.from), textOf(ask.to), ask.county});
    if (!rows) return rows.fault();
    std::vector<SchoolLine> lines;
    for (const SqlRow& row : rows.value()) {
        SchoolLine line{textAt(row, 0),
                        textAt(row, 1),
                        textAt(row, 2),
                        static_cast<int>(wholeAt(row, 3)),
                        static_cast<int>(wholeAt(row, 4)),
                        static_cast<int>(wholeAt(row, 5)),
                        static_cast<int>(wholeAt(row, 6)),
                        textAt(row, 7)};
        if (isShown(line, ask.shown)) lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<BureauFigures>> figuresFor(Archive& archive, const Date& from, const Date& to)
{
    const auto schools = archive.database().rows(
        "SELECT id, county FROM school AS s WHERE version = (SELECT max(version) FROM school AS t WHERE t.id = s.id)");
    if (!schools) return schools.fault();
    std::map<std::string, std::string> countyOf;
    std::map<std::string, BureauFigures> byCounty;
    BureauFigures total;
    total.total = true;
    for (const SqlRow& row : schools.value()) {
        BureauFigures& county = byCounty[countyOf[textAt(row, 0)] = textAt(row, 1)];
        county.county = textAt(row, 1);
        ++county.schools;
        ++total.schools;
    }
    const auto rows = archive.database().rows(kFigures, {textOf(from), textOf(to)});
    if (!rows) return rows.fault();
    for (const SqlRow& row : rows.value()) {
        add(byCounty[countyOf[textAt(row, 0)]], row);
        add(total, row);
    }
    std::vector<BureauFigures> all;
    for (auto& [county, figures] : byCounty) all.push_back(figures);
    all.push_back(total);
    return all;
}

Result<std::vector<FilingLine>> filingsOf(Archive& archive, const std::string& school)
{
    const auto rows =
        archive.database().rows("SELECT id, drill, version, date, due, received, sha256 FROM filing WHERE "
                                "school = ?1 ORDER BY date DESC, drill, version",
                                {school});
    if (!rows) return rows.fault();
    std::vector<FilingLine> lines;
    for (const SqlRow& row : rows.value()) {
        FilingLine line{textAt(row, 1),
                        static_cast<int>(wholeAt(row, 2)),
                        textAt(row, 3),
                        textAt(row, 4),
                        textAt(row, 5),
                        textAt(row, 6),
                        {}};
        const auto steps = archive.database().rows(
            "SELECT state, saved, who, reasons FROM filing_step WHERE filing = ?1 ORDER BY number", {row[0]});
        if (!steps) return steps.fault();
        for (const SqlRow& step : steps.value())
            line.steps.push_back({textAt(step, 0), textAt(step, 1), textAt(step, 2), textAt(step, 3)});
        lines.push_back(std::move(line));
    }
    return lines;
}

}
