#include "sim/stagger/atlas_state.hpp"

#include "sim/base/json_read.hpp"
#include "sim/base/json_version.hpp"
#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"

#include <algorithm>
#include <array>

namespace stairwise {
namespace {

constexpr std::array<Migration, kAtlasStateVersion - 1> kMigrations{};

constexpr WordFor<OutOfUse> kOutWords[] = {
    {OutOfUse::Nothing, "nothing"}, {OutOfUse::Stair, "stair"}, {OutOfUse::Exit, "exit"}, {OutOfUse::Door, "door"}};
constexpr WordFor<Ending> kEndingWords[] = {{Ending::Empty, "empty"},
                                            {Ending::TimeLimit, "time_limit"},
                                            {Ending::Clogged, "clogged"},
                                            {Ending::Trapped, "trapped"}};
constexpr WordFor<PointPart> kPartWords[] = {
    {PointPart::Whole, "whole"}, {PointPart::LowerHalf, "lower_half"}, {PointPart::UpperHalf, "upper_half"}};

constexpr double kLongest = 1e9; // seconds, person-seconds: beyond any run
constexpr Text kHashText{32};

struct Head {
    int engine = 0;
    std::string school;
    std::string walkable;
    std::vector<std::string> situations; // hashes
};

void putRun(JsonWriter& writer, const AtlasRun& run)
{
    writer.key("out").text(wordFor(kOutWords, run.out.kind));
    writer.textIfAny("id", run.out.id);
    writer.key("situation").whole(static_cast<std::int64_t>(run.situation));
    writer.key("seed").whole(static_cast<std::int64_t>(run.seed));
    writer.key("ending").text(wordFor(kEndingWords, run.ending));
    writer.key("left").whole(static_cast<std::int64_t>(run.left));
    if (run.clearance) writer.key("clearance").number(*run.clearance);
    if (run.rank == 0) return;
    writer.key("risk").number(run.risk);
    writer.key("rank").whole(run.rank);
    writer.key("index").number(run.index);
    writer.key("surface").whole(run.surface);
    writer.key("part").text(wordFor(kPartWords, run.part));
    if (run.before != kNowhere) writer.key("before").whole(run.before);
}

/// What the numbers of a run may lie between.
struct Bounds {
    std::int64_t situations = 0;
    std::int64_t surfaces = 0;
    std::int64_t portals = 0;
};

void readRun(const JsonPlace& at, const Bounds& bounds, AtlasRun& run)
{
    constexpr std::int64_t kMost = 9007199254740992; // 2^53, as the seeds of scenarios
    const Number seconds{0.0, kLongest};
    JsonObject object(at);
    object.need("out", run.out.kind, oneOf(kOutWords));
    object.may("id", run.out.id, IdText{});
    object.need("situation", run.situation, Whole{0, bounds.situations - 1});
    object.need("seed", run.seed, Whole{0, kMost});
    object.need("ending", run.ending, oneOf(kEndingWords));
    object.need("left", run.left, Whole{0, kMost});
    object.may("clearance", run.clearance, seconds);
    object.may("risk", run.risk, seconds);
    object.may("rank", run.rank, Whole{0, 5});
    object.may("index", run.index, seconds);
    object.may("surface", run.surface, Whole{0, bounds.surfaces - 1});
    object.may("part", run.part, oneOf(kPartWords));
    object.may("before", run.before, Whole{0, bounds.portals - 1});
}

/// What a file holds.
struct Held {
    Head head;
    std::vector<AtlasRun> runs;
};

void readHeld(const JsonPlace& root, const Walkable& walkable, Held& held)
{
    JsonObject object(root);
    object.need("engine", held.head.engine, Whole{1, 1'000'000});
    object.need("school", held.head.school, kHashText);
    object.need("walkable", held.head.walkable, kHashText);
    object.need("situations", held.head.situations, listOf(kHashText, kMostAtlasRuns));
    const Bounds bounds{static_cast<std::int64_t>(held.head.situations.size()),
                        static_cast<std::int64_t>(walkable.surfaces.size()),
                        static_cast<std::int64_t>(walkable.portals.size())};
    const bool ours = held.head.engine == kEngineNumber && held.head.walkable == walkable.hash.hex();
    const auto read = [&](const JsonPlace& at, AtlasRun& run) {
        if (ours) readRun(at, bounds, run); // another school's numbers mean nothing here
    };
    object.need("runs", held.runs, listOf(read, kMostAtlasRuns));
}

Head headOf(const AtlasPlan& plan, const Walkable& walkable)
{
    Head head{kEngineNumber, hashOf(plan.school).hex(), walkable.hash.hex(), {}};
    for (const AtlasSituation& situation : plan.situations) head.situations.push_back(hashOf(situation.scenario).hex());
    return head;
}

// By the hash: the plan may list its situations in another order, and more of them.
bool renumber(std::vector<AtlasRun>& runs, const Head& from, const Head& to)
{
    std::vector<std::size_t> now;
    for (const std::string& hash : from.situations) {
        const auto found = std::ranges::find(to.situations, hash);
        if (found == to.situations.end()) return false;
        now.push_back(static_cast<std::size_t>(found - to.situations.begin()));
    }
    for (AtlasRun& run : runs) run.situation = now[run.situation];
    return true;
}

Fault belongsElsewhere(const std::string& name, const char* place, std::string_view what)
{
    return {name, place, {what, {}}, {"atlas.state.mend", {}}};
}

}

std::string formatAtlasState(const AtlasPlan& plan, const Walkable& walkable, const std::vector<AtlasRun>& runs)
{
    const Head head = headOf(plan, walkable);
    JsonWriter writer;
    writer.beginObject();
    writer.key("format").text("stairwise-atlas-state");
    writer.key("version").whole(kAtlasStateVersion);
    writer.key("engine").whole(head.engine);
    writer.key("school").text(head.school);
    writer.key("walkable").text(head.walkable);
    writer.key("situations").beginList();
    for (const std::string& hash : head.situations) writer.text(hash);
    writer.endList();
    writeObjects(writer, "runs", runs, putRun, JsonWriter::Shape::OneLine);
    writer.endObject();
    return std::move(writer).finished();
}

Result<std::vector<AtlasRun>> parseAtlasState(std::string_view text, const std::string& name, const AtlasPlan& plan,
                                              const Walkable& walkable)
{
    auto values = parseJson(text, name);
    if (!values) return values.fault();
    const auto current = currentVersion(std::move(values).value(), "stairwise-atlas-state", kMigrations, name);
    if (!current) return current.fault();
    JsonFaults faults{name, {}};
    Held held;
    readHeld(JsonPlace(current.value(), faults), walkable, held);
    if (faults.first) return std::move(*faults.first);
    const Head own = headOf(plan, walkable);
    if (held.head.engine != own.engine) return belongsElsewhere(name, "engine", "atlas.state.engine");
    if (held.head.school != own.school) return belongsElsewhere(name, "school", "atlas.state.school");
    if (held.head.walkable != own.walkable) return belongsElsewhere(name, "walkable", "atlas.state.walkable");
    if (!renumber(held.runs, held.head, own)) return belongsElsewhere(name, "situations", "atlas.state.situation");
    return std::move(held.runs);
}

Result<std::vector<AtlasRun>> readAtlasState(const std::filesystem::path& path, const AtlasPlan& plan,
                                             const Walkable& walkable)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return std::vector<AtlasRun>{};
    const auto text = readFile(path, kLargestFile);
    if (!text) return text.fault();
    return parseAtlasState(text.value(), path.string(), plan, walkable);
}

}
