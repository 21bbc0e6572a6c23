#include "editor/model/derived.hpp"

#include "sim/egress/check.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace stairwise::editor {

std::shared_ptr<const Derived> derivedOf(std::shared_ptr<const School> school, const Derived* before)
{
    auto derived = std::make_shared<Derived>();
    derived->walkable = walkableOf(*school);
    std::optional<KnownWays> known;
    if (before != nullptr) known.emplace(KnownWays{before->walkable, before->network});
    derived->network = networkOf(derived->walkable, known);
    derived->withoutSecond = withoutSecondWay(*school, derived->walkable, derived->network);
    derived->findings = check(*school, derived->walkable, derived->network, derived->withoutSecond);
    derived->school = std::move(school);
    return derived;
}

struct Deriver::Inside {
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::shared_ptr<const School> wanted;
    std::shared_ptr<const Derived> latest;
    std::jthread thread; // last: joined before the rest goes

    [[nodiscard]] bool done() const { return wanted == nullptr || (latest != nullptr && latest->school == wanted); }

    void work(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return !done(); })) {
            if (stop.stop_requested()) return;
            const auto school = wanted;
            const auto before = latest;
            lock.unlock();
            auto made = derivedOf(school, before.get());
            lock.lock();
            latest = std::move(made);
            changed.notify_all();
        }
    }
};

Deriver::Deriver() : inside_(std::make_unique<Inside>())
{
    inside_->thread = std::jthread([in = inside_.get()](const std::stop_token& stop) { in->work(stop); });
}

Deriver::~Deriver() = default;

void Deriver::want(std::shared_ptr<const School> school)
{
    const std::lock_guard lock(inside_->mutex);
    inside_->wanted = std::move(school);
    inside_->changed.notify_all();
}

std::shared_ptr<const Derived> Deriver::latest() const
{
    const std::lock_guard lock(inside_->mutex);
    return inside_->latest;
}

bool Deriver::busy() const
{
    const std::lock_guard lock(inside_->mutex);
    return !inside_->done();
}

void Deriver::wait()
{
    std::unique_lock lock(inside_->mutex);
    inside_->changed.wait(lock, [this] { return inside_->done(); });
}

}
