#pragma once

#include "sim/school/school.hpp"

#include <epoxy/gl.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <iostream>
#include <memory>
#include <string>

namespace stairwise::editor {

inline constexpr int kFrames = 40;

/// Two hundred rooms of 8 × 7 m on both sides of four corridors, a door each.
inline School rooms()
{
    Storey storey;
    storey.id = StoreyId{"F1"};
    storey.height = 3600;
    for (int corridor = 0; corridor < 4; ++corridor) {
        const std::int32_t y = corridor * 20'000;
        const auto box = [](std::int32_t x, std::int32_t low, std::int32_t wide, std::int32_t tall) {
            return Polygon{{{x, low}, {x + wide, low}, {x + wide, low + tall}, {x, low + tall}}, {}};
        };
        const std::string name = std::to_string(corridor);
        storey.spaces.push_back({SpaceId{"C" + name}, "", SpaceKind::Corridor, box(0, y, 25 * 8240, 3000)});
        for (int i = 0; i < 50; ++i) {
            const bool above = i % 2 == 0;
            const std::int32_t x = i / 2 * 8240;
            const std::int32_t low = above ? y + 3240 : y - 7240;
            const std::string id = name + "-" + std::to_string(i);
            storey.spaces.push_back({SpaceId{"R" + id}, "", SpaceKind::Classroom, box(x, low, 8000, 7000)});
            Door door;
            door.id = DoorId{"D" + id};
            const std::int32_t wall = above ? y + 3120 : y - 120;
            door.at = {{x + 1000, wall}, {x + 2000, wall}};
            door.clearWidth = 900;
            door.swing = Swing::In;
            storey.doors.push_back(door);
        }
    }
    School school;
    school.buildings.push_back({BuildingId{"B"}, "", {std::make_shared<const Storey>(storey)}, {}});
    return school;
}

using Clock = std::chrono::steady_clock;
inline double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// `draw` is called with the number of the picture; the mean of many is printed.
template <class Draw> void time(const std::string& what, const Draw& draw)
{
    draw(0);
    glFinish();
    const auto begin = Clock::now();
    const std::clock_t work = std::clock(); // of all threads: what others on this computer do is not in it
    for (int frame = 1; frame <= kFrames; ++frame) {
        draw(frame);
        glFinish();
    }
    const double each = millisecondsSince(begin) / kFrames;
    const double worked = 1000.0 * static_cast<double>(std::clock() - work) / CLOCKS_PER_SEC / kFrames;
    std::cout << fmt::format("{}: {:.1f} ms a picture, {:.0f} a second; {:.1f} ms of processors\n", what, each,
                             1000.0 / each, worked);
}

}
