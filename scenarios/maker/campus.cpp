#include "scenarios/maker/maker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise::samples {
namespace {

constexpr int kBuildings = 3;
constexpr int kApart = 90'000; // from one to the next
constexpr int kWide = 58'530;  // outer faces of the sample building
constexpr int kDeep = 18'200;
constexpr int kPupils = 50;
constexpr const char* kKeys[kBuildings] = {"P", "Q", "R"};
constexpr const char* kGrades[kBuildings] = {"七", "八", "九"};

void shift(Ring& ring, int by)
{
    for (Point& point : ring) point.x += by;
}

// The same storey under other ids, further east.
Storey moved(Storey storey, const std::string& key, int by)
{
    storey.id.value = key + storey.id.value;
    for (Space& space : storey.spaces) {
        space.id.value = key + space.id.value;
        shift(space.polygon.outer, by);
    }
    for (Door& one : storey.doors) {
        one.id.value = key + one.id.value;
        if (!one.name.empty()) one.name = key + one.name;
        one.at.a.x += by;
        one.at.b.x += by;
    }
    for (Equipment& one : storey.equipment) {
        one.id.value = key + one.id.value;
        one.at.x += by;
    }
    return storey;
}

Building moved(const Building& from, const std::string& key, int by)
{
    Building building;
    building.id.value = key;
    building.name = key + "楼";
    for (const auto& storey : from.storeys)
        building.storeys.push_back(std::make_shared<const Storey>(moved(*storey, key, by)));
    for (Stair stair : from.stairs) {
        stair.id.value = key + stair.id.value;
        stair.name = key + "楼" + stair.name;
        stair.origin.x += by;
        for (StoreyId& storey : stair.storeys) storey.value = key + storey.value;
        building.stairs.push_back(std::move(stair));
    }
    return building;
}

// The 36 rooms of the sample school, and four more: 40 classes.
std::vector<std::string> roomsOf(const School& sample)
{
    std::vector<std::string> rooms;
    for (const SchoolClass& own : sample.classes) rooms.push_back(own.homeroom.value);
    for (const char* more : {"107", "108", "2B1", "2B2"}) rooms.emplace_back(more);
    return rooms;
}

}

School campus()
{
    const School sample = teachingBuilding();
    School school;
    school.name = "三栋教学楼";
    school.source = "Invented: the workload of 120 classes, 6,000 pupils, three buildings and one gate.";
    school.code = sample.code;
    Space yard = room("yard", "操场", SpaceKind::Outdoor,
                      rectangle(-12'000, -55'000, (kBuildings - 1) * kApart + kWide + 12'000, 28'000));
    const auto rooms = roomsOf(sample);
    for (int b = 0; b < kBuildings; ++b) {
        const int x = b * kApart;
        school.buildings.push_back(moved(sample.buildings.front(), kKeys[b], x));
        yard.polygon.holes.push_back({{x, 0}, {x, kDeep}, {x + kWide, kDeep}, {x + kWide, 0}});
        for (std::size_t i = 0; i < rooms.size(); ++i) {
            const int number = static_cast<int>(i) + 1;
            const std::string id = fmt::format("{}-{}", 7 + b, number);
            school.classes.push_back({{id},
                                      fmt::format("{}年级（{}）班", kGrades[b], number),
                                      7 + b,
                                      number,
                                      {kKeys[b] + rooms[i]},
                                      kPupils,
                                      0,
                                      {}});
        }
    }
    school.grounds.spaces.push_back(std::move(yard));
    const int middle = kApart + kWide / 2;
    school.grounds.gates.push_back({{"G1"}, "校门", {{middle - 3000, -55'000}, {middle + 3000, -55'000}}, 6000});
    return school;
}

Scenario campusDismissal()
{
    Scenario scenario;
    scenario.name = "全校同时放学";
    scenario.source = "Everybody released at the bell: what staggering is measured against";
    scenario.school = "campus.school.json";
    scenario.situation = Situation::Dismissal;
    scenario.preMovement = teachingBuildingFireDrill().preMovement;
    scenario.releases.push_back({});
    return scenario;
}

}
