#include "sim/stagger/rules_file.hpp"

#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/system.hpp"
#include "sim/stagger/clock_times.hpp"

namespace stairwise {
namespace {

constexpr std::size_t kLargestFile = 16U << 20U; // bytes
constexpr std::size_t kMost = 10000;             // classes, groups, orders
constexpr Number kSeconds{0.0, 86400.0, "s"};
constexpr Number kLoad{0.1, 10.0};
constexpr Number kStep{1.0, 600.0, "s"};
constexpr Number kFlow{0.05, 100.0, "1/s"};
constexpr Number kPersons{1.0, 100000.0};
constexpr Number kArea{1.0, 100000.0, "m²"};
constexpr Whole kGrades{0, 12};
constexpr Whole kStaff{1, 1000};

/// Seconds after the signal, or the time of day where the file says when the bell rings.
struct Moment {
    std::optional<double> bell;

    void operator()(const JsonPlace& at, double& out) const
    {
        const auto* text = at.value().as<std::string>();
        if (text == nullptr) return kSeconds(at, out);
        const auto time = readClock(*text);
        if (!time)
            at.refuse({"stagger.no_clock", {*text}}, {"stagger.no_clock.mend", {}});
        else if (!bell)
            at.refuse({"stagger.clock_without_bell", {}}, {"stagger.clock_without_bell.mend", {}});
        else if (*time < *bell)
            at.refuse({"stagger.before_bell", {*text, clockText(*bell)}}, {"stagger.before_bell.mend", {}});
        else
            out = *time - *bell;
    }
};

void readBell(const JsonPlace& at, double& out)
{
    std::string text;
    kNameText(at, text);
    const auto time = readClock(text);
    if (!time) return at.refuse({"stagger.no_clock", {text}}, {"stagger.no_clock.mend", {}});
    out = *time;
}

// A class by its id, a grade by its number.
void readOne(const JsonPlace& at, Who& who)
{
    if (at.value().as<std::string>() != nullptr)
        IdText{}(at, who.classes.emplace_back());
    else
        kGrades(at, who.grades.emplace_back());
}

void readWho(const JsonPlace& at, Who& who)
{
    const auto* list = listAt(at, kMost);
    for (std::size_t i = 0; list != nullptr && i < list->size() && at.good(); ++i) readOne(at.item(i), who);
}

void readWay(const JsonPlace& at, ClassWay& out)
{
    JsonObject object(at);
    object.may("stair", out.stair, IdText{});
    object.may("exit", out.exit, IdText{});
    if (out.stair.none() == out.exit.none() && at.good())
        at.refuse({"stagger.way_of_two", {}}, {"stagger.way_of_two.mend", {}});
}

void readTogether(const JsonPlace& at, StaggerRules::Together& out)
{
    JsonObject object(at);
    object.need("who", out.who, readWho);
    object.may("within", out.within, kSeconds);
}

void readOrder(const JsonPlace& at, StaggerRules::Order& out)
{
    JsonObject object(at);
    object.need("first", out.first, readOne);
    object.need("second", out.second, readOne);
    object.may("gap", out.gap, kSeconds);
}

void readGate(const JsonPlace& at, StaggerRules::Gate& out)
{
    JsonObject object(at);
    object.may("id", out.id, IdText{});
    object.may("flow", out.flow, kFlow);
    object.may("mostWaiting", out.mostWaiting, kPersons);
    object.may("area", out.area, kArea);
    object.may("wait", out.wait, kSeconds);
    if (out.mostWaiting && out.area && at.good())
        at.refuse({"stagger.gate_of_two", {}}, {"stagger.gate_of_two.mend", {}});
}

/// What tells times by the clock.
struct Timed {
    Moment moment;

    void operator()(const JsonPlace& at, StaggerRules::Wish& out) const
    {
        JsonObject object(at);
        object.need("who", out.who, readWho);
        object.may("earliest", out.earliest, moment);
        object.may("latest", out.latest, moment);
        object.may("ways", out.ways, listOf(readWay, kMost));
    }
    void operator()(const JsonPlace& at, StaggerRules::Bus& out) const
    {
        JsonObject object(at);
        object.need("name", out.name, kNameText);
        object.need("who", out.who, readWho);
        object.need("leaves", out.leaves, moment);
        object.may("board", out.board, kSeconds);
    }
};

void readAll(const JsonPlace& at, StaggerRules& out)
{
    JsonObject object(at);
    object.may("bell", out.bell, readBell); // before all that is told by it
    const Moment moment{out.bell};
    object.may("loadLimit", out.loadLimit, kLoad);
    object.may("step", out.step, kStep);
    object.may("lastRelease", out.lastRelease, moment);
    object.may("changePrice", out.changePrice, kSeconds);
    object.may("dutyStaff", out.dutyStaff, kStaff);
    object.may("classes", out.classes, listOf(Timed{moment}, kMost));
    object.may("together", out.together, listOf(readTogether, kMost));
    object.may("orders", out.orders, listOf(readOrder, kMost));
    object.may("buses", out.buses, listOf(Timed{moment}, kMost));
    object.may("gate", out.gate, readGate);
}

}

Result<StaggerRules> readRules(const std::filesystem::path& path)
{
    const auto text = readFile(path, kLargestFile);
    if (!text) return text.fault();
    return parseRules(text.value(), path.string());
}

Result<StaggerRules> parseRules(std::string_view text, const std::string& name)
{
    auto values = parseJson(text, name);
    if (!values) return values.fault();
    constexpr std::span<const Migration> kNone;
    const auto current = currentVersion(std::move(values).value(), "stairwise-rules", kNone, name);
    if (!current) return current.fault();
    JsonFaults faults{name, {}};
    StaggerRules rules;
    readAll(JsonPlace(current.value(), faults), rules);
    if (faults.first) return std::move(*faults.first);
    return rules;
}

}
