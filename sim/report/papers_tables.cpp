#include "sim/report/paper_facts.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/tables.hpp"

#include <algorithm>

namespace stairwise {
namespace {

using CellRow = std::vector<Cell>;

/// Headings and cells of moments: of the day where the bell is known, else seconds.
struct Moments {
    const Papers& papers;
    Language language;

    [[nodiscard]] Cell heading(std::string_view key) const
    {
        const std::string name = say(key, language);
        return textCell(papers.ask.bell ? name : say({"papers.in_seconds", {name}}, language));
    }
    [[nodiscard]] Cell cell(double seconds) const
    {
        return papers.ask.bell ? timeCell(*papers.ask.bell + seconds, Shows::Seconds) : numberCell(seconds);
    }
    [[nodiscard]] Cell cell(std::optional<double> seconds) const { return seconds ? cell(*seconds) : Cell{}; }
    [[nodiscard]] Cell word(std::string_view key) const { return textCell(say(key, language)); }
};

Cell filesCell(int files)
{
    return files > 0 ? numberCell(files) : Cell{};
}

// Class, time and way stand under headings that `stairwise stagger --today` reads.
Sheet timetableSheet(const Papers& papers, Language language)
{
    const Moments moments{papers, language};
    Sheet sheet{say("papers.sheet.timetable", language), {}, {}};
    CellRow heads = {moments.heading("papers.column.time"), moments.word("report.column.class"),
                     moments.word("papers.column.room"),    moments.word("stagger.column.way"),
                     moments.word("report.column.people"),  moments.word("stagger.column.over"),
                     moments.heading("papers.column.out")};
    sheet.rows.push_back(std::move(heads));
    for (const ClassFacts& facts : classFacts(papers, language))
        sheet.rows.push_back({moments.cell(facts.time), textCell(facts.name), textCell(facts.room),
                              textCell(facts.told), numberCell(facts.pupils), numberCell(facts.over),
                              moments.cell(facts.out)});
    return sheet;
}

Sheet classSheet(const Papers& papers, Language language)
{
    const Moments moments{papers, language};
    Sheet sheet{say("papers.sheet.classes", language), {}, {}};
    sheet.rows.push_back({moments.word("report.column.class"), moments.word("papers.column.room"),
                          moments.word("report.column.people"), moments.heading("papers.column.time"),
                          moments.word("stagger.column.way"), moments.word("papers.column.exit"),
                          moments.word("papers.files"), moments.word("papers.area"),
                          moments.heading("papers.column.out"), moments.word("papers.letter.gate")});
    auto all = classFacts(papers, language);
    std::ranges::sort(all, {}, &ClassFacts::schoolClass);
    for (const ClassFacts& facts : all)
        sheet.rows.push_back({textCell(facts.name), textCell(facts.room), numberCell(facts.pupils),
                              moments.cell(facts.time), textCell(facts.way), textCell(facts.exit),
                              filesCell(facts.files), textCell(facts.area), moments.cell(facts.out),
                              textCell(facts.gate)});
    return sheet;
}

Sheet dutySheet(const Papers& papers, Language language)
{
    const Moments moments{papers, language};
    Sheet sheet{say("papers.sheet.posts", language), {}, {}};
    sheet.rows.push_back({moments.word("posts.column.post"), moments.word("posts.column.name"),
                          moments.word("report.column.class"), moments.heading("papers.column.from"),
                          moments.heading("papers.column.to"), moments.word("report.column.people")});
    const auto posts = postsWithCards(papers);
    for (std::size_t p = 0; p < posts.size(); ++p)
        for (const Passing& passing : posts[p].passings) {
            const SchoolClass& own = papers.school.classes[passing.schoolClass];
            sheet.rows.push_back(
                {textCell(postName(papers, posts[p].post, language)),
                 textCell(p < papers.ask.names.size() ? papers.ask.names[p] : std::string{}),
                 textCell(nameOrId(&own, own.id.value)), moments.cell(roundedTime(passing.from, Rounded::Down)),
                 moments.cell(roundedTime(passing.to, Rounded::Up)), numberCell(static_cast<double>(passing.people))});
        }
    return sheet;
}

}

Workbook papersWorkbook(const Papers& papers, Language language)
{
    return {{timetableSheet(papers, language), classSheet(papers, language), dutySheet(papers, language)}};
}

Done writePapers(const Papers& papers, const Staging& staging, Language language)
{
    const std::string tail = language == Language::Chinese ? ".zh." : ".en.";
    const Workbook workbook = papersWorkbook(papers, language);
    auto xlsx = formatXlsx(workbook, "timetable" + tail + "xlsx");
    if (!xlsx) return xlsx.fault();
    std::vector<std::pair<std::string, std::string>> files = {{"timetable" + tail + "xlsx", std::move(xlsx).value()},
                                                              {"timetable" + tail + "csv", csvOf(workbook.sheets[0])},
                                                              {"class_cards" + tail + "csv", csvOf(workbook.sheets[1])},
                                                              {"duty_cards" + tail + "csv", csvOf(workbook.sheets[2])}};
    const auto addPdf = [&](const char* name, const std::vector<Picture>& pages) {
        if (!pages.empty()) files.emplace_back(name + tail + "pdf", toPdf(pages, papers.school.name));
    };
    addPdf("timetable", broadcastPages(papers, language));
    addPdf("class_cards", classCardPages(papers, language));
    addPdf("duty_cards", dutyCardPages(papers, language));
    addPdf("letters", letterPages(papers, language));
    for (const auto& [name, bytes] : files)
        if (const Done written = staging.write(name, bytes); !written) return written;
    return done();
}

}
