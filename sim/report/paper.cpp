#include "sim/report/paper.hpp"

#include "sim/picture/text.hpp"
#include "sim/report/phrases.hpp"

#include <algorithm>
#include <utility>

namespace stairwise {
namespace {

// A4 in points.
constexpr Vec2 kSheet{595.0, 842.0};
constexpr double kMargin = 51.0; // 18 mm: room for the holes of a binder
constexpr double kWidth = kSheet.x - 2.0 * kMargin;
constexpr double kFoot = kMargin + 6.0; // the lowest line of text
constexpr double kTitle = 18.0;         // sizes
constexpr double kHeading = 12.0;
constexpr double kBody = 9.5;
constexpr double kCell = 8.5;
constexpr double kSmall = 7.5;
constexpr double kLeading = 1.45;             // of the size
constexpr double kPad = 3.5;                  // inside a cell
constexpr double kOverTable = 2.6 * kHeading; // a heading with its distances
constexpr double kIndent = 12.0;
constexpr double kField = 96.0; // width of a field's name
constexpr double kStamp = 90.0; // side of its square
constexpr Colour kInk{20, 20, 20};
constexpr Colour kFaint{105, 105, 105};
constexpr Colour kRule{150, 150, 150};
constexpr Colour kShade{235, 235, 235};

std::vector<Vec2> box(double left, double low, double right, double high)
{
    return {{left, low}, {right, low}, {right, high}, {left, high}};
}

double heightOf(const TablePart& table, const std::vector<std::string>& cells, double least)
{
    std::size_t most = 1;
    for (std::size_t i = 0; i < std::min(cells.size(), table.shares.size()); ++i)
        most = std::max(most, wrapped(cells[i], kCell, table.shares[i] * kWidth - 2.0 * kPad).size());
    return std::max(static_cast<double>(most) * 1.3 * kCell + 2.0 * kPad, least);
}

// The head row and the first one below it.
double beginningOf(const TablePart& table)
{
    return heightOf(table, table.head, 0.0) + (table.rows.empty() ? 0.0 : heightOf(table, table.rows[0], table.least));
}

}

void Paper::turn()
{
    pages_.push_back({{0.0, 0.0}, kSheet, 1.0, {}});
    y_ = kSheet.y - kMargin;
}

void Paper::keep(double points)
{
    if (pages_.empty() || y_ - points < kFoot) turn();
}

void Paper::space(double points)
{
    y_ -= points;
}

void Paper::text(double left, double size, const std::string& what, double widest)
{
    pages_.back().shapes.emplace_back(TextShape{{left, y_}, size, Anchor::Left, kInk, what, widest});
}

void Paper::line(Vec2 from, Vec2 to)
{
    pages_.back().shapes.emplace_back(LineShape{{from, to}, false, 0.5, kRule});
}

void Paper::lines(const std::string& what, double size, double left, double width)
{
    for (const std::string& one : wrapped(what, size, width)) {
        keep(kLeading * size);
        y_ -= kLeading * size;
        text(left, size, one, width);
    }
}

void Paper::title(const std::string& what)
{
    keep(4.0 * kTitle);
    lines(what, kTitle, kMargin, kWidth);
    y_ -= 8.0;
    line({kMargin, y_}, {kMargin + kWidth, y_});
    y_ -= 4.0;
}

void Paper::heading(const std::string& what)
{
    keep(5.0 * kHeading); // never alone at the foot
    y_ -= 8.0;
    lines(what, kHeading, kMargin, kWidth);
    y_ -= 3.0;
}

void Paper::paragraph(const std::string& what)
{
    lines(what, kBody, kMargin, kWidth);
    y_ -= 2.0;
}

void Paper::item(const std::string& what)
{
    keep(kLeading * kBody);
    pages_.back().shapes.emplace_back(DiscShape{{kMargin + 4.0, y_ - 10.0}, 1.6, kInk});
    lines(what, kBody, kMargin + kIndent, kWidth - kIndent);
    y_ -= 1.0;
}

void Paper::field(const std::string& name, const std::string& what)
{
    keep(kLeading * kBody);
    const double top = y_;
    pages_.back().shapes.emplace_back(
        TextShape{{kMargin, top - kLeading * kBody}, kBody, Anchor::Left, kFaint, name, kField - 6.0});
    lines(orDash(what), kBody, kMargin + kField, kWidth - kField);
    y_ -= 1.0;
}

void Paper::row(const Table& table, const std::vector<std::string>& cells, RowKind kind)
{
    const std::vector<double>& shares = table.shares;
    const double height = heightOf(table, cells, kind == RowKind::Head ? 0.0 : table.least);
    const double top = y_;
    if (kind == RowKind::Head)
        pages_.back().shapes.emplace_back(FillShape{{box(kMargin, top - height, kMargin + kWidth, top)}, kShade});
    double left = kMargin;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double width = shares[i] * kWidth - 2.0 * kPad;
        y_ = top - kPad + 0.25 * kCell;
        for (const std::string& one : wrapped(i < cells.size() ? cells[i] : std::string(), kCell, width)) {
            y_ -= 1.3 * kCell;
            text(left + kPad, kCell, one, width);
        }
        left += shares[i] * kWidth;
        if (table.least > 0.0 && i + 1 < shares.size()) line({left, top}, {left, top - height}); // boxes to write in
    }
    y_ = top - height;
    for (const double y : {top, y_}) line({kMargin, y}, {kMargin + kWidth, y});
}

