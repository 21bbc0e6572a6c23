#include "sim/import/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace stairwise {
namespace {

constexpr double kLargestRoomMetres = 400.0;     // assumed: a middle room this wide is drawn in millimetres
constexpr double kHighestLevelMetres = 700.0;    // assumed: no building is higher
constexpr std::int32_t kLowStorey = 2000;        // assumed: less is no storey
constexpr std::int32_t kHighStorey = 8000;       // assumed: more is a forgotten level
constexpr std::int32_t kUsualStorey = 3000;      // assumed where neither levels nor rooms say it
constexpr std::int32_t kFarthest = 9'900'000;    // room for what is made beside the drawing, within kFarthestMm
constexpr std::int32_t kHighest = 900'000;       // up and down; a school file holds a kilometre
constexpr std::int32_t kTallestStorey = 100'000; // a school file holds no taller
constexpr std::ptrdiff_t kDeepestBasement = 20;  // a school file holds no deeper
constexpr std::int32_t kGroundTolerance = 500;   // assumed: the ground storey may lie half a metre low

// Half of all rooms are wider than this, in the file's unit.
double middleWidth(const ForeignPlan& plan)
{
    std::vector<double> widths;
    for (const auto& level : plan.levels)
        for (const auto& element : level.elements) {
            if (!isSpace(element.sign) || element.ring.empty()) continue;
            const auto [low, high] = std::ranges::minmax(element.ring, {}, &Vec2::x);
            widths.push_back(high.x - low.x);
        }
    if (widths.empty()) return 0.0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

double millimetresPerUnit(const ForeignPlan& plan, ImportNotes& notes)
{
    const double middle = middleWidth(plan);
    if (middle < kLargestRoomMetres) return 1000.0;
    guess(notes, Severity::Warning, {}, "polygon", {"import.plan_in_millimetres", {fmt::format("{:.0f}", middle)}},
          {"import.plan_in_millimetres.mend", {}});
    return 1.0;
}

// Floor to floor as the rooms of a level say it; what is said most often, the lower of equals.
std::optional<std::int32_t> roomHeight(const ForeignLevel& level)
{
    std::map<std::int32_t, int> votes;
    for (const auto& element : level.elements) {
        if (!isSpace(element.sign) || !(element.sizeZ > 0.0)) continue;
        const double millimetres = element.sizeZ < 100.0 ? element.sizeZ * 1000.0 : element.sizeZ;
        if (millimetres >= kLowStorey && millimetres <= 100'000.0) ++votes[static_cast<std::int32_t>(millimetres)];
    }
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    return most == votes.end() ? std::nullopt : std::optional(most->first);
}

Sighting levelAt(const ForeignLevel& level)
{
    return {level.name.empty() ? level.place : level.name, {}, {}};
}

// Millimetres of every level, in the order of the file.
std::vector<std::int32_t> elevationsOf(const ForeignPlan& plan, ImportNotes& notes)
{
    double highest = 0.0;
    for (const auto& level : plan.levels) highest = std::max(highest, std::abs(level.z.value_or(0.0)));
    const bool millimetres = highest > kHighestLevelMetres;
    if (millimetres)
        guess(notes, Severity::Warning, {}, "elevation",
              {"import.level_in_millimetres", {fmt::format("{:g}", highest)}},
              {"import.level_in_millimetres.mend", {}});
    std::vector<std::int32_t> elevations;
    std::int32_t next = 0;
    for (const auto& level : plan.levels) {
        if (level.z) {
            elevations.push_back(static_cast<std::int32_t>(std::lround(*level.z * (millimetres ? 1.0 : 1000.0))));
        } else {
            elevations.push_back(next);
            guess(notes, Severity::Warning, levelAt(level), "elevation", {"import.level_missing", {inMetres(next)}},
                  {"import.level_missing.mend", {}});
        }
        next = elevations.back() + roomHeight(level).value_or(kUsualStorey);
    }
    return elevations;
}

// The last whole number in a level's name.
std::optional<int> numberIn(const std::string& name)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto last = std::find_if(name.rbegin(), name.rend(), isDigit);
    if (last == name.rend()) return std::nullopt;
    const auto first = std::find_if_not(last, name.rend(), isDigit);
    const std::string digits(first.base(), last.base());
    if (digits.size() > 3) return std::nullopt;
    const bool below = first != name.rend() && *first == '-';
    return below ? -std::stoi(digits) : std::stoi(digits);
}

void checkHeight(const ForeignLevel& level, DrawnStorey& storey, bool top, ImportNotes& notes)
{
    const auto rooms = roomHeight(level);
    const Sighting where{storey.id.value, storey.id.value, {}};
    if (top) {
        storey.height = rooms.value_or(kUsualStorey);
        if (!rooms)
            guess(notes, Severity::Note, where, "height", {"import.top_height", {inMetres(storey.height)}},
                  {"import.top_height.mend", {}});
        return;
    }
    if (storey.height < kLowStorey || storey.height > kHighStorey)
        report(notes, Severity::Error, where, {"import.storey_height", {}}, {"import.storey_height.mend", {}},
               {inMetres(storey.height), inMetres(kLowStorey) + " – " + inMetres(kHighStorey)});
    else if (rooms && *rooms > storey.height + 50) // assumed: roundings of the drawing
        report(notes, Severity::Warning, where, {"import.rooms_too_high", {}}, {"import.rooms_too_high.mend", {}},
               {inMetres(*rooms), inMetres(storey.height)});
}

// Two levels cannot be at one height: the later one is set over the other.
void raiseEqual(const ForeignPlan& plan, std::size_t lower, std::size_t upper, std::vector<std::int32_t>& elevations,
                ImportNotes& notes)
{
    if (elevations[upper] > elevations[lower]) return;
    elevations[upper] = elevations[lower] + roomHeight(plan.levels[lower]).value_or(kUsualStorey);
    guess(notes, Severity::Error, levelAt(plan.levels[upper]), "elevation",
          {"import.level_equal", {inMetres(elevations[lower]), inMetres(elevations[upper])}},
          {"import.level_equal.mend", {}});
}

std::vector<DrawnStorey> storeysOf(const ForeignPlan& plan, const std::vector<std::size_t>& order,
                                   const std::vector<std::int32_t>& elevations, ImportNotes& notes)
{
    const auto isGround = [&](std::size_t level) { return elevations[level] >= -kGroundTolerance; };
    auto ground = std::ranges::find_if(order, isGround) - order.begin();
    ground = ground == std::ssize(order) ? 0 : std::min(ground, kDeepestBasement);
    std::vector<DrawnStorey> storeys;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const ForeignLevel& level = plan.levels[order[i]];
        const auto above = static_cast<int>(i) - static_cast<int>(ground);
        DrawnStorey storey;
        storey.number = above >= 0 ? above + 1 : above;
        storey.id.value = storey.number > 0 ? fmt::format("L{}", storey.number) : fmt::format("B{}", -storey.number);
        storey.name = level.name;
        storey.elevation = elevations[order[i]];
        const bool top = i + 1 == order.size();
        if (!top) storey.height = elevations[order[i + 1]] - storey.elevation;
        checkHeight(level, storey, top, notes);
        storey.height = std::min(storey.height, kTallestStorey);
        const auto named = numberIn(level.name);
        if (named && *named != storey.number)
            report(notes, Severity::Warning, {storey.id.value, storey.id.value, {}},
                   {"import.level_name", {level.name, fmt::format("{}", storey.number)}},
                   {"import.level_name.mend", {}});
        storeys.push_back(std::move(storey));
    }
    return storeys;
}

// 32 hexadecimal digits, with or without dashes.
bool isGuid(const std::string& id)
{
    const auto isDash = [](char c) { return c == '-'; };
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return std::ranges::count_if(id, isHex) == 32 && std::ranges::count_if(id, isDash) + 32 == std::ssize(id);
}

// The first eight characters of a GUID where they tell it from all others, else the id as it was written.
class Ids {
public:
    Ids(const ForeignPlan& plan, const Drawing& drawing)
    {
        for (const auto& storey : drawing.storeys) given_.insert(storey.id.value);
        for (const auto& level : plan.levels)
            for (const auto& element : level.elements)
                if (isGuid(element.id) && whole_.insert(element.id).second) ++short_[element.id.substr(0, kShort)];
    }
    std::string give(const ForeignElement& element, ImportNotes& notes)
    {
        std::string id = element.written;
        if (id.empty() || id.size() > kLongest) {
            id = fmt::format("e{}", ++nameless_);
            guess(notes, Severity::Warning, {id, {}, {}}, "id", {"import.no_id", {element.place}},
                  {"import.no_id.mend", {}});
        } else if (isGuid(element.id)) {
            const std::string start = element.id.substr(0, kShort);
            id = short_[start] == 1 ? start : element.id;
        }
        std::string free = id;
        for (int n = 2; given_.contains(free); ++n) free = fmt::format("{}-{}", id, n);
        if (free != id)
            report(notes, Severity::Error, {free, {}, {}}, {"import.id_twice", {id, element.place}},
                   {"import.id_twice.mend", {}});
        given_.insert(free);
        return free;
    }

private:
    static constexpr std::size_t kShort = 8;
    static constexpr std::size_t kLongest = 48; // bytes; a school file holds 64
    std::set<std::string> whole_;
    std::map<std::string, int> short_;
    std::set<std::string> given_;
    int nameless_ = 0;
};

std::optional<Ring> inMillimetres(const std::vector<Vec2>& ring, double perUnit)
{
    Ring points;
    for (const Vec2 corner : ring) {
        const double x = corner.x * perUnit;
        const double y = corner.y * perUnit;
        if (!(std::abs(x) <= kFarthest && std::abs(y) <= kFarthest)) return std::nullopt;
        points.push_back({static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))});
    }
    return points;
}

