#pragma once

#include "sim/trace/trace_file.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace stairwise::editor {

/// Reads a trace once from its beginning in the background, chunk by chunk, for what can only be known by adding up.
/// Goes on when the file has grown; stops at a damaged chunk.
class TraceFollower {
public:
    /// Called from the follower's thread with the frames of one chunk after another.
    using Take = std::function<void(const std::vector<Frame>&)>;
    TraceFollower(TraceReader reader, Take take);
    ~TraceFollower();
    TraceFollower(const TraceFollower&) = delete;
    TraceFollower& operator=(const TraceFollower&) = delete;
    void refresh();
    void wait(); // until what was there at the last refresh() is taken

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
