#pragma once

#include "sim/picture/picture.hpp"
#include "sim/report/clip.hpp"
#include "sim/report/heat.hpp"
#include "sim/words/words.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// A sheet of A4 across (842 × 595 points): title above, the plan in 760 × 480 points, legend and scale bar below.
struct A4Sheet {
    Picture picture;
    Area plan;          // where the plan may draw, metres
    double point = 0.0; // metres a point of paper

    /// Points of paper from the upper left corner → metres.
    [[nodiscard]] Vec2 at(double fromLeft, double fromTop) const;
};
/// The sheet for what has no place on a plan: a metre is a point, the plan's place is left free.
[[nodiscard]] A4Sheet plainSheet();
/// Where on the sheet the plan lies, points from the upper left corner.
struct PlanFrame {
    double left = 41.0;
    double top = 56.0;
    double wide = 760.0;
    double high = 480.0;
};
/// The sheet on which `shown` fills the plan but for a margin for the names of exits.
[[nodiscard]] A4Sheet sheetFor(const Area& shown, const PlanFrame& frame = {});

struct Title {
    std::string upper;
    std::string lower;
    bool alarming = false; // not everybody got out
};
void addTitle(A4Sheet& sheet, const Title& title);
struct Legend {
    std::string what; // what is shown, with its unit
    HeatScale scale;
    std::string places; // what numbered discs mean; empty: there are none
};
void addLegend(A4Sheet& sheet, const Legend& legend, Language language);
/// Its two upper rows: what is shown, and the steps of the scale.
void addScale(A4Sheet& sheet, const Legend& legend, Language language);
/// Its lower row: what the signs of a plan mean, with `places` as in Legend, and the scale bar.
void addSigns(A4Sheet& sheet, const std::string& places, Language language);
/// A number in a disc.
void addNumber(A4Sheet& sheet, Vec2 at, std::size_t number);
inline constexpr double kNumberRadius = 5.2; // points

}
