#include "sim/validate/standard_tests.hpp"
#include "sim/validate/trials.hpp"

namespace stairwise {
namespace {

constexpr const char* kSource = "ISO 20414:2020";
using Options = const TrialOptions&;

std::vector<Trial> walking()
{
    return {
        {"ISO 1", {"standard.start", {}}, {"standard.start.asked_drawn", {}}, kSource, drawnTimes},
        {"ISO 2",
         {"standard.corridor_speed", {}},
         {"standard.speed.asked", {"40", "1.0", "1.0 ± 0.05 m/s"}},
         kSource,
         [](Options o) { return corridorSpeed(1.0, o); }},
        {"ISO 3",
         {"standard.up_speed", {"10"}},
         {"standard.speed.asked", {"10", "0.5", "0.5 ± 0.05 m/s"}},
         kSource,
         [](Options o) { return stairSpeed({}, Climb::Up, 0.5, o); }},
        {"ISO 4", {"standard.corner", {}}, {"standard.corner.asked", {}}, kSource, cornerWalk},
        {"ISO 5",
         {"standard.normal_speeds", {}},
         {"standard.normal_speeds.asked", {}},
         kSource,
         [](Options o) { return normalSpeeds(1.2, 0.2, o); }},
        {"ISO 6", {"standard.counterflow", {}}, {"standard.counterflow.asked", {}}, kSource, counterflow},
        {"ISO 7", {"standard.wheelchair", {}}, {"standard.wheelchair.asked", {}}, kSource, slowOneAhead},
        {"ISO 8", {"standard.cabins", {}}, {"standard.cabins.asked", {}}, kSource, allocatedExits},
        {"ISO 9", {"standard.exit_shuts", {}}, {"standard.exit_shuts.asked", {}}, kSource, exitShuts},
        {"ISO 10",
         {"standard.congestion", {"100"}},
         {"standard.congestion.asked", {}},
         kSource,
         [](Options o) { return congestion(100, o); }},
    };
}

std::vector<Trial> flowsAndChoices()
{
    return {
        {"ISO 11", {"standard.door_flow", {}}, {"standard.door_flow.asked", {}}, kSource, doorFlow},
        {"ISO 11, capped",
         {"standard.door_flow_capped", {}},
         {"standard.door_flow.asked", {}},
         kSource,
         cappedDoorFlow},
        {"ISO 12", {"standard.stair_flow", {}}, {"standard.stair_flow.asked", {}}, kSource, stairFlowByWidth},
        {"ISO 13", {"standard.zones", {}}, {"standard.zones.asked", {}}, kSource, corridorZones},
        {"ISO 14",
         {"standard.group", {"1.25", "1.25", "0.5"}},
         {"standard.group.asked", {}},
         kSource,
         [](Options o) {
             return groupKeepsTogether({1.25, 1.25, 0.5}, o);
         }},
        {"ISO 15", {"standard.social", {}}, {"standard.social.asked", {}}, kSource, socialInfluence},
        {"ISO 16", {"standard.familiar", {}}, {"standard.familiar.asked", {}}, kSource, familiarExit},
        {"ISO 17",
         {"standard.routes", {"2"}},
         {"standard.routes.asked", {}},
         kSource,
         [](Options o) { return routeOverLevels(2.0, o); }},
        leftOutTrial("ISO 18", {"standard.visibility", {}}, kSource, {"standard.no_light", {}}),
        leftOutTrial("ISO 19", {"standard.incapacitation", {}}, kSource, {"standard.no_smoke", {}}),
        leftOutTrial("ISO, lift", {"standard.lift", {}}, kSource, {"standard.no_lifts", {}}),
    };
}

}

std::vector<Trial> isoTrials()
{
    std::vector<Trial> all = walking();
    for (Trial& trial : flowsAndChoices()) all.push_back(std::move(trial));
    return all;
}

}
