#pragma once

#include "sim/base/message.hpp"
#include "sim/base/progress.hpp"
#include "sim/base/result.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace stairwise::editor {

/// One long piece of work in the background, with progress and a clean cancel. A new one waits until the old one has
/// been cancelled.
class Work {
public:
    Work();
    ~Work(); // cancels
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    /// Answers what is to be told when it is done.
    using Task = std::function<Result<Message>(CancelToken, const Progress&)>;
    void begin(Message name, Task task);
    void cancel();
    [[nodiscard]] bool running() const;
    [[nodiscard]] ProgressReport report() const; // as far as it has come
    [[nodiscard]] double fraction() const;       // 0 … 1
    [[nodiscard]] double secondsLeft() const;    // estimate; 0: not known yet
    [[nodiscard]] Message name() const;
    [[nodiscard]] std::optional<Result<Message>> take(); // once, when it has ended
    void wait();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
