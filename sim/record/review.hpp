#pragma once

#include "sim/record/drill_record.hpp"
#include "sim/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Predicted beside measured, and what the day teaches the model. What is measured and what is simulated keep apart.

enum class Measure { AllOut, RoomLeft, ClassOut, Assembled, StairClear, ExitClear };
/// Inside: between the 10th and the 90th of 100 runs. By its making two of ten lie outside even where the model is
/// true.
enum class Within { Inside, Earlier, Later, NotMeasured, NotPredicted };
struct ComparedTime {
    Measure measure = Measure::AllOut;
    std::string id;
    std::string name;
    std::optional<double> measured; // seconds
    PredictedTime predicted;
    Within within = Within::NotMeasured;
};
[[nodiscard]] std::string_view codeOf(Measure measure);
[[nodiscard]] std::string_view codeOf(Within within);

/// A factor on what the model assumes, from the ratios measured ÷ predicted of single classes: their geometric mean
/// with the 95 % interval by Student's t. Classes that share a stair are not independent, so the interval is, if
/// anything, too narrow. Not known with fewer than kFewestClasses.
struct Fitted {
    std::optional<double> factor;
    double low = 0.0; // 95 %
    double high = 0.0;
    int classes = 0; // that it was made from
};
inline constexpr int kFewestClasses = 5; // assumed: below, the interval is wider than what is assumed already

struct Review {
    std::vector<ComparedTime> times; // whole, classes, stairs, exits
    int inside = 0;
    int outside = 0;
    /// On pre-movement: time from the release until the room is clear (the queue at its door is in it).
    Fitted preMovement;
    /// On free speeds: time from room to exit, for classes whose way was clear; 1 ÷ the ratio of times. Queues are in
    /// it where they could not be told apart.
    Fitted speed;
};
/// Do more times lie outside of their ranges than chance would have it, were the model true? By the making of the
/// ranges two of ten lie outside; asked of the binomial distribution at 5 %. Times of one day hang together, so it is,
/// if anything, true too often.
[[nodiscard]] bool isOutsideMoreThanChance(const Review& review);
[[nodiscard]] Review reviewOf(const DrillPlan& plan, const DrillRecord& record);

/// The scenario for next time: pre-movement times and free speeds times the factors that are known.
[[nodiscard]] Scenario refitted(Scenario scenario, const Review& review);

/// The drill summary 演练总结: a draft from the data that a person goes on with.
struct FaultFound {
    std::string text;
    std::string place;
    std::string owner;
    std::optional<Date> due;
};
struct DrillSummary {
    std::string drill;
    std::string school;
    std::optional<Date> date;
    Review review;
    std::vector<SaidPair> risks;    // predicted risk point → was it seen; empty: nobody has said
    std::vector<FaultFound> faults; // with owner and date they become hazards
    std::string comments;           // 讲评
    std::string changes;            // for next time
    std::vector<Message> doubts;    // of the record; written for people
};
/// `before`: what people wrote into an earlier draft.
[[nodiscard]] DrillSummary summaryOf(const DrillPlan& plan, const DrillRecord& record,
                                     const std::optional<DrillSummary>& before);
[[nodiscard]] std::string formatSummary(const DrillSummary& summary);
/// What people wrote; the review is worked out anew.
[[nodiscard]] Result<DrillSummary> parseSummary(std::string_view text, const std::string& file);

}
