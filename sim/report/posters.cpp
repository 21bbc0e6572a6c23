#include "sim/report/posters.hpp"

#include "sim/picture/text.hpp"
#include "sim/report/labels.hpp"
#include "sim/report/page.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/sheet.hpp"
#include "sim/report/turned.hpp"
#include "sim/run/way_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace stairwise {
namespace {

constexpr Colour kFireRed{176, 28, 46}; // close to the red of GB 13495.1
constexpr Colour kHereBlue{0, 70, 140}; // a mandatory blue, as plans of ISO 23601 have it
constexpr Colour kWhite{255, 255, 255};
constexpr PlanFrame kFrame{36.0, 58.0, 560.0, 500.0};
constexpr double kColumn = 612.0; // points from the left: legend, words, the grounds
constexpr double kColumnWide = 194.0;
constexpr double kWordSize = 9.0;

struct Poster {
    const School& school;
    const Walkable& walkable;
    const SchoolClass& schoolClass;
    TwoWays ways;
    Language language;
    A4Sheet sheet;

    [[nodiscard]] std::string word(std::string_view key) const { return say(key, language); }
    std::vector<Shape>& shapes() { return sheet.picture.shapes; }
    void text(double x, double y, const std::string& what, double size, Colour colour = kPageInk, double widest = 0.0)
    {
        shapes().emplace_back(TextShape{sheet.at(x, y), size, Anchor::Left, colour, what, widest});
    }
    double paragraph(double x, double y, const std::string& what, double size)
    {
        for (const std::string& one : wrapped(what, size, kColumnWide)) {
            text(x, y, one, size, kPageInk, kColumnWide);
            y += 1.45 * size;
        }
        return y;
    }
};

// Along the line by its length; the rest of a dash goes on round a corner.
std::vector<std::vector<Vec2>> dashes(const std::vector<Vec2>& line, double on, double off)
{
    std::vector<std::vector<Vec2>> all;
    double left = on;
    bool drawn = true;
    bool begins = true;
    for (std::size_t i = 1; i < line.size(); ++i) {
        Vec2 from = line[i - 1];
        for (double rest = length(line[i] - from); rest > 0.0;) {
            const double step = std::min(rest, left);
            const Vec2 to = from + (line[i] - from) * (step / rest);
            if (drawn) {
                if (begins) all.push_back({from});
                all.back().push_back(to);
            }
            begins = false;
            left -= step;
            rest -= step;
            from = to;
            if (left > 0.0) continue;
            drawn = !drawn;
            begins = true;
            left = drawn ? on : off;
        }
    }
    return all;
}

void addHead(std::vector<Shape>& shapes, Vec2 tip, Vec2 along, double size)
{
    const Vec2 side{-along.y, along.x};
    const Vec2 back = tip - along * size;
    shapes.emplace_back(FillShape{{{tip, back + side * (0.6 * size), back - side * (0.6 * size)}}, kExitGreen});
}

// A head every so far, and one at the end.
void addHeads(std::vector<Shape>& shapes, const std::vector<Vec2>& line, double point)
{
    constexpr double kApart = 70.0; // points
    const double size = 7.0 * point;
    double since = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vec2 step = line[i] - line[i - 1];
        const double far = length(step);
        if (far <= 0.0) continue;
        since += far;
        const bool last = i + 1 == line.size();
        if (since < kApart * point && !last) continue;
        addHead(shapes, line[i], step * (1.0 / far), size);
        since = 0.0;
    }
}

enum class Look { First, Second };
void addWay(std::vector<Shape>& shapes, const std::vector<Vec2>& line, Look look, double point)
{
    if (line.size() < 2) return;
    if (look == Look::First) {
        shapes.emplace_back(LineShape{line, false, 5.0, kWhite}); // stands out from what it crosses
        shapes.emplace_back(LineShape{line, false, 3.0, kExitGreen});
    } else {
        for (auto& dash : dashes(line, 9.0 * point, 6.0 * point))
            shapes.emplace_back(LineShape{std::move(dash), false, 2.2, kExitGreen});
    }
    addHeads(shapes, line, point);
}

void addWays(std::vector<Shape>& shapes, const TwoWays& ways, const StoreyId& storey, double point)
{
    if (ways.second)
        for (const WayLeg& leg : ways.second->legs)
            if (leg.storey == storey) addWay(shapes, leg.points, Look::Second, point);
    if (ways.first)
        for (const WayLeg& leg : ways.first->legs)
            if (leg.storey == storey) addWay(shapes, leg.points, Look::First, point);
}

std::string_view signOf(EquipmentKind kind)
{
    constexpr std::string_view kKeys[] = {"poster.sign.extinguisher", "poster.sign.hydrant", "poster.sign.light",
                                          "poster.sign.exit_sign", "poster.sign.alarm"};
    return kKeys[static_cast<std::size_t>(kind)];
}

