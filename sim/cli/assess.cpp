#include "sim/base/system.hpp"
#include "sim/cli/bureau.hpp"
#include "sim/cli/days.hpp"
#include "sim/record/bureau.hpp"
#include "sim/report/bureau_report.hpp"
#include "sim/report/paper.hpp"

#include <cstdio>

namespace stairwise {
namespace {

constexpr std::size_t kMostTable = 1U << 20U; // bytes

Result<Assessment> assessmentAsked(const BureauAsked& asked, const Shell& shell)
{
    const auto date = dayAsked(asked.today, "--date");
    if (!date) return date.fault();
    const AssessedBy by = asked.by == codeOf(AssessedBy::Visit) ? AssessedBy::Visit : AssessedBy::Papers;
    Assessment assessment{asked.school, asked.drill, by, date.value(), asked.who, usualItems(shell.language),
                          asked.reason};
    if (asked.marks.empty()) return assessment;
    const auto text = readFile(asked.marks, kMostTable);
    if (!text) return text.fault();
    auto items = itemsFrom(text.value(), asked.marks);
    if (!items) return items.fault();
    assessment.items = std::move(items).value();
    return assessment;
}

Done print(const Assessment& assessment, Archive& archive, const BureauAsked& asked, const Shell& shell)
{
    if (asked.pdf.empty()) return done();
    const auto school = schoolNamed(archive, asked.school);
    if (!school) return school.fault();
    const std::string name = school.value() ? school.value()->name : asked.school;
    const Writing paper = assessmentWriting(assessment, name, asked.marks.empty(), shell.language);
    return writeFile(asked.pdf, pdfOf(paper, shell.language));
}

}

int assessAsked(const BureauAsked& asked, const Shell& shell)
{
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto assessment = assessmentAsked(asked, shell);
    if (!assessment) return refuse(assessment.fault(), shell);
    if (!asked.marks.empty())
        if (const Done kept = keepAssessment(archive.value(), assessment.value()); !kept)
            return refuse(kept.fault(), shell);
    if (const Done printed = print(assessment.value(), archive.value(), asked, shell); !printed)
        return refuse(printed.fault(), shell);
    const auto all = assessmentsOf(archive.value(), asked.school, asked.drill);
    if (!all) return refuse(all.fault(), shell);
    if (asked.json) std::printf("%s", assessmentsJson(all.value()).c_str());
    for (const Assessment& one : all.value())
        if (!asked.json) std::printf("%s", assessmentText(one, shell.language).c_str());
    if (all.value().empty() && !asked.json) std::printf("%s\n", shell.text("assess.not_yet").c_str());
    return all.value().empty() ? kFindings : kGood;
}

}
