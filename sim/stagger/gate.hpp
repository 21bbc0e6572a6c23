#pragma once

#include "sim/run/setting.hpp"
#include "sim/stagger/rules.hpp"
#include "sim/stagger/slots.hpp"

#include <map>

namespace stairwise {

/// The gate of the school, where pupils walk after they are out of the building, wait for their parents and pass one
/// after another. It is reckoned from the moments at which people leave the exits: nobody walks there as an agent, so
/// that a crowd before the gate does not reach back into the building.

/// m² that each who waits stands on: where Fruin's queuing level C ends (7 square feet; Pedestrian Planning and Design,
/// 1971).
inline constexpr double kWaitingArea = 0.65;

struct GateModel {
    GateId id;
    double flow = 0.0; // persons per second; else of the gate's width by the SFPE Handbook (elementLimit)
    std::optional<double> mostWaiting; // persons
    double wait = 0.0;                 // seconds
    std::map<std::string, double>
        walk; // by exit: seconds to the gate at the free speed of routes; no other leads there
};
/// The rules have been checked. Refused: a gate that no exit leads to.
[[nodiscard]] Result<GateModel> gateOf(const School& school, const Setting& setting, const StaggerRules::Gate& rule);

/// Seconds after the signal at which the gate is reached by who is out then; nothing: not by this exit.
[[nodiscard]] std::optional<double> atGate(const GateModel& gate, const std::string& exit, double out);

/// How it goes at the gate: who has arrived and waited passes, `flow` a second at most, first come first served.
struct GateCourse {
    double clear = 0.0;       // seconds: the last has passed
    double mostWaiting = 0.0; // persons at once
    double mostAt = 0.0;      // seconds: when
};
[[nodiscard]] GateCourse courseAt(const GateModel& gate, std::vector<double> arrivals);

/// What a class brings to the gate as loads of a packing, by second after its release: persons per second who want to
/// pass (mean over kGateWindow) at `place`, persons who wait at the next. What queues because others came first is not
/// in it.
inline constexpr std::size_t kGatePlaces = 2;
inline constexpr double kGateWindow = 60.0; // seconds; assumed: about what one class takes to pass
void addGateUses(const GateModel& gate, std::uint32_t place, const std::vector<double>& arrivals, SlotOption& option);

}
