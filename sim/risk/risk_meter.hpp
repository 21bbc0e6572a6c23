#pragma once

#include "sim/risk/density.hpp"
#include "sim/risk/loads.hpp"
#include "sim/risk/risk_points.hpp"
#include "sim/risk/spells.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// All measures of one run. Takes frames one after another; does not know who made them: a live run, a trace file or
/// tracked video.
class RiskMeter {
public:
    /// The surfaces outlive the meter. `people` by number.
    RiskMeter(const Walkable& walkable, const RiskLimits& limits, const std::vector<RiskPerson>& people);
    void add(const Frame& frame, const Pressing& pressing, Workers& workers);

    [[nodiscard]] const DensityMeter& density() const { return density_; }
    [[nodiscard]] const LoadMeter& loads() const { return loads_; }
    /// The most dangerous first: by rank, then by person-seconds above 5 per m², then above the limit.
    [[nodiscard]] std::vector<RiskPoint> points(const Circumstances& circumstances) const;

    [[nodiscard]] std::string state() const;
    [[nodiscard]] bool restore(std::string_view state);

private:
    const Walkable* walkable_;
    RiskLimits limits_;
    std::vector<RiskPerson> people_;
    DensityMeter density_;
    SpellMeter spells_;
    LoadMeter loads_;
};

}
