#pragma once

#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Persons ÷ clear area of one flight or landing, mean over 1 s: what stands beside the Voronoi density, and what
/// schedules are held against. It knows no crowd in one corner of a landing.
struct StairLoad {
    SurfaceIndex surface = kNowhere;
    double area = 0.0;         // m² of plan
    double peak = 0.0;         // persons per m²
    double peakTime = 0.0;     // seconds
    double seconds = 0.0;      // above the limit
    std::vector<float> course; // persons per m² at each of LoadMeter::times
};

class LoadMeter {
public:
    LoadMeter(const Walkable& walkable, double limit);
    void add(const Frame& frame);
    /// Every flight and landing, as the surfaces.
    [[nodiscard]] const std::vector<StairLoad>& loads() const { return loads_; }
    [[nodiscard]] const std::vector<float>& times() const { return times_; } // seconds
    [[nodiscard]] std::string state() const;
    [[nodiscard]] bool restore(std::string_view state);

    struct Counted {
        double time = 0.0;
        std::vector<std::uint32_t> people; // by load
    };

private:
    static void pack(auto& way, auto& meter);
    void average();

    double limit_;
    std::vector<std::uint32_t> loadOf_; // by surface; kNowhere: no stair
    std::vector<StairLoad> loads_;
    std::deque<Counted> window_; // the last second
    std::vector<float> times_;
};

}
