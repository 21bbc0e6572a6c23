#include "editor/model/derived.hpp"

#include "sim/egress/check.hpp"
#include "sim/school/edit.hpp"
#include "tests/editor_model/campus.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <random>

namespace stairwise::editor {
namespace {

using Shared = std::shared_ptr<const School>;

Shared shared(School school)
{
    return std::make_shared<const School>(std::move(school));
}

/// A copy with one storey that may be changed.
template <class Change> Shared changed(const School& school, std::size_t building, std::size_t storey, Change change)
{
    School next = school;
    Storey own = *next.buildings[building].storeys[storey];
    change(own);
    next.buildings[building].storeys[storey] = std::make_shared<const Storey>(std::move(own));
    return shared(std::move(next));
}

void expectSameWays(const SurfaceWays& a, const SurfaceWays& b, const std::string& element)
{
    EXPECT_EQ(a.portals, b.portals) << element;
    EXPECT_EQ(a.floor->open, b.floor->open) << element;
    EXPECT_EQ(a.floor->clearance, b.floor->clearance) << element;
    EXPECT_EQ(*a.apart, *b.apart) << element;
    EXPECT_EQ(*a.shortest, *b.shortest) << element;
    EXPECT_EQ(*a.width, *b.width) << element;
    ASSERT_EQ(a.fields.size(), b.fields.size()) << element;
    for (std::size_t f = 0; f < a.fields.size(); ++f) {
        EXPECT_EQ(a.fields[f]->distance, b.fields[f]->distance) << element;
        EXPECT_EQ(a.fields[f]->dirX, b.fields[f]->dirX) << element;
        EXPECT_EQ(a.fields[f]->dirY, b.fields[f]->dirY) << element;
    }
}

void expectSame(const std::vector<Finding>& a, const std::vector<Finding>& b)
{
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].rule, b[i].rule);
        EXPECT_EQ(a[i].element, b[i].element);
        EXPECT_EQ(a[i].measured, b[i].measured);
        EXPECT_EQ(a[i].required, b[i].required);
    }
}

void expectSame(const Derived& lent, const School& school)
{
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    EXPECT_EQ(lent.walkable.hash, walkable.hash);
    ASSERT_EQ(lent.network.surfaces.size(), network.surfaces.size());
    for (std::size_t s = 0; s < network.surfaces.size(); ++s)
        expectSameWays(lent.network.surfaces[s], network.surfaces[s], walkable.surfaces[s].element);
    ASSERT_EQ(lent.network.areas.size(), network.areas.size());
    for (std::size_t a = 0; a < network.areas.size(); ++a) {
        EXPECT_EQ(lent.network.areas[a].field->distance, network.areas[a].field->distance);
        EXPECT_EQ(*lent.network.areas[a].away, *network.areas[a].away);
    }
    expectSame(lent.findings, check(school, walkable, network));
    EXPECT_EQ(lent.withoutSecond, withoutSecondWay(school, walkable, network));
}

/// Something that a hand might do to a storey.
void disturb(Storey& storey, std::mt19937& chance)
{
    const auto any = [&](const auto& list) { return static_cast<std::size_t>(chance() % list.size()); };
    switch (chance() % 6) {
    case 0:
        storey.spaces.erase(storey.spaces.begin() + static_cast<std::ptrdiff_t>(any(storey.spaces)));
        break;
    case 1:
        if (!storey.doors.empty())
            storey.doors.erase(storey.doors.begin() + static_cast<std::ptrdiff_t>(any(storey.doors)));
        break;
    case 2:
        if (!storey.doors.empty()) storey.doors[any(storey.doors)].state = DoorState::Locked;
        break;
    case 3:
        for (Point& point : storey.spaces[any(storey.spaces)].polygon.outer) point.x += 40;
        break;
    case 4: {
        const Point at = storey.spaces[any(storey.spaces)].polygon.outer.front();
        storey.obstacles.push_back({{"o" + std::to_string(chance())},
                                    {{at.x + 500, at.y + 500},
                                     {at.x + 1500, at.y + 500},
                                     {at.x + 1500, at.y + 1200},
                                     {at.x + 500, at.y + 1200}}});
        break;
    }
    default:
        std::rotate(storey.spaces.begin(), storey.spaces.begin() + 1, storey.spaces.end());
    }
}

