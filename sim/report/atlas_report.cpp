#include "sim/report/atlas_report.hpp"

#include "sim/report/risk_phrases.hpp"
#include "sim/report/tables.hpp"

#include <utility>

namespace stairwise {
namespace {

constexpr double kPixelsPerPoint = 2.0; // 144 an inch

std::string nameOf(const School& school, const AtlasElement& element, Language language)
{
    if (element.kind == OutOfUse::Nothing) return say("atlas.nothing", language);
    if (element.kind == OutOfUse::Stair) {
        const Stair* stair = findStair(school, StairId{element.id});
        return stair == nullptr || stair->name.empty() ? element.id : stair->name;
    }
    const Door* door = findDoor(school, DoorId{element.id});
    const std::string name = door == nullptr || door->name.empty() ? element.id : door->name;
    if (element.kind == OutOfUse::Exit) return name;
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Door& one : storey->doors)
                if (one.id.value == element.id)
                    return say({"atlas.door", {name, storeyName(school, storey->id, language)}}, language);
    return name;
}

NamedAtlas::Place placeOf(const School& school, const Walkable& walkable, const AtlasRun& run, Language language)
{
    if (run.rank == 0 || run.surface >= walkable.surfaces.size()) return {};
    RiskPoint point;
    point.surface = run.surface;
    point.part = run.part;
    point.before = run.before;
    return {pointName(school, walkable, point, language),
            storeyName(school, walkable.surfaces[run.surface].storey, language)};
}

}

NamedAtlas namedAtlas(const AtlasPlan& plan, const AtlasResult& result, const Walkable& walkable, Language language)
{
    NamedAtlas atlas{plan, result, {}, {}, {}};
    for (const AtlasElement& element : plan.elements) atlas.elements.push_back(nameOf(plan.school, element, language));
    for (const AtlasSituation& situation : plan.situations)
        atlas.situations.push_back(situation.scenario.name.empty() ? situation.file : situation.scenario.name);
    for (const auto& row : result.cells) {
        std::vector<NamedAtlas::Place>& places = atlas.places.emplace_back();
        for (const AtlasCell& cell : row) places.push_back(placeOf(plan.school, walkable, cell.worst, language));
    }
    return atlas;
}

const char* codeOf(OutOfUse kind)
{
    constexpr const char* kCodes[] = {"nothing", "stair", "exit", "door"};
    return kCodes[static_cast<std::size_t>(kind)];
}

std::string atlasCsv(const NamedAtlas& atlas, Language language)
{
    std::string text = csvHead({"atlas.column.kind", "report.column.id", "atlas.column.out", "atlas.column.situation",
                                "atlas.column.file", "atlas.column.runs", "atlas.column.not_empty", "atlas.column.left",
                                "atlas.column.clearance", "report.column.rank", "ensemble.column.index",
                                "report.column.place", "report.column.storey", "atlas.column.without_second"},
                               language);
    for (std::size_t e = 0; e < atlas.elements.size(); ++e)
        for (std::size_t s = 0; s < atlas.situations.size(); ++s) {
            const AtlasCell& cell = atlas.result.cells[e][s];
            std::string without;
            for (const ClassId& id : cell.withoutSecond) without += (without.empty() ? "" : " ") + id.value;
            const bool walked = cell.runs > 0;
            text += csvRow({codeOf(atlas.plan.elements[e].kind), harmless(atlas.plan.elements[e].id),
                            harmless(atlas.elements[e]), harmless(atlas.situations[s]),
                            harmless(atlas.plan.situations[s].file), std::to_string(cell.runs),
                            walked ? std::to_string(cell.notEmpty) : "", walked ? std::to_string(cell.left) : "",
                            cell.clearance ? fixed(*cell.clearance, 1) : "",
                            walked ? std::to_string(cell.worst.rank) : "", walked ? fixed(cell.worst.index, 1) : "",
                            harmless(atlas.places[e][s].name), harmless(atlas.places[e][s].storey), harmless(without)});
        }
    return text;
}

Done writeAtlas(const NamedAtlas& atlas, const Staging& staging, Language language)
{
    const Picture picture = atlasPicture(atlas, language);
    const std::pair<const char*, std::string> files[] = {{"atlas.csv", atlasCsv(atlas, language)},
                                                         {"atlas.json", atlasJson(atlas, language)},
                                                         {"atlas.svg", toSvg(picture)},
                                                         {"atlas.png", toPng(picture, kPixelsPerPoint)}};
    for (const auto& [name, bytes] : files)
        if (auto written = staging.write(name, bytes); !written) return written;
    return done();
}

}
