#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/drill_record.hpp"
#include "sim/school/school.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// A drill in an archive: which documents it has, and its events.

// Kinds of documents. Those of a drill have its handle as their key.
inline constexpr const char* kPlanKind = "plan";
inline constexpr const char* kSchoolKind = "school";
inline constexpr const char* kScenarioKind = "scenario";
inline constexpr const char* kSurfacesKind = "surfaces"; // that the result was walked on
inline constexpr const char* kResultKind = "result";
inline constexpr const char* kRecordKind = "record";
inline constexpr const char* kSummaryKind = "summary";
inline constexpr const char* kBriefKind = "brief_report";
inline constexpr const char* kPictureKind = "picture"; // its key: handle of the drill and number
inline constexpr const char* kPackageKind = "package";
inline constexpr const char* kCalendarKind = "calendar";
inline constexpr const char* kHazardKind = "hazard";
inline constexpr const char* kEquipmentKind = "equipment";

/// The newest plan; refused where the archive has none of that drill.
[[nodiscard]] Result<DrillPlan> planIn(Archive& archive, const std::string& drill);
/// Of the school file that the plan was made for.
[[nodiscard]] Result<SchoolKind> schoolKindIn(Archive& archive, const std::string& drill);

/// When the signal was given by this computer's clock, milliseconds since 1970; nothing where it was told afterwards,
/// was struck out, or has not been given.
[[nodiscard]] Result<std::optional<std::int64_t>> signalIn(Archive& archive, const std::string& drill);
/// What the events up to now make.
[[nodiscard]] Result<DrillRecord> recordIn(Archive& archive, const DrillPlan& plan);
/// The record as a document of the archive: a new version if anything has changed.
[[nodiscard]] Done keepRecord(Archive& archive, const DrillPlan& plan);

/// Seconds after the signal where the event tells none and the signal was given here; `at` is now. Then it is kept.
/// Answers its number.
struct KeptEvent {
    int number = 0;
    DrillEvent event;
};
[[nodiscard]] Result<KeptEvent> keepEvent(Archive& archive, const DrillPlan& plan, DrillEvent event, std::int64_t at);
/// All of them, or none.
[[nodiscard]] Done keepEvents(Archive& archive, const DrillPlan& plan, std::span<const DrillEvent> events,
                              std::int64_t at);

}
