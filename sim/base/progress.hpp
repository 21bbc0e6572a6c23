#pragma once

#include <atomic>
#include <functional>

namespace stairwise {

/// Asks a long piece of work to end soon and cleanly. Copies share one flag; the flag outlives them.
class CancelToken {
public:
    CancelToken() = default;
    explicit CancelToken(const std::atomic<bool>* flag) : flag_(flag) {}
    [[nodiscard]] bool cancelled() const { return flag_ != nullptr && flag_->load(std::memory_order_relaxed); }

private:
    const std::atomic<bool>* flag_ = nullptr;
};

/// How far a piece of work has come, told from the thread that does it, a few times a second at most.
struct ProgressReport {
    double fraction = 0.0; // 0 … 1, a lower estimate
    double simulatedSeconds = 0.0;
    std::size_t done = 0; // people out, runs done
    std::size_t total = 0;
};
using Progress = std::function<void(const ProgressReport&)>;

}