double secondsOf(const auto& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Derived, IsTheSameWhateverWasLent)
{
    std::mt19937 chance(7);
    School school = campusOf(1);
    school.grounds = {}; // a yard's fields take longest and are tried below
    auto derived = derivedOf(shared(school), nullptr);
    for (int i = 0; i < 40; ++i) {
        const auto next = changed(*derived->school, 0, chance() % 5, [&](Storey& storey) { disturb(storey, chance); });
        derived = derivedOf(next, derived.get());
        if (i % 4 == 3) expectSame(*derived, *next);
        if (HasFailure()) FAIL() << "after change " << i;
    }
}

TEST(Derived, IsTheSameWhenTheYardChanges)
{
    const auto first = derivedOf(shared(campusOf(1)), nullptr);
    School school = *first->school;
    school.grounds.obstacles.push_back({{"o"}, {{-9000, -9000}, {-5000, -9000}, {-5000, -5000}, {-9000, -5000}}});
    std::swap(school.grounds.assemblyAreas[0], school.grounds.assemblyAreas[1]);
    expectSame(*derivedOf(shared(school), first.get()), school);
    std::swap(school.grounds.assemblyAreas[0], school.grounds.assemblyAreas[2]); // nothing else: all is lent
    expectSame(*derivedOf(shared(school), derivedOf(shared(school), first.get()).get()), school);
}

TEST(Derived, SharesWhatDidNotChange)
{
    const auto first = derivedOf(shared(campusOf(1)), nullptr);
    const auto next = changed(*first->school, 0, 2, [](Storey& storey) { storey.doors.erase(storey.doors.begin()); });
    const auto second = derivedOf(next, first.get());
    std::size_t made = 0;
    for (std::size_t s = 0; s < second->network.surfaces.size(); ++s)
        made += second->network.surfaces[s].floor.shares(first->network.surfaces[s].floor) ? 0 : 1;
    EXPECT_EQ(made, 2); // the room and the corridor
}

// The bound is that of an edit on a school of 1,000 spaces; a loaded machine of the tests may be slower.
TEST(Derived, ChecksAnEditOfAThousandSpacesAtOnce)
{
    const auto first = derivedOf(shared(campusOf(16)), nullptr);
    const auto doorGone =
        changed(*first->school, 9, 2, [](Storey& storey) { storey.doors.erase(storey.doors.begin()); });
    const auto roomMoved = changed(*first->school, 9, 2, [](Storey& storey) {
        for (Point& point : storey.spaces.front().polygon.outer) point.y -= 100;
    });
    School yard = *first->school;
    yard.grounds.obstacles.push_back({{"o"}, {{-9000, -9000}, {-5000, -9000}, {-5000, -5000}, {-9000, -5000}}});
    for (const auto& [name, next] : {std::pair{"a door of a corridor", doorGone}, std::pair{"a room", roomMoved},
                                     std::pair{"the yard", shared(yard)}}) {
        double best = 1e9;
        for (int i = 0; i < 5; ++i) best = std::min(best, secondsOf([&] { (void)derivedOf(next, first.get()); }));
        std::printf("%s: %.0f ms\n", name, 1000.0 * best);
        EXPECT_LT(best, 0.4) << name;
    }
}

TEST(Deriver, EndsWithTheNewest)
{
    const auto first = shared(campusOf(1));
    Deriver deriver;
    EXPECT_FALSE(deriver.busy());
    EXPECT_EQ(deriver.latest(), nullptr);
    Shared last;
    for (std::size_t i = 0; i < 20; ++i) {
        last = changed(*first, 0, i % 5, [](Storey& storey) { storey.doors.pop_back(); });
        EXPECT_LT(secondsOf([&] { deriver.want(last); }), 0.05);
    }
    EXPECT_TRUE(deriver.busy());
    deriver.wait();
    EXPECT_FALSE(deriver.busy());
    EXPECT_EQ(deriver.latest()->school, last);
}

TEST(Deriver, GoesAwayInTheMiddleOfItsWork)
{
    Deriver deriver;
    deriver.want(shared(campusOf(1)));
}

}
}
