#include "tests/walkable/build.hpp"

#include <gmock/gmock.h>

#include <set>

namespace stairwise {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

// Places of a stair's own axes: u along its direction, v across from the first flight's side.
struct Frame {
    Point origin;
    int direction;
    Turn turn;

    [[nodiscard]] Point at(std::int32_t u, std::int32_t v) const
    {
        std::int32_t x = u;
        std::int32_t y = turn == Turn::Left ? v : -v;
        for (int quarter = 0; quarter < direction / 90; ++quarter) {
            const std::int32_t turned = -y;
            y = x;
            x = turned;
        }
        return {origin.x + x, origin.y + y};
    }
    [[nodiscard]] Ring rectangle(std::int32_t u0, std::int32_t v0, std::int32_t u1, std::int32_t v1) const
    {
        Ring ring{at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)};
        return doubleArea(ring) > 0 ? ring : reversed(ring);
    }
};

Frame frameOf(const Stair& stair)
{
    return {stair.origin, stair.direction, stair.turn};
}

// A corridor across the near end of the stair on every storey, `gap` mm off.
School withCorridors(const Stair& stair, std::int32_t gap = 0)
{
    std::vector<Storey> storeys;
    for (std::size_t i = 0; i < stair.storeys.size(); ++i) {
        const int n = static_cast<int>(i) + 1;
        storeys.push_back(storey(n, {space("corridor" + std::to_string(n),
                                           frameOf(stair).rectangle(-3000, -4000, -gap, 9000), SpaceKind::Corridor)}));
    }
    return schoolOf(storeys, {stair});
}

double worstJump(const Walkable& walkable)
{
    double worst = 0.0;
    for (const Portal& portal : walkable.portals) {
        if (portal.b == kNowhere) continue;
        for (const Point end : {portal.line.a, portal.line.b})
            worst = std::max(worst, std::abs(heightAt(walkable.surfaces[portal.a], toMetres(end)) -
                                             heightAt(walkable.surfaces[portal.b], toMetres(end))));
    }
    return worst;
}

// Surfaces that can be reached from a surface.
std::set<std::string> reachable(const Walkable& walkable, const std::string& from)
{
    std::set<SurfaceIndex> seen{indexOf(walkable, from)};
    for (bool more = true; more;) {
        more = false;
        for (const Portal& portal : walkable.portals)
            if (portal.b != kNowhere && seen.contains(portal.a) != seen.contains(portal.b)) {
                seen.insert({portal.a, portal.b});
                more = true;
            }
    }
    std::set<std::string> names;
    for (const SurfaceIndex s : seen) names.insert(walkable.surfaces[s].element);
    return names;
}

void expectSound(const Walkable& walkable)
{
    EXPECT_THAT(rules(walkable), IsEmpty());
    EXPECT_LT(worstJump(walkable), 0.001);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 0.01);
    EXPECT_EQ(reachable(walkable, "corridor1").size(), walkable.surfaces.size());
    for (const Surface& one : walkable.surfaces) EXPECT_TRUE(valid(one.area)) << one.element;
}

std::vector<Stair> everyWay(const Stair& stair)
{
    std::vector<Stair> all;
    for (const Turn turn : {Turn::Left, Turn::Right})
        for (const int direction : {0, 90, 180, 270}) {
            all.push_back(stair);
            all.back().turn = turn;
            all.back().direction = direction;
            all.back().origin = {12345, -6789};
        }
    return all;
}

TEST(DogLeg, JoinsItsStoreysWhicheverWayItStands)
{
    for (const int storeys : {2, 3})
        for (const Stair& stair : everyWay(dogLeg(storeys))) {
            SCOPED_TRACE(std::to_string(storeys) + " storeys, direction " + std::to_string(stair.direction));
            const Walkable walkable = walkableOf(withCorridors(stair));
            expectSound(walkable);
            const auto rises = static_cast<std::size_t>(storeys - 1);
            EXPECT_EQ(walkable.surfaces.size(), 2 * rises + 2 + 3 * rises);
            EXPECT_EQ(walkable.portals.size(), rises + 1 + 4 * rises);
            const Portal* foot = between(walkable, "S1/1/landing", "S1/1/flight1");
            ASSERT_NE(foot, nullptr);
            EXPECT_NEAR(length(toMetres(foot->line.a) - toMetres(foot->line.b)), 1.5, 1e-12);
            const Portal* open = between(walkable, "S1/1/landing", "corridor1");
            ASSERT_NE(open, nullptr);
            EXPECT_NEAR(length(toMetres(open->line.a) - toMetres(open->line.b)), 3.2, 1e-12);
            EXPECT_EQ(between(walkable, "S1/1/flight1", "S1/1/flight2"), nullptr);
            EXPECT_EQ(between(walkable, "S1/1/half1", "S1/1/landing"), nullptr);
        }
}

