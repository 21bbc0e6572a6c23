#include "sim/egress/code_rules.hpp"

#include "sim/base/steady_math.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kStream = 0.60; // metres, one stream of people: GB 50099-2011 8.7
constexpr double kSway = 0.15;   // metres that a flight may be wider than its streams: the same
constexpr std::string_view k50099 = "GB 50099-2011 8.7";

double metres(std::int32_t millimetres)
{
    return millimetres / 1000.0;
}

int streamsOf(const Stair& stair)
{
    return static_cast<int>(std::floor(metres(stair.clearWidth) / kStream + 1e-9));
}

bool hasHalfLandings(const Stair& stair)
{
    return stair.kind != StairKind::Straight ||
           std::ranges::any_of(stair.steps, [](const auto& flights) { return flights.size() > 1; });
}

std::optional<double> widthOf(const Stair& stair)
{
    return metres(stair.clearWidth);
}
std::optional<double> treadOf(const Stair& stair)
{
    return metres(stair.tread);
}
std::optional<double> riserOf(const Stair& stair)
{
    return metres(stair.riser);
}
std::optional<double> wellOf(const Stair& stair)
{
    if (stair.kind == StairKind::Straight) return std::nullopt;
    return metres(stair.well);
}
std::optional<double> slopeOf(const Stair& stair)
{
    return steady::atan2(stair.riser, stair.tread) * 180.0 / steady::kPi;
}
std::optional<double> fewestSteps(const Stair& stair)
{
    std::optional<double> fewest;
    for (const auto& rise : stair.steps)
        for (const int steps : rise) fewest = std::min(fewest.value_or(steps), double(steps));
    return fewest;
}
std::optional<double> mostSteps(const Stair& stair)
{
    std::optional<double> most;
    for (const auto& rise : stair.steps)
        for (const int steps : rise) most = std::max(most.value_or(steps), double(steps));
    return most;
}
std::optional<double> railsOf(const Stair& stair)
{
    constexpr double kRails[] = {0.0, 1.0, 2.0, 3.0}; // as Handrails
    return kRails[static_cast<std::size_t>(stair.handrails)];
}
std::optional<double> besidesStreams(const Stair& stair)
{
    return metres(stair.clearWidth) - kStream * streamsOf(stair);
}
std::optional<double> halfLandingOf(const Stair& stair)
{
    if (!hasHalfLandings(stair)) return std::nullopt;
    return metres(stair.halfLandingDepth);
}
std::optional<double> floorLandingOf(const Stair& stair)
{
    if (stair.floorLandingDepth == 0) return std::nullopt; // the flight starts at the edge of a space
    return metres(stair.floorLandingDepth);
}

/// Stairs of primary and secondary schools alone.
std::optional<Clause> ofSchools(const Site& site, double limit)
{
    if (!site.holds(Code::Gb50099)) return std::nullopt;
    return Clause{Code::Gb50099, limit, k50099};
}

constexpr Clause kWidths[] = {{Code::Gb50099, 1.20, k50099},
                              {Code::Gb50016, 1.10, "GB 50016-2014 5.5.18"},
                              {Code::Gb55037, 1.10, "GB 55037-2022 7.1.4 (figure from memory, check)"}};

bool primary(const Site& site)
{
    return site.school.code.kind == SchoolKind::Primary;
}

using Limit = std::optional<Clause> (*)(const Site& site, const Stair& stair);
constexpr Limit kWidth = [](const Site& site, const Stair&) { return strictest(kWidths, site.codes); };
constexpr Limit kTread = [](const Site& site, const Stair&) { return ofSchools(site, primary(site) ? 0.26 : 0.28); };
constexpr Limit kRiser = [](const Site& site, const Stair&) { return ofSchools(site, primary(site) ? 0.15 : 0.16); };
constexpr Limit kSlope = [](const Site& site, const Stair&) { return ofSchools(site, 30.0); };
constexpr Limit kFewest = [](const Site& site, const Stair&) { return ofSchools(site, 3.0); };
constexpr Limit kMost = [](const Site& site, const Stair&) { return ofSchools(site, 18.0); };
constexpr Limit kBesides = [](const Site& site, const Stair&) { return ofSchools(site, kSway); };
constexpr Limit kWell = [](const Site& site, const Stair&) { return ofSchools(site, 0.11); };
/// Two streams: a rail on one side; three: on both; four: one in the middle as well.
constexpr Limit kRails = [](const Site& site, const Stair& stair) {
    return ofSchools(site, std::clamp(streamsOf(stair) - 1, 1, 3));
};
/// A landing is as deep as the flights that meet on it are wide.
constexpr Limit kLanding = [](const Site& site, const Stair& stair) {
    return ofSchools(site, metres(stair.clearWidth));
};

