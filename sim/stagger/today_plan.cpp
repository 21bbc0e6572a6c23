#include "sim/stagger/today_plan.hpp"

#include "sim/base/nearest.hpp"
#include "sim/base/utf8.hpp"
#include "sim/run/people.hpp"
#include "sim/school/class_names.hpp"
#include "sim/school/fold.hpp"
#include "sim/stagger/clock_times.hpp"
#include "sim/stagger/today_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace stairwise {
namespace {

constexpr std::size_t kOffered = 3;       // names offered for one that is unknown
constexpr std::size_t kLongestShown = 40; // bytes of a cell in a message
constexpr std::string_view kNoWay[] = {"", "-", "就近", "不限", "nearest", "any"};

std::string shownName(const SchoolClass& own)
{
    return own.name.empty() ? own.id.value : own.name;
}

std::string joined(const std::vector<std::string>& names)
{
    return fmt::format("{}", fmt::join(names, ", "));
}

// The classes of the nearest grade and number; where the text is no class at all, those of the nearest name.
std::vector<std::string> classesLike(const School& school, const std::string& text)
{
    std::vector<std::string> names, folds;
    for (const SchoolClass& own : school.classes) {
        names.push_back(shownName(own));
        folds.push_back(folded(names.back()));
    }
    std::vector<std::size_t> nearest = nearestOf(folded(text), folds, names.size());
    if (const auto read = readClassName(text, school.code.kind); read && read->grade > 0)
        std::ranges::stable_sort(nearest, {}, [&](std::size_t i) {
            const SchoolClass& own = school.classes[i];
            return std::pair(std::abs(own.grade - read->grade), std::abs(own.number - read->number));
        });
    std::vector<std::string> offered;
    for (const std::size_t i : nearest)
        if (offered.size() < kOffered) offered.push_back(names[i]);
    return offered;
}

std::string shown(const std::string& text)
{
    return shortened(text, kLongestShown);
}

// One class of the plan and where it stands.
struct Line {
    std::size_t row = 0;
    std::size_t schoolClass = 0;
    SaidTime time;
    StairId stair;
    DoorId exit;
};

class Reading {
public:
    Reading(const Sheet& sheet, const TodayColumns& columns, std::string file, const TodayFor& asked)
        : sheet_(sheet), columns_(columns), file_(std::move(file)), asked_(asked),
          ways_(asked.school, asked.setting.walkable), last_(lastRow())
    {
    }
    TodayReading plan() &&
    {
        findMerged();
        for (std::size_t row = columns_.headings + 1; row <= last_; ++row) readRow(row);
        findMissing();
        takeTimes();
        return std::move(reading_);
    }

private:
    [[nodiscard]] const Cell& cell(std::size_t row, std::size_t column) const { return cellAt(sheet_, {row, column}); }
    void refuse(const std::string& place, Message what, Message mend)
    {
        const std::string where =
            sheet_.name.empty() || place.empty() ? sheet_.name + place : sheet_.name + "!" + place;
        reading_.faults.push_back({file_, where, std::move(what), std::move(mend)});
    }
    void refuseCell(std::size_t row, std::size_t column, Message what, Message mend)
    {
        refuse(nameOf(CellPlace{row, column}), std::move(what), std::move(mend));
    }

    // Below the timetable there may be notes.
    [[nodiscard]] std::size_t lastRow() const
    {
        std::size_t last = columns_.headings;
        for (std::size_t row = columns_.headings + 1; row < sheet_.rows.size(); ++row)
            if (cell(row, columns_.time).kind != CellKind::Empty || classOf(row) != nullptr) last = row;
        return last;
    }

    [[nodiscard]] std::vector<std::size_t> columnsUsed() const
    {
        std::vector<std::size_t> used = {columns_.className, columns_.time};
        if (columns_.grade) used.push_back(*columns_.grade);
        for (const TodayColumns::Way& way : columns_.ways) used.push_back(way.column);
        return used;
    }

    void findMerged()
    {
        const auto used = columnsUsed();
        for (const CellRange& range : sheet_.merged) {
            const bool inRows = range.last.row > columns_.headings && range.first.row <= last_;
            const bool inColumns = std::ranges::any_of(
                used, [&](std::size_t column) { return column >= range.first.column && column <= range.last.column; });
            if (!inRows || !inColumns) continue;
            refuse(nameOf(range), {"today.merged", {}}, {"today.merged.mend", {}});
            merged_.push_back(range);
        }
    }
    [[nodiscard]] bool isMerged(std::size_t row, std::size_t column) const
    {
        return std::ranges::any_of(merged_, [&](const CellRange& range) {
            return row >= range.first.row && row <= range.last.row && column >= range.first.column &&
                   column <= range.last.column;
        });
    }

