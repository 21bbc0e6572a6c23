#pragma once

#include "sim/geometry/way_field.hpp"
#include "sim/picture/picture.hpp"
#include "sim/report/clip.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// Steps of a value, each darker than the one before, so that they can be told apart in grey and by the colour-blind.
struct HeatScale {
    std::vector<double> from;    // where each step begins, ascending; the first 0
    std::vector<Colour> colours; // as many
};
/// Our crush scale, persons per m²: green below 2, yellow to 3.5, orange to 5, red to 6.5, black above.
[[nodiscard]] HeatScale densityScale();
/// Persons per m² of clear area of a flight or landing: steps from 1, then the usual limits of a timetable (1.5 for
/// dismissal, 1.9 for evacuation), Fruin's stair level F (2.7), the limit of a risk point (3.5) and 5, where it is manageable no more.
[[nodiscard]] HeatScale stairLoadScale();
/// Round steps (1, 2, 5, 10 …) up to the greatest value.
[[nodiscard]] HeatScale flowScale(double greatest);
/// "< 2", "2–3.5", "≥ 6.5"
[[nodiscard]] std::string stepLabel(const HeatScale& scale, std::size_t step);

/// The step of a value above 0.
[[nodiscard]] std::size_t stepOf(const HeatScale& scale, double value);
/// Colours the cells of a grid where values × factor is above 0, within the shape.
void addHeat(std::vector<Shape>& shapes, const Outlines& within, const Grid& grid, const std::vector<float>& values,
             double factor, const HeatScale& scale);

}
