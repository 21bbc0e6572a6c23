#pragma once

#include "sim/stagger/stagger.hpp"

namespace stairwise {

/// Fills bound, boundFlow and binding of a result whose plans have been walked: the quickest flow with no more off any
/// flight than the model showed below the limit.
void reckonBound(const PlanWalker& walker, const Scenario& scenario, StaggerResult& result);

}
