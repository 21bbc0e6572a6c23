#pragma once

#include "sim/report/stagger_report.hpp"

namespace stairwise {

/// The names that people know, where ids stand in a timetable; the id where there is no name.
[[nodiscard]] std::string className(const School& school, const ClassId& id);
/// A stair, an exit or a gate by its id.
[[nodiscard]] std::string passageName(const School& school, const std::string& id);
/// "nearest" where the class is told no way.
[[nodiscard]] std::string wayName(const School& school, const ClassWay& way, Language language);
/// A flight, a landing, a space (Surface::element), or a gate.
[[nodiscard]] std::string placeName(const School& school, const Walkable& walkable, const std::string& element,
                                    Language language);
/// "3:20", and the time of day where the rules say when the bell rings.
[[nodiscard]] std::string momentName(double seconds, const std::optional<double>& bell, Language language);

}
