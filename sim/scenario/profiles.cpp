#include "sim/scenario/scenario.hpp"

#include <algorithm>
#include <string_view>

namespace stairwise {
namespace {

struct Row {
    std::vector<int> grades;
    double level; // m/s, mean
    double levelSd;
    double hurry;
    double down;
    double downSd;
    double up;
    std::int32_t radius; // mm
    double mass;         // kg
};

constexpr std::string_view kPupilSource =
    "Ono et al. 2012-2024 (pupils of 6 to 14 years, Brazil), Najmanova and Ronchi 2017-2023 (children, Czech "
    "Republic), "
    "Hamilton et al. (Ireland), FDS+Evac type Child; blended, body radius guessed, mass after Li et al. 2009: default, "
    "replace with measured";
constexpr std::string_view kStaffSource =
    "FDS+Evac type Adult; stairs as for grades 7 to 9, assumed: default, replace with measured";

// Within 2.5 standard deviations, and never slower than a small child at a stand (assumed).
Distribution speeds(double mean, double sd)
{
    constexpr double kSpread = 2.5;
    constexpr double kSlowest = 0.3; // m/s
    return {Distribution::Kind::Normal, mean, sd, std::max(kSlowest, mean - kSpread * sd), mean + kSpread * sd};
}

Profile profileOf(const Row& row)
{
    constexpr double kUpSpread = 0.2; // of the mean: measured pupils scatter by more than 20 % (Ono et al. 2024)
    const bool staff = row.grades.front() == kStaffGrade;
    Profile profile;
    profile.grades = row.grades;
    profile.levelSpeed = speeds(row.level, row.levelSd);
    profile.stairDown = speeds(row.down, row.downSd);
    profile.stairUp = speeds(row.up, kUpSpread * row.up);
    profile.hurry = row.hurry;
    profile.radius = row.radius;
    profile.mass = row.mass;
    profile.source = staff ? kStaffSource : kPupilSource;
    return profile;
}

}

std::vector<Profile> defaultProfiles()
{
    const Row rows[] = {
        {{0, 1, 2}, 1.00, 0.20, 1.5, 0.80, 0.17, 0.60, 150, 24.0}, // kindergarten as grades 1 and 2: assumed
        {{3, 4}, 1.10, 0.22, 1.7, 0.85, 0.18, 0.62, 160, 30.0},
        {{5, 6}, 1.20, 0.24, 1.9, 0.90, 0.19, 0.65, 170, 38.0},
        {{7, 8, 9}, 1.30, 0.25, 2.0, 0.95, 0.20, 0.65, 185, 48.0},
        {{10, 11, 12}, 1.35, 0.25, 2.1, 1.00, 0.20, 0.67, 200, 56.0},
        {{kStaffGrade}, 1.34, 0.26, 1.6, 0.95, 0.20, 0.65, 200, 64.0},
    };
    std::vector<Profile> profiles;
    for (const Row& row : rows) profiles.push_back(profileOf(row));
    return profiles;
}

double greatestPush(const Profile& profile)
{
    // Three people leaned on a guard rail with 30 to 75 % of their weight (Fruin 1993, after the US National Bureau of
    // Standards); that crowds of pupils do is assumed.
    constexpr double kPushOfWeight = 0.3;
    constexpr double kGravity = 9.81; // m/s²
    return profile.push.value_or(kPushOfWeight * kGravity * profile.mass);
}

Profile profileFor(const std::vector<Profile>& own, int grade)
{
    const auto lists = [grade](const Profile& profile) {
        return std::ranges::find(profile.grades, grade) != profile.grades.end();
    };
    if (const auto found = std::ranges::find_if(own, lists); found != own.end()) return *found;
    const auto usual = defaultProfiles();
    const auto found = std::ranges::find_if(usual, lists);
    return found != usual.end() ? *found : usual.back(); // no such grade: an adult
}

}
