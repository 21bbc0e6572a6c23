#pragma once

#include "sim/base/random.hpp"
#include "sim/trace/frame_coder.hpp"
#include "sim/trace/trace_file.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace stairwise {

/// A made-up run: people walk at 1.2 m/s with small unevenness, change surface now and then, come late, leave, return.
struct Walk {
    TraceHead head;
    std::vector<Frame> frames;
};

inline Walk walkOf(std::size_t people, std::size_t frames)
{
    Walk walk;
    walk.head.school = "Hillside 中学";
    walk.head.scenario = "fire";
    walk.head.seed = 0xfedcba9876543210ULL;
    walk.head.engine = 7;
    walk.head.walkableHash = "00112233";
    walk.head.surfaces = {"A101", "C1", "S1/1/flight1"};
    walk.head.storeys = {"F1", "F1", ""};
    for (std::size_t i = 0; i < people; ++i) walk.head.people.push_back({"class" + std::to_string(i % 3), 180});
    for (std::size_t k = 0; k < frames; ++k) {
        Frame frame;
        frame.time = 0.5 * static_cast<double>(k);
        for (std::size_t i = 0; i < people; ++i) {
            if (k < i % 5 || k + i % 7 > frames || (i == 3 && k % 11 < 4)) continue;
            const auto chance = [&](std::uint32_t purpose) {
                return uniform({1, i, purpose, static_cast<std::uint32_t>(k)}) - 0.5;
            };
            frame.person.push_back(static_cast<std::uint32_t>(i));
            frame.x.push_back(static_cast<std::int32_t>(600.0 * static_cast<double>(k) + 20.0 * chance(1)) - 5000);
            frame.y.push_back(static_cast<std::int32_t>(500.0 * static_cast<double>(i) + 20.0 * chance(2)) - 5000);
            frame.surface.push_back(static_cast<std::uint32_t>((k / 9 + i) % 3));
            frame.vx.push_back(static_cast<std::int16_t>(1200.0 + 80.0 * chance(3)));
            frame.vy.push_back(static_cast<std::int16_t>(80.0 * chance(4)));
        }
        walk.frames.push_back(std::move(frame));
    }
    return walk;
}

inline bool same(const Frame& a, const Frame& b)
{
    return a.time == b.time && a.person == b.person && a.x == b.x && a.y == b.y && a.surface == b.surface &&
           a.vx == b.vx && a.vy == b.vy;
}

inline Done write(const Walk& walk, const std::filesystem::path& path)
{
    auto writer = TraceWriter::create(path, walk.head);
    if (!writer) return writer.fault();
    for (const Frame& frame : walk.frames) writer.value().add(frame);
    return writer.value().finish();
}

inline Result<TraceReader> readerOf(std::string bytes)
{
    return TraceReader::from(std::make_unique<std::istringstream>(std::move(bytes)), "test.trace");
}

}
