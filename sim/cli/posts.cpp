#include "sim/base/system.hpp"
#include "sim/cli/plan_file.hpp"
#include "sim/cli/shell.hpp"
#include "sim/cli/watching.hpp"
#include "sim/report/output.hpp"
#include "sim/report/posts_report.hpp"
#include "sim/run/ensemble_points.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

// All assumed: more is a slip of the pen.
constexpr std::size_t kMostTeachers = 50;
constexpr std::size_t kMostSeeds = 100;
constexpr std::size_t kMostWeeks = 104;

struct Asked {
    std::string scenario;
    std::string names;
    std::string out;
    std::string scenarioOut;
    std::size_t teachers = 4;
    std::size_t seeds = 3;
    std::size_t weeks = 20;
    unsigned threads = 0;
    bool onStairs = false;
    bool json = false;
};

struct Job {
    Case input;
    std::vector<std::string> names;
    std::optional<Staging> folder;
};

Done canBeSearched(const Case& input, const Asked& asked)
{
    if (input.scenario.model == Model::Hydraulic)
        return Fault{asked.scenario, "model", {"posts.by_hand", {}}, {"run.by_hand.mend", {}}};
    if (!possiblePosts(input.school, input.scenario).empty()) return done();
    if (!possiblePosts(input.school, {}).empty())
        return Fault{asked.scenario, "wardens", {"posts.all_taken", {}}, {"posts.all_taken.mend", {}}};
    return Fault{asked.scenario, "school", {"posts.no_stairs", {}}, {"posts.no_stairs.mend", {}}};
}

Result<Job> prepared(const Asked& asked)
{
    auto input = readCase(asked.scenario);
    if (!input) return input.fault();
    if (const Done can = canBeSearched(input.value(), asked); !can) return can.fault();
    if (const Done can = mayWritePlan(asked.scenarioOut, "--scenario-out", asked.scenario, input.value().scenario);
        !can)
        return can.fault();
    Job job{std::move(input).value(), {}, {}};
    if (!asked.names.empty()) {
        auto names = readNames(asked.names);
        if (!names) return names.fault();
        job.names = std::move(names).value();
    }
    if (asked.out.empty()) return job;
    if (const Done may = mayReplace(asked.out, job.input.school, job.input.scenario); !may) return may.fault();
    auto staging = Staging::open(asked.out);
    if (!staging) return staging.fault();
    job.folder.emplace(std::move(staging).value());
    return job;
}

Done deliver(const PostsReport& report, Job& job, const Asked& asked, const Shell& shell)
{
    if (job.folder)
        if (Done written = writePosts(report, *job.folder, shell.language); !written) return written;
    if (!asked.scenarioOut.empty()) {
        Scenario scenario = withPosts(report.scenario, lastOf(report.result).posts);
        scenario.name = say({"posts.scenario_name", {scenario.name}}, shell.language);
        if (Done written = writePlan(asked.scenarioOut, asked.scenario, std::move(scenario)); !written) return written;
    }
    return job.folder ? job.folder->commit() : done();
}

int codeOf(const PostsResult& result)
{
    const PostTrial& last = lastOf(result);
    if (result.end == PostsEnd::Stopped || last.notEmpty > 0) return kNotEverybodyOut;
    return last.rank >= kTopRanks ? kFindings : kGood;
}

PostsReport reportOf(const Job& job, const Setting& setting, const PostsAsk& ask, const PostsResult& result,
                     std::size_t weeks)
{
    const auto& [school, scenario] = job.input;
    PostsReport report{school, scenario, setting.walkable, ask, result, {}, {}};
    if (result.end == PostsEnd::Stopped) return report;
    report.duties = dutyPosts(school, scenario, lastOf(result).posts);
    const DutyPeople people = dutyPeople(school, job.names);
    const bool somebody = !people.guards.empty() || !people.teachers.empty();
    if (somebody && !report.duties.empty()) report.rota = rotaOf(report.duties, people, weeks);
    return report;
}

int postsAsked(const Asked& asked, const Shell& shell)
{
    auto job = prepared(asked);
    if (!job) return refuse(job.fault(), shell);
    const auto& [school, scenario] = job.value().input;
    const Setting setting = settingOf(school, scenario);
    PostsAsk ask;
    ask.teachers = asked.teachers;
    ask.seeds = asked.seeds;
    ask.threads = asked.threads;
    ask.by = asked.onStairs ? RiskCounted::OnStairs : RiskCounted::Everywhere;
    const PostsResult result =
        postsOf(school, scenario, setting, ask, cancelOnInterrupt(), progressLine(shell, Counting::Runs));
    clearProgressLine();
    const PostsReport report = reportOf(job.value(), setting, ask, result, asked.weeks);
    if (result.end != PostsEnd::Stopped) // half a search leaves no files
        if (const Done written = deliver(report, job.value(), asked, shell); !written)
            return refuse(written.fault(), shell);
    std::printf("%s", (asked.json ? postsJson(report, shell.language) : postsText(report, shell.language)).c_str());
    return codeOf(result);
}

}

Run postsCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--teachers", asked->teachers, shell.text("cli.option.teachers"))
        ->check(CLI::Range(std::size_t{1}, kMostTeachers));
    app.add_option("--seeds", asked->seeds, shell.text("cli.option.posts_seeds"))
        ->check(CLI::Range(std::size_t{1}, kMostSeeds));
    app.add_option("--weeks", asked->weeks, shell.text("cli.option.weeks"))
        ->check(CLI::Range(std::size_t{1}, kMostWeeks));
    app.add_option("--names", asked->names, shell.text("cli.option.names"));
    app.add_option("--out", asked->out, shell.text("cli.option.posts_out"));
    app.add_option("--scenario-out", asked->scenarioOut, shell.text("cli.option.scenario_out"));
    app.add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_flag("--on-stairs", asked->onStairs, shell.text("cli.option.on_stairs"));
    app.add_flag("--json", asked->json, shell.text("cli.option.posts_json"));
    return [asked, &shell] { return postsAsked(*asked, shell); };
}

}
