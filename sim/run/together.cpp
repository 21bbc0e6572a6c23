#include "sim/run/together.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace stairwise {
namespace {

constexpr double kHelpersReach = 0.8; // metres of gap between helped and helper; assumed: an arm's length

using Numbers = std::vector<std::uint32_t>; // of walkers

struct Book {
    const School& school;
    const Scenario& scenario;
    const Network& network;
    const Barred barred;
    Start& start;
    std::map<std::uint32_t, std::vector<double>> toGo; // by wish
};

/// Those of one class who are not yet bound to others.
struct Band {
    const SchoolClass& schoolClass;
    const Release* release = nullptr;
    Numbers pupils, assisted;
    std::optional<std::uint32_t> teacher; // only where it starts in the room of the class
};

void find(Book& book, const SchoolClass& schoolClass, Message what, Message mend)
{
    Finding finding;
    finding.severity = Severity::Warning;
    finding.rule = "people";
    finding.element = schoolClass.id.value;
    finding.what = std::move(what);
    finding.mend = std::move(mend);
    book.start.findings.push_back(std::move(finding));
}

Walker& walker(Book& book, std::uint32_t number)
{
    return book.start.walkers[number];
}

// Seconds to the goal from where one sits, at the pace of the routes.
double secondsFrom(Book& book, const Walker& walker, const Walkable& walkable)
{
    auto& toGo = book.toGo[walker.wish];
    const Wish& wish = book.start.wishes[walker.wish];
    if (toGo.empty()) toGo = secondsToGo(walkable, book.network, wish.rule, wish.goal, book.barred);
    const SurfaceWays& ways = book.network.surfaces[walker.surface];
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t p = 0; p < ways.portals.size(); ++p) {
        const double metres = distanceAt(ways.fields[p], walker.at);
        const PortalIndex portal = ways.portals[p];
        const PassageIndex passage = passageOf(portal, walkable.portals[portal].a != walker.surface);
        if (metres >= 0.0) best = std::min(best, metres / kRouteSpeed + toGo[passage]);
    }
    return best;
}

double squareBetween(const Walker& a, const Walker& b)
{
    const Vec2 d = a.at - b.at;
    return d.x * d.x + d.y * d.y;
}

std::optional<std::uint32_t> nearestPupil(Book& book, Band& band, std::uint32_t to)
{
    auto found = band.pupils.end();
    for (auto it = band.pupils.begin(); it != band.pupils.end(); ++it) {
        if (walker(book, *it).surface != walker(book, to).surface) continue;
        const bool nearer = found == band.pupils.end() || squareBetween(walker(book, *it), walker(book, to)) <
                                                              squareBetween(walker(book, *found), walker(book, to));
        if (nearer) found = it;
    }
    if (found == band.pupils.end()) return std::nullopt;
    const std::uint32_t number = *found;
    band.pupils.erase(found);
    return number;
}

// A teacher who helps stands beside the pupil when they set out: changes places with who sits there.
std::optional<std::uint32_t> teacherBeside(Book& book, Band& band, std::uint32_t pupil)
{
    if (!band.teacher || walker(book, *band.teacher).surface != walker(book, pupil).surface) return std::nullopt;
    const std::uint32_t teacher = *band.teacher;
    band.teacher.reset();
    if (const auto neighbour = nearestPupil(book, band, pupil)) {
        std::swap(walker(book, *neighbour).at, walker(book, teacher).at);
        band.pupils.push_back(*neighbour);
        std::ranges::sort(band.pupils);
    }
    return teacher;
}

