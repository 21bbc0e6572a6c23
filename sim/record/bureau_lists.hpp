#pragma once

#include "sim/record/bureau.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stairwise {

/// A bureau's lists and figures, each in well under half a second of 360,000 filings (docs/performance.md).

enum class Shown { All, Filed, Late, NotFiled, SentBack };
struct ListAsk {
    Date from; // of drills
    Date to;
    Date today;
    Shown shown = Shown::All;
    std::string county; // empty: every
};
/// One school in the time asked.
struct SchoolLine {
    std::string id;
    std::string name;
    std::string county;
    int drills = 0; // filed
    int accepted = 0;
    int sentBack = 0; // wait for the school
    int late = 0;     // first came after the last day
    std::string last; // day of the last drill filed; empty: none
};
[[nodiscard]] Result<std::vector<SchoolLine>> schoolList(Archive& archive, const ListAsk& ask);

/// What a bureau prints for a year (F21), over accepted filings.
struct BureauFigures {
    std::string county; // "" and `total`: all; "" alone: schools that answer to the city
    bool total = false;
    std::int64_t schools = 0; // enrolled
    std::int64_t schoolsFiled = 0;
    std::int64_t drills = 0;
    std::int64_t late = 0;
    std::int64_t present = 0;
    std::int64_t injuries = 0;
    std::int64_t notices = 0;
    std::int64_t hazardsFound = 0;
    std::int64_t hazardsMended = 0;
    std::int64_t staff = 0; // greatest of each school
    std::int64_t equipment = 0;
    std::int64_t inspections = 0;
};
/// One line a county, then all together.
[[nodiscard]] Result<std::vector<BureauFigures>> figuresFor(Archive& archive, const Date& from, const Date& to);

/// One filing with all that became of it.
struct FilingStep {
    std::string state;
    std::string saved;
    std::string who;
    std::string reasons;
};
struct FilingLine {
    std::string drill;
    int version = 1;
    std::string date;
    std::string due;
    std::string received;
    std::string sha256;
    std::vector<FilingStep> steps;
};
[[nodiscard]] Result<std::vector<FilingLine>> filingsOf(Archive& archive, const std::string& school);

}
