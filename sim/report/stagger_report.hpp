#pragma once

#include "sim/base/system.hpp"
#include "sim/stagger/stagger.hpp"
#include "sim/words/words.hpp"

#include <string>

namespace stairwise {

/// A search for a timetable on paper and for programs. docs/files.md.
struct StaggerTold {
    const School& school;
    const Walkable& walkable;
    const StaggerResult& result;
    Language language;
};
[[nodiscard]] std::string staggerJson(const StaggerTold& told);
[[nodiscard]] std::string staggerText(const StaggerTold& told);
/// One row a class, in the order of release: for the broadcast room.
[[nodiscard]] std::string timetableCsv(const StaggerTold& told, const StaggerPlan& plan);

}
