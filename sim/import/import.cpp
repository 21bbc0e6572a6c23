#include "sim/import/import.hpp"

#include "sim/base/system.hpp"
#include "sim/import/bim_json.hpp"
#include "sim/import/doors.hpp"
#include "sim/import/drawing.hpp"
#include "sim/import/stairs.hpp"
#include "sim/school/school_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stairwise {
namespace {

// "plans/udsu_b3.json" → "udsu_b3"
std::string stemOf(const std::string& name)
{
    const auto slash = name.find_last_of("/\\");
    std::string stem = slash == std::string::npos ? name : name.substr(slash + 1);
    if (const auto dot = stem.find('.'); dot != std::string::npos && dot > 0) stem.resize(dot);
    stem = plainText(stem, 40);
    return stem.empty() ? "building" : stem;
}

Space spaceFrom(const Drawing& drawing, const DrawnElement& element, ImportNotes& notes)
{
    Space space;
    space.id.value = element.id;
    space.name = element.name;
    space.polygon = element.polygon;
    space.kind = element.sign == Sign::Staircase ? SpaceKind::Landing : kindOf(drawing, element, notes);
    return space;
}

Building buildingOf(const Drawing& drawing, const std::vector<DrawnDoor>& doors, std::vector<Stair> stairs,
                    ImportNotes& notes)
{
    std::vector<Storey> storeys;
    for (const DrawnStorey& drawn : drawing.storeys) {
        Storey& storey = storeys.emplace_back();
        storey.id = drawn.id;
        storey.name = drawn.name;
        storey.number = drawn.number;
        storey.elevation = drawn.elevation;
        storey.height = drawn.height;
    }
    int nameless = 0;
    for (const DrawnElement& element : drawing.elements) {
        if (!isSpace(element.sign) || element.dropped) continue;
        Space space = spaceFrom(drawing, element, notes);
        if (space.name.empty()) space.name = fmt::format("Room {}", ++nameless);
        storeys[element.storey].spaces.push_back(std::move(space));
    }
    for (const DrawnDoor& door : doors)
        storeys[drawing.elements[door.element].storey].doors.push_back(doorFrom(drawing, door, notes));
    Building building;
    building.stairs = std::move(stairs);
    for (Storey& storey : storeys) building.storeys.push_back(std::make_shared<const Storey>(std::move(storey)));
    return building;
}

// A guess about something that did not come into the school stays as one about the building.
std::vector<Guess> guessesOf(const School& school, std::vector<Guess> guesses)
{
    std::set<std::string> ids;
    for (const Building& building : school.buildings) {
        ids.insert(building.id.value);
        for (const auto& storey : building.storeys) {
            ids.insert(storey->id.value);
            for (const Space& space : storey->spaces) ids.insert(space.id.value);
            for (const Door& door : storey->doors) ids.insert(door.id.value);
        }
        for (const Stair& stair : building.stairs) ids.insert(stair.id.value);
    }
    for (Guess& entry : guesses) {
        if (ids.contains(entry.element)) continue;
        if (!entry.element.empty()) entry.reason = fmt::format("{}: {}", entry.element, entry.reason);
        entry.element = school.buildings.front().id.value;
    }
    return guesses;
}

// Not an id of the drawing, whatever it holds.
std::string buildingId(const Drawing& drawing, std::string stem)
{
    const auto taken = [&](const auto& thing) { return thing == stem; };
    std::vector<std::string> ids;
    for (const DrawnElement& element : drawing.elements) ids.push_back(element.id);
    for (const DrawnStorey& storey : drawing.storeys) ids.push_back(storey.id.value);
    return std::ranges::any_of(ids, taken) ? "building-" + stem : stem;
}

Made waysOf(const std::vector<DrawnDoor>& doors, const MadeStairs& stairs)
{
    Made made;
    made.ways = stairs.rises;
    for (const DrawnDoor& door : doors) {
        if (door.exit)
            made.exits.push_back(door.spaces[0]);
        else
            made.ways.emplace_back(door.spaces[0], door.spaces[1]);
    }
    return made;
}

}

Result<Imported> importBimJson(std::string_view text, const std::string& name)
{
    ImportNotes notes;
    const auto plan = readBimJson(text, name, notes);
    if (!plan) return plan.fault();
    auto drawn = drawingOf(plan.value(), name, notes);
    if (!drawn) return drawn.fault();
    Drawing drawing = std::move(drawn).value();
    mendShapes(drawing, notes);
    const StairChains chains = chainsOf(drawing, notes);
    const auto zoneDoors = doorsOf(drawing, chains.linkOnly, notes);
    MadeStairs stairs = makeStairs(drawing, chains.chains, zoneDoors, notes);
    ImportNotes again; // what is wrong with the doors was told above; here only that landings have other edges
    const auto doors = doorsOf(drawing, chains.linkOnly, again);
    reportReach(drawing, waysOf(doors, stairs), notes);

    Imported imported;
    School& school = imported.school;
    school.name = drawing.name.empty() ? stemOf(name) : drawing.name;
    school.source = fmt::format("imported from {} (bim-json)", stemOf(name));
    school.code.kind = SchoolKind::University;
    guess(notes, Severity::Note, {}, "code.kind", {"import.code_guessed", {}}, {"import.code_guessed.mend", {}});
    school.buildings.push_back(buildingOf(drawing, doors, std::move(stairs.stairs), notes));
    Building& building = school.buildings.front();
    building.id.value = buildingId(drawing, stemOf(name));
    building.name = school.name;
    guess(notes, Severity::Note, {building.id.value, {}, {}}, "swing", {"import.swing_unknown", {}},
          {"import.swing_unknown.mend", {}});
    school.guesses = guessesOf(school, std::move(notes.guesses));
    imported.findings = std::move(notes.findings);
    return imported;
}

Result<Imported> importFile(const std::filesystem::path& path)
{
    const auto text = readFile(path, kLargestFile);
    if (!text) return text.fault();
    return importBimJson(text.value(), path.string());
}

}
