#include "sim/import/bim_json.hpp"

#include "sim/base/json.hpp"
#include "sim/base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>

namespace stairwise {
namespace {

constexpr std::size_t kLongestName = 160; // bytes; a school file holds 200
constexpr double kFarthestNumber = 1e9;   // assumed: beyond it not even millimetres make sense

// The names by which writers of the form call one thing, the usual one first.
using Names = std::span<const std::string_view>;
constexpr std::array<std::string_view, 3> kLevels = {"Level", "Levels", "Storeys"};
constexpr std::array<std::string_view, 3> kBuilding = {"NameBuilding", "BuildingName", "Name"};
constexpr std::array<std::string_view, 2> kLevelName = {"NameLevel", "Name"};
constexpr std::array<std::string_view, 3> kZ = {"ZLevel", "Z", "Elevation"};
constexpr std::array<std::string_view, 3> kElements = {"BuildElement", "BuildElements", "Elements"};
constexpr std::array<std::string_view, 4> kId = {"Id", "@", "Uuid", "Guid"};
constexpr std::array<std::string_view, 1> kName = {"Name"};
constexpr std::array<std::string_view, 2> kSign = {"Sign", "Type"};
constexpr std::array<std::string_view, 1> kSize = {"SizeZ"};
constexpr std::array<std::string_view, 2> kPeople = {"NumPeople", "NumberOfPeople"};
constexpr std::array<std::string_view, 2> kOutput = {"Output", "Outputs"};
constexpr std::array<std::string_view, 1> kUp = {"Up"};
constexpr std::array<std::string_view, 1> kDown = {"Down"};
constexpr std::array<std::string_view, 2> kXy = {"XY", "Points"};
constexpr std::array<std::string_view, 1> kPoints = {"points"};
constexpr std::array<std::string_view, 1> kX = {"x"};
constexpr std::array<std::string_view, 1> kY = {"y"};

struct SignName {
    std::string_view name;
    Sign sign;
};
constexpr std::array<SignName, 7> kSigns = {{{"room", Sign::Room},
                                             {"staircase", Sign::Staircase},
                                             {"stair", Sign::Staircase},
                                             {"doorwayint", Sign::Door},
                                             {"doorway", Sign::Opening},
                                             {"doorwayout", Sign::Exit},
                                             {"outside", Sign::Exit}}};

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string plainId(std::string_view text)
{
    std::string id = lower(text);
    std::erase_if(id, [](char c) { return c == '{' || c == '}' || c == ' '; });
    return id;
}

// Reads one file. A wrong type throws a Fault to read(), the only one who catches it: forty call sites stay plain.
class Reader {
public:
    Reader(std::string name, ImportNotes& notes) : name_(std::move(name)), notes_(notes) {}

    Result<ForeignPlan> read(const JsonValue& root)
    {
        try {
            ForeignPlan plan = planOf(root);
            for (const auto& [key, usual] : otherKeys_)
                report(notes_, Severity::Note, {key, {}, {}}, {"import.other_key", {key, usual}},
                       {"import.other_key.mend", {}});
            return plan;
        } catch (Fault& fault) {
            return std::move(fault);
        }
    }

private:
    [[noreturn]] void refuse(std::string place, Message what, Message mend) const
    {
        throw Fault{name_, std::move(place), std::move(what), std::move(mend)};
    }
    [[noreturn]] void refuseType(std::string place, Message what) const
    {
        refuse(std::move(place), std::move(what), {"import.wrong_type.mend", {}});
    }

