#pragma once

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/egress/network.hpp"
#include "sim/trace/frame.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Moves people over walkable surfaces. docs/model.md holds the equations and their sources.
/// Same definition, same bits: whatever the threads, compiler, optimisation or x86-64 processor.

/// Where people want to go, shared by all who want the same.
struct Wish {
    RouteRule rule;
    Goal goal;
    bool endsAtLine = false; // ends at a removal line of the goal's surfaces instead of the goal itself
    /// Not empty: round and round instead of to a goal, by the passage of these that leads out of where one is
    /// (experiments on closed tracks).
    std::vector<PassageIndex> circuit;
    friend auto operator<=>(const Wish&, const Wish&) = default;
};

/// One person at the start.
struct Walker {
    Vec2 at; // metres
    SurfaceIndex surface = kNowhere;
    double radius = 0.2;     // metres
    double levelSpeed = 1.3; // m/s, free
    double downSpeed = 0.9;  // m/s along the slope
    double upSpeed = 0.6;
    double mass = 60.0; // kilograms; that of everybody while nobody pushes: the model was fitted with it
    double push = 0.0;  // newtons with which it presses on when blocked; 0: it waits
    double start = 0.0; // seconds: does not walk before
    std::uint32_t wish = 0;
    std::uint64_t key = 0; // for chance; the same person has the same key in every listing
};

/// A line on a surface: whoever crosses it has left.
struct LeavingLine {
    SurfaceIndex surface = kNowhere;
    Segment line;
};

/// People who walk in one file or two abreast, from the head to the tail: a class with its teacher, a pupil with
/// helpers. Nobody walks past who goes before. Off the stairs, those in front slow down where a gap grows beyond `tear`
/// and wait at twice that. Who has stood for long goes on and is not waited for. A gap that one has left is closed up.
struct Column {
    std::vector<std::uint32_t> walkers; // indices into CrowdDef::walkers, each in one column at most
    int files = 1;                      // 1 or 2
    double tear = 3.0;                  // metres between two bodies; assumed
    double heldUp = 0.5; // share of its speed below which others hold one up, and nobody waits; 0: they wait; assumed
};

/// Sets out when nobody of the others who has a way is left on the surface it starts on.
struct Sweep {
    std::uint32_t walker = 0;
    std::vector<std::uint32_t> of;
};

/// Somebody falls at a place: who is nearest to it then, within a metre, else the next who comes that near. Lies there,
/// moved by nobody, with a body of the ground that somebody lying takes up, and gets up after `duration`.
struct Fall {
    SurfaceIndex surface = kNowhere;
    Vec2 at;           // metres
    double time = 0.0; // seconds
    double duration = 8.0;
};
/// A fall that has happened.
struct Fallen {
    std::uint32_t fall = 0;   // index into CrowdDef::falls
    std::uint32_t person = 0; // index into CrowdDef::walkers
    double from = 0.0;        // seconds
    double until = 0.0;
    bool up = false; // has got up again
};

/// From a moment on people walk on each surface at a share of their speed, however near the others are.
struct Light {
    double from = 0.0;        // seconds
    std::vector<float> share; // as Walkable::surfaces
};

/// A warden who stands where a stair is entered from a storey. Hold: nobody enters. Meter: nobody while one of the
/// flights, with the landing before it, holds as many persons per m² as `density`. Send: who is about to enter goes
/// another way. Files: on their flights nobody leaves its stream to overtake. Whoever comes down the stair itself is
/// not stopped.
struct Guard {
    enum class Task { Hold, Meter, Send, Files } task = Task::Hold;
    double from = 0.0; // seconds on duty
    double to = 0.0;
    std::vector<PassageIndex> entries; // onto the stair
    std::vector<SurfaceIndex> stair;   // its surfaces
    struct Flight {
        SurfaceIndex surface = kNowhere;
        double area = 0.0;               // m² in plan
        SurfaceIndex landing = kNowhere; // who stands there is about to step onto the flight
    };
    std::vector<Flight> flights;       // Meter, Files
    double density = 0.0;              // Meter
    std::vector<std::uint32_t> sentTo; // Send: the wish instead of each of the walkers' own, which come first
    double share = 1.0;                // Send: of those who come, drawn for each
    std::vector<std::uint8_t> whom;    // by walker, 1: minds this warden; empty: everybody does
};

