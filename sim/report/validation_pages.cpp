#include "sim/report/validation_pages.hpp"

#include "sim/picture/text.hpp"
#include "sim/report/plot.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// A4 in points.
constexpr double kWide = 595.0;
constexpr double kHigh = 842.0;
constexpr double kMargin = 42.0;
constexpr double kText = 8.0; // point size
constexpr double kLine = 11.0;
constexpr double kPad = 4.0; // inside a cell
constexpr double kPlotGap = 8.0;

constexpr Colour kInk{20, 20, 20, 255};
constexpr Colour kFaint{110, 110, 110, 255};
constexpr Colour kRule{190, 190, 190, 255};

struct Look {
    Colour fill, text;
};
// A failed trial is dark with white letters, whatever the printer does with colours.
Look lookOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return {{214, 236, 214, 255}, kInk};
    case Verdict::Fail:
        return {{160, 30, 30, 255}, {255, 255, 255, 255}};
    case Verdict::Imposed:
        return {{250, 225, 160, 255}, kInk};
    case Verdict::Shown:
        return {{255, 255, 255, 255}, kInk};
    case Verdict::LeftOut:
        return {{228, 228, 228, 255}, kInk};
    }
    return {};
}

struct Column {
    double left, width;
};
constexpr Column kVerdict{kMargin, 54.0};
constexpr Column kTrial{kMargin + 54.0, 135.0};
constexpr Column kAsked{kMargin + 189.0, 161.0};
constexpr Column kGot{kMargin + 350.0, 161.0};

// Writes from the top of a page down and turns it when it is full.
struct Paper {
    Language language = Language::English;
    std::vector<Picture> pages;
    double y = 0.0; // points above the foot of the page

    void turn()
    {
        pages.push_back({{0.0, 0.0}, {kWide, kHigh}, 1.0, {}});
        y = kHigh - kMargin;
    }
    /// Room for so many points; true if a page was turned for it.
    bool need(double points)
    {
        if (!pages.empty() && y - points >= kMargin + 14.0) return false;
        turn();
        return true;
    }
    std::vector<Shape>& shapes() { return pages.back().shapes; }
    void text(Vec2 at, double size, Colour colour, const std::string& line, double widest)
    {
        shapes().push_back(TextShape{at, size, Anchor::Left, colour, line, widest});
    }
    void paragraph(const std::string& words, double size, double left, double width, Colour colour)
    {
        for (const std::string& line : wrapped(words, size, width)) {
            need(1.4 * size);
            y -= 1.4 * size;
            text({left, y}, size, colour, line, width);
        }
    }
};

std::vector<Vec2> box(double left, double low, double right, double high)
{
    return {{left, low}, {right, low}, {right, high}, {left, high}};
}

void addCell(Paper& paper, const Column& column, double top, const std::vector<std::string>& lines, Colour colour)
{
    double y = top - kPad - 7.0;
    for (const std::string& line : lines) {
        paper.text({column.left + kPad, y}, kText, colour, line, column.width - 2.0 * kPad);
        y -= kLine;
    }
}

void addHeadRow(Paper& paper)
{
    paper.shapes().push_back(FillShape{{box(kMargin, paper.y - 17.0, kWide - kMargin, paper.y)}, {238, 238, 238, 255}});
    const std::pair<Column, std::string_view> heads[] = {
        {kVerdict, "validate.verdict"}, {kTrial, "validate.trial"}, {kAsked, "validate.asked"}, {kGot, "validate.got"}};
    for (const auto& [column, key] : heads) addCell(paper, column, paper.y - 1.0, {say(key, paper.language)}, kInk);
    paper.y -= 17.0;
}

void addRow(Paper& paper, const Tried& trial)
{
    const auto lines = [&](const std::string& text, const Column& column) {
        return wrapped(text, kText, column.width - 2.0 * kPad);
    };
    auto name = lines(say(trial.name, paper.language), kTrial);
    name.insert(name.begin(), trial.id);
    const auto asked = lines(say(trial.asked, paper.language), kAsked);
    const auto got = lines(say(trial.outcome.got, paper.language), kGot);
    const auto most = static_cast<double>(std::max({name.size(), asked.size(), got.size()}));
    const double height = most * kLine + 2.0 * kPad;
    if (paper.need(height)) addHeadRow(paper);
    const Look look = lookOf(trial.outcome.verdict);
    const double right = kVerdict.left + kVerdict.width;
    paper.shapes().push_back(FillShape{{box(kMargin, paper.y - height, right, paper.y)}, look.fill});
    addCell(paper, kVerdict, paper.y, {say(verdictKey(trial.outcome.verdict), paper.language)}, look.text);
    addCell(paper, kTrial, paper.y, name, kInk);
    addCell(paper, kAsked, paper.y, asked, kInk);
    addCell(paper, kGot, paper.y, got, kInk);
    for (const double y : {paper.y, paper.y - height})
        paper.shapes().push_back(LineShape{{{kMargin, y}, {kWide - kMargin, y}}, false, 0.5, kRule});
    paper.y -= height;
}

void addFirst(Paper& paper, std::span<const Tried> trials, const ValidationHead& head)
{
    const double width = kWide - 2.0 * kMargin;
    paper.turn();
    paper.paragraph(say("validate.title", paper.language), 18.0, kMargin, width, kInk);
    paper.y -= 6.0;
    for (const Message& line : introOf(trials, head))
        paper.paragraph(say(line, paper.language), 9.0, kMargin, width, kInk);
    paper.y -= 10.0;
    addHeadRow(paper);
}

