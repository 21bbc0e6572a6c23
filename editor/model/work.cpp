#include "editor/model/work.hpp"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <utility>

namespace stairwise::editor {

struct Work::Inside {
    std::atomic<bool> cancelled{false};
    std::atomic<bool> running{false};
    mutable std::mutex mutex;
    std::optional<Result<Message>> result; // guarded, as what follows
    ProgressReport report;
    std::chrono::steady_clock::time_point begun;
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
    in.result.reset();
    in.report = {};
    in.begun = std::chrono::steady_clock::now();
    in.name = std::move(name);
    in.thread = std::jthread([&in, task = std::move(task)] {
        auto result = task(CancelToken(&in.cancelled), [&in](const ProgressReport& report) {
            const std::lock_guard lock(in.mutex);
            in.report = report;
        });
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

ProgressReport Work::report() const
{
    const std::lock_guard lock(inside_->mutex);
    return inside_->report;
}

double Work::fraction() const
{
    return report().fraction;
}

double Work::secondsLeft() const
{
    const std::lock_guard lock(inside_->mutex);
    const double fraction = inside_->report.fraction;
    if (fraction <= 0.0) return 0.0;
    const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - inside_->begun).count();
    return spent / fraction - spent;
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
