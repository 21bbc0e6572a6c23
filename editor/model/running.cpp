#include "editor/model/running.hpp"

#include "editor/model/run_order.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace stairwise::editor {
namespace {

/// An order that waits or is carried out, with the flag that ends it.
struct Task {
    RunOrder order;
    std::atomic<bool> cancelled = false;
    explicit Task(RunOrder asked) : order(std::move(asked)) {}
};

}

struct Runner::Inside {
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::shared_ptr<Task> waiting;
    std::shared_ptr<Task> current;
    RunState state;
    std::optional<RunOutcome> outcome;
    std::jthread thread; // last: joined before the rest goes

    [[nodiscard]] bool busy() const { return waiting != nullptr || current != nullptr; }

    void cancelAll()
    {
        if (current != nullptr) current->cancelled = true;
        if (waiting != nullptr) waiting->cancelled = true;
    }

    void work(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return waiting != nullptr; }) && !stop.stop_requested()) {
            current = std::exchange(waiting, nullptr);
            const auto task = current;
            lock.unlock();
            RunOutcome made = carryOut(task->order, CancelToken(&task->cancelled), [&](const RunState& told) {
                const std::lock_guard hold(mutex);
                if (waiting == nullptr) state = told;
            });
            lock.lock();
            current = nullptr;
            if (waiting == nullptr) outcome = std::move(made);
            changed.notify_all();
        }
    }
};

Runner::Runner() : inside_(std::make_unique<Inside>())
{
    inside_->thread = std::jthread([in = inside_.get()](const std::stop_token& stop) { in->work(stop); });
}

Runner::~Runner()
{
    cancel();
}

void Runner::begin(RunOrder order)
{
    const std::lock_guard lock(inside_->mutex);
    inside_->cancelAll();
    inside_->outcome.reset();
    inside_->state = {};
    inside_->waiting = std::make_shared<Task>(std::move(order));
    inside_->changed.notify_all();
}

void Runner::cancel()
{
    const std::lock_guard lock(inside_->mutex);
    inside_->cancelAll();
}

bool Runner::running() const
{
    const std::lock_guard lock(inside_->mutex);
    return inside_->busy();
}

RunState Runner::state() const
{
    const std::lock_guard lock(inside_->mutex);
    return inside_->state;
}

std::optional<RunOutcome> Runner::takeOutcome()
{
    const std::lock_guard lock(inside_->mutex);
    return std::exchange(inside_->outcome, std::nullopt);
}

void Runner::wait()
{
    std::unique_lock lock(inside_->mutex);
    inside_->changed.wait(lock, [this] { return !inside_->busy(); });
}

}
