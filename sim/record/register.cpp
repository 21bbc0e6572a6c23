#include "sim/record/register.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/record_words.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr const char* kKind = "register";
constexpr std::string_view kFormat = "stairwise-register-entry";
constexpr std::size_t kMost = 100'000; // entries of an archive; assumed
constexpr WordFor<EntryKind> kEntryWords[] = {
    {EntryKind::NightDuty, "night_duty"},       {EntryKind::Round, "round"},
    {EntryKind::Inspection, "inspection"},      {EntryKind::StandingPlan, "standing_plan"},
    {EntryKind::ParentLetter, "parent_letter"}, {EntryKind::PupilDuty, "pupil_duty"}};

std::string formatEntry(const RegisterEntry& entry)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("kind").text(codeOf(entry.kind));
        w.key("date").text(textOf(entry.date));
        w.textIfAny("place", entry.place);
        w.textIfAny("who", entry.who);
        w.textIfAny("text", entry.text);
        writeIfAny(w, "count", entry.count);
        writeIfAny(w, "of", entry.of);
    });
}

Result<RegisterEntry> parseEntry(std::string_view text, const std::string& file)
{
    return readDocument<RegisterEntry>(text, kFormat, file, [](JsonObject& o, RegisterEntry& entry) {
        o.need("kind", entry.kind, oneOf(kEntryWords));
        o.need("date", entry.date, DateText{});
        o.may("place", entry.place, kNameText);
        o.may("who", entry.who, kNameText);
        o.may("text", entry.text, kLongText);
        o.may("count", entry.count, kCount);
        o.may("of", entry.of, kCount);
    });
}

}

std::string_view codeOf(EntryKind kind)
{
    return wordFor(kEntryWords, kind);
}

std::optional<EntryKind> entryKindOf(std::string_view code)
{
    return valueFor(kEntryWords, code);
}

Result<std::string> addEntry(Archive& archive, const RegisterEntry& entry)
{
    if (entry.text.empty() && !entry.count) return Fault{"", "", {"register.empty", {}}, {"register.empty.mend", {}}};
    if (entry.count && entry.of && *entry.count > *entry.of)
        return Fault{"",
                     "",
                     {"register.more", {std::to_string(*entry.count), std::to_string(*entry.of)}},
                     {"register.more.mend", {}}};
    const std::string body = formatEntry(entry);
    if (const auto read = parseEntry(body, ""); !read) return read.fault(); // too long for what reads it
    const std::string stem = std::string(codeOf(entry.kind)) + "-" + textOf(entry.date) + "-";
    for (int number = 1;; ++number) {
        const std::string key = stem + std::to_string(number);
        const auto known = archive.get(kKind, key);
        if (!known) return known.fault();
        if (known.value()) continue;
        const Document document{kKind, key, 0, textOf(entry.date), {}, entry.who, entry.text, body, {}};
        const auto kept = archive.put({&document, 1});
        if (!kept) return kept.fault();
        return key;
    }
}

Result<std::vector<RegisterEntry>> entriesIn(Archive& archive, const std::optional<EntryKind>& kind, const Date& from,
                                             const Date& to)
{
    const auto listed = archive.list({kKind, textOf(from), textOf(to), false, kMost});
    if (!listed) return listed.fault();
    std::vector<RegisterEntry> entries;
    for (const Document& one : listed.value()) {
        const auto found = archive.get(kKind, one.key);
        if (!found) return found.fault();
        auto entry = parseEntry(found.value()->body, archive.database().path().string());
        if (!entry) return entry.fault();
        if (!kind || entry.value().kind == *kind) entries.push_back(std::move(entry).value());
    }
    std::ranges::stable_sort(entries, {}, &RegisterEntry::date);
    return entries;
}

}
