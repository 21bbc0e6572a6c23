#include "sim/record/hazards.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/record/record_words.hpp"
#include "sim/record/register.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-hazard";
constexpr std::string_view kListFormat = "stairwise-hazards";
constexpr std::size_t kMostSteps = 1000;

constexpr WordFor<HazardState> kStateWords[] = {{HazardState::Found, "found"},
                                                {HazardState::Signed, "signed"},
                                                {HazardState::Noticed, "noticed"},
                                                {HazardState::Mended, "mended"},
                                                {HazardState::Reinspected, "reinspected"},
                                                {HazardState::Closed, "closed"},
                                                {HazardState::ReportedUpward, "reported_upward"}};

constexpr std::pair<HazardState, HazardState> kLeads[] = {
    {HazardState::Found, HazardState::Signed},
    {HazardState::Signed, HazardState::Noticed},
    {HazardState::Noticed, HazardState::Mended},
    {HazardState::Noticed, HazardState::ReportedUpward},
    {HazardState::ReportedUpward, HazardState::Mended},
    {HazardState::Mended, HazardState::Reinspected},
    {HazardState::Reinspected, HazardState::Closed},
    {HazardState::Reinspected, HazardState::Noticed},
    {HazardState::Reinspected, HazardState::ReportedUpward},
};

void putHazard(JsonWriter& w, const Hazard& hazard)
{
    w.key("id").text(hazard.id);
    w.key("text").text(hazard.text);
    w.textIfAny("place", hazard.place);
    w.textIfAny("source", hazard.source);
    w.textIfAny("owner", hazard.owner);
    if (hazard.due) w.key("due").text(textOf(*hazard.due));
    writeObjects(
        w, "steps", hazard.steps,
        [](JsonWriter& writer, const HazardStep& step) {
            writer.key("state").text(codeOf(step.state));
            writer.key("date").text(textOf(step.date));
            writer.textIfAny("who", step.who);
            writer.textIfAny("text", step.text);
        },
        JsonWriter::Shape::OneLine);
}

constexpr std::size_t kMostHazards = 10'000; // of a school; assumed

constexpr auto readStep = [](JsonObject& o, HazardStep& step) {
    o.need("state", step.state, oneOf(kStateWords));
    o.need("date", step.date, DateText{});
    o.may("who", step.who, kNameText);
    o.may("text", step.text, kLongText);
};

constexpr auto readHazard = [](JsonObject& o, Hazard& hazard) {
    o.need("id", hazard.id, IdText{});
    o.need("text", hazard.text, kLongText);
    o.may("place", hazard.place, kLongText);
    o.may("source", hazard.source, kNameText);
    o.may("owner", hazard.owner, kNameText);
    o.may("due", hazard.due, DateText{});
    o.need("steps", hazard.steps, listOf(ObjectOf{readStep}, kMostSteps));
    // Whoever reads it asks for the first and the last step.
    if (o.at().good() && hazard.steps.empty())
        o.at().named("steps").refuse({"record.hazard.no_steps", {}}, {"record.hazard.no_steps.mend", {}});
};

Result<Hazard> parseHazard(std::string_view body, const std::string& file)
{
    return readDocument<Hazard>(body, kFormat, file, readHazard);
}

Done keep(Archive& archive, const Hazard& hazard)
{
    const Document document{kHazardKind, hazard.id,
                            0,           textOf(hazard.steps.front().date),
                            {},          hazard.steps.back().who,
                            hazard.text, documentText(kFormat, [&](JsonWriter& w) { putHazard(w, hazard); }),
                            {}};
    const auto kept = archive.put({&document, 1});
    return kept ? done() : Done(kept.fault());
}

}

std::string_view codeOf(HazardState state)
{
    return wordFor(kStateWords, state);
}

std::optional<HazardState> hazardStateOf(std::string_view code)
{
    return valueFor(kStateWords, code);
}

bool leadsTo(HazardState from, HazardState to)
{
    return std::ranges::find(kLeads, std::pair{from, to}) != std::end(kLeads);
}

bool isMended(const Hazard& hazard)
{
    const HazardState state = stateOf(hazard);
    return state == HazardState::Mended || state == HazardState::Reinspected || state == HazardState::Closed;
}

bool isOverdue(const Hazard& hazard, const Date& today)
{
    return !isMended(hazard) && hazard.due && today > *hazard.due;
}

