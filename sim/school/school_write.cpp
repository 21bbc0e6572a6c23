#include "sim/school/school_write.hpp"

#include "sim/school/school_file.hpp"
#include "sim/school/school_words.hpp"
#include "sim/school/shape_read.hpp"

namespace stairwise {
namespace {

constexpr auto kOneLine = JsonWriter::Shape::OneLine; // small things: what changed is one line of a diff

void putSteps(JsonWriter& writer, const std::vector<std::vector<int>>& steps)
{
    writer.key("steps").beginList(JsonWriter::Shape::OneLine);
    for (const auto& rise : steps) {
        writer.beginList();
        for (const int flight : rise) writer.whole(flight);
        writer.endList();
    }
    writer.endList();
}

}

void putSpace(JsonWriter& writer, const Space& space)
{
    writer.key("id").text(space.id.value);
    writer.textIfAny("name", space.name);
    writer.key("kind").text(wordFor(kSpaceKindWords, space.kind));
    writePolygon(writer, space.polygon);
}

void putDoor(JsonWriter& writer, const Door& door)
{
    writer.key("id").text(door.id.value);
    writer.textIfAny("name", door.name);
    writer.key("kind").text(wordFor(kDoorKindWords, door.kind));
    write(writer.key("at"), door.at);
    writer.key("clearWidth").whole(door.clearWidth);
    if (door.swing != Swing::None) writer.key("swing").text(wordFor(kSwingWords, door.swing));
    writer.key("state").text(wordFor(kDoorStateWords, door.state));
    if (!door.exit) return;
    writer.key("exit").yesNo(true);
}

void putObstacle(JsonWriter& writer, const Obstacle& obstacle)
{
    writer.key("id").text(obstacle.id.value);
    write(writer.key("polygon"), obstacle.polygon);
}

void putEquipment(JsonWriter& writer, const Equipment& equipment)
{
    writer.key("id").text(equipment.id.value);
    writer.key("kind").text(wordFor(kEquipmentKindWords, equipment.kind));
    write(writer.key("at"), equipment.at);
}

void putStorey(JsonWriter& writer, const Storey& storey)
{
    writer.key("id").text(storey.id.value);
    writer.textIfAny("name", storey.name);
    writer.key("number").whole(storey.number);
    writer.key("elevation").whole(storey.elevation);
    if (storey.height != 0) writer.key("height").whole(storey.height);
    writeObjectsIfAny(writer, "spaces", storey.spaces, putSpace);
    writeObjectsIfAny(writer, "doors", storey.doors, putDoor, kOneLine);
    writeObjectsIfAny(writer, "obstacles", storey.obstacles, putObstacle, kOneLine);
    writeObjectsIfAny(writer, "equipment", storey.equipment, putEquipment, kOneLine);
}

void putStair(JsonWriter& writer, const Stair& stair)
{
    writer.key("id").text(stair.id.value);
    writer.textIfAny("name", stair.name);
    writer.key("kind").text(wordFor(kStairKindWords, stair.kind));
    write(writer.key("origin"), stair.origin);
    writer.key("direction").whole(stair.direction);
    writer.key("turn").text(wordFor(kTurnWords, stair.turn));
    writer.key("clearWidth").whole(stair.clearWidth);
    writer.key("tread").whole(stair.tread);
    writer.key("riser").whole(stair.riser);
    writer.key("floorLandingDepth").whole(stair.floorLandingDepth);
    writer.key("halfLandingDepth").whole(stair.halfLandingDepth);
    writer.key("well").whole(stair.well);
    writer.key("handrails").text(wordFor(kHandrailsWords, stair.handrails));
    writeIds(writer, "storeys", stair.storeys);
    putSteps(writer, stair.steps);
}

void putBuilding(JsonWriter& writer, const Building& building)
{
    writer.key("id").text(building.id.value);
    writer.textIfAny("name", building.name);
    writeObjects(writer, "storeys", building.storeys,
                 [](JsonWriter& inner, const auto& storey) { putStorey(inner, *storey); });
    writeObjectsIfAny(writer, "stairs", building.stairs, putStair);
}

void putGate(JsonWriter& writer, const Gate& gate)
{
    writer.key("id").text(gate.id.value);
    writer.textIfAny("name", gate.name);
    write(writer.key("at"), gate.at);
    writer.key("clearWidth").whole(gate.clearWidth);
}

void putAssemblyArea(JsonWriter& writer, const AssemblyArea& area)
{
    writer.key("id").text(area.id.value);
    writer.textIfAny("name", area.name);
    write(writer.key("polygon"), area.polygon);
    writeIdsIfAny(writer, "classes", area.classes);
}

void putClass(JsonWriter& writer, const SchoolClass& schoolClass)
{
    writer.key("id").text(schoolClass.id.value);
    writer.textIfAny("name", schoolClass.name);
    writer.key("grade").whole(schoolClass.grade);
    writer.key("number").whole(schoolClass.number);
    writer.textIfAny("homeroom", schoolClass.homeroom.value);
    writer.key("pupils").whole(schoolClass.pupils);
    if (schoolClass.assistedPupils != 0) writer.key("assistedPupils").whole(schoolClass.assistedPupils);
    writer.textIfAny("teacher", schoolClass.teacher.value);
}

void putStaff(JsonWriter& writer, const Staff& staff)
{
    writer.key("id").text(staff.id.value);
    writer.key("role").text(wordFor(kStaffRoleWords, staff.role));
    writer.textIfAny("place", staff.place.value);
}

namespace {

void putGrounds(JsonWriter& writer, const Grounds& grounds)
{
    if (grounds == Grounds{}) return;
    writer.key("grounds").beginObject();
    writeObjectsIfAny(writer, "spaces", grounds.spaces, putSpace);
    writeObjectsIfAny(writer, "gates", grounds.gates, putGate, kOneLine);
    writeObjectsIfAny(writer, "assemblyAreas", grounds.assemblyAreas, putAssemblyArea);
    writeObjectsIfAny(writer, "obstacles", grounds.obstacles, putObstacle, kOneLine);
    writeObjectsIfAny(writer, "equipment", grounds.equipment, putEquipment, kOneLine);
    writer.endObject();
}

void putGuess(JsonWriter& writer, const Guess& guess)
{
    writer.key("element").text(guess.element);
    writer.key("field").text(guess.field);
    writer.key("reason").text(guess.reason);
}

void putCode(JsonWriter& writer, const CodeSettings& code)
{
    writer.key("code").beginObject();
    writer.key("kind").text(wordFor(kSchoolKindWords, code.kind));
    writer.key("edition").text(wordFor(kCodeEditionWords, code.edition));
    writer.key("fireGrade").whole(code.fireGrade);
    writer.endObject();
}

}

std::string formatSchool(const School& school)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text("stairwise-school");
    writer.key("version").whole(kSchoolVersion);
    writer.key("name").text(school.name);
    writer.textIfAny("source", school.source);
    putCode(writer, school.code);
    writeObjects(writer, "buildings", school.buildings, putBuilding);
    putGrounds(writer, school.grounds);
    writeObjectsIfAny(writer, "classes", school.classes, putClass, kOneLine);
    writeObjectsIfAny(writer, "staff", school.staff, putStaff, kOneLine);
    writeObjectsIfAny(writer, "guesses", school.guesses, putGuess, kOneLine);
    writer.endObject();
    return std::move(writer).finished();
}

}