TEST(DogLeg, GoesUp)
{
    const Walkable walkable = walkableOf(withCorridors(dogLeg(3)));
    const Surface& flight = surface(walkable, "S1/2/flight2");
    EXPECT_NEAR(flight.elevation, 5.4, 1e-12);
    EXPECT_NEAR(heightAt(flight, toMetres(flight.foot) + flight.uphill * 3.08), 7.2, 1e-12);
    EXPECT_NEAR(flight.rising, 1.8 / 3.08, 1e-12);
    EXPECT_NEAR(planPerSlope(flight), 3.08 / std::sqrt(3.08 * 3.08 + 1.8 * 1.8), 1e-12);
    EXPECT_NEAR(surface(walkable, "S1/2/half1").elevation, 5.4, 1e-12);
    EXPECT_NEAR(surface(walkable, "S1/3/landing").elevation, 7.2, 1e-12);
    EXPECT_EQ(surface(walkable, "S1/2/flight1").storey.value, "F2");
    EXPECT_EQ(planPerSlope(surface(walkable, "S1/2/half1")), 1.0);
}

TEST(DogLeg, WithFlightsOfUnequalLengthIsWhole)
{
    for (const std::vector<int>& rise : {std::vector{15, 9}, std::vector{9, 15}})
        for (Stair stair : everyWay(dogLeg(2))) {
            stair.steps = {rise};
            expectSound(walkableOf(withCorridors(stair)));
        }
}

TEST(DogLeg, WithoutAWellKeepsItsFlightsApart)
{
    Stair stair = dogLeg(2);
    stair.well = 0;
    const Walkable walkable = walkableOf(withCorridors(stair));
    expectSound(walkable);
    EXPECT_EQ(between(walkable, "S1/1/flight1", "S1/1/flight2"), nullptr);
}

TEST(DogLeg, WithoutFloorLandingTouchesTheCorridor)
{
    for (Stair stair : everyWay(dogLeg(3))) {
        stair.floorLandingDepth = 0;
        const Walkable walkable = walkableOf(withCorridors(stair));
        expectSound(walkable);
        for (const auto& [flight, corridor] : {std::pair{"S1/1/flight1", "corridor1"},
                                               {"S1/1/flight2", "corridor2"},
                                               {"S1/2/flight1", "corridor2"},
                                               {"S1/2/flight2", "corridor3"}}) {
            const Portal* portal = between(walkable, flight, corridor);
            ASSERT_NE(portal, nullptr) << flight;
            EXPECT_NEAR(length(toMetres(portal->line.a) - toMetres(portal->line.b)), 1.5, 1e-12);
        }
        EXPECT_EQ(between(walkable, "S1/1/flight2", "corridor1"), nullptr);
    }
}

TEST(DogLeg, JoinsASpaceThatIsFiveMillimetresOff)
{
    expectSound(walkableOf(withCorridors(dogLeg(2), 5)));
    expectSound(walkableOf(withCorridors(dogLeg(2), -3)));
    EXPECT_THAT(rules(walkableOf(withCorridors(dogLeg(2), 7))),
                ElementsAre("walkable.stair_meets_no_storey", "walkable.stair_meets_no_storey"));
}

TEST(DogLeg, FlightsAndHalfLandingsHaveRailings)
{
    const Stair stair = dogLeg(2);
    School school = withCorridors(stair);
    Storey ground = *school.buildings[0].storeys[0];
    ground.spaces.push_back(space("beside", frameOf(stair).rectangle(1600, -4000, 6380, 0)));
    school.buildings[0].storeys[0] = std::make_shared<const Storey>(ground);
    const Walkable walkable = walkableOf(school);
    EXPECT_THAT(portalsOf(walkable, indexOf(walkable, "beside")), IsEmpty());
}

TEST(ThreeFlight, JoinsItsStoreysWhicheverWayItStands)
{
    Stair three = dogLeg(3);
    three.kind = StairKind::ThreeFlight;
    three.well = 7 * 280;
    for (const auto& rise : {std::vector{8, 8, 8}, std::vector{10, 6, 8}, std::vector{6, 8, 10}}) {
        three.steps = {rise, {8, 8, 8}};
        for (const Stair& stair : everyWay(three)) {
            const Walkable walkable = walkableOf(withCorridors(stair));
            expectSound(walkable);
            EXPECT_NE(between(walkable, "S1/1/half1", "S1/1/flight2"), nullptr);
            EXPECT_NE(between(walkable, "S1/1/half2", "S1/1/flight3"), nullptr);
            EXPECT_EQ(between(walkable, "S1/1/half1", "S1/1/half2"), nullptr);
        }
    }
}

