#include "sim/report/output.hpp"
#include "tests/files.hpp"
#include "tests/report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

TEST(Output, WritesEveryFileOfAResultAtOnce)
{
    const OwnFolder own;
    const fs::path target = own / "out";
    const School school = sample::school();
    const Walkable walkable = walkableOf(school);
    {
        auto staging = Staging::open(target);
        ASSERT_TRUE(staging.ok());
        ASSERT_TRUE(writeResults(sample::emptied(walkable), school, walkable, staging.value(), Language::Chinese).ok());
        EXPECT_FALSE(fs::exists(target / "summary.json"));
        ASSERT_TRUE(staging.value().commit().ok());
    }
    for (const char* name : {"summary.json", "classes.csv", "stairs.csv", "exits.csv", "people.csv", "hashes.csv",
                             "density_F1.svg", "density_F1.png", "flow_F2.svg", "flow_F2.png", "density_grounds.png"})
        EXPECT_GT(fs::file_size(target / name), 40U) << name;
    const auto png = readFile(target / "density_F1.png", 10'000'000);
    ASSERT_TRUE(png.ok());
    EXPECT_EQ(png.value().substr(1, 3), "PNG");
    if (std::getenv("STAIRWISE_KEEP") == nullptr) fs::remove_all(target);
}

TEST(Output, ByHandAloneHasNoPeopleHashesAndPictures)
{
    const OwnFolder own;
    const fs::path target = own / "out";
    const School school = sample::school();
    const Walkable walkable = walkableOf(school);
    RunResult result = sample::byHand();
    result.maps.clear();
    auto staging = Staging::open(target);
    ASSERT_TRUE(staging.ok());
    ASSERT_TRUE(writeResults(result, school, walkable, staging.value(), Language::English).ok());
    ASSERT_TRUE(staging.value().commit().ok());
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(target)) names.push_back(entry.path().filename().string());
    EXPECT_THAT(names, testing::UnorderedElementsAre("summary.json", "classes.csv", "stairs.csv", "exits.csv",
                                                     "hand_calculation.csv"));
}

}
}
