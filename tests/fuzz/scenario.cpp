#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Whatever is read is written as a text that reads back as the same scenario, is checked against a school without
/// harm, and draws finite numbers; whatever is refused says why.
namespace {

using namespace stairwise;

void say(const Fault& fault)
{
    if (line(fault, Language::English).empty() || line(fault, Language::Chinese).empty()) std::abort();
}

void draw(const Distribution& distribution)
{
    for (const double p : {1e-12, 0.5, 1.0 - 1e-12}) {
        const double value = quantile(distribution, p);
        if (!(value >= distribution.low && value <= distribution.high)) std::abort();
    }
}

const School& oneRoom()
{
    static const School school = [] {
        School made;
        auto storey = std::make_shared<Storey>();
        storey->id.value = "F1";
        storey->spaces.push_back({{"C1"}, "", SpaceKind::Hall, {{{0, 0}, {12000, 0}, {12000, 2400}, {0, 2400}}, {}}});
        made.buildings.push_back({{"T"}, "", {storey}, {}});
        return made;
    }();
    return school;
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto scenario = parseScenario({reinterpret_cast<const char*>(data), size}, "fuzz.scenario.json");
    if (!scenario) {
        say(scenario.fault());
        return 0;
    }
    const std::string text = formatScenario(scenario.value());
    const auto again = parseScenario(text, "again.scenario.json");
    if (!again || !(again.value() == scenario.value()) || formatScenario(again.value()) != text) std::abort();
    if (const auto checked = checkAgainst(scenario.value(), oneRoom(), "fuzz.scenario.json"); !checked)
        say(checked.fault());
    static_cast<void>(withoutEffect(scenario.value()));
    draw(scenario.value().preMovement);
    return 0;
}