// Both sides of a link name each other, as a rule; one is enough.
void link(Drawing& drawing, const std::vector<const ForeignElement*>& foreign, ImportNotes& notes)
{
    std::map<std::string, std::size_t> byId;
    for (std::size_t i = 0; i < foreign.size(); ++i)
        if (!foreign[i]->id.empty()) byId.insert({foreign[i]->id, i});
    const auto add = [](DrawnElement& element, std::size_t other) {
        if (std::ranges::count(element.links, other) == 0) element.links.push_back(other);
    };
    for (std::size_t i = 0; i < foreign.size(); ++i)
        for (const auto& id : foreign[i]->output) {
            const auto found = byId.find(id);
            if (found == byId.end() || found->second == i) {
                report(notes, Severity::Warning, sightingOf(drawing, drawing.elements[i]),
                       {"import.link_to_nothing", {id}}, {"import.link_to_nothing.mend", {}});
                continue;
            }
            add(drawing.elements[i], found->second);
            add(drawing.elements[found->second], i);
        }
}

void reportPeople(const ForeignPlan& plan, ImportNotes& notes)
{
    double people = 0.0;
    for (const auto& level : plan.levels)
        for (const auto& element : level.elements) people += std::max(0.0, element.people);
    if (people > 0.0)
        report(notes, Severity::Note, {}, {"import.people_not_taken", {fmt::format("{:.0f}", people)}},
               {"import.people_not_taken.mend", {}});
}

}

