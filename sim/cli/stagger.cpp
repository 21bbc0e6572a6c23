#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/cli/today.hpp"
#include "sim/cli/watching.hpp"
#include "sim/report/stagger_report.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"
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
    std::optional<double> limit;
    StaggerOptions options;
    bool json = false;
};

struct Job {
    Case input;
    StaggerRules rules;
    std::optional<double> bell; // seconds after midnight
};

Result<Job> prepared(const Asked& asked)
{
    auto input = readCase(asked.scenario);
    if (!input) return input.fault();
    if (input.value().scenario.model != Model::Agents)
        return Fault{asked.scenario, "model", {"plans.by_hand", {}}, {"atlas.by_hand.mend", {}}};
    const auto bell = bellAsked(asked.bell);
    if (!bell) return bell.fault();
    Job job{std::move(input).value(), {}, bell.value()};
    if (!asked.rules.empty()) {
        auto rules = readRules(asked.rules);
        if (!rules) return rules.fault();
        job.rules = std::move(rules).value();
    }
    if (asked.limit) job.rules.loadLimit = asked.limit;
    return job;
}

// The chosen plan as a scenario that simulate runs, beside which the school is still found.
Done writePlan(const Asked& asked, const Job& job, const StaggerPlan& plan)
{
    Scenario planned = withTimetable(job.input.school, job.input.scenario, plan.timetable);
    std::error_code error;
    const fs::path school = fs::path(asked.scenario).parent_path() / planned.school;
    const fs::path folder = fs::absolute(asked.out, error).parent_path();
    const fs::path near = fs::relative(fs::absolute(school, error), folder, error);
    if (!error && !near.empty()) planned.school = near.generic_string();
    return writeFile(asked.out, formatScenario(planned));
}

Done deliver(const Asked& asked, const Job& job, const StaggerTold& told)
{
    if (!told.result.chosen) return done();
    const StaggerPlan& plan = told.result.plans[*told.result.chosen];
    if (!asked.out.empty())
        if (const Done written = writePlan(asked, job, plan); !written) return written;
    return asked.csv.empty() ? done() : writeFile(asked.csv, timetableCsv(told, plan));
}

int staggerAsked(const Asked& asked, const Shell& shell)
{
    auto job = prepared(asked);
    if (!job) return refuse(job.fault(), shell);
    if (!asked.today.empty())
        if (const int code = takeToday(asked.today, job.value().input, job.value().bell, shell); code != kGood)
            return code;
    const auto& [school, scenario] = job.value().input;
    const auto result = stagger(school, scenario, job.value().rules, asked.options, cancelOnInterrupt(),
                                progressLine(shell, Watched::Runs));
    clearProgressLine();
    if (!result) {
        Fault fault = result.fault();
        fault.file = asked.rules.empty() ? asked.scenario : asked.rules;
        return refuse(fault, shell);
    }
    const Setting setting = settingOf(school, scenario);
    const StaggerTold told{school, setting.walkable, result.value(), shell.language};
    if (const Done delivered = deliver(asked, job.value(), told); !delivered) return refuse(delivered.fault(), shell);
    if (!asked.today.empty() && !asked.json)
        std::printf("%s\n", todayHeading(asked.today, job.value().bell, shell).c_str());
    std::printf("%s", asked.json ? staggerJson(told).c_str() : staggerText(told).c_str());
    if (result.value().stopped) return kNotEverybodyOut;
    return result.value().chosen ? kGood : kFindings;
}

}

Run staggerCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--rules", asked->rules, shell.text("cli.option.rules"));
    app.add_option("--today", asked->today, shell.text("cli.option.today"));
    app.add_option("--bell", asked->bell, shell.text("cli.option.bell"));
    app.add_option("--out", asked->out, shell.text("cli.option.plan_out"));
    app.add_option("--csv", asked->csv, shell.text("cli.option.plan_csv"));
    app.add_option("--load-limit", asked->limit, shell.text("cli.option.load_limit"))->check(CLI::Range(0.1, 10.0));
    app.add_option("--seeds", asked->options.seeds, shell.text("cli.option.compared_runs"))
        ->check(CLI::Range(std::size_t{1}, std::size_t{1000}));
    app.add_option("--proof", asked->options.proof, shell.text("cli.option.proof"))
        ->check(CLI::Range(std::size_t{0}, std::size_t{10000}));
    app.add_option("--seed", asked->options.seed, shell.text("cli.option.seed"));
    app.add_option("--threads", asked->options.threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_flag("--json", asked->json, shell.text("cli.option.json"));
    return [asked, &shell] { return staggerAsked(*asked, shell); };
}

}
