#pragma once

#include "editor/model/editor.hpp"

#include <optional>

namespace stairwise::editor {

/// Situations of one school: what a run is asked.

/// A fire drill in which everybody is released at once: the first thing that an officer wants to see.
[[nodiscard]] Scenario defaultScenario(const School& school);
/// Under a file name that is free, and in work.
void addScenario(Editor& editor, Scenario scenario);
void startRun(Editor& editor);

/// The scenario with the release of this class at another time; the rest of its releases stays.
[[nodiscard]] Scenario releasedAt(Scenario scenario, const School& school, const ClassId& schoolClass, double seconds);
[[nodiscard]] Scenario releasedAt(Scenario scenario, const School& school, int grade, double seconds);
/// When a class is released: the last entry that names it, its grade or everybody counts.
[[nodiscard]] double releaseOf(const Scenario& scenario, const SchoolClass& schoolClass);
/// The scenario in which this class goes by this stair or exit as well, or no longer. Without any: the nearest way.
[[nodiscard]] Scenario wayToggled(Scenario scenario, const School& school, const ClassId& schoolClass,
                                  const std::string& id);
/// The scenario with a door or stair shut from the start, or open again.
[[nodiscard]] Scenario shutToggled(Scenario scenario, const std::string& id, bool stair);
[[nodiscard]] bool shutFromStart(const Scenario& scenario, const std::string& id);

/// The scenario in which somebody falls there too, for as long as is usual.
[[nodiscard]] Scenario fallenAt(Scenario scenario, double seconds, const StoreyId& storey, Point at);
/// The middle of the landing at which a warden stands, metres; nothing where the floors lack it.
[[nodiscard]] std::optional<Vec2> postOf(const Walkable& walkable, const Warden& warden);

/// The worst crowded place of the run shown.
struct Moment {
    double time = 0.0; // seconds
    StoreyId storey;
    Point at;
};
[[nodiscard]] std::optional<Moment> busiestMoment(const Editor& editor);

}
