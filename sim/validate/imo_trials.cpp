#include "sim/validate/standard_tests.hpp"
#include "sim/validate/trials.hpp"

namespace stairwise {

std::vector<Trial> imoTrials()
{
    constexpr const char* kSource = "IMO MSC.1/Circ.1533";
    using Options = const TrialOptions&;
    return {
        {"IMO 1",
         {"standard.corridor_speed", {}},
         {"standard.speed.asked", {"40", "1.0", "40 s"}},
         kSource,
         [](Options o) { return corridorSpeed(1.0, o); }},
        {"IMO 2",
         {"standard.up_speed", {"10"}},
         {"standard.speed.asked", {"10", "1.0", "10 s"}},
         kSource,
         [](Options o) { return stairSpeed({}, Climb::Up, 1.0, o); }},
        {"IMO 3",
         {"standard.down_speed", {"10"}},
         {"standard.speed.asked", {"10", "1.0", "10 s"}},
         kSource,
         [](Options o) { return stairSpeed({}, Climb::Down, 1.0, o); }},
        {"IMO 4", {"standard.door_flow", {}}, {"standard.door_flow.asked", {}}, kSource, doorFlow},
        {"IMO 4, capped", {"standard.door_flow_capped", {}}, {"standard.door_flow.asked", {}}, kSource, cappedDoorFlow},
        {"IMO 5", {"standard.start", {}}, {"standard.start.asked", {}}, kSource, startTimes},
        {"IMO 6", {"standard.corner", {}}, {"standard.corner.asked", {}}, kSource, cornerWalk},
        {"IMO 7",
         {"standard.panel", {}},
         {"standard.panel.asked", {"0.97–1.62"}},
         kSource,
         [](Options o) { return panelSpeeds(0.97, 1.62, o); }},
        {"IMO 8", {"standard.counterflow", {}}, {"standard.counterflow.asked", {}}, kSource, counterflow},
        {"IMO 9", {"standard.large_room", {}}, {"standard.large_room.asked", {}}, kSource, halfTheExits},
        {"IMO 10", {"standard.cabins", {}}, {"standard.cabins.asked", {}}, kSource, allocatedExits},
        {"IMO 11",
         {"standard.congestion", {"150"}},
         {"standard.congestion.asked", {}},
         kSource,
         [](Options o) { return congestion(150, o); }},
        {"IMO 12", {"standard.crowded", {}}, {"standard.crowded.asked", {}}, kSource, flowFallsWhenCrowded},
    };
}

}
