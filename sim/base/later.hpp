#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace stairwise {

/// A value that is made when somebody first asks for it, by whichever thread asks; who asks meanwhile waits. Copies
/// share it, so that what is large and does not change is made once and copied for nothing.
template <class T> class Later {
public:
    Later() : state_(std::make_shared<State>()) {}
    explicit Later(std::function<T()> make) : Later() { state_->make = std::move(make); }

    [[nodiscard]] const T& get() const
    {
        std::call_once(state_->once, [&in = *state_] {
            if (!in.make) return;
            in.value = in.make();
            in.make = nullptr; // and what it held
        });
        return state_->value;
    }
    const T& operator*() const { return get(); }
    const T* operator->() const { return &get(); }
    operator const T&() const { return get(); } // NOLINT: read like the value itself

    [[nodiscard]] bool shares(const Later& other) const { return state_ == other.state_; }

private:
    struct State {
        std::once_flag once;
        std::function<T()> make;
        T value{};
    };
    std::shared_ptr<State> state_;
};

}
