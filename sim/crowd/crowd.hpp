#pragma once

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/egress/network.hpp"
#include "sim/trace/frame.hpp"

#include <cstdint>
#include <memory>
#include <optional>
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
    double mass = 60.0; // kilograms
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

/// Numbers of the walking model; docs/model.md says where each comes from.
struct Manner {
    double timeGap = 0.55;      // s, T of the speed–headway relation
    double lane = 0.85;         // share of the sum of radii within which somebody is in the way
    double avoidStrength = 1.6; // weight of the push away from a touching person, against 1 for the way itself
    double avoidRange = 0.5;    // m of free gap at which avoiding begins
    double wallStrength = 1.0;
    double wallRange = 0.2; // m
    double creep = 0.12;    // m/s at which people squeeze on when there is no gap
    double yield = 0.02;    // m of overlap with somebody ahead at which people stop pressing on
    double patience = 1.5;  // s of standing after which people try to the side
    int contactRounds = 4;
};

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
};

/// Something a person did in the last step.
struct Passed {
    std::uint32_t person = 0;        // index into CrowdDef::walkers
    PassageIndex passage = kNowhere; // kNowhere: a leaving line or an area was reached
    std::uint32_t line = kNowhere;   // index of the leaving line, if one was crossed
    bool gone = false;               // the person has left the run
};

class Crowd {
public:
    explicit Crowd(CrowdDef def);
    ~Crowd();
    Crowd(Crowd&&) noexcept;

    /// One time step.
    void step(Workers& workers);
    /// From the next step on these portals (besides locked doors) cannot be crossed; everyone concerned chooses anew.
    void shut(std::vector<PortalIndex> portals);

    [[nodiscard]] double time() const;
    [[nodiscard]] std::size_t inside() const;
    /// In the order of passing persons' numbers; of the last step only.
    [[nodiscard]] const std::vector<Passed>& passed() const;
    /// People inside who have no way to their goal, by number, ascending.
    [[nodiscard]] std::vector<std::uint32_t> withoutWay() const;
    [[nodiscard]] Frame frame() const;
    /// Of everything that decides the future.
    [[nodiscard]] Digest stateHash() const;

    /// Over the whole run, by person.
    struct Walked {
        double metres = 0.0; // along the surfaces
        double waited = 0.0; // seconds below kWaitingSpeed after the start
    };
    [[nodiscard]] const std::vector<Walked>& walked() const;

    struct Inside; // state.hpp

private:
    std::unique_ptr<Inside> inside_;
};
inline constexpr double kWaitingSpeed = 0.2; // m/s; assumed

}
