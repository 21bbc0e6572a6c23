#include "sim/trace/bytes.hpp"
#include "tests/files.hpp"
#include "tests/trace/walk.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <thread>

namespace stairwise {
namespace {

std::string traceOf(const Walk& walk)
{
    const OwnFolder folder;
    EXPECT_TRUE(write(walk, folder / "a.trace"));
    return contentOf(folder / "a.trace");
}

TEST(Trace, GivesBackWhatWasWritten)
{
    const Walk walk = walkOf(40, 100);
    const auto reader = readerOf(traceOf(walk));
    ASSERT_TRUE(reader);
    EXPECT_TRUE(reader.value().complete());
    const TraceHead& head = reader.value().head();
    EXPECT_EQ(head.school, walk.head.school);
    EXPECT_EQ(head.scenario, walk.head.scenario);
    EXPECT_EQ(head.seed, walk.head.seed);
    EXPECT_EQ(head.engine, 7);
    EXPECT_EQ(head.walkableHash, "00112233");
    EXPECT_EQ(head.interval, 0.5);
    EXPECT_EQ(head.surfaces, walk.head.surfaces);
    EXPECT_EQ(head.storeys, walk.head.storeys);
    ASSERT_EQ(head.people.size(), 40U);
    EXPECT_EQ(head.people[4].group, "class1");
    EXPECT_EQ(head.people[4].radius, 180);
    ASSERT_EQ(reader.value().frames(), 100U);
    for (std::size_t k = 0; k < 100; ++k) EXPECT_TRUE(same(reader.value().frame(k).value(), walk.frames[k])) << k;
}

TEST(Trace, FramesComeInAnyOrder)
{
    const Walk walk = walkOf(10, 100);
    const auto reader = readerOf(traceOf(walk));
    for (const std::size_t k : {99U, 0U, 50U, 49U, 31U, 32U, 64U, 63U})
        EXPECT_TRUE(same(reader.value().frame(k).value(), walk.frames[k])) << k;
    EXPECT_EQ(reader.value().frame(100).fault().what.key, "trace.no_frame");
}

TEST(Trace, SeveralThreadsMayAskOneReader)
{
    const Walk walk = walkOf(10, 100);
    const auto reader = readerOf(traceOf(walk));
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t k = 0; k < 100; ++k) {
                const std::size_t which = (k * 37 + t * 11) % 100;
                EXPECT_TRUE(same(reader.value().frame(which).value(), walk.frames[which]));
            }
        });
}

TEST(Trace, EmptyRunIsWhole)
{
    Walk walk = walkOf(3, 0);
    const auto empty = readerOf(traceOf(walk));
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty.value().complete());
    EXPECT_EQ(empty.value().frames(), 0U);
    walk.frames.resize(2); // frames without people
    walk.head.surfaces.clear();
    const auto deserted = readerOf(traceOf(walk));
    EXPECT_EQ(deserted.value().frame(1).value().size(), 0U);
}

TEST(Trace, KeepsTheFarthestNumbers)
{
    Walk walk = walkOf(2, 0);
    constexpr auto kLow = std::numeric_limits<std::int32_t>::min();
    constexpr auto kHigh = std::numeric_limits<std::int32_t>::max();
    walk.frames.push_back({0.0, {0, 1}, {kLow, kHigh}, {kHigh, kLow}, {0, 0xffffffffU}, {-32768, 32767}, {32767, 0}});
    walk.frames.push_back({1e300, {0, 1}, {kHigh, kLow}, {kLow, kHigh}, {2, 0}, {32767, -32768}, {-32768, 0}});
    walk.frames.push_back({59.0, {1}, {0}, {0}, {1}, {0}, {0}});
    const auto reader = readerOf(traceOf(walk));
    for (std::size_t k = 0; k < 3; ++k) EXPECT_TRUE(same(reader.value().frame(k).value(), walk.frames[k])) << k;
}

TEST(Trace, TakesFewBytesAPersonAndFrame)
{
    const Walk walk = walkOf(500, 96);
    std::size_t rows = 0;
    for (const Frame& frame : walk.frames) rows += frame.size();
    EXPECT_LT(static_cast<double>(traceOf(walk).size()) / static_cast<double>(rows), 6.0);
}

TEST(Trace, BytesDependOnTheFramesAlone)
{
    const Walk walk = walkOf(20, 70);
    const std::string bytes = traceOf(walk);
    EXPECT_EQ(bytes, traceOf(walk));
    // Written down so that another compiler, processor or careless change is noticed: the format is public.
    EXPECT_EQ(digestOf(bytes).hex(), "0852d93c65ef16eb002a4a6fd757d14f");
}

TEST(Trace, CutAnywhereIsReadableToItsLastWholeChunk)
{
    const Walk walk = walkOf(6, 70);
    const std::string bytes = traceOf(walk);
    std::size_t most = 0;
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        const auto reader = readerOf(bytes.substr(0, cut));
        if (!reader) {
            EXPECT_EQ(most, 0U) << cut;
            continue;
        }
        EXPECT_FALSE(reader.value().complete()) << cut;
        const std::size_t frames = reader.value().frames();
        EXPECT_GE(frames, most) << cut;
        EXPECT_TRUE(frames == 0 || frames == 32 || frames == 64 || frames == 70) << cut;
        most = frames;
        EXPECT_TRUE(frames == 0 || same(reader.value().frame(frames - 1).value(), walk.frames[frames - 1])) << cut;
    }
    EXPECT_EQ(most, 70U);
}

