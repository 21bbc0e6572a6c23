#pragma once

#include "sim/record/bureau.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/workbook.hpp"

namespace stairwise {

/// How a school without the program files a drill: a spreadsheet that the bureau prints, or sends out, and reads.

/// Names in the first column, what they stand for in the second.
[[nodiscard]] Workbook filingForm(Language language);

/// A form that was filled in, in Chinese or English. It bears no signature: only schools that are enrolled without a
/// key may file by it. What it lacks is a reason to send it back; a form for the same drill again is its next version.
/// Refused: what is no such form, a cell that cannot be read, a school with a key.
[[nodiscard]] Result<Receipt> receiveForm(Archive& archive, std::string_view bytes, const std::string& file,
                                          const Date& today);

}
