#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/cli/watching.hpp"
#include "sim/record/attachment.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/record/filed_result.hpp"
#include "sim/record/package.hpp"
#include "sim/report/plan_docx.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/storey_maps.hpp"
#include "sim/run/ensemble.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/walkable/surface_file.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <optional>

namespace stairwise {
namespace {

constexpr std::size_t kMostPlan = 16U << 20U; // bytes
constexpr std::size_t kUsualRuns = 20;        // the least that ISO 20414's convergence is asked of (ensemble.hpp)

struct Asked {
    std::string scenario;
    std::string drill;
    std::string from;
    std::string archive;
    std::string out;
    std::size_t runs = kUsualRuns;
    unsigned threads = 0;
    bool json = false;
};

DrillKind usualKind(Situation situation)
{
    if (situation == Situation::Fire) return DrillKind::Fire;
    if (situation == Situation::Earthquake) return DrillKind::Earthquake;
    return DrillKind::Stampede;
}

/// What people have said as far as the archive knows, else nothing yet.
Result<SaidOfDrill> saidInArchive(const Asked& asked, std::optional<Archive>& archive, const Scenario& scenario)
{
    SaidOfDrill fresh;
    fresh.kind = usualKind(scenario.situation);
    if (!archive) return fresh;
    const auto kept = archive->get(kPlanKind, asked.drill);
    if (!kept) return kept.fault();
    if (!kept.value()) return fresh;
    auto plan = parsePlan(kept.value()->body, asked.archive);
    if (!plan) return plan.fault();
    return std::move(plan).value().said;
}

/// What is kept of an edited document until the plan is made.
struct Edited {
    std::string bytes; // empty: there is none
    std::vector<DocxTable> tables;
};

/// In the plan that is named, JSON or an edited document, else in the archive's.
Result<SaidOfDrill> saidBefore(const Asked& asked, std::optional<Archive>& archive, const Scenario& scenario,
                               Edited& edited)
{
    if (asked.from.empty()) return saidInArchive(asked, archive, scenario);
    auto text = readFile(asked.from, kMostPlan);
    if (!text) return text.fault();
    if (!isDocx(text.value())) {
        auto plan = parsePlan(text.value(), asked.from);
        if (!plan) return plan.fault();
        return std::move(plan).value().said;
    }
    auto before = saidInArchive(asked, archive, scenario);
    if (!before) return before.fault();
    auto tables = tablesInDocx(text.value(), asked.from);
    if (!tables) return tables.fault();
    edited = {std::move(text).value(), std::move(tables).value()};
    return saidInDocx(edited.tables, std::move(before).value(), asked.from);
}

struct Job {
    Case input;
    std::optional<Archive> archive;
    SaidOfDrill said;
    Edited edited;
    std::optional<Staging> folder;
};

Result<Job> prepared(const Asked& asked)
{
    if (!isHandle(asked.drill))
        return Fault{"", "--drill", {"record.package.handle", {}}, {"record.package.handle.mend", {}}};
    auto input = readCase(asked.scenario);
    if (!input) return input.fault();
    if (input.value().scenario.model == Model::Hydraulic)
        return Fault{asked.scenario, "model", {"plan.by_hand", {}}, {"run.by_hand.mend", {}}};
    input.value().scenario.school = kSchoolPart; // as it will lie beside it in a package
    Job job{std::move(input).value(), {}, {}, {}, {}};
    if (!asked.archive.empty()) {
        auto archive = Archive::open(asked.archive, Opening::CreateIfMissing);
        if (!archive) return archive.fault();
        job.archive.emplace(std::move(archive).value());
    }
    auto said = saidBefore(asked, job.archive, job.input.scenario, job.edited);
    if (!said) return said.fault();
    job.said = std::move(said).value();
    if (asked.out.empty()) return job;
    auto staging = Staging::open(asked.out);
    if (!staging) return staging.fault();
    job.folder.emplace(std::move(staging).value());
    return job;
}

struct Made {
    const DrillPlan& plan;
    const RunResult& one;
    const EnsembleResult& all;
    const Walkable& walkable;
};

Done keep(Job& job, const Made& made)
{
    if (!job.archive) return done();
    const DrillPlan& plan = made.plan;
    const std::string date = textOf(plan.said.date);
    const auto document = [&](const char* kind, std::string body) {
        return Document{
            kind, plan.drill, 0, date, {}, plan.said.author, plan.derived.school + " " + plan.drill, std::move(body),
            {}};
    };
    const std::array documents = {document(kSchoolKind, formatSchool(job.input.school)),
                                  document(kScenarioKind, formatScenario(job.input.scenario)),
                                  document(kSurfacesKind, formatSurfaces(made.walkable)),
                                  document(kResultKind, formatFiledResult(filedResultOf(made.one))),
                                  document(kPlanKind, formatPlan(plan))};
    if (const auto kept = job.archive->put(documents); !kept) return kept.fault();
    if (job.edited.bytes.empty()) return done();
    const auto kept = attach(*job.archive, plan.drill, kEditedPlan, job.edited.bytes, kEditedPlan);
    return kept ? done() : Done(kept.fault());
}

// Numbered as the plan lists its risk points.
std::vector<MapMark> marksOf(const DrillPlan& plan, const EnsembleResult& all)
{
    std::vector<MapMark> marks;
    for (std::size_t i = 0; i < std::min(plan.simulated.risks.size(), all.points.size()); ++i)
        marks.push_back({all.points[i].typical.surface, all.points[i].typical.at, i + 1});
    return marks;
}

Done deliver(Job& job, const Made& made, const Shell& shell)
{
    const DrillPlan& plan = made.plan;
    if (auto kept = keep(job, made); !kept) return kept;
    if (!job.folder) return done();
    if (auto written = job.folder->write("plan.json", formatPlan(plan)); !written) return written;
    auto pages = planPages(plan, shell.language);
    auto maps = storeyMaps(job.input.school, made.walkable, marksOf(plan, made.all), shell.text("plan.risk.place"),
                           shell.language);
    std::ranges::move(maps, std::back_inserter(pages));
    const auto document = formatDocx(planWriting(plan, shell.language), "plan.docx");
    if (!document) return document.fault();
    if (auto written = job.folder->write("plan.docx", document.value()); !written) return written;
    if (auto written = job.folder->write("plan.pdf", toPdf(pages, plan.derived.school + " " + plan.drill)); !written)
        return written;
    return job.folder->commit();
}

int planAsked(const Asked& asked, const Shell& shell)
{
    auto job = prepared(asked);
    if (!job) return refuse(job.fault(), shell);
    const auto& [school, scenario] = job.value().input;
    const CancelToken cancel = cancelOnInterrupt();
    const Setting setting = settingOf(school, scenario);
    RunOptions options;
    options.threads = asked.threads;
    const RunResult one =
        simulate(school, scenario, setting, options, {}, cancel, progressLine(shell, Counting::People));
    EnsembleOptions many;
    many.runs = asked.runs;
    many.threads = asked.threads;
    const EnsembleResult all = ensembleOf(school, scenario, many, cancel, progressLine(shell, Counting::Runs));
    clearProgressLine();
    if (cancel.cancelled()) return kNotEverybodyOut; // half a plan leaves no files
    const NamedEnsemble named = namedEnsemble(all, one, school, setting.walkable, shell.language);
    const DrillPlan plan = planOf({school, scenario, one, named, asked.drill, job.value().said}, shell.language);
    if (const Done delivered = deliver(job.value(), {plan, one, all, setting.walkable}, shell); !delivered)
        return refuse(delivered.fault(), shell);
    std::printf("%s", (asked.json ? formatPlan(plan) : planText(plan, shell.language)).c_str());
    const auto differences = differencesIn(job.value().edited.tables, plan);
    for (const Message& difference : differences)
        std::fprintf(stderr, "%s: %s\n", asked.from.c_str(), say(difference, shell.language).c_str());
    if (one.ending != Ending::Empty || plan.simulated.notEmpty > 0) return kNotEverybodyOut;
    return notKnown(plan).empty() && differences.empty() ? kGood : kFindings;
}

}

Run planCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--drill", asked->drill, shell.text("cli.option.drill"))->required();
    app.add_option("--from", asked->from, shell.text("cli.option.plan_from"));
    app.add_option("--archive", asked->archive, shell.text("cli.option.archive"));
    app.add_option("--out", asked->out, shell.text("cli.option.drill_plan_out"));
    app.add_option("--runs", asked->runs, shell.text("cli.option.plan_runs"))
        ->check(CLI::Range(std::size_t{1}, kMostRuns));
    app.add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_flag("--json", asked->json, shell.text("cli.option.plan_json"));
    return [asked, &shell] { return planAsked(*asked, shell); };
}

}
