#include "sim/report/heat.hpp"
#include "sim/report/labels.hpp"
#include "sim/report/page.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/pictures.hpp"
#include "sim/report/plot.hpp"
#include "sim/report/run_title.hpp"
#include "sim/report/section.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kTop = 74.0; // points from the top: section and strips
constexpr double kBottom = 500.0;
constexpr double kSectionLeft = 41.0;
constexpr double kSectionRight = 330.0;
constexpr double kStoreyNames = 74.0;
constexpr double kStripLeft = 492.0;
constexpr double kStripRight = 801.0;
constexpr double kStrip = 11.0; // height of a strip, at most
constexpr double kColumn = 1.0; // points: the greatest value in each is shown
constexpr double kSlab = 0.28;  // metres under steps and floors that are coloured
constexpr double kSmall = 7.5;
constexpr double kLargestScale = 40.0; // points a metre (assumed)
constexpr Colour kFaint{214, 217, 222};

struct Show {
    const RunResult& result;
    const School& school;
    const Walkable& walkable;
    Language language;
};

struct Part {
    SectionPart section;
    const StairLoad* load = nullptr;
    [[nodiscard]] double height() const { return 0.5 * (section.line.front().y + section.line.back().y); }
};

// From the top down.
std::vector<Part> partsOf(const Show& show, const Stair& stair)
{
    std::vector<Part> parts;
    for (SectionPart& section : sectionOf(show.walkable, stair)) {
        const auto load = std::ranges::find(show.result.loads, section.surface, &StairLoad::surface);
        if (load != show.result.loads.end()) parts.push_back({std::move(section), &*load});
    }
    std::ranges::stable_sort(parts, std::ranges::greater{}, &Part::height);
    return parts;
}

// The section on the sheet: true to scale.
struct View {
    double scale = 1.0; // points a metre
    Vec2 low;           // metres, at the lower left of its place
    [[nodiscard]] Vec2 at(const A4Sheet& sheet, Vec2 metres) const
    {
        const Vec2 corner = sheet.at(kSectionLeft + kStoreyNames, kBottom - 8.0);
        return corner + (metres - low) * scale;
    }
};

View viewOf(const std::vector<Part>& parts)
{
    Area area = hull(Outlines{parts.front().section.line});
    for (const Part& part : parts) area = hull(area, hull(Outlines{part.section.line}));
    const Vec2 size = area.high - area.low;
    const double wide = (kSectionRight - kSectionLeft - kStoreyNames) / std::max(size.x, 1.0);
    const double high = (kBottom - kTop - 24.0) / std::max(size.y, 1.0);
    return {std::min({wide, high, kLargestScale}), area.low};
}

void addText(A4Sheet& sheet, Vec2 at, Anchor anchor, Colour colour, const std::string& text, double widest)
{
    sheet.picture.shapes.emplace_back(TextShape{at, kSmall, anchor, colour, text, widest});
}

void addSlab(A4Sheet& sheet, const View& view, const Part& part, const HeatScale& scale)
{
    const Vec2 down{0.0, kSlab};
    const Vec2 from = part.section.line.front();
    const Vec2 to = part.section.line.back();
    if (part.load->peak > 0.0)
        sheet.picture.shapes.emplace_back(FillShape{
            {{view.at(sheet, from), view.at(sheet, to), view.at(sheet, to - down), view.at(sheet, from - down)}},
            scale.colours[stepOf(scale, part.load->peak)]});
    std::vector<Vec2> line;
    for (const Vec2 point : part.section.line) line.push_back(view.at(sheet, point));
    sheet.picture.shapes.emplace_back(
        LineShape{line, false, part.section.stepped ? 1.0 : 1.6, part.section.behind ? kPageSoft : kPageInk});
}

