#include "scenarios/maker/maker.hpp"

#include <utility>

namespace stairwise::samples {

Scenario teachingBuildingBreak()
{
    Scenario scenario;
    scenario.name = "示例中学：大课间出操";
    scenario.source = "Invented: to the playground for exercises, a grade every 90 s, the lowest storeys first";
    scenario.school = "school.school.json";
    scenario.situation = Situation::Break;
    scenario.destination = Destination::Assembly;
    // Nobody packs: log-normal, median 15 s, geometric standard deviation 1.5, 3 to 60 s; assumed.
    scenario.preMovement = {Distribution::Kind::LogNormal, 15.0, 1.5, 3.0, 60.0};
    for (int grade = 7; grade <= 9; ++grade) {
        Release release;
        release.grades = {grade};
        release.time = 90.0 * (grade - 7);
        scenario.releases.push_back(std::move(release));
    }
    return scenario;
}

}
