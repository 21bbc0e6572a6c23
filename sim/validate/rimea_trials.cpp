#include "sim/validate/standard_tests.hpp"
#include "sim/validate/trials.hpp"

namespace stairwise {
namespace {

constexpr const char* kSource = "RiMEA 4.1.1";
using Options = const TrialOptions&;

std::vector<Trial> components()
{
    return {
        {"RiMEA 1",
         {"standard.corridor_speed", {}},
         {"standard.speed.asked", {"40", "1.33", "26–34 s"}},
         kSource,
         [](Options o) { return corridorSpeed(1.33, o); }},
        {"RiMEA 2",
         {"standard.up_speed", {"10"}},
         {"standard.speed.asked", {"10", "0.625", "± 5 %"}},
         kSource,
         [](Options o) { return stairSpeed({}, Climb::Up, 0.625, o); }}, // 0.5 m/s in plan
        {"RiMEA 3",
         {"standard.down_speed", {"10"}},
         {"standard.speed.asked", {"10", "0.8125", "± 5 %"}},
         kSource,
         [](Options o) { return stairSpeed({}, Climb::Down, 0.8125, o); }}, // 0.65 m/s in plan
        {"RiMEA 4", {"standard.density", {}}, {"standard.density.asked", {}}, kSource, flowByDensity},
        {"RiMEA 5", {"standard.start", {}}, {"standard.start.asked_drawn", {}}, kSource, drawnTimes},
        {"RiMEA 6", {"standard.corner", {}}, {"standard.corner.asked", {}}, kSource, cornerWalk},
        {"RiMEA 7", {"standard.ages", {}}, {"standard.ages.asked", {}}, kSource, speedsByAge},
        {"RiMEA 8", {"standard.parameter", {}}, {"standard.parameter.asked", {}}, kSource, parameterStudy},
    };
}

std::vector<Trial> behaviour()
{
    return {
        {"RiMEA 9", {"standard.large_room", {}}, {"standard.large_room.asked", {}}, kSource, halfTheExits},
        {"RiMEA 10", {"standard.cabins", {}}, {"standard.cabins.asked", {}}, kSource, allocatedExits},
        {"RiMEA 11", {"standard.exit_choice", {}}, {"standard.exit_choice.asked", {}}, kSource, exitChoice},
        {"RiMEA 12a", {"standard.goal", {}}, {"standard.goal.asked", {}}, kSource, goalPosition},
        {"RiMEA 12b", {"standard.neck_length", {}}, {"standard.neck_length.asked", {}}, kSource, neckLength},
        {"RiMEA 12c", {"standard.second_neck", {}}, {"standard.second_neck.asked", {}}, kSource, secondNeck},
        {"RiMEA 12d", {"standard.neck_width", {}}, {"standard.neck_width.asked", {}}, kSource, neckWidth},
        {"RiMEA 13", {"standard.stair_diagram", {}}, {"standard.stair_diagram.asked", {}}, kSource, stairDiagram},
        {"RiMEA 14",
         {"standard.routes", {"5"}},
         {"standard.routes.asked", {}},
         kSource,
         [](Options o) { return routeOverLevels(5.0, o); }},
        {"RiMEA 15", {"standard.long_corner", {}}, {"standard.long_corner.asked", {}}, kSource, crowdAtCorner},
    };
}

}

std::vector<Trial> rimeaTrials() // 16 stands among the experiments
{
    std::vector<Trial> all = components();
    for (Trial& trial : behaviour()) all.push_back(std::move(trial));
    return all;
}

}
