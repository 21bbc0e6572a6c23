#include "sim/stagger/loads_file.hpp"
#include "sim/stagger/walked_runs.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// As the state of a search, and as the loads beside a plan of an empty school.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    WalkedRuns runs;
    static_cast<void>(fill(runs, text, "fuzz.state", {}));
    static_cast<void>(parseLoads(text, "fuzz.loads", School{}));
    return 0;
}
