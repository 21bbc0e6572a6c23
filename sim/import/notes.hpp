#pragma once

#include "sim/base/finding.hpp"
#include "sim/geometry/point.hpp"
#include "sim/school/school.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// What an import has to say: everything doubtful, and everything that was guessed (which is doubtful too).
struct ImportNotes {
    std::vector<Finding> findings;
    std::vector<Guess> guesses;
};

/// Where in the drawing something was seen.
struct Sighting {
    std::string element; // the school's id, or the place in the file
    std::string storey;  // id; may be empty
    std::optional<Point> at;
};

/// What was measured beside what was expected, with units; both may be empty.
struct Measured {
    std::string measured;
    std::string required;
};

/// The finding's rule is the key of `what`.
void report(ImportNotes& notes, Severity severity, const Sighting& where, Message what, Message mend,
            Measured measured = {});
/// A guess about `field` of the element: a finding and an entry of School::guesses, in English, with the same words.
void guess(ImportNotes& notes, Severity severity, const Sighting& where, const std::string& field, Message what,
           Message mend, Measured measured = {});

/// "1.42 m"
[[nodiscard]] std::string inMetres(std::int64_t millimetres);

}
