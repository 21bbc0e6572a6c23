#pragma once

#include "sim/record/drill_store.hpp"
#include "sim/record/review.hpp"
#include "sim/words/words.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

struct Editor;

/// One drill of an archive, on the day. Every press is on the disk before it is shown.
struct DrillDay {
    DrillPlan plan;
    DrillRecord record;                 // as far as it was pressed
    Review review;                      // predicted beside measured
    std::optional<std::int64_t> signal; // milliseconds since 1970, by this computer's clock
    std::string said;                   // of the last press that was kept
    int last = 0;                       // its number; 0: none, or struck out
};

/// The archive that is open, its drills, and what was searched for.
struct DrillDesk {
    std::filesystem::path file;
    Archive archive;
    std::vector<std::string> drills; // handles, newest first
    std::optional<DrillDay> day;
    std::string words; // searched for
    std::vector<stairwise::Document> found;
};

void openArchive(Editor& editor, const std::filesystem::path& file);
void openDay(Editor& editor, const std::string& drill);
/// Keeps the event with the time since the signal; an injury makes its brief report beside the archive.
void press(Editor& editor, const DrillEvent& event);
/// Takes the last press back: it stays in the archive, struck out.
void strikeLast(Editor& editor);
/// The record becomes a document of the archive.
void closeDay(Editor& editor);
void searchArchive(Editor& editor, const std::string& words);

/// Seconds since the signal; nothing before it and after the end.
[[nodiscard]] std::optional<double> clockOf(const DrillDay& day, std::int64_t now);

}
