#include "sim/base/parallel.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace stairwise {
namespace {

// Steps follow one another within microseconds: a worker looks this often for the next piece before it sleeps.
constexpr int kSpins = 4000;

}

struct Workers::Inside {
    std::mutex mutex;
    std::condition_variable wake;
    std::atomic<std::uint64_t> round{0};
    std::atomic<std::size_t> next{0};
    std::atomic<unsigned> busy{0};
    std::atomic<bool> stop{false};
    std::size_t count = 0;
    std::size_t blockSize = kBlock;
    const Piece* work = nullptr;
    std::vector<std::jthread> threads;

    // noexcept: a piece that throws would leave others at work on a caller that is gone.
    void takeBlocks() noexcept
    {
        const std::size_t blocks = (count + blockSize - 1) / blockSize;
        for (std::size_t b = next.fetch_add(1); b < blocks; b = next.fetch_add(1)) {
            const std::size_t end = (b + 1) * blockSize;
            (*work)(b, b * blockSize, end < count ? end : count);
        }
    }

    void serve()
    {
        std::uint64_t seen = 0;
        while (true) {
            for (int i = 0; i < kSpins && round.load(std::memory_order_acquire) == seen && !stop; ++i)
                std::this_thread::yield();
            if (round.load(std::memory_order_acquire) == seen && !stop) {
                std::unique_lock lock(mutex);
                wake.wait(lock, [&] { return round.load() != seen || stop; });
            }
            if (stop) return;
            seen = round.load(std::memory_order_acquire);
            takeBlocks();
            busy.fetch_sub(1, std::memory_order_release);
        }
    }
};

Workers::Workers(unsigned threads) : inside_(std::make_unique<Inside>())
{
    for (unsigned i = 1; i < threads; ++i) inside_->threads.emplace_back([in = inside_.get()] { in->serve(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->stop = true;
    }
    inside_->wake.notify_all();
    inside_->threads.clear(); // joins before the flags go
}

unsigned Workers::threads() const
{
    return static_cast<unsigned>(inside_->threads.size()) + 1;
}

void Workers::forBlocks(std::size_t count, const Piece& work, std::size_t blockSize)
{
    Inside& in = *inside_;
    if (in.threads.empty() || count <= blockSize) {
        for (std::size_t b = 0; b * blockSize < count; ++b) {
            const std::size_t end = (b + 1) * blockSize;
            work(b, b * blockSize, end < count ? end : count);
        }
        return;
    }
    in.count = count;
    in.blockSize = blockSize;
    in.work = &work;
    in.next = 0;
    in.busy = static_cast<unsigned>(in.threads.size());
    {
        const std::lock_guard lock(in.mutex);
        in.round.fetch_add(1, std::memory_order_release);
    }
    in.wake.notify_all();
    in.takeBlocks();
    while (in.busy.load(std::memory_order_acquire) != 0) std::this_thread::yield();
}

}
