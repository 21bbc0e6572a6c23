#include "sim/report/card_sheet.hpp"
#include "sim/report/paper_facts.hpp"
#include "sim/report/phrases.hpp"

namespace stairwise {
namespace {

constexpr CardGrid kGrid{2, 2};
constexpr double kPad = 14.0; // points
constexpr double kRow = 14.0;
constexpr double kTableAt = 112.0; // from the top of the card
constexpr double kNoteHigh = 34.0;
constexpr double kSize = 9.0;

/// A post, or a part of it where more classes pass than one card holds.
struct Card {
    const PostPassings* at;
    std::size_t first, end; // of its passings
    std::size_t part, parts;
    std::string holder; // empty: a line to write on
};

std::size_t rowsOfCard()
{
    return static_cast<std::size_t>((cardSize(kGrid).y - kTableAt - kNoteHigh) / kRow);
}

std::vector<Card> cardsOf(const std::vector<PostPassings>& posts, const std::vector<std::string>& names)
{
    const std::size_t most = rowsOfCard();
    std::vector<Card> cards;
    for (std::size_t p = 0; p < posts.size(); ++p) {
        const std::size_t count = posts[p].passings.size();
        const std::size_t parts = (count + most - 1) / most;
        for (std::size_t part = 0; part < parts; ++part) // of about one length
            cards.push_back({&posts[p], part * count / parts, (part + 1) * count / parts, part + 1, parts,
                             p < names.size() ? names[p] : std::string{}});
    }
    return cards;
}

struct Column {
    double at; // from the left of the table, as a share of its width
    Anchor anchor;
    std::string_view heading;
};
constexpr Column kColumns[] = {{0.0, Anchor::Left, "report.column.class"},
                               {0.62, Anchor::Right, "papers.column.from"},
                               {0.84, Anchor::Right, "papers.column.to"},
                               {1.0, Anchor::Right, "report.column.people"}};

void addRow(Page& page, Vec2 at, double width, const std::vector<std::string>& cells, const PageText& look)
{
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
        PageText cell = look;
        cell.anchor = kColumns[i].anchor;
        cell.widest = i == 0 ? 0.4 * width : 0.22 * width;
        page.text({at.x + kColumns[i].at * width, at.y}, cells[i], cell);
    }
}

void addHead(Page& page, Vec2 corner, Vec2 size, const Papers& papers, const Card& card, Language language)
{
    const double left = corner.x + kPad;
    const double right = corner.x + size.x - kPad;
    page.box(corner + Vec2{6.0, 6.0}, {size.x - 12.0, 38.0}, kPageShade);
    std::string name = postName(papers, card.at->post, language);
    if (card.parts > 1)
        name = say({"papers.part", {name, std::to_string(card.part), std::to_string(card.parts)}}, language);
    const bool landing = card.at->post.kind == PassedKind::Landing; // its name says so
    page.text({left, corner.y + 31.0}, name, {15.0, kPageInk, Anchor::Left, right - left - (landing ? 0.0 : 64.0)});
    if (!landing)
        page.text({right, corner.y + 30.0},
                  say(card.at->post.kind == PassedKind::Exit ? "papers.exit" : "papers.letter.gate", language),
                  {8.5, kPageSoft, Anchor::Right, 60.0});
    page.text({left, corner.y + 58.0}, papers.school.name, {8.5, kPageSoft, Anchor::Left, right - left});
    const std::string holder = say("papers.holder", language);
    if (card.holder.empty())
        page.blank({left, corner.y + 78.0}, holder, right);
    else {
        page.text({left, corner.y + 78.0}, holder, {9.0, kPageSoft, Anchor::Left, 60.0});
        page.text({left + 64.0, corner.y + 78.0}, card.holder, {11.0, kPageInk, Anchor::Left, right - left - 64.0});
    }
}

void addCard(Page& page, Vec2 corner, Vec2 size, const Papers& papers, const Card& card, Language language)
{
    addHead(page, corner, size, papers, card, language);
    const double left = corner.x + kPad;
    const double width = size.x - 2.0 * kPad;
    std::vector<std::string> heads;
    for (const Column& column : kColumns) heads.push_back(say(column.heading, language));
    double y = corner.y + kTableAt;
    addRow(page, {left, y - 4.0}, width, heads, {8.0, kPageSoft});
    page.line({left, y}, {left + width, y}, 0.8, kPageInk);
    for (std::size_t i = card.first; i < card.end; ++i, y += kRow) {
        const Passing& passing = card.at->passings[i];
        const SchoolClass& own = papers.school.classes[passing.schoolClass];
        if ((i - card.first) % 2 == 1) page.box({left, y}, {width, kRow}, kPageShade);
        addRow(page, {left, y + 10.5}, width,
               {nameOrId(&own, own.id.value), timeText(papers, roundedTime(passing.from, Rounded::Down)),
                timeText(papers, roundedTime(passing.to, Rounded::Up)), std::to_string(passing.people)},
               {kSize, kPageInk});
    }
    page.line({left, y}, {left + width, y}, 0.8, kPageInk);
    static_cast<void>(page.paragraph({left, corner.y + size.y - kNoteHigh + 13.0}, say("papers.duty.note", language),
                                     {7.0, kPageSoft, Anchor::Left, width}));
}

}

std::vector<Picture> dutyCardPages(const Papers& papers, Language language)
{
    const auto posts = postsWithCards(papers);
    const auto cards = cardsOf(posts, papers.ask.names);
    auto pages = cardSheets(kGrid, cards.size(), [&](Page& page, Vec2 corner, Vec2 size, std::size_t i) {
        addCard(page, corner, size, papers, cards[i], language);
    });
    addFoot(pages, papers, language);
    return pages;
}

}
