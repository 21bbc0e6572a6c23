#include "scenarios/maker/random_school.hpp"

#include "scenarios/maker/maker.hpp"
#include "scenarios/maker/random_parts.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace stairwise::samples {
namespace {

double openArea(const StoreyDraft& draft, const Space& space)
{
    const Box box = boxOf(space.polygon.outer);
    double left = area(space.polygon);
    for (const Obstacle& obstacle : draft.storey.obstacles) {
        const Point at = obstacle.polygon.front();
        if (at.x >= box.low.x && at.x <= box.high.x && at.y >= box.low.y && at.y <= box.high.y)
            left -= area({obstacle.polygon, {}});
    }
    return left;
}

// Classes have 35 pupils or so, and one room in three stays empty.
int classroomsOn(const CaseDraft& draft)
{
    return 1 + draft.people / (25 * draft.plan.storeys);
}

// One room of each storey after another, the topmost first, so that few classes too are spread over the house.
std::vector<std::pair<const StoreyDraft*, const Space*>> classrooms(const CaseDraft& draft)
{
    std::vector<std::pair<const StoreyDraft*, const Space*>> rooms;
    std::size_t most = 0;
    for (const StoreyDraft& storey : draft.storeys) most = std::max(most, storey.rooms.size());
    for (std::size_t i = 0; i < most; ++i)
        for (auto storey = draft.storeys.rbegin(); storey != draft.storeys.rend(); ++storey) {
            if (i >= storey->rooms.size()) continue;
            const Space& space = storey->storey.spaces[storey->rooms[i].space];
            if (space.kind == SpaceKind::Classroom) rooms.emplace_back(&*storey, &space);
        }
    return rooms;
}

void enrol(School& school, const CaseDraft& draft)
{
    Dice dice(draft.seed, Part::People);
    const int lowest = dice.of(std::array{1, 3, 7, 10});
    int left = draft.people;
    for (const auto& [storey, space] : classrooms(draft)) {
        const int most = std::min({60, left, static_cast<int>(openArea(*storey, *space) * 1.6)});
        if (most < 20) continue;
        SchoolClass made;
        made.number = static_cast<int>(school.classes.size()) + 1;
        made.grade = std::min(lowest + dice.between(0, 2), 12);
        made.id = {fmt::format("{}-{}", made.grade, made.number)};
        made.name = fmt::format("{}年级（{}）班", made.grade, made.number);
        made.homeroom = space->id;
        made.pupils = dice.between(20, most);
        left -= made.pupils;
        if (dice.chance(0.1)) made.assistedPupils = dice.between(1, 2);
        if (dice.chance(0.7)) {
            made.teacher = {"T" + made.id.value};
            school.staff.push_back({made.teacher, StaffRole::ClassTeacher, space->id});
        }
        school.classes.push_back(std::move(made));
    }
    school.code.kind = lowest >= 7 ? SchoolKind::Secondary : SchoolKind::Primary;
}

// Before one exit an open yard, with an assembly area in the middle of it.
void openGrounds(School& school, const StoreyDraft& ground)
{
    if (!ground.yard) return;
    school.grounds.spaces.push_back(*ground.yard);
    const Box box = boxOf(ground.yard->polygon.outer);
    AssemblyArea place;
    place.id = {"A1"};
    place.name = "集合点";
    const int dx = (box.high.x - box.low.x) / 4;
    const int dy = (box.high.y - box.low.y) / 4;
    place.polygon = rectangle(box.low.x + dx, box.low.y + dy, box.high.x - dx, box.high.y - dy);
    school.grounds.assemblyAreas.push_back(std::move(place));
}

CaseDraft draftOf(std::uint64_t seed)
{
    CaseDraft draft;
    draft.seed = seed;
    draft.plan = randomPlan(seed);
    Dice dice(seed, Part::Shape, 1'000'000);
    const double share = dice.share();
    draft.people = 50 + static_cast<int>(550.0 * share * share); // more small schools than large ones: time
    for (int s = 1; s <= draft.plan.storeys; ++s) {
        draft.storeys.push_back(randomStorey(draft.plan, seed, s, classroomsOn(draft)));
        placeObstacles(draft.storeys.back(), draft.plan, seed);
    }
    lockDoors(draft);
    return draft;
}

}

School randomSchoolOf(const CaseDraft& draft)
{
    School school;
    school.name = fmt::format("Random school {}", draft.seed);
    school.source = "Drawn at random; no real site";
    school.code.edition = CodeEdition::Strictest;
    Building building;
    building.id = {"B"};
    building.name = "教学楼";
    for (const StoreyDraft& storey : draft.storeys)
        building.storeys.push_back(std::make_shared<const Storey>(storey.storey));
    for (const Shaft& shaft : draft.plan.shafts) building.stairs.push_back(shaft.stair);
    school.buildings.push_back(std::move(building));
    openGrounds(school, draft.storeys.front());
    enrol(school, draft);
    return school;
}

RandomCase randomCase(std::uint64_t seed)
{
    const CaseDraft draft = draftOf(seed);
    RandomCase made;
    made.school = randomSchoolOf(draft);
    made.scenario = randomScenarioOf(draft, made.school);
    made.walledIn = draft.walledIn;
    return made;
}

}
