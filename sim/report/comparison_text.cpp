#include "sim/report/comparison_report.hpp"
#include "sim/report/text.hpp"
#include "sim/stagger/paired.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kMostRows = 12; // of each kind on a terminal (assumed): the greatest differences

bool inSeconds(const ComparedFigure& figure)
{
    return figure.what != Compared::Risk && figure.what != Compared::Place;
}

std::string value(const ComparedFigure& figure, double number, Language language)
{
    return inSeconds(figure) ? minutes(number, language) : fixed(number, 0);
}

std::string bandText(const ComparedFigure& figure, const std::optional<Band>& band, Language language)
{
    if (!band) return "–";
    return fmt::format("{} ({}–{})", value(figure, band->median, language), value(figure, band->low, language),
                       value(figure, band->high, language));
}

std::string differenceText(const ComparedFigure& figure)
{
    if (!figure.difference) return "–";
    const Band& d = *figure.difference;
    return fmt::format("{:+.0f} ({:+.0f}…{:+.0f})", d.median, d.low, d.high);
}

std::string pText(const ComparedFigure& figure)
{
    if (!figure.p) return "–";
    return *figure.p < 0.001 ? "< 0.001" : fixed(*figure.p, 3);
}

// Shown ones first, the greatest first.
std::vector<std::size_t> rowsOf(const NamedComparison& comparison, Compared what)
{
    const auto& figures = comparison.comparison.figures;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i].what == what) rows.push_back(i);
    const auto weight = [&](std::size_t i) {
        const double size = figures[i].difference ? std::abs(figures[i].difference->median) : 0.0;
        return std::pair(isShown(figures[i]), size);
    };
    std::ranges::stable_sort(rows, [&](std::size_t x, std::size_t y) { return weight(x) > weight(y); });
    return rows;
}

void addRow(Rows& table, const NamedComparison& comparison, std::size_t i, Language language)
{
    const ComparedFigure& figure = comparison.comparison.figures[i];
    const std::string verdict = verdictOf(figure, language);
    table.push_back({comparison.names[i], bandText(figure, figure.a, language), bandText(figure, figure.b, language),
                     differenceText(figure), pText(figure), verdict.empty() ? "–" : verdict});
}

Rows head(std::string_view first, Language language)
{
    return {{say(first, language), say("plans.column.a", language), say("plans.column.b", language),
             say("plans.column.b_minus_a", language), say("plans.column.p", language),
             say("plans.column.verdict", language)}};
}

std::string kindText(const NamedComparison& comparison, Compared what, std::string_view column, Language language)
{
    const std::vector<std::size_t> rows = rowsOf(comparison, what);
    if (rows.empty()) return {};
    Rows table = head(column, language);
    for (std::size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) addRow(table, comparison, rows[i], language);
    const auto shown =
        std::ranges::count_if(rows, [&](std::size_t i) { return isShown(comparison.comparison.figures[i]); });
    std::string text = "\n" + alignedTable(table);
    if (rows.size() > kMostRows)
        text += "  " +
                say({"plans.more_rows",
                     {std::to_string(rows.size() - kMostRows), std::to_string(shown), std::to_string(rows.size())}},
                    language) +
                "\n";
    return text;
}

// Of the longest table.
std::string tooFewText(const NamedComparison& comparison, Language language)
{
    std::size_t most = 0;
    for (const Compared what : {Compared::Class, Compared::Stair, Compared::Exit, Compared::Place})
        most = std::max(most, rowsOf(comparison, what).size());
    const std::size_t needed = pairsFor(most);
    if (comparison.comparison.pairs >= needed) return {};
    return say({"plans.too_few",
                {std::to_string(comparison.comparison.pairs), std::to_string(most), std::to_string(needed)}},
               language) +
           "\n";
}

std::string sideText(std::string_view key, const ComparedPlan& plan, Language language)
{
    std::string text = say({key, {plan.one.scenario, plan.one.school, plan.file}}, language) + "\n";
    const std::string runs = std::to_string(plan.ensemble.runs.size());
    if (plan.ensemble.notEmpty > 0)
        text += "  " + say({"ensemble.not_empty", {std::to_string(plan.ensemble.notEmpty), runs}}, language) + "\n";
    return text;
}

}

std::string comparisonText(const NamedComparison& comparison, Language language)
{
    std::string text =
        say({"plans.heading", {std::to_string(comparison.comparison.pairs), std::to_string(kEngineNumber)}}, language) +
        "\n";
    text += sideText("plans.side.a", comparison.a, language);
    text += sideText("plans.side.b", comparison.b, language);
    Rows whole = head("plans.column.whole", language);
    for (const Compared what : {Compared::Clearance, Compared::Risk})
        for (const std::size_t i : rowsOf(comparison, what)) addRow(whole, comparison, i, language);
    text += "\n" + alignedTable(whole);
    text += kindText(comparison, Compared::Class, "plans.column.class", language);
    text += kindText(comparison, Compared::Stair, "plans.column.stair", language);
    text += kindText(comparison, Compared::Exit, "plans.column.exit", language);
    text += kindText(comparison, Compared::Place, "plans.column.place", language);
    text += "\n" + say("plans.how", language) + "\n";
    text += tooFewText(comparison, language);
    return text;
}

}
