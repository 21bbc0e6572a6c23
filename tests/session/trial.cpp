#include "tests/session/trial.hpp"

#include "sim/base/system.hpp"
#include "tests/session/paper_plan.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace stairwise::editor {

namespace fs = std::filesystem;

fs::path trialIn(const OwnFolder& folder)
{
    fs::create_directories(folder / "state");
    static_cast<void>(writeFile(folder / "plan.png", paperPlan()));
    return folder.path();
}

std::string sessionOf(const std::string& file)
{
    return contentOf(fs::path(STAIRWISE_SOURCE_DIR) / "tests/session" / file);
}

std::map<std::string, std::string> namesIn(const fs::path& folder)
{
    return {{"plan", (folder / "plan.png").string()}, {"school", (folder / kSavedSchool).string()}};
}

std::string digestOnCommandLine(const std::string& program, const fs::path& scenario)
{
    const std::string command = program + " simulate '" + scenario.string() + "' --json --out '" +
                                (scenario.parent_path() / "command-line").string() + "' 2>/dev/null";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string output;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output.push_back(static_cast<char>(c));
    pclose(pipe);
    const auto summary = nlohmann::json::parse(output, nullptr, false);
    return summary.is_object() ? summary.value("digest", std::string()) : std::string();
}

}
