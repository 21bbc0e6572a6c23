#include "sim/record/bureau.hpp"
#include "sim/record/filed_result.hpp"
#include "sim/record/hazards.hpp"
#include "sim/words/word_in.hpp"
#include "sim/words/words.hpp"

#include <algorithm>

namespace stairwise {
namespace {

/// What is found out about one package.
struct Desk {
    Archive& archive;
    const BureauRule& rule;
    const Package& package;
    Receipt& receipt;
    FilingRow row;

    [[nodiscard]] std::string inside(const char* part) const { return receipt.file + ": " + part; }
    void reason(Message message) { receipt.reasons.push_back(std::move(message)); }
    void remark(Message message) { receipt.remarks.push_back(std::move(message)); }
};

Fault refusal(const Desk& desk, Message what, Message mend)
{
    return {desk.receipt.file, "", std::move(what), std::move(mend)};
}

/// Nothing: it is the school's own.
Result<std::optional<Fault>> strange(const Desk& desk)
{
    const Manifest& manifest = desk.package.manifest;
    const auto school = schoolNamed(desk.archive, manifest.school);
    if (!school) return school.fault();
    if (!school.value() || school.value()->publicKey.empty())
        return std::optional(refusal(desk, {"record.receive.unknown_school", {manifest.school}},
                                     {"record.receive.unknown_school.mend", {}}));
    if (school.value()->publicKey != desk.package.publicKey)
        return std::optional(refusal(desk, {"record.receive.other_key", {shortKey(desk.package.publicKey)}},
                                     {"record.receive.other_key.mend", {shortKey(school.value()->publicKey)}}));
    return std::optional<Fault>();
}

struct Before {
    int version = 0; // newest received; 0: none
    std::string sha256;
    std::string sameVersion; // SHA-256 of the version that this one has; empty: not received
    std::string state;
    Date firstReceived;
};
Result<Before> beforeOf(const Desk& desk)
{
    Before before;
    const Manifest& manifest = desk.package.manifest;
    const auto rows = desk.archive.database().rows(
        "SELECT version, sha256, received FROM filing WHERE school = ?1 AND drill = ?2 ORDER BY version",
        {manifest.school, manifest.drill});
    if (!rows) return rows.fault();
    for (const SqlRow& row : rows.value()) {
        before.version = static_cast<int>(wholeAt(row, 0));
        before.sha256 = textAt(row, 1);
        if (before.version == manifest.version) before.sameVersion = before.sha256;
    }
    if (rows.value().empty()) return before;
    before.firstReceived = parseDate(textAt(rows.value().front(), 2)).value_or(desk.receipt.received);
    const auto now = desk.archive.database().rows("SELECT state FROM filing_now WHERE school = ?1 AND drill = ?2",
                                                  {manifest.school, manifest.drill});
    if (!now) return now.fault();
    if (!now.value().empty()) before.state = textAt(now.value()[0], 0);
    return before;
}

std::optional<Fault> replayed(const Desk& desk, const Before& before)
{
    const Manifest& manifest = desk.package.manifest;
    const Message mend{"record.receive.replayed.mend", {}};
    if (!before.sameVersion.empty())
        return refusal(desk, {"record.receive.same_version", {std::to_string(manifest.version)}}, mend);
    if (manifest.version < before.version)
        return refusal(desk,
                       {"record.receive.replayed", {std::to_string(manifest.version), std::to_string(before.version)}},
                       mend);
    if (before.version > 0 && manifest.version == before.version + 1 && manifest.replaces != before.sha256)
        return refusal(desk, {"record.receive.other_before", {}}, mend);
    return std::nullopt;
}

void checkPlan(Desk& desk)
{
    const PackagePart* part = partNamed(desk.package.parts, kPlanPart);
    if (part == nullptr) return;
    const auto plan = parsePlan(part->bytes, desk.inside(kPlanPart));
    if (!plan) return desk.reason({"record.receive.unreadable", {kPlanPart}});
    if (plan.value().drill != desk.package.manifest.drill) desk.reason({"record.receive.other_drill", {kPlanPart}});
    for (const std::string_view key : notKnown(plan.value())) {
        const std::string field(key.substr(key.find('.') + 1));
        if (std::ranges::find(desk.rule.planFields, field) != desk.rule.planFields.end())
            desk.reason({"record.receive.plan_field", {wordIn(key), field}});
    }
    desk.row.figures.classes = plan.value().derived.classes;
    desk.row.figures.pupils = plan.value().derived.pupils;
    desk.row.figures.staff = plan.value().derived.staff;
}

void checkRecord(Desk& desk)
{
    const PackagePart* part = partNamed(desk.package.parts, kRecordPart);
    if (part == nullptr) return;
    const auto read = parseRecord(part->bytes, desk.inside(kRecordPart));
    if (!read) return desk.reason({"record.receive.unreadable", {kRecordPart}});
    const DrillRecord& record = read.value();
    if (record.drill != desk.package.manifest.drill) desk.reason({"record.receive.other_drill", {kRecordPart}});
    if (record.date && *record.date != desk.package.manifest.date)
        desk.reason({"record.receive.other_date", {textOf(*record.date), textOf(desk.package.manifest.date)}});
    for (Message& lack : lacksOf(record)) desk.reason(std::move(lack));
    for (const ClassDay& one : record.classes) {
        desk.row.figures.present += one.present.value_or(0);
        desk.row.figures.missing += one.missing.value_or(0);
    }
    desk.row.figures.injuries = static_cast<int>(record.injuries.size());
}

void checkHazards(Desk& desk)
{
    const PackagePart* part = partNamed(desk.package.parts, kHazardsPart);
    if (part == nullptr) return;
    const auto read = parseHazardsPart(part->bytes, desk.inside(kHazardsPart));
    if (!read) return desk.reason({"record.receive.unreadable", {kHazardsPart}});
    const Date today = desk.receipt.received;
    const HazardFigures figures = figuresOf(read.value().hazards, Date{}, today, today);
    desk.row.figures.hazardsFound = figures.found;
    desk.row.figures.hazardsMended = figures.mended;
    desk.row.figures.notices = figures.notices;
    desk.row.figures.equipment = read.value().equipment;
    desk.row.figures.inspections = read.value().inspections;
    if (figures.overdue > 0) desk.remark({"record.receive.overdue", {std::to_string(figures.overdue)}});
}

void checkWhole(Desk& desk)
{
    for (const std::string& name : desk.rule.parts)
        if (partNamed(desk.package.parts, name) == nullptr) desk.reason({"record.receive.part", {name}});
    checkPlan(desk);
    checkRecord(desk);
    checkHazards(desk);
}

void checkTime(Desk& desk, const Before& before)
{
    const Manifest& manifest = desk.package.manifest;
    const Date due = plusDays(manifest.date, desk.rule.dueDays);
    const Date came = before.version > 0 ? before.firstReceived : desk.receipt.received;
    desk.receipt.late = came > due;
    if (desk.receipt.late) desk.remark({"record.receive.late", {std::to_string(daysBetween(due, came)), textOf(due)}});
    if (manifest.date > desk.receipt.received) desk.reason({"record.receive.future", {textOf(manifest.date)}});
    if (manifest.version > before.version + 1)
        desk.remark({"record.receive.gap", {std::to_string(manifest.version), std::to_string(before.version)}});
    desk.row.due = due;
}

Done keep(Desk& desk)
{
    const Manifest& manifest = desk.package.manifest;
    desk.row.school = manifest.school;
    desk.row.drill = manifest.drill;
    desk.row.version = manifest.version;
    desk.row.sha256 = desk.package.sha256;
    desk.row.kind = manifest.kind;
    desk.row.date = manifest.date;
    desk.row.received = desk.receipt.received;
    desk.row.state = desk.receipt.reasons.empty() ? FilingState::Accepted : FilingState::SentBack;
    for (const Message& reason : desk.receipt.reasons) { // as a bureau reads them
        if (!desk.row.reasons.empty()) desk.row.reasons += "；";
        desk.row.reasons += say(reason, Language::Chinese);
    }
    return desk.archive.database().transaction(
        [&] { return addFiling(desk.archive.database(), desk.row, utcText(nowMs())); });
}

Done judge(Desk& desk)
{
    Receipt& receipt = desk.receipt;
    auto foreign = strange(desk);
    if (!foreign) return foreign.fault();
    if (foreign.value()) {
        receipt.fault = std::move(foreign).value();
        return done();
    }
    const auto before = beforeOf(desk);
    if (!before) return before.fault();
    if (before.value().sameVersion == desk.package.sha256) {
        receipt.verdict = Receiving::Duplicate;
        receipt.remarks.push_back({"record.receive.duplicate", {wordIn(stateKey(before.value().state))}});
        return done();
    }
    receipt.fault = replayed(desk, before.value());
    if (receipt.fault) return done();
    checkWhole(desk);
    checkTime(desk, before.value());
    receipt.verdict = receipt.reasons.empty() ? Receiving::Accepted : Receiving::SentBack;
    return keep(desk);
}

}

Result<Receipt> receive(Archive& archive, std::string_view bytes, const std::string& file, const Date& today)
{
    Receipt receipt;
    receipt.file = file;
    receipt.received = today;
    const auto rule = ruleOf(archive);
    if (!rule) return rule.fault();
    const auto package = openPackage(bytes, file);
    if (!package) {
        receipt.fault = package.fault();
        return receipt;
    }
    receipt.manifest = package.value().manifest;
    receipt.sha256 = package.value().sha256;
    Desk desk{archive, rule.value(), package.value(), receipt, {}};
    if (const Done judged = judge(desk); !judged) return judged.fault();
    return receipt;
}

}
