#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/blur.hpp"
#include "sim/record/stored_zip.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Pictures of a drill, with their place and time. They lose what a camera writes into them besides the picture: where
/// it was taken, by which camera, a thumbnail of what was cut off. Who must not be known in them is marked, and goes
/// into a package unrecognisable; the picture itself stays in the archive.

/// The same JPEG or PNG picture without metadata and without what stands behind its end. Refused: anything else.
[[nodiscard]] Result<std::string> withoutMetadata(std::string_view bytes, const std::string& file);

struct DrillPicture {
    std::string name; // "1.jpg"
    std::string place;
    std::string text;
    std::optional<double> seconds; // after the signal
    std::string bytes;
    std::vector<BlurredPlace> blurred = {};
    std::string filed = {}; // bytes as they are filed, where a place is blurred: what was looked at, whatever library
};
inline constexpr std::size_t kLargestPicture = 20U << 20U; // bytes; assumed

/// Turned upright, cleaned and kept; answers its name. `file` is how it is called in a Fault.
[[nodiscard]] Result<std::string> keepPicture(Archive& archive, const std::string& drill, DrillPicture picture,
                                              const std::string& file);
/// One more place of a kept picture; nothing: none of them any more. Refused: no picture of that name.
[[nodiscard]] Result<DrillPicture> blurPicture(Archive& archive, const std::string& drill, const std::string& name,
                                               const std::optional<BlurredPlace>& place);
[[nodiscard]] Result<std::vector<DrillPicture>> picturesIn(Archive& archive, const std::string& drill);
/// pictures/NAME for each, and pictures.json with places and times; none where there are no pictures.
[[nodiscard]] Result<std::vector<PackagePart>> pictureParts(Archive& archive, const std::string& drill);

}
