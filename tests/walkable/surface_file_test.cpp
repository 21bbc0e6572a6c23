#include "sim/walkable/surface_file.hpp"

#include "tests/walkable/build.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

/// Two storeys, a stair, an obstacle in a room, a yard with an assembly area.
School small()
{
    Storey ground = storey(1, {space("room", box(0, 2600, 9000, 9000)), space("corridor", box(0, 0, 9000, 2400))},
                           {door("D", {1000, 2500}, {2000, 2500}, 1000), exitDoor("E", {0, 2000}, {0, 500}, 1500)});
    ground.obstacles.push_back({{"pillar"}, box(3000, 4000, 3500, 4500)});
    Stair stair = dogLeg(2);
    stair.origin = {9000, 0};
    School school = schoolOf({ground, storey(2, {space("upper", box(0, 0, 9000, 2400))})}, {stair});
    school.grounds.spaces.push_back(space("yard", box(-20000, -9000, -200, 9000), SpaceKind::Outdoor));
    school.grounds.assemblyAreas.push_back({{"P"}, "", box(-15000, 0, -10000, 5000), {}});
    return school;
}

Walkable changed(const std::string& from, const std::string& to)
{
    std::string text = formatSurfaces(walkableOf(small()));
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::out_of_range(from);
    return parseSurfaces(text.replace(at, from.size(), to), "surfaces.json").value();
}

std::string why(const std::string& from, const std::string& to)
{
    std::string text = formatSurfaces(walkableOf(small()));
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::out_of_range(from);
    const auto read = parseSurfaces(text.replace(at, from.size(), to), "surfaces.json");
    return read ? std::string("read") : std::string(read.fault().what.key);
}

TEST(SurfaceFile, IsReadBackAsTheFloorsOfItsHash)
{
    const Walkable walkable = walkableOf(small());
    ASSERT_EQ(walkable.assemblies.size(), 1U);
    const std::string text = formatSurfaces(walkable);
    const auto read = parseSurfaces(text, "surfaces.json");
    ASSERT_TRUE(read) << read.fault().what.key << " " << read.fault().place;
    EXPECT_EQ(read.value().hash, walkable.hash);
    EXPECT_EQ(formatSurfaces(read.value()), text);
    EXPECT_FALSE(otherFloor(walkable, read.value()));
}

TEST(SurfaceFile, OfNobodysFloorIsRefused)
{
    EXPECT_EQ(why("\"a\": 0", "\"a\": 99"), "json.out_of_range");
    EXPECT_EQ(why("\"surface\": ", "\"surface\": 99"), "json.out_of_range");
    EXPECT_EQ(why("\"version\": 1", "\"version\": 2"), "json.newer_version");
    EXPECT_EQ(why("\"elevation\": 0", "\"elevation\": 1e300"), "json.out_of_range");
    EXPECT_EQ(why("\"uphill\": [0, 0]", "\"uphill\": [0]"), "shape.not_so_many");
    EXPECT_EQ(why("[3000, 4500]", "[3000, 400]"), "shape.crosses_itself");
    EXPECT_EQ(why("\"element\": \"room\", ", ""), "json.missing_key");
    EXPECT_EQ(why("\"exit\": ", "\"width\": 9, \"exit\": "), "json.unknown_key");
}

TEST(OtherFloor, IsNotAMillimetreThatALibraryRounds)
{
    EXPECT_FALSE(otherFloor(walkableOf(small()), changed("[9000, 9000]", "[9001, 9000]")));
    EXPECT_FALSE(otherFloor(walkableOf(small()), changed("[3500, 4500]", "[3497, 4502]")));
    EXPECT_FALSE(
        otherFloor(walkableOf(small()), changed("[[1000, 2500], [2000, 2500]]", "[[998, 2500], [2000, 2500]]")));
}

TEST(OtherFloor, IsAWiderRoomOrDoorALostPillarAndALowerStep)
{
    const Walkable own = walkableOf(small());
    EXPECT_EQ(otherFloor(own, changed("[9000, 9000]", "[9010, 9000]")), "room");
    EXPECT_EQ(otherFloor(own, changed("[9000, 9000]", "[8990, 9000]")), "room");
    EXPECT_EQ(otherFloor(own, changed("[3500, 4500]", "[3300, 4300]")), "room");
    EXPECT_TRUE(otherFloor(own, changed("[[1000, 2500], [2000, 2500]]", "[[990, 2500], [2000, 2500]]")));
    EXPECT_TRUE(otherFloor(own, changed("\"riser\": 0.15", "\"riser\": 0.14")));
    EXPECT_TRUE(otherFloor(own, changed("\"state\": \"open\"", "\"state\": \"locked\"")));
    Walkable less = own;
    less.portals.pop_back();
    EXPECT_TRUE(otherFloor(own, less));
    less = own;
    less.assemblies.clear();
    EXPECT_TRUE(otherFloor(own, less));
    less = own;
    less.surfaces.pop_back();
    EXPECT_TRUE(otherFloor(own, less));
}

}
}
