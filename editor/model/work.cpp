#include "editor/model/work.hpp"

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace stairwise::editor {

struct Work::Inside {
    std::atomic<bool> cancelled{false};
    std::atomic<bool> running{false};
    std::atomic<double> fraction{0.0};
    std::mutex mutex;
    std::optional<Result<Message>> result; // guarded
    Message name;
    std::jthread thread;

    void stop()
    {
        cancelled = true;
        if (thread.joinable()) thread.join();
    }
};

Work::Work() : inside_(std::make_unique<Inside>()) {}

Work::~Work()
{
    inside_->stop();
}

void Work::begin(Message name, Task task)
{
    Inside& in = *inside_;
    in.stop();
    in.cancelled = false;
    in.running = true;
    in.fraction = 0.0;
    in.result.reset();
    in.name = std::move(name);
    in.thread = std::jthread([&in, task = std::move(task)] {
        auto result =
            task(CancelToken(&in.cancelled), [&in](const ProgressReport& report) { in.fraction = report.fraction; });
        {
            const std::lock_guard lock(in.mutex);
            in.result = std::move(result);
        }
        in.running = false;
    });
}

void Work::cancel()
{
    inside_->cancelled = true;
}

bool Work::running() const
{
    return inside_->running;
}

double Work::fraction() const
{
    return inside_->fraction;
}

Message Work::name() const
{
    return inside_->name;
}

std::optional<Result<Message>> Work::take()
{
    if (inside_->running) return std::nullopt;
    const std::lock_guard lock(inside_->mutex);
    return std::exchange(inside_->result, std::nullopt);
}

void Work::wait()
{
    if (inside_->thread.joinable()) inside_->thread.join();
}

}
