#include "sim/stagger/rota.hpp"

#include <algorithm>

namespace stairwise {
namespace {

std::vector<const Staff*> guardsOf(const School& school)
{
    std::vector<const Staff*> guards;
    for (const Staff& staff : school.staff)
        if (staff.role == StaffRole::Guard) guards.push_back(&staff);
    return guards;
}

void addGates(std::vector<DutyPost>& posts, const School& school)
{
    const std::vector<const Staff*> guards = guardsOf(school);
    for (std::size_t g = 0; g < school.grounds.gates.size(); ++g) {
        DutyPost post;
        post.kind = DutyKind::Gate;
        post.holder = g < guards.size() ? DutyHolder::Guard : DutyHolder::Teacher;
        post.gate = school.grounds.gates[g].id;
        posts.push_back(post);
    }
    if (!school.grounds.gates.empty()) return;
    for (const Staff* guard : guards) {
        if (guard->place.none()) continue; // nobody knows where
        DutyPost post;
        post.kind = DutyKind::Place;
        post.holder = DutyHolder::Guard;
        post.space = guard->place;
        post.guard = guard->id;
        posts.push_back(post);
    }
}

void addStair(std::vector<DutyPost>& posts, const StairPost& stair)
{
    DutyPost post;
    post.stair = stair;
    if (std::ranges::find(posts, post) == posts.end()) posts.push_back(post);
}

// How often each has stood at each post.
using Stood = std::vector<std::vector<std::size_t>>;

// Who is on duty changes places as long as two can so that they stand less often where they stood already.
void spread(std::vector<std::size_t>& who, const Stood& stood)
{
    const auto cost = [&](std::size_t person, std::size_t post) {
        return stood[person][post] * stood[person][post]; // often at one post weighs more than a little at each of two
    };
    for (bool again = true; again;) {
        again = false;
        for (std::size_t a = 0; a < who.size(); ++a)
            for (std::size_t b = a + 1; b < who.size(); ++b) {
                if (cost(who[a], b) + cost(who[b], a) >= cost(who[a], a) + cost(who[b], b)) continue;
                std::swap(who[a], who[b]);
                again = true;
            }
    }
}

// Whoever is next takes a turn; `columns` are the posts of one kind of people.
void fillIn(Rota& rota, const std::vector<std::size_t>& columns, const std::vector<std::string>& names)
{
    const std::size_t filled = std::min(columns.size(), names.size());
    if (filled == 0) return;
    Stood stood(names.size(), std::vector<std::size_t>(filled, 0));
    std::size_t next = 0;
    for (auto& week : rota) {
        std::vector<std::size_t> who(filled);
        for (std::size_t& one : who) one = next++ % names.size();
        spread(who, stood);
        for (std::size_t p = 0; p < filled; ++p) {
            ++stood[who[p]][p];
            week[columns[p]] = names[who[p]];
        }
    }
}

std::vector<std::size_t> columnsOf(const std::vector<DutyPost>& posts, DutyHolder holder)
{
    std::vector<std::size_t> columns;
    for (std::size_t p = 0; p < posts.size(); ++p)
        if (posts[p].holder == holder && posts[p].kind != DutyKind::Place) columns.push_back(p);
    return columns;
}

}

std::vector<DutyPost> dutyPosts(const School& school, const Scenario& scenario, const std::vector<StairPost>& chosen)
{
    std::vector<DutyPost> posts;
    addGates(posts, school);
    for (const Warden& warden : scenario.wardens) addStair(posts, {warden.stair, warden.storey});
    for (const StairPost& stair : chosen) addStair(posts, stair);
    return posts;
}

DutyPeople dutyPeople(const School& school, const std::vector<std::string>& names)
{
    DutyPeople people;
    for (const Staff* guard : guardsOf(school)) people.guards.push_back(guard->id.value);
    people.teachers = names;
    for (const StaffRole role : {StaffRole::StairWarden, StaffRole::Teacher})
        for (const Staff& staff : school.staff)
            if (names.empty() && staff.role == role) people.teachers.push_back(staff.id.value);
    return people;
}

Rota rotaOf(const std::vector<DutyPost>& posts, const DutyPeople& people, std::size_t weeks)
{
    Rota rota(weeks, std::vector<std::string>(posts.size()));
    fillIn(rota, columnsOf(posts, DutyHolder::Guard), people.guards);
    fillIn(rota, columnsOf(posts, DutyHolder::Teacher), people.teachers);
    for (std::size_t p = 0; p < posts.size(); ++p)
        if (posts[p].kind == DutyKind::Place)
            for (auto& week : rota) week[p] = posts[p].guard.value;
    return rota;
}

}
