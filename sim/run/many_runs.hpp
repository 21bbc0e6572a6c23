#pragma once

#include "sim/base/progress.hpp"

#include <cstddef>
#include <functional>

namespace stairwise {

/// Does the run of a number.
using RunOne = std::function<void(std::size_t number)>;

/// Many runs at once, each on one thread: every thread makes itself a RunOne and calls it with numbers of [0, count) in
/// ascending order until none is left or the work is cancelled; returns when all have ended. threads 0: all cores.
void manyRuns(std::size_t count, unsigned threads, CancelToken cancel, const std::function<RunOne()>& worker);

}
