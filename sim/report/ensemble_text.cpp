#include "sim/report/ensemble_report.hpp"
#include "sim/report/tables.hpp"
#include "sim/report/text.hpp"

#include <fmt/format.h>

namespace stairwise {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kMostPoints = 10; // in the table on a terminal

std::string percent(double share)
{
    return fixed(100.0 * share, 0) + " %";
}

std::string band(const Band& of, int decimals)
{
    return fmt::format("{} ({}–{})", fixed(of.median, decimals), fixed(of.low, decimals), fixed(of.high, decimals));
}

std::string correlation(std::optional<double> value)
{
    return value ? fmt::format("{:+.2f}", *value) : std::string("–");
}

std::string pointsTable(const NamedEnsemble& ensemble, Language language)
{
    Rows rows = {{say("report.column.place", language), say("report.column.storey", language),
                  say("report.column.rank", language), say("report.column.share_of_runs", language),
                  say("report.column.peak", language), say("ensemble.column.index", language),
                  say("report.column.from_to", language)}};
    for (std::size_t i = 0; i < std::min(ensemble.points.size(), kMostPoints); ++i) {
        const EnsemblePoint& point = ensemble.result.points[i];
        rows.push_back({std::to_string(i + 1) + ". " + ensemble.points[i].place, ensemble.points[i].storey,
                        rankName(point.typical.rank, language), percent(point.shareOfRuns), band(point.peak, 1),
                        band(point.index, 0),
                        minutes(point.from.median, language) + "–" + minutes(point.to.median, language)});
    }
    return alignedTable(rows);
}

std::string influencesTable(const EnsembleResult& ensemble, Language language)
{
    Rows rows = {{say("ensemble.column.unknown", language), say("ensemble.column.on_clearance", language),
                  say("ensemble.column.on_risk", language)}};
    for (const Influence& influence : ensemble.influences)
        rows.push_back({unknownName(influence.unknown, language), correlation(influence.onClearance),
                        correlation(influence.onRisk)});
    return alignedTable(rows);
}

}

std::string unknownName(Unknown unknown, Language language)
{
    switch (unknown) {
    case Unknown::Speed:
        return say("ensemble.unknown.speed", language);
    case Unknown::PreMovement:
        return say("ensemble.unknown.pre_movement", language);
    case Unknown::StairWidth:
        return say("ensemble.unknown.stair_width", language);
    case Unknown::Ignoring:
        return say("ensemble.unknown.ignoring", language);
    }
    return {};
}

NamedEnsemble namedEnsemble(EnsembleResult ensemble, const RunResult& one, const School& school,
                            const Walkable& walkable, Language language)
{
    RunResult typical;
    typical.classes = one.classes;
    for (const EnsemblePoint& point : ensemble.points) typical.riskPoints.push_back(point.typical);
    std::vector<NamedPoint> points = namedPoints(typical, school, walkable, language);
    return {std::move(ensemble), std::move(points)};
}

std::string ensembleText(const NamedEnsemble& ensemble, const RunResult& one, Language language)
{
    const EnsembleResult& all = ensemble.result;
    const auto line = [&](const Message& message) { return say(message, language) + "\n"; };
    const std::string runs = std::to_string(all.runs.size());
    std::string text = "\n" + line({"ensemble.heading", {runs, fixed(all.wallSeconds, 1)}});
    if (all.runs.size() < all.asked) text += line({"ensemble.stopped", {runs, std::to_string(all.asked)}});
    if (all.notEmpty > 0) text += line({"ensemble.not_empty", {std::to_string(all.notEmpty), runs}});
    if (all.clearance)
        text += line({"ensemble.clearance",
                      {minutes(all.clearance->median, language), minutes(all.clearance->low, language),
                       minutes(all.clearance->high, language)}});
    text += all.enough ? line({"ensemble.enough", {}}) : line({"ensemble.not_enough", {}});
    text += line({"ensemble.top_share", {percent(all.topShare)}});
    if (ensemble.points.empty())
        text += line({"ensemble.no_points", {fixed(one.riskLimits.density, 1)}});
    else
        text += "\n" + line({"ensemble.points", {}}) + pointsTable(ensemble, language);
    if (ensemble.points.size() > kMostPoints)
        text +=
            line({"report.risk.more", {std::to_string(ensemble.points.size() - kMostPoints), "ensemble_points.csv"}});
    text += "\n" + line({"ensemble.influences", {}}) + influencesTable(all, language);
    return text;
}

std::string runsCsv(const EnsembleResult& ensemble, Language language)
{
    std::string text = csvHead({"ensemble.column.run", "ensemble.column.seed", "ensemble.unknown.speed",
                                "ensemble.unknown.pre_movement", "ensemble.unknown.stair_width",
                                "ensemble.unknown.ignoring", "ensemble.column.ending", "ensemble.column.clearance",
                                "ensemble.column.index", "ensemble.column.points", "ensemble.column.digest"},
                               language);
    std::size_t number = 0;
    for (const RunSketch& run : ensemble.runs)
        text += csvRow({std::to_string(++number), std::to_string(run.seed), fixed(run.draw[0], 3),
                        fixed(run.draw[1], 3), fixed(run.draw[2], 3), fixed(run.draw[3], 3), codeOf(run.ending),
                        run.clearance ? fixed(*run.clearance, 1) : std::string(), fixed(run.risk, 1),
                        std::to_string(run.points.size()), run.digest.hex()});
    return text;
}

std::string ensemblePointsCsv(const NamedEnsemble& ensemble, const RunResult& one, Language language)
{
    std::string text =
        csvHead({"report.column.place", "report.column.storey", "report.column.rank", "report.column.rank_reason",
                 "report.column.share_of_runs", "ensemble.column.top_share", "report.column.risk_from",
                 "report.column.risk_to", "report.column.peak", "ensemble.column.index"},
                language);
    for (std::size_t i = 0; i < ensemble.points.size(); ++i) {
        const EnsemblePoint& point = ensemble.result.points[i];
        text += csvRow({harmless(ensemble.points[i].place), harmless(ensemble.points[i].storey),
                        std::to_string(point.typical.rank), rankReason(point.typical, one.riskLimits, language),
                        fixed(point.shareOfRuns, 2), fixed(point.topShare, 2), band(point.from, 1), band(point.to, 1),
                        band(point.peak, 2), band(point.index, 1)});
    }
    return text;
}

}