void place(Paper& paper, const Picture& part, Vec2 corner)
{
    struct Mover {
        Vec2 by;
        void operator()(FillShape& shape) const
        {
            for (auto& ring : shape.rings)
                for (Vec2& point : ring) point = point + by;
        }
        void operator()(LineShape& shape) const
        {
            for (Vec2& point : shape.points) point = point + by;
        }
        void operator()(DiscShape& shape) const { shape.centre = shape.centre + by; }
        void operator()(TextShape& shape) const { shape.at = shape.at + by; }
    };
    for (Shape shape : part.shapes) {
        std::visit(Mover{corner}, shape);
        paper.shapes().push_back(std::move(shape));
    }
}

// Two plots side by side.
void addPlots(Paper& paper, const std::vector<Plot>& plots)
{
    for (std::size_t i = 0; i < plots.size(); i += 2) {
        std::vector<Picture> row;
        double height = 0.0;
        for (std::size_t k = i; k < plots.size() && k < i + 2; ++k) {
            row.push_back(plotPicture(plots[k], paper.language));
            height = std::max(height, row.back().high.y);
        }
        paper.need(height + kPlotGap);
        for (std::size_t k = 0; k < row.size(); ++k)
            place(paper, row[k], {kMargin + static_cast<double>(k) * (kPlotWidth + 11.0), paper.y - row[k].high.y});
        paper.y -= height + kPlotGap;
    }
}

// Short lines stand in two columns.
std::size_t columnsFor(const std::vector<Message>& details, Language language)
{
    const double half = 0.5 * (kWide - 2.0 * kMargin) - kPlotGap;
    const auto fits = [&](const Message& detail) { return roughWidth(say(detail, language), kText) <= half; };
    return std::ranges::all_of(details, fits) ? 2 : 1;
}

std::size_t rowsOf(const std::vector<Message>& details, Language language)
{
    const std::size_t columns = columnsFor(details, language);
    return (details.size() + columns - 1) / columns;
}

void addDetails(Paper& paper, const std::vector<Message>& details)
{
    const std::size_t rows = rowsOf(details, paper.language);
    const double width = (kWide - 2.0 * kMargin) / static_cast<double>(columnsFor(details, paper.language));
    for (std::size_t r = 0; r < rows; ++r) {
        paper.need(kLine);
        paper.y -= kLine;
        for (std::size_t i = r; i < details.size(); i += rows) {
            const double left = kMargin + (i < rows ? 0.0 : width);
            paper.text({left, paper.y}, kText, kInk, say(details[i], paper.language), width - kPlotGap);
        }
    }
    paper.y -= 6.0;
}

double heightOf(const Tried& trial, Language language)
{
    constexpr double kHeading = 75.0;
    double height = kHeading + kLine * static_cast<double>(rowsOf(trial.outcome.details, language));
    const auto& plots = trial.outcome.plots;
    for (std::size_t i = 0; i < plots.size(); i += 2) {
        const double left = plotPicture(plots[i], language).high.y;
        const double right = i + 1 < plots.size() ? plotPicture(plots[i + 1], language).high.y : 0.0;
        height += std::max(left, right) + kPlotGap;
    }
    return height;
}

void addTrial(Paper& paper, const Tried& trial)
{
    if (trial.outcome.details.empty() && trial.outcome.plots.empty()) return;
    const double width = kWide - 2.0 * kMargin;
    paper.need(std::min(heightOf(trial, paper.language), kHigh - 2.0 * kMargin - 20.0)); // whole, where a page holds it
    paper.y -= 10.0;
    paper.shapes().push_back(LineShape{{{kMargin, paper.y}, {kWide - kMargin, paper.y}}, false, 0.8, kRule});
    paper.paragraph(trial.id + "  " + say(trial.name, paper.language), 11.0, kMargin, width, kInk);
    const std::string verdict = say(verdictKey(trial.outcome.verdict), paper.language);
    paper.paragraph(verdict + (paper.language == Language::Chinese ? "：" : ": ") +
                        say(trial.outcome.got, paper.language),
                    kText, kMargin, width, kInk);
    paper.paragraph(say({"validate.source", {trial.source}}, paper.language), 7.0, kMargin, width, kFaint);
    paper.y -= 4.0;
    addPlots(paper, trial.outcome.plots);
    addDetails(paper, trial.outcome.details);
}

void addFeet(Paper& paper)
{
    for (std::size_t i = 0; i < paper.pages.size(); ++i) {
        const Message foot{"validate.page", {std::to_string(i + 1), std::to_string(paper.pages.size())}};
        paper.pages[i].shapes.push_back(
            TextShape{{0.5 * kWide, 26.0}, 7.0, Anchor::Centre, kFaint, say(foot, paper.language), 0.0});
    }
}

}

std::vector<Picture> validationPages(std::span<const Tried> trials, const ValidationHead& head, Language language)
{
    Paper paper{language, {}, 0.0};
    addFirst(paper, trials, head);
    for (const Tried& trial : trials) addRow(paper, trial);
    for (const Tried& trial : trials) addTrial(paper, trial);
    addFeet(paper);
    return std::move(paper.pages);
}

}
