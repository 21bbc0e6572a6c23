#pragma once

#include "sim/base/progress.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace stairwise {

/// The timetable as numbers, with nothing of schools in it: jobs (classes) that each take one of some options (ways)
/// from a moment on, loads that add up at places (flights and landings), and what each place bears. Loads of classes
/// add up as long as nobody queues, which is what the limits are for; agent runs correct what that misses
/// (stagger.hpp).

struct PlaceUse {
    std::uint32_t place = 0;
    std::uint32_t first = 0;  // ticks after the release
    std::vector<float> loads; // by tick from then on
};
struct SlotOption {
    std::vector<PlaceUse> uses;
    double over = 0.0;  // seconds that the release takes; told on only
    double last = 0.0;  // seconds after the release until the job is done
    double walk = 0.0;  // seconds from there to where SlotJob::due counts
    double price = 0.0; // seconds of the last-out time that one would rather wait than take it: a change, a detour
};
struct SlotJob {
    std::vector<SlotOption> options; // never empty
    double earliest = 0.0;           // seconds; whole steps are tried from here on
    double latest = 1e9;
    std::optional<double> wished;   // today's release: another one costs SlotProblem::changePrice
    std::optional<double> due = {}; // seconds: done by then, and the option's walk
};
/// `second` is released at least `gap` seconds after `first`; less than 0: at most so many before it. Two jobs that
/// hold each other so are placed one right after the other.
struct SlotOrder {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    double gap = 0.0;
};
struct SlotProblem {
    double tick = 1.0; // seconds
    double step = 10.0;
    std::vector<double> bears; // by place, in the unit of the loads
    std::vector<SlotJob> jobs;
    std::vector<std::vector<std::uint32_t>> together; // jobs that are released at one moment
    std::vector<SlotOrder> orders;
    std::vector<PlaceUse> there; // what loads the places whatever is planned; `first` counts from the signal
    double changePrice = 0.0;    // seconds
};

struct SlotPlan {
    std::vector<double> times; // by job
    std::vector<std::uint32_t> options;
    double last = 0.0;  // seconds: all jobs done
    double price = 0.0; // of options and changes
    [[nodiscard]] double cost() const { return last + price; }
};

/// Greatest load ÷ what the place bears, by place.
[[nodiscard]] std::vector<double> sharesOf(const SlotProblem& problem, const SlotPlan& plan);
/// Loads by place and tick.
[[nodiscard]] std::vector<std::vector<double>> coursesOf(const SlotProblem& problem, const SlotPlan& plan);
/// The places that this job would overfill if it were released then, by that option, with all others as planned.
[[nodiscard]] std::vector<std::uint32_t> overfilledBy(const SlotProblem& problem, const SlotPlan& plan,
                                                      std::uint32_t job, std::uint32_t option, double time);
/// Within all limits, windows and orders?
[[nodiscard]] bool keepsAll(const SlotProblem& problem, const SlotPlan& plan);

/// Jobs one after another in this order, each as soon as the places bear it. Nothing where one finds no moment.
[[nodiscard]] std::optional<SlotPlan> inOrder(const SlotProblem& problem, const std::vector<std::uint32_t>& order);
/// The best that is found: exact for few jobs (kExactJobs) as long as the tree stays small, else orders are changed and
/// the better kept, `rounds` times from `seed`. The same for the same seed. Nothing where no order fits.
[[nodiscard]] std::optional<SlotPlan> bestSlots(const SlotProblem& problem, std::size_t rounds, std::uint64_t seed,
                                                CancelToken cancel);
inline constexpr std::size_t kExactJobs = 7;

}
