#pragma once

#include "sim/base/finding.hpp"
#include "sim/school/edit.hpp"

#include <string_view>
#include <vector>

namespace stairwise {

/// A pasted list of classes as one edit, and whatever was doubtful about it: the element of a finding is the row's
/// number, counted from 1, or empty where the whole list is meant.
struct ClassList {
    Edit edit;
    int classes = 0; // that the edit puts
    std::vector<Finding> findings;
};

/// Reads class, pupils, assisted pupils and room, in columns of any order, named in the first row in Chinese or in
/// English or known by what they hold. A class that the school has is updated, another is added. Names of people are
/// never kept, neither in the school nor in a finding; a list of pupils, a row each, gives their number.
[[nodiscard]] ClassList readClassList(std::string_view text, const School& school);

}