    [[nodiscard]] const SchoolClass* classOf(std::size_t row) const
    {
        const std::string& text = cell(row, columns_.className).text;
        const std::string plain = folded(text);
        if (plain.empty()) return nullptr;
        for (const SchoolClass& own : asked_.school.classes)
            if (plain == folded(own.name) || plain == folded(own.id.value)) return &own;
        const std::string grade = columns_.grade ? cell(row, *columns_.grade).text : std::string{};
        const ClassReading read = readClass(grade, text, asked_.school.code.kind);
        return read.name ? findClass(asked_.school, *read.name) : nullptr;
    }

    void readRow(std::size_t row)
    {
        const Cell& time = cell(row, columns_.time);
        const bool blank = cell(row, columns_.className).kind == CellKind::Empty;
        if (blank && (time.kind == CellKind::Empty || isMerged(row, columns_.className))) return;
        const SchoolClass* own = classOf(row);
        if (own == nullptr) return refuseClass(row);
        Line line{row, static_cast<std::size_t>(own - asked_.school.classes.data()), {}, {}, {}};
        const auto [first, fresh] = rowOf_.emplace(line.schoolClass, row);
        if (!fresh)
            return refuseCell(row, columns_.className,
                              {"today.twice", {shownName(*own), nameOf(CellPlace{first->second, columns_.className})}},
                              {"today.twice.mend", {}});
        if (!fillTime(line)) return;
        for (const TodayColumns::Way& way : columns_.ways) fillWay(line, way);
        lines_.push_back(std::move(line));
    }

    void refuseClass(std::size_t row)
    {
        const Cell& said = cell(row, columns_.className);
        if (said.kind == CellKind::Empty)
            return refuseCell(row, columns_.className, {"today.no_class", {}}, {"today.no_class.mend", {}});
        if (cell(row, columns_.time).kind == CellKind::Empty) return; // a note between; a class would be missed
        refuseCell(row, columns_.className, {"today.unknown_class", {shown(said.text)}},
                   {"today.unknown_class.mend", {joined(classesLike(asked_.school, said.text))}});
    }

    bool fillTime(Line& line)
    {
        const Cell& said = cell(line.row, columns_.time);
        if (isMerged(line.row, columns_.time)) return false; // said already
        const auto time = said.kind == CellKind::Empty ? std::nullopt : readTime(said.text);
        if (time)
            line.time = *time;
        else if (said.kind == CellKind::Empty)
            refuseCell(line.row, columns_.time, {"today.no_time", {shownName(asked_.school.classes[line.schoolClass])}},
                       {"today.no_time.mend", {}});
        else
            refuseCell(line.row, columns_.time, {"today.bad_time", {shown(said.text)}}, {"today.bad_time.mend", {}});
        return time.has_value();
    }

    void fillWay(Line& line, const TodayColumns::Way& way)
    {
        const std::string& text = cell(line.row, way.column).text;
        if (std::ranges::find(kNoWay, folded(text)) != std::ranges::end(kNoWay)) return;
        const auto found = ways_.find(text, way.kind);
        if (found.size() > 1) {
            std::vector<std::string> ids;
            for (const ClassWay& one : found) ids.push_back(nameOf(one));
            return refuseCell(line.row, way.column, {"today.ways_alike", {shown(text), joined(ids)}},
                              {"today.ways_alike.mend", {}});
        }
        if (found.empty())
            return refuseCell(line.row, way.column, {"today.unknown_way", {shown(text)}},
                              {"today.unknown_way.mend", {joined(ways_.namesOf(way.kind))}});
        if (!leadsOut(line, found.front())) return refuseWay(line, way, text);
        (found.front().stair.none() ? line.exit.value : line.stair.value) = nameOf(found.front());
    }

    [[nodiscard]] bool leadsOut(const Line& line, const ClassWay& way) const
    {
        const Walkable& walkable = asked_.setting.walkable;
        const Network& network = asked_.setting.network;
        const SurfaceIndex room = surfaceOf(walkable, asked_.school.classes[line.schoolClass].homeroom);
        if (room == kNowhere) return true; // nobody walks; said elsewhere
        RouteRule rule;
        if (!way.stair.none()) rule.stairs = {way.stair};
        if (!way.exit.none()) rule.exits = {way.exit};
        const auto route = routeFrom(walkable, network, room, rule, Goal{}, {});
        if (way.stair.none()) return !route.empty();
        return std::ranges::any_of(route, [&](PassageIndex passage) { // else it would pass no stair at all
            const SurfaceIndex to = network.passages[passage].to;
            return to != kNowhere && walkable.surfaces[to].stair == way.stair;
        });
    }

