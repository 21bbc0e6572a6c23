#pragma once

#include "sim/base/progress.hpp"
#include "sim/run/run.hpp"
#include "sim/run/vary.hpp"
#include "sim/stagger/gate.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace stairwise {

/// One walk of one timetable, as far as schedules ask.
struct PlanRun {
    std::uint64_t seed = 0;
    Ending ending = Ending::Empty;
    std::optional<double> clearance;
    std::vector<double> peaks;   // persons per m² of clear area of each flight and landing (LoadMeter), mean over 1 s
    std::vector<double> seconds; // above the limit, of each
    double flow = 0.0; // persons per metre and second: the greatest mean over a minute off a flight below the limit
    std::vector<std::optional<double>> classes; // seconds: the last of each is out, or at the gate that is watched
    std::vector<PassageResult> stairs, exits;   // without their times
    std::optional<GateCourse> gate;             // of the gate that is watched
    double gateShare = 0.0;                     // greatest number of people before it ÷ those that may wait
};
class WalkedRuns;
[[nodiscard]] double peakOf(const PlanRun& run); // of all places
[[nodiscard]] bool breaks(const PlanRun& run, double limit);

/// Walks timetables of one school and scenario. Floors and ways are made once and kept. Runs are numbered: the same
/// number has the same seed and the same unknowns (vary.hpp) whatever the timetable, so that plans are compared by
/// common chance.
class PlanWalker {
public:
    /// All three outlive it. threads 0: all cores.
    PlanWalker(const School& school, const Scenario& scenario, double loadLimit, unsigned threads);
    ~PlanWalker();
    PlanWalker(const PlanWalker&) = delete;
    /// From now on runs tell how it goes at this gate.
    void watch(const GateModel& gate) { gate_ = gate; }
    /// What is in there is not walked again, and what is walked from now on is put there. It outlives the walker.
    void keep(WalkedRuns& runs) { kept_ = &runs; }

    struct Numbers {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    /// In the order of the numbers; fewer when cancelled. `done` is called from any thread after each.
    [[nodiscard]] std::vector<PlanRun> walk(const Timetable& timetable, Numbers numbers, CancelToken cancel,
                                            const std::function<void()>& done = {});
    /// One class alone, with nobody else in the school, at its first moment and at this share of its speeds: what it
    /// brings to each place.
    struct ClassAlone {
        std::vector<std::vector<float>> loads; // persons per m², by place and second after the release
        double last = 0.0;                     // seconds after the release: its last is out
        double peak = 0.0;                     // persons per m²: of the fullest place, mean over 1 s
        std::vector<double> atGate;            // seconds after the release: each is at the gate that is watched
    };
    [[nodiscard]] std::optional<ClassAlone> walkAlone(std::size_t schoolClass, const ClassWay& way, double over,
                                                      double speed, std::size_t number);

    [[nodiscard]] const Setting& setting() const { return *setting_; }
    [[nodiscard]] const std::vector<StairLoad>& places() const { return places_; } // flights and landings
    [[nodiscard]] unsigned threads() const { return threads_; }

private:
    class Lent;
    [[nodiscard]] std::optional<PlanRun> walkOne(const Scenario& planned, std::size_t number, CancelToken cancel,
                                                 Lent& lent);
    [[nodiscard]] std::optional<ClassAlone> walkedAlone(const School& alone, const Scenario& scenario, double speed);
    [[nodiscard]] std::optional<PlanRun> known(const Digest& asked) const;
    const School& school_;
    const Scenario& scenario_;
    double limit_;
    unsigned threads_;
    std::vector<StairLoad> places_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<VariedSettings>> free_; // floors that no thread has now
    std::unique_ptr<Setting> setting_;                  // as drawn
    std::optional<GateModel> gate_;
    WalkedRuns* kept_ = nullptr;
};

}
