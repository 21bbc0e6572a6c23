#pragma once

#include "sim/record/assessment.hpp"
#include "sim/record/bureau_lists.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/workbook.hpp"
#include "sim/workbook/writing.hpp"

#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// A bureau's receipts, lists and figures for people and for spreadsheets.

/// One line a package, then one for each reason and remark.
[[nodiscard]] std::string receiptText(const Receipt& receipt, Language language);
/// `verdict`, `reasons`, `remarks` and what the package is.
[[nodiscard]] std::string receiptsJson(std::span<const Receipt> receipts, Language language);
/// A page for each package that could be read: what the school gets back.
[[nodiscard]] Writing receiptsWriting(std::span<const Receipt> receipts, Language language);

[[nodiscard]] std::string schoolListText(const std::vector<SchoolLine>& lines, Language language);
[[nodiscard]] std::string schoolListCsv(const std::vector<SchoolLine>& lines, Language language);
[[nodiscard]] std::string schoolListJson(const std::vector<SchoolLine>& lines);
/// The list as paper, to be sent out as a reminder.
[[nodiscard]] Writing schoolListWriting(const std::vector<SchoolLine>& lines, const ListAsk& ask, Language language);

[[nodiscard]] std::string figuresText(const std::vector<BureauFigures>& figures, RateRule rule, Language language);
[[nodiscard]] std::string figuresCsv(const std::vector<BureauFigures>& figures, RateRule rule, Language language);
[[nodiscard]] Workbook figuresWorkbook(const std::vector<BureauFigures>& figures, RateRule rule, int year,
                                       Language language);
[[nodiscard]] Writing figuresWriting(const std::vector<BureauFigures>& figures, RateRule rule, int year,
                                     Language language);
[[nodiscard]] std::string figuresJson(const std::vector<BureauFigures>& figures, RateRule rule);

/// What a bureau marks where a school's papers give it no list of its own: item and points, of 100. Assumed.
[[nodiscard]] std::vector<AssessedItem> usualItems(Language language);
/// The sheet 考核评比表: blank where nothing was marked yet.
[[nodiscard]] Writing assessmentWriting(const Assessment& assessment, const std::string& schoolName, bool blank,
                                        Language language);
[[nodiscard]] std::string assessmentText(const Assessment& assessment, Language language);
[[nodiscard]] std::string assessmentsJson(const std::vector<Assessment>& assessments);

}