TEST(Straight, JoinsBothStoreysAtItsEnds)
{
    for (Stair stair : everyWay(dogLeg(2))) {
        stair.kind = StairKind::Straight;
        const Frame frame = frameOf(stair);
        const std::int32_t end = 2 * 1600 + 2 * 3080 + 1700;
        const School school = schoolOf({storey(1, {space("corridor1", frame.rectangle(-3000, -4000, 0, 4000))}),
                                        storey(2, {space("corridor2", frame.rectangle(end, -4000, end + 3000, 4000))})},
                                       {stair});
        const Walkable walkable = walkableOf(school);
        expectSound(walkable);
        EXPECT_NE(between(walkable, "S1/1/flight1", "S1/1/half1"), nullptr);
    }
}

TEST(Straight, OfThreeStoreysWithoutLandingsGoesOnFromFlightToFlight)
{
    Stair stair = dogLeg(3);
    stair.kind = StairKind::Straight;
    stair.floorLandingDepth = 0;
    stair.steps = {{24}, {24}};
    const Walkable walkable = walkableOf(schoolOf({storey(1, {}), storey(2, {}), storey(3, {})}, {stair}));
    EXPECT_NE(between(walkable, "S1/1/flight1", "S1/2/flight1"), nullptr);
    EXPECT_LT(worstJump(walkable), 0.001);
}

TEST(Stair, ThatNoSpaceTouchesIsAFindingForEachStorey)
{
    const Walkable walkable = walkableOf(schoolOf({storey(1, {}), storey(2, {})}, {dogLeg(2)}));
    ASSERT_THAT(rules(walkable), ElementsAre("walkable.stair_meets_no_storey", "walkable.stair_meets_no_storey"));
    EXPECT_EQ(walkable.findings[0].element, "S1");
    EXPECT_EQ(walkable.findings[0].storey, "F1");
    EXPECT_EQ(walkable.findings[1].storey, "F2");
}

TEST(Stair, TouchedOverLessThanHalfAMetreIsNotJoined)
{
    Stair stair = dogLeg(2);
    const auto touching = [&](std::int32_t width) {
        const School school = schoolOf({storey(1, {space("low", box(-3000, -3000, width, 0))}),
                                        storey(2, {space("high", box(-3000, -3000, 4000, 0))})},
                                       {stair});
        return walkableOf(school);
    };
    EXPECT_EQ(between(touching(499), "low", "S1/1/landing"), nullptr);
    EXPECT_NE(between(touching(500), "low", "S1/1/landing"), nullptr);
}

TEST(Stair, ReachedThroughADoorMeetsItsStorey)
{
    const Stair stair = dogLeg(2);
    School school = withCorridors(stair, 240);
    for (int n : {1, 2}) {
        Storey one = *school.buildings[0].storeys[static_cast<std::size_t>(n) - 1];
        one.doors.push_back(door("D" + std::to_string(n), {500, -120}, {2100, -120}, 1500));
        school.buildings[0].storeys[static_cast<std::size_t>(n) - 1] = std::make_shared<const Storey>(one);
    }
    const Walkable walkable = walkableOf(school);
    expectSound(walkable);
    const Portal* portal = between(walkable, "corridor1", "S1/1/landing");
    ASSERT_NE(portal, nullptr);
    EXPECT_EQ(portal->door.value, "D1");
}

TEST(Stair, DoorOnTheEdgeOfItsLandingClosesTheRestOfTheEdge)
{
    const Stair stair = dogLeg(2);
    School school = withCorridors(stair);
    Storey ground = *school.buildings[0].storeys[0];
    ground.doors.push_back(door("D", {500, 0}, {2100, 0}, 1500));
    school.buildings[0].storeys[0] = std::make_shared<const Storey>(ground);
    const Walkable walkable = walkableOf(school);
    expectSound(walkable);
    EXPECT_EQ(portalsOf(walkable, indexOf(walkable, "corridor1")).size(), 1U);
    EXPECT_EQ(between(walkable, "corridor1", "S1/1/landing")->door.value, "D");
}

TEST(Stair, BesideAnotherSharesItsLanding)
{
    Stair left = dogLeg(2);
    Stair right = dogLeg(2);
    right.id = {"S2"};
    right.origin = {3200, 0};
    School school = withCorridors(left);
    school.buildings[0].stairs.push_back(right);
    const Walkable walkable = walkableOf(school);
    expectSound(walkable);
    ASSERT_NE(between(walkable, "S1/1/landing", "S2/1/landing"), nullptr);
    EXPECT_EQ(portalsOf(walkable, indexOf(walkable, "S1/2/landing")).size(), 3U);
}

