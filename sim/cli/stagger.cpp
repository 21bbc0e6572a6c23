#include "sim/base/system.hpp"
#include "sim/cli/kept_search.hpp"
#include "sim/cli/papers_asked.hpp"
#include "sim/cli/plan_file.hpp"
#include "sim/cli/replan.hpp"
#include "sim/cli/shell.hpp"
#include "sim/cli/today.hpp"
#include "sim/cli/watching.hpp"
#include "sim/report/stagger_report.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/stagger/loads_file.hpp"
#include "sim/stagger/rules_file.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

struct Asked {
    std::string scenario;
    std::string rules;
    std::string today;
    std::string bell;
    std::string out;
    std::string csv;
    std::string state;
    std::optional<double> limit;
    StaggerOptions options;
    PapersOrder papers;
    ReplanWords replan;
    bool replans = false;
    bool json = false;
};

struct Job {
    Case input;
    StaggerRules rules;
    std::optional<double> bell; // seconds after midnight
    std::optional<PapersReady> papers;
};

Result<Job> prepared(const Asked& asked)
{
    auto input = readCase(asked.scenario);
    if (!input) return input.fault();
    if (const Done may = mayWritePlan(asked.out, "--out", asked.scenario, input.value().scenario); !may)
        return may.fault();
    if (input.value().scenario.model != Model::Agents)
        return Fault{asked.scenario, "model", {"plans.by_hand", {}}, {"atlas.by_hand.mend", {}}};
    const auto bell = bellAsked(asked.bell);
    if (!bell) return bell.fault();
    Job job{std::move(input).value(), {}, bell.value(), {}};
    if (!asked.papers.folder.empty()) {
        auto ready = readyForPapers(asked.papers);
        if (!ready) return ready.fault();
        job.papers.emplace(std::move(ready).value());
    }
    if (!asked.rules.empty()) {
        auto rules = readRules(asked.rules);
        if (!rules) return rules.fault();
        job.rules = std::move(rules).value();
    }
    if (asked.limit) job.rules.loadLimit = asked.limit;
    if (job.bell && job.rules.bell && job.bell != job.rules.bell)
        return Fault{asked.rules, "bell", {"stagger.two_bells", {asked.bell}}, {"stagger.two_bells.mend", {}}};
    if (!job.bell) job.bell = job.rules.bell;
    return job;
}

Done deliver(const Asked& asked, const Job& job, const StaggerTold& told)
{
    if (!told.result.chosen) return done();
    const StaggerPlan& plan = told.result.plans[*told.result.chosen];
    const Scenario planned = withTimetable(job.input.school, job.input.scenario, plan.timetable);
    if (!asked.out.empty()) {
        if (Done written = writePlan(asked.out, asked.scenario, planned); !written) return written;
        const fs::path loads = loadsBeside(asked.out);
        if (told.result.packing)
            if (Done written = writeFile(loads, formatLoads(job.input.school, *told.result.packing)); !written)
                return written;
    }
    return asked.csv.empty() ? done() : writeFile(asked.csv, timetableCsv(told, plan));
}

// What the search refuses stands in the rules, or, where there are none, in the scenario.
Fault inRules(Fault fault, const Asked& asked)
{
    if (!fault.file.empty()) return fault;
    const bool scenario = asked.rules.empty() || fault.place == "situation";
    fault.file = scenario ? asked.scenario : asked.rules;
    return fault;
}

int replanAsked(const Asked& asked, const Job& job, const Shell& shell)
{
    ReplanWords words = asked.replan;
    words.out = asked.out;
    words.json = asked.json;
    return replan(asked.scenario, job.input, job.rules, words, shell);
}

// As `stairwise cards` does with the plan's file.
int printPlan(const Asked& asked, Job& job, const Shell& shell)
{
    const auto plan = readCase(asked.out);
    if (!plan) return refuse(plan.fault(), shell);
    const std::string file = fs::path(asked.out).filename().string();
    return printPapers({plan.value().school, plan.value().scenario, file, job.bell}, asked.papers, *job.papers, shell);
}

