#pragma once

#include "sim/school/draft.hpp"

namespace stairwise {

/// What has lost its hold by an edit goes with what held it: storeys that a stair no longer finds, references to what
/// is gone, doors on no wall any more, guesses about what is gone or about fields that have another value now. What
/// never had a hold stays, for the check to refuse.
void letGo(Draft& draft);

}
