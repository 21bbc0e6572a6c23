#include "editor/model/playback.hpp"

#include "scenarios/maker/maker.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <random>

namespace stairwise::editor {
namespace {

const Walkable& building()
{
    static const Walkable walkable = walkableOf(samples::teachingBuilding());
    return walkable;
}

Playback opened(const std::filesystem::path& path)
{
    auto playback = Playback::open(path);
    EXPECT_TRUE(bool(playback));
    return std::move(playback).value();
}

TEST(Playback, ShowsFramesAndThePlacesBetweenThem)
{
    const OwnFolder folder;
    const MadeTrace trace = traceOver(building(), 60, 100);
    writeTrace(trace, folder / "t.trace");
    const Playback playback = opened(folder / "t.trace");
    EXPECT_EQ(playback.duration(), trace.frames.back().time);
    EXPECT_TRUE(playback.complete());
    for (const std::size_t k : {0UL, 31UL, 32UL, 63UL, 98UL}) {
        const Frame& a = trace.frames[k];
        const Frame& b = trace.frames[k + 1];
        const PeopleShown shown = playback.at(a.time + 0.125).value(); // a quarter of the way
        ASSERT_EQ(shown.person, a.person);
        for (std::size_t i = 0; i < b.size(); i += 7) {
            const std::size_t row =
                static_cast<std::size_t>(std::ranges::find(a.person, b.person[i]) - a.person.begin());
            EXPECT_NEAR(shown.at[row].x, (0.75 * a.x[row] + 0.25 * b.x[i]) / 1000.0, 1e-9);
            EXPECT_NEAR(shown.at[row].y, (0.75 * a.y[row] + 0.25 * b.y[i]) / 1000.0, 1e-9);
            EXPECT_EQ(shown.surface[row], a.surface[row]);
        }
        EXPECT_EQ(playback.frameAt(a.time + 0.4).value()->time, a.time);
    }
    EXPECT_EQ(playback.at(-5.0).value().time, 0.0);
    EXPECT_EQ(playback.at(1e9).value().person, trace.frames.back().person);
    EXPECT_FLOAT_EQ(playback.at(0.0).value().radius.front(), 0.19F);
}

TEST(Playback, AddsUpHowLongEachHasStood)
{
    const OwnFolder folder;
    const MadeTrace trace = traceOver(building(), 20, 130);
    writeTrace(trace, folder / "t.trace");
    Playback playback = opened(folder / "t.trace");
    playback.waitForSums();
    std::map<std::uint32_t, double> stood;
    for (std::size_t k = 0; k < trace.frames.size(); ++k) {
        const Frame& frame = trace.frames[k];
        for (std::size_t i = 0; i < frame.size(); ++i)
            if (std::hypot(frame.vx[i], frame.vy[i]) < 200.0) stood[frame.person[i]] += 0.5;
        const PeopleShown shown = playback.at(frame.time).value();
        ASSERT_EQ(shown.wait.size(), shown.person.size());
        for (std::size_t i = 0; i < shown.person.size(); ++i)
            ASSERT_FLOAT_EQ(shown.wait[i], static_cast<float>(stood[shown.person[i]])) << "frame " << k;
    }
    EXPECT_GT(stood[0], 15.0);
}

TEST(Playback, FollowsAFileThatGrows)
{
    const OwnFolder folder;
    const MadeTrace trace = traceOver(building(), 30, 100);
    auto writer = TraceWriter::create(folder / "t.trace", trace.head).value();
    Playback playback = opened(folder / "t.trace");
    EXPECT_TRUE(playback.at(3.0).value().person.empty());
    for (std::size_t k = 0; k < 70; ++k) writer.add(trace.frames[k]);
    EXPECT_EQ(playback.duration(), 0.0);
    playback.refresh();
    EXPECT_EQ(playback.duration(), trace.frames[63].time); // whole chunks
    EXPECT_FALSE(playback.complete());
    EXPECT_EQ(playback.at(31.0).value().person, trace.frames[62].person);
    for (std::size_t k = 70; k < 100; ++k) writer.add(trace.frames[k]);
    ASSERT_TRUE(bool(writer.finish()));
    std::filesystem::rename(folder / "t.trace", folder / "moved.trace");
    playback.refresh();
    EXPECT_TRUE(playback.complete());
    EXPECT_EQ(playback.duration(), trace.frames.back().time);
    playback.waitForSums();
    EXPECT_EQ(playback.at(49.0).value().wait.size(), playback.at(49.0).value().person.size());
}

TEST(Playback, PlaysACutFileToItsLastWholeChunk)
{
    const OwnFolder folder;
    writeTrace(traceOver(building(), 30, 100), folder / "t.trace");
    const std::string bytes = contentOf(folder / "t.trace");
    std::ofstream(folder / "cut.trace", std::ios::binary) << bytes.substr(0, bytes.size() * 3 / 4);
    Playback playback = opened(folder / "cut.trace");
    EXPECT_FALSE(playback.complete());
    EXPECT_GT(playback.duration(), 15.0);
    EXPECT_LT(playback.duration(), 49.0);
    EXPECT_FALSE(playback.at(20.0).value().person.empty());
    EXPECT_FALSE(Playback::open(folder / "nothing.trace"));
}

// Ten minutes of 2,000 people. The bounds are those of the issue for opening (1 s) and scrubbing (50 ms).
TEST(Playback, IsReadyAtOnceAndNeverWaitsWhileScrubbing)
{
    const OwnFolder folder;
    writeTrace(traceOver(building(), 2000, 1200), folder / "t.trace");
    std::optional<Playback> playback;
    const double open = millisecondsOf([&] { playback.emplace(opened(folder / "t.trace")); });
    std::mt19937 chance(3);
    double worst = 0.0, sum = 0.0;
    for (int i = 0; i < 200; ++i) {
        const double at = static_cast<double>(chance() % 600'000) / 1000.0;
        const double took = millisecondsOf([&] { (void)playback->at(at).value(); });
        worst = std::max(worst, took);
        sum += took;
    }
    const double sums = millisecondsOf([&] { playback->waitForSums(); });
    std::printf("%.1f MB; open %.1f ms; anywhere %.1f ms, at worst %.1f ms; sums known %.0f ms later\n",
                static_cast<double>(std::filesystem::file_size(folder / "t.trace")) / 1e6, open, sum / 200, worst,
                sums);
    EXPECT_LT(open, 1000.0);
    EXPECT_LT(sum / 200, 50.0);
    EXPECT_FALSE(playback->at(599.0).value().wait.empty());
}

}
}
