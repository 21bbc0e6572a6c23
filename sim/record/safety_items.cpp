#include "sim/record/document_text.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/record/hazards.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/table_text.hpp"

#include <algorithm>
#include <set>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-equipment";
constexpr std::size_t kColumns = 7;
constexpr int kMostDays = 3660; // ten years; assumed
constexpr Whole kDays{1, kMostDays, "days"};

Result<SafetyItem> itemOf(const std::vector<std::string>& row, const Fault& where)
{
    SafetyItem item{row[0], row[1], row[2], parseDate(row[3]), 31, parseDate(row[5]), row[6]};
    const auto refused = [&](Message what) {
        Fault fault = where;
        fault.what = std::move(what);
        return fault;
    };
    if (!isHandle(item.id)) return refused({"record.equipment.id", {row[0].substr(0, kLongestId)}});
    for (const std::size_t column : {3U, 5U})
        if (!row[column].empty() && !parseDate(row[column])) return refused({"record.not_a_date", {row[column]}});
    if (row[4].empty()) return item;
    const auto days = wholeIn(row[4], 1, kMostDays);
    if (!days) return refused({"record.equipment.days", {row[4]}});
    item.everyDays = *days;
    return item;
}

std::string bodyOf(const SafetyItem& item)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("id").text(item.id);
        w.key("kind").text(item.kind);
        w.key("place").text(item.place);
        if (item.lastCheck) w.key("last_check").text(textOf(*item.lastCheck));
        w.key("every_days").whole(item.everyDays);
        if (item.expiry) w.key("expiry").text(textOf(*item.expiry));
        w.key("checker").text(item.checker);
    });
}

std::string sourceOf(const SafetyItem& item)
{
    return "equipment " + item.id;
}

}

Result<std::vector<SafetyItem>> equipmentFrom(std::string_view table, const std::string& file)
{
    std::vector<SafetyItem> items;
    std::set<std::string> ids;
    const TableText cells = tableOf(table);
    for (std::size_t i = 0; i < cells.rows.size(); ++i) {
        std::vector<std::string> row = cells.rows[i];
        if (row.empty() || row[0].empty() || row[0] == "id" || row[0] == "编号") continue;
        row.resize(std::max(row.size(), kColumns));
        const Fault where{file, std::to_string(i + 1), {}, {"record.equipment.mend", {}}};
        auto item = itemOf(row, where);
        if (!item) return item.fault();
        if (!ids.insert(item.value().id).second)
            return Fault{file, where.place, {"record.schools.twice", {item.value().id}}, where.mend};
        items.push_back(std::move(item).value());
    }
    return items;
}

Done keepEquipment(Archive& archive, const std::vector<SafetyItem>& equipment)
{
    std::vector<Document> documents;
    for (const SafetyItem& item : equipment)
        documents.push_back({kEquipmentKind,
                             item.id,
                             0,
                             textOf(item.lastCheck),
                             {},
                             item.checker,
                             item.kind + " " + item.place,
                             bodyOf(item),
                             {}});
    const auto kept = archive.put(documents);
    return kept ? done() : Done(kept.fault());
}

Result<std::vector<SafetyItem>> equipmentIn(Archive& archive)
{
    const auto rows = archive.database().rows(
        "SELECT body FROM document AS one WHERE kind = ?1 AND version = (SELECT max(version) FROM document AS last "
        "WHERE last.kind = one.kind AND last.key = one.key) ORDER BY key",
        {std::string(kEquipmentKind)});
    if (!rows) return rows.fault();
    std::vector<SafetyItem> items;
    for (const SqlRow& row : rows.value()) {
        auto item = readDocument<SafetyItem>(textAt(row, 0), kFormat, archive.database().path().string(),
                                             [](JsonObject& o, SafetyItem& one) {
                                                 o.need("id", one.id, IdText{});
                                                 o.need("kind", one.kind, kNameText);
                                                 o.need("place", one.place, kNameText);
                                                 o.may("last_check", one.lastCheck, DateText{});
                                                 o.need("every_days", one.everyDays, kDays);
                                                 o.may("expiry", one.expiry, DateText{});
                                                 o.need("checker", one.checker, kNameText);
                                             });
        if (!item) return item.fault();
        items.push_back(std::move(item).value());
    }
    return items;
}

std::optional<Message> overdueOf(const SafetyItem& equipment, const Date& today)
{
    if (equipment.expiry && today > *equipment.expiry)
        return Message{"record.equipment.expired", {textOf(*equipment.expiry)}};
    if (!equipment.lastCheck) return Message{"record.equipment.never", {}};
    const Date next = plusDays(*equipment.lastCheck, equipment.everyDays);
    if (today > next) return Message{"record.equipment.overdue", {textOf(next)}};
    return std::nullopt;
}

Result<int> openOverdue(Archive& archive, const Date& today, const std::string& who)
{
    const auto items = equipmentIn(archive);
    if (!items) return items.fault();
    const auto hazards = hazardsIn(archive);
    if (!hazards) return hazards.fault();
    int opened = 0;
    for (const SafetyItem& item : items.value()) {
        const auto why = overdueOf(item, today);
        const bool known = std::ranges::any_of(hazards.value(), [&](const Hazard& hazard) {
            return hazard.source == sourceOf(item) && !isMended(hazard);
        });
        if (!why || known) continue;
        const Hazard hazard{"E-" + item.id + "-" + textOf(today),
                            item.kind + "：" + say(*why, Language::Chinese),
                            item.place,
                            sourceOf(item),
                            item.checker,
                            {},
                            {{HazardState::Found, today, who, {}}}};
        if (auto added = addHazard(archive, hazard); !added) return added.fault();
        ++opened;
    }
    return opened;
}

}
