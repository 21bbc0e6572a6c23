// RiMEA 1 to 3, IMO 1 to 3, NIST 2.1 and 2.2, ISO 2 and 3: somebody alone keeps the speed assigned (rule A1).
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kWithin = 0.05; // of the time; A1

Outcome heldTo(double metres, double speed, const std::vector<double>& seconds)
{
    const double wanted = metres / speed;
    const bool all = std::ranges::all_of(seconds, [&](double s) { return std::fabs(s - wanted) <= kWithin * wanted; });
    std::vector<double> speeds;
    for (const double s : seconds) speeds.push_back(s > 0.0 ? metres / s : 0.0);
    Outcome outcome;
    outcome.verdict = all ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.speed.got",
                   {figure(spreadOf(seconds), 2), figure(spreadOf(speeds), 3), std::to_string(seconds.size())}};
    return outcome;
}

// Speeds on stairs are those of the profile, so the profile is made to measure.
Scenario climber(const Slope& slope, Climb climb, double speed, std::uint64_t seed)
{
    const double top = (slope.steps - 1) * slope.tread;
    const bool up = climb == Climb::Up;
    Scenario scenario = scenarioOf({someone({1.0, up ? -2.0 : top + 2.0}, 1.0, up ? "up" : "down")}, seed);
    scenario.people[0].storey = {up ? "F1" : "F2"};
    const auto constant = [](double v) { return Distribution{Distribution::Kind::Constant, v, 0.0, 0.0, 10.0}; };
    Profile profile = profileFor({}, kStaffGrade);
    profile.grades = {kStaffGrade};
    profile.levelSpeed = constant(1.0);
    profile.stairDown = constant(speed);
    profile.stairUp = constant(speed);
    scenario.profiles = {profile};
    return scenario;
}

}

Outcome corridorSpeed(double speed, const TrialOptions& options)
{
    const School school = corridorOf40();
    const auto seconds = bySeed(options, [&](std::uint64_t seed) {
        return plainRun(school, scenarioOf({someone({0.0, 1.0}, speed)}, seed), options.cancel).clearance.value_or(0.0);
    });
    return heldTo(40.0, speed, seconds);
}

Outcome stairSpeed(const Slope& slope, Climb climb, double speed, const TrialOptions& options)
{
    const School school = slopeSchool(slope);
    const auto seconds = bySeed(options, [&](std::uint64_t seed) {
        const RunResult result = plainRun(school, climber(slope, climb, speed, seed), options.cancel);
        if (result.stairs.size() != 1 || !result.stairs[0].first || !result.stairs[0].last) return 0.0;
        return *result.stairs[0].last - *result.stairs[0].first;
    });
    return heldTo(metresAlong(slope), speed, seconds);
}

}
