#include "sim/record/filed_result.hpp"

#include "sim/record/document_text.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/walkable/surface_file.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-filed-result";
constexpr std::size_t kMostSeconds = 100'000; // more than a day

constexpr WordFor<Ending> kEndingWords[] = {{Ending::Empty, "empty"},
                                            {Ending::TimeLimit, "time_limit"},
                                            {Ending::Clogged, "clogged"},
                                            {Ending::Trapped, "trapped"},
                                            {Ending::Cancelled, "cancelled"}};
constexpr WordFor<RunVerdict> kVerdictWords[] = {
    {RunVerdict::Same, "same"}, {RunVerdict::Different, "different"}, {RunVerdict::CannotBeJudged, "cannot_be_judged"}};

Verified compared(const FiledResult& filed, const FiledResult& again)
{
    if (again.ending == wordFor(kEndingWords, Ending::Cancelled))
        return {RunVerdict::CannotBeJudged, {}, {"record.verify.stopped", {}}};
    if (again.schoolHash != filed.schoolHash || again.scenarioHash != filed.scenarioHash || again.seed != filed.seed)
        return {RunVerdict::Different, {}, {"record.verify.other_input", {}}};
    const std::size_t both = std::min(filed.seconds.size(), again.seconds.size());
    for (std::size_t i = 0; i < both; ++i)
        if (filed.seconds[i] != again.seconds[i])
            return {RunVerdict::Different, i, {"record.verify.from_second", {std::to_string(i)}}};
    if (filed.seconds.size() != again.seconds.size())
        return {RunVerdict::Different, both, {"record.verify.from_second", {std::to_string(both)}}};
    if (filed.digest != again.digest || filed.ending != again.ending)
        return {RunVerdict::Different, {}, {"record.verify.other_digest", {}}};
    return {RunVerdict::Same, {}, {"record.verify.same", {std::to_string(both)}}};
}

/// What the run is made on, or what is known without it.
struct Floors {
    Walkable walkable;
    bool filed = false;
    std::optional<Verified> judged;
};
Floors judgedAs(RunVerdict verdict, Message why)
{
    return {{}, false, Verified{verdict, {}, std::move(why)}};
}

Result<Floors> floorsFor(const School& school, const FiledResult& result, const PackagePart* part,
                         const std::string& file)
{
    Floors own{walkableOf(school), false, {}};
    const bool same = own.walkable.hash.hex() == result.walkableHash;
    if (part == nullptr)
        return same ? std::move(own) : judgedAs(RunVerdict::CannotBeJudged, {"record.verify.other_surfaces", {}});
    auto sent = parseSurfaces(part->bytes, file);
    if (!sent) return sent.fault();
    if (sent.value().hash.hex() != result.walkableHash)
        return judgedAs(RunVerdict::Different, {"record.verify.surfaces_not_walked", {}});
    if (same) return own;
    if (const auto other = otherFloor(own.walkable, sent.value()))
        return judgedAs(RunVerdict::CannotBeJudged, {"record.verify.not_this_drawing", {*other}});
    return Floors{std::move(sent).value(), true, {}};
}

Result<const PackagePart*> needed(std::span<const PackagePart> parts, const char* name, const std::string& file)
{
    if (const PackagePart* part = partNamed(parts, name)) return part;
    return Fault{file, name, {"record.package.lacks", {}}, {"record.package.lacks.mend", {}}};
}

}

FiledResult filedResultOf(const RunResult& result)
{
    FiledResult filed;
    filed.engine = kEngineNumber;
    filed.seed = result.seed;
    filed.ending = wordFor(kEndingWords, result.ending);
    filed.schoolHash = result.schoolHash.hex();
    filed.scenarioHash = result.scenarioHash.hex();
    filed.walkableHash = result.walkableHash.hex();
    filed.digest = result.digest.hex();
    for (const Digest& second : result.secondHashes) filed.seconds.push_back(second.hex());
    return filed;
}

std::string formatFiledResult(const FiledResult& result)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("kind").text("simulated");
        w.key("engine").whole(result.engine);
        w.key("seed").whole(static_cast<std::int64_t>(result.seed));
        w.key("ending").text(result.ending);
        w.key("school_hash").text(result.schoolHash);
        w.key("scenario_hash").text(result.scenarioHash);
        w.key("walkable_hash").text(result.walkableHash);
        w.key("digest").text(result.digest);
        w.key("seconds").beginList();
        for (const std::string& second : result.seconds) w.text(second);
        w.endList();
    });
}

Result<FiledResult> parseFiledResult(std::string_view text, const std::string& file)
{
    return readDocument<FiledResult>(text, kFormat, file, [](JsonObject& o, FiledResult& result) {
        std::string kind;
        o.need("kind", kind, kNameText);
        o.need("engine", result.engine, Whole{1, 1'000'000});
        o.need("seed", result.seed, Whole{0, std::int64_t{1} << 53});
        o.need("ending", result.ending, kNameText);
        o.need("school_hash", result.schoolHash, kNameText);
        o.need("scenario_hash", result.scenarioHash, kNameText);
        o.need("walkable_hash", result.walkableHash, kNameText);
        o.need("digest", result.digest, kNameText);
        o.need("seconds", result.seconds, listOf(kNameText, kMostSeconds));
    });
}

std::string_view codeOf(RunVerdict verdict)
{
    return wordFor(kVerdictWords, verdict);
}

const PackagePart* partNamed(std::span<const PackagePart> parts, std::string_view name)
{
    const auto found = std::ranges::find(parts, name, &PackagePart::name);
    return found == parts.end() ? nullptr : &*found;
}

Result<Verified> verifyRun(std::span<const PackagePart> parts, const std::string& file, unsigned threads,
                           CancelToken cancel, const Progress& progress)
{
    const auto inside = [&](const char* part) { return file + ": " + part; };
    const auto resultPart = needed(parts, kResultPart, file);
    if (!resultPart) return resultPart.fault();
    const auto schoolPart = needed(parts, kSchoolPart, file);
    if (!schoolPart) return schoolPart.fault();
    const auto scenarioPart = needed(parts, kScenarioPart, file);
    if (!scenarioPart) return scenarioPart.fault();
    const auto filed = parseFiledResult(resultPart.value()->bytes, inside(kResultPart));
    if (!filed) return filed.fault();
    if (filed.value().engine != kEngineNumber)
        return Verified{
            RunVerdict::CannotBeJudged,
            {},
            {"record.verify.other_engine", {std::to_string(filed.value().engine), std::to_string(kEngineNumber)}}};
    const auto school = parseSchool(schoolPart.value()->bytes, inside(kSchoolPart));
    if (!school) return school.fault();
    const auto scenario = parseScenario(scenarioPart.value()->bytes, inside(kScenarioPart));
    if (!scenario) return scenario.fault();
    if (const Done fits = checkAgainst(scenario.value(), school.value(), inside(kScenarioPart)); !fits)
        return fits.fault();
    auto floors = floorsFor(school.value(), filed.value(), partNamed(parts, kSurfacesPart), inside(kSurfacesPart));
    if (!floors) return floors.fault();
    if (floors.value().judged) return *std::move(floors.value().judged);
    RunOptions options;
    options.threads = threads;
    options.measures = false;
    options.bound = false;
    options.hand = false;
    const Setting setting = settingOf(school.value(), scenario.value(), std::move(floors.value().walkable));
    Verified verified =
        compared(filed.value(),
                 filedResultOf(simulate(school.value(), scenario.value(), setting, options, {}, cancel, progress)));
    verified.onFiledSurfaces = floors.value().filed;
    return verified;
}

}