bool isGreen(EquipmentKind kind)
{
    return kind == EquipmentKind::EmergencyLight || kind == EquipmentKind::ExitSign;
}

// A square with one character; fire equipment red, what leads out green.
void addSign(Poster& poster, EquipmentKind kind, Vec2 at)
{
    const double half = 5.0 * poster.sheet.point;
    const Area box{at - Vec2{half, half}, at + Vec2{half, half}};
    poster.shapes().emplace_back(FillShape{{outlineOf(box)}, isGreen(kind) ? kExitGreen : kFireRed});
    poster.shapes().emplace_back(TextShape{at - Vec2{0.0, 2.6 * poster.sheet.point}, 7.0, Anchor::Centre, kWhite,
                                           poster.word(signOf(kind)), 0.0});
}

std::vector<Equipment> equipmentOn(const School& school, const StoreyId& storey)
{
    for (const Building& building : school.buildings)
        for (const auto& one : building.storeys)
            if (one->id == storey) return one->equipment;
    return {};
}

void addHere(Poster& poster, Vec2 at)
{
    const double point = poster.sheet.point;
    poster.shapes().emplace_back(DiscShape{at, 6.5 * point, kWhite});
    poster.shapes().emplace_back(DiscShape{at, 5.5 * point, kHereBlue});
    poster.shapes().emplace_back(DiscShape{at, 2.0 * point, kWhite});
}

void addPlan(Poster& poster, const StoreyId& storey)
{
    const Plan plan{poster.school, poster.walkable, storey, poster.sheet.point, poster.language};
    addDrawing(poster.shapes(), plan);
    Labels labels(poster.sheet.plan, poster.sheet.point);
    const auto keepFree = [&](Vec2 at) {
        const double around = 7.0 * poster.sheet.point;
        labels.keepFree({at - Vec2{around, around}, at + Vec2{around, around}});
    };
    const auto signs = equipmentOn(poster.school, storey);
    keepFree(poster.ways.first->door);
    for (const Equipment& one : signs) keepFree(toMetres(one.at));
    putNames(labels, plan);
    addWays(poster.shapes(), poster.ways, storey, poster.sheet.point);
    for (const Equipment& one : signs) addSign(poster, one.kind, toMetres(one.at));
    poster.shapes().insert(poster.shapes().end(), labels.shapes().begin(), labels.shapes().end());
    addHere(poster, poster.ways.first->door);
}

// The shapes of another plan, made smaller, at another place of the sheet.
std::vector<Shape> placed(std::vector<Shape> shapes, Vec2 from, double scale, Vec2 to)
{
    const auto move = [&](Vec2& at) { at = to + (at - from) * scale; };
    for (Shape& shape : shapes) {
        if (auto* fill = std::get_if<FillShape>(&shape))
            for (auto& ring : fill->rings) std::ranges::for_each(ring, move);
        if (auto* line = std::get_if<LineShape>(&shape)) std::ranges::for_each(line->points, move);
        if (auto* text = std::get_if<TextShape>(&shape)) move(text->at);
        if (auto* disc = std::get_if<DiscShape>(&shape)) {
            move(disc->centre);
            disc->radius *= scale;
        }
    }
    return shapes;
}

// Where the way ends: the grounds, small. Gives how far down it reaches.
double addGrounds(Poster& poster, double top)
{
    const auto area = hullOfGrounds(poster.school, poster.walkable);
    if (!area) return top;
    constexpr double kHigh = 132.0;
    poster.text(kColumn, top, poster.word("poster.grounds"), kWordSize, kPageSoft);
    const Vec2 size = area->high - area->low;
    const double metres = std::max({size.x / kColumnWide, size.y / kHigh, 0.01}); // a point of paper
    std::vector<Shape> shapes;
    const Plan plan{poster.school, poster.walkable, StoreyId{}, metres, poster.language};
    addDrawing(shapes, plan);
    if (const AssemblyArea* own = areaFor(poster.school, poster.schoolClass.id); own != nullptr)
        shapes.emplace_back(FillShape{{outlinesOf({own->polygon, {}}).front()}, kExitGreen});
    addWays(shapes, poster.ways, StoreyId{}, metres);
    Labels labels(*area, metres);
    putNames(labels, plan);
    shapes.insert(shapes.end(), labels.shapes().begin(), labels.shapes().end());
    const double high = size.y / metres;
    const auto moved = placed(std::move(shapes), {area->low.x, area->high.y}, poster.sheet.point / metres,
                              poster.sheet.at(kColumn, top + 6.0));
    poster.shapes().insert(poster.shapes().end(), moved.begin(), moved.end());
    return top + high + 22.0;
}

std::string stepsOf(const Poster& poster, const WayLine& way)
{
    std::string text;
    const auto add = [&](const std::string& step) { text += (text.empty() ? "" : " → ") + step; };
    for (const StairId& stair : way.stairs) add(nameOrId(findStair(poster.school, stair), stair.value));
    if (!way.exit.none()) add(nameOrId(findDoor(poster.school, way.exit), way.exit.value));
    if (const std::string area = areaNameOf(poster.school, poster.schoolClass.id); !area.empty()) add(area);
    return text;
}

