#include "sim/report/paper.hpp"

#include "sim/picture/text.hpp"

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
constexpr double kLeading = 1.45; // of the size
constexpr double kPad = 3.5;      // inside a cell
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
    lines(what.empty() ? "—" : what, kBody, kMargin + kField, kWidth - kField);
    y_ -= 1.0;
}

void Paper::row(const std::vector<double>& shares, const std::vector<std::string>& cells, RowKind kind)
{
    std::vector<std::vector<std::string>> all;
    std::size_t most = 1;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const std::string& cell = i < cells.size() ? cells[i] : std::string();
        all.push_back(wrapped(cell, kCell, shares[i] * kWidth - 2.0 * kPad));
        most = std::max(most, all.back().size());
    }
    const double height = static_cast<double>(most) * 1.3 * kCell + 2.0 * kPad;
    const double top = y_;
    if (kind == RowKind::Head)
        pages_.back().shapes.emplace_back(FillShape{{box(kMargin, top - height, kMargin + kWidth, top)}, kShade});
    double left = kMargin;
    for (std::size_t i = 0; i < all.size(); ++i) {
        y_ = top - kPad + 0.25 * kCell;
        for (const std::string& one : all[i]) {
            y_ -= 1.3 * kCell;
            text(left + kPad, kCell, one, shares[i] * kWidth - 2.0 * kPad);
        }
        left += shares[i] * kWidth;
    }
    y_ = top - height;
    for (const double y : {top, y_}) line({kMargin, y}, {kMargin + kWidth, y});
}

void Paper::table(const Table& what)
{
    const auto heightOf = [&](const std::vector<std::string>& cells) {
        std::size_t most = 1;
        for (std::size_t i = 0; i < std::min(cells.size(), what.shares.size()); ++i)
            most = std::max(most, wrapped(cells[i], kCell, what.shares[i] * kWidth - 2.0 * kPad).size());
        return static_cast<double>(most) * 1.3 * kCell + 2.0 * kPad;
    };
    y_ -= 3.0;
    keep(heightOf(what.head) + (what.rows.empty() ? 0.0 : heightOf(what.rows.front())));
    row(what.shares, what.head, RowKind::Head);
    for (const auto& cells : what.rows) {
        if (y_ - heightOf(cells) < kFoot) {
            turn();
            row(what.shares, what.head, RowKind::Head);
        }
        row(what.shares, cells, RowKind::Body);
    }
    y_ -= 6.0;
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