    const JsonValue* find(const JsonValue& object, Names names)
    {
        for (const auto name : names)
            if (const auto* value = memberOf(object, name)) {
                if (name != names.front() && name != "@") otherKeys_.insert({std::string(name), std::string(names[0])});
                return value;
            }
        for (const auto name : names)
            for (const auto& member : *object.as<JsonValue::Object>())
                if (lower(member.key) == lower(name)) {
                    otherKeys_.insert({member.key, std::string(names[0])});
                    return &member.value;
                }
        return nullptr;
    }
    void needObject(const JsonValue& value, const std::string& place) const
    {
        if (value.as<JsonValue::Object>() == nullptr) refuseType(place, {"import.want_object", {}});
    }
    const JsonValue::List& list(const JsonValue* value, const std::string& place) const
    {
        const auto* found = value == nullptr ? nullptr : value->as<JsonValue::List>();
        if (found == nullptr) refuseType(place, {"import.want_list", {}});
        return *found;
    }
    double number(const JsonValue& value, const std::string& place) const
    {
        double result = 0.0;
        if (const auto* whole = value.as<std::int64_t>())
            result = static_cast<double>(*whole);
        else if (const auto* real = value.as<double>())
            result = *real;
        else
            refuseType(place, {"import.want_number", {}});
        if (!(std::abs(result) <= kFarthestNumber))
            refuse(place, {"import.number_range", {fmt::format("{:g}", result), fmt::format("{:g}", kFarthestNumber)}},
                   {"import.number_range.mend", {}});
        return result;
    }
    // Empty where the key is missing or null.
    std::string text(const JsonValue& object, Names names, const std::string& place)
    {
        const auto* value = find(object, names);
        if (value == nullptr || value->as<std::monostate>() != nullptr) return {};
        if (const auto* whole = value->as<std::int64_t>()) return fmt::format("{}", *whole);
        const auto* found = value->as<std::string>();
        if (found == nullptr) refuseType(fmt::format("{}.{}", place, names[0]), {"import.want_text", {}});
        return *found;
    }
    std::optional<double> numberAt(const JsonValue& object, Names names, const std::string& place)
    {
        const auto* value = find(object, names);
        if (value == nullptr || value->as<std::monostate>() != nullptr) return std::nullopt;
        return number(*value, fmt::format("{}.{}", place, names[0]));
    }

    Vec2 pointOf(const JsonValue& value, const std::string& place)
    {
        if (const auto* pair = value.as<JsonValue::List>(); pair != nullptr && pair->size() >= 2)
            return {number((*pair)[0], place), number((*pair)[1], place)};
        needObject(value, place);
        const auto x = numberAt(value, kX, place);
        const auto y = numberAt(value, kY, place);
        if (!x || !y) refuseType(place, {"import.want_point", {}});
        return {*x, *y};
    }
    // XY: [{points: [{x, y}, …]}, …]; other writers leave out the list or the object between.
    std::vector<Vec2> ringOf(const JsonValue* xy, const ForeignElement& element)
    {
        const std::string place = element.place + ".XY";
        if (xy == nullptr) refuseType(place, {"import.want_list", {}});
        if (const auto* rings = xy->as<JsonValue::List>(); rings != nullptr && !rings->empty()) {
            const JsonValue& first = rings->front();
            if (first.as<JsonValue::Object>() != nullptr && find(first, kPoints) != nullptr) {
                if (rings->size() > 1)
                    report(notes_, Severity::Warning, {element.place, {}, {}},
                           {"import.more_rings", {fmt::format("{}", rings->size())}}, {"import.more_rings.mend", {}});
                xy = find(first, kPoints);
            }
        } else if (xy->as<JsonValue::Object>() != nullptr) {
            xy = find(*xy, kPoints);
        }
        const auto& points = list(xy, place);
        if (points.size() > kMostRingCorners)
            refuse(place, {"import.ring_long", {fmt::format("{}", points.size()), fmt::format("{}", kMostRingCorners)}},
                   {"import.ring_long.mend", {}});
        std::vector<Vec2> ring;
        for (std::size_t i = 0; i < points.size(); ++i)
            ring.push_back(pointOf(points[i], fmt::format("{}.points[{}]", place, i)));
        return ring;
    }