void giveAssistedPace(Book& book, std::uint32_t pupil, const Numbers& helpers)
{
    const Assistance& assisted = book.scenario.assisted;
    Walker& own = walker(book, pupil);
    const auto drawn = [&](const Distribution& distribution, std::uint32_t purpose) {
        return quantile(distribution, uniform({book.scenario.seed, own.key, purpose, 0}));
    };
    own.levelSpeed = drawn(assisted.levelSpeed, kPurposeLevelSpeed);
    own.downSpeed = drawn(assisted.stairDown, kPurposeStairSpeed);
    own.upSpeed = drawn(assisted.stairUp, kPurposeStairSpeed);
    for (const std::uint32_t helper : helpers) {
        Walker& other = walker(book, helper);
        other.levelSpeed = own.levelSpeed;
        other.downSpeed = own.downSpeed;
        other.upSpeed = own.upSpeed;
        other.start = own.start;
        other.wish = own.wish;
    }
}

// One helper walks beside the pupil, two carry: one before and one behind.
Column columnOf(std::uint32_t pupil, const Numbers& helpers)
{
    if (helpers.size() == 1) return {{pupil, helpers[0]}, 2, kHelpersReach, 0.0};
    return {{helpers[0], pupil, helpers[1]}, 1, kHelpersReach, 0.0};
}

void giveHelpers(Book& book, Band& band)
{
    const Assistance& assisted = book.scenario.assisted;
    std::size_t lacking = 0;
    for (const std::uint32_t pupil : band.assisted) {
        Numbers helpers;
        while (helpers.size() < static_cast<std::size_t>(assisted.helpers)) {
            auto helper = assisted.from == HelpFrom::Teacher ? teacherBeside(book, band, pupil) : std::nullopt;
            if (!helper) helper = nearestPupil(book, band, pupil);
            if (!helper) break;
            helpers.push_back(*helper);
        }
        lacking += static_cast<std::size_t>(assisted.helpers) - helpers.size();
        giveAssistedPace(book, pupil, helpers);
        if (!helpers.empty()) book.start.columns.push_back(columnOf(pupil, helpers));
    }
    if (lacking > 0)
        find(book, band.schoolClass, {"run.no_helper", {std::to_string(lacking), std::to_string(band.assisted.size())}},
             {"run.no_helper.mend", {}});
}

double middleOf(Book& book, const Numbers& walkers, double Walker::*speed)
{
    std::vector<double> speeds;
    for (const std::uint32_t number : walkers) speeds.push_back(walker(book, number).*speed);
    std::ranges::sort(speeds);
    return speeds[speeds.size() / 2];
}

// Who is slow keeps step with the class as far as it can hurry; who is quick is held by those in front.
void keepStep(Book& book, const Band& band, const Numbers& walkers)
{
    for (double Walker::*speed : {&Walker::levelSpeed, &Walker::downSpeed, &Walker::upSpeed}) {
        const double middle = middleOf(book, walkers, speed);
        for (const std::uint32_t number : walkers) {
            const bool teacher = book.start.persons[number].part == Part::Teacher;
            const int grade = teacher ? kStaffGrade : band.schoolClass.grade;
            const bool hurries = book.scenario.motivation != Motivation::Walk; // its speeds hold the factor already
            const double hurry = hurries ? 1.0 : std::max(1.0, profileFor(book.scenario.profiles, grade).hurry);
            double& own = walker(book, number).*speed;
            own = std::max(own, std::min(middle, hurry * own));
        }
    }
}

// In the order of the way to the goal, the teacher at its place. They set out together.
void lineUp(Book& book, Band& band, const Numbers& all, const Walkable& walkable)
{
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const std::uint32_t number : band.pupils)
        order.emplace_back(secondsFrom(book, walker(book, number), walkable), number);
    std::ranges::sort(order);
    Column column;
    column.files = band.release->files;
    for (const auto& [seconds, number] : order) column.walkers.push_back(number);
    if (band.teacher && band.release->teacher != TeacherPlace::OwnTime && !order.empty()) {
        const bool head = band.release->teacher == TeacherPlace::Head;
        // The teacher stands where its place in the file begins, so that nobody has to let it by.
        std::swap(walker(book, *band.teacher).at, walker(book, head ? order.front().second : order.back().second).at);
        column.walkers.insert(head ? column.walkers.begin() : column.walkers.end(), *band.teacher);
    }
    if (column.walkers.empty()) return;
    keepStep(book, band, column.walkers);
    const double start = walker(book, column.walkers.front()).start;
    for (const std::uint32_t number : column.walkers) walker(book, number).start = start;
    for (const std::uint32_t number : all) walker(book, number).start = start; // the helped and their helpers too
    book.start.columns.push_back(std::move(column));
}

