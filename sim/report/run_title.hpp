#pragma once

#include "sim/report/sheet.hpp"
#include "sim/run/run.hpp"

#include <array>
#include <set>
#include <string>

namespace stairwise {

/// What the pictures of a run have in common.

/// School, place and subject; below, whose run it is and how it ended.
[[nodiscard]] Title runTitle(const RunResult& result, const std::array<std::string, 3>& names, Language language);

/// Fit for every file system; upper and lower case are one where files are looked up on Windows.
class FileNames {
public:
    /// Each name once.
    [[nodiscard]] std::string nameFor(const std::string& prefix, const std::string& id);

private:
    std::set<std::string> used_;
};

}
