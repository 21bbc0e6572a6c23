#include "sim/record/filing.hpp"

#include "sim/base/version.hpp"
#include "sim/record/attachment.hpp"
#include "sim/record/bureau.hpp"
#include "sim/record/document_text.hpp"
#include "sim/record/drill_picture.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/record/filed_result.hpp"
#include "sim/record/hazards.hpp"
#include "sim/run/run.hpp"

#include <algorithm>
#include <iterator>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-filed";

struct Wanted {
    const char* kind;
    const char* part;
};
constexpr Wanted kWanted[] = {
    {kPlanKind, kPlanPart},         {kSchoolKind, kSchoolPart},     {kScenarioKind, kScenarioPart},
    {kSurfacesKind, kSurfacesPart}, {kResultKind, kResultPart},     {kRecordKind, kRecordPart},
    {kSummaryKind, kSummaryPart},   {kCalendarKind, kCalendarPart}, {kHazardKind, kHazardsPart}};

/// What the archive remembers of a package.
struct Note {
    int version = 1;
    std::string filed;
    std::string replaces;
    std::string content; // of all parts, whatever version they were filed as
    std::string sha256;
};

std::string formatNote(const Note& note)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("filing_version").whole(note.version);
        w.key("filed").text(note.filed);
        w.textIfAny("replaces", note.replaces);
        w.key("content").text(note.content);
        w.key("sha256").text(note.sha256);
    });
}

Result<std::optional<Note>> lastNote(Archive& archive, const std::string& drill)
{
    const auto found = archive.get(kPackageKind, drill);
    if (!found) return found.fault();
    if (!found.value()) return std::optional<Note>();
    auto note = readDocument<Note>(found.value()->body, kFormat, archive.database().path().string(),
                                   [](JsonObject& o, Note& one) {
                                       o.need("filing_version", one.version, Whole{1, 100'000});
                                       o.need("filed", one.filed, kNameText);
                                       o.may("replaces", one.replaces, kNameText);
                                       o.need("content", one.content, kNameText);
                                       o.need("sha256", one.sha256, kNameText);
                                   });
    if (!note) return note.fault();
    return std::optional(std::move(note).value());
}

Result<std::string> bodyOf(Archive& archive, const Wanted& wanted, const std::string& drill)
{
    if (std::string_view(wanted.kind) == kHazardKind) return hazardsPart(archive);
    // The calendar is the term's, not the drill's.
    const bool ofTerm = std::string_view(wanted.kind) == kCalendarKind;
    const auto found = archive.get(wanted.kind, ofTerm ? kCalendarKind : drill);
    if (!found) return found.fault();
    return found.value() ? found.value()->body : std::string();
}

Result<std::vector<PackagePart>> partsIn(Archive& archive, const std::string& drill, std::vector<std::string>& lacks)
{
    const std::vector<std::string> usual = BureauRule{}.parts;
    std::vector<PackagePart> parts;
    for (const Wanted& wanted : kWanted) {
        auto body = bodyOf(archive, wanted, drill);
        if (!body) return body.fault();
        if (body.value().empty() && std::ranges::find(usual, wanted.part) != usual.end())
            lacks.emplace_back(wanted.part);
        if (!body.value().empty()) parts.push_back({wanted.part, std::move(body).value()});
    }
    auto pictures = pictureParts(archive, drill);
    if (!pictures) return pictures.fault();
    std::ranges::move(pictures.value(), std::back_inserter(parts));
    auto attached = attachmentParts(archive, drill);
    if (!attached) return attached.fault();
    std::ranges::move(attached.value(), std::back_inserter(parts));
    return parts;
}

std::string contentOf(const std::vector<PackagePart>& parts, const SchoolKey& key)
{
    std::string all = key.school + key.key.publicKey;
    for (const PackagePart& part : parts) all += part.name + sha256(part.bytes);
    return sha256(all);
}

/// The day of the record, else of the plan.
Result<Date> dateOf(Archive& archive, const DrillPlan& plan)
{
    const auto record = recordIn(archive, plan);
    if (!record) return record.fault();
    if (record.value().date) return *record.value().date;
    if (plan.said.date) return *plan.said.date;
    return archive.database().fault({"filing.no_date", {plan.drill}}, {"filing.no_date.mend", {}});
}

void version(Manifest& manifest, const std::optional<Note>& last, const std::string& content)
{
    if (!last) return;
    const bool again = last->content == content;
    manifest.version = again ? last->version : last->version + 1;
    manifest.replaces = again ? last->replaces : last->sha256;
    if (again) manifest.filed = parseDate(last->filed).value_or(manifest.filed);
}

}

Result<Filed> fileDrill(Archive& archive, const std::string& drill, const SchoolKey& key, const Date& filed)
{
    const auto plan = planIn(archive, drill);
    if (!plan) return plan.fault();
    const auto date = dateOf(archive, plan.value());
    if (!date) return date.fault();
    Filed result;
    auto parts = partsIn(archive, drill, result.lacks);
    if (!parts) return parts.fault();
    const auto last = lastNote(archive, drill);
    if (!last) return last.fault();
    const std::string content = contentOf(parts.value(), key);
    Manifest manifest{
        key.school, key.name, drill, 1, {}, plan.value().said.kind, date.value(), filed, plan.value().simulated.engine,
        {}};
    manifest.program = kProgramVersion;
    version(manifest, last.value(), content);
    result.bytes = sealed(manifest, std::move(parts).value(), key.key);
    result.sha256 = sha256(result.bytes);
    const auto opened = openPackage(result.bytes, drill); // what goes out can be read
    if (!opened) return opened.fault();
    result.manifest = opened.value().manifest;
    const Note note{manifest.version, textOf(manifest.filed), manifest.replaces, content, result.sha256};
    const Document document{kPackageKind,     drill, 0, textOf(manifest.date), {}, {}, packageName(manifest),
                            formatNote(note), {}};
    if (const auto kept = archive.put({&document, 1}); !kept) return kept.fault();
    return result;
}

}
