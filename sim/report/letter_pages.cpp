#include "sim/picture/text.hpp"
#include "sim/report/page.hpp"
#include "sim/report/paper_facts.hpp"
#include "sim/report/phrases.hpp"

namespace stairwise {
namespace {

constexpr double kLeft = 62.0; // points
constexpr double kRight = kA4.x - kLeft;
constexpr double kWide = kRight - kLeft;
constexpr double kText = 11.5;
constexpr double kFact = 24.0;    // from one row of the table to the next
constexpr double kSlipAt = 604.0; // from the top: what is torn off begins here

PageText body()
{
    return {kText, kPageInk, Anchor::Left, kWide};
}

// One row of the table; a fact that is not known is a line.
double addFact(Page& page, double y, const std::string& label, const std::string& value)
{
    constexpr double kValueAt = 150.0;
    page.text({kLeft + 8.0, y}, label, {10.0, kPageSoft, Anchor::Left, kValueAt - 16.0});
    if (value.empty())
        page.line({kLeft + kValueAt, y + 3.0}, {kRight - 8.0, y + 3.0});
    else
        page.text({kLeft + kValueAt, y}, value, {11.5, kPageInk, Anchor::Left, kWide - kValueAt - 8.0});
    page.line({kLeft, y + 8.0}, {kRight, y + 8.0}, 0.4);
    return y + kFact;
}

double addFacts(Page& page, double y, const Papers& papers, const ClassFacts& facts, Language language)
{
    const auto word = [&](std::string_view key) { return say(key, language); };
    page.line({kLeft, y - 17.0}, {kRight, y - 17.0}, 0.8, kPageInk);
    y = addFact(page, y, word("report.column.class"), facts.name);
    y = addFact(page, y, word("papers.leaves"), timePhrase(papers, facts.time, language));
    y = addFact(page, y, word("papers.way"), facts.way);
    y = addFact(page, y, word("papers.exit"),
                facts.exit.empty() ? "" : say({"papers.simulated", {facts.exit}}, language));
    y = addFact(page, y, word("papers.letter.out"),
                facts.out ? say({"papers.simulated", {timePhrase(papers, *facts.out, language)}}, language) : "");
    y = addFact(page, y, word("papers.letter.gate"), facts.gate);
    y = addFact(page, y, word("papers.letter.wait"), "");
    return addFact(page, y, word("papers.letter.from"), "");
}

void addSlip(Page& page, const Papers& papers, const ClassFacts& facts, Language language)
{
    const auto word = [&](std::string_view key) { return say(key, language); };
    page.cut({0.0, kSlipAt}, {kA4.x, kSlipAt});
    page.text({0.5 * kA4.x, kSlipAt + 26.0}, word("papers.slip"), {14.0, kPageInk, Anchor::Centre, kWide});
    double y =
        page.paragraph({kLeft, kSlipAt + 50.0}, say({"papers.slip.read", {papers.school.name, facts.name}}, language),
                       {10.5, kPageInk, Anchor::Left, kWide});
    y += 8.0;
    double x = kLeft;
    for (const std::string_view key :
         {"papers.slip.fetched", "papers.slip.alone", "papers.slip.bus", "papers.slip.other"}) {
        constexpr double kSquare = 9.0;
        page.square({x, y - kSquare}, kSquare);
        page.text({x + kSquare + 5.0, y}, word(key), {10.0, kPageInk, Anchor::Left, 0.0});
        x += kSquare + 5.0 + roughWidth(word(key), 10.0) + 16.0;
    }
    page.line({x - 12.0, y + 2.0}, {kRight, y + 2.0});
    y += 28.0;
    const double middle = kLeft + 0.5 * kWide;
    page.blank({kLeft, y}, word("papers.slip.pupil"), middle - 14.0, 10.0);
    page.blank({middle, y}, word("papers.slip.parent"), kRight, 10.0);
    y += 26.0;
    page.blank({kLeft, y}, word("papers.slip.phone"), middle - 14.0, 10.0);
    page.blank({middle, y}, word("papers.date"), kRight, 10.0);
}

Picture letterOf(const Papers& papers, const ClassFacts& facts, Language language)
{
    const auto word = [&](std::string_view key) { return say(key, language); };
    Page page(kA4);
    page.text({0.5 * kA4.x, 62.0}, papers.school.name, {12.0, kPageInk, Anchor::Centre, kWide});
    page.text({0.5 * kA4.x, 90.0}, word("papers.letter.title"), {20.0, kPageInk, Anchor::Centre, kWide});
    page.text({0.5 * kA4.x, 110.0}, word("papers.letter.about"), {11.0, kPageSoft, Anchor::Centre, kWide});
    double y = page.paragraph({kLeft, 142.0}, say({"papers.letter.dear", {facts.name}}, language), body());
    y = page.paragraph({kLeft, y + 4.0}, say({"papers.letter.why", {signalName(papers, language)}}, language), body());
    y = addFacts(page, y + 18.0, papers, facts, language);
    y += 2.0;
    for (const std::string_view key : {"papers.letter.punctual", "papers.letter.clear", "papers.letter.tell"})
        y = page.paragraph({kLeft, y}, word(key), {10.5, kPageInk, Anchor::Left, kWide}) + 3.0;
    y = page.paragraph({kLeft, y}, say({"papers.letter.simulated", {std::to_string(papers.passings.runs)}}, language),
                       {8.5, kPageSoft, Anchor::Left, kWide});
    constexpr double kSignedAt = kSlipAt - 40.0;
    page.blank({kLeft, kSignedAt}, word("papers.letter.contact"), kLeft + 150.0, 10.0);
    page.blank({kLeft + 160.0, kSignedAt}, word("papers.letter.phone"), kLeft + 300.0, 10.0);
    page.text({kRight, kSignedAt}, papers.school.name, {10.5, kPageInk, Anchor::Right, 165.0});
    page.text({kRight, kSignedAt + 20.0}, word("papers.letter.date"), {10.0, kPageSoft, Anchor::Right, 165.0});
    addSlip(page, papers, facts, language);
    return std::move(page).picture();
}

}

std::vector<Picture> letterPages(const Papers& papers, Language language)
{
    std::vector<Picture> pages;
    if (!isDismissal(papers)) return pages; // parents do not come to a drill
    for (const ClassFacts& facts : classFacts(papers, language)) pages.push_back(letterOf(papers, facts, language));
    addFoot(pages, papers, language);
    return pages;
}

}
