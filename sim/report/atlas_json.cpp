#include "sim/report/atlas_report.hpp"
#include "sim/report/phrases.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/scenario/scenario_words.hpp"
#include "sim/school/school_file.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;

Json number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? Json(std::round(*value * 1000.0) / 1000.0) : Json(nullptr);
}

Json headOf(const NamedAtlas& atlas)
{
    const AtlasResult& result = atlas.result;
    return {{"format", "stairwise-atlas"},
            {"version", 1},
            {"kind", "simulated"},
            {"school", atlas.plan.school.name},
            {"school_hash", hashOf(atlas.plan.school).hex()},
            {"engine", kEngineNumber},
            {"seeds", atlas.plan.seeds},
            {"runs", result.runs.size()},
            {"asked", result.asked},
            {"wall_s", number(result.wallSeconds)}};
}

Json cellJson(const NamedAtlas& atlas, std::size_t element, std::size_t situation)
{
    const AtlasCell& cell = atlas.result.cells[element][situation];
    const AtlasElement& out = atlas.plan.elements[element];
    Json without = Json::array();
    for (const ClassId& id : cell.withoutSecond) without.push_back(id.value);
    Json json = {{"out", codeOf(out.kind)},
                 {"id", out.id},
                 {"name", atlas.elements[element]},
                 {"situation", atlas.plan.situations[situation].file},
                 {"runs", cell.runs}};
    const bool walked = cell.runs > 0;
    json["not_empty"] = walked ? Json(cell.notEmpty) : Json(nullptr);
    json["left"] = walked ? Json(cell.left) : Json(nullptr);
    json["clearance_s"] = number(cell.clearance);
    json["rank"] = walked ? Json(cell.worst.rank) : Json(nullptr);
    json["person_seconds_above_5"] = walked ? number(cell.worst.index) : Json(nullptr);
    json["place"] = atlas.places[element][situation].name;
    json["storey"] = atlas.places[element][situation].storey;
    json["seed"] = walked ? Json(cell.worst.seed) : Json(nullptr);
    json["without_second_way"] = std::move(without);
    return json;
}

Json runsJson(const NamedAtlas& atlas)
{
    Json list = Json::array();
    for (const AtlasRun& run : atlas.result.runs)
        list.push_back({{"out", codeOf(run.out.kind)},
                        {"id", run.out.id},
                        {"situation", atlas.plan.situations[run.situation].file},
                        {"seed", run.seed},
                        {"ending", codeOf(run.ending)},
                        {"left", run.left},
                        {"clearance_s", number(run.clearance)},
                        {"rank", run.rank},
                        {"person_seconds_above_5", number(run.index)},
                        {"all_places_person_seconds_above_5", number(run.risk)}});
    return list;
}

}

std::string atlasJson(const NamedAtlas& atlas, Language language)
{
    Json json = headOf(atlas);
    json["situations"] = Json::array();
    for (std::size_t s = 0; s < atlas.situations.size(); ++s) {
        const AtlasSituation& situation = atlas.plan.situations[s];
        json["situations"].push_back({{"file", situation.file},
                                      {"name", situation.scenario.name},
                                      {"situation", wordFor(kSituationWords, situation.scenario.situation)},
                                      {"scenario_hash", hashOf(situation.scenario).hex()}});
    }
    json["left_out"] = Json::array();
    for (const Fault& fault : atlas.plan.leftOut) json["left_out"].push_back(line(fault, language));
    json["cells"] = Json::array();
    for (std::size_t e = 0; e < atlas.elements.size(); ++e)
        for (std::size_t s = 0; s < atlas.situations.size(); ++s) json["cells"].push_back(cellJson(atlas, e, s));
    json["all_runs"] = runsJson(atlas);
    return json.dump(2) + "\n";
}

}
