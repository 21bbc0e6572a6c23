#include "sim/report/page.hpp"
#include "sim/report/paper_facts.hpp"
#include "sim/report/phrases.hpp"

#include <array>

namespace stairwise {
namespace {

constexpr double kLeft = 42.0;
constexpr double kRight = kA4.x - kLeft;
constexpr double kFirstRow = 168.0;
constexpr double kRow = 17.0;
constexpr double kLowest = kA4.y - 48.0;
constexpr double kSize = 9.5;
constexpr double kGap = 5.0; // between columns

enum class Part { Time, Done, Class, Room, Way, People, Over, Out };
struct Column {
    Part part;
    double left;
    double width;
    Anchor anchor;
    std::string_view heading;
};
constexpr std::array<Column, 8> kColumns = {{
    {Part::Time, 42.0, 58.0, Anchor::Left, "papers.column.time"},
    {Part::Done, 100.0, 28.0, Anchor::Centre, "papers.column.done"},
    {Part::Class, 130.0, 88.0, Anchor::Left, "report.column.class"},
    {Part::Room, 218.0, 82.0, Anchor::Left, "papers.column.room"},
    {Part::Way, 300.0, 92.0, Anchor::Left, "stagger.column.way"},
    {Part::People, 392.0, 36.0, Anchor::Right, "report.column.people"},
    {Part::Over, 428.0, 52.0, Anchor::Right, "papers.column.over"},
    {Part::Out, 480.0, 78.0, Anchor::Right, "papers.column.out"},
}};

double anchorOf(const Column& column)
{
    if (column.anchor == Anchor::Centre) return column.left + 0.5 * (column.width - kGap);
    return column.anchor == Anchor::Right ? column.left + column.width - kGap : column.left;
}

std::string textOf(Part part, const ClassFacts& facts, const Papers& papers)
{
    switch (part) {
    case Part::Time:
        return timeText(papers, facts.time);
    case Part::Class:
        return facts.name;
    case Part::Room:
        return facts.room;
    case Part::Way:
        return facts.way;
    case Part::People:
        return std::to_string(facts.pupils);
    case Part::Over:
        return facts.over > 0.0 ? fixed(facts.over, 0) : "–";
    case Part::Out:
        return facts.out ? timeText(papers, *facts.out) : "–";
    case Part::Done:
        break;
    }
    return {};
}

void addHead(Page& page, const Papers& papers, Language language)
{
    const std::string signal = signalName(papers, language);
    const char* title = isDismissal(papers) ? "papers.broadcast.dismissal" : "papers.broadcast.other";
    page.text({kLeft, 52.0}, say({title, {papers.school.name}}, language),
              {16.0, kPageInk, Anchor::Left, kRight - kLeft});
    page.text({kLeft, 70.0}, papers.scenario.name, {9.0, kPageSoft, Anchor::Left, kRight - kLeft});
    const std::string counted = papers.ask.bell ? say({"papers.bell_at", {signal, timeText(papers, 0.0)}}, language)
                                                : say({"papers.counted_from", {signal}}, language);
    page.text({kLeft, 90.0}, counted, {10.5, kPageInk, Anchor::Left, 250.0});
    page.blank({310.0, 90.0}, say("papers.in_force", language), kRight);
    page.blank({kLeft, 110.0}, say("papers.announcer", language), 290.0);
    page.blank({310.0, 110.0}, say("papers.approved", language), kRight);
    const std::string how = say("papers.broadcast.how", language);
    static_cast<void>(page.paragraph({kLeft, 128.0}, how, {8.5, kPageSoft, Anchor::Left, kRight - kLeft}));
    for (const Column& column : kColumns)
        page.text({anchorOf(column), kFirstRow - 5.0}, say(column.heading, language),
                  {8.0, kPageSoft, column.anchor, column.width - kGap});
    page.line({kLeft, kFirstRow}, {kRight, kFirstRow}, 0.8, kPageInk);
}

// The time stands once for all classes that go together.
void addRow(Page& page, double y, const ClassFacts& facts, const Papers& papers, bool first)
{
    for (const Column& column : kColumns) {
        if (column.part == Part::Done) {
            page.square({anchorOf(column) - 4.5, y + 4.0}, 9.0);
            continue;
        }
        if (column.part == Part::Time && !first) continue;
        const double size = column.part == Part::Time ? kSize + 1.5 : kSize;
        page.text({anchorOf(column), y + 12.5}, textOf(column.part, facts, papers),
                  {size, kPageInk, column.anchor, column.width - kGap});
    }
}

}

std::vector<Picture> broadcastPages(const Papers& papers, Language language)
{
    std::vector<Picture> pages;
    const auto facts = classFacts(papers, language);
    for (std::size_t i = 0; i < facts.size();) {
        Page page(kA4);
        addHead(page, papers, language);
        bool shade = false;
        double y = kFirstRow;
        for (bool top = true; i < facts.size() && y + kRow <= kLowest; ++i, y += kRow, top = false) {
            const bool first = top || facts[i].time != facts[i - 1].time;
            shade = first ? !shade : shade;
            if (shade) page.box({kLeft, y}, {kRight - kLeft, kRow}, kPageShade);
            addRow(page, y, facts[i], papers, first);
        }
        page.line({kLeft, y}, {kRight, y}, 0.8, kPageInk);
        pages.push_back(std::move(page).picture());
    }
    addFoot(pages, papers, language);
    return pages;
}

}
