#include "sim/record/review.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace stairwise {
namespace {

// Student's t, two-sided 95 %, by degrees of freedom 1 … 30; beyond, the normal distribution's 1.96 is within 4 %.
constexpr std::array<double, 30> kStudent = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                                             2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                                             2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
constexpr double kShortest = 1.0; // second: below, a stopwatch says nothing; assumed

double student(std::size_t values)
{
    return values < 2 ? kStudent[0] : values - 2 < kStudent.size() ? kStudent[values - 2] : 1.96;
}

Fitted fitted(const std::vector<double>& ratios)
{
    Fitted fit;
    fit.classes = static_cast<int>(ratios.size());
    if (fit.classes < kFewestClasses) return fit;
    const auto count = static_cast<double>(ratios.size());
    double mean = 0.0;
    for (const double ratio : ratios) mean += std::log(ratio) / count;
    double squares = 0.0;
    for (const double ratio : ratios) squares += (std::log(ratio) - mean) * (std::log(ratio) - mean);
    const double half = student(ratios.size()) * std::sqrt(squares / (count - 1.0) / count);
    fit.factor = std::exp(mean);
    fit.low = std::exp(mean - half);
    fit.high = std::exp(mean + half);
    return fit;
}

const PredictedTime* timeFor(const std::vector<PredictedTime>& times, const std::string& id)
{
    const auto found = std::ranges::find(times, id, &PredictedTime::id);
    return found == times.end() ? nullptr : &*found;
}

ComparedTime compared(Measure measure, const std::string& id, const std::string& name, std::optional<double> measured,
                      const PredictedTime* predicted)
{
    ComparedTime one{measure, id, name, measured, {}, Within::NotMeasured};
    if (predicted != nullptr) one.predicted = *predicted;
    if (!measured) return one;
    if (!one.predicted.low || !one.predicted.high)
        one.within = Within::NotPredicted;
    else if (*measured < *one.predicted.low)
        one.within = Within::Earlier;
    else
        one.within = *measured > *one.predicted.high ? Within::Later : Within::Inside;
    return one;
}

std::vector<ComparedTime> comparedTimes(const DrillPlan& plan, const DrillRecord& record)
{
    const SimulatedOfDrill& simulated = plan.simulated;
    std::vector<ComparedTime> all = {compared(Measure::AllOut, {}, {}, record.allOut, &simulated.clearance)};
    for (const ClassDay& one : record.classes) {
        all.push_back(compared(Measure::RoomLeft, one.id, one.name, one.left, timeFor(simulated.rooms, one.id)));
        all.push_back(compared(Measure::ClassOut, one.id, one.name, one.out, timeFor(simulated.classes, one.id)));
        all.push_back(
            compared(Measure::Assembled, one.id, one.name, one.assembled, timeFor(simulated.assembled, one.id)));
    }
    for (const PlaceDay& stair : record.stairs)
        all.push_back(
            compared(Measure::StairClear, stair.id, stair.name, stair.clear, timeFor(simulated.stairs, stair.id)));
    for (const PlaceDay& exit : record.exits)
        all.push_back(compared(Measure::ExitClear, exit.id, exit.name, exit.clear, timeFor(simulated.exits, exit.id)));
    return all;
}

Fitted preMovementOf(const DrillPlan& plan, const DrillRecord& record)
{
    std::vector<double> ratios;
    for (const ClassDay& one : record.classes) {
        const PredictedTime* room = timeFor(plan.simulated.rooms, one.id);
        const auto planned = std::ranges::find(plan.derived.participants, one.id, &PlannedClass::id);
        if (!one.left || room == nullptr || !room->median || planned == plan.derived.participants.end()) continue;
        const double release = planned->release.value_or(0.0);
        if (*one.left - release > kShortest && *room->median - release > kShortest)
            ratios.push_back((*one.left - release) / (*room->median - release));
    }
    return fitted(ratios);
}

Fitted speedOf(const DrillPlan& plan, const DrillRecord& record)
{
    std::vector<double> ratios;
    for (const ClassDay& one : record.classes) {
        const PredictedTime* room = timeFor(plan.simulated.rooms, one.id);
        const PredictedTime* out = timeFor(plan.simulated.classes, one.id);
        if (!one.left || !one.out || room == nullptr || out == nullptr || !room->median || !out->median) continue;
        const double measured = *one.out - *one.left;
        const double predicted = *out->median - *room->median;
        if (measured > kShortest && predicted > kShortest) ratios.push_back(predicted / measured);
    }
    return fitted(ratios);
}

void stretch(Distribution& distribution, double factor)
{
    switch (distribution.kind) {
    case Distribution::Kind::Constant:
    case Distribution::Kind::LogNormal: // b is a ratio
        distribution.a *= factor;
        break;
    case Distribution::Kind::Uniform:
    case Distribution::Kind::Normal:
        distribution.a *= factor;
        distribution.b *= factor;
        break;
    case Distribution::Kind::Gamma: // a is a shape
    case Distribution::Kind::Weibull:
        distribution.b *= factor;
        break;
    }
    distribution.low *= factor;
    distribution.high *= factor;
}

}

