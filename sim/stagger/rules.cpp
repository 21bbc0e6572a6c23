#include "sim/stagger/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

/// Keeps the first fault.
struct Check {
    const School& school;
    std::optional<Fault> fault = {};

    void refuse(std::string place, Message what, Message mend)
    {
        if (!fault) fault = Fault{{}, std::move(place), std::move(what), std::move(mend)};
    }
    // `least`: classes that the rule must name to ask anything.
    void who(const std::string& place, const Who& who, std::size_t least)
    {
        for (const ClassId& id : who.classes)
            if (findClass(school, id) == nullptr)
                refuse(place, {"stagger.no_class", {id.value}}, {"stagger.no_class.mend", {}});
        for (const int grade : who.grades)
            if (std::ranges::find(school.classes, grade, &SchoolClass::grade) == school.classes.end())
                refuse(place, {"stagger.no_grade", {std::to_string(grade)}}, {"stagger.no_grade.mend", {}});
        if (membersOf(school, who).size() < least)
            refuse(place, {"stagger.too_few", {}}, {"stagger.too_few.mend", {std::to_string(least)}});
    }
    void ways(const std::string& place, const std::vector<ClassWay>& ways)
    {
        for (const ClassWay& way : ways)
            if (findStair(school, way.stair) == nullptr && findDoor(school, way.exit) == nullptr)
                refuse(place, {"stagger.no_way_named", {nameOf(way)}}, {"stagger.no_way_named.mend", {}});
    }
    void gate(const StaggerRules::Gate& gate)
    {
        const auto& gates = school.grounds.gates;
        std::vector<std::string> names;
        for (const Gate& one : gates) names.push_back(one.id.value);
        const std::string all = fmt::format("{}", fmt::join(names, ", "));
        if (gates.empty())
            refuse("gate", {"stagger.no_gate_drawn", {}}, {"stagger.no_gate_drawn.mend", {}});
        else if (gate.id.none() && gates.size() > 1)
            refuse("gate", {"stagger.which_gate", {all}}, {"stagger.which_gate.mend", {}});
        else if (!gate.id.none() && std::ranges::find(gates, gate.id, &Gate::id) == gates.end())
            refuse("gate.id", {"stagger.no_gate", {gate.id.value}}, {"stagger.no_gate.mend", {all}});
    }
};

std::string placeOf(const char* list, std::size_t index, const char* key)
{
    return fmt::format("{}[{}].{}", list, index, key);
}

}

std::vector<std::size_t> membersOf(const School& school, const Who& who)
{
    std::vector<std::size_t> members;
    for (std::size_t c = 0; c < school.classes.size(); ++c) {
        const SchoolClass& own = school.classes[c];
        const bool named = std::ranges::find(who.classes, own.id) != who.classes.end();
        if (named || std::ranges::find(who.grades, own.grade) != who.grades.end()) members.push_back(c);
    }
    return members;
}

std::vector<ClassRules> rulesByClass(const School& school, const StaggerRules& rules)
{
    std::vector<ClassRules> all(school.classes.size());
    const auto atMost = [](std::optional<double>& kept, double time) { kept = std::min(kept.value_or(time), time); };
    for (ClassRules& own : all)
        if (rules.lastRelease) atMost(own.latest, *rules.lastRelease);
    for (const StaggerRules::Wish& wish : rules.classes)
        for (const std::size_t c : membersOf(school, wish.who)) {
            ClassRules& own = all[c];
            if (wish.earliest) own.earliest = std::max(own.earliest, *wish.earliest);
            if (wish.latest) atMost(own.latest, *wish.latest);
            if (wish.ways.empty()) continue;
            if (!own.ways) own.ways = wish.ways;
            std::erase_if(*own.ways,
                          [&](const ClassWay& way) { return std::ranges::find(wish.ways, way) == wish.ways.end(); });
        }
    for (const StaggerRules::Bus& bus : rules.buses)
        for (const std::size_t c : membersOf(school, bus.who)) atMost(all[c].due, bus.leaves - bus.board);
    return all;
}

Done checkRules(const StaggerRules& rules, const School& school)
{
    Check check{school};
    for (std::size_t i = 0; i < rules.classes.size(); ++i) {
        check.who(placeOf("classes", i, "who"), rules.classes[i].who, 1);
        check.ways(placeOf("classes", i, "ways"), rules.classes[i].ways);
    }
    for (std::size_t i = 0; i < rules.together.size(); ++i)
        check.who(placeOf("together", i, "who"), rules.together[i].who, 2);
    for (std::size_t i = 0; i < rules.orders.size(); ++i) {
        check.who(placeOf("orders", i, "first"), rules.orders[i].first, 1);
        check.who(placeOf("orders", i, "second"), rules.orders[i].second, 1);
    }
    for (std::size_t i = 0; i < rules.buses.size(); ++i) {
        const StaggerRules::Bus& bus = rules.buses[i];
        check.who(placeOf("buses", i, "who"), bus.who, 1);
        if (bus.leaves < bus.board)
            check.refuse(placeOf("buses", i, "leaves"),
                         {"stagger.bus_before_bell",
                          {bus.name, fmt::format("{:g}", bus.leaves), fmt::format("{:g}", bus.board)}},
                         {"stagger.bus_before_bell.mend", {}});
    }
    if (rules.gate) check.gate(*rules.gate);
    if (check.fault) return *check.fault;
    return done();
}

}
