#include "sim/import/stairs.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/import/stairs_fit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::int32_t kNearby = 8000; // assumed: landings are drawn out less than this
constexpr double kMuchOutside = 0.5;   // m²; assumed: less is a drawn wall
constexpr std::int32_t kNarrowFlight =
    900;                         // GB 50099-2011 8.7.2 asks 1.2 m; under 0.9 m no code of ours allows a stair
constexpr double kSlanted = 0.9; // share of a zone that its rectangle fills; assumed

// Landings of other zones are spaces like any other: what one of them takes, the next must leave free.
StairZone zoneOf(const Drawing& drawing, std::size_t index, const std::vector<DrawnDoor>& doors)
{
    const DrawnElement& element = drawing.elements[index];
    StairZone zone;
    zone.storey = drawing.storeys[element.storey].id;
    zone.elevation = drawing.storeys[element.storey].elevation;
    zone.polygon = element.polygon;
    for (const DrawnDoor& door : doors) {
        if (door.spaces[0] == index) zone.doors.push_back(door.line.faceA);
        if (door.spaces.size() == 2 && door.spaces[1] == index) zone.doors.push_back(door.line.faceB);
    }
    const Box box = boxOf(element.polygon.outer);
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        const DrawnElement& other = drawing.elements[i];
        if (i == index || other.storey != element.storey || !isSpace(other.sign) || other.dropped) continue;
        const Box near = boxOf(other.polygon.outer);
        if (near.low.x <= box.high.x + kNearby && near.high.x >= box.low.x - kNearby &&
            near.low.y <= box.high.y + kNearby && near.high.y >= box.low.y - kNearby)
            zone.neighbours.push_back(other.polygon);
    }
    return zone;
}

std::string stepsText(const Stair& stair)
{
    std::string text;
    for (const int steps : stair.steps.front()) text += fmt::format("{}{}", text.empty() ? "" : " + ", steps);
    return text;
}

void tell(const Stair& stair, const FittedStair& fitted, const Sighting& zone, ImportNotes& notes)
{
    const Sighting where{stair.id.value, zone.storey, zone.at};
    const std::vector<std::string> numbers = {inMetres(stair.clearWidth), stepsText(stair),
                                              fmt::format("{}", stair.tread), fmt::format("{}", stair.riser)};
    guess(notes, Severity::Note, where, "steps",
          stair.kind == StairKind::Straight ? Message{"import.stair_made_straight", numbers}
                                            : Message{"import.stair_made_dog_leg", numbers},
          {"import.stair_made.mend", {}});
    if (stair.tread < kLeastTread)
        report(notes, Severity::Warning, where, {"import.stair_steep", {}}, {"import.stair_steep.mend", {}},
               {fmt::format("{} mm", stair.tread), fmt::format("≥ {} mm", kLeastTread)});
    if (stair.clearWidth < kNarrowFlight)
        report(notes, Severity::Warning, where, {"import.stair_narrow", {}}, {"import.stair_narrow.mend", {}},
               {inMetres(stair.clearWidth), "≥ " + inMetres(kNarrowFlight)});
    if (fitted.numbers.outside > kMuchOutside)
        guess(notes, Severity::Warning, where, "origin",
              {"import.stair_outside_zone", {fmt::format("{:.1f}", fitted.numbers.outside)}},
              {"import.stair_outside_zone.mend", {}});
}

void tellZones(const Drawing& drawing, const StairChain& chain, const std::vector<StairZone>& zones,
               const FittedChain& fitted, ImportNotes& notes)
{
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const DrawnElement& element = drawing.elements[chain[i]];
        const Box inner = rectangleInside(zones[i].polygon);
        const double share =
            (inner.high.x - inner.low.x) * 1e-3 * ((inner.high.y - inner.low.y) * 1e-3) / area(zones[i].polygon);
        if (share < kSlanted)
            guess(notes, Severity::Warning, sightingOf(drawing, element), "polygon", {"import.stair_slanted", {}},
                  {"import.stair_slanted.mend", {}});
        if (i + 1 < chain.size() && !fitted.made[i])
            report(notes, Severity::Error, sightingOf(drawing, element),
                   {"import.stair_not_made", {drawing.elements[chain[i + 1]].id}}, {"import.stair_not_made.mend", {}});
    }
}

}

MadeStairs makeStairs(Drawing& drawing, const std::vector<StairChain>& chains, const std::vector<DrawnDoor>& doors,
                      ImportNotes& notes)
{
    MadeStairs made;
    int number = 0;
    int patience = kPatience;
    for (const StairChain& chain : chains) {
        std::vector<StairZone> zones;
        for (const std::size_t zone : chain) zones.push_back(zoneOf(drawing, zone, doors));
        const FittedChain fitted = fitStairs(zones, patience);
        tellZones(drawing, chain, zones, fitted, notes);
        ++number;
        for (std::size_t part = 0; part < fitted.stairs.size(); ++part) {
            Stair stair = stairOf(fitted.stairs[part], zones);
            stair.id.value =
                fitted.stairs.size() == 1
                    ? fmt::format("S{}", number)
                    : fmt::format("S{}{}", number, static_cast<char>('a' + std::min<std::size_t>(part, 25)));
            stair.name = stair.id.value;
            const auto taken = [&](const DrawnElement& e) { return e.id == stair.id.value; };
            if (std::ranges::any_of(drawing.elements, taken)) stair.id.value = "flights-" + stair.id.value;
            tell(stair, fitted.stairs[part], sightingOf(drawing, drawing.elements[chain[fitted.stairs[part].bottom]]),
                 notes);
            made.stairs.push_back(std::move(stair));
        }
        for (std::size_t i = 0; i < chain.size(); ++i) {
            drawing.elements[chain[i]].polygon = fitted.landings[i];
            if (i + 1 < chain.size() && fitted.made[i]) made.rises.emplace_back(chain[i], chain[i + 1]);
        }
    }
    return made;
}

}
