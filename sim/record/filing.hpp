#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/package.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// A school's side of filing 备案: what its archive has of a drill, sealed.
struct Filed {
    Manifest manifest;
    std::string bytes;
    std::string sha256;             // of them
    std::vector<std::string> lacks; // parts that a bureau usually asks for and the archive does not have
};
/// The next version, or the last one again if nothing has changed since. Once it returns, the archive knows that it was
/// filed. `filed`: as the school says. Refused: there is no plan, or the drill has no date.
[[nodiscard]] Result<Filed> fileDrill(Archive& archive, const std::string& drill, const SchoolKey& key,
                                      const Date& filed);

}
