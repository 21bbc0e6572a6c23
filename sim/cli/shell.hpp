#pragma once

#include "sim/base/result.hpp"
#include "sim/words/words.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace stairwise {

/// What every command gets and gives back. Exit codes: 0 good, 1 findings, 2 bad input, 3 not everybody out.
struct Shell {
    Language language = Language::English;
    [[nodiscard]] std::string text(std::string_view key) const { return say(key, language); }
};
inline constexpr int kGood = 0;
inline constexpr int kFindings = 1;
inline constexpr int kBadInput = 2;
inline constexpr int kNotEverybodyOut = 3;

/// Says why, once, in one line on standard error; gives kBadInput.
[[nodiscard]] int refuse(const Fault& fault, const Shell& shell);

/// school.scenario.json → school-result, in the folder one stands in.
[[nodiscard]] std::filesystem::path folderNamed(const std::filesystem::path& scenario, const char* what);

/// A command adds its options to `app` and returns what is to be done once they are read. One file a command.
using Run = std::function<int()>;
[[nodiscard]] Run simulateCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run graphCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run checkCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run importCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run exportCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run stumbleCommand(CLI::App& app, const Shell& shell);
Run staggerCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run validateCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run atlasCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run compareCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run cardsCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run postsCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run planCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run postersCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run sheetsCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run registerCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run recordCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run reviewCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run calendarCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run hazardCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run archiveCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run keyCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run fileCommand(CLI::App& app, const Shell& shell);
[[nodiscard]] Run bureauCommand(CLI::App& app, const Shell& shell);

}
