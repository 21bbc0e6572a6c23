#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/stored_zip.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// What a school puts beside a drill as it is: the plan as it was edited in a word processor, scans of stamped pages.

inline constexpr const char* kAttachmentKind = "attachment"; // its key: handle of the drill and the name
inline constexpr const char* kEditedPlan = "plan.docx";
inline constexpr std::size_t kLargestAttachment = 20U << 20U; // bytes; assumed

/// By its first bytes: .docx, .pdf, .png or .jpg; pictures lose what a camera wrote into them. The name gets the right
/// ending; the same name again is a new version. Answers the name. Refused: anything else. `file` is how it is called
/// in a Fault.
[[nodiscard]] Result<std::string> attach(Archive& archive, const std::string& drill, const std::string& name,
                                         std::string_view bytes, const std::string& file);
/// attached/NAME for each, by name.
[[nodiscard]] Result<std::vector<PackagePart>> attachmentParts(Archive& archive, const std::string& drill);

}
