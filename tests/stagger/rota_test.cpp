#include "sim/stagger/rota.hpp"

#include "tests/egress/building.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace stairwise {
namespace {

const std::vector<StairPost> kTwo{{{"S1"}, {"F2"}}, {{"S2"}, {"F2"}}};

School withGates(std::size_t gates)
{
    School school = building::Plan().made();
    for (std::size_t g = 0; g < gates; ++g) {
        Gate gate;
        gate.id = {"G" + std::to_string(g)};
        school.grounds.gates.push_back(gate);
    }
    school.staff = {{{"guard-a"}, StaffRole::Guard, {"101"}},
                    {{"head"}, StaffRole::Principal, {}},
                    {{"t-1"}, StaffRole::Teacher, {}},
                    {{"c-1"}, StaffRole::ClassTeacher, {"101"}},
                    {{"w-1"}, StaffRole::StairWarden, {}}};
    return school;
}

TEST(DutyPosts, BeginWithTheGates)
{
    const auto posts = dutyPosts(withGates(2), {}, kTwo);
    ASSERT_EQ(posts.size(), 4U);
    EXPECT_EQ(posts[0].kind, DutyKind::Gate);
    EXPECT_EQ(posts[0].holder, DutyHolder::Guard);
    EXPECT_EQ(posts[1].gate.value, "G1");
    EXPECT_EQ(posts[1].holder, DutyHolder::Teacher); // there is one guard
    EXPECT_EQ(posts[2].stair, kTwo[0]);
}

TEST(DutyPosts, KeepGuardsAtTheirPlaceWhereThereIsNoGate)
{
    const School school = withGates(0);
    const auto posts = dutyPosts(school, {}, {});
    ASSERT_EQ(posts.size(), 1U);
    EXPECT_EQ(posts[0].space.value, "101");
    const Rota rota = rotaOf(posts, dutyPeople(school, {"Ann"}), 3);
    for (const auto& week : rota) EXPECT_EQ(week[0], "guard-a");
}

TEST(DutyPosts, HoldTheWardensThatTheScenarioHasAlreadyOnce)
{
    Scenario scenario = withPosts({}, {kTwo[1]});
    scenario.wardens.push_back(scenario.wardens[0]);
    const auto posts = dutyPosts(withGates(0), scenario, {kTwo[0]});
    ASSERT_EQ(posts.size(), 3U);
    EXPECT_EQ(posts[1].stair, kTwo[1]);
    EXPECT_EQ(posts[2].stair, kTwo[0]);
}

TEST(DutyPeople, AreNamesElseStairWardensAndTeachersWithoutAClass)
{
    const DutyPeople staff = dutyPeople(withGates(1), {});
    EXPECT_EQ(staff.guards, (std::vector<std::string>{"guard-a"}));
    EXPECT_EQ(staff.teachers, (std::vector<std::string>{"w-1", "t-1"}));
    EXPECT_EQ(dutyPeople(withGates(1), {"Ann"}).teachers, (std::vector<std::string>{"Ann"}));
}

std::vector<DutyPost> stairs(std::size_t count)
{
    std::vector<DutyPost> posts(count);
    for (std::size_t p = 0; p < count; ++p) posts[p].stair.stair = {"S" + std::to_string(p)};
    return posts;
}

std::vector<std::string> people(std::size_t count)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) names.push_back("P" + std::to_string(i));
    return names;
}

TEST(Rota, GivesEverybodyTheSameNumberOfDutiesButForOne)
{
    for (const std::size_t posts : {1U, 2U, 3U, 5U})
        for (const std::size_t names : {5U, 6U, 7U, 12U}) {
            const Rota rota = rotaOf(stairs(posts), {{}, people(names)}, 20);
            std::map<std::string, std::size_t> duties;
            for (const std::string& name : people(names)) duties[name] = 0;
            for (const auto& week : rota) {
                EXPECT_EQ(std::set<std::string>(week.begin(), week.end()).size(), posts); // nobody at two posts
                for (const std::string& name : week) ++duties[name];
            }
            const auto [least, most] = std::ranges::minmax_element(duties, {}, [](const auto& d) { return d.second; });
            EXPECT_LE(most->second - least->second, 1U) << posts << " posts, " << names << " names";
        }
}

TEST(Rota, LetsNobodyStandAtOnePostForEver)
{
    for (const std::size_t names : {3U, 6U, 7U}) { // also where the same three always come together
        const Rota rota = rotaOf(stairs(3), {{}, people(names)}, 21);
        std::map<std::pair<std::string, std::size_t>, std::size_t> stood;
        for (const std::string& name : people(names))
            for (std::size_t p = 0; p < 3; ++p) stood[{name, p}] = 0;
        for (const auto& week : rota)
            for (std::size_t p = 0; p < 3; ++p) ++stood[{week[p], p}];
        const auto [least, most] = std::ranges::minmax_element(stood, {}, [](const auto& s) { return s.second; });
        EXPECT_LE(most->second - least->second, 2U) << names;
    }
}

TEST(Rota, LeavesTheLastPostsEmptyWhereNamesAreTooFew)
{
    const Rota rota = rotaOf(stairs(3), {{}, {"Ann", "Bo"}}, 2);
    for (const auto& week : rota) {
        EXPECT_FALSE(week[0].empty());
        EXPECT_FALSE(week[1].empty());
        EXPECT_EQ(week[2], "");
    }
}

std::vector<std::string> namesIn(std::string_view text)
{
    const auto names = parseNames(text, "names.csv");
    return names ? names.value() : std::vector<std::string>{};
}

TEST(Names, StandOneALineWithOrWithoutAHead)
{
    const std::vector<std::string> both{"张一", "Bo, the second"};
    EXPECT_EQ(namesIn("\xEF\xBB\xBF姓名\r\n张一\r\n\r\n\"Bo, the second\"\r\n"), both);
    EXPECT_EQ(namesIn("张一,\n\"Bo, the second\",,\n"), both); // spreadsheets leave commas behind
}

TEST(Names, AreRefusedWhereTheyCannotBeRead)
{
    struct Bad {
        std::string_view text, what, place;
    };
    for (const Bad& bad : {Bad{"", "rota.no_names", ""}, Bad{"\n \n", "rota.no_names", ""},
                           Bad{"姓名\n", "rota.no_names", ""}, Bad{"name,phone\nAnn,1\n", "rota.columns", "1"},
                           Bad{"Ann\nBo,7\n", "rota.columns", "2"}, Bad{"Ann\nBo\nAnn\n", "rota.name_twice", "3"},
                           Bad{"Ann\x01\n", "rota.no_name", "1"}, Bad{"\xD5\xC5\xD2\xBB\n", "rota.not_utf8", ""}}) {
        const auto names = parseNames(bad.text, "names.csv");
        ASSERT_FALSE(names) << bad.text;
        EXPECT_EQ(names.fault().what.key, bad.what) << bad.text;
        EXPECT_EQ(names.fault().place, bad.place) << bad.text;
    }
    EXPECT_FALSE(parseNames(std::string(kLongestName + 1, 'x'), "names.csv"));
    std::string many;
    for (std::size_t i = 0; i <= kMostNames; ++i) many += "P" + std::to_string(i) + "\n";
    EXPECT_FALSE(parseNames(many, "names.csv"));
}

}
}
