#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/trials.hpp"

namespace stairwise {
namespace {

constexpr const char* kSource = "RiMEA 4.1.1";

}

std::vector<Trial> rimeaTrials()
{
    using Options = const TrialOptions&;
    return {
        {"RiMEA 1",
         {"standard.corridor_speed", {}},
         {"standard.speed.asked", {"40", "1.33", "26–34 s"}},
         kSource,
         [](Options o) { return corridorSpeed(1.33, o); }},
        {"RiMEA 6", {"standard.corner", {}}, {"standard.corner.asked", {}}, kSource, cornerWalk},
    };
}

}