// In the order of the way to the goal, evenly, and at one pace: nobody walks past who leads. The helped, their helpers
// and the teacher come last.
void comeByRows(Book& book, const Band& band, const Numbers& all, const Walkable& walkable)
{
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const std::uint32_t number : band.pupils)
        order.emplace_back(secondsFrom(book, walker(book, number), walkable), number);
    std::ranges::sort(order);
    const auto setOut = [&](std::uint32_t number, double after) {
        Person& person = book.start.persons[number];
        walker(book, number).start = person.usualStart = person.released + after;
        person.inRows = true;
    };
    for (const std::uint32_t number : all) setOut(number, band.release->over);
    if (band.teacher) setOut(*band.teacher, band.release->over);
    for (std::size_t i = 0; i < order.size(); ++i)
        setOut(order[i].second,
               band.release->over * (static_cast<double>(i) + 0.5) / static_cast<double>(order.size()));
    if (order.empty()) return;
    keepStep(book, band, band.pupils);
    for (double Walker::*speed : {&Walker::levelSpeed, &Walker::downSpeed, &Walker::upSpeed}) {
        const double middle = middleOf(book, band.pupils, speed);
        for (const std::uint32_t number : band.pupils)
            walker(book, number).*speed = std::min(walker(book, number).*speed, middle);
    }
}

void bind(Book& book, Band& band, const Walkable& walkable)
{
    const bool led = band.release != nullptr && band.release->teacher != TeacherPlace::OwnTime;
    if (led && !band.teacher) // also where there is none at all
        find(book, band.schoolClass, {"run.teacher_elsewhere", {}}, {"run.teacher_elsewhere.mend", {}});
    Numbers all = band.pupils;
    all.insert(all.end(), band.assisted.begin(), band.assisted.end());
    const auto teacher = band.teacher;
    giveHelpers(book, band);
    if (teacher && !band.teacher) all.push_back(*teacher); // it helps
    if (band.release == nullptr) return;
    if (band.release->files > 0)
        lineUp(book, band, all, walkable);
    else if (band.release->over > 0.0)
        comeByRows(book, band, all, walkable);
    if (band.release->files == 0 && band.teacher && band.release->teacher == TeacherPlace::Tail)
        book.start.sweeps.push_back({*band.teacher, std::move(all)});
}

}

void walkTogether(const School& school, const Scenario& scenario, const Walkable& walkable, const Network& network,
                  Start& start)
{
    Book book{school, scenario, network, barredWith(network, {}), start, {}};
    std::vector<Band> bands;
    for (const SchoolClass& schoolClass : school.classes)
        bands.push_back({schoolClass, releaseFor(scenario, &schoolClass), {}, {}, {}});
    std::vector<std::optional<std::uint32_t>> teachers(bands.size());
    for (std::uint32_t i = 0; i < start.persons.size(); ++i) {
        const Person& person = start.persons[i];
        if (person.part == Part::Other) continue;
        Band& band = bands[*person.schoolClass];
        if (person.part == Part::Pupil) band.pupils.push_back(i);
        if (person.part == Part::Assisted) band.assisted.push_back(i);
        if (person.part == Part::Teacher) teachers[*person.schoolClass] = i;
    }
    for (std::size_t c = 0; c < bands.size(); ++c) {
        const Numbers& some = bands[c].pupils.empty() ? bands[c].assisted : bands[c].pupils;
        if (some.empty()) continue;
        if (teachers[c] && start.walkers[*teachers[c]].surface == start.walkers[some.front()].surface)
            bands[c].teacher = teachers[c];
        bind(book, bands[c], walkable);
    }
}

}
