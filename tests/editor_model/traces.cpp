#include "tests/editor_model/traces.hpp"

#include "sim/geometry/polygon.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace stairwise::editor {
namespace {

void addPerson(Frame& frame, std::size_t number, std::size_t k, const Walkable& walkable)
{
    // Every third second everybody stands.
    const bool stands = k / 2 % 3 == 2;
    std::size_t surface = (number + k / 200) % walkable.surfaces.size();
    while (walkable.surfaces[surface].outdoor) surface = (surface + 1) % walkable.surfaces.size();
    const Box box = boxOf(walkable.surfaces[surface].area.outer);
    const double turn = 0.7 * static_cast<double>(number) + 0.1 * static_cast<double>(stands ? k - k % 2 : k);
    const double half = 0.4 * std::min(box.high.x - box.low.x, box.high.y - box.low.y);
    frame.person.push_back(static_cast<std::uint32_t>(number));
    frame.x.push_back(static_cast<std::int32_t>(0.5 * (box.low.x + box.high.x) + half * std::cos(turn)));
    frame.y.push_back(static_cast<std::int32_t>(0.5 * (box.low.y + box.high.y) + half * std::sin(turn)));
    frame.surface.push_back(static_cast<std::uint32_t>(surface));
    frame.vx.push_back(static_cast<std::int16_t>(stands ? 20 : 800 * std::cos(turn)));
    frame.vy.push_back(static_cast<std::int16_t>(stands ? 0 : 800 * std::sin(turn)));
}

}

MadeTrace traceOver(const Walkable& walkable, std::size_t people, std::size_t frames)
{
    MadeTrace trace;
    trace.head.school = "made";
    trace.head.walkableHash = walkable.hash.hex();
    for (const Surface& surface : walkable.surfaces) {
        trace.head.surfaces.push_back(surface.element);
        trace.head.storeys.push_back(surface.storey.value);
    }
    trace.head.people.assign(people, {"7-1", 190});
    for (std::size_t k = 0; k < frames; ++k) {
        Frame frame;
        frame.time = kFrameInterval * static_cast<double>(k);
        for (std::size_t i = 0; i < people; ++i)
            if (k + i % 50 < frames) addPerson(frame, i, k, walkable); // some leave before the end
        trace.frames.push_back(std::move(frame));
    }
    return trace;
}

void writeTrace(const MadeTrace& trace, const std::filesystem::path& path)
{
    auto writer = TraceWriter::create(path, trace.head).value();
    for (const Frame& frame : trace.frames) writer.add(frame);
    (void)writer.finish();
}

}
