#pragma once

#include "sim/egress/network.hpp"
#include "sim/school/school.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Who is where, when, and what goes wrong: a value. Seconds, metres per second; places in whole millimetres.

enum class Situation {
    Dismissal,
    Fire,
    Earthquake,
    Break,
    Arrival,
    ReturnFromPlayground,
    WakingFromNap,
    Assembly,
    NightInDormitory
};

struct Distribution {
    enum class Kind { Constant, Uniform, Normal, LogNormal, Gamma, Weibull } kind = Kind::Constant;
    /// Constant: a value. Uniform: a…b. Normal: mean a, standard deviation b. LogNormal: median a, geometric standard
    /// deviation b ≥ 1. Gamma: shape a, scale b. Weibull: shape a, scale b.
    double a = 0.0;
    double b = 0.0;
    double low = 0.0; // what is drawn is held within low … high
    double high = 1e6;
    friend bool operator==(const Distribution&, const Distribution&) = default;
};
/// The value below which the share p of it lies, 0 < p < 1. Own numerics (steady math).
[[nodiscard]] double quantile(const Distribution& distribution, double p);

/// How people of some grades walk. Grade 0 kindergarten, 1 … 12; kStaffGrade for adults.
inline constexpr int kStaffGrade = 99;
struct Profile {
    std::vector<int> grades;
    Distribution levelSpeed; // m/s, free, on the level
    Distribution stairDown;  // m/s along the slope, free
    Distribution stairUp;
    double hurry = 1.0;         // factor on free speeds when motivation is Hurry or Push
    std::int32_t radius = 200;  // millimetres
    double mass = 60.0;         // kilograms, when motivation is Push
    std::optional<double> push; // newtons, the most that it presses on with when motivation is Push; none: by mass
    std::optional<Distribution> preMovement; // seconds, where the release says nothing
    std::string source;
    friend bool operator==(const Profile&, const Profile&) = default;
};
/// Newtons with which somebody of the profile presses on at most: its own, else a share of its weight.
[[nodiscard]] double greatestPush(const Profile& profile);
/// The default table (validation figures §4.1 of docs/model.md), one entry per pair of grades and one for staff.
[[nodiscard]] std::vector<Profile> defaultProfiles();
/// The entry for a grade: the scenario's own, else the default.
[[nodiscard]] Profile profileFor(const std::vector<Profile>& own, int grade);

/// Pupils who cannot use stairs alone (SchoolClass::assistedPupils) walk at these speeds, each with helpers of the same
/// class who keep to the pupil and the pace. One helper walks beside the pupil; two carry, before and behind.
enum class HelpFrom { Pupils, Teacher }; // Teacher: first of all, then pupils
struct Assistance {
    int helpers = 1; // 0 … 2 a pupil
    HelpFrom from = HelpFrom::Pupils;
    Distribution levelSpeed{Distribution::Kind::Uniform, 0.46, 0.76};
    Distribution stairDown{Distribution::Kind::Constant, 0.48};
    Distribution stairUp{Distribution::Kind::Constant, 0.37};
    std::string source = "RiMEA, impaired: 0.46 to 0.76 m/s on the level; stairs 0.42 down and 0.32 up in plan, here "
                         "along a slope of 30 degrees. Carried pupils alike: assumed";
    friend bool operator==(const Assistance&, const Assistance&) = default;
};

/// OwnTime: like everybody. Head, Tail: of the class's file; without files the tail sweeps: it leaves the room last.
enum class TeacherPlace { OwnTime, Head, Tail };

enum class RouteChoice { Nearest, LeastCrowded, Given };

/// When the classes it names begin to leave, and how. Later entries override earlier ones.
struct Release {
    std::vector<ClassId> classes; // with `grades` empty as well: everybody
    std::vector<int> grades;
    double time = 0.0; // seconds after the signal (after the second signal in an earthquake)
    RouteChoice choice = RouteChoice::Nearest;
    RouteRule rule; // for Given
    std::optional<Distribution> preMovement;
    int files = 0; // each class walks in so many files; 0: everybody alone
    TeacherPlace teacher = TeacherPlace::OwnTime;
    double over = 0.0; // s in which each class leaves its room row by row, in step; 0: by pre-movement or in files
    friend bool operator==(const Release&, const Release&) = default;
};

/// Shut, Open: a door, an opening, a stair. Fall: who is nearest to a place falls, or the next who comes there. Dark,
/// Dim, Light: a stair, a surface, or everywhere.
enum class EventKind { Shut, Open, Fall, Dark, Dim, Light };
/// Three to ten seconds: assumed (no measured time on the ground is at hand).
inline constexpr double kUsualFall = 8.0; // s
struct Event {
    double time = 0.0;
    EventKind kind = EventKind::Shut;
    DoorId door;          // Shut, Open: one of the two
    StairId stair;        // … or of the light
    std::string on = {};  // Fall, light: a surface: a space, or a part of a stair by its name in results (S1/2/flight1)
    StoreyId storey = {}; // Fall without `on`: of the point; none: grounds
    std::optional<Point> at = {}; // Fall; none: the middle of the surface
    double duration = kUsualFall; // Fall: seconds on the ground
    friend bool operator==(const Event&, const Event&) = default;
};
[[nodiscard]] inline bool opensOrShuts(const Event& event)
{
    return event.kind == EventKind::Shut || event.kind == EventKind::Open;
}