Sighting sightingOf(const Drawing& drawing, const DrawnElement& element)
{
    const Ring& ring = element.polygon.outer.empty() ? element.raw : element.polygon.outer;
    std::optional<Point> at;
    if (!ring.empty()) {
        std::int64_t x = 0;
        std::int64_t y = 0;
        for (const Point corner : ring) {
            x += corner.x;
            y += corner.y;
        }
        const auto count = static_cast<std::int64_t>(ring.size());
        at = Point{static_cast<std::int32_t>(x / count), static_cast<std::int32_t>(y / count)};
    }
    return {element.id, drawing.storeys[element.storey].id.value, at};
}

std::vector<std::size_t> spacesOf(const Drawing& drawing, const DrawnElement& door)
{
    std::vector<std::size_t> spaces;
    for (const std::size_t i : door.links)
        if (isSpace(drawing.elements[i].sign) && !drawing.elements[i].dropped) spaces.push_back(i);
    return spaces;
}

Result<Drawing> drawingOf(const ForeignPlan& plan, const std::string& file, ImportNotes& notes)
{
    const double perUnit = millimetresPerUnit(plan, notes);
    for (const auto& level : plan.levels)
        if (std::abs(level.z.value_or(0.0)) > kHighest)
            return Fault{file, level.place + ".ZLevel", {"import.too_far", {}}, {"import.too_far.mend", {}}};
    auto elevations = elevationsOf(plan, notes);
    std::vector<std::size_t> order(plan.levels.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t level) { return elevations[level]; });
    if (!std::ranges::is_sorted(order))
        report(notes, Severity::Note, {}, {"import.level_order", {}}, {"import.level_order.mend", {}});

    for (std::size_t i = 1; i < order.size(); ++i) raiseEqual(plan, order[i - 1], order[i], elevations, notes);
    if (elevations[order.back()] > kHighest)
        return Fault{file, plan.levels[order.back()].place, {"import.too_far", {}}, {"import.too_far.mend", {}}};

    Drawing drawing;
    drawing.name = plan.building;
    drawing.storeys = storeysOf(plan, order, elevations, notes);
    std::vector<const ForeignElement*> foreign;
    Ids ids(plan, drawing);
    for (std::size_t storey = 0; storey < order.size(); ++storey)
        for (const auto& element : plan.levels[order[storey]].elements) {
            auto ring = inMillimetres(element.ring, perUnit);
            if (!ring) return Fault{file, element.place + ".XY", {"import.too_far", {}}, {"import.too_far.mend", {}}};
            DrawnElement drawn;
            drawn.id = ids.give(element, notes);
            drawn.name = element.name;
            drawn.sign = element.sign;
            drawn.storey = storey;
            drawn.raw = std::move(*ring);
            drawing.elements.push_back(std::move(drawn));
            foreign.push_back(&element);
        }
    link(drawing, foreign, notes);
    reportPeople(plan, notes);
    return drawing;
}

}
