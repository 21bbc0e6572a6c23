#pragma once

#include "sim/stagger/replan.hpp"
#include "sim/words/words.hpp"

#include <string>

namespace stairwise {

/// A replanning for the broadcast room and for programs. docs/files.md.
enum class LoadsFrom { Walked, Hand };
struct ReplanTold {
    const School& school;
    const Walkable& walkable;
    const StaggerRules& rules;
    const ReplanAsk& ask;
    const Timetable& plan;
    const Replan& replan;
    LoadsFrom loads = LoadsFrom::Walked;
    std::string written; // the scenario file; empty: none
    double wallSeconds = 0.0;
    Language language = Language::English;
};
[[nodiscard]] std::string replanJson(const ReplanTold& told);
/// Who still leaves, in the order of release; what is not as planned is marked.
[[nodiscard]] std::string replanText(const ReplanTold& told);

}
