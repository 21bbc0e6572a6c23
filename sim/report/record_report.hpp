#pragma once

#include "sim/picture/picture.hpp"
#include "sim/record/archive.hpp"
#include "sim/record/drill_record.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/writing.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace stairwise {

/// The drill record 演练记录 for people. All measured.

/// What is said when an event is safe: "7 三（2）班 has left the room, 83.0 s".
[[nodiscard]] std::string eventText(const DrillEvent& event, const DrillPlan& plan, Language language);
[[nodiscard]] std::string recordText(const DrillRecord& record, const DrillPlan& plan, Language language);

/// The record as a paper to sign: what was told, times and counts of classes, stairs and exits, what was seen.
[[nodiscard]] Writing recordWriting(const DrillRecord& record, const DrillPlan& plan, Language language);

/// The brief report of an injury 信息快报: one page; what is not known yet is left to be written by hand.
[[nodiscard]] std::string briefText(const DrillRecord& record, const Remark& injury, Language language);
[[nodiscard]] std::vector<Picture> briefPages(const DrillRecord& record, const Remark& injury, Language language);
/// Keeps and prints the brief report of every injury that has none yet: DRILL-NUMBER_brief.pdf. Answers the files.
[[nodiscard]] Result<std::vector<std::filesystem::path>>
writeBriefs(Archive& archive, const DrillPlan& plan, const std::filesystem::path& folder, Language language);

}
