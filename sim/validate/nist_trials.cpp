#include "sim/validate/standard_tests.hpp"
#include "sim/validate/trials.hpp"

namespace stairwise {
namespace {

constexpr const char* kSource = "NIST TN 1822";
constexpr Slope kHundred{251, 0.320, 0.239}; // 80 m in plan, 60 m high: 100 m along the slope
using Options = const TrialOptions&;

std::vector<Trial> walking()
{
    return {
        {"NIST 1.1", {"standard.start", {}}, {"standard.start.asked_drawn", {}}, kSource, drawnTimes},
        {"NIST 2.1",
         {"standard.corridor_speed", {}},
         {"standard.speed.asked", {"40", "1.0", "1.0 ± 0.05 m/s"}},
         kSource,
         [](Options o) { return corridorSpeed(1.0, o); }},
        {"NIST 2.2 up",
         {"standard.up_speed", {"100"}},
         {"standard.speed.asked", {"100", "1.0", "1.0 ± 0.05 m/s"}},
         kSource,
         [](Options o) { return stairSpeed(kHundred, Climb::Up, 1.0, o); }},
        {"NIST 2.2 down",
         {"standard.down_speed", {"100"}},
         {"standard.speed.asked", {"100", "1.0", "1.0 ± 0.05 m/s"}},
         kSource,
         [](Options o) { return stairSpeed(kHundred, Climb::Down, 1.0, o); }},
        {"NIST 2.3", {"standard.corner", {}}, {"standard.corner.asked", {}}, kSource, cornerWalk},
        {"NIST 2.4",
         {"standard.normal_speeds", {}},
         {"standard.normal_speeds.asked", {}},
         kSource,
         [](Options o) { return normalSpeeds(1.2, 0.2, o); }},
        leftOutTrial("NIST 2.5", {"standard.visibility", {}}, kSource, {"standard.no_light", {}}),
        leftOutTrial("NIST 2.6", {"standard.incapacitation", {}}, kSource, {"standard.no_smoke", {}}),
        leftOutTrial("NIST 2.7", {"standard.lift", {}}, kSource, {"standard.no_lifts", {}}),
    };
}

std::vector<Trial> together()
{
    return {
        {"NIST 2.8", {"standard.counterflow", {}}, {"standard.counterflow.asked", {}}, kSource, counterflow},
        {"NIST 2.9",
         {"standard.group", {"1.25", "0.5", "0.2"}},
         {"standard.group.asked", {}},
         kSource,
         [](Options o) {
             return groupKeepsTogether({1.25, 0.5, 0.2}, o);
         }},
        {"NIST 2.10", {"standard.wheelchair", {}}, {"standard.wheelchair.asked", {}}, kSource, slowOneAhead},
        {"NIST 3.1", {"standard.cabins", {}}, {"standard.cabins.asked", {}}, kSource, allocatedExits},
        {"NIST 3.2", {"standard.social", {}}, {"standard.social.asked", {}}, kSource, socialInfluence},
        {"NIST 3.3", {"standard.familiar", {}}, {"standard.familiar.asked", {}}, kSource, familiarExit},
        {"NIST 4.1", {"standard.exit_shuts", {}}, {"standard.exit_shuts.asked", {}}, kSource, exitShuts},
        {"NIST 5.1",
         {"standard.congestion", {"100"}},
         {"standard.congestion.asked", {}},
         kSource,
         [](Options o) { return congestion(100, o); }},
        {"NIST 5.2", {"standard.door_flow", {}}, {"standard.door_flow.asked", {}}, kSource, doorFlow},
        {"NIST 5.2, capped",
         {"standard.door_flow_capped", {}},
         {"standard.door_flow.asked", {}},
         kSource,
         cappedDoorFlow},
    };
}

}

std::vector<Trial> nistTrials()
{
    std::vector<Trial> all = walking();
    for (Trial& trial : together()) all.push_back(std::move(trial));
    return all;
}

}
