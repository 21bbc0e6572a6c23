#include "sim/egress/least_crowded.hpp"
#include "tests/egress/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace stairwise {
namespace {

using scene::Scene;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// A classroom on a corridor with an exit at each end, the west one nearer; a yard in the west with an assembly area
/// and a gate.
struct Floor1 : Scene {
    SurfaceIndex classroom = room(5, 3, 13, 9);
    SurfaceIndex corridor = room(0, 0, 40, 3);
    SurfaceIndex ground = yard(-60, -3, 0, 4);
    PortalIndex roomDoor = door(classroom, corridor, {6000, 3000}, {7000, 3000});
    PortalIndex west = exit(corridor, {0, 2500}, {0, 500}, ground);
    PortalIndex east = exit(corridor, {40000, 500}, {40000, 2500});
    PortalIndex gate = gateAt();
    Floor1()
    {
        walkable.assemblies.push_back(
            {AreaId{"A"}, ground, {{-50000, -2000}, {-30000, -2000}, {-30000, 3000}, {-50000, 3000}}});
    }
    PortalIndex gateAt()
    {
        const PortalIndex index = joint(ground, kNowhere, {-60000, 2000}, {-60000, -2000});
        walkable.portals[index].gate = GateId{"G"};
        return index;
    }
    [[nodiscard]] std::vector<PassageIndex> route(const RouteRule& rule = {}, const Goal& goal = {},
                                                  const std::vector<PortalIndex>& shut = {}) const
    {
        const Network network = networkOf(walkable);
        return routeFrom(walkable, network, classroom, rule, goal, barredWith(network, shut));
    }
};
PassageIndex out(PortalIndex portal)
{
    return passageOf(portal, false);
}

TEST(Route, TakesTheNearestExit)
{
    const Floor1 floor;
    EXPECT_THAT(floor.route(), ElementsAre(out(floor.roomDoor), out(floor.west)));
}

TEST(Route, TurnsToTheOtherExitWhereTheNearestIsShutLockedTooNarrowOrForbidden)
{
    Floor1 floor;
    EXPECT_THAT(floor.route({}, {}, {floor.west}), ElementsAre(out(floor.roomDoor), out(floor.east)));
    EXPECT_THAT(floor.route({{}, {floor.id(floor.east)}, {}}), ElementsAre(out(floor.roomDoor), out(floor.east)));
    floor.walkable.portals[floor.west].state = DoorState::Locked;
    EXPECT_THAT(floor.route(), ElementsAre(out(floor.roomDoor), out(floor.east)));
    floor.walkable.portals[floor.west].state = DoorState::Closed;
    floor.walkable.portals[floor.west].line = {{0, 2500}, {0, 2150}};
    EXPECT_THAT(floor.route(), ElementsAre(out(floor.roomDoor), out(floor.east)));
}

TEST(Route, IsEmptyWhereThereIsNoWay)
{
    Floor1 floor;
    EXPECT_THAT(floor.route({}, {}, {floor.roomDoor}), IsEmpty());
    EXPECT_THAT(floor.route({{}, {DoorId{"no such door"}}, {}}), IsEmpty());
}

TEST(Route, GoesOnToTheAssemblyAreaAndToTheGate)
{
    const Floor1 floor;
    const Goal assembly{Goal::Kind::Assembly, {}, {}};
    const Goal gate{Goal::Kind::Gate, {}, {}};
    EXPECT_THAT(floor.route({}, assembly), ElementsAre(out(floor.roomDoor), out(floor.west)));
    EXPECT_THAT(floor.route({}, gate), ElementsAre(out(floor.roomDoor), out(floor.west), out(floor.gate)));
    const auto toGo = secondsToGo(floor.walkable, networkOf(floor.walkable), {}, assembly, {});
    EXPECT_NEAR(toGo[out(floor.west)], 30.0 / kRouteSpeed, 1.5);
}

TEST(Route, CountsSecondsOfTheWay)
{
    const Floor1 floor;
    const auto toGo = secondsToGo(floor.walkable, networkOf(floor.walkable), {}, {}, {});
    EXPECT_EQ(toGo[out(floor.west)], 0.0);
    EXPECT_NEAR(toGo[out(floor.roomDoor)], std::hypot(6.5, 1.5) / kRouteSpeed, 1.0);
    EXPECT_EQ(toGo[passageOf(floor.east, true)], std::numeric_limits<double>::infinity());
}

TEST(Route, EntersABuildingAgainOnlyWhereThereIsNoOtherWay)
{
    // Two rooms; the way from the first to the gate leads through the second, or round it over the yard.
    Scene scene;
    const auto first = scene.room(0, 0, 10, 10);
    const auto yard = scene.yard(10, -40, 20, 10);
    const auto second = scene.room(20, 0, 30, 10);
    const auto behind = scene.yard(30, -40, 40, 10);
    const auto leave = scene.exit(first, {10000, 4000}, {10000, 5000}, yard);
    const auto enter = scene.exit(second, {20000, 5000}, {20000, 4000}, yard);
    const auto leaveAgain = scene.exit(second, {30000, 4000}, {30000, 5000}, behind);
    const auto round = scene.room(20, -40, 30, -35);
    scene.walkable.surfaces[round].outdoor = true;
    const auto roundIn = scene.joint(yard, round, {20000, -40000}, {20000, -36000});
    const auto roundOut = scene.joint(round, behind, {30000, -40000}, {30000, -36000});
    const auto gate = scene.joint(behind, kNowhere, {40000, 3000}, {40000, 6000});
    scene.walkable.portals[gate].gate = GateId{"G"};
    const Network network = networkOf(scene.walkable);
    const Goal goal{Goal::Kind::Gate, {}, {}};
    EXPECT_THAT(routeFrom(scene.walkable, network, first, {}, goal, {}),
                ElementsAre(out(leave), out(roundIn), out(roundOut), out(gate)));
    EXPECT_THAT(routeFrom(scene.walkable, network, first, {}, goal, barredWith(network, {roundIn})),
                ElementsAre(out(leave), passageOf(enter, true), out(leaveAgain), out(gate)));
}

/// Two stairs from an upper corridor to a lower one with an exit each.
struct TwoStairs : Scene {
    SurfaceIndex upper = room(4, 0, 36, 3);
    SurfaceIndex west = flightDown(0, 4, "W");
    SurfaceIndex east = flight(36, 0, 40, 2, "E");
    SurfaceIndex hallWest = room(-10, 0, 0, 3);
    SurfaceIndex hallEast = room(40, 0, 50, 3);
    PortalIndex topWest = joint(upper, west, {4000, 2000}, {4000, 0});
    PortalIndex topEast = joint(upper, east, {36000, 0}, {36000, 2000});
    PortalIndex footWest = joint(west, hallWest, {0, 2000}, {0, 0});
    PortalIndex footEast = joint(east, hallEast, {40000, 0}, {40000, 2000});
    PortalIndex exitWest = exit(hallWest, {-10000, 2000}, {-10000, 1000});
    PortalIndex exitEast = exit(hallEast, {50000, 1000}, {50000, 2000});

