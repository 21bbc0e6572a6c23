#pragma once

#include "sim/picture/picture.hpp"
#include "sim/run/run.hpp"
#include "sim/words/words.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// A sheet of A4 across: title, plan, legend, scale bar.
struct StoreyPicture {
    std::string file; // "density_F1", without ending; ids made fit for every file system, each name once
    Picture picture;
};

/// Greatest density in each half-metre square during the run, a picture a storey, and one of the grounds if anybody
/// walked there. None where nothing was measured.
[[nodiscard]] std::vector<StoreyPicture> densityPictures(const RunResult& result, const School& school,
                                                         const Walkable& walkable, Language language);
/// Persons that passed through each half-metre square, per metre of its width. One scale for all storeys.
[[nodiscard]] std::vector<StoreyPicture> flowPictures(const RunResult& result, const School& school,
                                                      const Walkable& walkable, Language language);
/// A picture a stair, "stair_S1": its section with the greatest persons ÷ clear area of every flight and landing and
/// the risk points, and beside it the same over time, a strip each, with the windows of the risk points. One scale of
/// time for all. None of stairs that nobody walked on.
[[nodiscard]] std::vector<StoreyPicture> stairPictures(const RunResult& result, const School& school,
                                                       const Walkable& walkable, Language language);

}
