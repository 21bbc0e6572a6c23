#pragma once

#include "sim/base/system.hpp"
#include "sim/picture/picture.hpp"
#include "sim/stagger/passings.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/workbook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// What people hold in hand on the day: the timetable for the broadcast room, a card for each class and each post on
/// duty, a letter to the parents of each class. What is predicted is marked as simulated; what nobody told is a line to
/// write on. Counts, never pupils' names. docs/stagger.md.

struct PapersAsk {
    std::string planFile;           // as it is named on the papers
    std::optional<double> bell;     // seconds after midnight; none: times are counted from the signal
    std::vector<std::string> names; // of who is on duty, for the posts in their order; fewer: lines
};
/// What it refers to outlives it.
struct Papers {
    const School& school;
    const Scenario& scenario; // the plan
    const PlanPassings& passings;
    PapersAsk ask;
};

/// The posts that get a card: where the scenario has wardens, their landings alone; else all that somebody passes;
/// exits and gates always.
[[nodiscard]] std::vector<PostPassings> postsWithCards(const Papers& papers);

/// A4, as it is printed: upright, black on white.
[[nodiscard]] std::vector<Picture> broadcastPages(const Papers& papers, Language language);
[[nodiscard]] std::vector<Picture> classCardPages(const Papers& papers, Language language);
[[nodiscard]] std::vector<Picture> dutyCardPages(const Papers& papers, Language language);
[[nodiscard]] std::vector<Picture> letterPages(const Papers& papers, Language language); // dismissal only, else none

/// The same as rows: sheets for the broadcast room, the classes and the posts.
[[nodiscard]] Workbook papersWorkbook(const Papers& papers, Language language);

/// timetable.zh.pdf, .csv and .xlsx, class_cards.zh.pdf and .csv, duty_cards.zh.pdf and .csv, letters.zh.pdf; or .en.
[[nodiscard]] Done writePapers(const Papers& papers, const Staging& staging, Language language);

}
