#include "sim/report/atlas_report.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/report/text.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace stairwise {
namespace {

constexpr std::size_t kWorst = 10;    // told one by one
constexpr std::size_t kMostRows = 60; // what still can be overlooked on a terminal (assumed)

struct Where {
    std::size_t element = 0;
    std::size_t situation = 0;
};

const AtlasCell& at(const NamedAtlas& atlas, const Where& where)
{
    return atlas.result.cells[where.element][where.situation];
}

// Whoever cannot get out comes before every crowd.
auto worse(const AtlasCell& cell)
{
    return std::tuple(cell.left, cell.worst.rank, cell.worst.index, cell.clearance.value_or(0.0));
}

std::vector<Where> worstFirst(const NamedAtlas& atlas)
{
    std::vector<Where> all;
    for (std::size_t e = 0; e < atlas.elements.size(); ++e)
        for (std::size_t s = 0; s < atlas.situations.size(); ++s)
            if (atlas.result.cells[e][s].runs > 0 && atlas.plan.elements[e].kind != OutOfUse::Nothing)
                all.push_back({e, s});
    std::ranges::stable_sort(all,
                             [&](const Where& a, const Where& b) { return worse(at(atlas, a)) > worse(at(atlas, b)); });
    return all;
}

std::string cellText(const AtlasCell& cell, const AtlasCell& usual, Language language)
{
    if (cell.runs == 0) return "–";
    const std::string rank =
        cell.worst.rank > 0 ? rankName(cell.worst.rank, language) : say("atlas.no_point", language);
    return clearanceAgainst(cell, usual, language) + ", " + rank;
}

std::string table(const NamedAtlas& atlas, Language language)
{
    std::vector<std::vector<std::string>> rows{{say("atlas.column.out", language)}};
    for (const std::string& situation : atlas.situations) rows.front().push_back(situation);
    rows.front().push_back(say("atlas.column.second_short", language));
    for (std::size_t e = 0; e < std::min(atlas.elements.size(), kMostRows); ++e) {
        std::vector<std::string> row{atlas.elements[e]};
        std::size_t without = 0;
        for (std::size_t i = 0; i < atlas.situations.size(); ++i) {
            const AtlasCell& cell = atlas.result.cells[e][i];
            row.push_back(cellText(cell, atlas.result.cells.front()[i], language));
            without = std::max(without, cell.withoutSecond.size());
        }
        row.push_back(std::to_string(without));
        rows.push_back(std::move(row));
    }
    return alignedTable(rows);
}

std::string worstLine(const NamedAtlas& atlas, const Where& where, Language language)
{
    const AtlasCell& cell = at(atlas, where);
    const AtlasCell& usual = atlas.result.cells.front()[where.situation]; // nothing out of use
    std::string text = "  " + say({"atlas.worst.of",
                                   {atlas.elements[where.element], atlas.situations[where.situation],
                                    clearanceOf(cell, language), clearanceOf(usual, language)}},
                                  language);
    const NamedAtlas::Place& place = atlas.places[where.element][where.situation];
    if (!place.name.empty())
        text += say({"atlas.worst.at",
                     {rankName(cell.worst.rank, language), fixed(cell.worst.index, 0), place.name, place.storey}},
                    language);
    return text + "\n";
}

std::string worstLines(const NamedAtlas& atlas, Language language)
{
    const std::vector<Where> all = worstFirst(atlas);
    if (all.empty()) return {};
    std::string text = "\n" + say("atlas.worst", language) + "\n";
    for (std::size_t i = 0; i < std::min(all.size(), kWorst); ++i) text += worstLine(atlas, all[i], language);
    return text;
}

}

std::string clearanceOf(const AtlasCell& cell, Language language)
{
    if (cell.runs == 0) return "–";
    if (cell.left > 0) return say({"atlas.left", {std::to_string(cell.left)}}, language);
    return minutes(cell.clearance, language);
}

std::string clearanceAgainst(const AtlasCell& cell, const AtlasCell& usual, Language language)
{
    const std::string alone = clearanceOf(cell, language);
    if (cell.worst.out == usual.worst.out || !cell.clearance || !usual.clearance) return alone;
    const double more = std::round(*cell.clearance) - std::round(*usual.clearance); // as both are printed
    return say({"atlas.against", {alone, (more < 0.0 ? "−" : "+") + minutes(std::abs(more), language)}}, language);
}

std::string atlasText(const NamedAtlas& atlas, Language language)
{
    const auto line_ = [&](const Message& message) { return say(message, language) + "\n"; };
    const AtlasResult& result = atlas.result;
    std::string text = line_(
        {"atlas.heading",
         {atlas.plan.school.name, std::to_string(atlas.elements.size() - 1), std::to_string(atlas.situations.size()),
          std::to_string(atlas.plan.seeds), std::to_string(kEngineNumber)}});
    for (const AtlasSituation& situation : atlas.plan.situations)
        text += "  " + situation.file + "  " + situation.scenario.name + "\n";
    for (const Fault& fault : atlas.plan.leftOut) text += line_({"atlas.left_out", {line(fault, language)}});
    text += "\n" + table(atlas, language);
    if (atlas.elements.size() > kMostRows)
        text += line_({"atlas.more", {std::to_string(atlas.elements.size() - kMostRows), "atlas.csv"}});
    text += line_({"atlas.how", {}});
    text += worstLines(atlas, language);
    if (result.runs.size() < result.asked)
        text += "\n" + line_({"atlas.stopped", {std::to_string(result.runs.size()), std::to_string(result.asked)}});
    return text;
}

}