void Paper::table(const Table& what)
{
    y_ -= 3.0;
    keep(beginningOf(what));
    row(what, what.head, RowKind::Head);
    for (const auto& cells : what.rows) {
        if (y_ - heightOf(what, cells, what.least) < kFoot) {
            turn();
            row(what, what.head, RowKind::Head);
        }
        row(what, cells, RowKind::Body);
    }
    y_ -= 6.0;
}

void Paper::add(const Writing& writing)
{
    struct Put {
        Paper& paper;
        void operator()(const TitlePart& part) const { paper.title(part.text); }
        void operator()(const HeadingPart& part) const { paper.heading(part.text); }
        void operator()(const ParagraphPart& part) const { paper.paragraph(part.text); }
        void operator()(const ItemPart& part) const { paper.item(part.text); }
        void operator()(const FieldPart& part) const { paper.field(part.name, part.text); }
        void operator()(const TablePart& part) const { paper.table(part); }
        void operator()(const SignaturesPart& part) const { paper.signatures(part.who, part.stamp); }
        void operator()(const NewPagePart&) const { paper.turnPage(); }
    };
    for (std::size_t i = 0; i < writing.parts.size(); ++i) {
        if (std::holds_alternative<HeadingPart>(writing.parts[i]) && i + 1 < writing.parts.size())
            if (const auto* table = std::get_if<TablePart>(&writing.parts[i + 1]))
                keep(kOverTable + beginningOf(*table)); // a heading stands with its table
        std::visit(Put{*this}, writing.parts[i]);
    }
}

std::vector<Picture> pagesOf(const Writing& writing, Language language)
{
    Paper paper(language, writing.foot);
    paper.add(writing);
    return std::move(paper).pages();
}

std::string pdfOf(const Writing& writing, Language language)
{
    return toPdf(pagesOf(writing, language), writing.foot);
}

void Paper::signatures(const std::vector<std::string>& who, const std::string& stamp)
{
    keep(kStamp + 24.0);
    y_ -= 12.0;
    const double top = y_;
    const double right = kMargin + kWidth;
    pages_.back().shapes.emplace_back(LineShape{box(right - kStamp, top - kStamp, right, top), true, 0.5, kRule});
    pages_.back().shapes.emplace_back(
        TextShape{{right - 0.5 * kStamp, top - 0.55 * kStamp}, kBody, Anchor::Centre, kRule, stamp, kStamp - 8.0});
    const double step = kStamp / static_cast<double>(std::max<std::size_t>(who.size(), 3));
    for (const std::string& one : who) {
        y_ -= step;
        text(kMargin, kBody, one, kField + 20.0);
        line({kMargin + kField + 24.0, y_ - 2.0}, {right - kStamp - 20.0, y_ - 2.0});
    }
    y_ = top - kStamp - 6.0;
}

std::vector<Picture> Paper::pages() &&
{
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const Vec2 at{kMargin, 0.6 * kMargin};
        const std::string number =
            say({"paper.page", {std::to_string(i + 1), std::to_string(pages_.size())}}, language_);
        pages_[i].shapes.emplace_back(TextShape{at, kSmall, Anchor::Left, kFaint, foot_, kWidth - 90.0});
        pages_[i].shapes.emplace_back(TextShape{{kMargin + kWidth, at.y}, kSmall, Anchor::Right, kFaint, number, 80.0});
    }
    return std::move(pages_);
}

}
