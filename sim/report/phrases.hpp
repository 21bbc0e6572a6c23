#pragma once

#include "sim/record/dates.hpp"
#include "sim/run/run.hpp"
#include "sim/words/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Words and numbers that several papers share.

/// A fixed number of decimals, whatever the locale; never "-0".
[[nodiscard]] std::string fixed(double value, int decimals);
/// At most three decimals, no zeros behind.
[[nodiscard]] std::string brief(double value);
/// "3:25", "3分25秒", rounded to whole seconds; empty where there is no time.
[[nodiscard]] std::string minutes(double seconds, Language language);
[[nodiscard]] std::string minutes(std::optional<double> seconds, Language language);
/// Stands where nobody knows.
inline constexpr const char* kDash = "—";
[[nodiscard]] std::string orDash(std::string text);
[[nodiscard]] std::string orDash(const std::optional<int>& value);
[[nodiscard]] std::string orDash(const std::optional<Date>& date);

/// Between the parts of a list.
[[nodiscard]] constexpr std::string_view separatorOf(Language language)
{
    return language == Language::Chinese ? "、" : ", ";
}

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, Language language);

/// What people call a thing of the school; its id where it has no name or is not there.
template <class Thing> [[nodiscard]] std::string nameOrId(const Thing* thing, const std::string& id)
{
    return thing == nullptr || thing->name.empty() ? id : thing->name;
}

/// "empty", "time_limit", "clogged", "trapped", "cancelled": for programs.
[[nodiscard]] std::string codeOf(Ending ending);

/// Did everybody reach the end that the scenario sets? Only then is there a time to print.
[[nodiscard]] bool everybodyOut(const RunResult& result);
/// "Everybody is out after 3:25", or what came in between, with how many are left.
[[nodiscard]] std::string headline(const RunResult& result, Language language);

/// The class's name; "staff", "listed" and "fill" in words.
[[nodiscard]] std::string groupName(const RunResult& result, const std::string& group, Language language);
/// The name of an exit or stair of the result; the id where it has none.
[[nodiscard]] std::string passageName(const std::vector<PassageResult>& passages, const std::string& id);

/// "Teaching block, third storey"; the grounds where `storey` is none.
[[nodiscard]] std::string storeyName(const School& school, const StoreyId& storey, Language language);
/// Nothing for a place that is not of this school.
[[nodiscard]] std::optional<NamedPlace> namedPlace(const CrowdedPlace& place, const School& school,
                                                   const Walkable& walkable, Language language);
/// The crowded places of a result by name, worst first.
[[nodiscard]] std::vector<NamedPlace> namedPlaces(const RunResult& result, const School& school,
                                                  const Walkable& walkable, Language language);

}
