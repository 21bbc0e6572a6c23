#pragma once

#include "tests/files.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace stairwise::editor {

/// Prepares the folder for a trial: the paper plan lies in it, the editor keeps its state there. Answers its path.
[[nodiscard]] std::filesystem::path trialIn(const OwnFolder& folder);
/// A session of this folder.
[[nodiscard]] std::string sessionOf(const std::string& file);
/// What the words in braces of the session stand for there.
[[nodiscard]] std::map<std::string, std::string> namesIn(const std::filesystem::path& folder);
inline constexpr const char* kSavedSchool = "our.school.json";
inline constexpr const char* kSavedScenario = "situation.scenario.json";

/// The digest that the command line prints for a scenario file.
[[nodiscard]] std::string digestOnCommandLine(const std::string& program, const std::filesystem::path& scenario);

}
