#include "sim/record/review.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/record/hazards.hpp"
#include "sim/report/review_report.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>

namespace stairwise {
namespace {

constexpr std::size_t kMostSummary = 16U << 20U; // bytes

struct Asked {
    std::string archive;
    std::string drill;
    std::string from;
    std::string out;
    std::string scenarioOut;
    bool json = false;
};

/// What people wrote: in the file that is named, else in the archive.
Result<std::optional<DrillSummary>> before(Archive& archive, const Asked& asked)
{
    std::string text;
    if (!asked.from.empty()) {
        auto read = readFile(asked.from, kMostSummary);
        if (!read) return read.fault();
        text = std::move(read).value();
    } else {
        const auto kept = archive.get(kSummaryKind, asked.drill);
        if (!kept) return kept.fault();
        if (!kept.value()) return std::optional<DrillSummary>();
        text = kept.value()->body;
    }
    auto summary = parseSummary(text, asked.from.empty() ? asked.archive : asked.from);
    if (!summary) return summary.fault();
    return std::optional(std::move(summary).value());
}

/// A fault with an owner and a day becomes a hazard, once.
Done openHazards(Archive& archive, const DrillSummary& summary)
{
    for (std::size_t i = 0; i < summary.faults.size(); ++i) {
        const FaultFound& fault = summary.faults[i];
        const std::string id = summary.drill + "-" + std::to_string(i + 1);
        const auto known = archive.get(kHazardKind, id);
        if (!known) return known.fault();
        if (known.value() || fault.owner.empty() || !fault.due) continue;
        const Hazard hazard{id,
                            fault.text,
                            fault.place,
                            "drill " + summary.drill,
                            fault.owner,
                            fault.due,
                            {{HazardState::Found, summary.date.value_or(today()), {}, {}}}};
        if (auto added = addHazard(archive, hazard); !added) return added;
    }
    return done();
}

Done keep(Archive& archive, const DrillSummary& summary)
{
    const Document document{kSummaryKind,
                            summary.drill,
                            0,
                            textOf(summary.date),
                            {},
                            {},
                            summary.school + " " + summary.drill,
                            formatSummary(summary),
                            {}};
    const auto kept = archive.put({&document, 1});
    return kept ? openHazards(archive, summary) : Done(kept.fault());
}

Done writeScenario(Archive& archive, const DrillSummary& summary, const Asked& asked, const Shell& shell)
{
    const auto kept = archive.get(kScenarioKind, asked.drill);
    if (!kept) return kept.fault();
    if (!kept.value())
        return archive.database().fault({"record.no_plan", {asked.drill}}, {"record.no_plan.mend", {asked.drill}});
    auto scenario = parseScenario(kept.value()->body, asked.archive);
    if (!scenario) return scenario.fault();
    Scenario next = refitted(std::move(scenario).value(), summary.review);
    next.source = say({"review.scenario_source",
                       {next.source, summary.drill, fittedText(summary.review.preMovement, shell.language),
                        fittedText(summary.review.speed, shell.language)}},
                      shell.language);
    return writeFile(asked.scenarioOut, formatScenario(next));
}

Done writeFolder(const DrillSummary& summary, const Asked& asked, const Shell& shell)
{
    auto staging = Staging::open(asked.out);
    if (!staging) return staging.fault();
    if (auto written = staging.value().write("summary.json", formatSummary(summary)); !written) return written;
    const auto pages = summaryPages(summary, shell.language);
    if (auto written = staging.value().write("summary.pdf", toPdf(pages, summary.school + " " + summary.drill));
        !written)
        return written;
    return staging.value().commit();
}

int reviewAsked(const Asked& asked, const Shell& shell)
{
    auto archive = Archive::open(asked.archive, Opening::Existing);
    if (!archive) return refuse(archive.fault(), shell);
    const auto plan = planIn(archive.value(), asked.drill);
    if (!plan) return refuse(plan.fault(), shell);
    const auto record = recordIn(archive.value(), plan.value());
    if (!record) return refuse(record.fault(), shell);
    const auto said = before(archive.value(), asked);
    if (!said) return refuse(said.fault(), shell);
    const DrillSummary summary = summaryOf(plan.value(), record.value(), said.value());
    if (auto kept = keep(archive.value(), summary); !kept) return refuse(kept.fault(), shell);
    if (!asked.scenarioOut.empty())
        if (auto written = writeScenario(archive.value(), summary, asked, shell); !written)
            return refuse(written.fault(), shell);
    if (!asked.out.empty())
        if (auto written = writeFolder(summary, asked, shell); !written) return refuse(written.fault(), shell);
    std::printf("%s", (asked.json ? formatSummary(summary) : summaryText(summary, shell.language)).c_str());
    return isOutsideMoreThanChance(summary.review) || !summary.doubts.empty() ? kFindings : kGood;
}

}

Run reviewCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    app.add_option("drill", asked->drill, shell.text("cli.option.drill"))->required();
    app.add_option("--from", asked->from, shell.text("cli.option.review_from"));
    app.add_option("--out", asked->out, shell.text("cli.option.review_out"));
    app.add_option("--scenario-out", asked->scenarioOut, shell.text("cli.option.review_scenario"));
    app.add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    return [asked, &shell] { return reviewAsked(*asked, shell); };
}

}
