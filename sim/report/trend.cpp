#include "sim/base/json_write.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/review_report.hpp"
#include "sim/report/script.hpp"

namespace stairwise {
namespace {

std::vector<std::string> rowOf(const TrendLine& line, Language language)
{
    return {orDash(line.date), line.drill, orDash(minutes(line.measured, language)),
            orDash(spanText(line.predicted, language)),
            std::to_string(line.inside) + "/" + std::to_string(line.compared)};
}

}

std::string trendText(const std::vector<TrendLine>& lines, Language language)
{
    std::string text;
    for (const TrendLine& line : lines) text += say({"trend.line", rowOf(line, language)}, language) + "\n";
    return text.empty() ? say("trend.none", language) + "\n" : text;
}

std::string trendJson(const std::vector<TrendLine>& lines)
{
    JsonWriter w;
    w.beginObject();
    writeObjects(
        w, "drills", lines,
        [](JsonWriter& writer, const TrendLine& line) {
            writer.key("drill").text(line.drill);
            writer.textIfAny("date", line.date);
            if (line.measured) writer.key("measured_s").number(*line.measured);
            if (line.predicted.low) writer.key("predicted_p10_s").number(*line.predicted.low);
            if (line.predicted.median) writer.key("predicted_median_s").number(*line.predicted.median);
            if (line.predicted.high) writer.key("predicted_p90_s").number(*line.predicted.high);
            writer.key("inside").whole(line.inside);
            writer.key("compared").whole(line.compared);
        },
        JsonWriter::Shape::OneLine);
    w.endObject();
    return std::move(w).finished();
}

Writing trendWriting(const std::vector<TrendLine>& lines, Language language)
{
    Script w(language, {"trend.title", {}});
    w.title({"trend.title", {}});
    TablePart table = w.table({0.15, 0.22, 0.17, 0.3, 0.16},
                              {"trend.date", "trend.drill", "trend.measured", "trend.predicted", "trend.inside"});
    for (const TrendLine& line : lines) table.rows.push_back(rowOf(line, language));
    w.put(std::move(table));
    return std::move(w).finished();
}

}
