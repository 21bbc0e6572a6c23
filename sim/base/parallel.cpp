#include "sim/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace stairwise {
namespace {

// Steps follow one another within microseconds: who waits looks so often at once, then so often letting others run,
// before it sleeps.
constexpr int kSpins = 2000;
constexpr int kYields = 2000;

// With more threads than cores the one waited for may need this very core.
void letBreathe(int spins, bool coreEach)
{
    if (!coreEach || spins >= kSpins) {
        std::this_thread::yield();
        return;
    }
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Who is at work on a round: the round's number, whether it is still open, how many have entered. A thread that comes
/// late, because something else has its core, finds the round closed and is not waited for.
class Gate {
public:
    void open(std::uint64_t round) { state_.store((round << kRoundShift) | kOpen, std::memory_order_release); }
    [[nodiscard]] bool enter(std::uint64_t round)
    {
        std::uint64_t seen = state_.load(std::memory_order_acquire);
        while ((seen >> kRoundShift) == round && (seen & kOpen) != 0)
            if (state_.compare_exchange_weak(seen, seen + 1, std::memory_order_acq_rel)) return true;
        return false;
    }
    void leave() { state_.fetch_sub(1, std::memory_order_release); }
    void close() { state_.fetch_and(~kOpen, std::memory_order_acq_rel); }
    [[nodiscard]] bool empty() const { return (state_.load(std::memory_order_acquire) & (kOpen - 1)) == 0; }

private:
    static constexpr unsigned kRoundShift = 16;
    static constexpr std::uint64_t kOpen = 1U << 15U;
    std::atomic<std::uint64_t> state_{0};
};

/// Blocks [next, end) of one thread; whoever is done with its own takes of the others'. People of neighbouring blocks
/// meet, so that a thread works on what it holds in its cache already.
struct alignas(64) Share {
    std::atomic<std::size_t> next{0};
    std::size_t end = 0;
};

}

struct Workers::Inside {
    std::mutex mutex;
    std::condition_variable wake;
    alignas(64) std::atomic<std::uint64_t> round{0};
    std::atomic<bool> stop{false};
    alignas(64) Gate gate;
    std::size_t count = 0;
    std::size_t blockSize = kBlock;
    const Piece* work = nullptr;
    bool coreEach = true;
    std::vector<Share> shares;
    std::vector<std::jthread> threads;

    void shareOut(std::size_t blocks)
    {
        for (std::size_t t = 0; t < shares.size(); ++t) {
            shares[t].next = blocks * t / shares.size();
            shares[t].end = blocks * (t + 1) / shares.size();
        }
    }

    // noexcept: a piece that throws would leave others at work on a caller that is gone.
    void takeBlocks(std::size_t own) noexcept
    {
        for (std::size_t k = 0; k < shares.size(); ++k) {
            Share& share = shares[(own + k) % shares.size()];
            for (std::size_t b = share.next.fetch_add(1); b < share.end; b = share.next.fetch_add(1)) {
                const std::size_t end = (b + 1) * blockSize;
                (*work)(b, b * blockSize, end < count ? end : count);
            }
        }
    }

    void serve(std::size_t own)
    {
        std::uint64_t seen = 0;
        while (true) {
            for (int i = 0; i < kSpins + kYields && round.load(std::memory_order_acquire) == seen && !stop; ++i)
                letBreathe(i, coreEach);
            if (round.load(std::memory_order_acquire) == seen && !stop) {
                std::unique_lock lock(mutex);
                wake.wait(lock, [&] { return round.load() != seen || stop; });
            }
            if (stop) return;
            seen = round.load(std::memory_order_acquire);
            if (!gate.enter(seen)) continue;
            takeBlocks(own);
            gate.leave();
        }
    }
};

Workers::Workers(unsigned threads) : inside_(std::make_unique<Inside>())
{
    inside_->shares = std::vector<Share>(threads);
    inside_->coreEach = threads <= std::max(std::thread::hardware_concurrency(), 1U);
    for (unsigned i = 1; i < threads; ++i) inside_->threads.emplace_back([in = inside_.get(), i] { in->serve(i); });
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
    in.shareOut((count + blockSize - 1) / blockSize);
    in.gate.open(in.round.load(std::memory_order_relaxed) + 1);
    {
        const std::lock_guard lock(in.mutex);
        in.round.fetch_add(1, std::memory_order_release);
    }
    in.wake.notify_all();
    in.takeBlocks(0);
    in.gate.close();
    for (int i = 0; !in.gate.empty(); ++i) letBreathe(i, in.coreEach);
}

}
