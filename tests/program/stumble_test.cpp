// The command itself: what it prints, and what it refuses.
#include "sim/base/system.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

struct Said {
    int code = 0;
    std::string text;
};

Said stumble(const std::string& scenario, const std::string& options)
{
    const OwnFolder folder;
    const fs::path file = folder / "said";
    const std::string command = std::string(STAIRWISE_PROGRAM) + " stumble " + STAIRWISE_SOURCE_DIR + "/scenarios/" +
                                scenario + ".scenario.json --lang en --threads 1 " + options + " >" + file.string() +
                                " 2>&1";
    const int code = WEXITSTATUS(std::system(command.c_str()));
    return {code, readFile(file, 1 << 20).value()};
}

TEST(StumbleCommand, PrintsATableAndJson)
{
    const Said table = stumble("w1", "--at C --time 20");
    EXPECT_EQ(table.code, 0);
    EXPECT_NE(table.text.find("not how likely it is"), std::string::npos) << table.text;
    const Said said = stumble("w1", "--at C --time 20 --duration 4 --json");
    ASSERT_EQ(said.code, 0) << said.text;
    const auto json = nlohmann::json::parse(said.text);
    EXPECT_EQ(json["format"], "stairwise-stumble");
    EXPECT_EQ(json["duration_s"], 4.0);
    ASSERT_EQ(json["places"].size(), 1U);
    EXPECT_EQ(json["places"][0]["place"], "C");
}

TEST(StumbleCommand, RefusesBadInputInOneLine)
{
    for (const char* options : {"--at S9/1/flight1", "--time -1", "--duration -3", "--limit 0", "--reaction -1"}) {
        const Said said = stumble("w1", options);
        EXPECT_EQ(said.code, 2) << options;
        EXPECT_EQ(std::ranges::count(said.text, '\n'), 1) << said.text;
    }
    EXPECT_EQ(stumble("broken/fall_on_no_surface", "").code, 2);
}

}
}
