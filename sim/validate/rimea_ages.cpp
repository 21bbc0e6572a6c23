// RiMEA 7, IMO 7, NIST 2.4, ISO 5: people of each age walk at the speeds of their table. Everybody walks 40 m side by
// side with the others, too far from them to be in their way.
#include "sim/validate/kolmogorov.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/standard_tests.hpp"
#include "sim/validate/watch.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kApart = 1.6;   // metres to the next; the widest grid that a class is put on
constexpr double kFrom = 3.0;    // metres: speeds are taken from here …
constexpr double kTo = 43.0;     // … to here
constexpr double kWithin = 0.05; // of the speed assigned; A1
constexpr double kPlay = 0.03;   // m/s beyond a table's range; RiMEA 7

// A narrow room along y for the people, a hall beside it that all of its side opens to.
School hallOfFiles(std::size_t people, int grade)
{
    const double wide = kApart * (static_cast<double>(people) + 1.0);
    School school = oneStorey({hallOf("start", Rect{0.0, 0.0, 1.0, wide}), hallOf("hall", Rect{1.0, 0.0, 46.0, wide})},
                              {gapOf("front", {1.0, 0.0}, {1.0, wide}), wayOut("exit", {46.0, 0.0}, {46.0, wide})});
    SchoolClass schoolClass;
    schoolClass.id = {"K"};
    schoolClass.name = "K";
    schoolClass.grade = grade;
    schoolClass.homeroom = {"start"};
    schoolClass.pupils = static_cast<int>(people);
    school.classes.push_back(schoolClass);
    return school;
}

struct Paces {
    std::vector<double> assigned; // m/s, by person
    std::vector<double> walked;
    Kept kept;
};

// Everybody's mean speed between the two lines.
Paces walkFreely(const Lab& lab, const School& school, const Scenario& scenario, const CancelToken& cancel)
{
    const Bout bout = boutOf(lab, school, scenario);
    const Watched seen = watched(bout, {}, cancel);
    Paces paces;
    paces.kept = seen.kept;
    paces.walked.assign(bout.walkers.size(), 0.0);
    for (const Walker& walker : bout.walkers) paces.assigned.push_back(walker.levelSpeed);
    std::vector<double> first(bout.walkers.size(), -1.0);
    const double wide = 1000.0;
    for (const Crossed& in : crossingsOf(seen.frames, {kNowhere, {kFrom, -wide}, {kFrom, wide}}))
        first[in.person] = in.time;
    for (const Crossed& out : crossingsOf(seen.frames, {kNowhere, {kTo, -wide}, {kTo, wide}}))
        if (first[out.person] >= 0.0) paces.walked[out.person] = (kTo - kFrom) / (out.time - first[out.person]);
    return paces;
}

std::vector<Paces> walkBySeed(std::size_t people, const Profile& profile, const TrialOptions& options)
{
    const School school = hallOfFiles(people, profile.grades.front());
    const Lab lab = labOf(school);
    return bySeed(options, [&](std::uint64_t seed) {
        Scenario scenario = scenarioOf({}, seed);
        scenario.classesPresent = true;
        scenario.profiles = {profile};
        scenario.timeLimit = 300.0;
        return walkFreely(lab, school, scenario, options.cancel);
    });
}

Profile aged(const Distribution& levelSpeed)
{
    Profile profile = profileFor({}, kStaffGrade);
    profile.grades = {12}; // a class must have a grade
    profile.levelSpeed = levelSpeed;
    return profile;
}

struct Sums {
    std::vector<double> walked;
    std::vector<Kept> kept;
    double farthest = 0.0; // greatest share by which somebody missed the speed assigned
};
Sums pooled(const std::vector<Paces>& runs)
{
    Sums sums;
    for (const Paces& run : runs) {
        sums.kept.push_back(run.kept);
        for (std::size_t i = 0; i < run.walked.size(); ++i) {
            sums.walked.push_back(run.walked[i]);
            sums.farthest = std::max(sums.farthest, std::fabs(run.walked[i] - run.assigned[i]) / run.assigned[i]);
        }
    }
    return sums;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values) sum += value;
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

double deviationOf(const std::vector<double>& values)
{
    const double mean = meanOf(values);
    double sum = 0.0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return values.size() < 2 ? 0.0 : std::sqrt(sum / static_cast<double>(values.size() - 1));
}

struct Range {
    double low = 1e9, high = 0.0;
};
Range rangeOf(const std::vector<double>& values)
{
    Range range;
    for (const double value : values) range = {std::min(range.low, value), std::max(range.high, value)};
    return range;
}