bool isOutsideMoreThanChance(const Review& review)
{
    constexpr double kOutside = 0.2; // of the times
    constexpr double kRare = 0.05;
    const int all = review.inside + review.outside;
    double one = std::pow(1.0 - kOutside, all); // that just k lie outside, from k = 0 on
    double fewer = 0.0;
    for (int k = 0; k < review.outside; ++k) {
        fewer += one;
        one *= kOutside / (1.0 - kOutside) * (all - k) / (k + 1);
    }
    return review.outside > 0 && 1.0 - fewer < kRare;
}

Review reviewOf(const DrillPlan& plan, const DrillRecord& record)
{
    Review review;
    review.times = comparedTimes(plan, record);
    for (const ComparedTime& one : review.times) {
        review.inside += one.within == Within::Inside ? 1 : 0;
        review.outside += one.within == Within::Earlier || one.within == Within::Later ? 1 : 0;
    }
    review.preMovement = preMovementOf(plan, record);
    review.speed = speedOf(plan, record);
    return review;
}

Scenario refitted(Scenario scenario, const Review& review)
{
    if (const auto factor = review.preMovement.factor) {
        stretch(scenario.preMovement, *factor);
        for (Release& release : scenario.releases)
            if (release.preMovement) stretch(*release.preMovement, *factor);
        for (Profile& profile : scenario.profiles)
            if (profile.preMovement) stretch(*profile.preMovement, *factor);
    }
    if (const auto factor = review.speed.factor) {
        if (scenario.profiles.empty()) scenario.profiles = defaultProfiles();
        for (Profile& profile : scenario.profiles) {
            stretch(profile.levelSpeed, *factor);
            stretch(profile.stairDown, *factor);
            stretch(profile.stairUp, *factor);
        }
    }
    return scenario;
}

DrillSummary summaryOf(const DrillPlan& plan, const DrillRecord& record, const std::optional<DrillSummary>& before)
{
    DrillSummary summary = before.value_or(DrillSummary{});
    summary.drill = plan.drill;
    summary.school = plan.derived.school;
    summary.date = record.date;
    summary.review = reviewOf(plan, record);
    summary.doubts = doubtsOf(record, plan);
    for (const PlannedRisk& risk : plan.simulated.risks)
        if (std::ranges::find(summary.risks, risk.place, &SaidPair::what) == summary.risks.end())
            summary.risks.push_back({risk.place, {}});
    for (const Remark& note : record.notes) // what was noted on the day is where a fault is looked for first
        if (std::ranges::find(summary.faults, note.text, &FaultFound::text) == summary.faults.end())
            summary.faults.push_back({note.text, note.place, {}, {}});
    return summary;
}

}