TEST(Stair, OutOfDoorsLeadsOutWhereItsLandingTouchesTheGrounds)
{
    const Stair stair = dogLeg(2);
    School school = schoolOf({storey(1, {}), storey(2, {space("high", box(-3000, -3000, 4000, 0))})}, {stair});
    school.grounds.spaces.push_back(space("yard", box(-9000, -9000, 9000, 0), SpaceKind::Outdoor));
    const Walkable walkable = walkableOf(school);
    EXPECT_THAT(walkable.findings, IsEmpty());
    const Portal* portal = between(walkable, "S1/1/landing", "yard");
    ASSERT_NE(portal, nullptr);
    EXPECT_TRUE(portal->exit);
    EXPECT_EQ(walkable.surfaces[portal->b].element, "yard");
    EXPECT_FALSE(between(walkable, "S1/2/landing", "high")->exit);
}

TEST(Stair, OntoATerraceOfAnUpperStoreyIsNoExit)
{
    const School school = schoolOf({storey(1, {space("low", box(-3000, -3000, 4000, 0))}),
                                    storey(2, {space("terrace", box(-3000, -3000, 4000, 0), SpaceKind::Outdoor)})},
                                   {dogLeg(2)});
    const Walkable walkable = walkableOf(school);
    ASSERT_NE(between(walkable, "S1/2/landing", "terrace"), nullptr);
    EXPECT_FALSE(between(walkable, "S1/2/landing", "terrace")->exit);
}

TEST(Stair, WhoseStepsMissTheStoreyIsStretchedAndNamed)
{
    Stair stair = dogLeg(2);
    stair.steps = {{12, 11}};
    const Walkable walkable = walkableOf(withCorridors(stair));
    ASSERT_THAT(rules(walkable), ElementsAre("walkable.stair_height"));
    EXPECT_EQ(walkable.findings[0].measured, "3450 mm");
    EXPECT_EQ(walkable.findings[0].required, "3600 mm");
    EXPECT_LT(worstJump(walkable), 0.001);
}

TEST(Stair, WithinTwentyMillimetresOfItsStoreyIsRight)
{
    Stair stair = dogLeg(2);
    School school = withCorridors(stair);
    Storey upper = *school.buildings[0].storeys[1];
    upper.elevation = 3620;
    school.buildings[0].storeys[1] = std::make_shared<const Storey>(upper);
    expectSound(walkableOf(school));
    upper.elevation = 3621;
    school.buildings[0].storeys[1] = std::make_shared<const Storey>(upper);
    EXPECT_THAT(rules(walkableOf(school)), ElementsAre("walkable.stair_height"));
}

TEST(Stair, InARoomOfItsLowerStoreyIsAFinding)
{
    const Stair stair = dogLeg(2);
    School school = withCorridors(stair);
    Storey ground = *school.buildings[0].storeys[0];
    ground.spaces.push_back(space("store", frameOf(stair).rectangle(5680, 0, 6380, 3200)));
    school.buildings[0].storeys[0] = std::make_shared<const Storey>(ground);
    const Walkable walkable = walkableOf(school);
    ASSERT_THAT(rules(walkable), ElementsAre("walkable.stair_over_space"));
    EXPECT_THAT(walkable.findings[0].what.args, ElementsAre("store"));
    EXPECT_EQ(walkable.findings[0].measured, "2.24 m²");
}

TEST(Stair, NeedsAHoleInTheFloorAbove)
{
    const Stair stair = dogLeg(2);
    const auto rulesWith = [&](Ring ring) {
        School school = withCorridors(stair);
        Storey upper = *school.buildings[0].storeys[1];
        upper.spaces.push_back(space("above", std::move(ring)));
        school.buildings[0].storeys[1] = std::make_shared<const Storey>(upper);
        return rules(walkableOf(school));
    };
    EXPECT_THAT(rulesWith(frameOf(stair).rectangle(2000, 1700, 4000, 3200)), Contains("walkable.stair_over_space"));
    EXPECT_THAT(rulesWith(frameOf(stair).rectangle(4680, 0, 6380, 3200)), Not(Contains("walkable.stair_over_space")));
}

TEST(Stair, WithStoreysInTheWrongOrderIsLeftOut)
{
    Stair stair = dogLeg(2);
    stair.storeys = {{"F2"}, {"F1"}};
    EXPECT_THAT(rules(walkableOf(withCorridors(stair))), ElementsAre("walkable.stair_storeys"));
    stair = dogLeg(2);
    School school = withCorridors(stair);
    school.buildings[0].stairs[0].tread = 0;
    EXPECT_THAT(rules(walkableOf(school)), ElementsAre("walkable.stair_left_out"));
}

}
}