void addStoreys(A4Sheet& sheet, const Show& show, const Stair& stair, const View& view)
{
    for (const StoreyId& id : stair.storeys) {
        const Storey* storey = findStorey(show.school, id);
        if (storey == nullptr) continue;
        const double height = storey->elevation / 1000.0;
        const Vec2 at = view.at(sheet, {view.low.x, height}) - Vec2{6.0, 2.5};
        addText(sheet, at, Anchor::Right, kPageInk,
                (storey->name.empty() ? id.value : storey->name) + "  " + fixed(height, 2) + " m", kStoreyNames - 8.0);
    }
}

// Flights behind first, landings last.
void addSection(A4Sheet& sheet, const Show& show, const Stair& stair, const std::vector<Part>& parts,
                const HeatScale& scale)
{
    const View view = viewOf(parts);
    const auto layer = [&](auto wanted) {
        for (const Part& part : parts)
            if (wanted(part.section)) addSlab(sheet, view, part, scale);
    };
    layer([](const SectionPart& part) { return part.behind; });
    layer([](const SectionPart& part) { return part.stepped && !part.behind; });
    layer([](const SectionPart& part) { return !part.stepped; });
    addStoreys(sheet, show, stair, view);
    Labels labels({sheet.at(kSectionLeft, kBottom), sheet.at(kSectionRight, kTop)}, sheet.point);
    std::size_t number = 0;
    for (const RiskPoint& point : show.result.riskPoints) {
        ++number;
        if (const auto at = inSection(show.walkable, stair, point.surface, point.at))
            addNumber(sheet, labels.discBeside(view.at(sheet, *at) + Vec2{0.0, 8.0}, kNumberRadius), number);
    }
}

struct TimeAxis {
    Scale scale;
    [[nodiscard]] double at(double seconds) const
    {
        return kStripLeft + (kStripRight - kStripLeft) * (seconds - scale.low) / (scale.high - scale.low);
    }
};

// To the last moment at which anybody stood on any stair.
TimeAxis axisOf(const RunResult& result)
{
    double last = 1.0;
    for (const StairLoad& load : result.loads)
        for (std::size_t i = load.course.size(); i-- > 0;)
            if (load.course[i] > 0.0F) {
                last = std::max(last, static_cast<double>(result.loadTimes[i]));
                break;
            }
    return {scaleOver(0.0, last)};
}

// The step of each column of the strip, one beyond the last where nobody was; from the left.
std::vector<std::size_t> columnsOf(const StairLoad& load, const std::vector<float>& times, const TimeAxis& axis,
                                   const HeatScale& scale)
{
    std::vector<float> most(static_cast<std::size_t>((kStripRight - kStripLeft) / kColumn) + 1, 0.0F);
    for (std::size_t i = 0; i < std::min(load.course.size(), times.size()); ++i) {
        const double column = (axis.at(static_cast<double>(times[i])) - kStripLeft) / kColumn;
        if (column < 0.0 || column >= static_cast<double>(most.size())) continue;
        float& value = most[static_cast<std::size_t>(column)];
        value = std::max(value, load.course[i]);
    }
    std::vector<std::size_t> steps;
    for (const float value : most)
        steps.push_back(value > 0.0F ? stepOf(scale, static_cast<double>(value)) : scale.from.size());
    return steps;
}

struct Row {
    double middle = 0.0; // points from the top
    double half = 0.0;
};

void addBox(A4Sheet& sheet, double left, double right, double top, double bottom, Colour colour)
{
    sheet.picture.shapes.emplace_back(FillShape{{outlineOf({sheet.at(left, bottom), sheet.at(right, top)})}, colour});
}

void addStrip(A4Sheet& sheet, const Row& row, const std::vector<std::size_t>& steps, const HeatScale& scale)
{
    for (std::size_t first = 0; first < steps.size();) {
        std::size_t end = first + 1;
        while (end < steps.size() && steps[end] == steps[first]) ++end;
        if (steps[first] < scale.from.size())
            addBox(sheet, kStripLeft + static_cast<double>(first) * kColumn,
                   std::min(kStripRight, kStripLeft + static_cast<double>(end) * kColumn), row.middle - row.half,
                   row.middle + row.half, scale.colours[steps[first]]);
        first = end;
    }
    sheet.picture.shapes.emplace_back(LineShape{
        outlineOf({sheet.at(kStripLeft, row.middle + row.half), sheet.at(kStripRight, row.middle - row.half)}), true,
        0.4, kFaint});
}

