#pragma once

#include "sim/school/edit.hpp"

#include <vector>

namespace stairwise {

/// A new school year as one edit, and what a person must do again after it, in the order to do it.
///
/// Every class goes up by one grade and keeps its room, pupils and teacher; those of the last grade leave: of grade 6
/// where there is no grade 7, of grades 9 and 12; 大班 of a kindergarten. As many classes begin as the first grade had,
/// in the rooms that were left and with the teachers there, without pupils yet. Ids such as 7-1 go with grade and
/// number; areas go with the rooms.
struct NewYear {
    Edit edit;
    std::vector<Message> toDo;
};
[[nodiscard]] NewYear newYear(const School& school);

}
