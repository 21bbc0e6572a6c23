#include "sim/report/pictures.hpp"

#include "sim/report/heat.hpp"
#include "sim/report/labels.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan.hpp"
#include "sim/report/run_title.hpp"

#include <algorithm>

namespace stairwise {
namespace {

struct Subject {
    std::string prefix; // of the file name
    Message name;
    Message what;
    const std::vector<float> DensityMap::*values = nullptr;
    double factor = 1.0;
    HeatScale scale;
    enum class Numbers { None, RiskPoints } numbers = Numbers::None;
};

struct Show {
    const RunResult& result;
    const School& school;
    const Walkable& walkable;
    Language language;
};

bool walkedOn(const Show& show, const StoreyId& storey)
{
    return std::ranges::any_of(surfacesOn(show.walkable, storey), [&](SurfaceIndex s) {
        const auto some = [](float value) { return value > 0.0F; };
        return std::ranges::any_of(show.result.maps[s].peak, some) ||
               std::ranges::any_of(show.result.maps[s].crossings, some);
    });
}

// Worst first; those on this storey.
void addPoints(A4Sheet& sheet, Labels& labels, const Show& show, const StoreyId& storey)
{
    std::size_t rank = 0;
    for (const RiskPoint& point : show.result.riskPoints) {
        ++rank;
        if (point.surface >= show.walkable.surfaces.size()) continue;
        if (show.walkable.surfaces[point.surface].storey != storey) continue;
        const Vec2 at = labels.discBeside(point.at, kNumberRadius * sheet.point);
        addNumber(sheet, at, rank);
    }
}

Picture pictureOf(const Show& show, const Subject& subject, const StoreyId& storey, const Area& shown)
{
    A4Sheet sheet = sheetFor(shown);
    const Plan plan{show.school, show.walkable, storey, sheet.point, show.language};
    auto& shapes = sheet.picture.shapes;
    addFloors(shapes, plan);
    for (const SurfaceIndex s : surfacesOn(show.walkable, storey)) {
        const DensityMap& map = show.result.maps[s];
        addHeat(shapes, outlinesOf(show.walkable.surfaces[s].area), map.grid, map.*subject.values, subject.factor,
                subject.scale);
    }
    addStairs(shapes, plan);
    addWalls(shapes, plan);
    addDoors(shapes, plan);
    addAssemblyAreas(shapes, plan);
    Labels labels(sheet.plan, sheet.point);
    const bool numbers = subject.numbers == Subject::Numbers::RiskPoints && !show.result.riskPoints.empty();
    if (numbers) addPoints(sheet, labels, show, storey);
    putNames(labels, plan);
    shapes.insert(shapes.end(), labels.shapes().begin(), labels.shapes().end());
    addTitle(sheet, runTitle(show.result,
                             {show.school.name, storeyName(show.school, storey, show.language),
                              say(subject.name, show.language)},
                             show.language));
    addLegend(sheet,
              {say(subject.what, show.language), subject.scale,
               numbers ? say("report.legend.places", show.language) : std::string()},
              show.language);
    return std::move(sheet.picture);
}

std::vector<StoreyPicture> picturesOf(const Show& show, const Subject& subject)
{
    std::vector<StoreyPicture> pictures;
    if (show.result.maps.size() != show.walkable.surfaces.size()) return pictures;
    FileNames names;
    for (const Building& building : show.school.buildings) {
        const auto area = hullOf(show.walkable, building);
        for (const auto& storey : building.storeys)
            if (!surfacesOn(show.walkable, storey->id).empty())
                pictures.push_back(
                    {names.nameFor(subject.prefix, storey->id.value), pictureOf(show, subject, storey->id, *area)});
    }
    if (!walkedOn(show, StoreyId{})) return pictures;
    if (const auto area = hullOfGrounds(show.school, show.walkable))
        pictures.push_back({names.nameFor(subject.prefix, "grounds"), pictureOf(show, subject, StoreyId{}, *area)});
    return pictures;
}

}

std::vector<StoreyPicture> densityPictures(const RunResult& result, const School& school, const Walkable& walkable,
                                           Language language)
{
    const Subject density{"density_", {"report.density", {}}, {"report.density.what", {}}, &DensityMap::peak,
                          1.0,        densityScale(),         Subject::Numbers::RiskPoints};
    return picturesOf({result, school, walkable, language}, density);
}

std::vector<StoreyPicture> flowPictures(const RunResult& result, const School& school, const Walkable& walkable,
                                        Language language)
{
    double greatest = 0.0;
    for (const DensityMap& map : result.maps)
        for (const float crossings : map.crossings) greatest = std::max(greatest, static_cast<double>(crossings));
    const double factor = 1.0 / kDensityCell; // persons through a cell → persons per metre of its width
    const Subject flow{"flow_", {"report.flow", {}},          {"report.flow.what", {}}, &DensityMap::crossings,
                       factor,  flowScale(greatest * factor), Subject::Numbers::None};
    return picturesOf({result, school, walkable, language}, flow);
}

}
