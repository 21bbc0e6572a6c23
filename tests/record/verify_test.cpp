#include "sim/record/filed_result.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/walkable/surface_file.hpp"
#include "tests/egress/building.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

Scenario scenario()
{
    Scenario all;
    all.school = kSchoolPart;
    return all;
}

/// Floors as another geometry library could make them: the door of a room moved by `millimetres`.
Walkable otherFloors(const School& school, std::int32_t millimetres)
{
    Walkable walkable = walkableOf(school);
    for (Portal& portal : walkable.portals)
        if (portal.door.value == "101-front") portal.line.a.x += millimetres;
    return parseSurfaces(formatSurfaces(walkable), "s").value();
}

struct Filing {
    School school = building::Plan().made();
    FiledResult result;
    std::vector<PackagePart> parts;

    explicit Filing(const Walkable& floors)
    {
        RunOptions options;
        options.measures = options.bound = options.hand = false;
        result =
            filedResultOf(simulate(school, scenario(), settingOf(school, scenario(), floors), options, {}, {}, {}));
        parts = {{kSchoolPart, formatSchool(school)},
                 {kScenarioPart, formatScenario(scenario())},
                 {kResultPart, formatFiledResult(result)},
                 {kSurfacesPart, formatSurfaces(floors)}};
    }
    Filing() : Filing(walkableOf(building::Plan().made())) {}
    [[nodiscard]] Verified verified() const { return verifyRun(parts, "p.drill", 2, {}, {}).value(); }
};

TEST(Verify, RunsOnTheFiledFloorsWhereItsOwnDiffer)
{
    const Filing own;
    EXPECT_EQ(own.verified().verdict, RunVerdict::Same);
    EXPECT_FALSE(own.verified().onFiledSurfaces);
    const Filing other(otherFloors(own.school, 2));
    ASSERT_NE(other.result.walkableHash, own.result.walkableHash);
    ASSERT_NE(other.result.digest, own.result.digest) << "it must matter on which floor one walks";
    EXPECT_EQ(other.verified().verdict, RunVerdict::Same);
    EXPECT_TRUE(other.verified().onFiledSurfaces);
}

TEST(Verify, OfAPackageWithoutFloorsIsAsBefore)
{
    Filing own;
    own.parts.pop_back();
    EXPECT_EQ(own.verified().verdict, RunVerdict::Same);
    Filing other(otherFloors(own.school, 2));
    other.parts.pop_back();
    EXPECT_EQ(other.verified().why.key, "record.verify.other_surfaces");
    EXPECT_EQ(other.verified().verdict, RunVerdict::CannotBeJudged);
}

TEST(Verify, DoesNotWalkOnFloorsThatTheDrawingDoesNotMake)
{
    const Filing wider(otherFloors(building::Plan().made(), -200));
    EXPECT_EQ(wider.verified().verdict, RunVerdict::CannotBeJudged);
    EXPECT_EQ(wider.verified().why.key, "record.verify.not_this_drawing");
}

TEST(Verify, NamesFloorsThatTheResultWasNotMadeOn)
{
    Filing own;
    own.parts.back().bytes = formatSurfaces(otherFloors(own.school, 2));
    EXPECT_EQ(own.verified().verdict, RunVerdict::Different);
    EXPECT_EQ(own.verified().why.key, "record.verify.surfaces_not_walked");
    own.parts.back().bytes = "{}";
    EXPECT_FALSE(verifyRun(own.parts, "p.drill", 2, {}, {}));
}

}
}
