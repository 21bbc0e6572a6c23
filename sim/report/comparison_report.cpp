#include "sim/report/comparison_report.hpp"

#include "sim/report/ensemble_report.hpp"
#include "sim/report/tables.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kPixelsPerPoint = 2.0;          // 144 an inch
constexpr std::size_t kMostSummary = 64U << 20U; // bytes
constexpr const char* kSummary = "compare.json";

std::string nameOf(const ComparedFigure& figure, const NamedComparison& in, Language language)
{
    switch (figure.what) {
    case Compared::Clearance:
        return say("plans.clearance", language);
    case Compared::Risk:
        return say("plans.risk", language);
    case Compared::Place: {
        const ComparedPlan& plan = figure.pointA ? in.a : in.b;
        const std::size_t point = figure.pointA ? *figure.pointA : figure.pointB.value_or(0);
        const RiskPoint& typical = plan.ensemble.points[point].typical;
        const std::string storey = storeyName(plan.school, plan.walkable.surfaces[typical.surface].storey, language);
        return say({"plans.place", {pointName(plan.school, plan.walkable, typical, language), storey}}, language);
    }
    default:
        return figure.name.empty() ? figure.id : figure.name;
    }
}

Json number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? Json(std::round(*value * 1000.0) / 1000.0) : Json(nullptr);
}

Json bandJson(const std::optional<Band>& band)
{
    if (!band) return nullptr;
    return {
        {"median", number(band->median)}, {"p10", number(band->low)}, {"p90", number(band->high)}, {"of", band->of}};
}

Json sideJson(const ComparedPlan& plan)
{
    return {{"file", plan.file},
            {"school", plan.one.school},
            {"scenario", plan.one.scenario},
            {"school_hash", plan.one.schoolHash.hex()},
            {"scenario_hash", plan.one.scenarioHash.hex()},
            {"runs", plan.ensemble.runs.size()},
            {"not_empty", plan.ensemble.notEmpty},
            {"enough_runs", plan.ensemble.enough},
            {"top_rank_share", number(plan.ensemble.topShare)}};
}

Json figureJson(const ComparedFigure& figure, const std::string& name, Language language)
{
    const bool seconds = figure.what != Compared::Risk && figure.what != Compared::Place;
    Json json = {{"what", codeOf(figure.what)}, {"id", figure.id}, {"name", name}};
    json["unit"] = seconds ? "s" : "person-seconds above 5 per m2";
    json["a"] = bandJson(figure.a);
    json["b"] = bandJson(figure.b);
    json["b_minus_a"] = bandJson(figure.difference);
    json["p"] = figure.p ? Json(std::round(*figure.p * 1e6) / 1e6) : Json(nullptr);
    json["shown"] = isShown(figure);
    json["verdict"] = verdictOf(figure, language);
    return json;
}

std::string cell(const std::optional<Band>& band, double Band::*value)
{
    return band ? fixed((*band).*value, 1) : std::string();
}

Done writePicture(const StoreyPicture& picture, const Staging& staging)
{
    if (auto written = staging.write(picture.file + ".svg", toSvg(picture.picture)); !written) return written;
    return staging.write(picture.file + ".png", toPng(picture.picture, kPixelsPerPoint));
}

}

NamedComparison namedComparison(const Comparison& comparison, const ComparedPlan& a, const ComparedPlan& b,
                                Language language)
{
    NamedComparison named{comparison, a, b, {}};
    for (const ComparedFigure& figure : comparison.figures) named.names.push_back(nameOf(figure, named, language));
    return named;
}

const char* codeOf(Compared what)
{
    constexpr const char* kCodes[] = {"clearance", "risk", "class", "stair", "exit", "place"};
    return kCodes[static_cast<std::size_t>(what)];
}

std::string verdictOf(const ComparedFigure& figure, Language language)
{
    if (!figure.difference) return {};
    if (!isShown(figure)) return say("plans.none", language);
    return figure.difference->median < 0.0 ? say("plans.less", language) : say("plans.more", language);
}

