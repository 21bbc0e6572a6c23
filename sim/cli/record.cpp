#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/record/drill_picture.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/report/paper.hpp"
#include "sim/report/record_report.hpp"
#include "sim/workbook/workbook.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostTable = 4U << 20U; // bytes

struct Asked {
    std::string archive;
    std::string drill;
    std::string csv;
    std::string out = ".";
    std::string picture;
    std::string place;
    std::string text;
    std::string at;
    std::string pdf;
    std::vector<std::string> blur; // "1.jpg=40,20,15,25"
    bool show = false;
    bool json = false;
};

struct Day {
    Archive archive;
    DrillPlan plan;
    SchoolKind kind = SchoolKind::Other;
};

Result<Day> dayOf(const Asked& asked)
{
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return archive.fault();
    auto plan = planIn(archive.value(), asked.drill);
    if (!plan) return plan.fault();
    const auto kind = schoolKindIn(archive.value(), asked.drill);
    if (!kind) return kind.fault();
    return Day{std::move(archive).value(), std::move(plan).value(), kind.value()};
}

Done tellBriefs(Day& day, const Asked& asked, const Shell& shell)
{
    const auto files = writeBriefs(day.archive, day.plan, asked.out, shell.language);
    if (!files) return files.fault();
    for (const fs::path& file : files.value())
        std::fprintf(stderr, "%s\n", say({"record.brief.written", {file.string()}}, shell.language).c_str());
    return done();
}

void acknowledge(const KeptEvent& kept, const Day& day, const Asked& asked, const Shell& shell)
{
    if (asked.json)
        std::printf("{\"saved\": %d, \"event\": %s}\n", kept.number, formatEvent(kept.event).c_str());
    else
        std::printf("%s\n", say({"record.saved",
                                 {std::to_string(kept.number), eventText(kept.event, day.plan, shell.language)}},
                                shell.language)
                                .c_str());
    std::fflush(stdout); // whoever waits for it must have it now
}

/// Line by line, each acknowledged once it is safe. A line that cannot be read is said, and the next one is waited for.
int live(Day& day, const Asked& asked, const Shell& shell)
{
    int code = kGood;
    std::size_t number = 0;
    for (std::string line; std::getline(std::cin, line);) {
        ++number;
        const auto rows = eventRows(line);
        if (rows.empty() || isNoEvent(rows[0])) continue;
        const std::int64_t now = nowMs();
        auto event = eventOf(rows[0], day.plan, day.kind, "-", number);
        if (!event) {
            (void)refuse(event.fault(), shell);
            code = kFindings;
            continue;
        }
        const bool injury = event.value().what == DayMark::Injury;
        const auto kept = keepEvent(day.archive, day.plan, std::move(event).value(), now);
        if (!kept) return refuse(kept.fault(), shell);
        acknowledge(kept.value(), day, asked, shell);
        if (injury)
            if (auto written = tellBriefs(day, asked, shell); !written) return refuse(written.fault(), shell);
    }
    if (auto kept = keepRecord(day.archive, day.plan); !kept) return refuse(kept.fault(), shell);
    return code;
}

/// A row of the form as one of a table. Empty where nobody has filled it in: only what it is for, and of whom.
std::vector<std::string> rowOf(const std::vector<Cell>& cells)
{
    std::vector<std::string> row;
    for (const Cell& cell : cells) row.push_back(cell.text);
    while (!row.empty() && row.back().empty()) row.pop_back();
    if (row.size() < 3) return {};
    if (row[1].empty()) row.erase(row.begin() + 1); // of the whole school
    return row;
}

Done addRows(const Day& day, const std::vector<std::vector<std::string>>& rows, const std::string& file,
             std::vector<DrillEvent>& events)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isNoEvent(rows[i])) continue;
        auto event = eventOf(rows[i], day.plan, day.kind, file, i + 1);
        if (!event) return event.fault();
        events.push_back(std::move(event).value());
    }
    return done();
}

/// The form of `stairwise sheets`, filled in: all of its sheets.
Result<std::vector<DrillEvent>> eventsInWorkbook(const Day& day, const std::string& bytes, const std::string& file)
{
    const auto workbook = parseWorkbook(bytes, file);
    if (!workbook) return workbook.fault();
    std::vector<DrillEvent> events;
    for (const Sheet& sheet : workbook.value().sheets) {
        std::vector<std::vector<std::string>> rows;
        for (const auto& cells : sheet.rows) rows.push_back(rowOf(cells));
        if (auto added = addRows(day, rows, file + ": " + sheet.name, events); !added) return added.fault();
    }
    return events;
}

Result<std::vector<DrillEvent>> eventsOf(const Day& day, const std::string& file)
{
    const auto text = readFile(file, kMostTable);
    if (!text) return text.fault();
    if (text.value().starts_with("PK\x03\x04")) return eventsInWorkbook(day, text.value(), file);
    std::vector<DrillEvent> events;
    if (auto added = addRows(day, eventRows(text.value()), file, events); !added) return added.fault();
    return events;
}

