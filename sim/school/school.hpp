#pragma once

#include "sim/base/id.hpp"
#include "sim/geometry/point.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// The school as a person described it: a value. Only what was said is kept; graph, surfaces and fields are derived.
/// All lengths are whole millimetres. Every id is unique in the school.

using SpaceId = Id<struct SpaceTag>;
using DoorId = Id<struct DoorTag>;
using StairId = Id<struct StairTag>;
using StoreyId = Id<struct StoreyTag>;
using BuildingId = Id<struct BuildingTag>;
using ClassId = Id<struct ClassTag>;
using StaffId = Id<struct StaffTag>;
using AreaId = Id<struct AreaTag>;
using GateId = Id<struct GateTag>;
using ObstacleId = Id<struct ObstacleTag>;
using EquipmentId = Id<struct EquipmentTag>;

enum class SpaceKind {
    Classroom,
    Corridor,
    Hall,
    Auditorium,
    DormitoryRoom,
    Canteen,
    Toilet,
    Office,
    Landing,
    Outdoor,
    Other
};

/// One closed walkable polygon of a storey, inside its walls.
struct Space {
    SpaceId id;
    std::string name;
    SpaceKind kind = SpaceKind::Other;
    Polygon polygon;
    friend bool operator==(const Space&, const Space&) = default;
};

enum class DoorKind { Door, Opening };
enum class Swing { None, In, Out, Both, Sliding }; // In: into the space on the left of a→b
enum class DoorState { Open, Closed, Locked };     // Closed opens when pushed; Locked never opens by itself

/// A way through a wall. `at` runs along the wall, somewhere between its two faces (both ends included), and spans the
/// opening; the walkable surface reaches through the wall on both sides. At most kThickestWall from line to face.
struct Door {
    DoorId id;
    std::string name;
    DoorKind kind = DoorKind::Door;
    Segment at;
    std::int32_t clearWidth = 0; // ≤ length of `at`; the passage lies in its middle
    Swing swing = Swing::None;
    DoorState state = DoorState::Open;
    bool exit = false; // leads out of the building: to an outdoor space, or out of the drawing
    friend bool operator==(const Door&, const Door&) = default;
};
inline constexpr std::int32_t kThickestWall = 1200;

