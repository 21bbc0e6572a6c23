#include "sim/validate/standard_tests.hpp"
#include "sim/validate/trials.hpp"

namespace stairwise {
namespace {

constexpr const char* kSource = "IMO MSC.1/Circ.1533";

}

std::vector<Trial> imoTrials()
{
    return {
        {"IMO 4", {"standard.door_flow", {}}, {"standard.door_flow.asked", {}}, kSource, doorFlow},
        {"IMO 4, capped", {"standard.door_flow_capped", {}}, {"standard.door_flow.asked", {}}, kSource, cappedDoorFlow},
    };
}

}
