#include "sim/stagger/fares.hpp"

#include "sim/scenario/situation.hpp"

#include <algorithm>

namespace stairwise {
namespace {

std::optional<Band> bandOfAll(const std::vector<std::optional<double>>& values)
{
    std::vector<double> all;
    for (const auto& value : values)
        if (value) all.push_back(*value);
    return all.size() == values.size() ? bandOf(std::move(all)) : std::nullopt;
}

}

std::vector<PassageFare> faresOf(const std::vector<PlanRun>& runs, std::vector<PassageResult> PlanRun::*passages)
{
    std::vector<PassageFare> fares;
    if (runs.empty()) return fares;
    for (std::size_t p = 0; p < (runs.front().*passages).size(); ++p) {
        PassageFare& fare = fares.emplace_back();
        fare.id = (runs.front().*passages)[p].id;
        std::vector<std::optional<double>> clear;
        for (const PlanRun& run : runs) {
            const PassageResult& own = (run.*passages)[p];
            fare.passed += own.passed / static_cast<double>(runs.size());
            if (own.passed > 0 || run.ending != Ending::Empty) clear.push_back(own.clear);
        }
        if (!clear.empty()) fare.clear = bandOfAll(clear);
    }
    return fares;
}

std::optional<GateFare> gateFareOf(const std::vector<PlanRun>& runs)
{
    std::vector<std::optional<double>> clear;
    std::vector<double> waiting;
    for (const PlanRun& run : runs) {
        if (!run.gate) return std::nullopt;
        clear.push_back(run.ending == Ending::Empty ? std::optional(run.gate->clear) : std::nullopt);
        waiting.push_back(run.gate->mostWaiting);
    }
    const auto clearance = bandOfAll(clear);
    const auto most = bandOf(std::move(waiting));
    if (!clearance || !most) return std::nullopt;
    return GateFare{*clearance, *most};
}

std::vector<BusFare> busFaresOf(const School& school, const Scenario& scenario, const StaggerRules& rules,
                                const std::vector<PlanRun>& runs)
{
    std::vector<BusFare> fares;
    const double begin = coverOf(scenario); // rules count from the second signal
    for (const StaggerRules::Bus& bus : rules.buses) {
        BusFare& fare = fares.emplace_back();
        std::vector<std::optional<double>> there;
        std::size_t missed = 0;
        for (const PlanRun& run : runs) {
            std::optional<double> last = 0.0;
            for (const std::size_t c : membersOf(school, bus.who)) {
                if (school.classes[c].pupils == 0) continue;
                last = last && run.classes[c] ? std::optional(std::max(*last, *run.classes[c])) : std::nullopt;
            }
            missed += !last || *last > begin + bus.leaves - bus.board ? 1 : 0;
            there.push_back(last);
        }
        if (!runs.empty()) fare.missed = static_cast<double>(missed) / static_cast<double>(runs.size());
        fare.there = bandOfAll(there);
    }
    return fares;
}

}