    std::optional<Sign> signOf(const JsonValue& value, const ForeignElement& element)
    {
        const std::string written = text(value, kSign, element.place);
        const auto* known = std::ranges::find(kSigns, std::string_view(lower(written)), &SignName::name);
        if (known != kSigns.end()) return known->sign;
        report(notes_, Severity::Warning, {element.id.empty() ? element.place : element.id, {}, {}},
               {"import.sign_unknown", {written, element.place}}, {"import.sign_unknown.mend", {}});
        return std::nullopt;
    }
    std::vector<std::string> neighboursOf(const JsonValue& value, const std::string& place)
    {
        std::vector<std::string> ids;
        if (const auto* output = find(value, kOutput); output != nullptr && output->as<std::monostate>() == nullptr)
            for (const auto& item : list(output, place + ".Output")) {
                const auto* id = item.as<std::string>();
                if (id == nullptr) refuseType(place + ".Output", {"import.want_text", {}});
                ids.push_back(plainId(*id));
            }
        for (const auto& names : {Names(kUp), Names(kDown)})
            if (std::string id = plainId(text(value, names, place)); !id.empty() && std::ranges::count(ids, id) == 0)
                ids.push_back(std::move(id));
        return ids;
    }
    std::optional<ForeignElement> elementOf(const JsonValue& value, const std::string& place)
    {
        needObject(value, place);
        ForeignElement element;
        element.place = place;
        element.written = plainText(text(value, kId, place), std::string::npos);
        element.id = plainId(element.written);
        const auto sign = signOf(value, element);
        if (!sign) return std::nullopt;
        element.sign = *sign;
        element.name = plainText(text(value, kName, place), kLongestName);
        element.ring = ringOf(find(value, kXy), element);
        element.sizeZ = numberAt(value, kSize, place).value_or(0.0);
        element.people = numberAt(value, kPeople, place).value_or(0.0);
        element.output = neighboursOf(value, place);
        return element;
    }
    ForeignLevel levelOf(const JsonValue& value, const std::string& place)
    {
        needObject(value, place);
        ForeignLevel level;
        level.place = place;
        level.name = plainText(text(value, kLevelName, place), kLongestName);
        level.z = numberAt(value, kZ, place);
        const auto& elements = list(find(value, kElements), place + ".BuildElement");
        count_ += elements.size();
        if (count_ > kMostElements)
            refuse(place + ".BuildElement", {"import.too_many", {fmt::format("{}", kMostElements)}},
                   {"import.too_many.mend", {}});
        for (std::size_t i = 0; i < elements.size(); ++i)
            if (auto element = elementOf(elements[i], fmt::format("{}.BuildElement[{}]", place, i)))
                level.elements.push_back(std::move(*element));
        return level;
    }
    ForeignPlan planOf(const JsonValue& root)
    {
        if (root.as<JsonValue::Object>() == nullptr || find(root, kLevels) == nullptr)
            refuse({}, {"import.unknown_form", {}}, {"import.unknown_form.mend", {}});
        ForeignPlan plan;
        plan.building = plainText(text(root, kBuilding, {}), kLongestName);
        const auto& levels = list(find(root, kLevels), "Level");
        if (levels.empty()) refuse("Level", {"import.no_levels", {}}, {"import.no_levels.mend", {}});
        if (levels.size() > kMostLevels)
            refuse("Level", {"import.too_many", {fmt::format("{}", kMostLevels)}}, {"import.too_many.mend", {}});
        for (std::size_t i = 0; i < levels.size(); ++i)
            plan.levels.push_back(levelOf(levels[i], fmt::format("Level[{}]", i)));
        return plan;
    }

    std::string name_;
    ImportNotes& notes_;
    std::size_t count_ = 0;
    std::set<std::pair<std::string, std::string>> otherKeys_; // as written, as usual
};

}

std::string plainText(std::string_view text, std::size_t longest)
{
    std::string plain;
    for (const char c : text) plain += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    plain.resize(beginningOf(plain, longest).size());
    const auto first = plain.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

Result<ForeignPlan> readBimJson(std::string_view text, const std::string& name, ImportNotes& notes)
{
    auto json = parseJson(text, name);
    if (!json) return json.fault();
    return Reader(name, notes).read(json.value());
}

}
