#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace stairwise::editor {

/// A folder of its own for one trial, empty, with the paper plan in it.
[[nodiscard]] std::filesystem::path trialFolder(const std::string& name);
/// What the words in braces of the session stand for there.
[[nodiscard]] std::map<std::string, std::string> namesIn(const std::filesystem::path& folder);
inline constexpr const char* kSavedSchool = "our.school.json";
inline constexpr const char* kSavedScenario = "situation.scenario.json";

/// The digest that the command line prints for a scenario file.
[[nodiscard]] std::string digestOnCommandLine(const std::string& program, const std::filesystem::path& scenario);

}