    void refuseWay(const Line& line, const TodayColumns::Way& way, const std::string& text)
    {
        std::vector<std::string> offered;
        for (const std::string& name : ways_.namesOf(way.kind))
            if (const auto found = ways_.find(name, way.kind); found.size() == 1 && leadsOut(line, found.front()))
                offered.push_back(name);
        const std::string own = shownName(asked_.school.classes[line.schoolClass]);
        if (offered.empty())
            return refuseCell(line.row, way.column, {"today.cannot_reach", {own, shown(text)}},
                              {"today.needs_no_stair.mend", {}});
        refuseCell(line.row, way.column, {"today.cannot_reach", {own, shown(text)}},
                   {"today.cannot_reach.mend", {joined(offered)}});
    }

    void findMissing()
    {
        for (std::size_t c = 0; c < asked_.school.classes.size(); ++c)
            if (!rowOf_.contains(c))
                refuse("", {"today.missing", {shownName(asked_.school.classes[c])}}, {"today.missing.mend", {}});
    }

    void takeTimes()
    {
        std::vector<SaidTime> said;
        for (const Line& line : lines_) said.push_back(line.time);
        const TimesReading times = meantTimes(said, asked_.bell);
        for (const TimeDoubt& doubt : times.doubts)
            refuseCell(lines_[doubt.index].row, columns_.time, doubt.what, doubt.mend);
        if (!times.doubts.empty()) return;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (times.times.seconds[i] >= asked_.scenario.timeLimit)
                refuseCell(
                    lines_[i].row, columns_.time,
                    {"today.after_the_end",
                     {fmt::format("{:g}", times.times.seconds[i]), fmt::format("{:g}", asked_.scenario.timeLimit)}},
                    {"today.after_the_end.mend", {}});
        if (!reading_.faults.empty()) return;
        reading_.plan.bell = times.times.bell;
        reading_.plan.ways = !columns_.ways.empty();
        reading_.plan.entries.resize(asked_.school.classes.size());
        for (std::size_t i = 0; i < lines_.size(); ++i)
            reading_.plan.entries[lines_[i].schoolClass] = {times.times.seconds[i], lines_[i].stair, lines_[i].exit};
    }

    const Sheet& sheet_;
    const TodayColumns& columns_;
    std::string file_;
    const TodayFor& asked_;
    WayNames ways_;
    std::size_t last_;
    std::vector<CellRange> merged_;
    std::map<std::size_t, std::size_t> rowOf_; // by class
    std::vector<Line> lines_;
    TodayReading reading_;
};

}

TodayReading todayOf(const Workbook& workbook, const std::string& file, const TodayFor& asked)
{
    for (const Sheet& sheet : workbook.sheets)
        if (const auto columns = todayColumns(sheet)) return Reading(sheet, *columns, file, asked).plan();
    const std::string place = workbook.sheets.empty() ? "" : workbook.sheets.front().name;
    return {{}, {{file, place, {"today.no_headings", {}}, {"today.no_headings.mend", {}}}}};
}

TodayReading readToday(const std::filesystem::path& path, const TodayFor& asked)
{
    const auto workbook = readWorkbook(path);
    if (!workbook) return {{}, {workbook.fault()}};
    return todayOf(workbook.value(), path.string(), asked);
}

Scenario withToday(const School& school, const Scenario& scenario, const TodayPlan& plan)
{
    std::vector<Release> releases;
    for (std::size_t c = 0; c < school.classes.size() && c < plan.entries.size(); ++c) {
        const Release* before = releaseFor(scenario, &school.classes[c]);
        const TodayPlan::Entry& entry = plan.entries[c];
        Release& release = releases.emplace_back(before != nullptr ? *before : Release{});
        release.classes = {school.classes[c].id};
        release.grades.clear();
        release.time = entry.time;
        if (!plan.ways) continue;
        release.rule = {};
        if (!entry.stair.none()) release.rule.stairs = {entry.stair};
        if (!entry.exit.none()) release.rule.exits = {entry.exit};
        release.choice = release.rule == RouteRule{} ? RouteChoice::Nearest : RouteChoice::Given;
    }
    Scenario today = scenario; // those of everybody also speak for people without a class
    std::erase_if(today.releases,
                  [](const Release& release) { return !release.classes.empty() || !release.grades.empty(); });
    today.releases.insert(today.releases.end(), releases.begin(), releases.end());
    return today;
}

}