enum class Sense { AtLeast, AtMost };
struct Row {
    std::string_view rule;
    Sense sense;
    std::string_view unit;
    Severity severity;
    std::optional<double> (*measured)(const Stair& stair);
    Limit limit;
    std::string_view what;
    std::string_view mend;
};

constexpr Row kRows[] = {
    {"stair.width", Sense::AtLeast, " m", Severity::Warning, widthOf, kWidth, "check.stair_width",
     "check.stair_width.mend"},
    {"stair.streams", Sense::AtMost, " m", Severity::Note, besidesStreams, kBesides, "check.stair_streams",
     "check.stair_streams.mend"},
    {"stair.tread", Sense::AtLeast, " mm", Severity::Warning, treadOf, kTread, "check.stair_tread",
     "check.stair_steps.mend"},
    {"stair.riser", Sense::AtMost, " mm", Severity::Warning, riserOf, kRiser, "check.stair_riser",
     "check.stair_steps.mend"},
    {"stair.slope", Sense::AtMost, "°", Severity::Warning, slopeOf, kSlope, "check.stair_slope",
     "check.stair_steps.mend"},
    {"stair.fewest_steps", Sense::AtLeast, "", Severity::Warning, fewestSteps, kFewest, "check.stair_fewest",
     "check.stair_fewest.mend"},
    {"stair.most_steps", Sense::AtMost, "", Severity::Warning, mostSteps, kMost, "check.stair_most",
     "check.stair_most.mend"},
    {"stair.handrails", Sense::AtLeast, "", Severity::Warning, railsOf, kRails, "check.stair_rails",
     "check.stair_rails.mend"},
    {"stair.half_landing", Sense::AtLeast, " m", Severity::Warning, halfLandingOf, kLanding, "check.stair_half_landing",
     "check.stair_landing.mend"},
    {"stair.floor_landing", Sense::AtLeast, " m", Severity::Warning, floorLandingOf, kLanding,
     "check.stair_floor_landing", "check.stair_landing.mend"},
    {"stair.well", Sense::AtMost, " m", Severity::Note, wellOf, kWell, "check.stair_well", "check.stair_well.mend"},
};

std::string text(double value, std::string_view unit)
{
    if (unit == " m") return metresText(value);
    if (unit == " mm") return fmt::format("{:.0f} mm", value * 1000.0);
    return fmt::format("{:.{}f}{}", value, unit.empty() ? 0 : 1, unit);
}

void hold(const Site& site, const Stair& stair, const Row& row, std::vector<Finding>& findings)
{
    const auto limit = row.limit(site, stair);
    const auto measured = row.measured(stair);
    if (!limit || !measured) return;
    constexpr double kExact = 1e-6; // lengths are whole millimetres
    const double over = row.sense == Sense::AtLeast ? limit->limit - *measured : *measured - limit->limit;
    if (over <= kExact) return;
    const Saying saying{
        row.severity, std::string(row.rule), std::string(limit->source), {row.what, {}}, {row.mend, {}}};
    Finding finding = findingOf(saying, placeOf(stair));
    finding.measured = text(*measured, row.unit);
    finding.required = (row.sense == Sense::AtLeast ? "≥ " : "≤ ") + text(limit->limit, row.unit);
    findings.push_back(std::move(finding));
}

}

void checkStairs(const Site& site, std::vector<Finding>& findings)
{
    for (const Building& building : site.school.buildings)
        for (const Stair& stair : building.stairs)
            for (const Row& row : kRows) hold(site, stair, row, findings);
}

}
