#pragma once

#include "sim/record/drill_plan.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/docx.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// A drill plan that was edited in WPS or Word and comes back.

/// What people said in it; what the document does not hold stays as `before` has it. The tables are known by their head
/// rows, the fields by their names, in Chinese or English. Refused: nothing of a plan in it, a date or a time that
/// cannot be read.
[[nodiscard]] Result<SaidOfDrill> saidInDocx(const std::vector<DocxTable>& tables, SaidOfDrill before,
                                             const std::string& file);

/// Where the document says something else than the plan made of it: figures that no longer match the model, rows that
/// are not there any more.
[[nodiscard]] std::vector<Message> differencesIn(const std::vector<DocxTable>& tables, const DrillPlan& plan);

}
