#include "sim/egress/onward.hpp"
#include "tests/egress/scene.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using scene::Scene;
using testing::ElementsAre;
using testing::IsEmpty;

/// A hall with a door at each end onto a yard that holds an assembly area.
struct Hall : Scene {
    SurfaceIndex hall = room(0, 0, 40, 10);
    SurfaceIndex ground = yard(-60, -20, 100, 0);
    SurfaceIndex west = room(-10, 0, 0, 10);
    PortalIndex left = door(hall, west, {0, 6000}, {0, 4000});
    PortalIndex leftExit = exit(west, {-6000, 0}, {-4000, 0}, ground);
    PortalIndex rightExit = exit(hall, {36000, 0}, {38000, 0}, ground);
    Network network = networkOf(walkable);
};

TEST(Departure, IsByTheDoorThatIsNearerToTheVeryPlace)
{
    const Hall scene;
    const auto toGo = secondsToGo(scene.walkable, scene.network, {}, {}, {});
    const Departure west = departureFrom(scene.walkable, scene.network, scene.hall, {2.0, 5.0}, toGo);
    const Departure east = departureFrom(scene.walkable, scene.network, scene.hall, {37.0, 5.0}, toGo);
    EXPECT_EQ(west.first, passageOf(scene.left, false));
    EXPECT_NEAR(west.metres, 2.0, 0.3);
    EXPECT_EQ(east.first, passageOf(scene.rightExit, false));
    EXPECT_NEAR(east.metres, 5.0, 0.5);
    EXPECT_THAT(routeThrough(scene.walkable, scene.network, west.first, {}, toGo),
                ElementsAre(passageOf(scene.left, false), passageOf(scene.leftExit, false)));
}

TEST(Departure, IsNoneWhereNothingLeadsOut)
{
    const Hall scene;
    const auto toGo = secondsToGo(scene.walkable, scene.network, {}, {},
                                  barredWith(scene.network, {scene.leftExit, scene.rightExit}));
    EXPECT_EQ(departureFrom(scene.walkable, scene.network, scene.hall, {2.0, 5.0}, toGo).first, kNowhere);
    EXPECT_THAT(routeThrough(scene.walkable, scene.network, passageOf(scene.left, false), {}, toGo), IsEmpty());
}

TEST(MetresBeyond, LeadFromTheExitToTheAssemblyArea)
{
    Hall scene;
    scene.walkable.assemblies.push_back(
        {AreaId{"A"}, scene.ground, {{80000, -20000}, {100000, -20000}, {100000, 0}, {80000, 0}}});
    scene.network = networkOf(scene.walkable);
    const PassageIndex out = passageOf(scene.rightExit, false);
    EXPECT_NEAR(metresBeyond(scene.walkable, scene.network, out, {Goal::Kind::Assembly, {}, {}}), 43.0, 2.0);
    EXPECT_EQ(metresBeyond(scene.walkable, scene.network, out, {}), 0.0);
}

}
}