/// A paper that was filled in on the day: all of it, or nothing.
int fromTable(Day& day, const Asked& asked, const Shell& shell)
{
    const auto events = eventsOf(day, asked.csv);
    if (!events) return refuse(events.fault(), shell);
    if (auto kept = keepEvents(day.archive, day.plan, events.value(), nowMs()); !kept)
        return refuse(kept.fault(), shell);
    if (auto kept = keepRecord(day.archive, day.plan); !kept) return refuse(kept.fault(), shell);
    if (auto written = tellBriefs(day, asked, shell); !written) return refuse(written.fault(), shell);
    const std::string count = std::to_string(events.value().size());
    if (!asked.json) std::printf("%s\n", say({"record.saved_all", {count}}, shell.language).c_str());
    return kGood;
}

int show(Day& day, const Asked& asked, const Shell& shell)
{
    const auto record = recordIn(day.archive, day.plan);
    if (!record) return refuse(record.fault(), shell);
    if (!asked.pdf.empty()) {
        const Writing paper = recordWriting(record.value(), day.plan, shell.language);
        if (auto written = writeFile(asked.pdf, pdfOf(paper, shell.language)); !written)
            return refuse(written.fault(), shell);
    }
    const std::string text =
        asked.json ? formatRecord(record.value()) : recordText(record.value(), day.plan, shell.language);
    std::printf("%s", text.c_str());
    return lacksOf(record.value()).empty() && doubtsOf(record.value(), day.plan).empty() ? kGood : kFindings;
}

int addPicture(Day& day, const Asked& asked, const Shell& shell)
{
    auto bytes = readFile(asked.picture, kLargestPicture);
    if (!bytes) return refuse(bytes.fault(), shell);
    const auto seconds = parseSeconds(asked.at);
    if (!asked.at.empty() && !seconds)
        return refuse({"", "--at", {"record.row.seconds", {asked.at}}, {"record.row.mend", {}}}, shell);
    const auto name = keepPicture(day.archive, asked.drill,
                                  {{}, asked.place, asked.text, seconds, std::move(bytes).value()}, asked.picture);
    if (!name) return refuse(name.fault(), shell);
    std::printf("%s\n", say({"record.picture.saved", {name.value()}}, shell.language).c_str());
    return kGood;
}

/// One mark after another; what will be filed is written, so that somebody can look at it.
int blurPictures(Day& day, const Asked& asked, const Shell& shell)
{
    for (const std::string& mark : asked.blur) {
        const std::size_t equals = mark.find('=');
        const std::string name = mark.substr(0, equals);
        const std::string where = equals == std::string::npos ? "?" : mark.substr(equals + 1);
        const auto place = parseBlurredPlace(where);
        if (!place && !where.empty())
            return refuse({"", "--blur", {"record.blur.bad", {mark}}, {"record.blur.bad.mend", {}}}, shell);
        const auto picture = blurPicture(day.archive, asked.drill, name, place);
        if (!picture) return refuse(picture.fault(), shell);
        const std::string& filed = picture.value().blurred.empty() ? picture.value().bytes : picture.value().filed;
        const fs::path file = fs::path(asked.out) / (asked.drill + "_" + name);
        if (auto written = writeFile(file, filed); !written) return refuse(written.fault(), shell);
        const std::string count = std::to_string(picture.value().blurred.size());
        std::printf("%s\n", say({"record.blur.saved", {name, count, file.string()}}, shell.language).c_str());
    }
    return kGood;
}

int recordAsked(const Asked& asked, const Shell& shell)
{
    auto day = dayOf(asked);
    if (!day) return refuse(day.fault(), shell);
    if (!asked.picture.empty()) return addPicture(day.value(), asked, shell);
    if (!asked.blur.empty()) return blurPictures(day.value(), asked, shell);
    const bool shows = asked.show || !asked.pdf.empty();
    if (asked.csv.empty() && !shows) return live(day.value(), asked, shell);
    if (!asked.csv.empty())
        if (const int code = fromTable(day.value(), asked, shell); code != kGood) return code;
    return shows ? show(day.value(), asked, shell) : kGood;
}

}

Run recordCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    app.add_option("drill", asked->drill, shell.text("cli.option.drill"))->required();
    app.add_option("--csv", asked->csv, shell.text("cli.option.record_csv"));
    app.add_option("--out", asked->out, shell.text("cli.option.record_out"));
    CLI::Option* picture = app.add_option("--picture", asked->picture, shell.text("cli.option.picture"));
    app.add_option("--place", asked->place, shell.text("cli.option.picture_place"))->needs(picture);
    app.add_option("--text", asked->text, shell.text("cli.option.picture_text"))->needs(picture);
    app.add_option("--at", asked->at, shell.text("cli.option.picture_at"))->needs(picture);
    app.add_option("--blur", asked->blur, shell.text("cli.option.blur"))->excludes(picture);
    app.add_flag("--show", asked->show, shell.text("cli.option.record_show"));
    app.add_option("--pdf", asked->pdf, shell.text("cli.option.record_pdf"));
    app.add_flag("--json", asked->json, shell.text("cli.option.record_json"));
    return [asked, &shell] { return recordAsked(*asked, shell); };
}

}
