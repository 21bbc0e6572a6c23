#include "sim/report/output.hpp"

#include "sim/report/pictures.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/report/risk_tables.hpp"
#include "sim/report/summary.hpp"
#include "sim/report/tables.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace stairwise {
namespace {

constexpr std::size_t kMostSummary = 64U << 20U; // bytes
constexpr double kPixelsPerPoint = 2.0;          // 144 a inch: small letters can be read on a screen

Done writePictures(const std::vector<StoreyPicture>& pictures, const Staging& staging)
{
    for (const StoreyPicture& picture : pictures) {
        if (auto written = staging.write(picture.file + ".svg", toSvg(picture.picture)); !written) return written;
        if (auto written = staging.write(picture.file + ".png", toPng(picture.picture, kPixelsPerPoint)); !written)
            return written;
    }
    return done();
}

Done mayReplaceFile(const std::filesystem::path& folder, const char* file, const School& school,
                    const Scenario& scenario)
{
    const auto text = readFile(folder / file, kMostSummary);
    if (!text) return done(); // no result, or none that anybody can read
    const auto json = nlohmann::json::parse(text.value(), nullptr, false);
    if (!json.is_object() || !json.contains("school") || !json.contains("scenario")) return done();
    if (json["school"] == school.name && json["scenario"] == scenario.name) return done();
    const auto named = [&](const char* key) { return json[key].is_string() ? json[key].get<std::string>() : "?"; };
    return Fault{folder.string(),
                 "--out",
                 {"report.other_result", {named("school"), named("scenario")}},
                 {"report.other_result.mend", {}}};
}

}

Done writeResults(const RunResult& result, const School& school, const Walkable& walkable, const Staging& staging,
                  Language language, const NamedEnsemble* ensemble)
{
    const ResultNames names = namesOf(result, school, walkable, language);
    std::vector<std::pair<const char*, std::string>> texts = {
        {"summary.json", summaryJson(result, names, language, ensemble)},
        {"classes.csv", classesCsv(result, language)},
        {"stairs.csv", stairsCsv(result, language)},
        {"exits.csv", exitsCsv(result, language)}};
    if (result.hand) texts.emplace_back("hand_calculation.csv", handCsv(*result.hand, language));
    if (ensemble != nullptr) {
        texts.emplace_back("runs.csv", runsCsv(ensemble->result, language));
        texts.emplace_back("ensemble_points.csv", ensemblePointsCsv(*ensemble, result, language));
    }
    if (!result.maps.empty()) {
        texts.emplace_back("risk_points.csv", riskPointsCsv(result, names.points, language));
        texts.emplace_back("stair_loads.csv", stairLoadsCsv(result, names.loads, language));
    }
    if (result.model == Model::Agents) { // by hand nobody walks and there are no states
        texts.emplace_back("people.csv", peopleCsv(result, language));
        texts.emplace_back("hashes.csv", hashesCsv(result, language));
    }
    for (const auto& [name, text] : texts)
        if (auto written = staging.write(name, text); !written) return written;
    for (const auto make : {&densityPictures, &stairPictures, &flowPictures})
        if (auto written = writePictures(make(result, school, walkable, language), staging); !written) return written;
    return done();
}

Done mayReplace(const std::filesystem::path& folder, const School& school, const Scenario& scenario)
{
    for (const char* file : {"summary.json", "posts.json"})
        if (const Done may = mayReplaceFile(folder, file, school, scenario); !may) return may;
    return done();
}

}