    TwoStairs()
    {
        Surface& down = walkable.surfaces[east]; // climbs towards −x
        down.uphill = {-1.0, 0.0};
        down.foot = {40000, 0};
        for (const SurfaceIndex surface : {upper, east, west}) walkable.surfaces[surface].elevation = 0.0;
        walkable.surfaces[upper].elevation = 2.0;
    }
    SurfaceIndex flightDown(int x0, int x1, const std::string& stair) { return flight(x0, 0, x1, 2, stair); }
};

TEST(Route, KeepsToTheStairsOfItsRule)
{
    const TwoStairs scene;
    const Network network = networkOf(scene.walkable);
    const auto byEast = routeFrom(scene.walkable, network, scene.upper, {{StairId{"E"}}, {}, {}}, {}, {});
    EXPECT_THAT(byEast, ElementsAre(out(scene.topEast), out(scene.footEast), out(scene.exitEast)));
    const auto byWest = routeFrom(scene.walkable, network, scene.upper, {{StairId{"W"}}, {}, {}}, {}, {});
    EXPECT_THAT(byWest, ElementsAre(out(scene.topWest), out(scene.footWest), out(scene.exitWest)));
}

TEST(Route, TakesLongerUpAFlightThanDown)
{
    const TwoStairs scene;
    const Network network = networkOf(scene.walkable);
    const auto toGo = secondsToGo(scene.walkable, network, {}, {}, {});
    const double slope = 4.0 * std::sqrt(1.25);
    EXPECT_NEAR(toGo[out(scene.topWest)] - toGo[out(scene.footWest)], slope / kRouteSpeedDown, 1e-6);
    const auto up = secondsToGo(scene.walkable, network, {}, {}, barredWith(network, {scene.exitWest}));
    const double level = between(network, scene.upper, scene.topWest, scene.topEast) / kRouteSpeed;
    EXPECT_NEAR(up[passageOf(scene.footWest, true)] - up[out(scene.topEast)], slope / kRouteSpeedUp + level, 1e-6);
}

TEST(Network, MeasuresFlightsStraightAndRoomsThereAndBackAlike)
{
    const TwoStairs scene;
    const Network network = networkOf(scene.walkable);
    EXPECT_NEAR(between(network, scene.west, scene.topWest, scene.footWest), 4.0, 1e-9);
    EXPECT_NEAR(between(network, scene.upper, scene.topWest, scene.topEast), 32.0, 1.0);
    EXPECT_EQ(between(network, scene.upper, scene.topWest, scene.topEast),
              between(network, scene.upper, scene.topEast, scene.topWest));
    EXPECT_LT(between(network, scene.upper, scene.topWest, scene.exitEast), 0.0);
}

TEST(Network, IsTheSameEveryTime)
{
    const TwoStairs scene;
    const Network one = networkOf(scene.walkable);
    const Network two = networkOf(scene.walkable);
    for (std::size_t s = 0; s < one.surfaces.size(); ++s) {
        EXPECT_EQ(*one.surfaces[s].apart, *two.surfaces[s].apart);
        for (std::size_t f = 0; f < one.surfaces[s].fields.size(); ++f)
            EXPECT_EQ(one.surfaces[s].fields[f]->distance, two.surfaces[s].fields[f]->distance);
    }
}

TEST(LeastCrowded, SpreadsClassesOverBothStairs)
{
    const TwoStairs scene;
    const Network network = networkOf(scene.walkable);
    std::vector<Group> groups(6, Group{scene.upper, 50.0, 0.0, {}});
    const auto rules = assignLeastCrowded(scene.walkable, network, groups, {}, {});
    int west = 0;
    for (const RouteRule& rule : rules) {
        ASSERT_EQ(rule.stairs.size(), 1U);
        ASSERT_EQ(rule.exits.size(), 1U);
        west += rule.stairs.front() == StairId{"W"} ? 1 : 0;
        EXPECT_EQ(rule.exits.front(), scene.id(rule.stairs.front() == StairId{"W"} ? scene.exitWest : scene.exitEast));
    }
    EXPECT_EQ(west, 3);
}

TEST(LeastCrowded, KeepsToWhatIsOpenAndToTheGroupsOwnRule)
{
    const TwoStairs scene;
    const Network network = networkOf(scene.walkable);
    const Group free{scene.upper, 50.0, 0.0, {}};
    const Group bound{scene.upper, 50.0, 0.0, {{StairId{"E"}}, {}, {}}};
    for (const RouteRule& rule : assignLeastCrowded(scene.walkable, network, {free, free}, {}, barredWith(network, {scene.topWest})))
        EXPECT_THAT(rule.stairs, ElementsAre(StairId{"E"}));
    for (const RouteRule& rule : assignLeastCrowded(scene.walkable, network, {bound, bound, bound}, {}, {}))
        EXPECT_THAT(rule.stairs, ElementsAre(StairId{"E"}));
    const auto none = assignLeastCrowded(scene.walkable, network, {bound}, {}, barredWith(network, {scene.topEast}));
    EXPECT_EQ(none.front(), bound.rule);
}

}
}