/// What a teacher at a stair does. Hold: nobody enters it from the storey. Meter: nobody while a flight down to the
/// next storey, with the landing before it, is as full as `density`. Send: who is about to enter takes another stair.
/// Files: nobody overtakes on these flights. Whoever comes down the stair is not stopped.
enum class WardenTask { Hold, Meter, Send, Files };
/// Persons per m² from which a warden lets nobody on: the end of level D of Fruin's table for stairs (1.54), rounded.
inline constexpr double kUsualMeter = 1.5;
struct Warden {
    StairId stair;
    StoreyId storey;
    WardenTask task = WardenTask::Meter;
    double from = 0.0;            // seconds
    std::optional<double> to;     // seconds; none: to the end (not for Hold)
    std::vector<ClassId> classes; // whom; empty: everybody
    double density = kUsualMeter; // Meter
    StairId toStair = {};         // Send
    double share = 1.0;           // Send: of those who come; 0.5: every second, drawn for each
    friend bool operator==(const Warden&, const Warden&) = default;
};

enum class Lighting { Normal, Dim, Dark };
/// Share of their speed at which people walk where light is poor.
struct Visibility {
    double stairs = 1.0;
    double level = 1.0;
    friend bool operator==(const Visibility&, const Visibility&) = default;
};
/// Emergency lighting. Stairs: Chen et al. 2016 (FEMTC), up a stair through eye-patches that let 27 % of the light
/// pass, 0.61 against 0.63 m/s. Level: at 1 lx people move as in a lit room (Boyce 1985).
inline constexpr Visibility kInDim{0.97, 1.0};
/// Hardly any light. Stairs: the same, 16 %: 0.51 against 0.63 m/s. Level: assumed.
inline constexpr Visibility kInDark{0.81, 0.9};
/// Push: hurries, and presses on what stands in the way.
enum class Motivation { Walk, Hurry, Push };
enum class Destination { OutOfBuilding, Assembly, Gate };
/// Who answers: people who walk, or the hand calculation alone (sim/egress/hydraulic.hpp).
enum class Model { Agents, Hydraulic };

/// One person listed by place. `storey` none: grounds.
struct ListedPerson {
    Point at;
    StoreyId storey;
    double speed = 1.3;        // m/s on the level
    std::int32_t radius = 200; // millimetres
    DoorId exit;               // none: nearest
    std::string line;          // goes to this removal line; empty: by exit
    friend bool operator==(const ListedPerson&, const ListedPerson&) = default;
};

/// Whoever crosses it, from either side, has left. `storey` none: grounds.
struct RemovalLine {
    std::string id;
    StoreyId storey;
    Segment line;
    friend bool operator==(const RemovalLine&, const RemovalLine&) = default;
};

/// People without a class, placed over rooms and floor landings: persons per m² of each kind of space.
/// Their number is the rounded product with the area, shared out by largest remainder; a stair zone's people start on
/// its floor landing.
struct Fill {
    double density = 0.0;         // persons per m²
    std::vector<SpaceKind> kinds; // empty: every indoor space and stair
    int grade = kStaffGrade;
    friend bool operator==(const Fill&, const Fill&) = default;
};

/// In an earthquake people first take cover for `takeCover` seconds; releases count from the second signal after it.
struct Scenario {
    std::string name;
    std::string source;
    std::string school; // path of the school file, relative to the scenario's folder
    Situation situation = Situation::Dismissal;
    Destination destination = Destination::OutOfBuilding;
    Model model = Model::Agents;
    std::optional<double>
        flowCap; // persons per metre and second that no door or stair passes; none: what people can do
    std::uint64_t seed = 1;
    double timeStep = 0.05;
    double timeLimit = 1800.0;
    double stallLimit = 120.0; // nobody has left or moved on for so long after the first: clogged
    double takeCover = 0.0;
    Lighting lighting = Lighting::Normal; // of everything, from the start
    Visibility inDim = kInDim;
    Visibility inDark = kInDark;
    Motivation motivation = Motivation::Walk;
    Distribution preMovement;
    std::vector<Profile> profiles;
    Assistance assisted;
    std::vector<Release> releases;
    std::vector<Event> events;
    std::vector<Warden> wardens;
    std::vector<ListedPerson> people;
    std::vector<RemovalLine> lines;
    std::vector<Fill> fills;
    bool classesPresent = true; // false: only listed people and fills
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

}
