#pragma once

#include "editor/model/derived.hpp"
#include "editor/model/document.hpp"
#include "editor/model/playback.hpp"
#include "editor/model/running.hpp"
#include "sim/report/phrases.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What is remembered of the last run of each scenario, so that scenarios can be compared.
struct KeptRun {
    struct Passage {
        std::string id;
        std::string name;
        std::optional<double> last; // seconds; nothing: nobody came by
    };
    std::string file; // of the scenario
    std::shared_ptr<const School> school;
    Scenario scenario; // as both were
    int people = 0;
    int evacuated = 0;
    std::optional<double> clearance; // seconds
    std::optional<double> bound;     // the least possible, seconds
    std::vector<Passage> passages;   // stairs, then exits
    std::shared_ptr<const Walkable> walkable;
    std::optional<CrowdedPlace> worst; // on it; nothing: nowhere above the limit
    std::shared_ptr<const RunResult> result;
    std::filesystem::path trace; // empty: nobody walked
};
/// Takes the place of the earlier run of that scenario. Nothing where the run gave no result.
void keepRun(std::vector<KeptRun>& kept, const RunOutcome& outcome);
/// The school was drawn or the scenario set otherwise since.
[[nodiscard]] bool outOfDate(const KeptRun& run, const Document& now);
[[nodiscard]] std::optional<NamedPlace> mostCrowded(const KeptRun& run, Language language);

/// A walk that is played, and what is known of it.
struct Played {
    const Playback* playback = nullptr; // null: none
    const RunResult* result = nullptr;  // null: not there yet
    std::filesystem::path trace;
    std::shared_ptr<const Derived> walked; // floors; null: not there yet
};
/// A kept run that is played beside the run shown, on the same floors at the same moments.
struct Beside {
    std::string file; // of its scenario
    std::string name;
    Playback playback;
    std::shared_ptr<const RunResult> result;
    std::filesystem::path trace;
};
struct Editor;
[[nodiscard]] Played playedOf(const Editor& editor); // the run shown
[[nodiscard]] Played besideOf(const Editor& editor);
/// Another scenario than the one shown was walked in the same school.
[[nodiscard]] bool canStandBeside(const Editor& editor, const KeptRun& run);
/// An empty name, or that of the one that is there: none any more.
void playBeside(Editor& editor, const std::string& file);

}
