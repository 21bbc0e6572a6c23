#include "sim/picture/text.hpp"
#include "sim/report/atlas_report.hpp"
#include "sim/report/heat.hpp"
#include "sim/report/page.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/run/ensemble_points.hpp"

#include <algorithm>
#include <initializer_list>

namespace stairwise {
namespace {

// Points of paper, from the upper left corner.
constexpr double kEdge = 24.0;
constexpr double kTop = 62.0;  // title
constexpr double kHead = 34.0; // names of situations
constexpr double kNames = 150.0;
constexpr double kRow = 36.0;
constexpr double kFoot = 46.0; // legend
constexpr double kLeastWide = 96.0;
constexpr double kMostWide = 150.0;
constexpr double kTable = 560.0; // wide, where that leaves a column its room
constexpr double kSmall = 7.0;
constexpr Colour kPaper{255, 255, 255};
constexpr Colour kNoPoint{240, 241, 243};

/// The table's measures, and the pen.
class Board {
public:
    Board(std::size_t rows, std::size_t columns)
        : wide_(std::clamp(kTable / static_cast<double>(std::max<std::size_t>(columns, 1)), kLeastWide, kMostWide))
    {
        const double width =
            std::max(2.0 * kEdge + kNames + wide_ * static_cast<double>(columns), 2.0 * kEdge + kLeast);
        const double height = kTop + kHead + kRow * static_cast<double>(rows) + kFoot;
        picture_.high = {width, height};
        picture_.pointsPerMetre = 1.0;
        box(0.0, 0.0, width, height, kPaper);
    }
    [[nodiscard]] double wide() const { return wide_; }
    [[nodiscard]] double width() const { return picture_.high.x; }
    [[nodiscard]] double height() const { return picture_.high.y; }

    void text(double x, double y, double size, Anchor anchor, Colour colour, const std::string& what, double widest)
    {
        picture_.shapes.emplace_back(TextShape{at(x, y), size, anchor, colour, what, widest});
    }
    void box(double x, double y, double wide, double high, Colour colour)
    {
        picture_.shapes.emplace_back(
            FillShape{{{at(x, y), at(x + wide, y), at(x + wide, y + high), at(x, y + high)}}, colour});
    }
    [[nodiscard]] Picture picture() && { return std::move(picture_); }

private:
    static constexpr double kLeast = 480.0; // for title and legend
    [[nodiscard]] Vec2 at(double x, double y) const { return {x, picture_.high.y - y}; }
    double wide_;
    Picture picture_;
};

Colour colourOf(int rank)
{
    if (rank == 0) return kNoPoint;
    return densityScale().colours[static_cast<std::size_t>(rank - 1)];
}

Colour inkOn(int rank)
{
    return rank >= kTopRanks ? kPaper : kPageInk;
}

// All may have the same rank where a school is crowded anyway: how many times as much as usual.
std::string riskLine(const AtlasCell& cell, const AtlasCell& usual, Language language)
{
    const std::string text =
        say({"atlas.cell.rank", {rankName(cell.worst.rank, language), fixed(cell.worst.index, 0)}}, language);
    if (cell.worst.out == usual.worst.out || usual.worst.index < 1.0) return text;
    return text + " ×" + fixed(cell.worst.index / usual.worst.index, 1);
}

void addCell(Board& board, double x, double y, const AtlasCell& cell, const AtlasCell& usual, Language language)
{
    const int rank = cell.worst.rank;
    const double inner = board.wide() - 8.0;
    board.box(x + 1.0, y + 1.0, board.wide() - 2.0, kRow - 2.0, colourOf(rank));
    const auto line = [&](double down, double size, const std::string& text) {
        board.text(x + 0.5 * board.wide(), y + down, size, Anchor::Centre, inkOn(rank), text, inner);
    };
    line(13.0, 10.0, clearanceAgainst(cell, usual, language));
    if (rank > 0) line(22.5, kSmall, riskLine(cell, usual, language));
    if (!cell.withoutSecond.empty())
        line(31.0, kSmall, say({"atlas.cell.second", {std::to_string(cell.withoutSecond.size())}}, language));
}

void addHead(Board& board, const NamedAtlas& atlas, Language language)
{
    const double inner = board.width() - 2.0 * kEdge;
    board.text(kEdge, 30.0, 14.0, Anchor::Left, kPageInk,
               say({"atlas.picture.title", {atlas.plan.school.name}}, language), inner);
    board.text(
        kEdge, 46.0, 8.5, Anchor::Left, kPageSoft,
        say({"atlas.picture.lower", {std::to_string(atlas.plan.seeds), std::to_string(kEngineNumber)}}, language),
        inner);
    for (std::size_t s = 0; s < atlas.situations.size(); ++s) {
        double y = kTop + 12.0;
        auto lines = wrapped(atlas.situations[s], 8.0, board.wide() - 8.0);
        lines.resize(std::min<std::size_t>(lines.size(), 2));
        for (const std::string& line : lines) {
            board.text(kEdge + kNames + board.wide() * (static_cast<double>(s) + 0.5), y, 8.0, Anchor::Centre, kPageInk,
                       line, board.wide() - 6.0);
            y += 10.5;
        }
    }
}

void addLegend(Board& board, Language language)
{
    double x = kEdge;
    const double y = board.height() - kFoot + 14.0;
    for (int rank = 0; rank <= 5; ++rank) {
        const std::string name = rank == 0 ? say("atlas.no_point", language) : rankName(rank, language);
        board.box(x, y, 16.0, 9.0, colourOf(rank));
        board.text(x + 20.0, y + 7.5, kSmall, Anchor::Left, kPageInk, name, 0.0);
        x += 20.0 + roughWidth(name, kSmall) + 12.0;
    }
    board.text(kEdge, y + 22.0, kSmall, Anchor::Left, kPageSoft, say("atlas.picture.legend", language),
               board.width() - 2.0 * kEdge);
}

}

Picture atlasPicture(const NamedAtlas& atlas, Language language)
{
    const std::size_t rows = std::min(atlas.elements.size(), kMostAtlasRows);
    Board board(rows, atlas.situations.size());
    addHead(board, atlas, language);
    for (std::size_t e = 0; e < rows; ++e) {
        const double y = kTop + kHead + kRow * static_cast<double>(e);
        board.text(kEdge, y + 0.5 * kRow + 3.0, 8.5, Anchor::Left, kPageInk, atlas.elements[e], kNames - 8.0);
        for (std::size_t s = 0; s < atlas.situations.size(); ++s)
            addCell(board, kEdge + kNames + board.wide() * static_cast<double>(s), y, atlas.result.cells[e][s],
                    atlas.result.cells.front()[s], language);
    }
    addLegend(board, language);
    return std::move(board).picture();
}

}
