#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/report/validation_output.hpp"
#include "sim/run/run.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace stairwise {
namespace {

struct Asked {
    std::string out;
    std::string only;
    unsigned seeds = 10;
    unsigned threads = 0;
    bool json = false;
};

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::vector<Trial> chosen(const std::string& only)
{
    std::vector<Trial> trials = allTrials();
    std::erase_if(trials, [&](const Trial& trial) {
        const auto holds = [&](const std::string& text) { return lower(text).find(lower(only)) != std::string::npos; };
        return !holds(trial.id) && !holds(say(trial.name, Language::English)) &&
               !holds(say(trial.name, Language::Chinese));
    });
    return trials;
}

// One line that is written over on a terminal; elsewhere one line a trial.
void tellProgress(const std::vector<Trial>& trials, std::size_t index, std::size_t done, std::size_t total,
                  const Shell& shell)
{
    const bool watched = isTerminal(2);
    if (!watched && done > 0) return;
    const Trial& trial = trials[index];
    const std::string text =
        say({"cli.validate.progress",
             {std::to_string(index + 1), std::to_string(trials.size()),
              trial.id + " " + say(trial.name, shell.language), std::to_string(done), std::to_string(total)}},
            shell.language);
    std::fprintf(stderr, watched ? "\r\033[K%s" : "%s\n", text.c_str());
    std::fflush(stderr);
}

std::vector<Tried> runAll(const std::vector<Trial>& trials, const Asked& asked, const Shell& shell)
{
    std::vector<Tried> all;
    TrialOptions options{asked.seeds, asked.threads, cancelOnInterrupt(), {}};
    for (std::size_t i = 0; i < trials.size() && !options.cancel.cancelled(); ++i) {
        options.progress = [&](const ProgressReport& report) {
            tellProgress(trials, i, report.done, report.total, shell);
        };
        tellProgress(trials, i, 0, asked.seeds, shell);
        Tried one = tried(trials[i], options);
        if (isTerminal(2)) std::fprintf(stderr, "\r\033[K");
        if (options.cancel.cancelled()) break; // half a trial says nothing
        if (!asked.json) std::printf("%s", validationText(one, shell.language).c_str());
        std::fflush(stdout);
        all.push_back(std::move(one));
    }
    return all;
}

// Opened before the trials are run: a folder that cannot be written is told at once.
Result<std::optional<Staging>> folderFor(const Asked& asked)
{
    if (asked.out.empty()) return std::optional<Staging>{};
    auto staging = Staging::open(asked.out);
    if (!staging) return staging.fault();
    return std::optional<Staging>{std::move(staging).value()};
}

Done deliver(const std::vector<Tried>& all, const Asked& asked, std::optional<Staging>& folder, const Shell& shell)
{
    if (!folder) return done();
    if (Done written = writeValidation(all, {kEngineNumber, asked.seeds}, *folder, shell.language); !written)
        return written;
    return folder->commit();
}

int validateAsked(const Asked& asked, const Shell& shell)
{
    const std::vector<Trial> trials = chosen(asked.only);
    if (trials.empty())
        return refuse({"", "--only", {"cli.validate.none", {asked.only}}, {"cli.validate.none.mend", {}}}, shell);
    auto folder = folderFor(asked);
    if (!folder) return refuse(folder.fault(), shell);
    const std::vector<Tried> all = runAll(trials, asked, shell);
    if (asked.json)
        std::printf("%s", validationJson(all, shell.language).c_str());
    else
        std::printf("\n%s\n", say(countOf(all), shell.language).c_str());
    if (all.size() < trials.size()) { // half a table is no table: no files
        std::fprintf(
            stderr, "%s\n",
            say({"cli.validate.stopped", {std::to_string(all.size()), std::to_string(trials.size())}}, shell.language)
                .c_str());
        return kFindings;
    }
    if (const Done delivered = deliver(all, asked, folder.value(), shell); !delivered)
        return refuse(delivered.fault(), shell);
    const bool failed = std::ranges::any_of(all, [](const Tried& t) { return t.outcome.verdict == Verdict::Fail; });
    return failed ? kFindings : kGood;
}

}

Run validateCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("--out", asked->out, shell.text("cli.option.validate_out"));
    app.add_option("--only", asked->only, shell.text("cli.option.only"));
    app.add_option("--seeds", asked->seeds, shell.text("cli.option.seeds"))->check(CLI::Range(1, 1000));
    app.add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_flag("--json", asked->json, shell.text("cli.option.validate_json"));
    return [asked, &shell] { return validateAsked(*asked, shell); };
}

}
