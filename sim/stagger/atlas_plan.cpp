#include "sim/stagger/atlas_plan.hpp"

#include "sim/scenario/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".scenario.json";

std::vector<fs::path> neighboursOf(const fs::path& scenario)
{
    std::vector<fs::path> files;
    std::error_code error;
    const fs::path folder = scenario.has_parent_path() ? scenario.parent_path() : fs::path(".");
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.ends_with(kEnding) && name != scenario.filename().string()) files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

bool sameFile(const fs::path& a, const fs::path& b)
{
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

Fault leftOut(const std::string& file, std::string_view key)
{
    return {file, "", {key, {}}, {}};
}

void addNeighbour(AtlasPlan& plan, const fs::path& file, const fs::path& school)
{
    const std::string name = file.filename().string();
    auto read = readScenario(file);
    if (!read) return plan.leftOut.push_back(read.fault());
    const Scenario& scenario = read.value();
    if (!sameFile(file.parent_path() / scenario.school, school)) return; // another school's day
    if (scenario.model != Model::Agents) return plan.leftOut.push_back(leftOut(name, "atlas.left_out.by_hand"));
    if (const Done checked = checkAgainst(scenario, plan.school, name); !checked)
        return plan.leftOut.push_back(checked.fault());
    const auto same = [&](const AtlasSituation& known) { return hashOf(known.scenario) == hashOf(scenario); };
    if (std::ranges::any_of(plan.situations, same)) return plan.leftOut.push_back(leftOut(name, "atlas.left_out.same"));
    plan.situations.push_back({name, std::move(read).value()});
}

}

Result<AtlasPlan> atlasPlanOf(const AtlasQuestion& question)
{
    auto input = readCase(question.scenario);
    if (!input) return input.fault();
    auto& [school, scenario] = input.value();
    const std::string file = question.scenario.string();
    if (scenario.model != Model::Agents) return Fault{file, "model", {"atlas.by_hand", {}}, {"atlas.by_hand.mend", {}}};
    AtlasPlan plan;
    plan.school = std::move(school);
    plan.seeds = question.seeds;
    const fs::path schoolFile = question.scenario.parent_path() / scenario.school;
    plan.situations.push_back({question.scenario.filename().string(), std::move(scenario)});
    if (question.neighbours == Neighbours::Take)
        for (const fs::path& neighbour : neighboursOf(question.scenario)) addNeighbour(plan, neighbour, schoolFile);
    plan.elements = elementsOf(plan.school, plan.situations, question.doors);
    if (runsOf(plan) > kMostAtlasRuns)
        return Fault{file,
                     "--seeds",
                     {"atlas.too_many", {fmt::to_string(runsOf(plan)), fmt::to_string(kMostAtlasRuns)}},
                     {"atlas.too_many.mend", {}}};
    return plan;
}

}
