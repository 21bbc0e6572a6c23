#pragma once

#include "sim/picture/picture.hpp"
#include "sim/record/calendar.hpp"
#include "sim/record/hazards.hpp"
#include "sim/record/review.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/writing.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The drill summary 演练总结, the list of hazards 隐患台账 and the calendar 演练计划 for people.

[[nodiscard]] std::string measureName(Measure measure, Language language);
[[nodiscard]] std::string withinName(Within within, Language language);
/// "1.12 (95 %: 1.04 to 1.21, from 12 classes)", or that it is not known.
[[nodiscard]] std::string fittedText(const Fitted& fit, Language language);

[[nodiscard]] std::string summaryText(const DrillSummary& summary, Language language);
[[nodiscard]] Writing summaryWriting(const DrillSummary& summary, Language language);
[[nodiscard]] std::vector<Picture> summaryPages(const DrillSummary& summary, Language language);

[[nodiscard]] std::string hazardStateName(HazardState state, Language language);
[[nodiscard]] std::string hazardsText(const std::vector<Hazard>& hazards, const Date& today, Language language);
/// One row a hazard.
[[nodiscard]] std::string hazardsCsv(const std::vector<Hazard>& hazards, const Date& today, Language language);
/// The figures in one line, the rate with its fraction.
[[nodiscard]] std::string hazardFiguresText(const HazardFigures& figures, RateRule rule, Language language);

/// The list 隐患台账 of a month or a quarter as a paper, with its figures. `time`: "2026-03", "2026 Q1".
[[nodiscard]] Writing hazardListWriting(const std::vector<Hazard>& hazards, const std::string& time, RateRule rule,
                                        const Date& today, Language language);
/// The notice to mend 整改通知书 of one hazard.
[[nodiscard]] Writing noticeWriting(const Hazard& hazard, const std::string& school, Language language);

/// How the measured time of the whole and its prediction went from drill to drill.
struct TrendLine {
    std::string drill;
    std::string date;
    std::optional<double> measured;
    PredictedTime predicted;
    int inside = 0; // of the times that were compared
    int compared = 0;
};
[[nodiscard]] std::string trendText(const std::vector<TrendLine>& lines, Language language);
[[nodiscard]] std::string trendJson(const std::vector<TrendLine>& lines);
[[nodiscard]] Writing trendWriting(const std::vector<TrendLine>& lines, Language language);

[[nodiscard]] std::string calendarText(const DrillCalendar& calendar, const CalendarState& state, Language language);

}
