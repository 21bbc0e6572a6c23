#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/cli/watching.hpp"
#include "sim/report/atlas_report.hpp"
#include "sim/run/ensemble_points.hpp"
#include "sim/run/setting.hpp"
#include "sim/stagger/atlas_plan.hpp"
#include "sim/stagger/atlas_state.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostSeeds = 1000; // assumed

struct Asked {
    std::string scenario;
    std::string out;
    std::size_t seeds = 5;
    unsigned threads = 0;
    bool doors = false;
    bool alone = false;
    bool json = false;
};

/// The runs that are done and the file that they are kept in. The file is written anew every few seconds: a night's
/// work is lost by no more than that, and a thousand short runs do not write it a thousand times.
class Kept {
public:
    Kept(const AtlasPlan& plan, const Walkable& walkable, fs::path file, std::vector<AtlasRun> runs)
        : plan_(plan), walkable_(walkable), file_(std::move(file)), runs_(std::move(runs))
    {
    }
    [[nodiscard]] const std::vector<AtlasRun>& runs() const { return runs_; }
    void add(const AtlasRun& run)
    {
        runs_.push_back(run);
        if (std::chrono::steady_clock::now() - written_ > kPause) static_cast<void>(write()); // the last write is told
    }
    [[nodiscard]] Done write()
    {
        written_ = std::chrono::steady_clock::now();
        return writeFile(file_, formatAtlasState(plan_, walkable_, runs_));
    }

private:
    static constexpr std::chrono::seconds kPause{5};
    const AtlasPlan& plan_;
    const Walkable& walkable_;
    fs::path file_;
    std::vector<AtlasRun> runs_;
    std::chrono::steady_clock::time_point written_;
};

Done makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (fs::is_directory(folder)) return done();
    return Fault{folder.string(), "--out", {"file.cannot_write", {error.message()}}, {"file.cannot_write.mend", {}}};
}

bool worthALook(const AtlasCell& cell)
{
    return cell.worst.rank >= kTopRanks || !cell.withoutSecond.empty();
}

int codeOf(const AtlasResult& result)
{
    int code = result.runs.size() < result.asked ? kNotEverybodyOut : kGood;
    for (const auto& row : result.cells)
        for (const AtlasCell& cell : row) {
            if (cell.notEmpty > 0) code = kNotEverybodyOut;
            if (worthALook(cell)) code = std::max(code, kFindings);
        }
    return code;
}

// Half an atlas has no files but its state: the table says how far it came.
Done deliver(const NamedAtlas& atlas, const fs::path& folder, const Shell& shell)
{
    if (atlas.result.runs.size() < atlas.result.asked) return done();
    auto staging = Staging::open(folder);
    if (!staging) return staging.fault();
    if (const Done written = writeAtlas(atlas, staging.value(), shell.language); !written) return written;
    return staging.value().commit();
}

int walkAtlas(const AtlasPlan& plan, const Setting& setting, Kept& kept, const Asked& asked, const fs::path& folder,
              const Shell& shell)
{
    const std::vector<AtlasRun> known = kept.runs();
    AtlasOptions options;
    options.threads = asked.threads;
    options.keep = [&kept](const AtlasRun& run) { kept.add(run); };
    const AtlasResult result =
        atlasOf(plan, setting, known, options, cancelOnInterrupt(), progressLine(shell, Counting::Runs));
    clearProgressLine();
    if (const Done written = kept.write(); !written) return refuse(written.fault(), shell);
    const NamedAtlas atlas = namedAtlas(plan, result, setting.walkable, shell.language);
    if (const Done delivered = deliver(atlas, folder, shell); !delivered) return refuse(delivered.fault(), shell);
    std::printf("%s", asked.json ? atlasJson(atlas, shell.language).c_str() : atlasText(atlas, shell.language).c_str());
    return codeOf(result);
}

int atlasAsked(const Asked& asked, const Shell& shell)
{
    AtlasQuestion question;
    question.scenario = asked.scenario;
    question.neighbours = asked.alone ? Neighbours::Leave : Neighbours::Take;
    question.doors = asked.doors ? AtlasDoors::Take : AtlasDoors::Leave;
    question.seeds = asked.seeds;
    const auto plan = atlasPlanOf(question);
    if (!plan) return refuse(plan.fault(), shell);
    const fs::path folder = asked.out.empty() ? folderNamed(asked.scenario, "atlas") : fs::path(asked.out);
    const Setting setting = settingOf(plan.value().school, plan.value().situations.front().scenario);
    auto known = readAtlasState(folder / kAtlasStateName, plan.value(), setting.walkable);
    if (!known) return refuse(known.fault(), shell);
    if (const Done made = makeFolder(folder); !made) return refuse(made.fault(), shell);
    Kept kept(plan.value(), setting.walkable, folder / kAtlasStateName, std::move(known).value());
    if (const Done written = kept.write(); !written) return refuse(written.fault(), shell); // said before a long night
    return walkAtlas(plan.value(), setting, kept, asked, folder, shell);
}

}

Run atlasCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--out", asked->out, shell.text("cli.option.atlas_out"));
    app.add_option("--seeds", asked->seeds, shell.text("cli.option.atlas_seeds"))
        ->check(CLI::Range(std::size_t{1}, kMostSeeds));
    app.add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_flag("--doors", asked->doors, shell.text("cli.option.doors"));
    app.add_flag("--alone", asked->alone, shell.text("cli.option.alone"));
    app.add_flag("--json", asked->json, shell.text("cli.option.atlas_json"));
    return [asked, &shell] { return atlasAsked(*asked, shell); };
}

}