struct Obstacle {
    ObstacleId id;
    Ring polygon;
    friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

enum class EquipmentKind { Extinguisher, Hydrant, EmergencyLight, ExitSign, Alarm };
struct Equipment {
    EquipmentId id;
    EquipmentKind kind = EquipmentKind::Extinguisher;
    Point at;
    friend bool operator==(const Equipment&, const Equipment&) = default;
};

struct Storey {
    StoreyId id;
    std::string name;
    int number = 1;             // 1 is the ground storey
    std::int32_t elevation = 0; // of the floor
    std::int32_t height = 0;    // floor to floor
    std::vector<Space> spaces;
    std::vector<Door> doors;
    std::vector<Obstacle> obstacles;
    std::vector<Equipment> equipment;
    friend bool operator==(const Storey&, const Storey&) = default;
};

enum class StairKind { Straight, DogLeg, ThreeFlight };
enum class Turn { Left, Right }; // the way one turns going up
enum class Handrails { None, One, Both, BothAndMiddle };

/// One stairwell over all its storeys, made from numbers.
///
/// `origin` is a corner of its footprint, `direction` (0, 90, 180, 270 degrees, anticlockwise from x) the way the first
/// flight climbs. Looking along `direction`, `origin` is the near corner on the side of the first flight: the near left
/// corner when one turns right going up, the near right corner when one turns left; the footprint extends across from
/// there. For a straight stair `turn` only says on which side of `origin` it lies (right: to the right of it).
///
/// Along `direction`: floor landing of depth `floorLandingDepth` (0: none; the flight starts at the edge of a space),
/// the flights, then (dog-leg, three-flight) the half landing of depth `halfLandingDepth`. Across: clear width of the
/// first flight, `well`, clear width of the last. Three-flight: the middle flight runs across over the well, so the
/// well is as long as its treads. Straight: all flights in a line, a half landing between two, and at the top a floor
/// landing of `floorLandingDepth` on the upper storey.
/// A flight of n steps has n risers and n − 1 treads in plan.
/// A flight or landing that touches a space or landing of its storey along an edge (5 mm) is open to it there.
struct Stair {
    StairId id;
    std::string name;
    StairKind kind = StairKind::DogLeg;
    Point origin;
    int direction = 90;
    Turn turn = Turn::Right;
    std::int32_t clearWidth = 0;
    std::int32_t tread = 0;
    std::int32_t riser = 0;
    std::int32_t floorLandingDepth = 0;
    std::int32_t halfLandingDepth = 0;
    std::int32_t well = 0;
    Handrails handrails = Handrails::Both;
    std::vector<StoreyId> storeys;       // from the lowest up; flights join each to the next
    std::vector<std::vector<int>> steps; // one list a rise: risers of each of its flights, from the lowest
    friend bool operator==(const Stair&, const Stair&) = default;
};

struct Building {
    BuildingId id;
    std::string name;
    std::vector<std::shared_ptr<const Storey>> storeys; // never null; from the lowest up
    std::vector<Stair> stairs;
    friend bool operator==(const Building& a, const Building& b);
};

/// An opening of the campus, on the edge of an outdoor space; whoever crosses it has left.
struct Gate {
    GateId id;
    std::string name;
    Segment at;
    std::int32_t clearWidth = 0;
    friend bool operator==(const Gate&, const Gate&) = default;
};

/// Where classes line up and are counted. Lies in an outdoor space.
struct AssemblyArea {
    AreaId id;
    std::string name;
    Ring polygon;
    std::vector<ClassId> classes; // empty: everybody
    friend bool operator==(const AssemblyArea&, const AssemblyArea&) = default;
};

/// The open ground of the campus, at elevation 0.
struct Grounds {
    std::vector<Space> spaces; // kind Outdoor
    std::vector<Gate> gates;
    std::vector<AssemblyArea> assemblyAreas;
    std::vector<Obstacle> obstacles;
    std::vector<Equipment> equipment;
    friend bool operator==(const Grounds&, const Grounds&) = default;
};

struct SchoolClass {
    ClassId id;
    std::string name; // "七年级（1）班"
    int grade = 1;    // 1 … 12; 0 kindergarten
    int number = 1;
    SpaceId homeroom;
    int pupils = 0;
    int assistedPupils = 0; // of these
    StaffId teacher;        // may be none
    friend bool operator==(const SchoolClass&, const SchoolClass&) = default;
};

enum class StaffRole { Teacher, ClassTeacher, StairWarden, Guard, Principal, Other };
struct Staff {
    StaffId id;
    StaffRole role = StaffRole::Teacher;
    SpaceId place; // where the day finds them; none: not in a run
    friend bool operator==(const Staff&, const Staff&) = default;
};

enum class SchoolKind { Kindergarten, Primary, Secondary, University, Other };
enum class CodeEdition { Gb50099_2011, Gb50016_2014, Gb55037_2022, Strictest }; // Strictest: of 50099 and 55037
/// What the building is checked against.
struct CodeSettings {
    SchoolKind kind = SchoolKind::Secondary;
    CodeEdition edition = CodeEdition::Strictest;
    int fireGrade = 1; // 1 … 4 (耐火等级)
    friend bool operator==(const CodeSettings&, const CodeSettings&) = default;
};

/// Something in this file that nobody measured: said by an importer or a person, shown wherever it matters.
struct Guess {
    std::string element; // id
    std::string field;   // "clearWidth"
    std::string reason;
    friend bool operator==(const Guess&, const Guess&) = default;
};

struct School {
    std::string name;
    std::string source; // where the plan comes from
    CodeSettings code;
    std::vector<Building> buildings;
    Grounds grounds;
    std::vector<SchoolClass> classes;
    std::vector<Staff> staff;
    std::vector<Guess> guesses;
    friend bool operator==(const School&, const School&) = default;
};

/// Look-ups by id; null where there is none.
[[nodiscard]] const Space* findSpace(const School& school, const SpaceId& id);
[[nodiscard]] const Door* findDoor(const School& school, const DoorId& id);
[[nodiscard]] const Stair* findStair(const School& school, const StairId& id);
[[nodiscard]] const Storey* findStorey(const School& school, const StoreyId& id);
[[nodiscard]] const SchoolClass* findClass(const School& school, const ClassId& id);

}
