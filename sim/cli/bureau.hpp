#pragma once

#include "sim/cli/shell.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// What is asked of `stairwise bureau`.
struct BureauAsked {
    std::string archive;
    std::vector<std::string> paths;
    std::string today; // a day
    std::string out;
    std::string school;
    std::string drill;
    std::string reason;
    std::string who;
    std::string publicKey;
    std::string from;
    std::string to;
    std::string shown = "all";
    std::string county;
    std::string pdf;
    std::string by = "papers"; // assessed
    std::string marks;         // file
    int year = 0;
    unsigned threads = 0;
    bool json = false;
    bool asCsv = false;
};
[[nodiscard]] int bureauAct(const std::string& what, const BureauAsked& asked, const Shell& shell);
/// Prints or keeps the marks of a drill (F8).
[[nodiscard]] int assessAsked(const BureauAsked& asked, const Shell& shell);
/// 0 same, 1 different, 2 unreadable or forged, 3 cannot be judged.
[[nodiscard]] int verifyAsked(const BureauAsked& asked, const Shell& shell);

}
