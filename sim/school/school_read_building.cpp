#include "sim/school/school_limits.hpp"
#include "sim/school/school_read.hpp"
#include "sim/school/school_words.hpp"
#include "sim/school/shape_read.hpp"

#include <fmt/format.h>

namespace stairwise {
namespace {

constexpr Whole kPassageWidth{1, kWidestPassage, "mm"};

void readDirection(const JsonPlace& at, int& out)
{
    Whole{0, 270, "°"}(at, out);
    if (at.good() && out % 90 != 0)
        at.refuse({"school.bad_direction", {fmt::to_string(out)}}, {"school.bad_direction.mend", {}});
}

void readSteps(const JsonPlace& at, std::vector<int>& out)
{
    listOf(Whole{kFewestStepsPerFlight, kMostStepsPerFlight}, kMostItems)(at, out);
}

}

void readSpace(const JsonPlace& at, Space& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.may("kind", out.kind, oneOf(kSpaceKindWords));
    readPolygon(object, out.polygon);
}

void readOutdoorSpace(const JsonPlace& at, Space& out)
{
    out.kind = SpaceKind::Outdoor;
    readSpace(at, out);
    if (at.good() && out.kind != SpaceKind::Outdoor)
        at.named("kind").refuse({"school.not_outdoor", {}}, {"school.not_outdoor.mend", {}});
}

void readDoor(const JsonPlace& at, Door& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.may("kind", out.kind, oneOf(kDoorKindWords));
    object.need("at", out.at, readSegment);
    object.need("clearWidth", out.clearWidth, kPassageWidth);
    object.may("swing", out.swing, oneOf(kSwingWords));
    object.may("state", out.state, oneOf(kDoorStateWords));
    object.may("exit", out.exit, YesNo{});
}

void readObstacle(const JsonPlace& at, Obstacle& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.need("polygon", out.polygon, readRing);
}

void readEquipment(const JsonPlace& at, Equipment& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.need("kind", out.kind, oneOf(kEquipmentKindWords));
    object.need("at", out.at, readPoint);
}

void readStorey(const JsonPlace& at, Storey& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.need("number", out.number, Whole{kLowestStoreyNumber, kHighestStoreyNumber});
    object.need("elevation", out.elevation, Whole{-kHighestElevation, kHighestElevation, "mm"});
    object.may("height", out.height, Whole{0, kHighestStorey, "mm"});
    object.may("spaces", out.spaces, listOf(readSpace, kMostItems));
    object.may("doors", out.doors, listOf(readDoor, kMostItems));
    object.may("obstacles", out.obstacles, listOf(readObstacle, kMostItems));
    object.may("equipment", out.equipment, listOf(readEquipment, kMostItems));
}

namespace {

void readSharedStorey(const JsonPlace& at, std::shared_ptr<const Storey>& out)
{
    auto storey = std::make_shared<Storey>();
    readStorey(at, *storey);
    out = std::move(storey);
}

}

void readStair(const JsonPlace& at, Stair& out)
{
    constexpr Whole kDepth{0, kDeepestLanding, "mm"};
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.need("kind", out.kind, oneOf(kStairKindWords));
    object.need("origin", out.origin, readPoint);
    object.need("direction", out.direction, readDirection);
    object.need("turn", out.turn, oneOf(kTurnWords));
    object.need("clearWidth", out.clearWidth, Whole{1, kWidestStair, "mm"});
    object.need("tread", out.tread, Whole{1, kLargestTread, "mm"});
    object.need("riser", out.riser, Whole{1, kLargestRiser, "mm"});
    object.may("floorLandingDepth", out.floorLandingDepth, kDepth);
    object.may("halfLandingDepth", out.halfLandingDepth, kDepth);
    object.may("well", out.well, kDepth);
    object.may("handrails", out.handrails, oneOf(kHandrailsWords));
    object.need("storeys", out.storeys, listOf(IdText{}, kMostItems));
    object.need("steps", out.steps, listOf(readSteps, kMostItems));
}

void readGate(const JsonPlace& at, Gate& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.need("at", out.at, readSegment);
    object.need("clearWidth", out.clearWidth, kPassageWidth);
}

void readAssemblyArea(const JsonPlace& at, AssemblyArea& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.need("polygon", out.polygon, readRing);
    object.may("classes", out.classes, listOf(IdText{}, kMostItems));
}

void readBuilding(const JsonPlace& at, Building& out)
{
    JsonObject object(at);
    object.need("id", out.id, IdText{});
    object.may("name", out.name, kNameText);
    object.need("storeys", out.storeys, listOf(readSharedStorey, kMostItems));
    object.may("stairs", out.stairs, listOf(readStair, kMostItems));
}

void readGrounds(const JsonPlace& at, Grounds& out)
{
    JsonObject object(at);
    object.may("spaces", out.spaces, listOf(readOutdoorSpace, kMostItems));
    object.may("gates", out.gates, listOf(readGate, kMostItems));
    object.may("assemblyAreas", out.assemblyAreas, listOf(readAssemblyArea, kMostItems));
    object.may("obstacles", out.obstacles, listOf(readObstacle, kMostItems));
    object.may("equipment", out.equipment, listOf(readEquipment, kMostItems));
}

}
