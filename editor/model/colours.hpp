#pragma once

#include "editor/model/playback.hpp"
#include "editor/model/wish.hpp"
#include "sim/picture/picture.hpp"

#include <span>
#include <string>
#include <vector>

namespace stairwise::editor {

/// Colours that the colour-blind can tell apart and that still differ in grey.

/// For classes, by their place in the school: the eight of Okabe and Ito (2008, "Color Universal Design"), then the
/// same lighter and darker.
[[nodiscard]] Colour classColour(std::size_t index);
/// Light to dark with the value (Nuñez, Anderton and Renslow 2018, "Optimizing colormaps with consideration for color
/// vision deficiency": cividis, at nine places).
[[nodiscard]] std::span<const Colour> ramp();
[[nodiscard]] Colour onRamp(double share); // 0 … 1

/// What the heat map of a kind shows from its lowest to its highest colour.
struct HeatRange {
    double from = 0.0;
    double to = 1.0;
    std::vector<Colour> colours;
};
/// Density by the crush scale of the reports, level of service A … F, pressure by its steps; use, time and force by the
/// ramp up to `greatest`.
[[nodiscard]] HeatRange rangeOf(HeatKind kind, double greatest);

/// One colour a person of the walk, as TraceHead::people.
[[nodiscard]] std::vector<Colour> groupColours(const TraceHead& head, const School& school);
/// Of a risk point, 1 green … 5 black: the steps of the crush scale. Never alone: a number stands beside it.
[[nodiscard]] Colour rankColour(int rank);
/// Ink that can be read on it.
[[nodiscard]] Colour inkOn(Colour ground);
[[nodiscard]] Colour speedColour(float metresPerSecond);
[[nodiscard]] Colour waitColour(float seconds);

}
