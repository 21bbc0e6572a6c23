#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/run/people.hpp"
#include "sim/run/run.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stairwise {

/// Keeps book of who passed where and when, and makes the tables of a result from it. Seconds.
class Tally {
public:
    Tally(const School& school, const Scenario& scenario, const Walkable& walkable, const Network& network,
          const Start& start);

    void note(std::span<const Passed> passed, double time);
    [[nodiscard]] std::size_t out() const { return out_; }
    [[nodiscard]] double lastProgress() const { return lastProgress_; }

    /// Fills persons, classes, stairs, exits, evacuated.
    void tell(RunResult& result, const std::vector<Crowd::Walked>& walked) const;
    /// Of every person's times; part of the digest.
    void add(Hasher& hasher) const;

    /// All that was noted, as bytes, and back into a tally of the same run (false: no such bytes).
    [[nodiscard]] std::string state() const;
    [[nodiscard]] bool restore(std::string_view state);

private:
    static void pack(auto& way, auto& tally);
    struct Times {
        std::string id;
        std::string name;
        double width = 0.0;
        std::vector<double> in;                         // seconds, ascending
        std::optional<double> last;                     // seconds: the last crossing outward
        std::map<PassageIndex, std::vector<double>> by; // outward crossings of each passage
        std::set<std::uint32_t> who;                    // in, out and by: each person's first time
        std::set<std::pair<PassageIndex, std::uint32_t>> crossed;
        std::map<std::uint32_t, double> left; // by person: their last crossing outward
    };
    void noteStair(const Passed& passed, double time);
    void noteOut(const Passed& passed, double time);
    [[nodiscard]] std::vector<ClassResult> classes() const;

    const School& school_;
    const Scenario& scenario_;
    const Walkable& walkable_;
    const Network& network_;
    const Start& start_;
    std::vector<PersonResult> persons_;
    std::map<std::string, Times> stairs_;
    std::map<std::string, Times> exits_;
    std::size_t out_ = 0;
    double lastProgress_ = 0.0;
};

}
