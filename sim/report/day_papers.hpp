#pragma once

#include "sim/picture/picture.hpp"
#include "sim/record/drill_plan.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/workbook.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// Papers for the day of a drill, from its plan. A4 in black on white; counts, never pupils' names.

/// What stands below their titles: school, kind and date of the drill.
[[nodiscard]] std::string aboutDay(const DrillPlan& plan, Language language);

/// Blank, one print job: sign-in sheet 签到表, timing sheets for classes and for stairs and exits, an observer's sheet
/// for each post, count slips to cut apart.
[[nodiscard]] std::vector<Picture> dayPages(const DrillPlan& plan, Language language);
/// The same as a spreadsheet to type the times into: its rows are those of `stairwise record --csv`.
[[nodiscard]] Workbook dayForm(const DrillPlan& plan, Language language);

/// Duties to post on a board (F19): A3 upright.
[[nodiscard]] std::vector<Picture> boardPages(const DrillPlan& plan, Language language);
/// A card for each team, and for each pupil with a duty (F24): the safety monitor of a class 安全委员, the keeper of a
/// dormitory room 安全管理员. No names of pupils.
[[nodiscard]] std::vector<Picture> teamCardPages(const DrillPlan& plan, Language language);
[[nodiscard]] std::vector<Picture> pupilCardPages(const DrillPlan& plan, const std::vector<std::string>& dormitoryRooms,
                                                  Language language);

}