// The windows of the risk points of a part, as numbered bars under its strip.
void addWindows(A4Sheet& sheet, const Show& show, const Row& row, SurfaceIndex surface, const TimeAxis& axis)
{
    std::size_t number = 0;
    for (const RiskPoint& point : show.result.riskPoints) {
        ++number;
        if (point.surface != surface) continue;
        const double y = row.middle + row.half + 2.0;
        const double from = axis.at(point.from);
        const double to = std::max(axis.at(point.to), from + 1.0);
        sheet.picture.shapes.emplace_back(LineShape{{sheet.at(from, y), sheet.at(to, y)}, false, 1.6, kPageInk});
        addText(sheet, sheet.at(std::min(to + 2.0, kStripRight - 6.0), y + 2.5), Anchor::Left, kPageInk,
                std::to_string(number), 0.0);
    }
}

void addTimes(A4Sheet& sheet, const TimeAxis& axis, Language language)
{
    for (double t = axis.scale.low; t <= axis.scale.high + 1e-9; t += axis.scale.step) {
        sheet.picture.shapes.emplace_back(
            LineShape{{sheet.at(axis.at(t), kTop), sheet.at(axis.at(t), kBottom)}, false, 0.4, kFaint});
        addText(sheet, sheet.at(axis.at(t), kBottom + 10.0), Anchor::Centre, kPageInk, fixed(t, axis.scale.decimals),
                0.0);
    }
    addText(sheet, sheet.at(0.5 * (kStripLeft + kStripRight), kBottom + 21.0), Anchor::Centre, kPageSoft,
            say("report.stair.time", language), 0.0);
}

void addStrips(A4Sheet& sheet, const Show& show, const std::vector<Part>& parts, const TimeAxis& axis,
               const HeatScale& scale)
{
    addTimes(sheet, axis, show.language);
    const double each = (kBottom - kTop) / static_cast<double>(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Row row{kTop + (static_cast<double>(i) + 0.5) * each, std::min(0.5 * kStrip, 0.3 * each)};
        addText(sheet, sheet.at(kStripLeft - 6.0, row.middle + 2.5), Anchor::Right, kPageInk,
                say(nameOf(show.school, show.walkable, parts[i].section.surface), show.language),
                kStripLeft - kSectionRight - 10.0);
        addStrip(sheet, row, columnsOf(*parts[i].load, show.result.loadTimes, axis, scale), scale);
        addWindows(sheet, show, row, parts[i].section.surface, axis);
    }
}

bool walkedOn(const std::vector<Part>& parts)
{
    return std::ranges::any_of(parts, [](const Part& part) { return part.load->peak > 0.0; });
}

Picture pictureOf(const Show& show, const Stair& stair, const std::vector<Part>& parts, const TimeAxis& axis)
{
    A4Sheet sheet = plainSheet();
    const HeatScale scale = stairLoadScale();
    addSection(sheet, show, stair, parts, scale);
    addStrips(sheet, show, parts, axis, scale);
    addTitle(sheet, runTitle(show.result,
                             {show.school.name, stair.name.empty() ? stair.id.value : stair.name,
                              say("report.stair.load", show.language)},
                             show.language));
    addScale(sheet, {say("report.stair.what", show.language), scale, {}}, show.language);
    return std::move(sheet.picture);
}

}

std::vector<StoreyPicture> stairPictures(const RunResult& result, const School& school, const Walkable& walkable,
                                         Language language)
{
    const Show show{result, school, walkable, language};
    const TimeAxis axis = axisOf(result);
    std::vector<StoreyPicture> pictures;
    FileNames names;
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs) {
            const std::vector<Part> parts = partsOf(show, stair);
            if (walkedOn(parts))
                pictures.push_back({names.nameFor("stair_", stair.id.value), pictureOf(show, stair, parts, axis)});
        }
    return pictures;
}

}
