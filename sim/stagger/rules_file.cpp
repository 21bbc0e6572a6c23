#include "sim/stagger/rules_file.hpp"

#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/system.hpp"

namespace stairwise {
namespace {

constexpr std::size_t kLargestFile = 16U << 20U; // bytes
constexpr std::size_t kMost = 10000;             // classes, groups, orders
constexpr Number kSeconds{0.0, 86400.0, "s"};
constexpr Number kLoad{0.1, 10.0};
constexpr Number kStep{1.0, 600.0, "s"};

void readWay(const JsonPlace& at, ClassWay& out)
{
    JsonObject object(at);
    object.may("stair", out.stair, IdText{});
    object.may("exit", out.exit, IdText{});
    if (out.stair.none() == out.exit.none() && at.good())
        at.refuse({"stagger.way_of_two", {}}, {"stagger.way_of_two.mend", {}});
}

void readWish(const JsonPlace& at, ClassWish& out)
{
    JsonObject object(at);
    object.need("class", out.id, IdText{});
    object.may("earliest", out.earliest, kSeconds);
    object.may("latest", out.latest, kSeconds);
    object.may("ways", out.ways, listOf(readWay, kMost));
}

void readOrder(const JsonPlace& at, StaggerRules::Order& out)
{
    JsonObject object(at);
    object.need("first", out.first, IdText{});
    object.need("second", out.second, IdText{});
    object.may("gap", out.gap, kSeconds);
}

void readAll(const JsonPlace& at, StaggerRules& out)
{
    JsonObject object(at);
    object.may("loadLimit", out.loadLimit, kLoad);
    object.may("step", out.step, kStep);
    object.may("lastRelease", out.lastRelease, kSeconds);
    object.may("changePrice", out.changePrice, kSeconds);
    object.may("classes", out.classes, listOf(readWish, kMost));
    object.may("together", out.together, listOf(listOf(IdText{}, kMost), kMost));
    object.may("orders", out.orders, listOf(readOrder, kMost));
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
