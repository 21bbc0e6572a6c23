#include "sim/record/bureau.hpp"

#include "sim/words/words.hpp"

namespace stairwise {
namespace {

struct Step {
    FilingState state = FilingState::Received;
    std::string who; // empty: the program
    std::string reasons;
};

Done addStep(Database& database, std::int64_t filing, const Step& step, const std::string& saved)
{
    return database.execute("INSERT INTO filing_step (filing, number, state, saved, who, reasons) SELECT ?1, "
                            "coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM filing_step WHERE filing = ?1",
                            {filing, std::string(codeOf(step.state)), saved, step.who, step.reasons});
}

}

Done addFiling(Database& database, const FilingRow& row, const std::string& saved)
{
    const auto id = database.number(
        "INSERT INTO filing (school, drill, version, sha256, kind, date, due, received, figures) VALUES (?1, ?2, ?3, "
        "?4, ?5, ?6, ?7, ?8, ?9) RETURNING id",
        {row.school, row.drill, std::int64_t{row.version}, row.sha256, std::string(codeOf(row.kind)), textOf(row.date),
         textOf(row.due), textOf(row.received), formatFigures(row.figures)});
    if (!id) return id.fault();
    const FilingState first = row.version == 1 ? FilingState::Received : FilingState::SentAgain;
    if (auto step = addStep(database, id.value(), {first, {}, {}}, saved); !step) return step;
    if (auto step = addStep(database, id.value(), {row.state, {}, row.reasons}, saved); !step) return step;
    return database.execute(
        "INSERT INTO filing_now (school, date, drill, filing, version, state, due, received, present, injuries, "
        "notices, "
        "hazards_found, hazards_mended, staff, equipment, inspections) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT (school, drill) DO UPDATE SET date = "
        "excluded.date, filing = excluded.filing, "
        "version = excluded.version, state = excluded.state, due = excluded.due, present = excluded.present, injuries "
        "= excluded.injuries, notices = "
        "excluded.notices, hazards_found = excluded.hazards_found, hazards_mended = excluded.hazards_mended, staff = "
        "excluded.staff, equipment = excluded.equipment, inspections = excluded.inspections",
        {row.school, textOf(row.date), row.drill, id.value(), std::int64_t{row.version}, std::string(codeOf(row.state)),
         textOf(row.due), textOf(row.received), std::int64_t{row.figures.present}, std::int64_t{row.figures.injuries},
         std::int64_t{row.figures.notices}, std::int64_t{row.figures.hazardsFound},
         std::int64_t{row.figures.hazardsMended}, std::int64_t{row.figures.staff}, std::int64_t{row.figures.equipment},
         std::int64_t{row.figures.inspections}});
}

Result<std::vector<FiledBefore>> filedBefore(Archive& archive, const FilingRow& row)
{
    const auto rows = archive.database().rows(
        "SELECT version, sha256, received FROM filing WHERE school = ?1 AND drill = ?2 ORDER BY version",
        {row.school, row.drill});
    if (!rows) return rows.fault();
    std::vector<FiledBefore> before;
    for (const SqlRow& one : rows.value())
        before.push_back(
            {static_cast<int>(wholeAt(one, 0)), textAt(one, 1), parseDate(textAt(one, 2)).value_or(row.received)});
    return before;
}

void judgeTime(FilingRow& row, Receipt& receipt, const BureauRule& rule, std::span<const FiledBefore> before)
{
    row.due = plusDays(row.date, rule.dueDays);
    const Date came = before.empty() ? receipt.received : before.front().received;
    receipt.late = came > row.due;
    if (receipt.late)
        receipt.remarks.push_back(
            {"record.receive.late", {std::to_string(daysBetween(row.due, came)), textOf(row.due)}});
    if (row.date > receipt.received) receipt.reasons.push_back({"record.receive.future", {textOf(row.date)}});
}

Done conclude(Archive& archive, FilingRow& row, Receipt& receipt)
{
    const bool good = receipt.reasons.empty();
    receipt.verdict = good ? Receiving::Accepted : Receiving::SentBack;
    row.state = good ? FilingState::Accepted : FilingState::SentBack;
    for (const Message& reason : receipt.reasons) // as a bureau reads them
        row.reasons += (row.reasons.empty() ? "" : "；") + say(reason, Language::Chinese);
    return archive.database().transaction([&] { return addFiling(archive.database(), row, utcText(nowMs())); });
}

Done decide(Archive& archive, const Decision& decision)
{
    Database& database = archive.database();
    return database.transaction([&]() -> Done {
        const auto filing = database.number("SELECT filing FROM filing_now WHERE school = ?1 AND drill = ?2",
                                            {decision.school, decision.drill});
        if (!filing) return filing.fault();
        if (filing.value() == 0)
            return database.fault({"record.bureau.no_filing", {decision.school, decision.drill}},
                                  {"record.bureau.no_filing.mend", {}});
        const Step step{decision.state, decision.who, decision.reasons};
        if (auto added = addStep(database, filing.value(), step, utcText(nowMs())); !added) return added;
        return database.execute("UPDATE filing_now SET state = ?3 WHERE school = ?1 AND drill = ?2",
                                {decision.school, decision.drill, std::string(codeOf(decision.state))});
    });
}

}
