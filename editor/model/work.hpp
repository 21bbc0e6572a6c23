#pragma once

#include "sim/base/message.hpp"
#include "sim/base/progress.hpp"
#include "sim/base/result.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

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

/// Work that makes a value.
template <class T> class Making {
public:
    struct Made {
        T value;
        Message told; // when it is done
    };
    using Task = std::function<Made(CancelToken, const Progress&)>;

    void begin(Message name, Task task)
    {
        made_ = std::make_shared<std::optional<T>>();
        work_.begin(std::move(name),
                    [made = made_, task = std::move(task)](CancelToken cancel, const Progress& progress) {
                        Made done = task(cancel, progress);
                        *made = std::move(done.value);
                        return Result<Message>(std::move(done.told));
                    });
    }
    /// It ends early, with what it has.
    void stop() { work_.cancel(); }
    /// It is stopped, and nothing comes of it.
    void drop()
    {
        work_.cancel();
        made_.reset();
    }
    [[nodiscard]] std::optional<Made> take() // once, when it has ended
    {
        const auto ended = work_.take();
        const auto made = ended ? std::exchange(made_, nullptr) : nullptr;
        if (made == nullptr) return std::nullopt;
        return Made{std::move(**made), ended->value()};
    }
    [[nodiscard]] const Work& work() const { return work_; }
    [[nodiscard]] bool running() const { return work_.running(); }

private:
    Work work_;
    std::shared_ptr<std::optional<T>> made_; // null: nothing shall come of it
};

}
