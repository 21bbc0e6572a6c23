#include "sim/report/card_sheet.hpp"
#include "sim/report/day_papers.hpp"
#include "sim/report/paper.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/script.hpp"

#include <cmath>

namespace stairwise {
namespace {

// A4 → A3: everything as much larger.
Picture enlarged(Picture picture, double factor)
{
    picture.pointsPerMetre *= factor;
    for (Shape& shape : picture.shapes) { // what is measured in points
        if (auto* line = std::get_if<LineShape>(&shape)) line->width *= factor;
        if (auto* text = std::get_if<TextShape>(&shape)) {
            text->size *= factor;
            text->widest *= factor;
        }
    }
    return picture;
}

struct Card {
    std::string title;
    std::string about;
    std::vector<std::string> lines;
};

std::vector<Picture> cardsOf(const CardGrid& grid, const std::vector<Card>& cards)
{
    return cardSheets(grid, cards.size(), [&](Page& page, Vec2 corner, Vec2 size, std::size_t i) {
        constexpr double kPad = 14.0;
        const double wide = size.x - 2.0 * kPad;
        page.text(corner + Vec2{kPad, 30.0}, cards[i].title, {15.0, kPageInk, Anchor::Left, wide});
        page.text(corner + Vec2{kPad, 46.0}, cards[i].about, {8.5, kPageSoft, Anchor::Left, wide});
        double y = corner.y + 68.0;
        for (const std::string& line : cards[i].lines)
            y = page.paragraph({corner.x + kPad, y}, line, {10.0, kPageInk, Anchor::Left, wide}) + 3.0;
    });
}

}

std::vector<Picture> boardPages(const DrillPlan& plan, Language language)
{
    Script w(language, {"plan.foot", {plan.derived.school, plan.drill}});
    w.title({"board.title", {plan.derived.school}});
    w.field("plan.commander", plan.said.commander);
    w.field("plan.signal", plan.said.signal);
    w.heading("plan.teams");
    TablePart teams =
        w.table({0.2, 0.16, 0.26, 0.38}, {"plan.team", "plan.team.leader", "plan.team.members", "plan.team.duties"});
    for (const Team& team : plan.said.teams)
        teams.rows.push_back({team.name, team.leader, joined(team.members, language), team.duties});
    w.put(std::move(teams));
    w.heading("plan.wardens");
    TablePart posts = w.table({0.6, 0.4}, {"plan.post", "plan.post.who"});
    for (const SaidPair& post : plan.said.wardens) posts.rows.push_back({post.what, post.text});
    w.put(std::move(posts));
    std::vector<Picture> pages;
    for (Picture& page : pagesOf(std::move(w).finished(), language))
        pages.push_back(enlarged(std::move(page), std::sqrt(2.0)));
    return pages;
}

std::vector<Picture> teamCardPages(const DrillPlan& plan, Language language)
{
    std::vector<Card> cards;
    for (const Team& team : plan.said.teams) {
        const auto line = [&](std::string_view key, const std::string& what) {
            return say({"board.line", {say(key, language), what.empty() ? "＿＿＿＿＿＿＿＿" : what}}, language);
        };
        cards.push_back({team.name,
                         aboutDay(plan, language),
                         {line("plan.team.leader", team.leader),
                          line("plan.team.members", joined(team.members, language)), team.duties}});
    }
    return cardsOf({2, 3}, cards);
}

std::vector<Picture> pupilCardPages(const DrillPlan& plan, const std::vector<std::string>& dormitoryRooms,
                                    Language language)
{
    std::vector<Card> cards;
    const auto lines = [&](std::initializer_list<std::string_view> keys) {
        std::vector<std::string> all;
        for (const std::string_view key : keys) all.push_back(say(key, language));
        return all;
    };
    for (const PlannedClass& one : plan.derived.participants)
        cards.push_back({say({"board.monitor", {one.name}}, language), aboutDay(plan, language),
                         lines({"board.monitor.1", "board.monitor.2", "board.monitor.3", "board.monitor.4"})});
    for (const std::string& room : dormitoryRooms)
        cards.push_back({say({"board.keeper", {room}}, language), aboutDay(plan, language),
                         lines({"board.keeper.1", "board.keeper.2", "board.keeper.3"})});
    return cardsOf({2, 4}, cards);
}

}
