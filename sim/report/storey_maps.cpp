#include "sim/report/storey_maps.hpp"

#include "sim/report/labels.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan.hpp"
#include "sim/report/sheet.hpp"

namespace stairwise {
namespace {

struct Atlas {
    const School& school;
    const Walkable& walkable;
    std::span<const MapMark> marks;
    const std::string& means;
    Language language;
};

Picture mapOf(const Atlas& atlas, const StoreyId& storey, const Area& shown)
{
    A4Sheet sheet = sheetFor(shown);
    const Plan plan{atlas.school, atlas.walkable, storey, sheet.point, atlas.language};
    addDrawing(sheet.picture.shapes, plan);
    Labels labels(sheet.plan, sheet.point);
    for (const MapMark& mark : atlas.marks)
        if (mark.surface < atlas.walkable.surfaces.size() && atlas.walkable.surfaces[mark.surface].storey == storey)
            addNumber(sheet, labels.discBeside(mark.at, kNumberRadius * sheet.point), mark.number);
    putNames(labels, plan);
    sheet.picture.shapes.insert(sheet.picture.shapes.end(), labels.shapes().begin(), labels.shapes().end());
    addTitle(sheet, {storeyName(atlas.school, storey, atlas.language), atlas.school.name, false});
    addSigns(sheet, atlas.marks.empty() ? std::string() : atlas.means, atlas.language);
    return std::move(sheet.picture);
}

}

std::vector<Picture> storeyMaps(const School& school, const Walkable& walkable, std::span<const MapMark> marks,
                                const std::string& means, Language language)
{
    const Atlas atlas{school, walkable, marks, means, language};
    std::vector<Picture> maps;
    for (const Building& building : school.buildings) {
        const auto area = hullOf(walkable, building);
        for (const auto& storey : building.storeys)
            if (!surfacesOn(walkable, storey->id).empty()) maps.push_back(mapOf(atlas, storey->id, *area));
    }
    if (const auto area = hullOfGrounds(school, walkable)) maps.push_back(mapOf(atlas, StoreyId{}, *area));
    return maps;
}

}
