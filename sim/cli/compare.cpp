#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/cli/watching.hpp"
#include "sim/report/comparison_report.hpp"
#include "sim/run/setting.hpp"
#include "sim/stagger/paired.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

struct Asked {
    std::string a;
    std::string b;
    std::string out;
    std::size_t runs = 20;
    unsigned threads = 0;
    bool json = false;
};

/// A plan with the floors and the one run that names and maps are taken from.
struct Side {
    Case input;
    Walkable walkable;
    RunResult one;
};

Result<Case> walkedCase(const std::string& file)
{
    auto input = readCase(file);
    if (!input || input.value().scenario.model == Model::Agents) return input;
    return Fault{file, "model", {"plans.by_hand", {}}, {"atlas.by_hand.mend", {}}};
}

Side sideOf(Case input, const Asked& asked, CancelToken cancel)
{
    const Setting setting = settingOf(input.school, input.scenario);
    RunOptions options;
    options.threads = asked.threads;
    options.bound = false;
    options.hand = false;
    RunResult one = simulate(input.school, input.scenario, setting, options, {}, cancel, {});
    return {std::move(input), setting.walkable, std::move(one)};
}

int codeOf(const BothEnsembles& both, const Side& a, const Side& b)
{
    const auto notOut = [](const EnsembleResult& e) { return e.notEmpty > 0 || e.runs.size() < e.asked; };
    if (notOut(both.a) || notOut(both.b)) return kNotEverybodyOut;
    const auto findings = [](const Side& side) {
        return std::ranges::any_of(side.one.findings, [](const Finding& f) { return f.severity != Severity::Note; });
    };
    return findings(a) || findings(b) ? kFindings : kGood;
}

int tell(const BothEnsembles& both, const Side& a, const Side& b, const Asked& asked, Staging& staging,
         const Shell& shell)
{
    const Comparison comparison = comparisonOf({both.a, a.walkable}, {both.b, b.walkable});
    const ComparedPlan first{asked.a, a.input.school, a.walkable, both.a, a.one};
    const ComparedPlan second{asked.b, b.input.school, b.walkable, both.b, b.one};
    const NamedComparison named = namedComparison(comparison, first, second, shell.language);
    if (const Done written = writeComparison(named, staging, shell.language); !written)
        return refuse(written.fault(), shell);
    if (const Done moved = staging.commit(); !moved) return refuse(moved.fault(), shell);
    std::printf("%s", asked.json ? comparisonJson(named, shell.language).c_str()
                                 : comparisonText(named, shell.language).c_str());
    return codeOf(both, a, b);
}

int compareAsked(const Asked& asked, const Shell& shell)
{
    auto caseA = walkedCase(asked.a);
    if (!caseA) return refuse(caseA.fault(), shell);
    auto caseB = walkedCase(asked.b);
    if (!caseB) return refuse(caseB.fault(), shell);
    caseB.value().scenario.seed = caseA.value().scenario.seed;
    const fs::path folder = asked.out.empty() ? folderNamed(asked.a, "compare") : fs::path(asked.out);
    if (const Done can = mayReplaceComparison(folder, caseA.value(), caseB.value()); !can)
        return refuse(can.fault(), shell);
    auto staging = Staging::open(folder);
    if (!staging) return refuse(staging.fault(), shell);
    const CancelToken cancel = cancelOnInterrupt();
    EnsembleOptions options;
    options.runs = asked.runs;
    options.threads = asked.threads;
    const BothEnsembles both =
        bothEnsembles(caseA.value(), caseB.value(), options, cancel, progressLine(shell, Counting::Runs));
    clearProgressLine();
    const Side a = sideOf(std::move(caseA).value(), asked, cancel);
    const Side b = sideOf(std::move(caseB).value(), asked, cancel);
    if (cancel.cancelled()) { // one plan alone is no comparison: no files
        std::fprintf(stderr, "%s\n", shell.text("plans.stopped").c_str());
        return kNotEverybodyOut;
    }
    return tell(both, a, b, asked, staging.value(), shell);
}

}

Run compareCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("a", asked->a, shell.text("cli.option.compare_a"))->required();
    app.add_option("b", asked->b, shell.text("cli.option.compare_b"))->required();
    app.add_option("--runs", asked->runs, shell.text("cli.option.compare_runs"))
        ->check(CLI::Range(kFewestPairs, kMostRuns));
    app.add_option("--out", asked->out, shell.text("cli.option.out"));
    app.add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_flag("--json", asked->json, shell.text("cli.option.compare_json"));
    return [asked, &shell] { return compareAsked(*asked, shell); };
}

}
