#pragma once

#include "sim/record/stored_zip.hpp"
#include "sim/run/run.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// What is filed of a run: enough to run it again and see where it parts. Times stand in the plan.
struct FiledResult {
    int engine = 0;
    std::uint64_t seed = 0;
    std::string ending; // "empty"
    std::string schoolHash;
    std::string scenarioHash;
    std::string walkableHash;
    std::string digest;
    std::vector<std::string> seconds; // the state at every whole second
    friend bool operator==(const FiledResult&, const FiledResult&) = default;
};
[[nodiscard]] FiledResult filedResultOf(const RunResult& result);

[[nodiscard]] std::string formatFiledResult(const FiledResult& result);
[[nodiscard]] Result<FiledResult> parseFiledResult(std::string_view text, const std::string& file);

enum class RunVerdict { Same, Different, CannotBeJudged };
struct Verified {
    RunVerdict verdict = RunVerdict::CannotBeJudged;
    std::optional<std::size_t> fromSecond; // Different: the first second that differs, if the states do
    Message why;
    bool onFiledSurfaces = false; // this computer makes other floors of the drawing; the run was on the filed ones
};
[[nodiscard]] std::string_view codeOf(RunVerdict verdict);

// Parts of a package by name.
inline constexpr const char* kPlanPart = "plan.json";
inline constexpr const char* kSchoolPart = "school.school.json";
inline constexpr const char* kScenarioPart = "scenario.scenario.json";
inline constexpr const char* kSurfacesPart = "surfaces.json"; // of the result; packages before it travelled lack it
inline constexpr const char* kResultPart = "result.json";
inline constexpr const char* kRecordPart = "record.json";
inline constexpr const char* kSummaryPart = "summary.json";
inline constexpr const char* kCalendarPart = "calendar.json";
inline constexpr const char* kHazardsPart = "hazards.json";
[[nodiscard]] const PackagePart* partNamed(std::span<const PackagePart> parts, std::string_view name);

/// Runs the filed scenario again: on this computer's own floors, or, where its geometry library makes other ones of the
/// drawing, on those that travel in the package. It proves the simulation, not that the drill took place. Cannot be
/// judged: another engine, other floors of which none travel or which differ by more than rounding, or it was
/// cancelled. Refuses parts that cannot be read.
[[nodiscard]] Result<Verified> verifyRun(std::span<const PackagePart> parts, const std::string& file, unsigned threads,
                                         CancelToken cancel, const Progress& progress);

}
