#pragma once

#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "tests/egress/building.hpp"
#include "tests/files.hpp"
#include "tests/program/shell_run.hpp"

#include <gtest/gtest.h>

#include <string>

namespace stairwise::program {

inline constexpr const char* kDrill = "2026-03-fire";

/// A small school, the key of it, and a bureau that knows the school. Everything lies in the folder.
class DrillSchool {
public:
    DrillSchool()
    {
        Scenario scenario;
        scenario.name = "fire";
        scenario.school = "it.school.json";
        scenario.situation = Situation::Fire;
        EXPECT_TRUE(writeFile(folder / "it.school.json", formatSchool(building::Plan{}.made())).ok());
        EXPECT_TRUE(writeFile(folder / "fire.scenario.json", formatScenario(scenario)).ok());
        fs::create_directories(folder / "out");
    }
    [[nodiscard]] std::string at(const std::string& name) const { return (folder / name).string(); }

    Answer plan(const std::string& more = {}) const
    {
        return answerOf("plan " + at("fire.scenario.json") + " --drill " + kDrill + " --runs 3 --archive " +
                        at("school.archive") + " " + more);
    }
    void enrol() const
    {
        EXPECT_EQ(answerOf("key new " + at("school.key") + " --school S100 --name School").code, 0);
        std::string row = answerOf("key show " + at("school.key")).said;
        EXPECT_TRUE(writeFile(folder / "schools.csv", row).ok());
        EXPECT_EQ(answerOf("bureau enrol " + at("bureau.archive") + " " + at("schools.csv")).code, 0);
    }
    Answer file(const std::string& more = {}) const
    {
        return answerOf("file " + at("school.archive") + " " + kDrill + " --key " + at("school.key") + " --to " +
                        at("out") + " --date 2026-03-20 " + more);
    }
    Answer receive(const std::string& more = {}) const
    {
        return answerOf("bureau receive " + at("bureau.archive") + " " + at("out") + " --today 2026-03-21 --json " +
                        more);
    }
    [[nodiscard]] std::string package(int version) const
    {
        return at("out/S100_" + std::string(kDrill) + "_v" + std::to_string(version) + ".drill");
    }

    OwnFolder folder;
};

}
