#pragma once

#include "sim/base/result.hpp"
#include "sim/stagger/posts.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The duty rota 值周表: who stands where, by week and name. docs/posts.md.

/// Gate: a gate of the campus. Place: where the school file has a guard, if the campus has no gate. Stair: a landing.
enum class DutyKind { Gate, Place, Stair };
enum class DutyHolder { Guard, Teacher };
struct DutyPost {
    DutyKind kind = DutyKind::Stair;
    DutyHolder holder = DutyHolder::Teacher;
    GateId gate;   // Gate
    SpaceId space; // Place
    StaffId guard; // … whose it is
    StairPost stair;
    friend bool operator==(const DutyPost&, const DutyPost&) = default;
};
/// Gates first (assumed: they never stay empty), then the landings at which the scenario has wardens already, then the
/// chosen ones. Guards hold gates as far as they go round; teachers the rest.
[[nodiscard]] std::vector<DutyPost> dutyPosts(const School& school, const Scenario& scenario,
                                              const std::vector<StairPost>& chosen);

struct DutyPeople {
    std::vector<std::string> guards;
    std::vector<std::string> teachers;
};
/// Guards by their ids. Teachers are the names, else the ids of stair wardens and of teachers without a class; class
/// teachers walk with theirs.
[[nodiscard]] DutyPeople dutyPeople(const School& school, const std::vector<std::string>& names);

/// By week, then as the posts; empty: nobody is left for it.
using Rota = std::vector<std::vector<std::string>>;
/// Everybody in turn: numbers of duties differ by one at most, pauses are as long as can be, and who comes again gets
/// another post. Guards of places stay at theirs.
[[nodiscard]] Rota rotaOf(const std::vector<DutyPost>& posts, const DutyPeople& people, std::size_t weeks);

/// One name a line, blank lines left out; a head row with a name for the column is none. Refused: no names, more
/// columns than one, a name twice, text that is no UTF-8.
[[nodiscard]] Result<std::vector<std::string>> readNames(const std::filesystem::path& path);
[[nodiscard]] Result<std::vector<std::string>> parseNames(std::string_view text, const std::string& file);
inline constexpr std::size_t kMostNames = 1000;  // assumed
inline constexpr std::size_t kLongestName = 120; // bytes; assumed

}
