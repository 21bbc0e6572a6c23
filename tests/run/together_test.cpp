#include "sim/run/people.hpp"
#include "sim/run/run.hpp"
#include "sim/school/school_file.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

namespace stairwise {
namespace {

using rooms::tworooms;

/// A school set out, with what binds its people, and who has come when.
struct Tried {
    Walkable walkable;
    Network network;
    Start start;
    std::map<std::uint32_t, double> out; // seconds, by person
};

Tried tried(const School& school, const Scenario& scenario)
{
    Tried made{walkableOf(school), {}, {}, {}};
    made.network = networkOf(made.walkable);
    made.start = startOf(school, scenario, made.walkable, made.network);
    Crowd crowd(crowdOf(scenario, made.walkable, made.network, made.start));
    Workers workers(1);
    while (crowd.inside() > 0 && crowd.time() < 600.0) {
        crowd.step(workers);
        for (const Passed& passed : crowd.passed())
            if (passed.gone) made.out[passed.person] = crowd.time();
    }
    return made;
}

/// Two rooms of 30, the first with an assisted pupil or a teacher as asked.
School withTeacher()
{
    School school = tworooms();
    school.staff = {{{"T"}, StaffRole::ClassTeacher, {"R1"}}};
    school.classes[0].teacher = {"T"};
    return school;
}

Scenario inFiles(int files, TeacherPlace teacher)
{
    Scenario scenario;
    Release release;
    release.files = files;
    release.teacher = teacher;
    scenario.releases = {release};
    return scenario;
}

std::uint32_t personOf(const Start& start, Part part)
{
    for (std::uint32_t i = 0; i < start.persons.size(); ++i)
        if (start.persons[i].part == part) return i;
    throw std::runtime_error("nobody of this part");
}

/// Kendall's tau between the order of a column and the order in which its people came out.
double tau(const Column& column, const std::map<std::uint32_t, double>& out)
{
    int agree = 0, pairs = 0;
    for (std::size_t i = 0; i < column.walkers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            agree += out.at(column.walkers[j]) < out.at(column.walkers[i]) ? 1 : -1;
            ++pairs;
        }
    return static_cast<double>(agree) / pairs;
}

TEST(Together, AClassInOneFileComesOutInItsOrder)
{
    const Tried made = tried(withTeacher(), inFiles(1, TeacherPlace::Head));
    ASSERT_EQ(made.start.columns.size(), 2U);
    ASSERT_EQ(made.out.size(), 61U);
    EXPECT_EQ(made.start.columns[0].walkers.size(), 31U);
    for (const Column& column : made.start.columns) EXPECT_GE(tau(column, made.out), 0.9);
    const Tried alone = tried(withTeacher(), Scenario{});
    EXPECT_TRUE(alone.start.columns.empty());
    EXPECT_LT(tau(made.start.columns[0], alone.out), 0.9); // the order is kept, it does not come by itself
}

TEST(Together, TheTeacherWalksAtTheHeadOrTheTail)
{
    for (const TeacherPlace place : {TeacherPlace::Head, TeacherPlace::Tail}) {
        const Tried made = tried(withTeacher(), inFiles(2, place));
        const std::uint32_t teacher = personOf(made.start, Part::Teacher);
        ASSERT_EQ(made.out.size(), 61U);
        int later = 0;
        for (const std::uint32_t person : made.start.columns[0].walkers)
            later += made.out.at(person) > made.out.at(teacher) ? 1 : 0;
        EXPECT_NEAR(later, place == TeacherPlace::Head ? 30 : 0, 2);
    }
}

TEST(Together, AClassSetsOutAtOnce)
{
    Scenario scenario = inFiles(1, TeacherPlace::OwnTime);
    scenario.preMovement = {Distribution::Kind::LogNormal, 20.0, 1.5};
    const Tried made = tried(tworooms(), scenario);
    for (const Column& column : made.start.columns)
        for (const std::uint32_t person : column.walkers)
            EXPECT_EQ(made.start.walkers[person].start, made.start.walkers[column.walkers[0]].start);
    EXPECT_NE(made.start.walkers[made.start.columns[0].walkers[0]].start,
              made.start.walkers[made.start.columns[1].walkers[0]].start);
}

TEST(Together, ATeacherWithoutFilesLeavesTheRoomLast)
{
    RunOptions options;
    options.threads = 1;
    const RunResult result = simulate(withTeacher(), inFiles(0, TeacherPlace::Tail), options, {}, {}, {});
    EXPECT_EQ(result.ending, Ending::Empty);
    double pupils = 0.0, teacher = 0.0;
    for (const PersonResult& person : result.persons) {
        if (person.from != "R1") continue;
        double& last = person.group == "staff" ? teacher : pupils;
        last = std::max(last, person.leftRoom.value());
    }
    EXPECT_GT(teacher, pupils + 1.0); // it had stayed where it was
}

TEST(Together, AClassComesRowByRowEvenlyAndAtOnePace)
{
    const School school = withTeacher();
    Scenario scenario = inFiles(0, TeacherPlace::OwnTime);
    scenario.releases[0].time = 10.0;
    scenario.releases[0].over = 60.0;
    const Tried made = tried(school, scenario);
    std::vector<std::pair<double, double>> byDoor; // metres to the door of the first room (1.5, 2.5), start
    std::vector<double> speeds;
    for (std::size_t i = 0; i < made.start.persons.size(); ++i) {
        const Walker& walker = made.start.walkers[i];
        if (made.start.persons[i].part == Part::Teacher) {
            EXPECT_EQ(walker.start, 70.0) << "the teacher comes last";
        }
        if (made.start.persons[i].part != Part::Pupil || made.start.persons[i].schoolClass != 0U) continue;
        byDoor.emplace_back(std::hypot(walker.at.x - 1.5, walker.at.y - 2.5), walker.start);
        speeds.push_back(walker.levelSpeed);
    }
    ASSERT_EQ(byDoor.size(), 30U);
    std::ranges::sort(byDoor, {}, &std::pair<double, double>::second);
    for (std::size_t i = 0; i < byDoor.size(); ++i)
        EXPECT_NEAR(byDoor[i].second, 11.0 + 2.0 * static_cast<double>(i), 1e-9);
    EXPECT_LT(byDoor.front().first + 2.0, byDoor.back().first) << "who sits by the door goes first";
    std::ranges::sort(speeds);
    EXPECT_EQ(speeds[15], speeds.back()) << "nobody is faster than the middle of the class";
    EXPECT_EQ(made.out.size(), made.start.persons.size());
}

TEST(Together, ATeacherWhoIsElsewhereIsTold)
{
    School school = withTeacher();
    school.staff[0].place = {"R2"};
    const Tried made = tried(school, inFiles(1, TeacherPlace::Head));
    int told = 0;
    for (const Finding& finding : made.start.findings) told += finding.what.key == "run.teacher_elsewhere" ? 1 : 0;
    EXPECT_EQ(told, 2); // the other class has none
}

TEST(Together, AFileGoesOnWhenADoorCutsItInTwo)
{
    Scenario scenario = inFiles(2, TeacherPlace::OwnTime);
    scenario.events = {{10.0, EventKind::Shut, {"D1"}, {}}, {60.0, EventKind::Open, {"D1"}, {}}};
    RunOptions options;
    options.threads = 1;
    const RunResult result = simulate(tworooms(), scenario, options, {}, {}, {});
    EXPECT_EQ(result.ending, Ending::Empty);
    EXPECT_GT(result.clearance.value(), 60.0); // some were cut off
    EXPECT_LT(*std::ranges::min_element(result.persons, {}, [](const PersonResult& p) { return *p.out; })->out, 30.0);
}

/// What two partners of a class do on flights, over all steps.
struct Partners {
    double right = 0.0; // metres, mean: the first of the two is farther to the right by
    double along = 0.0; // metres, mean: one is ahead of the other by
    int seen = 0;
};

void see(Partners& partners, const Frame& frame, std::size_t a, std::size_t b)
{
    const bool alongY = std::abs(frame.vy[a]) > std::abs(frame.vx[a]);
    const double dx = (frame.x[a] - frame.x[b]) / 1000.0, dy = (frame.y[a] - frame.y[b]) / 1000.0;
    const double right = alongY ? (frame.vy[a] > 0 ? dx : -dx) : (frame.vx[a] > 0 ? -dy : dy);
    ++partners.seen;
    partners.right += (right - partners.right) / partners.seen;
    partners.along += (std::abs(alongY ? dy : dx) - partners.along) / partners.seen;
}

void seeAll(Partners& partners, const Frame& frame, const Walkable& walkable, const Column& column)
{
    std::map<std::uint32_t, std::size_t> row;
    for (std::size_t i = 0; i < frame.size(); ++i) row[frame.person[i]] = i;
    for (std::size_t k = 0; k + 1 < column.walkers.size(); k += 2) {
        const auto a = row.find(column.walkers[k]), b = row.find(column.walkers[k + 1]);
        if (a == row.end() || b == row.end()) continue;
        const SurfaceIndex surface = frame.surface[a->second];
        if (surface == frame.surface[b->second] && walkable.surfaces[surface].kind == SurfaceKind::Flight)
            see(partners, frame, a->second, b->second);
    }
}

/// The class on the fifth storey of the sample school, nobody else.
School upstairs()
{
    const std::filesystem::path folder = std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios";
    School school = readSchool(folder / "school.school.json").value();
    std::erase_if(school.classes, [](const SchoolClass& one) { return one.homeroom != SpaceId{"501"}; });
    school.staff.clear();
    return school;
}

TEST(Together, TwoFilesWalkTwoAbreastDownAStairEachOnItsSide)
{
    const School school = upstairs();
    Scenario scenario = inFiles(2, TeacherPlace::OwnTime);
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    const Start start = startOf(school, scenario, walkable, network);
    Crowd crowd(crowdOf(scenario, walkable, network, start));
    Workers workers(1);
    Partners partners;
    while (crowd.inside() > 0 && crowd.time() < 600.0) {
        crowd.step(workers);
        seeAll(partners, crowd.frame(), walkable, start.columns.at(0));
    }
    EXPECT_EQ(crowd.inside(), 0U);
    EXPECT_GT(partners.seen, 1000);
    EXPECT_GE(partners.right, 0.15); // entering and leaving the flights counted
    EXPECT_LE(partners.along, 0.75); // nearer than the row before
}

TEST(Together, AClassOfFiftyKeepsItsOrderAndItsLengthDownFourStoreys)
{
    const Tried made = tried(upstairs(), inFiles(2, TeacherPlace::OwnTime));
    ASSERT_EQ(made.out.size(), 50U);
    EXPECT_GE(tau(made.start.columns.at(0), made.out), 0.8); // partners come in either order
    const auto [first, last] = std::ranges::minmax_element(made.out, {}, [](const auto& one) { return one.second; });
    EXPECT_LE(last->second - first->second, 75.0); // docs/model.md: 1.5 seconds a person
}

TEST(Together, AnAssistedPupilAndTheHelperComeOutTogetherAndLater)
{
    School school = tworooms();
    school.classes[0].assistedPupils = 1;
    for (const int helpers : {1, 2}) {
        Scenario scenario;
        scenario.assisted.helpers = helpers;
        const Tried made = tried(school, scenario);
        ASSERT_EQ(made.start.columns.size(), 1U);
        ASSERT_EQ(made.out.size(), 60U);
        const auto& bound = made.start.columns[0].walkers;
        EXPECT_EQ(bound.size(), 1U + static_cast<std::size_t>(helpers));
        const auto [first, last] = std::ranges::minmax(bound, {}, [&](std::uint32_t p) { return made.out.at(p); });
        EXPECT_LE(made.out.at(last) - made.out.at(first), 5.0);
        EXPECT_GT(made.out.at(personOf(made.start, Part::Assisted)), tried(tworooms(), scenario).out.at(first));
        for (const std::uint32_t person : bound) EXPECT_LE(made.start.walkers[person].levelSpeed, 0.76);
    }
}

TEST(Together, WhereHelpersAreLackingTheResultSaysSo)
{
    School school = tworooms();
    school.classes[0].pupils = 3;
    school.classes[0].assistedPupils = 2;
    const Tried made = tried(school, Scenario{});
    const auto told = std::ranges::find_if(made.start.findings,
                                           [](const Finding& finding) { return finding.what.key == "run.no_helper"; });
    ASSERT_NE(told, made.start.findings.end());
    EXPECT_EQ(told->element, "1-1");
    EXPECT_EQ(told->what.args, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(made.out.size(), 33U);
}

TEST(Together, TheTeacherHelpsWhereAsked)
{
    School school = withTeacher();
    school.classes[0].assistedPupils = 1;
    Scenario scenario;
    scenario.assisted.from = HelpFrom::Teacher;
    const Start start = tried(school, scenario).start;
    ASSERT_EQ(start.columns.size(), 1U);
    const std::uint32_t teacher = personOf(start, Part::Teacher);
    EXPECT_EQ(start.columns[0].walkers[1], teacher);
    EXPECT_LT(length(start.walkers[teacher].at - start.walkers[start.columns[0].walkers[0]].at), 2.0);
}

TEST(Together, AGradesOwnPreMovementCounts)
{
    Scenario scenario;
    Profile own = profileFor({}, 1);
    own.preMovement = Distribution{Distribution::Kind::Constant, 35.0};
    scenario.profiles = {own};
    for (const Walker& walker : tried(tworooms(), scenario).start.walkers) EXPECT_EQ(walker.start, 35.0);
}

}
}