// Speeds of one row of a table: in its range, everybody at the speed assigned, the mean where it should be.
bool rowHolds(Outcome& outcome, std::vector<Kept>& kept, const std::string& who, const Profile& profile,
              const TrialOptions& options)
{
    const Sums sums = pooled(walkBySeed(50, profile, options));
    kept.insert(kept.end(), sums.kept.begin(), sums.kept.end());
    const Range walked = rangeOf(sums.walked);
    const Distribution& table = profile.levelSpeed;
    const double low = quantile(table, 1e-9);
    const double high = quantile(table, 1.0 - 1e-9);
    const double wanted = quantile(table, 0.5);
    const double mean = meanOf(sums.walked);
    outcome.details.push_back({"standard.ages.row",
                               {who, rangeFigure(walked.low, walked.high, 2), rangeFigure(low, high, 2),
                                figure(mean, 3), figure(wanted, 3), figure(100.0 * sums.farthest, 1)}});
    return walked.low >= low - kPlay && walked.high <= high + kPlay && std::fabs(mean - wanted) <= kWithin * wanted &&
           sums.farthest <= kWithin;
}

// m/s by age; RiMEA 4.1.1, test 7, after Weidmann 1993.
struct Age {
    const char* years;
    double low, high;
};
constexpr Age kAges[] = {{"20", 1.60, 1.64}, {"30", 1.52, 1.56}, {"40", 1.46, 1.50},
                         {"50", 1.39, 1.43}, {"60", 1.27, 1.27}, {"70", 1.07, 1.07}};

Distribution between(double low, double high)
{
    return {Distribution::Kind::Uniform, low, high, 0.0, 10.0};
}

}

Outcome speedsByAge(const TrialOptions& options)
{
    Outcome outcome;
    std::vector<Kept> kept;
    std::size_t held = 0;
    std::size_t rows = 0;
    for (const Age& age : kAges) {
        held += rowHolds(outcome, kept, age.years, aged(between(age.low, age.high)), options) ? 1 : 0;
        ++rows;
    }
    for (const Profile& usual : defaultProfiles()) { // ours, by grade: 6 to 18 years, and staff
        const bool staff = usual.grades.front() == kStaffGrade;
        const std::string who = staff ? "18+" : fmt::format("G{}", fmt::join(usual.grades, "/"));
        held += rowHolds(outcome, kept, who, staff ? aged(usual.levelSpeed) : usual, options) ? 1 : 0;
        ++rows;
    }
    outcome.verdict = held == rows ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.ages.got",
                   {std::to_string(held), std::to_string(rows), std::to_string(50 * options.seeds),
                    std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

Outcome panelSpeeds(double low, double high, const TrialOptions& options)
{
    Outcome outcome;
    std::vector<Kept> kept;
    const bool held = rowHolds(outcome, kept, "30–50", aged(between(low, high)), options);
    outcome.verdict = held ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.ages.got",
                   {held ? "1" : "0", "1", std::to_string(50 * options.seeds), std::to_string(options.seeds)}};
    holdToFloor(outcome, kept);
    return outcome;
}

Outcome normalSpeeds(double mean, double deviation, const TrialOptions& options)
{
    const Distribution asked{Distribution::Kind::Normal, mean, deviation, 0.1, 10.0};
    const auto runs = walkBySeed(100, aged(asked), options);
    const Sums sums = pooled(runs);
    std::vector<double> means, deviations, chances;
    for (const Paces& run : runs) {
        means.push_back(meanOf(run.walked));
        deviations.push_back(deviationOf(run.walked));
        chances.push_back(kolmogorovP(run.walked, asked));
    }
    constexpr double kNear = 0.05; // m/s; NIST TN 1822
    const double off = std::fabs(meanOf(sums.walked) - mean);
    const double wide = std::fabs(deviationOf(sums.walked) - deviation);
    Outcome outcome;
    const bool held = off <= kNear && wide <= kNear && spreadOf(chances).median > 0.05 && sums.farthest <= kWithin;
    outcome.verdict = held ? Verdict::Pass : Verdict::Fail;
    outcome.got = {"standard.normal_speeds.got",
                   {figure(spreadOf(means), 3), figure(spreadOf(deviations), 3), figure(spreadOf(chances), 2),
                    figure(100.0 * sums.farthest, 1), std::to_string(options.seeds)}};
    holdToFloor(outcome, sums.kept);
    return outcome;
}

}