/// Numbers of the walking model; docs/model.md says where each comes from.
struct Manner {
    double lookInterval = 0.1;  // s between two decisions of a person, whatever the time step
    double timeGap = 0.68;      // s, of the speed–headway relation on the level
    double stairTimeGap = 1.5;  // s, on flights
    double reserve = 0.05;      // m of free gap that people keep when they stand
    double anticipation = 0.5;  // s for which somebody ahead is thought to walk on as now
    double lane = 0.9;          // share of the sum of radii within which somebody is in the way
    double wallRange = 0.2;     // m of gap at which people begin to turn along a wall
    double wallTime = 0.7;      // s before touching a wall at which people slow down when they step aside
    double creep = 0.05;        // m/s at which people close up at least, as long as there is a gap
    double yield = -0.05;       // m of overlap with somebody ahead from which nobody closes up any more
    double keepRight = 0.6;     // weight of what leads to the right where people come towards one
    double squeeze = 0.25;      // m/s at which people who stand head-on squeeze past one another
    double patience = 5.0;      // s of standing after which people try to the side
    double relaxation = 0.5;    // s in which a person reaches the velocity wanted; mass over it resists being moved
    double rimStiffness = 1e4;  // N/m of overlap of two bodies
    double coreStiffness = 1e5; // N/m besides, once the rim is used up
    double rim = 0.3;           // share of the sum of radii that gives way
    int contactRounds = 2;
};

struct Terrain;
struct CrowdDef {
    const Walkable* walkable = nullptr; // both outlive the crowd
    const Network* network = nullptr;
    std::vector<Walker> walkers;
    std::vector<Wish> wishes;
    std::vector<LeavingLine> lines;
    Manner manner;
    double timeStep = 0.05; // seconds
    std::uint64_t seed = 1;
    double flowCap = 0.0; // persons per metre and second at doors and stairs; 0: none
    std::vector<Column> columns = {};
    std::vector<Sweep> sweeps = {};
    std::vector<Fall> falls = {};
    std::vector<Guard> guards = {};
    std::vector<Light> lights = {};              // by time, ascending; before the first everything is lit
    std::shared_ptr<const Terrain> terrain = {}; // of the same floors, ways and lines; none: made for this crowd
};
/// What is made of floors, ways and lines before the first step, once for many crowds; it refers to floors and ways.
[[nodiscard]] std::shared_ptr<const Terrain> sharedTerrain(const CrowdDef& def);

/// Something a person did in the last step.
struct Passed {
    std::uint32_t person = 0;        // index into CrowdDef::walkers
    PassageIndex passage = kNowhere; // kNowhere: a leaving line or an area was reached
    std::uint32_t line = kNowhere;   // index of the leaving line, if one was crossed
    bool gone = false;               // the person has left the run
};

/// What presses on whom and on what, in newtons: where all stand now, by the law that moves them.
struct Forces {
    struct OnPerson {
        std::uint32_t person = 0; // index into CrowdDef::walkers
        double newtons = 0.0;     // sum over all that touch it
    };
    /// Part of a wall or rail, a metre long at most.
    struct OnWall {
        SurfaceIndex surface = kNowhere;
        Vec2 a, b;
        double newtonsPerMetre = 0.0; // square to it
    };
    std::vector<OnPerson> people; // who is touched, by number, ascending
    std::vector<OnWall> walls;    // what is touched, by surface and place
};

class Crowd {
public:
    explicit Crowd(CrowdDef def);
    ~Crowd();
    Crowd(Crowd&&) noexcept;

    /// One time step.
    void step(Workers& workers);
    /// From the next step on these passages, and no others, cannot be crossed; everyone chooses anew. Before the first
    /// call: those of locked doors. Somebody whose rule leaves no way open takes any way there is.
    void shut(Barred barred);

    [[nodiscard]] double time() const;
    [[nodiscard]] std::size_t inside() const;
    /// In the order of passing persons' numbers; of the last step only.
    [[nodiscard]] const std::vector<Passed>& passed() const;
    /// People inside who have no way to their goal, by number, ascending.
    [[nodiscard]] std::vector<std::uint32_t> withoutWay() const;
    [[nodiscard]] Frame frame() const;
    /// Of everything that decides the future.
    [[nodiscard]] Digest stateHash() const;
    /// Everything that decides the future, or tells of the past, as bytes.
    [[nodiscard]] std::string state() const;
    /// Goes on from the state of another crowd of the same definition. False: the bytes are no such state, and this
    /// crowd is of no use any more.
    [[nodiscard]] bool restore(std::string_view state);

    /// Over the whole run, by person.
    struct Walked {
        double metres = 0.0; // along the surfaces
        double waited = 0.0; // seconds below kWaitingSpeed after the start
    };
    [[nodiscard]] const std::vector<Walked>& walked() const;

    /// In the order in which they happened.
    [[nodiscard]] const std::vector<Fallen>& fallen() const;

    /// Worked out when asked for.
    [[nodiscard]] Forces forces() const;

    struct Inside; // state.hpp

private:
    std::unique_ptr<Inside> inside_;
};
inline constexpr double kWaitingSpeed = 0.2; // m/s; assumed

}