int staggerAsked(const Asked& asked, const Shell& shell)
{
    auto job = prepared(asked);
    if (!job) return refuse(job.fault(), shell);
    if (!asked.today.empty())
        if (const int code = takeToday(asked.today, job.value().input, job.value().bell, shell); code != kGood)
            return code;
    job.value().rules.bell = job.value().bell;
    const auto& [school, scenario] = job.value().input;
    if (asked.replans) return replanAsked(asked, job.value(), shell);
    StaggerOptions options = asked.options;
    std::unique_ptr<KeptSearch> kept;
    if (!asked.state.empty()) {
        auto opened = KeptSearch::open(asked.state, job.value().input, job.value().rules);
        if (!opened) return refuse(inRules(opened.fault(), asked), shell);
        kept = std::move(opened).value();
        options.kept = &kept->runs();
        options.walked = [&kept] { kept->tick(); };
    }
    const auto result =
        stagger(school, scenario, job.value().rules, options, cancelOnInterrupt(), progressLine(shell, Counting::Runs));
    clearProgressLine();
    if (kept)
        if (const Done written = kept->write(); !written) return refuse(written.fault(), shell);
    if (!result) return refuse(inRules(result.fault(), asked), shell);
    const Walkable walkable = walkableOf(school);
    const StaggerTold told{school, scenario, job.value().rules, walkable, result.value(), shell.language};
    if (const Done delivered = deliver(asked, job.value(), told); !delivered) return refuse(delivered.fault(), shell);
    if (!asked.today.empty() && !asked.json)
        std::printf("%s\n", todayHeading(asked.today, job.value().bell, shell).c_str());
    std::printf("%s", asked.json ? staggerJson(told).c_str() : staggerText(told).c_str());
    if (result.value().stopped) return kNotEverybodyOut;
    if (!result.value().chosen) return kFindings;
    return job.value().papers ? printPlan(asked, job.value(), shell) : kGood;
}

}

Run staggerCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--rules", asked->rules, shell.text("cli.option.rules"));
    app.add_option("--today", asked->today, shell.text("cli.option.today_plan"));
    app.add_option("--bell", asked->bell, shell.text("cli.option.bell"));
    CLI::Option* out = app.add_option("--out", asked->out, shell.text("cli.option.plan_out"));
    CLI::Option* papers = app.add_option("--papers", asked->papers.folder, shell.text("cli.option.papers"))->needs(out);
    addPapersOptions(app, asked->papers, shell);
    app.add_option("--csv", asked->csv, shell.text("cli.option.plan_csv"));
    app.add_option("--state", asked->state, shell.text("cli.option.state"));
    app.add_option("--load-limit", asked->limit, shell.text("cli.option.load_limit"))->check(CLI::Range(0.1, 10.0));
    app.add_option("--seeds", asked->options.seeds, shell.text("cli.option.compared_runs"))
        ->check(CLI::Range(std::size_t{1}, std::size_t{1000}));
    app.add_option("--proof", asked->options.proof, shell.text("cli.option.proof"))
        ->check(CLI::Range(std::size_t{0}, std::size_t{10000}));
    app.add_option("--seed", asked->options.seed, shell.text("cli.option.seed"));
    app.add_option("--threads", asked->options.threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_flag("--json", asked->json, shell.text("cli.option.json"));
    auto* replans = app.add_flag("--replan", asked->replans, shell.text("cli.option.replan"));
    auto* now = app.add_option("--now", asked->replan.now, shell.text("cli.option.replan_now"))->needs(replans);
    replans->needs(now)->excludes(papers);
    app.add_option("--late", asked->replan.late, shell.text("cli.option.replan_late"))
        ->allow_extra_args(false)
        ->needs(replans);
    app.add_option("--shut", asked->replan.shut, shell.text("cli.option.replan_shut"))
        ->allow_extra_args(false)
        ->needs(replans);
    app.add_option("--unattended", asked->replan.unattended, shell.text("cli.option.replan_unattended"))
        ->allow_extra_args(false)
        ->needs(replans);
    return [asked, &shell] { return staggerAsked(*asked, shell); };
}

}
