#pragma once

#include "sim/run/ensemble.hpp"
#include "sim/run/setting.hpp"

#include <array>
#include <optional>

namespace stairwise {

/// What the runs of an ensemble are made of. One for each thread: floors and ways are made once for each width.
class VariedSettings {
public:
    VariedSettings(const School& school, const Scenario& scenario, const Varied& varied)
        : school_(school), scenario_(scenario), varied_(varied)
    {
    }
    [[nodiscard]] Draw drawOf(std::size_t run) const;
    /// Of the scenario with the run's seed; valid until the next call.
    [[nodiscard]] const Setting& settingFor(const Scenario& scenario, const Draw& draw);
    /// The floors as drawn, whose people the caller sets.
    [[nodiscard]] Setting& asDrawn() { return floorFor(0.0); }

private:
    [[nodiscard]] Setting& floorFor(double widthChange);

    const School& school_;
    const Scenario& scenario_;
    Varied varied_;
    std::array<std::optional<Setting>, 3> floors_; // narrower, as drawn, wider
};

}
