#include "sim/stagger/atlas_state.hpp"

#include "sim/base/system.hpp"
#include "sim/walkable/walkable.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace stairwise {
namespace {

Scenario named(const std::string& name)
{
    Scenario scenario;
    scenario.name = name;
    return scenario;
}

AtlasPlan plan()
{
    AtlasPlan made;
    made.school = rooms::tworooms();
    made.situations = {{"a", named("a")}, {"b", named("b")}};
    made.elements = elementsOf(made.school, made.situations, AtlasDoors::Leave);
    return made;
}

std::vector<AtlasRun> someRuns()
{
    AtlasRun quiet;
    quiet.seed = 1;
    quiet.clearance = 123.45;
    AtlasRun crowded;
    crowded.out = {OutOfUse::Exit, "E"};
    crowded.situation = 1;
    crowded.seed = 7;
    crowded.ending = Ending::Clogged;
    crowded.left = 12;
    crowded.risk = 1.0 / 3.0;
    crowded.rank = 4;
    crowded.index = 0.1;
    crowded.surface = 1;
    crowded.part = PointPart::LowerHalf;
    crowded.before = 0;
    return {quiet, crowded};
}

std::string state()
{
    const AtlasPlan own = plan();
    return formatAtlasState(own, walkableOf(own.school), someRuns());
}

std::string placeOfFault(const std::string& text, const AtlasPlan& now)
{
    const auto read = parseAtlasState(text, "atlas_state.json", now, walkableOf(now.school));
    return read ? "read" : read.fault().place;
}

std::string with(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    return at == std::string::npos ? "" : text.replace(at, from.size(), to);
}

TEST(AtlasState, ComesBackToTheLastBit)
{
    const auto read = parseAtlasState(state(), "atlas_state.json", plan(), walkableOf(plan().school));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value(), someRuns());
}

TEST(AtlasState, KnowsItsSituationsInAnotherOrderAndAmongMore)
{
    AtlasPlan more = plan();
    more.situations = {{"b", named("b")}, {"c", named("c")}, {"a", named("a")}};
    const auto read = parseAtlasState(state(), "atlas_state.json", more, walkableOf(more.school));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value()[0].situation, 2U);
    EXPECT_EQ(read.value()[1].situation, 0U);
}

TEST(AtlasState, OfAnotherSchoolSituationOrEngineIsRefused)
{
    AtlasPlan other = plan();
    other.school.name = "another";
    EXPECT_EQ(placeOfFault(state(), other), "school");
    other = plan();
    other.situations[1].scenario.timeLimit = 99.0;
    EXPECT_EQ(placeOfFault(state(), other), "situations");
    other = plan();
    other.school.classes.clear();
    EXPECT_EQ(placeOfFault(state(), other), "school");
    const std::string engine = "\"engine\": " + std::to_string(kEngineNumber);
    EXPECT_EQ(placeOfFault(with(state(), engine, "\"engine\": 999"), plan()), "engine");
}

TEST(AtlasState, ThatIsBrokenIsRefused)
{
    const std::string good = state();
    ASSERT_EQ(placeOfFault(good, plan()), "read");
    EXPECT_EQ(placeOfFault(with(good, "\"left\": 12", "\"left\": -1"), plan()), "runs[1].left");
    EXPECT_EQ(placeOfFault(with(good, "\"situation\": 1", "\"situation\": 2"), plan()), "runs[1].situation");
    EXPECT_EQ(placeOfFault(with(good, "\"surface\": 1", "\"surface\": 4000"), plan()), "runs[1].surface");
    EXPECT_EQ(placeOfFault(with(good, "\"ending\": \"clogged\"", "\"ending\": \"fine\""), plan()), "runs[1].ending");
    EXPECT_EQ(placeOfFault(with(good, "\"seed\": 7", "\"seed\": 7, \"extra\": 1"), plan()), "runs[1].extra");
    EXPECT_NE(placeOfFault(good.substr(0, good.size() / 2), plan()), "read");
    EXPECT_NE(placeOfFault("", plan()), "read");
    EXPECT_NE(placeOfFault(with(good, "stairwise-atlas-state", "stairwise-school"), plan()), "read");
}

TEST(AtlasState, IsEmptyWhereThereIsNoFile)
{
    const auto read = readAtlasState(std::filesystem::temp_directory_path() / "no-such-folder" / kAtlasStateName,
                                     plan(), walkableOf(plan().school));
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read.value().empty());
}

}
}
