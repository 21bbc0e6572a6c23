// IMO MSC.1/Circ.1533, numbers as there.
#include "tests/verify/scenes.hpp"

#include <gmock/gmock.h>

namespace stairwise::scenes {
namespace {

// 100 people of 1.3 m/s in a room of 8 × 5 m, a door of 1.0 m in the middle of a 5 m wall.
Scenario hundred(std::uint64_t seed)
{
    std::vector<ListedPerson> people;
    for (int i = 0; i < 100; ++i) people.push_back(someone(500 + 740 * (i % 10), 400 + 460 * (i / 10), 1.3));
    Scenario scenario = with(people);
    scenario.seed = seed;
    return scenario;
}

// A room outside keeps the door a door: nobody vanishes in it.
School roomWithADoor(int width)
{
    const int low = 2500 - width / 2;
    return oneStorey({room("R", "R", SpaceKind::Classroom, rectangle(0, 0, 8000, 5000)),
                      room("O", "O", SpaceKind::Hall, rectangle(8200, -2000, 14000, 7000))},
                     {opening("D", {8100, low}, {8100, low + width}), exitTo("E", {14000, -2000}, {14000, 7000})});
}

TEST(Imo4, AHundredPeopleLeaveARoomByAOneMetreDoorAtTheFlowThatWasMeasured)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const RunResult result = simulated(roomWithADoor(1000), hundred(seed));
        ASSERT_EQ(result.ending, Ending::Empty);
        double first = 1e9;
        double last = 0.0;
        for (const PersonResult& person : result.persons) {
            ASSERT_TRUE(person.leftRoom.has_value());
            first = std::min(first, *person.leftRoom);
            last = std::max(last, *person.leftRoom);
        }
        const double flow = 99.0 / (last - first);
        RecordProperty("persons_per_second_seed_" + std::to_string(seed), std::to_string(flow));
        EXPECT_GE(flow, 1.3) << "seed " << seed;
        EXPECT_LE(flow, 2.3) << "seed " << seed;
    }
}

TEST(Imo4, NobodyIsPressedIntoAWallOrAnotherPerson)
{
    const Seen seen = watched(roomWithADoor(1000), hundred(1), 300.0);
    EXPECT_EQ(seen.gone, 100U);
    EXPECT_LE(seen.farthestOutside, 0.001);
    EXPECT_LE(seen.deepestOverlap, 0.20);
}

}
}
