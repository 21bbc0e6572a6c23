#pragma once

#include "editor/model/document.hpp"
#include "sim/stagger/stagger.hpp"
#include "sim/walkable/walkable.hpp"

#include <memory>

namespace stairwise::editor {

/// The search for a timetable of the library (sim/stagger/stagger.hpp) in the background, for the situation in work:
/// the same as `stairwise stagger` gives of the same files.
struct PlanSearch {
    std::shared_ptr<const School> school;
    NamedScenario situation; // as both were
    StaggerRules rules;
    Result<StaggerResult> result;
    std::shared_ptr<const Walkable> walkable;
};
/// What a person sets.
struct PlanOrder {
    std::optional<double> limit; // persons per m²; none: the situation's usual one
    std::size_t proof = 100;     // runs that prove the chosen plan
};

struct Editor;
void startPlanning(Editor& editor, const PlanOrder& order);
/// Takes up what was found, or tells why nothing could be.
void takePlanning(Editor& editor);
void dropPlanning(Editor& editor);
/// Was it searched in this school and situation?
[[nodiscard]] bool isOf(const PlanSearch& search, const Document& now);
/// A situation of its own with the timetable of that plan, in work from then on; it can be run and played beside
/// today's.
void takePlan(Editor& editor, std::size_t plan);

}
