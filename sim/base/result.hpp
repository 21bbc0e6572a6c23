#pragma once

#include "sim/base/message.hpp"

#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace stairwise {

/// Why an input was refused: the file, the place in it, what is wrong there and how to mend it.
/// Printed once, in one line, by words.hpp.
struct Fault {
    std::string file;  // as the person named it; empty where no file is concerned
    std::string place; // "buildings[0].storeys[1].doors[3].clearWidth", "--seed"
    Message what;
    Message mend;
};

/// A value or the Fault that stands in its place. Reading the wrong one is a bug and ends the program.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Fault fault) : state_(std::in_place_index<1>, std::move(fault)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return *need(std::get_if<0>(&state_)); }
    [[nodiscard]] T& value() & { return *need(std::get_if<0>(&state_)); }
    [[nodiscard]] T&& value() && { return std::move(*need(std::get_if<0>(&state_))); }
    [[nodiscard]] const Fault& fault() const { return *need(std::get_if<1>(&state_)); }

private:
    template <class P> static P* need(P* pointer)
    {
        if (pointer == nullptr) std::abort();
        return pointer;
    }
    std::variant<T, Fault> state_;
};

using Done = Result<std::monostate>;
inline Done done()
{
    return std::monostate{};
}

}