Done addHazard(Archive& archive, const Hazard& hazard)
{
    const Database& database = archive.database();
    if (hazard.id.empty() || hazard.id.size() > kLongestId || hazard.text.empty() || hazard.steps.empty())
        return database.fault({"record.hazard.empty", {}}, {"record.hazard.empty.mend", {}});
    const auto known = archive.get(kHazardKind, hazard.id);
    if (!known) return known.fault();
    if (known.value()) return database.fault({"record.hazard.known", {hazard.id}}, {"record.hazard.known.mend", {}});
    return keep(archive, hazard);
}

Done stepHazard(Archive& archive, const std::string& id, const HazardStep& step, const std::optional<Date>& due)
{
    const Database& database = archive.database();
    const auto found = archive.get(kHazardKind, id);
    if (!found) return found.fault();
    if (!found.value()) return database.fault({"record.hazard.unknown", {id}}, {"record.hazard.unknown.mend", {}});
    auto hazard = parseHazard(found.value()->body, database.path().string());
    if (!hazard) return hazard.fault();
    const HazardState now = stateOf(hazard.value());
    if (!leadsTo(now, step.state))
        return database.fault({"record.hazard.step", {id, std::string(codeOf(now)), std::string(codeOf(step.state))}},
                              {"record.hazard.step.mend", {}});
    if (step.date < hazard.value().steps.back().date)
        return database.fault({"record.hazard.earlier", {textOf(step.date)}}, {"record.hazard.earlier.mend", {}});
    hazard.value().steps.push_back(step);
    if (due) hazard.value().due = due;
    return keep(archive, hazard.value());
}

Result<std::vector<Hazard>> hazardsIn(Archive& archive)
{
    const auto rows = archive.database().rows(
        "SELECT body FROM document AS one WHERE kind = ?1 AND version = (SELECT max(version) FROM document AS last "
        "WHERE last.kind = one.kind AND last.key = one.key) ORDER BY date, key",
        {std::string(kHazardKind)});
    if (!rows) return rows.fault();
    std::vector<Hazard> hazards;
    for (const SqlRow& row : rows.value()) {
        auto hazard = parseHazard(textAt(row, 0), archive.database().path().string());
        if (!hazard) return hazard.fault();
        hazards.push_back(std::move(hazard).value());
    }
    return hazards;
}

HazardFigures figuresOf(const std::vector<Hazard>& hazards, const Date& from, const Date& to, const Date& today)
{
    HazardFigures figures;
    for (const Hazard& hazard : hazards) {
        const Date found = hazard.steps.front().date;
        if (found < from || found > to) continue;
        ++figures.found;
        figures.mended += isMended(hazard) ? 1 : 0;
        figures.closed += stateOf(hazard) == HazardState::Closed ? 1 : 0;
        figures.overdue += isOverdue(hazard, today) ? 1 : 0;
        for (const HazardStep& step : hazard.steps) {
            figures.notices += step.state == HazardState::Noticed ? 1 : 0;
            figures.upward += step.state == HazardState::ReportedUpward ? 1 : 0;
        }
    }
    return figures;
}

std::string rateText(int part, int whole, RateRule rule)
{
    if (whole <= 0) return "—";
    const std::int64_t half = rule == RateRule::Rounded ? whole : 0; // in halves of a hundredth
    const std::int64_t percent = (std::int64_t{part} * 200 + half) / (std::int64_t{whole} * 2);
    return std::to_string(percent) + " % (" + std::to_string(part) + "/" + std::to_string(whole) + ")";
}

Result<std::string> hazardsPart(Archive& archive)
{
    const auto hazards = hazardsIn(archive);
    if (!hazards) return hazards.fault();
    const auto equipment = equipmentIn(archive);
    if (!equipment) return equipment.fault();
    const auto inspections = entriesIn(archive, EntryKind::Inspection, kFirstDay, kLastDay);
    if (!inspections) return inspections.fault();
    if (hazards.value().empty() && equipment.value().empty() && inspections.value().empty()) return std::string();
    return documentText(kListFormat, [&](JsonWriter& w) {
        w.key("equipment").whole(static_cast<std::int64_t>(equipment.value().size()));
        w.key("inspections").whole(static_cast<std::int64_t>(inspections.value().size()));
        writeObjects(w, "hazards", hazards.value(), putHazard);
    });
}

Result<FiledHazards> parseHazardsPart(std::string_view text, const std::string& file)
{
    return readDocument<FiledHazards>(text, kListFormat, file, [](JsonObject& o, FiledHazards& filed) {
        o.need("equipment", filed.equipment, kCount);
        o.may("inspections", filed.inspections, kCount);
        o.need("hazards", filed.hazards, listOf(ObjectOf{readHazard}, kMostHazards));
    });
}

}
