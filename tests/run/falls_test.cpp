#include "sim/run/run.hpp"

#include "sim/run/happenings.hpp"
#include "sim/run/setting.hpp"
#include "tests/egress/building.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

Event fallOn(const std::string& on, double time, double duration)
{
    Event event;
    event.kind = EventKind::Fall;
    event.on = on;
    event.time = time;
    event.duration = duration;
    return event;
}

struct Watched {
    RunResult result;
    std::vector<Frame> frames;
};

Watched watched(const School& school, const Scenario& scenario, unsigned threads = 1)
{
    Watched seen;
    RunOptions options;
    options.threads = threads;
    options.bound = options.hand = false;
    const FrameSink keep = [&](const Frame& frame) { seen.frames.push_back(frame); };
    seen.result = simulate(school, scenario, options, std::span(&keep, 1), {}, {});
    return seen;
}

// Of a person while it is inside, by time.
std::vector<std::pair<double, Vec2>> pathOf(const Watched& seen, std::size_t person)
{
    std::vector<std::pair<double, Vec2>> path;
    for (const Frame& frame : seen.frames) {
        const auto found = std::ranges::find(frame.person, person);
        if (found == frame.person.end()) continue;
        const auto i = static_cast<std::size_t>(found - frame.person.begin());
        path.emplace_back(frame.time, Vec2{frame.x[i] / 1000.0, frame.y[i] / 1000.0});
    }
    return path;
}

TEST(Fall, WhoFallsLiesThereForTheDurationAndThenWalksOn)
{
    Scenario scenario;
    Event event = fallOn("C", 6.0, 7.0);
    event.at = Point{1000, 1200};
    scenario.events = {event};
    const Watched seen = watched(rooms::tworooms(), scenario);
    ASSERT_EQ(seen.result.falls.size(), 1U);
    const FallResult& fall = seen.result.falls[0];
    EXPECT_GE(fall.from, 6.0);
    EXPECT_DOUBLE_EQ(fall.until, fall.from + 7.0);
    EXPECT_EQ(fall.place, "C");
    std::optional<Vec2> lay;
    std::size_t frames = 0;
    for (const auto& [time, at] : pathOf(seen, fall.person)) {
        if (time < fall.from + 0.1 || time > fall.until) continue;
        if (!lay) lay = at;
        EXPECT_LT(length(at - *lay), 0.02) << time;
        EXPECT_LT(length(at - Vec2{1.0, 1.2}), 1.05);
        ++frames;
    }
    EXPECT_GE(frames, 13U);
    EXPECT_EQ(seen.result.ending, Ending::Empty);
}

TEST(Fall, WhereNobodyIsTheNextWhoComesFalls)
{
    Scenario scenario;
    scenario.preMovement.a = 20.0;
    scenario.events = {fallOn("C", 0.0, 3.0)};
    scenario.events[0].at = Point{1000, 1200};
    const RunResult result = watched(rooms::tworooms(), scenario).result;
    ASSERT_EQ(result.falls.size(), 1U);
    EXPECT_GT(result.falls[0].from, 20.0);
}

TEST(Fall, WhereNobodyComesAnyMoreIsANote)
{
    Scenario scenario;
    scenario.events = {fallOn("R1", 500.0, 3.0)};
    const RunResult result = watched(rooms::tworooms(), scenario).result;
    EXPECT_TRUE(result.falls.empty());
    EXPECT_EQ(std::ranges::count(result.findings, "run.nobody_fell", &Finding::rule), 1);
}

TEST(Fall, NobodyWalksOverWhoLies)
{
    const School school = building::Plan().made();
    Scenario scenario;
    scenario.events = {fallOn("S1/1/flight2", 15.0, 10.0)};
    const Watched seen = watched(school, scenario);
    ASSERT_EQ(seen.result.falls.size(), 1U);
    const FallResult& fall = seen.result.falls[0];
    double nearest = 1e9;
    for (const Frame& frame : seen.frames) {
        if (frame.time < fall.from + 1.0 || frame.time > fall.until) continue;
        const auto lying =
            static_cast<std::size_t>(std::ranges::find(frame.person, fall.person) - frame.person.begin());
        for (std::size_t i = 0; i < frame.size(); ++i) {
            if (i == lying || frame.surface[i] != frame.surface[lying]) continue;
            nearest = std::min(
                nearest, length(Vec2{(frame.x[i] - frame.x[lying]) / 1000.0, (frame.y[i] - frame.y[lying]) / 1000.0}));
        }
    }
    EXPECT_GT(nearest, 0.40); // 0.37 m of who lies and 0.185 m of who passes, rims pressed
    EXPECT_LT(nearest, 0.8);  // and somebody does pass
}

// Simulated in OAL 6777204: on a primary school's stair a fall delays, two multiply the time.
TEST(Fall, OneDelaysAndTwoDelayMore)
{
    const School school = building::Plan().made();
    const auto lastOut = [&](std::vector<Event> falls) {
        Scenario scenario;
        scenario.events = std::move(falls);
        double last = 0.0;
        for (const PassageResult& row : watched(school, scenario).result.stairs)
            if (row.id == "S1") last = *row.last;
        return last;
    };
    const double none = lastOut({});
    const double one = lastOut({fallOn("S1/1/flight2", 15.0, 10.0)});
    const double two = lastOut({fallOn("S1/1/flight2", 15.0, 10.0), fallOn("S1/1/flight2", 16.0, 10.0)});
    EXPECT_GT(one, none);
    EXPECT_GT(two, one);
    RecordProperty("seconds", std::to_string(none) + " " + std::to_string(one) + " " + std::to_string(two));
}

TEST(Fall, IsTheSameForEveryNumberOfThreads)
{
    const School school = building::Plan().made();
    Scenario scenario;
    scenario.events = {fallOn("S1/1/flight2", 15.0, 10.0), fallOn("S1/1/half1", 15.0, 4.0)};
    const RunResult one = watched(school, scenario, 1).result;
    ASSERT_EQ(one.falls.size(), 2U);
    for (const unsigned threads : {2U, 5U}) EXPECT_EQ(watched(school, scenario, threads).result.digest, one.digest);
    scenario.events.clear();
    EXPECT_NE(watched(school, scenario).result.digest, one.digest);
}

TEST(Fall, AtAPointOfAStoreyIsOnItsFloor)
{
    const Walkable walkable = walkableOf(building::Plan().made());
    Event event;
    event.kind = EventKind::Fall;
    event.storey = {"F2"};
    event.at = Point{20000, 1000};
    ASSERT_TRUE(fallOf(event, walkable));
    EXPECT_EQ(walkable.surfaces[fallOf(event, walkable)->surface].element, "C2");
}

}
}