std::string differencesCsv(const NamedComparison& comparison, Language language)
{
    std::string text =
        csvHead({"plans.column.what", "report.column.id", "plans.column.name", "plans.column.a", "plans.column.a_low",
                 "plans.column.a_high", "plans.column.b", "plans.column.b_low", "plans.column.b_high",
                 "plans.column.difference", "plans.column.difference_low", "plans.column.difference_high",
                 "plans.column.pairs", "plans.column.p", "plans.column.verdict"},
                language);
    for (std::size_t i = 0; i < comparison.names.size(); ++i) {
        const ComparedFigure& figure = comparison.comparison.figures[i];
        Row row{codeOf(figure.what), harmless(figure.id), harmless(comparison.names[i])};
        for (const auto& band : {figure.a, figure.b, figure.difference})
            for (const auto value : {&Band::median, &Band::low, &Band::high}) row.push_back(cell(band, value));
        row.push_back(figure.difference ? std::to_string(figure.difference->of) : "0");
        row.push_back(figure.p ? fixed(*figure.p, 4) : std::string());
        row.push_back(verdictOf(figure, language));
        text += csvRow(row);
    }
    return text;
}

std::string comparisonJson(const NamedComparison& comparison, Language language)
{
    Json json = {{"format", "stairwise-comparison"},
                 {"version", 1},
                 {"kind", "simulated"},
                 {"engine", kEngineNumber},
                 {"seed", comparison.a.one.seed},
                 {"pairs", comparison.comparison.pairs},
                 {"a", sideJson(comparison.a)},
                 {"b", sideJson(comparison.b)}};
    json["figures"] = Json::array();
    for (std::size_t i = 0; i < comparison.names.size(); ++i)
        json["figures"].push_back(figureJson(comparison.comparison.figures[i], comparison.names[i], language));
    json["out_percent"] = Json::array();
    for (std::size_t i = 0; i < comparison.comparison.outA.size(); ++i) {
        const OutAt& a = comparison.comparison.outA[i];
        const OutAt& b = comparison.comparison.outB[i];
        json["out_percent"].push_back(
            {{"s", number(a.seconds)}, {"a", bandJson(a.percent)}, {"b", bandJson(b.percent)}});
    }
    return json.dump(2) + "\n";
}

Done writeComparison(const NamedComparison& comparison, const Staging& staging, Language language)
{
    const std::pair<const char*, std::string> texts[] = {{kSummary, comparisonJson(comparison, language)},
                                                         {"differences.csv", differencesCsv(comparison, language)},
                                                         {"runs_a.csv", runsCsv(comparison.a.ensemble, language)},
                                                         {"runs_b.csv", runsCsv(comparison.b.ensemble, language)}};
    for (const auto& [name, text] : texts)
        if (auto written = staging.write(name, text); !written) return written;
    if (auto written = writePicture({"out", outPicture(comparison, language)}, staging); !written) return written;
    for (const StoreyPicture& picture : densityPairs(comparison, language))
        if (auto written = writePicture(picture, staging); !written) return written;
    return done();
}

Done mayReplaceComparison(const std::filesystem::path& folder, const Case& a, const Case& b)
{
    const auto text = readFile(folder / kSummary, kMostSummary);
    if (!text) return done(); // no comparison, or none that anybody can read
    const auto json = nlohmann::json::parse(text.value(), nullptr, false);
    const auto named = [&](const char* side, const char* key) {
        const auto found = json.is_object() && json.contains(side) ? json[side] : nlohmann::json();
        return found.is_object() && found.contains(key) && found[key].is_string() ? found[key].get<std::string>() : "?";
    };
    const auto same = [&](const char* side, const Case& own) {
        return named(side, "school") == own.school.name && named(side, "scenario") == own.scenario.name;
    };
    if (same("a", a) && same("b", b)) return done();
    return Fault{folder.string(),
                 "--out",
                 {"plans.other", {named("a", "scenario"), named("b", "scenario")}},
                 {"report.other_result.mend", {}}};
}

}
