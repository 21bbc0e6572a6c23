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

/// SHA-256 of the version that this one has; empty: not received.
std::string sameVersion(const Desk& desk, std::span<const FiledBefore> before)
{
    const auto found = std::ranges::find(before, desk.package.manifest.version, &FiledBefore::version);
    return found == before.end() ? std::string() : found->sha256;
}

std::optional<Fault> replayed(const Desk& desk, std::span<const FiledBefore> before)
{
    if (before.empty()) return std::nullopt;
    const Manifest& manifest = desk.package.manifest;
    const FiledBefore& last = before.back();
    const Message mend{"record.receive.replayed.mend", {}};
    if (!sameVersion(desk, before).empty())
        return refusal(desk, {"record.receive.same_version", {std::to_string(manifest.version)}}, mend);
    if (manifest.version < last.version)
        return refusal(
            desk, {"record.receive.replayed", {std::to_string(manifest.version), std::to_string(last.version)}}, mend);
    if (manifest.version == last.version + 1 && manifest.replaces != last.sha256)
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
    const HazardFigures figures = figuresOf(read.value().hazards, kFirstDay, today, today);
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

void checkGap(Desk& desk, std::span<const FiledBefore> before)
{
    const int last = before.empty() ? 0 : before.back().version;
    const int version = desk.package.manifest.version;
    if (version > last + 1) desk.remark({"record.receive.gap", {std::to_string(version), std::to_string(last)}});
}

Result<std::string> stateNow(const Desk& desk)
{
    const auto rows = desk.archive.database().rows("SELECT state FROM filing_now WHERE school = ?1 AND drill = ?2",
                                                   {desk.row.school, desk.row.drill});
    if (!rows) return rows.fault();
    return rows.value().empty() ? std::string() : textAt(rows.value()[0], 0);
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
    const auto before = filedBefore(desk.archive, desk.row);
    if (!before) return before.fault();
    if (sameVersion(desk, before.value()) == desk.package.sha256) {
        const auto state = stateNow(desk);
        if (!state) return state.fault();
        receipt.verdict = Receiving::Duplicate;
        desk.remark({"record.receive.duplicate", {wordIn(stateKey(state.value()))}});
        return done();
    }
    receipt.fault = replayed(desk, before.value());
    if (receipt.fault) return done();
    checkWhole(desk);
    judgeTime(desk.row, receipt, desk.rule, before.value());
    checkGap(desk, before.value());
    return conclude(desk.archive, desk.row, receipt);
}

FilingRow rowOf(const Package& package, const Date& received)
{
    FilingRow row;
    row.school = package.manifest.school;
    row.drill = package.manifest.drill;
    row.version = package.manifest.version;
    row.sha256 = package.sha256;
    row.kind = package.manifest.kind;
    row.date = package.manifest.date;
    row.received = received;
    return row;
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
    Desk desk{archive, rule.value(), package.value(), receipt, rowOf(package.value(), today)};
    if (const Done judged = judge(desk); !judged) return judged.fault();
    return receipt;
}

}
