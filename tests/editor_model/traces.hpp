#pragma once

#include "sim/trace/trace_file.hpp"
#include "sim/walkable/walkable.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace stairwise::editor {

/// A made-up run over the floors of a school: everybody walks round in a room of their own, and stands still for a
/// while.
struct MadeTrace {
    TraceHead head;
    std::vector<Frame> frames;
};
[[nodiscard]] MadeTrace traceOver(const Walkable& walkable, std::size_t people, std::size_t frames);
void writeTrace(const MadeTrace& trace, const std::filesystem::path& path);

template <class Work> double millisecondsOf(const Work& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}
