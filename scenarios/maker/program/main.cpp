#include "scenarios/maker/maker.hpp"
#include "scenarios/maker/replays.hpp"

#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"

#include <cstdio>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

// Writes the sample files: stairwise_make_samples FOLDER [campus]
int main(int count, char** words)
{
    using namespace stairwise;
    using namespace stairwise::samples;
    const std::filesystem::path folder = count > 1 ? words[1] : ".";
    const bool large = count > 2 && std::string_view(words[2]) == "campus";
    std::vector<std::pair<std::string, School>> schools = {{"w1", floorSchool(1000)},
                                                           {"w2-4000", hallSchool(16)},
                                                           {"school", teachingBuilding()},
                                                           {"chengan", chengan()},
                                                           {"xiangxiang", xiangxiang()}};
    std::vector<std::pair<std::string, Scenario>> scenarios = {{"w1", floorScenario()},
                                                               {"w2-4000", hallScenario(16)},
                                                               {"school", teachingBuildingFireDrill()},
                                                               {"school-break", teachingBuildingBreak()}};
    for (const Replay& replay : replays()) scenarios.emplace_back(replay.name, replay.scenario);
    if (large) {
        schools = {{"campus", campus()}};
        scenarios = {{"campus", campusDismissal()}};
    }
    const auto write = [&](const std::string& name, const std::string& text) {
        const Done done = writeFile(folder / name, text);
        if (!done.ok()) std::fprintf(stderr, "%s\n", line(done.fault(), Language::English).c_str());
        return done.ok();
    };
    bool good = true;
    for (const auto& [name, school] : schools) good = write(name + ".school.json", formatSchool(school)) && good;
    for (const auto& [name, scenario] : scenarios)
        good = write(name + ".scenario.json", formatScenario(scenario)) && good;
    return good ? 0 : 2;
}