double addWords(Poster& poster, double y)
{
    const auto way = [&](std::string_view key, const WayLine& line, Look look) {
        const std::vector<Vec2> sample = {poster.sheet.at(kColumn, y - 3.0), poster.sheet.at(kColumn + 30.0, y - 3.0)};
        addWay(poster.shapes(), sample, look, poster.sheet.point);
        poster.text(kColumn + 36.0, y, poster.word(key), kWordSize + 1.0, kPageInk, kColumnWide - 36.0);
        y = poster.paragraph(kColumn, y + 15.0, stepsOf(poster, line), kWordSize) + 8.0;
    };
    way("poster.first", *poster.ways.first, Look::First);
    if (poster.ways.second) way("poster.second", *poster.ways.second, Look::Second);
    if (!poster.ways.second) y = poster.paragraph(kColumn, y, poster.word("poster.no_second"), kWordSize) + 8.0;
    return y;
}

double addLegend(Poster& poster, const StoreyId& storey, double y)
{
    const auto point = [&](double x) { return poster.sheet.at(x, y - 3.0); };
    poster.shapes().emplace_back(DiscShape{point(kColumn + 6.0), 5.5 * poster.sheet.point, kHereBlue});
    poster.shapes().emplace_back(DiscShape{point(kColumn + 6.0), 2.0 * poster.sheet.point, kWhite});
    poster.text(kColumn + 18.0, y, poster.word("poster.here"), kWordSize + 1.0);
    y += 17.0;
    std::vector<EquipmentKind> kinds;
    for (const Equipment& one : equipmentOn(poster.school, storey))
        if (std::ranges::find(kinds, one.kind) == kinds.end()) kinds.push_back(one.kind);
    std::ranges::sort(kinds);
    constexpr std::string_view kNames[] = {"poster.extinguisher", "poster.hydrant", "poster.light", "poster.exit_sign",
                                           "poster.alarm"};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const double x = kColumn + (i % 2 == 0 ? 0.0 : 0.5 * kColumnWide);
        addSign(poster, kinds[i], point(x + 6.0));
        poster.text(x + 18.0, y, poster.word(kNames[static_cast<std::size_t>(kinds[i])]), kWordSize, kPageInk,
                    0.5 * kColumnWide - 20.0);
        if (i % 2 == 1 || i + 1 == kinds.size()) y += 15.0;
    }
    return y + 4.0;
}

Picture pageOf(Poster poster, const StoreyId& storey)
{
    const SchoolClass& own = poster.schoolClass;
    addPlan(poster, storey);
    poster.text(36.0, 30.0, poster.word("poster.title"), 18.0, kExitGreen);
    const Space* room = findSpace(poster.school, own.homeroom);
    const std::string name = nameOrId(&own, own.id.value);
    poster.text(36.0, 48.0,
                say({"poster.about",
                     {poster.school.name, storeyName(poster.school, storey, poster.language),
                      nameOrId(room, own.homeroom.value), name}},
                    poster.language),
                10.0, kPageSoft, kFrame.wide);
    double y = addLegend(poster, storey, 74.0);
    y = addWords(poster, y);
    y = addGrounds(poster, y + 6.0);
    for (const std::string_view key : {"poster.rule.calm", "poster.rule.lift", "poster.rule.rail", "poster.rule.call"})
        y = poster.paragraph(kColumn, y, poster.word(key), kWordSize - 0.5) + 2.0;
    poster.text(36.0, 567.0, poster.word("poster.hangs"), 8.0, kPageSoft);
    poster.text(36.0, 580.0, poster.word("poster.made"), 8.0, kPageSoft);
    return std::move(poster.sheet.picture);
}

}

std::vector<Picture> posterPages(const School& school, const Scenario& scenario, const Setting& setting,
                                 Language language)
{
    std::vector<Picture> pages;
    std::map<int, std::pair<School, Walkable>> plans; // by quarters
    for (const SchoolClass& own : school.classes) {
        const TwoWays ways = wayLinesOf(setting.walkable, setting.network, &scenario, own);
        if (!ways.first) continue;
        const QuarterTurn turn = QuarterTurn::upward(ways.first->through);
        if (!plans.contains(turn.quarters()))
            plans.emplace(turn.quarters(), std::pair(turned(school, turn), turned(setting.walkable, turn)));
        const auto& [plan, walkable] = plans.at(turn.quarters());
        const StoreyId storey = walkable.surfaces[surfaceOf(walkable, own.homeroom)].storey;
        const auto shown = hullOf(walkable, storey);
        pages.push_back(pageOf({plan, walkable, own, turned(ways, turn), language, sheetFor(*shown, kFrame)}, storey));
    }
    return pages;
}

}
