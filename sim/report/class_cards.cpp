#include "sim/picture/text.hpp"
#include "sim/report/card_sheet.hpp"
#include "sim/report/paper_facts.hpp"
#include "sim/report/phrases.hpp"

namespace stairwise {
namespace {

constexpr CardGrid kGrid{2, 3};
constexpr double kPad = 14.0; // points
constexpr double kLabel = 8.5;
constexpr double kValueAt = 62.0; // from the left
constexpr double kValue = 10.5;
constexpr double kStep = 19.0; // from one line to the next

struct Pen {
    Page& page;
    double left;
    double right;
    double y;
    Language language;

    [[nodiscard]] std::string word(std::string_view key) const { return say(key, language); }
    // What it is, small, and what it says, large, on one line; what nobody knows is a line to write on.
    void fact(std::string_view key, const std::string& value, double size)
    {
        page.text({left, y}, word(key), {kLabel, kPageSoft, Anchor::Left, kValueAt - 4.0});
        if (value.empty())
            page.line({left + kValueAt, y + 2.0}, {right, y + 2.0});
        else
            page.text({left + kValueAt, y}, value, {size, kPageInk, Anchor::Left, right - left - kValueAt});
    }
};

// Which file: the model knows how many, not who walks on which side.
void addFile(Pen& pen, const ClassFacts& facts)
{
    if (facts.files > 0)
        return pen.fact("papers.files", say({"papers.files_of", {std::to_string(facts.files)}}, pen.language), kValue);
    constexpr double kSquare = 8.0;
    pen.page.text({pen.left, pen.y}, pen.word("papers.files"), {kLabel, kPageSoft, Anchor::Left, kValueAt - 4.0});
    double x = pen.left + kValueAt;
    for (const std::string_view key : {"papers.files.left", "papers.files.right"}) {
        const std::string side = pen.word(key);
        pen.page.square({x, pen.y - kSquare}, kSquare);
        pen.page.text({x + kSquare + 4.0, pen.y}, side, {kValue, kPageInk, Anchor::Left, 0.0});
        x += kSquare + 4.0 + roughWidth(side, kValue) + 16.0;
    }
}

void addHead(Pen& pen, const Papers& papers, const ClassFacts& facts, Vec2 corner, Vec2 size)
{
    constexpr double kHigh = 44.0;
    pen.page.box(corner + Vec2{6.0, 6.0}, {size.x - 12.0, kHigh}, kPageShade);
    pen.page.text({pen.left, corner.y + 35.0}, facts.name, {19.0, kPageInk, Anchor::Left, pen.right - pen.left - 84.0});
    const PageText small{8.0, kPageSoft, Anchor::Right, 80.0};
    pen.page.text({pen.right, corner.y + 24.0}, facts.room, small);
    pen.page.text({pen.right, corner.y + 37.0}, say({"papers.pupils", {std::to_string(facts.pupils)}}, pen.language),
                  small);
    pen.y = corner.y + kHigh + 20.0;
    pen.page.text({pen.left, pen.y}, papers.school.name, {kLabel, kPageSoft, Anchor::Left, pen.right - pen.left});
}

void addCard(Page& page, Vec2 corner, Vec2 size, const Papers& papers, const ClassFacts& facts, Language language)
{
    Pen pen{page, corner.x + kPad, corner.x + size.x - kPad, 0.0, language};
    const auto next = [&](double step) { pen.y += step; };
    addHead(pen, papers, facts, corner, size);
    next(kStep + 4.0);
    pen.fact("papers.leaves", timePhrase(papers, facts.time, language), 17.0);
    next(kStep + 2.0);
    pen.fact("papers.way", facts.way, 14.0);
    const bool other = !facts.exit.empty() && facts.exit != facts.told;
    next(kStep);
    pen.fact("papers.exit", other ? say({"papers.simulated", {facts.exit}}, language) : facts.exit, kValue);
    if (facts.over > 0.0) {
        next(kStep - 2.0);
        pen.fact("papers.row_by_row", say({"papers.row_by_row.over", {fixed(facts.over, 0)}}, language), kValue);
    }
    next(kStep - 2.0);
    addFile(pen, facts);
    next(kStep);
    pen.fact("papers.line_up", "", kValue);
    next(kStep);
    pen.fact("papers.area", facts.area, kValue);
    next(kStep);
    pen.fact("papers.teacher", "", kValue);
    if (facts.out)
        page.text({pen.left, corner.y + size.y - 14.0},
                  say({"papers.out_by", {timePhrase(papers, *facts.out, language)}}, language),
                  {7.5, kPageSoft, Anchor::Left, pen.right - pen.left});
}

}

std::vector<Picture> classCardPages(const Papers& papers, Language language)
{
    const auto facts = classFacts(papers, language);
    auto pages = cardSheets(kGrid, facts.size(), [&](Page& page, Vec2 corner, Vec2 size, std::size_t i) {
        addCard(page, corner, size, papers, facts[i], language);
    });
    addFoot(pages, papers, language);
    return pages;
}

}
