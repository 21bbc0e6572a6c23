#include "editor/model/trace_follower.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace stairwise::editor {

struct TraceFollower::Inside {
    TraceReader reader; // of the thread alone
    Take take;
    std::mutex mutex;
    std::condition_variable_any changed;
    bool asked = true; // to look again
    bool busy = true;
    bool gone = false;   // past a damaged chunk nothing comes any more
    std::jthread thread; // last: joined before the rest goes

    Inside(TraceReader from, Take to) : reader(std::move(from)), take(std::move(to)) {}

    void work(const std::stop_token& stop)
    {
        std::size_t next = 0; // frame
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return asked; })) {
            asked = false;
            lock.unlock();
            reader.refresh();
            while (next < reader.frames() && !stop.stop_requested()) {
                const auto frames = reader.chunk(next);
                if (!frames) return leave();
                take(frames.value());
                next += frames.value().size();
            }
            lock.lock();
            busy = asked;
            changed.notify_all();
            if (stop.stop_requested()) return;
        }
    }

    void leave()
    {
        const std::lock_guard lock(mutex);
        busy = false;
        gone = true;
        changed.notify_all();
    }
};

TraceFollower::TraceFollower(TraceReader reader, Take take)
    : inside_(std::make_unique<Inside>(std::move(reader), std::move(take)))
{
    inside_->thread = std::jthread([in = inside_.get()](const std::stop_token& stop) { in->work(stop); });
}

TraceFollower::~TraceFollower() = default;

void TraceFollower::refresh()
{
    const std::lock_guard lock(inside_->mutex);
    inside_->asked = true;
    inside_->busy = !inside_->gone;
    inside_->changed.notify_all();
}

void TraceFollower::wait()
{
    std::unique_lock lock(inside_->mutex);
    inside_->changed.wait(lock, [this] { return !inside_->busy; });
}

}
