#include "sim/record/bureau.hpp"
#include "sim/record/calendar.hpp"
#include "tests/record/sample.hpp"
#include "tests/school/schema_keys.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace stairwise {
namespace {

std::set<std::string> described(const std::string& file)
{
    std::ifstream stream(std::string(STAIRWISE_SOURCE_DIR) + "/scenarios/schema/" + file);
    std::set<std::string> keys;
    addProperties(nlohmann::json::parse(stream), keys);
    return keys;
}

std::set<std::string> written(const std::string& text)
{
    std::set<std::string> keys;
    addKeys(nlohmann::json::parse(text), keys);
    return keys;
}

TEST(Schema, DescribesEveryKeyThatPeopleMayWrite)
{
    DrillPlan plan = sample::plan();
    plan.said.phases = {{"evacuate", 120.0}};
    plan.said.teams = {{"guides", "head", {"one"}, "stand"}};
    plan.simulated.lowerBound = 60.0;
    EXPECT_EQ(described("plan.schema.json"), written(formatPlan(plan)));
    const DrillCalendar calendar{"term", {2026, 3, 1}, {2026, 6, 30}, {{{2026, 3, 12}, DrillKind::Fire, "s", "d"}}};
    EXPECT_EQ(described("calendar.schema.json"), written(formatCalendar(calendar)));
    EXPECT_EQ(described("bureau-rule.schema.json"), written(formatRule({})));
}

}
}
