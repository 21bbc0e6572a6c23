#pragma once

#include "editor/panels/face.hpp"

#include <algorithm>

namespace stairwise::editor {

/// Seconds along the foot of the window.
struct TimeAxis {
    float left = 0.0F;
    float right = 1.0F;
    double end = 60.0; // seconds at the right
    [[nodiscard]] float xAt(double seconds) const
    {
        return left + (right - left) * static_cast<float>(std::clamp(seconds / end, 0.0, 1.0));
    }
    [[nodiscard]] double secondsAt(float x) const
    {
        return std::clamp(static_cast<double>((x - left) / (right - left)), 0.0, 1.0) * end;
    }
};

/// Ticks and the hand to scrub with.
void drawAxis(Face& face, const TimeAxis& axis);
/// How many are out by time: everybody's, and of the stair, exit or class chosen; of several runs the band.
void drawChart(Face& face, const TimeAxis& axis);

}
