#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/dates.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The school's register 台账 of what bureaus ask for besides drills: night duty and rounds of boarding schools (F14),
/// inspections (F21), standing plans (F10), letters to parents with their slips (F22), pupils with a duty (F24).
/// Counts, never pupils' names.

enum class EntryKind { NightDuty, Round, Inspection, StandingPlan, ParentLetter, PupilDuty };
[[nodiscard]] std::string_view codeOf(EntryKind kind); // "night_duty"
[[nodiscard]] std::optional<EntryKind> entryKindOf(std::string_view code);

struct RegisterEntry {
    EntryKind kind = EntryKind::Inspection;
    Date date;
    std::string place;        // of a round or an inspection; the class of letters and of pupils with a duty
    std::string who;          // who led, inspected, wrote
    std::string text;         // what was found; the name or text of a plan
    std::optional<int> count; // slips that came back, pupils with a duty
    std::optional<int> of;    // letters that were given out
};
/// Answers its key: "inspection-2026-03-12-1". Refused: it says nothing, or more came back than went out.
[[nodiscard]] Result<std::string> addEntry(Archive& archive, const RegisterEntry& entry);
/// By date; of every kind where none is asked for.
[[nodiscard]] Result<std::vector<RegisterEntry>> entriesIn(Archive& archive, const std::optional<EntryKind>& kind,
                                                           const Date& from, const Date& to);

}