TEST(Trace, FlippedByteIsFound)
{
    const Walk walk = walkOf(6, 70);
    const std::string bytes = traceOf(walk);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        const auto reader = readerOf(flipped);
        if (!reader) continue;
        bool found = !reader.value().complete();
        for (std::size_t k = 0; k < reader.value().frames(); ++k) {
            const auto frame = reader.value().frame(k);
            found = found || !frame;
            EXPECT_TRUE(!frame || same(frame.value(), walk.frames[k])) << at;
        }
        EXPECT_TRUE(found) << at;
    }
}

TEST(Trace, OtherFilesAreRefusedWithAReason)
{
    EXPECT_EQ(readerOf("").fault().what.key, "trace.no_trace");
    EXPECT_EQ(readerOf("{\"format\": \"stairwise-school\"}        ").fault().what.key, "trace.no_trace");
    std::string newer = traceOf(walkOf(1, 1));
    newer[8] = 2;
    EXPECT_EQ(readerOf(newer).fault().what.key, "trace.version");
    EXPECT_EQ(readerOf(newer).fault().what.args, (std::vector<std::string>{"2", "1"}));
    EXPECT_EQ(TraceReader::open("/no/such/file.trace").fault().what.key, "file.missing");
}

TEST(Trace, HugeSizesCostNoMemory)
{
    std::string bytes = traceOf(walkOf(1, 1));
    std::string body; // a head that promises 2^60 surfaces
    for (int i = 0; i < 2; ++i) putText(body, "");
    put64(body, 0);
    putSigned(body, 0);
    putText(body, "");
    putDouble(body, 0.5);
    putVarint(body, std::uint64_t{1} << 60);
    std::string file = bytes.substr(0, 12);
    put32(file, static_cast<std::uint32_t>(body.size()));
    Hasher hasher;
    hasher.add(std::uint32_t{1});
    hasher.add(body);
    put64(file, hasher.digest().high ^ hasher.digest().low);
    EXPECT_EQ(readerOf(file + body).fault().what.key, "trace.head_damaged");
    for (int i = 12; i < 16; ++i) bytes[static_cast<std::size_t>(i)] = '\xff'; // a head of 4 GB
    EXPECT_EQ(readerOf(bytes).fault().what.key, "trace.head_damaged");
}

TEST(Trace, FrameThatBreaksItsPromisesIsToldAtTheEnd)
{
    const OwnFolder folder;
    Walk walk = walkOf(4, 10);
    std::swap(walk.frames[8].person[0], walk.frames[8].person[1]);
    const auto finished = write(walk, folder / "a.trace");
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.fault().what.key, "trace.bad_frame");
    const auto reader = TraceReader::open(folder / "a.trace");
    EXPECT_EQ(reader.value().frames(), 8U);
}

TEST(Trace, FullDiskIsToldAtTheEnd)
{
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    auto writer = TraceWriter::create("/dev/full", walkOf(1, 0).head);
    ASSERT_TRUE(writer);
    const auto finished = writer.value().finish();
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.fault().what.key, "file.cannot_write");
}

TEST(Trace, FolderThatIsNotThereIsRefusedAtOnce)
{
    EXPECT_EQ(TraceWriter::create("/no/such/folder/a.trace", {}).fault().what.key, "file.cannot_write");
}

TEST(Trace, GrowingFileCanBeRead)
{
    const OwnFolder folder;
    const Walk walk = walkOf(4, 40);
    auto writer = TraceWriter::create(folder / "a.trace", walk.head);
    ASSERT_TRUE(writer);
    for (const Frame& frame : walk.frames) writer.value().add(frame);
    const auto reader = TraceReader::open(folder / "a.trace");
    ASSERT_TRUE(reader);
    EXPECT_FALSE(reader.value().complete());
    EXPECT_EQ(reader.value().frames(), kFramesPerChunk);
}

TEST(Chunk, GarbageIsRefused)
{
    ChunkEncoder encoder(6, 3);
    const Walk walk = walkOf(6, 20);
    for (const Frame& frame : walk.frames) ASSERT_TRUE(encoder.add(frame));
    const std::string payload = encoder.take();
    ASSERT_TRUE(decodeChunk(payload, 20, 6, 3));
    EXPECT_FALSE(decodeChunk(payload, 19, 6, 3));
    EXPECT_FALSE(decodeChunk(payload, 21, 6, 3));
    EXPECT_FALSE(decodeChunk(payload, 20, 5, 3)); // a person beyond the head
    EXPECT_FALSE(decodeChunk(payload, 20, 6, 2)); // a surface beyond the head
    for (std::size_t at = 0; at < payload.size(); ++at) {
        for (const char c : {'\x00', '\x7f', '\xff'}) {
            std::string damaged = payload;
            damaged[at] = c;
            const auto frames = decodeChunk(damaged, 20, 6, 3); // refused, or other numbers: no crash either way
            if (!frames) continue;
            for (const Frame& frame : *frames)
                for (const std::uint32_t person : frame.person) EXPECT_LT(person, 6U);
        }
        EXPECT_FALSE(decodeChunk(payload.substr(0, at), 20, 6, 3)) << at;
    }
}

}
}
