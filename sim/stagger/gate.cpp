#include "sim/stagger/gate.hpp"

#include "sim/egress/hydraulic.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {

Result<GateModel> gateOf(const School& school, const Setting& setting, const StaggerRules::Gate& rule)
{
    const auto& [walkable, network] = std::tie(setting.walkable, setting.network);
    GateModel gate;
    gate.id = rule.id.none() ? school.grounds.gates.front().id : rule.id;
    gate.wait = rule.wait;
    gate.mostWaiting = rule.mostWaiting;
    if (rule.area) gate.mostWaiting = *rule.area / kWaitingArea;
    std::vector<PortalIndex> others;
    for (PortalIndex p = 0; p < walkable.portals.size(); ++p) {
        const GateId& id = walkable.portals[p].gate;
        if (id == gate.id)
            gate.flow = elementLimit(walkable, network, passageOf(p, false), 0.0).capacity;
        else if (!id.none())
            others.push_back(p);
    }
    if (rule.flow) gate.flow = *rule.flow;
    const auto toGo = secondsToGo(walkable, network, {}, {Goal::Kind::Gate, {}, {}}, barredWith(network, others));
    for (std::size_t p = 0; p < network.passages.size(); ++p) {
        const Portal& portal = walkable.portals[portalOf(static_cast<PassageIndex>(p))];
        if (!network.passages[p].exit || !std::isfinite(toGo[p])) continue;
        const auto [known, fresh] = gate.walk.try_emplace(portal.door.value, toGo[p]);
        if (!fresh) known->second = std::max(known->second, toGo[p]);
    }
    if (gate.walk.empty() || gate.flow <= 0.0)
        return Fault{{}, "gate", {"stagger.gate_not_reached", {gate.id.value}}, {"stagger.gate_not_reached.mend", {}}};
    return gate;
}

std::optional<double> atGate(const GateModel& gate, const std::string& exit, double out)
{
    const auto walk = gate.walk.find(exit);
    if (walk == gate.walk.end()) return std::nullopt;
    return out + walk->second;
}

GateCourse courseAt(const GateModel& gate, std::vector<double> arrivals)
{
    std::ranges::sort(arrivals);
    GateCourse course;
    std::vector<double> passed; // ascending
    double free = 0.0;
    for (const double arrival : arrivals) {
        passed.push_back(std::max(arrival + gate.wait, free));
        free = passed.back() + 1.0 / gate.flow;
    }
    std::size_t gone = 0;
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        while (gone < i && passed[gone] <= arrivals[i]) ++gone;
        const auto waiting = static_cast<double>(i + 1 - gone);
        if (waiting <= course.mostWaiting) continue;
        course.mostWaiting = waiting;
        course.mostAt = arrivals[i];
    }
    if (!passed.empty()) course.clear = passed.back();
    return course;
}

namespace {

void addUse(SlotOption& option, std::uint32_t place, std::vector<double> loads)
{
    std::size_t first = 0;
    while (first < loads.size() && loads[first] == 0.0) ++first;
    if (first == loads.size()) return;
    option.uses.push_back({place, static_cast<std::uint32_t>(first),
                           std::vector<float>(loads.begin() + static_cast<std::ptrdiff_t>(first), loads.end())});
}

}

void addGateUses(const GateModel& gate, std::uint32_t place, const std::vector<double>& arrivals, SlotOption& option)
{
    if (arrivals.empty()) return;
    const double last = *std::ranges::max_element(arrivals);
    const auto ticks = static_cast<std::size_t>(std::ceil(last + gate.wait + kGateWindow)) + 1;
    std::vector<double> wanting(ticks, 0.0), waiting(ticks, 0.0);
    const auto add = [&](std::vector<double>& loads, double from, double to, double load) {
        for (double second = std::max(0.0, std::ceil(from)); second < to; second += 1.0)
            loads[static_cast<std::size_t>(second)] += load;
    };
    for (const double arrival : arrivals) {
        const double ready = arrival + gate.wait;
        add(wanting, ready - 0.5 * kGateWindow, ready + 0.5 * kGateWindow, 1.0 / kGateWindow);
        add(waiting, arrival, ready, 1.0);
    }
    addUse(option, place, std::move(wanting));
    addUse(option, place + 1, std::move(waiting));
}

}
