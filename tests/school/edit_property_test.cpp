// Whatever is edited, undone and redone: every version is a school that its file holds, and the way back ends where it
// began.
#include "sim/base/random.hpp"
#include "sim/school/class_list.hpp"
#include "sim/school/edits.hpp"
#include "sim/school/elements.hpp"
#include "sim/school/new_year.hpp"
#include "tests/school/edited.hpp"

namespace stairwise {
namespace {

constexpr int kEdits = 10'000;

class Chance {
public:
    explicit Chance(std::uint64_t seed) : seed_(seed) {}
    int below(int most)
    {
        return static_cast<int>(randomBits({seed_, ++drawn_, 0, 0}) % static_cast<std::uint64_t>(most));
    }
    int between(int low, int high) { return low + below(high - low + 1); }
    template <class T> const T& of(const std::vector<T>& list)
    {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }
    Point point() { return {100 * between(-100, 700), 100 * between(-200, 300)}; }

private:
    std::uint64_t seed_;
    std::uint64_t drawn_ = 0;
};

/// What a hand may do to a school, sense and nonsense.
class Hand {
public:
    Hand(const School& school, Chance& chance) : school_(school), chance_(chance)
    {
        eachElement(school, [this](std::string_view id, const Element& element) {
            ids_.emplace_back(id);
            if (element.as<Storey>() != nullptr) storeys_.push_back(element.as<Storey>()->id);
        });
        ids_.emplace_back("nothing");
        storeys_.emplace_back();
    }
    Edit edit()
    {
        const std::vector<std::string> some{chance_.of(ids_), chance_.of(ids_)};
        switch (chance_.below(14)) {
        case 0:
            return moved(school_, some, {100 * chance_.between(-20, 20), 100 * chance_.between(-20, 20)});
        case 1:
            return turned(school_, some, quarterTurn(chance_.point()));
        case 2:
            return turned(school_, some, mirrorAcross(chance_.point()));
        case 3:
            return arrayed(school_, some, {100 * chance_.between(-90, 90), 0}, chance_.below(3));
        case 4:
            return chance_.below(20) == 0 ? storeyCopiedUp(school_, chance_.of(storeys_)) : Edit{};
        case 5:
            return {{}, {Remove{chance_.of(ids_)}}};
        case 6:
        case 7:
            return {{}, {PutSpace{chance_.of(storeys_), room()}}};
        case 8:
        case 9:
            return {{}, {PutDoor{chance_.of(storeys_), door()}}};
        case 10:
            return {{}, {PutBuilding{{"B"}, "楼"}, storey(), stair()}};
        case 11:
            return wallThrough(school_, {chance_.of(ids_)}, {chance_.point(), chance_.point()}, 200);
        case 12:
            return readClassList("701\t" + std::to_string(chance_.below(60)) + "\t" + chance_.of(ids_), school_).edit;
        default:
            return chance_.below(10) == 0 ? newYear(school_).edit : Edit{{}, {person()}};
        }
    }

private:
    std::string id(const char* prefix) { return prefix + std::to_string(chance_.below(8)); }
    Space room()
    {
        const Point a = chance_.point();
        const Point b = chance_.point(); // either way round, sometimes without an area
        return {{id("R")},
                "",
                chance_.below(2) == 0 ? SpaceKind::Outdoor : SpaceKind::Hall,
                {{a, {b.x, a.y}, b, {a.x, b.y}}, {}}};
    }
    Door door()
    {
        Door made;
        made.id.value = id("D");
        made.at.a = chance_.point();
        made.at.b = {made.at.a.x + 1000, made.at.a.y};
        made.clearWidth = chance_.between(0, 1010);
        return made;
    }
    Change storey()
    {
        Storey made;
        made.number = chance_.between(1, 8);
        made.id.value = "F" + std::to_string(made.number);
        made.elevation = 3600 * (made.number - 1);
        return PutStorey{{"B"}, made};
    }
    Change stair()
    {
        Stair made;
        made.id.value = id("S");
        made.origin = chance_.point();
        made.clearWidth = 1500;
        made.tread = 280;
        made.riser = 150;
        made.halfLandingDepth = 1500;
        made.storeys = {chance_.of(storeys_), chance_.of(storeys_)};
        made.steps = {{12, 12}};
        return PutStair{{"B"}, made};
    }
    Change person()
    {
        if (chance_.below(2) == 0) return Staff{{id("T")}, StaffRole::Guard, {chance_.of(ids_)}};
        return AssemblyArea{{id("A")}, "", {{0, 0}, {5000, 0}, {0, 5000}}, {{chance_.of(ids_)}}};
    }

    const School& school_;
    Chance& chance_;
    std::vector<std::string> ids_;
    std::vector<StoreyId> storeys_;
};

void expectToReadBack(const School& school)
{
    const auto again = parseSchool(formatSchool(school), "again");
    ASSERT_TRUE(again.ok()) << placeAndKey(again.fault());
    ASSERT_TRUE(again.value() == school);
}

TEST(EditsProperty, TenThousandEditsUndosAndRedosEndWhereTheyBegan)
{
    const School first = sampleSchool("chengan");
    const std::string text = formatSchool(first);
    std::vector<School> versions{first};
    std::size_t at = 0;
    Chance chance(5);
    int applied = 0;
    for (int i = 0; i < kEdits; ++i) {
        const int move = chance.below(4);
        if (move == 0 && at > 0) {
            --at;
        } else if (move == 1 && at + 1 < versions.size()) {
            ++at;
        } else {
            const auto next = apply(versions[at], Hand(versions[at], chance).edit());
            if (!next) continue;
            ASSERT_NO_FATAL_FAILURE(expectToReadBack(next.value())) << i;
            versions.resize(at + 1);
            versions.push_back(next.value());
            ++at;
            ++applied;
        }
    }
    EXPECT_GT(applied, kEdits / 5);
    EXPECT_EQ(formatSchool(versions.front()), text);
    for (std::size_t i = 1; i < versions.size(); ++i) expectToReadBack(versions[i]); // none was touched by a later one
}

}
}
